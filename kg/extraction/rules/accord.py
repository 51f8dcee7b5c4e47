"""The agreement that several sentences tell together: who is bound, where no single sentence names both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules import parties
from kg.extraction.typed import Typed, compiled

_PAPER = rf"(?:{parties.WORD}|(?<![\w-])(?:contrats?|documents?|textes?|alliance|engagements?|signatures?|paraphes?|contracts?|deal)(?![\w-]))"
_SIGN = (
    r"(?:\bsign(?:é|ée|és|ées|er|ent|e|ed|era|eront|aient|ait)\b|paraph|conclu|\bscell|\bnou[eé]|\btopp|renouvel|reconduit|"
    r"reconduct|prolong|\bratifi|contresign|\blie(?:nt|ra)?\b|\bliée?s?\b|\bunit\b|\bengage(?:nt)?\b|\bsignatures?\b|"
    r"\b(?:mis|met|mettent|mettre|appos\w+|put|puts) (?:leurs?|son|sa|their|its|his|her) (?:noms?|paraphes?|signatures?|names?))"
)
SPEAKS = tuple(
    compiled(source)
    for source in (
        rf"{_SIGN}[^.;]{{0,90}}{_PAPER}",
        rf"{_PAPER}[^.;]{{0,90}}{_SIGN}",
        rf"^(?:Une?|La|Le|L'|Cette|Cet|D'une?|A|An|The) ?{parties.WORD}[^.;⟨⟩]{{0,40}}[.?!]$",
        rf"{parties.WORD} en ⟨N\d+⟩ (?:volets|axes|points|chapitres)",
        r"\b(?:s'est|se sont|s'être|vient de s'|viennent de s'|va s'|vont s'|pour s'|s') ?(?:est |sont |être )?(?:alli(?:e|ent|er|ée?s?) (?:à|au|avec|pour)|uni(?:ssent|r|e|s|es)? (?:à|au|avec)|engag(?:e|ent|er|ée?s?)(?:,[^,;.]{0,40},)? (?:auprès|aux côtés|avec))",
        r"\bsont (?:à nouveau |désormais |maintenant |again |now )?(?:liée?s|unie?s|alliée?s|partenaires|bound|partners)\b",
        r"\b(?:s'est|se sont) (?:déjà |aussi |également )?(?:mise?s? d'accord|entendue?s?)(?! (?:sur|pour))",
        r"\bs'allient\b|\bse (?:lier|lie|lient) (?:à|au|avec)|(?:se sont|s'est) liée?s? (?:à|au|avec)",
        rf"{parties.WORD}[^.;⟨⟩]{{0,40}} (?:prévue?s?|attendue?s?|annoncée?s?|envisagée?s?|expected|planned)\b",
        r"(?:la |une |cette |encore une )signature(?! (?:de ⟨M|électronique))",
        rf"{parties.WORD}[^.;⟨⟩]{{0,40}} (?:avec|entre|with|between) {{det}}⟨O",
    )
)
_FORMER = Expression(
    rf"{parties.WORD} (?:précédente?|d'avant|antérieure?)\b|\b(?:précédente?|previous|earlier|former) {parties.WORD}|"
    rf"{parties.WORD} (?:que |qu')[^.;]{{0,60}}(?:avaient|avait) (?:conclu|sign|pass|nou)|\bcontrat (?:précédent|d'avant)|\bprécédent contrat",
    re.IGNORECASE,
)
_WITH_WORD = Expression(r"\ben partenariat avec|in partnership with|d'un commun accord|d'accord (?:sur|pour)")
_BINDS = Expression(_SIGN, re.IGNORECASE)
_TERMS = Expression(rf"{_SIGN}|avec |with |entre |between ", re.IGNORECASE)
_ASIDE = Expression(
    r"(?:\bselon|d'après|\bdevant|présence d[eu]'?|siège d[eu]'?|locaux d[eu]'?|\bchez|\bdans|\bsur|\blors d[eu]'?|égide d[eu]'?|"
    r"\bcelui d[eu]'?|\bcelle d[eu]'?|filiale d[eu]'?|sites? d[eu]'?|stand d[eu]'?|salons? d[eu]'?|pour le compte d[eu]'?|membres? d[eu]'?|"
    r"\b(?:lequel|laquelle|lesquels|lesquelles|dont|où)|according to|(?:launch|fly|lift off|operate)\w* from|subsidiary of|at|stand of) ?(?:la |le |les |l'|the )?$",
    re.IGNORECASE,
)
_GENITIVE = Expression(r"(?P<before>[^\s,;:()«»]*)[ ,]*(?:\bde la |\bde l'|\bdu |\bdes |\bde |\bd'|\bof (?:the )?)$")
_VENUE = Expression(r"(?:\b[àÀ] la |\b[àÀ] l'|\b[Aa]u |\bat (?:the )?|\b(?:at|in|on) [A-Z]' ?)$")
_DEED = Expression(
    rf"{parties.WORD}|(?:\b(?:le|la|ce|cette|the|this) |\bl')(?:contrat|commande|marché|bail|contract|order|deal)\b",
    re.IGNORECASE,
)
_BOUND_TO = Expression(
    r"(?:\bli(?:e|er|ée?s?|ent|ait|era|é)\b|\bun(?:it|ir|ie?s?)\b|alli|associ|engag)[^.;]{0,60}$", re.IGNORECASE
)
_HEADED = compiled(
    r"(?:auprès|aux côtés|au nom|de la part|(?<!dans le ){title}(?: [^.;,⟨⟩]{0,30})?|convention|accord|partenariat|engagement|signature|patron(?:ne)?|représentante?s?),? {de}(?:{the})$"
)
_CONTINUED = Expression(
    r"^(?:D'un côté|De l'autre|D'une part|D'autre part|D'un bord|On (?:one|the other) side|On the other|Elles?|Ils?|Celle-ci|Celui-ci|Cette|Ce|Cet|Le texte|Le document|La signature|Les? signatures?|Les? signataires?|"
    r"On |Au bas|L'accord|La convention|Le partenariat|Pour |It |They |The )"
)
_ANOTHER = Expression(
    r"\b(?:une? autre|encore une?|another|a second|une? (?:second|deuxième|nouvel)e?|autre objet)\b", re.IGNORECASE
)
_COUNTED = Expression(
    r"tripartite|quadripartite|(?:à|les|ces|the|these) (?:⟨N\d+⟩|deux|trois|quatre|two|three)(?: (?:partenaires|parties|signataires|institutions|partners))?",
    re.IGNORECASE,
)
_TOGETHER = Expression(
    r"\b(?:communes|départements|métropoles|agglomérations|universités|collectivités|councils)(?: (?!avec|sont|ont|et|qui)[a-zà-ÿ]+(?:aise|oise|ienne|aine|ane|ale|ère)s)?\b"
)
"""Bodies that no name names, bound as a whole."""
_PREFECT = Expression(r"\bpréf(?:et|ète) (?:de la région |de la |de |d')⟨[LO](?P<area>\d+)⟩")
_SO_MANY = Expression(
    r"⟨N(\d+)⟩ (?:[a-zà-ÿ]+ )?(?:établissements|partenaires|acteurs|organisations|organismes|entités|structures|institutions|universités|écoles|laboratoires|entreprises|sociétés|groupes|industriels|collectivités|pôles|clusters|agences|pays|signataires|membres|"
    r"fondateurs|organi[sz]ations|partners|companies|firms|universities|schools|agencies|bodies|signatories|members|players|institutes)\b"
)
_REPRESENTED = Expression(
    r"^(?:Leurs (?:représentants|dirigeants|directeurs|présidents|patrons)|Tous|Toutes|Ils|Elles|They|All|Their (?:heads|leaders|representatives|directors))\b"
)
_MOST = 15
_SIDES = Expression(
    r"(?:D'un côté|De l'autre|D'une part|D'autre part|D'un bord|On (?:one|the other) side|On the other)\b"
)
_HEAD_OF = Expression(
    r"\b(?:ministre-présidente?|[Pp]remi(?:er|ère) ministre|présidente?|gouverneure?|maire|bourgmestre|[Mm]ayor|[Pp]remier|[Mm]inister|[Pp]resident) (?:de la |de l'|du |de |d'|of )⟨L(?P<area>\d+)⟩"
)
_SILENT = frozenset({"media", "country", "continent"})
_PAIR, _MANY = 2, 5
_NEAR = 600
"""How far from its words an agreement's parties are looked for, in characters."""


