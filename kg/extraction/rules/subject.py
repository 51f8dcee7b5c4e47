"""Whom a figure measures: the region, the town or the organisation that a sentence, or the text, is about."""

from __future__ import annotations

import re

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_LEADS = re.compile(
    r"(?:^(?:(?:[ÀA] (?:lui|elle) seule?|Selon [^,]{3,40}|En ⟨D\d+⟩|⟨D\d+⟩|Today|Aujourd'hui|Désormais|Mais|Et|But|Ainsi|Or|Quant à|Fort[es]* d[e'] ?⟨N\d+⟩ [^,]{3,30}),? )?"
    r"|[;:«\"–] ?|, (?:et |mais |and |but |where |while |où |tandis que |dont )?| (?:que |qu'|and |et |mais |but |car |tandis que |while ))"
    r"(?:(?:le |la |les |l'|the |ce |cette |à |au )?(?:(?:filière|secteur|site|groupe|société|start-up|entreprise|usine|port spatial|PME|company|industrie|métropole|région|ville|territoire|département|seul|seule|base|centre)s? )?(?:(?:spatiale?|industrielle?|aérospatiale?|voisine?) )?(?:de la |de l'|de |du |d'|en )?)?$",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:dans (?:le |la |l'|les )?|en |à |aux? |in (?:the )?|near |at |sur (?:le |la |l')|from |depuis )$",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:(?:Aujourd'hui|Désormais|En ⟨D\d+⟩|⟨D\d+⟩|Today|Now|Mais|But|Et|Par [^,]{3,20}),? )?(?:Elle|Il|Elles|Ils|It|They|Son|Sa|Ses|Its|Their|Leurs?|On y|Y)\b"
    r"|[,;:] (?:elle|il|it|elles|ils|they)(?: y| en| is| now)? [^.;:⟨⟩]{0,60}$|\b(?:sa|ses|son|its|leurs?|their) [^.;:⟨⟩,]{0,40}$",
)
_SOURCE = re.compile(
    r"^,? (?:en |y )?(?:dénombre|recense|estime|évalue|a (?:recensé|dénombré|compté|pesé|interrogé|évalué|chiffré|estimé)|croit savoir|finds?\b|counts?\b|counted|estimates?d?|avance|revendique [^.]{0,40}que|chiffre)"
)
_WHOSE = re.compile(r"⟨[OF](\d+)⟩,? (?:dont|whose) [^.;⟨⟩]{0,60}(?:en ⟨D\d+⟩ )?$")
_PLACES = ("region", "department", "commune", "city")
_FAR = 500
"""Characters back to which a sentence may leave its subject out."""
_NATIONWIDE = re.compile(
    r"(?:[ÀA] l'échelle (?:du pays|nationale|de la France)|[Aa]u (?:niveau|plan) national|[Dd]ans tout le pays|total national|nationwide)(?=[, ])"
)
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
    leading = [m for m in before if _leads(typed, m)]
    if leading:
        return filler("subject", leading[-1])
    narrow = [m for m in fitting if not _wide(m)]
    after = [m for m in narrow if m.start >= at.end and m.sort in _PLACES]
    pronoun = bool(_PRONOUN.search(lead))
    named = None if pronoun else _named_here(typed, [m for m in before if not _wide(m)], after, at)
    if named is not None:
        return filler("subject", named)
    return (None if pronoun else _people(typed)) or _context(document, typed, measure)


def _wide(mention: Mention) -> bool:
    return mention.sort in {"country", "continent"}


def _measured(typed: Typed, mention: Mention) -> bool:
    """Whether a name can be what is measured: no title's complement, no source of figures, not who comes behind."""
    at = typed.position(mention)
    lead, behind = typed.string[:at], typed.string[at:].partition("⟩")[2]
    ahead = re.search(r"(?:derrière|devant|après|behind|after|contre|face à|loin de) (?:la |le |l'|the )?$", lead)
    return not ahead and not _titled(typed, mention) and not _SOURCE.match(behind)


def _leads(typed: Typed, mention: Mention) -> bool:
    """Whether a name stands where a clause has its subject."""
    lead = typed.string[: typed.position(mention)]
    return bool(_LEADS.search(lead)) and not _AT.search(lead)


