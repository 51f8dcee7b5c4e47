"""English adjectives of place beside firms: "the Cornish firm X", "X, a Welsh start-up", "Moray rocket firm"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

PLACES: Mapping[str, str] = {
    "Scottish": "Scotland", "Welsh": "Wales", "Cornish": "Cornwall", "Northern Irish": "Northern Ireland", "Bavarian": "Bavaria",
    "Catalan": "Catalonia", "Basque": "Basque Country", "Andalusian": "Andalusia", "Walloon": "Wallonia", "Flemish": "Flanders",
    "Californian": "California", "Texan": "Texas", "Floridian": "Florida", "Sicilian": "Sicily", "Sardinian": "Sardinia",
    "Tuscan": "Tuscany", "Lombard": "Lombardy", "Saxon": "Saxony", "Galician": "Galicia", "Glaswegian": "Glasgow",
    "Breton": "Brittany", "Parisian": "Paris", "Viennese": "Vienna", "Milanese": "Milan", "Tyrolean": "Tyrol",
}  # fmt: skip
"""Regions and towns, no nations of their own in the United Nations."""
_WHO = "|".join(PLACES)
_FIRM = r"(?:company|firm|start-?up|manufacturer|maker|builder|group|business|developer|operator|specialist|spin-?out|spin-?off|venture|university|laboratory|incubator|SME|supplier|outfit)"
_FIRST = compiled(rf"(?P<people>{_WHO}) (?:[a-z-]+ ){{0,3}}{_FIRM},? <entity:O>")
_APPOSED = compiled(
    rf"<entity:O>(?: \([^()]{{2,30}}\))?,? (?:is |was )?(?:an? |the )(?:[a-z-]+ )?(?P<people>{_WHO}) (?:[a-z-]+ ){{0,3}}{_FIRM}\b"
)
_BARE = compiled(rf"\b(?:[Aa]|[Tt]he|^) ?(?:[a-z-]+ )?(?P<people>{_WHO}) (?:[a-z-]+ ){{0,3}}{_FIRM}\b(?!s)")
_BY_TOWN = compiled(
    rf"(?:^|[Tt]he |[Aa] |, |\b(?:by|with|to|for|from|and) )<place:L> (?:[a-z-]+ ){{0,3}}{_FIRM},? <entity:O>"
)
_TOWN_ALONE = compiled(rf"^(?:[Tt]he |[Aa] )?<place:L> (?:[a-z-]+ ){{0,3}}{_FIRM}\b")
_LOCAL = frozenset({"commune", "city", "department", "region", "area", "model"})


def find(document: Document, typed: Typed) -> Iterator[Frame]:
    """A frame for each firm that such an adjective or a town before its noun places."""
    if document.language != "en":
        return
    for pattern in (_FIRST, _APPOSED):
        for match in pattern.finditer(typed.string):
            yield from _framed(typed.spans(match, "entity"), [_where(typed, match)])
    for match in _BY_TOWN.finditer(typed.string):
        towns = [filler("place", m) for m in typed.spans(match, "place") if m.sort in _LOCAL]
        yield from _framed(typed.spans(match, "entity"), towns)
    main = document.main("O", ("company", "model", "research", "cluster"))
    if main is None or typed.sentence.kind != "heading" or typed.of_kind("OP"):
        return
    if bare := _BARE.search(typed.string):
        yield from _framed([main], [_where(typed, bare)])
    if alone := _TOWN_ALONE.search(typed.string):
        yield from _framed([main], [filler("place", m) for m in typed.spans(alone, "place") if m.sort in _LOCAL])


def _where(typed: Typed, match: re.Match[str]) -> Filler:
    start = typed.origin(match.start("people"))
    named = next(place for people, place in PLACES.items() if people.casefold() == match["people"].casefold())
    return Filler("place", named, start, start + len(match["people"]))


def _framed(entities: list[Mention], places: list[Filler]) -> Iterator[Frame]:
    for entity in entities:
        if places and entity.sort not in {"authority", "press", "agency"}:
            yield Frame("Location", (filler("entity", entity), *places), "location.regional")
