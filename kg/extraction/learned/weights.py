"""The classifiers' weights: logistic regressions over traits, fitted on the reviewed texts and shipped as a table."""

from __future__ import annotations

import gzip
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from kg.extraction.learned.traits import Traits

NONE = ""
"""The class of a mention that anchors no frame of a type."""
FILLS = "fills"
"""The class of a mention that fills a slot of another's frame."""
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
        self._read: dict[str, tuple[tuple[int, float], ...]] = {}
        self._numbers: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
        for number, one in enumerate(classes):
            self._numbers[one.type, one.slot][one.named] = number
        self.bias = self.sums({BIAS: 1.0})

    def sums(self, seen: Traits, prefix: str = "") -> dict[int, float]:
        """What some traits add up to for each class, by number."""
        sums: dict[int, float] = {}
        for trait, much in seen.items():
            for number, weight in self._of(prefix + trait):
                sums[number] = sums.get(number, 0.0) + weight * much
        return sums

    def classes(self, kind: str, slot: str) -> Mapping[str, int]:
        """The classes that a slot's mentions are told apart by, with their numbers."""
        return self._numbers.get((kind, slot), {})

    def anchored(self, kind: str, slot: str, *sums: Mapping[int, float]) -> dict[str, float]:
        """How likely a mention anchors a frame of each class, `NONE` for none, from what its traits add up to."""
        totals = {named: _total(number, sums) for named, number in self.classes(kind, slot).items()}
        highest = max(totals.values(), default=0.0)
        powers = {named: math.exp(total - highest) for named, total in totals.items()}
        return {named: power / sum(powers.values()) for named, power in powers.items()}

    def filled(self, kind: str, slot: str, *sums: Mapping[int, float]) -> float:
        """How likely a mention fills a slot, from what the traits of it and of the anchor add up to."""
        number = self.classes(kind, slot).get(FILLS)
        return 0.0 if number is None else 1 / (1 + math.exp(-_total(number, sums)))

    def _of(self, trait: str) -> tuple[tuple[int, float], ...]:
        if trait not in self._read:
            pairs = (pair.split(":") for pair in self._written.get(trait, "").split())
            self._read[trait] = tuple((int(number), float(weight)) for number, weight in pairs)
        return self._read[trait]


def _total(number: int, sums: Iterable[Mapping[int, float]]) -> float:
    return sum(one.get(number, 0.0) for one in sums)


def written(classes: Iterable[Class], rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the table: the classes by number, then a line a trait."""
    for one in classes:
        yield "\t".join(("#", *one))
    for row in rows:
        yield "\t".join(row)


@cache
def shipped() -> Weights:
    """The weights fitted on the reviewed texts."""
    packed = (resources.files("kg.extraction") / "tables" / "relations.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    classes = [Class(*line.split("\t")[1:]) for line in lines if line.startswith("#\t")]
    cells = (line.partition("\t") for line in lines[len(classes) :])
    return Weights(classes, ((trait, weights) for trait, _, weights in cells))
