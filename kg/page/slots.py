"""Where each group stands on the page's grid: France as on the map, Europe around it; the same in every release."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.page import countries
from kg.page.groups import APART, BEYOND, OTHERS
from kg.page.view import View
from kg.terms import iri

_WITHIN = iri("schema:containedInPlace")
_FIXED = {
    "01": (0, 1),
    "02": (0, 2),
    "03": (0, 3),
    "04": (0, 4),
    "06": (0, 5),
    "28": (1, 1),
    "11": (2, 1),
    "32": (3, 1),
    "44": (4, 1),
    "53": (1, 2),
    "52": (2, 2),
    "24": (3, 2),
    "27": (4, 2),
    "75": (1, 3),
    BEYOND: (2, 3),
    "84": (4, 3),
    "76": (2, 4),
    "93": (3, 4),
    "94": (4, 4),
    OTHERS: (4, 5),
    APART: (5, 5),
}
"""Regions by INSEE code and the groups of what is in none: columns and rows; (3, 3) is the second half of `BEYOND`."""
_RING = (
    *((column, 0) for column in range(6)),
    *((5, row) for row in range(1, 5)),
    *((3, 5), (2, 5), (1, 4), (1, 5)),
)
"""Places for regions of other countries, clockwise from the north-west."""
_COLUMNS = 6
_FEW = 12
_MANY, _FLAT = 60, 0.75
"""Beyond so many groups their tiles show no member, and are that much flatter than wide."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the grid, and how many columns wide it is."""

    column: int
    row: int
    wide: int = 1


def of(order: Sequence[str], view: View) -> dict[str, Slot]:
    """A place for each group: fixed where most are known regions, else in reading order."""
    wanted = dict(_wanted(order, view))
    if len(order) > _FEW and 2 * sum(g in wanted for g in order) > len(order):
        return _fixed(order, wanted)
    columns = max(1, math.ceil(math.sqrt(len(order)) * (_FLAT if len(order) > _MANY else 1)))
    first = sorted(order, key=lambda g: (*_reading(wanted.get(g)), order.index(g))) if len(order) <= _FEW else order
    return {group: Slot(n % columns, n // columns) for n, group in enumerate(first)}


def _reading(wanted: int | tuple[int, int] | None) -> tuple[int, int]:
    """Rows from north to south; the ring after France, the unknown last."""
    if isinstance(wanted, tuple):
        return (wanted[1], wanted[0])
    return (_COLUMNS if wanted is None else _COLUMNS - 1, wanted or 0)


def _fixed(order: Sequence[str], wanted: Mapping[str, int | tuple[int, int]]) -> dict[str, Slot]:
    found = {g: Slot(*at, wide=2 if g == BEYOND else 1) for g in order if isinstance(at := wanted.get(g), tuple)}
    free = _free(set(_FIXED.values()))
    ring: dict[int, str] = {}
    abroad = [(at, group) for group in order if isinstance(at := wanted.get(group), int)]
    for start, group in sorted(abroad):
        place = next((p for n in range(len(_RING)) if (p := (start + n) % len(_RING)) not in ring), None)
        if place is None:
            found[group] = Slot(*next(free))
        else:
            ring[place] = group
            found[group] = Slot(*_RING[place])
    return found | {group: Slot(*next(free)) for group in order if group not in found}


def _free(taken: set[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Rows under the grid, for what has no place in it."""
    row = max(row for _, row in taken) + 1
    while True:
        yield from ((column, row) for column in range(_COLUMNS))
        row += 1


def _wanted(order: Sequence[str], view: View) -> Iterator[tuple[str, int | tuple[int, int]]]:
    """A region's fixed place by INSEE code, or its country's direction."""
    entities = {e.iri: e for e in view.entities}
    within = {s.subject: str(s.object) for s in view.statements if s.predicate == _WITHIN and s.subject in set(order)}
    known = countries.known()
    for group in order:
        codes = dict(entities[group].codes) if group in entities else {}
        if (key := codes.get("rs:inseeCode", group)) in _FIXED:
            yield group, _FIXED[key]
        elif (country := entities.get(within.get(group, ""))) and (
            found := countries.among(country.names.by_language.values(), known)
        ):
            yield group, found.direction
