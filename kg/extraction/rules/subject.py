"""Whom a figure measures: the region, the town or the organisation that a sentence, or the text, is about."""

from __future__ import annotations

import re

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.clauses import AT, PRONOMINAL, PRONOUN, between, fronted, leads, oblique, titled, wide
from kg.extraction.rules.clauses import before as earlier
from kg.extraction.typed import Typed

_A_REGION = re.compile(r"\b(?:une|la|cette|sa|the|a|this) (?:région|region)\b[^.;⟨⟩]{0,60}$")
_CALLED = re.compile(
    r"[^.;:⟨⟩]{0,40}(?:⟨L\d+⟩)?,? (?:s'appelle|se nomme|a pour nom|c'est|is called|is named) (?:la |le |l')?⟨[OFL](\d+)⟩"
)
_SOURCE = re.compile(
    r"^,? (?:en |y )?(?:dénombre|recense|estime|évalue|a (?:recensé|dénombré|compté|pesé|interrogé|évalué|chiffré|estimé)|croit savoir|finds?\b|counts?\b|counted|estimates?d?|avance|revendique [^.]{0,40}que|chiffre)"
)
_WHOSE = re.compile(
    r"⟨[OF](\d+)⟩,? (?:dont|whose) (?!(?:elle|il|ils|elles|it)\b)[^.;⟨⟩]{0,60}(?:en ⟨D\d+⟩ )?$|⟨[OFL](\d+)⟩,? (?:qui|which|that) [^.;,⟨⟩]{0,40}$|⟨[OF](\d+)⟩,? (?:et|and) (?:à |de |with )?(?:ses|its|leurs) $|^(?:En|In|Dans le|Dans la|À|Au) (?:seule? )?⟨L(\d+)⟩,? [^⟨⟩]{3,60}$"
)
_BODY_NOUN = re.compile(
    r"[- ](?:[a-zà-ÿ]+ )?(?:opérateur|constructeur|fabricant|fournisseur|employeur|équipementier|motoriste|producteur|exploitant|operator|manufacturer|supplier|employer|maker|producer|de l'emploi)"
)
_NAMED_NEXT = re.compile(
    r"(?:(?:Il|Elle|It) (?:s'appelle|se nomme|a pour nom|is called)|(?:Son|Its) (?:nom|name)(?: is| est)?(?: ?[?:])?|C'est|It is) (?:la |le |l'|the )?⟨[OF](\d+)⟩"
)
_OWNED = re.compile(
    r"\b(?:son|sa|its|leur) (?:capital|actionnaire|shareholder|owner)|\bactionnaires\b|\bshareholders\b"
)
_IT_IS = re.compile(r"\b(?:[Cc]'est|[Ii]t is|[Ii]t's) (?:le |la |the )?$")
_THE_COUNTRY = re.compile(r"(?:(?:Now|Mais|But|Et|Aujourd'hui|Today),? )?(?:[Ll]e pays|[Tt]he country)\b")
_A_COMPANY = re.compile(
    r"(?:Le |La |L'|The )(?:concepteur|constructeur|fabricant|fournisseur|motoriste|équipementier|opérateur|exploitant|industriel|groupe|entreprise|société|start-up|jeune pousse|firme|PME|company|firm|group|maker|manufacturer|operator|supplier|start-up|startup)\b"
)
_APPOSED_RANK = re.compile(r"[^.;:⟨⟩]{0,60}(?:⟨L\d+⟩)?[^.;:,⟨⟩]{0,20}, (?:le |la |l'|the )?⟨[OF](\d+)⟩")
_FOUND_IN = re.compile(
    r"[^.;:]{0,80}?\b(?:sont|est|se trouve(?:nt)?|se concentre(?:nt)?|are|is|work|works)(?: (?:employés?|basés?|installés?|situés?|concentrés?|localisés?|implantés?|based|located|concentrated|found|employed))? (?:en|à|au|dans|in) (?:la |le |l'|the )?⟨L(\d+)⟩"
)
_OPENING = 8
_NEAR_START = 160
_PLACES = ("region", "department", "commune", "city")
_OWNER = re.compile(
    r" [a-zà-ÿ' -]{0,40}?\b(?:que|qu')(?: y)? ?(?:compte|emploie|recense|abrite|réunit|dénombre|fait travailler|a)(?:nt|ra)?,? (?:[a-zà-ÿ]+ )?(?:la |le |l')?⟨[OLF](\d+)⟩"
    r"| [a-zà-ÿ' -]{0,40}?\b(?:que|qu'|that) ?(?:la |le |l'|the )?⟨[OLF](\d+)⟩ (?:y )?(?:emploie|compte|abrite|employs|has)"
    r"|(?: directs?)? (?:salariés|collaborateurs|employés|agents|emplois|employees|jobs|staff)(?: [a-zà-ÿ]+)? (?:de |du |d'|de la |de l'|at |of )⟨[OF](\d+)⟩"
)
_IN_THE_WORLD = re.compile(
    r"(?:^|[:;«\"] ?)(?P<world>Dans le monde|À travers le monde|Worldwide|Around the world|Across the world|In the world),? [^⟨⟩.;:]{0,30}$",
    re.IGNORECASE,
)
_STATISTICS = re.compile(
    r"(?i)\b(?:observatoire|insee|urssaf|statist|banque de france|chambre de commerce|CCI)\b|observatory|chamber of commerce"
)
_WORLDWIDE = re.compile(r" [a-zà-ÿ' -]{0,30}?(dans le monde|worldwide|in the world|around the world)\b")
_NATIONWIDE = re.compile(
    r"(?:[ÀA] l'échelle (?:du pays|nationale|de la France)|[Aa]u (?:niveau|plan) national|[Dd]ans tout le pays|total national|nationwide)(?=[, ])(?!,? (?:et|and) )[^⟨⟩]*$|^(?:À l'échelle (?:du pays|nationale)|Au (?:niveau|plan) national|Dans tout le pays|Nationwide),"
)
_UNNAMED = re.compile(
    r"\b(?:PME|ETI|société|entreprise|start-up|startup|groupe|firme|company|firm|SME) (?:[a-zà-ÿ]+ )?(?:de |à |in |du |from |d')(?:la |l')?$"
)
_SECTOR = re.compile(
    r"(?:filière|secteur|industrie|écosystème|économie|tissu|spatial|aérospatiale?|aéronautique|établissements|effectifs|emplois)(?= )(?: (?P<near>[a-zà-ÿ-]+))(?: (?P<far>[a-zà-ÿ-]+))?"
)
_BRITISH = re.compile(
    r"\b([A-Z][a-z]+) (?:(?:space|aerospace|satellite|aviation|and|defence) ){0,3}(?:sector|industry|cluster|ecosystem|firms|companies|economy)\b"
)
_COUNTRYWIDE = {
    "tricolore": ("France",),
    "tricolores": ("France",),
    "hexagonale": ("France",),
    "hexagonal": ("France",),
}
_NATIONS = {
    "Scottish": "Scotland", "Welsh": "Wales", "British": "United Kingdom", "German": "Germany", "French": "France",
    "Italian": "Italy", "Spanish": "Spain", "Catalan": "Catalonia", "Bavarian": "Bavaria", "Flemish": "Flanders",
    "Walloon": "Wallonia", "Belgian": "Belgium", "Dutch": "Netherlands", "Swedish": "Sweden", "Basque": "Basque Country",
    "Andalusian": "Andalusia", "Cornish": "Cornwall", "Norwegian": "Norway", "Portuguese": "Portugal", "Irish": "Ireland",
}  # fmt: skip
_REGIONAL = re.compile(r" [a-zà-ÿ-]+ (?:régionales|régionaux|de la région|du territoire)\b")


