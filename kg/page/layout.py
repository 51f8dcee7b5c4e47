"""Where each node stands: rows in the tile of its group, tiles on a grid; the same for the same graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, repeat

from kg.page import groups, slots
from kg.page.earlier import Earlier
from kg.page.groups import BEYOND
from kg.page.importance import of as importances
from kg.page.importance import step, varied
from kg.page.settling import settled
from kg.page.slots import Slot
from kg.page.view import Entity, View

CELL = (166, 35)
"""The room of one node with its name to the right; arrange.js has the same."""
HEAD, FOOT, GAP = 33, 14, 8
"""A tile's title, what stands under its rows, and the room between two tiles."""
ROWS = 3
_MARK = (17, 17)
_TITLE = (13, 12)
_SHOWN = 66
_TIERS = (3, 8, 30)
"""After the foremost, how many ranks count as one: within a tier a name, not its rank, decides on the row."""
_FEW = 60

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Group:
    """A region or community: its members in order of importance, those shown at first, its slot and its corner."""

    name: str
    members: tuple[str, ...]
    shown: int
    slot: Slot
    corner: Point


@dataclass(frozen=True, slots=True)
class Layout:
    """All groups, and each node's place relative to the corner of its group's tile."""

    groups: tuple[Group, ...]
    places: Mapping[str, Point]


def of(view: View, earlier: Earlier | None = None) -> Layout:
    """Places for all nodes; what an earlier page had keeps its row."""
    known = earlier or Earlier()
    entities = {e.iri: e for e in view.entities}
    ordered = _ordered(view, entities)
    places: dict[str, Point] = {}
    by_size = sorted(ordered, key=lambda g: (-len(ordered[g]), g))
    at = slots.of(by_size, view)
    for group, members in ordered.items():
        kept = {m: p for m in members if m != group and (p := known.places.get((group, m)))}
        places.update(_rows(members, group, at[group].wide, kept))
    shown = _shown({g: [m for m in members if entities[m].place == "node"] for g, members in ordered.items()})
    corners = _corners(at, {g: _tile(at[g], [places[m] for m in ordered[g][: shown[g]] if m != g]) for g in by_size})
    return Layout(tuple(Group(g, tuple(ordered[g]), shown[g], at[g], corners[g]) for g in by_size), places)


def _ordered(view: View, entities: Mapping[str, Entity]) -> dict[str, list[str]]:
    """Each group's members: the region, the foremost of each sort, the rest by importance, details last."""
    weight = importances(view)
    members: defaultdict[str, list[str]] = defaultdict(list)
    for subject, group in groups.of(view).items():
        members[group].append(subject)

    def rank(subject: str, group: str) -> tuple[int, float, str]:
        entity = entities[subject]
        return (0 if subject == group else 1 if entity.place == "node" else 2, -step(weight[subject]), subject)

    return {
        g: varied([entities[m] for m in sorted(members[g], key=lambda s, g=g: rank(s, g))], g)  # type: ignore[misc]
        for g in sorted(members)
    }


def _shown(drawn: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many of each group are drawn at first: all where they are few, none where groups are many."""
    sizes = {g: len(m) for g, m in drawn.items()}
    if sum(sizes.values()) <= _SHOWN:
        return sizes
    if len(sizes) > _FEW:
        return dict.fromkeys(sizes, 0)
    rows = next(n for most, n in ((6, 14), (12, 2 * ROWS), (_FEW, ROWS)) if len(sizes) <= most)
    return {g: min(n, rows * (2 if g == BEYOND else 1) + (g in drawn[g])) for g, n in sizes.items()}


def _rows(members: list[str], group: str, wide: int, kept: Mapping[str, Point]) -> dict[str, Point]:
    """The region beside its title, the others on the first free rows; the members in the order of their rows."""
    number = {cell: n for n, cell in enumerate(islice(_cells(wide), 2 * (len(members) + len(kept)) + _SHOWN))}
    found = {m: p for m, p in kept.items() if p in number}
    taken = set(found.values())
    free = (cell for cell in _cells(wide) if cell not in taken)
    newcomers = iter([m for m in members if m != group and m not in found])
    found.update(zip(islice(newcomers, ROWS * wide), free, strict=False))
    for size in chain(_TIERS, repeat(_TIERS[-1])):
        if not (tier := list(islice(newcomers, size))):
            break
        found.update(settled(tier, list(islice(free, len(tier)))))
    if group in members:
        found[group] = _TITLE
    members.sort(key=lambda m: number.get(found[m], -1))
    return found


def _cells(wide: int) -> Iterator[Point]:
    """The rows of a tile in the order in which it grows: down, then to the right, then down again."""
    for column, row in _grown(wide):
        yield (_MARK[0] + column * CELL[0], HEAD + _MARK[1] + row * CELL[1])


def _grown(wide: int) -> Iterator[tuple[int, int]]:
    columns, rows = wide, ROWS
    yield from ((column, row) for column in range(columns) for row in range(rows))
    while True:
        higher = max(2 * ROWS, 5 * columns - 1)
        yield from ((column, row) for row in range(rows, higher) for column in range(columns))
        rows = higher
        yield from ((columns, row) for row in range(rows))
        columns += 1


def _tile(slot: Slot, shown: Iterable[Point]) -> Point:
    """How large a tile is that shows these places."""
    places = list(shown)
    columns = max((int(x // CELL[0]) + 1 for x, _ in places), default=1)
    rows = max((int((y - HEAD) // CELL[1]) + 1 for _, y in places), default=1)
    return (max(columns, slot.wide) * CELL[0] + (slot.wide - 1) * GAP, HEAD + max(rows, ROWS) * CELL[1] + FOOT)


def _corners(at: Mapping[str, Slot], tiles: Mapping[str, Point]) -> dict[str, Point]:
    """The corner of each tile: a column is as wide as its widest tile, a row as high as its highest."""
    widths: defaultdict[int, float] = defaultdict(float)
    heights: defaultdict[int, float] = defaultdict(float)
    for group, slot in at.items():
        share = (tiles[group][0] - (slot.wide - 1) * GAP) / slot.wide
        for column in range(slot.column, slot.column + slot.wide):
            widths[column] = max(widths[column], share)
        heights[slot.row] = max(heights[slot.row], tiles[group][1])

    def start(sizes: Mapping[int, float], place: int) -> float:
        return sum(size + GAP for n, size in sizes.items() if n < place)

    return {group: (start(widths, slot.column), start(heights, slot.row)) for group, slot in at.items()}
