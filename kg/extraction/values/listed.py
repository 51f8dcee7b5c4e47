"""Amounts of a list whose unit its heading tells: "Crédits (en millions d'euros)", then "Total : 149,3"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.values import lexicon
from kg.extraction.values.folding import Prose
from kg.extraction.values.numerals import Numeral
from kg.extraction.values.value import Value

_UNIT = Expression(
    r"[(,] ?(?:montants? |sommes? |figures |all )?(?:en|in) (?P<scale>millions?|milliards?|billions?|thousands?|milliers|[mk])? ?(?:d'|de |of )?"
    r"(?P<currency>€|\$|£|euros?|eur|dollars|pounds)\)?(?= ?[:\n]|\Z)"
)
_ROW = Expression(r"[^\n]{2,90}: ?\Z")
_ROW_END = Expression(r"(?= ?(?:\n|\Z|[,;(]))")
_LONGEST_ROW = 130
_MOST_ROWS = 80


@dataclass(frozen=True, slots=True)
class _Listing:
    start: int
    end: int
    scale: str | None
    currency: str


def find(prose: Prose, numerals: Sequence[Numeral]) -> Iterator[Value]:
    """The amounts that the rows under a heading with a unit give as bare numbers."""
    listings = [_listing(prose, match) for match in _UNIT.finditer(prose.folded)]
    for numeral in numerals:
        listing = next((one for one in listings if one.start <= numeral.start < one.end), None)
        if listing is None or numeral.words or not _ROW_END.match(prose.folded, numeral.end):
            continue
        row = prose.folded[max(prose.folded.rfind("\n", 0, numeral.start), 0) : numeral.start]
        if not _ROW.search(row.lstrip("\n")):
            continue
        scale = {"thousands": "thousand", "milliers": "thousand"}.get(listing.scale or "", listing.scale)
        number = numeral.number * lexicon.factor(scale, prose.language)
        yield Value("amount", numeral.start, numeral.end, number, currency=lexicon.CURRENCIES[listing.currency])


def _listing(prose: Prose, match: re.Match[str]) -> _Listing:
    """The stretch of short rows with numbers that follows a heading, blank lines aside."""
    end = prose.folded.find("\n", match.end())
    end = len(prose.folded) if end < 0 else end
    for _ in range(_MOST_ROWS):
        if end >= len(prose.folded):
            break
        stop = prose.folded.find("\n", end + 1)
        stop = len(prose.folded) if stop < 0 else stop
        row = prose.folded[end:stop].strip()
        if row and (len(row) > _LONGEST_ROW or not re.search(r"[0-9]", row)):
            break
        end = stop
    return _Listing(match.end(), end, match["scale"], match["currency"])
