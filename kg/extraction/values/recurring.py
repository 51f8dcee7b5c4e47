"""Days without a year that the same text tells elsewhere with one: "22 September 2015 … on 22 September"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.values.value import Value

_UNTOLD = "XXXX"
_YEAR = 4
_DAY = len("2025-11-13")


def completed(found: Iterable[Value]) -> Iterator[Value]:
    """The values, days of an untold year as the text tells them in full, if it does so of one year alone."""
    values = list(found)
    years: defaultdict[str, set[str]] = defaultdict(set)
    for value in values:
        day = value.earliest or ""
        if value.kind in {"date", "period"} and len(day) == _DAY and not day.startswith(_UNTOLD):
            years[day[_YEAR:]].add(day[:_YEAR])
    for value in values:
        day = value.earliest or ""
        untold = len(day) == _DAY and day.startswith(_UNTOLD) and day <= (value.latest or day)
        if untold and len(told := years[day[_YEAR:]]) == 1:
            (year,) = told
            yield replace(
                value,
                earliest=day.replace(_UNTOLD, year),
                latest=value.latest and value.latest.replace(_UNTOLD, year),
                rule="relativeDate",
                anchor=day.replace(_UNTOLD, year),
            )
        else:
            yield value
