"""Who takes which place, so that one more or one less moves only few of the others."""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Sequence
from typing import TypeVar

Place = TypeVar("Place", bound=Hashable)
_MIX, _TURN, _WORD = 0x9E3779B1, 0x85EBCA77, 0xFFFFFFFF


def settled(names: Sequence[str], places: Sequence[Place]) -> dict[str, Place]:
    """A place for each name, by a stable matching: both sides wish by a hash, so that the order of names is nothing.

    >>> few = settled(["a", "b", "c"], [0, 1, 2])
    >>> few == settled(["c", "a", "b"], [0, 1, 2])
    True
    """
    wishes = {name: _wishes(_hash(name), len(places)) for name in names}
    holder: dict[int, str] = {}
    asking = sorted(names, reverse=True)
    while asking:
        name = asking.pop()
        place = wishes[name].pop(0)
        held = holder.get(place)
        if held is None or _liking(_hash(name), place) < _liking(_hash(held), place):
            holder[place] = name
            name = held or ""
        if name:
            asking.append(name)
    return {name: places[n] for n, name in holder.items()}


def _wishes(name: int, count: int) -> list[int]:
    return sorted(range(count), key=lambda place: _liking(name, place))


def _hash(name: str) -> int:
    return zlib.crc32(name.encode("utf-8"))


def _liking(name: int, place: int) -> int:
    mixed = ((name ^ (place + 1) * _MIX) & _WORD) * _TURN & _WORD
    return mixed ^ mixed >> 15
