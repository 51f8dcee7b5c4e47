"""Dates that lack a part, and how the publication date fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extraction.expressions import Expression

_ISO = Expression(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_DECEMBER = 12
_YEARS_ABOUT = 3


@dataclass(frozen=True, slots=True, order=True)
class Partial:
    """A date to the year, month or day; a part that is not told is None, a year that is not told included."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        parts = [f"{self.year:04d}" if self.year is not None else "XXXX"]
        if self.month is not None or self.day is not None:
            parts.append(f"{self.month:02d}" if self.month is not None else "XX")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def first(self) -> date:
        """The first day that it may be; the year must be told."""
        return date(self.year or 1, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it may be; the year must be told."""
        if self.day is not None and self.month is not None:
            return date(self.year or 1, self.month, self.day)
        month = self.month or _DECEMBER
        return date((self.year or 1) + month // _DECEMBER, month % _DECEMBER + 1, 1) - timedelta(days=1)

    @property
    def exists(self) -> bool:
        """Whether the calendar has it: no 31 June; a date without a year is tried in a leap year."""
        try:
            date(self.year or 2000, self.month or 1, self.day or 1)
        except ValueError:
            return False
        return True

    def months_later(self, months: int) -> Partial:
        """The month or year so many months on; a day is dropped."""
        if self.month is None:
            return Partial((self.year or 0) + months // _DECEMBER)
        count = (self.year or 0) * _DECEMBER + self.month - 1 + months
        return Partial(count // _DECEMBER, count % _DECEMBER + 1)

    def days_later(self, days: int) -> Partial:
        """The day so many days on."""
        then = self.first + timedelta(days=days)
        return Partial(then.year, then.month, then.day)


def parse(written: str | None) -> Partial | None:
    """The date that ISO 8601 writes, or none where it is none.

    >>> parse("2024-06")
    Partial(year=2024, month=6, day=None)
    """
    match = _ISO.match(written or "")
    if match is None or int(match[1]) in (0, 9999):
        return None
    partial = Partial(int(match[1]), *(int(part) if part else None for part in match.groups()[1:]))
    return partial if partial.exists else None


def nearest(
    lacking: Partial, anchor: Partial, *, lean: int = 0, strict: bool = False, weekday: int | None = None
) -> Partial | None:
    """The date without a year, in the year that brings it closest to `anchor`; what is ahead counts as further.

    `lean` is -1 for what is past and 1 for what is to come; `strict` ("dernier", "prochain") leaves the anchor's own
    day or month out. A weekday that is told must fit, where it fits at all.
    """
    known = list(_in_years(lacking, anchor))
    fitting = [p for p in known if weekday is not None and p.day is not None and p.first.weekday() == weekday]
    leaning = [p for p in fitting or known if _leans(p, anchor, lean, strict=strict)]
    return min(leaning or fitting or known, key=lambda p: (_distance(p, anchor), p), default=None)


def _in_years(lacking: Partial, anchor: Partial) -> Iterator[Partial]:
    about = anchor.year or 0
    months = [lacking.month] if lacking.month or not lacking.day else list(range(1, _DECEMBER + 1))
    for year in range(max(1, about - _YEARS_ABOUT), min(9998, about + _YEARS_ABOUT) + 1):
        for month in months:
            partial = replace(lacking, year=year, month=month)
            if partial.exists:
                yield partial


def _leans(partial: Partial, anchor: Partial, lean: int, *, strict: bool) -> bool:
    exact = strict and (anchor.day is not None or (anchor.month is not None and partial.day is None))
    if lean < 0:
        return partial.last < anchor.first if exact else partial.first <= anchor.last
    if lean > 0:
        return partial.first > anchor.last if exact else partial.last >= anchor.first
    return True


def _distance(partial: Partial, anchor: Partial) -> int:
    ahead, behind = (partial.first - anchor.last).days, (anchor.first - partial.last).days
    return max(ahead * (2 if partial.day else 3), behind, 0)