def speaks(typed: Typed) -> bool:
    """Whether a sentence speaks of an agreement that binds somebody."""
    string = _WITH_WORD.sub("", typed.string)
    return typed.sentence.kind != "furniture" and any(p.search(string) for p in SPEAKS)


def former(typed: Typed) -> bool:
    """Whether a sentence speaks of the agreement that came before."""
    return _FORMER.search(typed.string) is not None


def another(typed: Typed) -> bool:
    """Whether a sentence sets its agreement apart from the one before."""
    return _ANOTHER.search(typed.string) is not None


def here(typed: Typed) -> list[Mention]:
    """The organisations of a sentence that may be bound by what it speaks of, each once."""
    bodies = [m for m in typed.of_kind("O") if m.sort not in _SILENT and not _aside(typed, m) and not _a_word(m)]
    return _distinct([*_collective(typed), *bodies, *_prefect(typed), *_headed(typed)])


def _a_word(mention: Mention) -> bool:
    """Whether what was taken for a name is but a word of agreements: "MoU"."""
    return parties.AGREEMENT.fullmatch(mention.name) is not None


def _prefect(typed: Typed) -> Iterator[Mention]:
    """A prefect, who signs for the State."""
    for match in _PREFECT.finditer(typed.string):
        start, end = typed.origin(match.start()), typed.origin(match.end())
        body = typed.mentions[int(match["area"])]
        area = re.sub(r"^(?:[Rr]égion|Conseil régional)(?: de la| de| d')? ?", "", body.name)
        yield Mention("O", "public", start, end, f"préfet de la région {area}")


