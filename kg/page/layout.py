"""Where each node stands: cells around the middle of its group, groups side by side; the same for the same graph."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.page import groups
from kg.page.earlier import Earlier
from kg.page.importance import of as importances
from kg.page.importance import varied
from kg.page.view import Entity, View

CELL = (174.0, 122.0)
"""The room of one node with its name under it."""
_CHOICE = 18
_GAP = 112.0
_SHOWN = 66
_FEW = 60
_WISH = 0.35
_SPREAD = 3.0
_WIDE = 1.12

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Group:
    """A region or community: its members in order of importance, those shown at first, its middle and radius."""

    name: str
    members: tuple[str, ...]
    shown: int
    middle: Point
    radius: float


@dataclass(frozen=True, slots=True)
class Layout:
    """All groups, and each node's place relative to the middle of its group."""

    groups: tuple[Group, ...]
    places: Mapping[str, Point]


def of(view: View, earlier: Earlier | None = None) -> Layout:
    """Places for all nodes, as an earlier page had them; a region's group stands as on the map where there is room."""
    known = earlier or Earlier()
    weight = importances(view)
    entities = {e.iri: e for e in view.entities}
    members: defaultdict[str, list[str]] = defaultdict(list)
    for subject, group in groups.of(view).items():
        members[group].append(subject)
    neighbours = _neighbours(view)
    places: dict[str, Point] = {}
    ordered: dict[str, list[str]] = {}
    for group in sorted(members):
        by_rank = sorted(members[group], key=lambda s: (_rank(entities[s], group), -weight[s], s))
        ordered[group] = varied([entities[m] for m in by_rank], group)
        kept = {
            s: p
            for s in members[group]
            if s in known.places and (p := known.places[s][1]) and known.places[s][0] == group
        }
        places.update(_cells(ordered[group], neighbours, kept))
    drawn = {g: [s for s in ordered[g] if entities[s].place == "node"] for g in ordered}
    shown = _shown({g: len(m) for g, m in drawn.items()})
    radii = {g: radius_of([places[s] for s in drawn[g][: shown[g]]]) for g in ordered}
    by_size = sorted(ordered, key=lambda g: (-shown[g], -len(ordered[g]), g))
    middles = _middles(by_size, radii, _on_the_map(view, ordered), known.middles)
    return Layout(
        tuple(Group(g, tuple(ordered[g]), shown[g], middles[g], radii[g]) for g in by_size if ordered[g]), places
    )


def radius_of(places: Sequence[Point]) -> float:
    """The circle around nodes with their names."""
    return max((math.hypot(x, y) for x, y in places), default=0.0) + CELL[0] / 2


def _rank(entity: Entity, group: str) -> int:
    """The region itself in the middle, what is drawn only on demand outside."""
    if entity.iri == group:
        return 0
    return 1 if entity.place == "node" else 2


def _shown(sizes: Mapping[str, int]) -> dict[str, int]:
    """How many of each group are drawn at first: all where they are few, none where groups are many."""
    if sum(sizes.values()) <= _SHOWN:
        return dict(sizes)
    if len(sizes) > _FEW:
        return dict.fromkeys(sizes, 0)
    whole = sum(math.sqrt(n) for n in sizes.values())
    return {group: min(n, max(3, round(_SHOWN * math.sqrt(n) / whole))) for group, n in sizes.items()}


def _cells(
    members: Sequence[str], neighbours: Mapping[str, Sequence[str]], kept: Mapping[str, Point]
) -> dict[str, Point]:
    """A free cell near the middle for each member in turn, the one nearest to its neighbours already there."""
    places: dict[str, Point] = dict(kept)
    taken = {(round(x), round(y)) for x, y in kept.values()}
    spiral = (c for c in _spiral(len(members) + _CHOICE) if (round(c[0]), round(c[1])) not in taken)
    free = [next(spiral) for _ in range(_CHOICE)]
    for subject in members:
        if subject in kept:
            continue
        beside = [places[n] for n in neighbours.get(subject, ()) if n in places][:12]

        def cost(cell: Point, beside: Sequence[Point] = beside) -> tuple[float, float, float]:
            far = sum(_apart(cell, other) for other in beside) / max(1, len(beside))
            return (_apart(cell, (0, 0)) + 0.6 * far, cell[1], cell[0])

        best = min(free, key=cost) if places else free[0]
        free.remove(best)
        free.append(next(spiral))
        places[subject] = best
    return places