def _named_here(typed: Typed, before: list[Mention], places: list[Mention], at: Mention) -> Mention | None:
    """The name in the sentence that a figure belongs to: the one before it, or a place right behind the figure."""
    beside = [m for m in places if re.fullmatch(r"[^.;:,⟨⟩]{0,40}", _between(typed, at, m))]
    subjects = [m for m in before if not _oblique(typed, m) and not _apposed(typed, m)]
    bodies = [m for m in subjects if not (m.kind == "L" and _AT.search(typed.string[: typed.position(m)]))]
    return next(iter([*bodies[-1:], *beside, *subjects[-1:], *places, *before[-1:]]), None)


def _between(typed: Typed, first: Mention, second: Mention) -> str:
    start = typed.string.index("⟩", typed.position(first)) + 1
    return typed.string[start : typed.position(second)]


def _stated(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """The subject that the words beside a figure name: "dont le chiffre d'affaires", "à l'échelle du pays"."""
    lead = typed.string[: typed.position(at)]
    if owner := _WHOSE.search(lead):
        return filler("subject", typed.mentions[int(owner[1])])
    if country := _NATIONWIDE.search(lead):
        start = typed.origin(country.start())
        return Filler("subject", "France", start, start + len(country.group()))
    after_it = typed.string[len(lead) :].partition("⟩")[2]
    if measure == "companies" and _REGIONAL.match(after_it) and (region := document.main("L", ("region",))):
        return filler("subject", region)
    return None


def _people(typed: Typed) -> Filler | None:
    """As in “La filière spatiale francilienne”: the place whose adjective qualifies the sector."""
    for match in re.finditer(
        r"(?:filière|secteur|industrie|écosystème|économie|tissu|spatial|aérospatiale?)(?: [a-zà-ÿ]+)?? (?P<people>[a-zà-ÿé]+(?:-[a-zà-ÿé]+)?)(?![\w-])",
        typed.string,
    ):
        if place := tables.peoples().get(tables.plain(match["people"])):
            start = typed.origin(match.start("people"))
            return Filler("subject", place[0], start, start + len(match["people"]))
    return None


def _titled(typed: Typed, mention: Mention) -> bool:
    """Whether a name only completes somebody's title: "maire de Vernon", "président de l'agglomération"."""
    lead = typed.string[: typed.position(mention)]
    return bool(compiled(r"{title},? {de}(?:{the})$").search(lead[-70:]))


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where the organisation before it is: "Sodern, à Limeil"."""
    return bool(re.search(r"⟨[OF]\d+⟩,? (?:à|de|in|at) $", typed.string[: typed.position(mention)]))


def _oblique(typed: Typed, mention: Mention) -> bool:
    before = typed.string[: typed.position(mention)]
    return bool(
        re.search(
            r"(?:\bselon|\bd'après|\bavec|\bpour|\bpar|\bchez|\baccording to|\bwith|\bfor|\bby|\bof|\bde|\bdu|\bd') ?(?:la |le |l'|les |the )?$",
            before,
            re.IGNORECASE,
        )
    )


def _context(document: Document, typed: Typed, measure: str) -> Filler | None:
    """Who the sentences before are about, from the last one back, else the text's main thing."""
    kinds = {"companies": "L", "establishments": "L", "jobs": "OLF", "revenue": "OL"}.get(measure, "OL")
    row = typed.sentence.kind in {"bullet", "label"}
    for previous in reversed([t for t in document.prose if t.sentence.start < typed.sentence.start]):
        if typed.sentence.start - previous.sentence.end > _FAR:
            break
        if row and previous.sentence.kind == typed.sentence.kind:
            continue
        fitting = [m for m in previous.of_kind(kinds) if _measured(previous, m)]
        if leading := [m for m in fitting if _leads(previous, m) or (row and _wide(m))]:
            return filler("subject", leading[0])
        fitting = [m for m in fitting if not _wide(m) and m.sort not in {"agency", "public"}]
        if _PRONOUN.match(previous.string) or not fitting:
            continue
        site = next((m for m in fitting if m.kind == "F"), None)
        own = next((m for m in fitting if not _oblique(previous, m)), fitting[0])
        return filler("subject", site or own)
    main = document.main(kinds)
    return filler("subject", main) if main else None