def _headed(typed: Typed) -> Iterator[Mention]:
    """A town or region whose head signs: "le ministre-président de la Wallonie"."""
    if _SIDES.match(typed.string):
        for match in _HEAD_OF.finditer(typed.string):
            yield typed.mentions[int(match["area"])]


def _collective(typed: Typed) -> Iterator[Mention]:
    if not re.search(r"convention|accord|agreement", typed.string, re.IGNORECASE):
        return
    for match in _TOGETHER.finditer(typed.string):
        if re.search(r"(?:^|[.;:>] ?|\b[Ll]es |⟨N\d+⟩ )$", typed.string[: match.start()]):
            start, end = typed.origin(match.start()), typed.origin(match.end())
            yield Mention("O", "authority", start, end, match.group())


def bound(document: Document, index: int) -> list[Mention]:
    """The parties of the agreement of a sentence, its neighbours read as far as it takes to find enough of them."""
    typed = document.prose[index]
    wanted = _wanted(typed)
    found = here(typed)
    if len(found) >= wanted:
        return found
    for near in _neighbours(document, index):
        if not found and wanted == _PAIR and not (_BINDS.search(near.string) or _SIDES.match(near.string)):
            continue
        more = here(near)
        found = _distinct([*found, *(more if len(more) <= wanted else more[: wanted - len(found)])])
        if len(found) >= wanted:
            return found[:wanted]
    if not found and _BINDS.search(typed.string) and _DEED.search(typed.string):
        led = [here(t) for t in reversed(document.prose[max(0, index - 2) : index])]
        found = next((bodies for bodies in led if len(bodies) == wanted), [])
    main = document.main("O")
    if len(found) == 1 and main is not None and main.name != found[0].name and main.sort not in _SILENT:
        found.append(main)
    return found if len(found) == wanted else []


def rolled(document: Document, index: int) -> list[Mention]:
    """The signatories that a sentence only counts, where a list near it names as many: "sept écoles ont signé"."""
    typed = document.prose[index]
    counted = _SO_MANY.search(typed.string)
    if counted is None and _REPRESENTED.search(typed.string) and not here(typed):
        return next(
            (found for n in range(1, 4) if index >= n and (found := _counted_in(document.prose[index - n]))), []
        )
    value = typed.mentions[int(counted[1])].value if counted else None
    wanted = int(value.number or 0) if value else 0
    if not _PAIR < wanted <= _MOST:
        return []
    missing = wanted // 4
    near = [*document.prose[index + 1 : index + 9], *reversed(document.prose[max(0, index - 5) : index]), typed]
    for row in near:
        if wanted - missing <= len(found := _listed(row)) <= wanted:
            return found
    rows: list[Mention] = []
    for row in document.prose[index + 1 : index + 9 + wanted]:
        plain = row.sentence.kind in {"bullet", "heading", "label"}
        rows = _distinct([*rows, *_listed(row)[:1]]) if plain else rows if len(rows) >= wanted - missing else []
        if len(rows) == wanted:
            return rows
    return []


def _counted_in(typed: Typed) -> list[Mention]:
    """The bodies that a sentence both names and counts: "A, B, C et D : ces quatre écoles"."""
    counted = _SO_MANY.search(typed.string)
    value = typed.mentions[int(counted[1])].value if counted else None
    found = _listed(typed)
    return found if value and _PAIR < len(found) == int(value.number or 0) <= _MOST else []


def _listed(typed: Typed) -> list[Mention]:
    return _distinct(m for m in typed.of_kind("O") if m.sort not in _SILENT)


def _wanted(typed: Typed) -> int:
    match = _COUNTED.search(typed.string)
    words = match.group() if match else ""
    if number := re.search(r"⟨N(\d+)⟩", words):
        value = typed.mentions[int(number[1])].value
        told = int(value.number or 2) if value else 2
        return told if _PAIR <= told <= _MANY else _PAIR
    return next((n for word, n in (("tri", 3), ("trois", 3), ("three", 3), ("qua", 4)) if word in words.lower()), _PAIR)


def _neighbours(document: Document, index: int) -> Iterator[Typed]:
    """The sentences that go on with an agreement, then those that lead to it, nearest first."""
    prose = document.prose
    at = prose[index].sentence
    for after in prose[index + 1 : index + 3]:
        if not _CONTINUED.match(after.string) and not _TERMS.search(after.string):
            break
        yield after
    for before in reversed(prose[max(0, index - 7) : index]):
        if at.start - before.sentence.end <= _NEAR:
            yield before


def _aside(typed: Typed, mention: Mention) -> bool:
    """Whether an organisation only stands by: a venue, a source, what something else belongs to."""
    lead = typed.before(mention)
    if _ASIDE.search(lead):
        return True
    if _VENUE.search(lead):
        return not _BOUND_TO.search(lead)
    if _GENITIVE.search(lead):
        return not _HEADED.search(lead[-120:])
    return False


def _distinct(found: Iterable[Mention]) -> list[Mention]:
    kept: dict[str, Mention] = {}
    for mention in found:
        kept.setdefault(mention.name, mention)
    return list(kept.values())
