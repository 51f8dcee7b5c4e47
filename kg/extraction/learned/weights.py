"""The classifiers' weights: logistic regressions over traits, fitted on the reviewed texts and shipped as a table."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kg.extraction import tables
from kg.extraction.learned.traits import Traits

Sums = NDArray[np.float64]
"""What traits add up to, by the number of a class."""

NONE = ""
"""The class of a mention that anchors no frame of a type."""
FILLS = "fills"
"""The class of a mention that fills a slot of another's frame."""
_ROOM = 1024
"""How many traits the matrix has room for at first."""
BIAS = "bias"
"""The trait that always is."""


class Class(NamedTuple):
    """What one regression tells from the rest: a class of the mentions that fill a slot of a type of frame."""

    type: str
    slot: str
    named: str


Row = tuple[str, str]
"""A trait, and its weight for each class by number: `0:1.25 7:-0.4`."""


class Weights:
    """What each trait tells for and against each class."""

    def __init__(self, classes: Iterable[Class] = (), rows: Iterable[Row] = ()) -> None:
        self._written = dict(rows)
        self._numbers: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        told = list(classes)
        for number, one in enumerate(told):
            self._numbers[one.type, one.slot][one.named] = number
        self._places: defaultdict[str, dict[str, int]] = defaultdict(dict)
        self._matrix = np.zeros((_ROOM, len(told)))
        self._read = 1
        self.bias = self.sums({BIAS: 1.0})

    def sums(self, seen: Traits, prefix: str = "") -> Sums:
        """What some traits add up to for each class, by number."""
        places = self._places[prefix]
        at = [places[trait] if trait in places else self._place(trait, prefix) for trait in seen]
        found: Sums = np.fromiter(seen.values(), dtype=np.float64, count=len(at)) @ self._matrix[at]
        return found

    def classes(self, kind: str, slot: str) -> Mapping[str, int]:
        """The classes that a slot's mentions are told apart by, with their numbers."""
        return self._numbers.get((kind, slot), {})

    def anchored(self, kind: str, slot: str, totals: Sequence[float]) -> dict[str, float]:
        """How likely a mention anchors a frame of each class, `NONE` for none, from what its traits add up to."""
        told = {named: totals[number] for named, number in self.classes(kind, slot).items()}
        highest = max(told.values(), default=0.0)
        powers = {named: math.exp(total - highest) for named, total in told.items()}
        return {named: power / sum(powers.values()) for named, power in powers.items()}

    def filled(self, kind: str, slot: str, totals: Sequence[float]) -> float:
        """The logarithm of the odds that a mention fills a slot, from what the traits of it and of the anchor add up to."""
        number = self.classes(kind, slot).get(FILLS)
        return -math.inf if number is None else totals[number]

    def _place(self, trait: str, prefix: str) -> int:
        """The row of a trait in the matrix, where it is read on first asking; 0 of those that weigh nothing."""
        told = self._written.get(prefix + trait)
        place = self._read if told else 0
        if told:
            if place == len(self._matrix):
                self._matrix = np.concatenate([self._matrix, np.zeros_like(self._matrix)])
            for pair in told.split():
                number, weight = pair.split(":")
                self._matrix[place, int(number)] = float(weight)
            self._read += 1
        self._places[prefix][trait] = place
        return place


def written(classes: Iterable[Class], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table: the classes by number, then a line a trait."""
    for one in classes:
        yield "\t".join(("#", *one))
    for row in rows:
        yield "\t".join(row)


@cache
def shipped() -> Weights:
    """The weights fitted on the reviewed texts."""
    lines = tables.packed("relations.tsv.gz")
    classes = [Class(*line.split("\t")[1:]) for line in lines if line.startswith("#\t")]
    cells = (line.partition("\t") for line in lines[len(classes) :])
    return Weights(classes, ((trait, weights) for trait, _, weights in cells))
