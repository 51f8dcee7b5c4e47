"""Ranks and shares: what place a region or an organisation takes, and what part of a whole it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

RANKED = (
    r"(?:pôle|région|concentration|département|bassin|territoire|place|rang|puissance|employeur|exportat\w+|contribut\w+|métropole|ville|filière|"
    r"fournisseur|supplier|équipementier|motoriste|acteur|producteur|constructeur|opérateur|fabricant|secteur|pays|site|cluster|écosystème|nation|country|region|hub|largest|biggest|contributor|employer|cluster|donor|centre industriel|"
    r"port|base|capitale|investisseur|donneur|budget|marché|réseau|rank|place|position|producer|manufacturer|exporter|market|city)"
)
_RANK = Expression(
    rf"⟨R(?P<n>\d+)⟩(?:[- ](?:[a-zà-ÿé-]+ ){{0,2}}?)(?P<noun>{RANKED})\b(?P<after>[^.;:⟨⟩]{{0,80}}(?:⟨[LO]\d+⟩)?)",
    re.IGNORECASE,
)
_THE_FIRST = Expression(
    r"\b(?:est|reste|demeure|is|remains)(?: [a-zà-ÿ']+){0,2} (?:le |la |the )⟨R(?P<n>\d+)⟩ (?P<noun>incubateur|accélérateur|pépinière|technopole|école|incubator|accelerator)\b(?P<after>[^.;:⟨⟩]{0,60}(?:⟨[LO]\d+⟩)?)"
)
_NUMBER_ONE = Expression(
    r"(?:⟨R(?P<n>\d+)⟩|n°\s?1|numéro un|number one)\s?(?P<after>(?:mondiale?|européenn?e?|française?|national|en ⟨L\d+⟩|in the world|in ⟨L\d+⟩|worldwide|du secteur|de l'emploi|des employeurs)[^.;⟨⟩]{0,30}(?:⟨L\d+⟩)?)",
    re.IGNORECASE,
)
_PLACED = Expression(
    r"(?:se (?:place|classe|hisse|range)|arrive|\bpointe|\branks?|ranked|\bcomes|is placed|est classée?|stands|figure)(?: [^.;:⟨⟩]{0,40})? (?:au |en |à la |la |le |the )?⟨R(?P<n>\d+)⟩(?P<after>[^.;:⟨⟩]{0,40}(?:⟨L\d+⟩)?)"
    r"|⟨R(?P<m>\d+)⟩(?P<table> (?:du|au|in the|of the|de ce) (?:palmarès|classement|podium|ranking|league table)[^.;:⟨⟩]{0,30})"
)
_NATIONWIDE = Expression(r"^plan national$", re.IGNORECASE)
_ITS_FIRST = Expression(r"\b(?:[Ss]on|[Ss]a|[Ll]eur|[Ii]ts|[Tt]heir|[Oo]ur|[Nn]otre) (?:tout )?$")
"""Whose own first is no rank: "its first site in the United States"."""
_BEHIND = Expression(r",? (?:derrière|devant|après|behind|ahead of|after|avec|with)\b")
_APPOSED = Expression(r", (?:la |le |l'|les |the )?(?=⟨[LOFXSP])")
_TABLE = Expression(
    r"\b(?:classement|palmarès|hiérarchie|podium|tableau|ranking|rankings|league table|table|list)\b[^.;:,⟨⟩]{0,60}(?:⟨L\d+⟩)?",
    re.IGNORECASE,
)
_IN_BRACKETS = Expression(r"⟨[LOFX]\d+⟩ \(⟨R(?P<n>\d+)⟩\)")
_SCOPES = (
    (Expression(r"europ", re.IGNORECASE), "Europe"),
    (Expression(r"frança|nationa|de france|en france|hexagon|métropolitain|of france|french|du pays\b", re.IGNORECASE), "France"),
    (Expression(r"mond|world|global|planète", re.IGNORECASE), "monde"),
)  # fmt: skip
_SHARE_OF = Expression(
    r"^(?: à (?:lui|elle|eux|elles) seule?s?,?)? (?:de l'|de la |des |d'une? |du |de |d'|of the |of all |of an? |of )(?P<what>[^.;:⟨⟩()]{0,60}(?:⟨[LOT]\d+⟩(?:(?!,| (?:in|and|by|to|for|dans|et)\b)[^.;:⟨⟩(),]){0,40})?)"
)
_SHARED = Expression(
    r"effectif|emploi|salarié|ceux qui (?:y )?(?:travaillent|œuvrent)|those who work|activité|jobs|employ|filière|secteur|industrie|entreprises|total|établissements|chiffre|marché|capacité|workforce|revenue|turnover|companies|market|exportations|exports|production|vendu|PIB|GDP|énergie|ventes|sales|budget|\bpot\b|contributions|subscriptions|funding|postes|contrats|contracts|commandes|dépenses|investissements|brevets|spending|orders|contract value|valeur|recettes|output|GVA|income",
    re.IGNORECASE,
)
_ONE_IN = Expression(
    r"\b(emploi|salarié|poste|job|employee|entreprise)s?\b(?P<kind> (?:privé|salarié|industriel|direct|marchand)\b)?.*\b(?:sur|in|out)\b|\b(?:sur|in|out)\b.*\b(job|employee|worker|firm|compan(?:y|ie)|business|entreprise|salarié|emploi)(?:e?s)?\b",
    re.IGNORECASE,
)
_FIRM_IN = Expression(r"entreprise|firm|compan|business", re.IGNORECASE)
_HOLDS = Expression(
    r"(?:concentre|abrite|représente|pèse|réunit|regroupe|rassemble|emploie|assure|réalise|fournit|génère|détient|compte pour|absorbe|contribue|accounts? for|represents?|employs?|generates?|is home to|makes? up|holds?|provides?|soit|avec|with|Avec|With|donne|à hauteur de|\btook|\btakes?|\bcaptur|\bwon\b|\bwins\b|\breceive|responsible for|responsable d|\bfont|\bfait|\bcapte|\bapporte|\bobt(?:ient|enu|ained?)|\brafl|\bdécroch|\bhas\b|\bhave\b|\bis|\bare|\bor|c'est|c'était|est de|équivaut à)\w*(?:,? (?:[^.;:⟨⟩]|⟨[DUN]\d+⟩){0,50})? $"
)
_BELONGS = Expression(
    r"^(?:[^.;:⟨⟩]|⟨[OXL]\d+⟩){0,40} (?:is located|are located|are based|is based|relèvent|dépendent|viennent|proviennent|sont issus|découlent|come|comes|stems?|derives?|travaillent|se trouvent|sont (?:liés|consacrés|dédiés))\b"
)
_PART_IS = Expression(
    r"\bpart (?:du|de la|de l'|des) [^⟨⟩.;:]{3,30} dans (?:ses |les |leurs |la |le |l')(?P<what>[a-zà-ÿ' -]{3,40}?) (?:est|s'élève|atteint|plafonne|tombe|monte|grimpe|passe|représente)[^⟨⟩.;:]{0,15} $"
    r"|\bpart (?:du|de la|de l'|des) [^⟨⟩.;:]{3,30}?(?: qui)? (?:est de|s'élève à|atteint|plafonne à|tombe à|monte à|grimpe à|passe à) (?:environ |près de )?$"
    r"|\b(?:share|part) (?:of (?:the )?|du |de la |des )(?P<of>[a-zà-ÿ' -]{3,30}): (?:some |about |around |environ |près de )?$"
)
_PART_OF = Expression(
    r"\b(?:[Pp]art|[Ss]hare|[Pp]oids) (?:de la |de l'|du |des |de |d'|of )(?:the )?⟨[LOFX]\d+⟩ (?:dans|of|in) (?:the |le |la |l'|les )?(?P<what>[^.;:⟨⟩]{2,50}(?:⟨[LOT]\d+⟩)?)[^⟨⟩]{0,30}(?:⟨D\d+⟩)?[^⟨⟩]{0,30} $"
)
_FRONTED = Expression(
    r"^(?:Des|De tous les|Parmi les|Parmi tous les|Sur les|Sur l'ensemble des|Sur tous les|Of the|Of all(?: the)?|Among the) (?P<what>(?:[^.;:⟨⟩]|⟨[LN]\d+⟩){5,90}), (?:près de |environ |some |about |around |nearly )?$"
)
_PART_TOO = Expression(
    r"^(?:Part|Share|Poids|Celle|Celui|That) (?:de la |de l'|du |des |de |d'|of )(?:the )?⟨[LOFX]\d+⟩[^⟨⟩.;]{0,20} $"
)
_CLITIC = Expression(
    r"(?:\b|')en (?:a |ont |avait |avaient |aura )?(?:décroch|obt|raflé?|concentr|détien|abrit|assur|représent|capt|emploie|fourni|rempor|gagn|réalis|reç|accueill)[a-zà-ÿ]*(?: que| déjà| encore| à (?:elle|lui) seule?| près de| plus de| environ)* $"
)
_THAT_PART = Expression(
    r"^(?:Cette|Sa|Leur|This|That|Its|The) (?:part|proportion|share|ratio|percentage|taux|pourcentage)\b[^⟨⟩.;:]{0,40}$"
)
_A_GROUP = Expression(
    r"⟨N\d+⟩ [^.;:⟨⟩]{0,50}(?:portent|représentent|concentrent|pèsent|réalisent|emploient|assurent|account|employ|represent|generate|provide)\b[^.;:⟨⟩]{0,30}$"
)
"""Some of a kind, of whom a share says nothing: "une soixantaine d'acteurs portent un emploi sur deux"."""
_SHARE_LEFT = Expression(
    r"(?:c'était|it was|c'est|avec|puis|et|contre|pour|with|and|at|,|:|\() (?:environ |près de |about |some )?$"
)
_PART_OF_PLACE = Expression(r"^ (?:de la |de l'|du |de |d'|of )(?:the )?⟨L(\d+)⟩(?=[.,;)]|$)")
_ANOTHER = Expression(r"[;,]?(?: et| and)? (?:le |la |l'|les |the )?⟨[LO]\d+⟩,? (?:environ |about |some )?$")

_LONG = 7


@dataclass(frozen=True, slots=True)
class Whole:
    """What a share is taken of, as the text names it, and whether that is a place."""

    name: str | None
    place: bool


def ranks(typed: Typed) -> Iterator[tuple[Mention, str | None, re.Match[str]]]:
    """Each rank with its scope, where one is told or carried over from the rank before it."""
    known: str | None = None
    seen: set[int] = set()
    for pattern in (_RANK, _THE_FIRST, _NUMBER_ONE, _PLACED):
        for match in pattern.finditer(typed.string):
            groups = match.groupdict()
            number, behind = groups["n"] or groups.get("m"), groups["after"] or groups.get("table") or ""
            if number is None or int(number) in seen:
                continue
            mention = typed.mentions[int(number)]
            words = (groups.get("noun") or "") + _APPOSED.split(_BEHIND.split(behind)[0])[0]
            above = _TABLE.search(typed.string[: match.start()])
            scope = known = scope_of(typed, words) or (scope_of(typed, above.group()) if above else None) or known
            if (scope is None and pattern is not _PLACED) or re.match(
                r" ?(?:édition|fois)|[^.;]{0,20}(?:used to be|no longer|n'est plus)", behind
            ):
                continue
            if _ITS_FIRST.search(typed.string[: match.start()]):
                continue
            seen.add(int(number))
            yield mention, scope, match
    for match in _IN_BRACKETS.finditer(typed.string) if known else ():
        if int(match["n"]) not in seen:
            yield typed.mentions[int(match["n"])], known, match


_ENGLISH = Expression(
    r"\bnational (?:space |industrial |public )?(?:programme|funding|spending|income|turnover|workforce|total|budget)"
)


def scope_of(typed: Typed, words: str) -> str | None:
    """Of what a rank or a share is, as far as words tell."""
    for number in re.findall(r"⟨[LO](\d+)⟩", words):
        if typed.mentions[int(number)].kind == "O" and typed.mentions[int(number)].sort != "authority":
            continue
        name = typed.mentions[int(number)].name
        return "France" if name.startswith(("Hexagone", "hexagone")) else name
    if any(_NATIONWIDE.search(m.name) for m in typed.mentions if f"⟨T{typed.mentions.index(m)}⟩" in words):
        return "France"
    told = None if _ENGLISH.search(words) else next((name for pattern, name in _SCOPES if pattern.search(words)), None)
    body = re.search(r"(?:contribut\w+|fournisseur|client|supplier|employ\w+) [^⟨⟩]{0,15}⟨O(\d+)⟩", words)
    return typed.mentions[int(body[1])].name if body and told is None else told


def shares(typed: Typed, last: Whole | None) -> Iterator[tuple[Mention, Whole]]:
    """Each share of a named whole; one that names none is of the `last` whole that was named."""
    for mention in typed.of_kind("H"):
        before, after = typed.before(mention), typed.after(mention)
        if _A_GROUP.search(before):
            continue
        if told := _told(typed, mention, last):
            last = told
            yield mention, last
            continue
        match = _SHARE_OF.match(after)
        if match is None or not _SHARED.search(match["what"]):
            if last and last.place and (part := _PART_OF_PLACE.match(after)) and _SHARE_LEFT.search(before):
                last = Whole(typed.mentions[int(part[1])].name, place=True)
                yield mention, last
            elif last and _left_out(before, after):
                yield mention, last
            continue
        what = _APPOSED.split(match["what"])[0]
        place = scope_of(typed, what)
        if place is None and not _HOLDS.search(before) and not _BELONGS.search(after):
            continue
        last = Whole(place or _body_of(typed, what) or _whole(what), place is not None)
        yield mention, last


def _told(typed: Typed, mention: Mention, last: Whole | None) -> Whole | None:
    """What a share is of by its own words, by those before it, or as the one before."""
    before, after = typed.before(mention), typed.after(mention)
    one_in = _ONE_IN.search(mention.name)
    if one_in and (not _FIRM_IN.search(mention.name) or _BELONGS.search(after)):
        kind = f"{one_in['kind']}s" if one_in["kind"] else ""
        return Whole(scope_of(typed, mention.name) or f"{one_in[1] or one_in[3]}s{kind}", place=True)
    if part := _PART_IS.search(before):
        return Whole(_whole(part["what"] or part["of"] or ""), place=False)
    if part := _PART_OF.search(before):
        what = part["what"]
        return Whole(scope_of(typed, what) or _body_of(typed, what) or _whole(what), place=False)
    among = _FRONTED.search(before)
    if among and _BELONGS.search(after):
        return Whole(scope_of(typed, among["what"]), place=True)
    return last if _PART_TOO.search(before) or _THAT_PART.search(before) or _CLITIC.search(before) else None


def _body_of(typed: Typed, what: str) -> str | None:
    """The agency whose budget, contracts or subscriptions are shared."""
    body = re.search(r"⟨O(\d+)⟩", what)
    mention = typed.mentions[int(body[1])] if body else None
    return mention.name if mention is not None and mention.sort in {"agency", "public"} else None


def _left_out(before: str, after: str) -> bool:
    """Whether a share goes on from the one before: "et le Québec, 30 %", "contre 12 % en 2020"."""
    if _ANOTHER.search(before) and re.match(r" ?(?:[.,;)]|$)", after):
        return True
    return bool(_SHARE_LEFT.search(before) and re.match(r"[,.;)]|$| pour | for | ⟨[DU]| (?:en|in) ⟨D", after))


def _whole(what: str) -> str | None:
    """The words that name a whole: "entreprises du département"."""
    words = re.split(r",| de l'ordre| (?:et|qui|que|and|which|that|en|dans|in|avec|relèvent|sont|are) |⟨", what)[
        0
    ].strip()
    words = re.sub(r" (?:de la|de l'?|du|des|de|d'?|of the|of|from|by)$|(?<= )d'$", "", words)
    return words if words and len(words.split()) <= _LONG else None
