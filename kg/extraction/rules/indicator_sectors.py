"""The sector of a place as what a figure measures: "la filière spatiale francilienne", "the Scottish space sector"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.extraction import tables
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

_SECTOR = Expression(
    r"(?:nombre (?:de |d')(?:start-ups?|entreprises|sociétés|PME)|filière|secteur|industrie|écosystème|économie|tissu|spatial|aérospatiale?|aéronautique|établissements|effectifs|emplois)(?= )(?: (?P<near>[a-zà-ÿ-]+))(?: (?P<far>[a-zà-ÿ-]+))?"
)
_BRITISH = Expression(
    r"\b([A-Z][a-z]+) (?:(?:space|aerospace|satellite|aviation|and|defence) ){0,3}(?:sector|industry|cluster|ecosystem|firms|companies|economy|aerospace|space)\b"
)
_MARKED = Expression(r"⟨[OLX](\d+)⟩ (?:space|aerospace|satellite|aviation|sector|industry)\b")
_COUNTRYWIDE = {
    "tricolore": ("France",),
    "tricolores": ("France",),
    "hexagonale": ("France",),
    "hexagonal": ("France",),
}
NATIONS = {
    "Scottish": "Scotland", "Welsh": "Wales", "British": "United Kingdom", "German": "Germany", "French": "France",
    "Italian": "Italy", "Spanish": "Spain", "Catalan": "Catalonia", "Bavarian": "Bavaria", "Flemish": "Flanders",
    "Walloon": "Wallonia", "Belgian": "Belgium", "Dutch": "Netherlands", "Swedish": "Sweden", "Basque": "Basque Country",
    "Andalusian": "Andalusia", "Cornish": "Cornwall", "Norwegian": "Norway", "Portuguese": "Portugal", "Irish": "Ireland",
}  # fmt: skip


_COUNTED = Expression(
    r" (?:[a-zà-ÿ-]+ )?(?:d'|de )?(?:entreprises|sociétés|PME|start-?ups?|établissements|emplois|salariés|postes|acteurs|fournisseurs|sous-traitants|industriels|jeunes pousses)(?: (?P<near>[a-zà-ÿ-]+))(?: (?P<far>[a-zà-ÿ-]+))?"
)


def counted(typed: Typed, at: Mention) -> Filler | None:
    """The place whose firms or jobs are counted: "300 entreprises bretonnes"."""
    behind = typed.after(at)
    match = _COUNTED.match(behind)
    return _qualified(typed, match, len(typed.string) - len(behind)) if match else None


def people(typed: Typed, lead: str) -> Filler | None:
    """As in “La filière spatiale francilienne”, "the Scottish space sector": the place that qualifies the sector."""
    for match in _SECTOR.finditer(lead):
        if place := _qualified(typed, match, also=_COUNTRYWIDE):
            return place
    marked = _MARKED.search(lead)
    if marked is not None and (named := NATIONS.get(typed.mentions[int(marked[1])].name)):
        there = typed.mentions[int(marked[1])]
        return Filler("subject", named, there.start, there.end)
    nation = _BRITISH.search(lead)
    if nation is not None and (named := NATIONS.get(nation[1])):
        return Filler("subject", named, typed.origin(nation.start(1)), typed.origin(nation.end(1)))
    return None


def _qualified(
    typed: Typed, match: re.Match[str], offset: int = 0, also: Mapping[str, tuple[str]] = {}
) -> Filler | None:
    """The place that an adjective near a noun means, or the one behind it; the offset is of what was searched."""
    for word in ("near", "far"):
        if place := tables.place_of(match[word] or "") or also.get(match[word] or ""):
            start = typed.origin(offset + match.start(word))
            return Filler("subject", place[0], start, start + len(match[word]))
    return None
