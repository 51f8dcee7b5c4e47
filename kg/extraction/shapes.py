"""Names told by their shape: towns with hyphens, bodies with their town, long names with their acronym."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import longnames, towns
from kg.extraction.mention import Mention
from kg.extraction.names import Gazetteer


def find(text: str, known: Gazetteer) -> Iterator[Mention]:
    """Every such name that the gazetteer does not have."""
    for start, end in towns.find(text):
        if known.lookup(text[start:end]) is None:
            yield Mention("L", "commune", start, end, text[start:end])
    for start, town, end, sort in towns.bodies(text):
        where = known.lookup(text[town:end])
        if where is not None and where.kind == "L" and known.lookup(text[start:end]) is None:
            yield Mention("O", sort, start, end, text[start:end])
    for start, end, sort in longnames.find(text):
        if known.lookup(text[start:end]) is None:
            yield Mention("O", sort, start, end, text[start:end])