def whom(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """Whom a figure measures: the sentence's own subject, a place named after it, else what the text is about."""
    if stated := _stated(document, typed, at, measure):
        return stated
    lead = typed.before(at)
    fitting = [m for m in typed.of_kind("OLF") if _measured(typed, m)]
    if measure in {"companies", "establishments"}:
        fitting = [m for m in fitting if m.kind == "L" or m.sort == "authority"]
    if body := measure == "rank" and _of_a_body(typed, at):
        fitting = [m for m in fitting if m.kind != "L"]
    before = [m for m in fitting if m.end <= at.start]
    leading = [m for m in before if leads(typed, m)]
    if leading:
        return filler("subject", leading[-1])
    narrow = [m for m in fitting if not wide(m)]
    after = [m for m in narrow if m.start >= at.end and m.sort in _PLACES]
    if re.search(r"⟨N\d+⟩[^⟨⟩.;]{0,40}\b(?:dont|including|of (?:which|whom)) (?:[a-zà-ÿ]+ ){0,2}$", lead):
        after = []
    if people := _people(typed, lead):
        return people
    pronoun = bool(PRONOUN.search(lead))
    named = None if pronoun else _named_here(typed, [m for m in before if not wide(m)], after, at)
    if named is not None:
        return filler("subject", named)
    return (
        (None if pronoun else _people(typed, typed.string))
        or _country(document, typed)
        or _context(document, typed, "body" if body else measure)
    )


def _of_a_body(typed: Typed, at: Mention) -> bool:
    """Whether a rank is one that a company holds, not a region: "le premier opérateur européen"."""
    behind = typed.string[typed.position(at) :].partition("⟩")[2]
    return bool(_BODY_NOUN.match(behind))


def _measured(typed: Typed, mention: Mention) -> bool:
    """Whether a name can be what is measured: no title's complement, no source of figures, not who comes behind."""
    at = typed.position(mention)
    lead, behind = typed.string[:at], typed.string[at:].partition("⟩")[2]
    ahead = re.search(r"(?:derrière|devant|après|behind|after|contre|face à|loin de) (?:la |le |l'|the )?$", lead)
    unnamed = mention.kind == "L" and _UNNAMED.search(lead)
    counts = mention.kind == "O" and _STATISTICS.search(mention.name)
    return not ahead and not unnamed and not counts and not titled(typed, mention) and not _SOURCE.match(behind)


def _named_here(typed: Typed, before: list[Mention], places: list[Mention], at: Mention) -> Mention | None:
    """The name in the sentence that a figure belongs to: the one before it, or a place right behind the figure."""
    beside = [m for m in places if re.fullmatch(r"[^.;:,⟨⟩]{0,40}", between(typed, at, m))]
    subjects = [m for m in before if not oblique(typed, m) and not _apposed(typed, m)]
    bodies = [m for m in subjects if not (m.kind == "L" and AT.search(typed.before(m)))]
    return next(
        iter(
            [
                *bodies[-1:],
                *beside,
                *subjects[-1:],
                *(m for m in places if "," not in between(typed, at, m)),
                *before[-1:],
            ]
        ),
        None,
    )


def _stated(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """The subject that the words beside a figure name: "dont le chiffre d'affaires", "à l'échelle du pays"."""
    lead = typed.before(at)
    behind = typed.string[len(lead) :].partition("⟩")[2]
    if owner := _WHOSE.search(lead) or _OWNER.match(behind):
        return filler("subject", typed.mentions[int(next(g for g in owner.groups() if g))])
    clause = re.split(r"[:;] ", lead)[-1]
    if country := _NATIONWIDE.search(clause):
        start = typed.origin(len(lead) - len(clause) + country.start())
        return Filler("subject", "France", start, start + len(country.group()))
    if fronting := _IN_THE_WORLD.search(lead):
        return Filler("subject", "monde", typed.origin(fronting.start("world")), typed.origin(fronting.end("world")))
    if world := _WORLDWIDE.match(behind):
        start = typed.origin(len(typed.string) - len(behind) + world.start(1))
        return Filler("subject", "monde", start, start + len(world[1]))
    regional = (measure == "companies" and _REGIONAL.match(behind)) or (measure == "rank" and _A_REGION.search(lead))
    named = fronted(typed, at) or (document.main("L", ("region",)) if regional else None)
    if measure == "rank":
        named = _ranked(document, typed, lead, behind) or named
    if measure == "share" and len(lead) < _NEAR_START and (place := _FOUND_IN.match(behind)):
        named = typed.mentions[int(place[1])]
    return filler("subject", named) if named else None


def _ranked(document: Document, typed: Typed, lead: str, behind: str) -> Mention | None:
    """Who has a rank, by what follows it: its name, an apposition, the next sentence."""
    if called := _CALLED.match(behind):
        return typed.mentions[int(called[1])]
    after = _next(document, typed)
    if after is not None and (named := _NAMED_NEXT.match(after.string)):
        return after.mentions[int(named[1])]
    if _IT_IS.search(lead) and not typed.of_kind("OF"):
        previous = next(earlier(document, typed), None)
        bodies = [m for m in previous.of_kind("OF") if not oblique(previous, m)] if previous else []
        return bodies[-1] if bodies else None
    body = _APPOSED_RANK.match(behind) if len(lead) < _OPENING else None
    return typed.mentions[int(body[1])] if body else None


def _next(document: Document, typed: Typed) -> Typed | None:
    return next((t for t in document.prose if t.sentence.start >= typed.sentence.end), None)


def _people(typed: Typed, lead: str) -> Filler | None:
    """As in “La filière spatiale francilienne”, "the Scottish space sector": the place that qualifies the sector."""
    for match in _SECTOR.finditer(lead):
        for word in ("near", "far"):
            place = tables.peoples().get(tables.plain(match[word] or "")) or _COUNTRYWIDE.get(match[word] or "")
            if place:
                start = typed.origin(match.start(word))
                return Filler("subject", place[0], start, start + len(match[word]))
    nation = _BRITISH.search(lead)
    if nation is not None and (named := _NATIONS.get(nation[1])):
        return Filler("subject", named, typed.origin(nation.start(1)), typed.origin(nation.end(1)))
    return None


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where the organisation before it is: "Sodern, à Limeil"."""
    return bool(re.search(r"⟨[OF]\d+⟩,? (?:à|de|in|at) $", typed.before(mention)))


def _country(document: Document, typed: Typed) -> Filler | None:
    """Which country a sentence that opens with "le pays" means: the last one named."""
    if not _THE_COUNTRY.match(typed.string):
        return None
    countries = (m for previous in earlier(document, typed) for m in reversed(previous.of_kind("L")) if wide(m))
    last = next(countries, None)
    return filler("subject", last) if last else None


def _context(document: Document, typed: Typed, measure: str) -> Filler | None:
    """Who the sentences before are about, from the last one back, else the text's main thing."""
    kinds = {"companies": "L", "establishments": "L", "jobs": "OLF", "revenue": "OL", "body": "O"}.get(measure, "OL")
    row = typed.sentence.kind in {"bullet", "label"}
    nominal = kinds.startswith("O") and _A_COMPANY.match(typed.string)
    spare: Mention | None = None
    for previous in earlier(document, typed):
        if row and previous.sentence.kind in {"bullet", "label"}:
            continue
        if _OWNED.search(previous.string):
            continue
        fitting = [m for m in previous.of_kind(kinds) if _measured(previous, m)]
        if nominal and (companies := [m for m in fitting if m.sort in {"company", "model"} and not m.nominal]):
            return filler("subject", companies[-1])
        if leading := [m for m in fitting if leads(previous, m) or (row and wide(m))]:
            return filler("subject", leading[0])
        if row and previous.sentence.kind == "heading":
            break
        if people := _people(previous, previous.string):
            return people
        fitting = [m for m in fitting if not wide(m) and m.sort not in {"agency", "public"}]
        if PRONOMINAL.search(previous.string) or not fitting:
            continue
        nearest = min(fitting, key=lambda m: _aside(previous, m))
        if nearest.kind != "L" or measure != "revenue":
            return filler("subject", nearest)
        spare = spare or nearest
    main = spare or document.main(kinds)
    return filler("subject", main) if main else None


def _aside(typed: Typed, mention: Mention) -> int:
    """How far a name is from being what its sentence is about: a site, a body, a place, what follows a preposition."""
    if mention.kind == "F":
        return 0
    where = bool(AT.search(typed.before(mention)))
    return 3 if oblique(typed, mention) else 2 if where else 1
