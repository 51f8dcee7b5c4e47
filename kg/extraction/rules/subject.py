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
    r"⟨[OF](\d+)⟩,? (?:dont|whose) [^.;⟨⟩]{0,60}(?:en ⟨D\d+⟩ )?$|⟨[OFL](\d+)⟩,? (?:qui|which|that) [^.;,⟨⟩]{0,40}$|⟨[OF](\d+)⟩,? (?:et|and) (?:à |de |with )?(?:ses|its|leurs) $|^(?:En|In|Dans le|Dans la|À|Au) (?:seule? )?⟨L(\d+)⟩,? [^⟨⟩]{3,60}$"
)
_PLACES = ("region", "department", "commune", "city")
_OWNER = re.compile(
    r" [a-zà-ÿ' -]{0,40}?\b(?:que|qu')(?: y)? ?(?:compte|emploie|recense|abrite|réunit|dénombre|fait travailler|a)(?:nt|ra)?,? (?:[a-zà-ÿ]+ )?(?:la |le |l')?⟨[OLF](\d+)⟩"
    r"| [a-zà-ÿ' -]{0,40}?\b(?:que|qu'|that) ?(?:la |le |l'|the )?⟨[OLF](\d+)⟩ (?:y )?(?:emploie|compte|abrite|employs|has)"
    r"|(?: directs?)? (?:salariés|collaborateurs|employés|agents|emplois|employees|jobs|staff)(?: [a-zà-ÿ]+)? (?:de |du |d'|de la |de l'|at |of )⟨[OF](\d+)⟩"
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
    lead = typed.string[: typed.position(at)]
    fitting = [m for m in typed.of_kind("OLF") if _measured(typed, m)]
    if measure in {"companies", "establishments"}:
        fitting = [m for m in fitting if m.kind == "L" or m.sort == "authority"]
    before = [m for m in fitting if m.end <= at.start]
    leading = [m for m in before if leads(typed, m)]
    if leading:
        return filler("subject", leading[-1])
    narrow = [m for m in fitting if not wide(m)]
    after = [m for m in narrow if m.start >= at.end and m.sort in _PLACES]
    if people := _people(typed, lead):
        return people
    pronoun = bool(PRONOUN.search(lead))
    named = None if pronoun else _named_here(typed, [m for m in before if not wide(m)], after, at)
    if named is not None:
        return filler("subject", named)
    return (None if pronoun else _people(typed, typed.string)) or _context(document, typed, measure)


def _measured(typed: Typed, mention: Mention) -> bool:
    """Whether a name can be what is measured: no title's complement, no source of figures, not who comes behind."""
    at = typed.position(mention)
    lead, behind = typed.string[:at], typed.string[at:].partition("⟩")[2]
    ahead = re.search(r"(?:derrière|devant|après|behind|after|contre|face à|loin de) (?:la |le |l'|the )?$", lead)
    unnamed = mention.kind == "L" and _UNNAMED.search(lead)
    return not ahead and not unnamed and not titled(typed, mention) and not _SOURCE.match(behind)


def _named_here(typed: Typed, before: list[Mention], places: list[Mention], at: Mention) -> Mention | None:
    """The name in the sentence that a figure belongs to: the one before it, or a place right behind the figure."""
    beside = [m for m in places if re.fullmatch(r"[^.;:,⟨⟩]{0,40}", between(typed, at, m))]
    subjects = [m for m in before if not oblique(typed, m) and not _apposed(typed, m)]
    bodies = [m for m in subjects if not (m.kind == "L" and AT.search(typed.string[: typed.position(m)]))]
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
    lead = typed.string[: typed.position(at)]
    behind = typed.string[len(lead) :].partition("⟩")[2]
    if owner := _WHOSE.search(lead) or _OWNER.match(behind):
        return filler("subject", typed.mentions[int(next(g for g in owner.groups() if g))])
    clause = re.split(r"[:;] ", lead)[-1]
    if country := _NATIONWIDE.search(clause):
        start = typed.origin(len(lead) - len(clause) + country.start())
        return Filler("subject", "France", start, start + len(country.group()))
    if world := _WORLDWIDE.match(behind):
        start = typed.origin(len(typed.string) - len(behind) + world.start(1))
        return Filler("subject", "monde", start, start + len(world[1]))
    if measure == "rank" and (called := _CALLED.match(behind)):
        return filler("subject", typed.mentions[int(called[1])])
    regional = (measure == "companies" and _REGIONAL.match(behind)) or (measure == "rank" and _A_REGION.search(lead))
    named = fronted(typed, at) or (document.main("L", ("region",)) if regional else None)
    return filler("subject", named) if named else None


def _people(typed: Typed, lead: str) -> Filler | None:
    """As in “La filière spatiale francilienne”, "the Scottish space sector": the place that qualifies the sector."""
    for match in _SECTOR.finditer(lead):
        for word in ("near", "far"):
            place = tables.peoples().get(tables.plain(match[word] or ""))
            if place:
                start = typed.origin(match.start(word))
                return Filler("subject", place[0], start, start + len(match[word]))
    nation = _BRITISH.search(lead)
    if nation is not None and (named := _NATIONS.get(nation[1])):
        return Filler("subject", named, typed.origin(nation.start(1)), typed.origin(nation.end(1)))
    return None


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where the organisation before it is: "Sodern, à Limeil"."""
    return bool(re.search(r"⟨[OF]\d+⟩,? (?:à|de|in|at) $", typed.string[: typed.position(mention)]))


def _context(document: Document, typed: Typed, measure: str) -> Filler | None:
    """Who the sentences before are about, from the last one back, else the text's main thing."""
    kinds = {"companies": "L", "establishments": "L", "jobs": "OLF", "revenue": "OL"}.get(measure, "OL")
    row = typed.sentence.kind in {"bullet", "label"}
    spare: Mention | None = None
    for previous in earlier(document, typed):
        if row and previous.sentence.kind in {"bullet", "label"}:
            continue
        fitting = [m for m in previous.of_kind(kinds) if _measured(previous, m)]
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
    where = bool(AT.search(typed.string[: typed.position(mention)]))
    return 3 if oblique(typed, mention) else 2 if where else 1