def _spiral(count: int) -> Iterator[Point]:
    """Cells of a honeycomb, from the middle outwards."""
    width, height = CELL
    reach = int(math.sqrt(count)) + 3
    cells = [
        ((column + (row % 2) / 2) * width, row * height + _lift(column, row))
        for row in range(-2 * reach, 2 * reach + 1)
        for column in range(-reach, reach + 1)
    ]
    yield from sorted(cells, key=lambda c: (round(_apart(c, (0, 0)), 3), c[1], c[0]))


def _lift(column: int, row: int) -> float:
    """A little up or down, so that a straight line between two nodes seldom runs through a third."""
    return ((column * 7 + row * 3) % 5 - 2) * 0.09 * CELL[1] if column or row else 0.0


def _apart(one: Point, other: Point) -> float:
    return math.hypot(one[0] - other[0], one[1] - other[1])


def _middles(
    order: Sequence[str], radii: Mapping[str, float], wishes: Mapping[str, Point], before: Mapping[str, Point]
) -> dict[str, Point]:
    """Middles of groups so that no two circles meet: near their wishes when few, on a sunflower when many."""
    if len(order) > _FEW:
        step = 2 * max(radii.values()) + _GAP
        return {group: _petal(n, step) for n, group in enumerate(order)}
    placed: dict[str, Point] = {}
    for group in order:
        wish = before.get(group) or wishes.get(group, (0.0, 0.0))
        if group in before and _free(group, wish, placed, radii):
            placed[group] = wish
            continue
        placed[group] = min(
            _touching(group, placed, radii) or [wish],
            key=lambda p: (round(_extent(group, p, placed, radii) + _WISH * _apart(p, wish), 3), p[1], p[0]),
        )
    return placed


def _on_the_map(view: View, groups: Iterable[str]) -> dict[str, Point]:
    """Where groups would like to be: regions as on the map, around the middle of all of them."""
    at = {e.iri: (e.point.x, e.point.y) for e in view.entities if e.point and e.iri in groups}
    if not at:
        return {}
    x = sum(p[0] for p in at.values()) / len(at)
    y = sum(p[1] for p in at.values()) / len(at)
    return {group: ((p[0] - x) * _SPREAD, (p[1] - y) * _SPREAD) for group, p in at.items()}


def _extent(group: str, at: Point, placed: Mapping[str, Point], radii: Mapping[str, float]) -> float:
    """How large the whole picture becomes with one more group there."""
    circles = [(at, radii[group]), *((p, radii[g]) for g, p in placed.items())]
    width = max(x + r for (x, _), r in circles) - min(x - r for (x, _), r in circles)
    height = max(y + r for (_, y), r in circles) - min(y - r for (_, y), r in circles)
    return max(width / _WIDE, height)


def _free(group: str, at: Point, placed: Mapping[str, Point], radii: Mapping[str, float]) -> bool:
    return all(_apart(at, p) >= radii[group] + radii[other] for other, p in placed.items())


def _touching(group: str, placed: Mapping[str, Point], radii: Mapping[str, float]) -> list[Point]:
    radius = radii[group] + _GAP
    found: list[Point] = []
    for other, (x, y) in placed.items():
        reach = radius + radii[other]
        for step in range(36):
            angle = step * math.pi / 18
            point = (round(x + reach * math.cos(angle), 1), round(y + reach * math.sin(angle), 1))
            if all(_apart(point, at) >= radius + radii[o] - 1 for o, at in placed.items()):
                found.append(point)
    return found


def _petal(number: int, step: float) -> Point:
    angle = number * math.pi * (3 - math.sqrt(5))
    reach = step * 0.72 * math.sqrt(number)
    return (round(reach * math.cos(angle) * 1.2, 1), round(reach * math.sin(angle), 1))


def _neighbours(view: View) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in view.lines:
        found[line.start].append(line.end)
        found[line.end].append(line.start)
    return found
