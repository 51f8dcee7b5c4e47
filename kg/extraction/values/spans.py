"""A stretch of words that names a date or a period, before a publication date resolves it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kg.extraction.values.calendar import Partial

OF_THIS_YEAR = 3  # a lean: "en juin de cette année"; of last and of next year are -2 and 2
Rule = Literal["relativeDate", "yearFromPublication", "periodFromEdition", "startPlusDuration"]


@dataclass(frozen=True, slots=True)
class Span:
    """The words from `start` to `end`, and the dates that they name; equal ones where it is one date.

    `open` tells which side has no bound ("depuis", "d'ici"). `blur` keeps only the year once a year has been found,
    as for a season, whose months only help to find the year.
    """

    start: int
    end: int
    first: Partial
    last: Partial
    open: Literal["", "start", "end"] = ""
    weekday: int | None = None
    lean: int = 0
    strict: bool = False
    approximate: bool = False
    rule: Rule | None = None
    anchor: Partial | None = None
    blur: bool = False
    unresolved: bool = False
    years: int | None = None  # so many years after the date that the text told last ("three years earlier")
