"""Trees that add up to how likely a value is right: scikit-learn fits them (tests/extraction/trained.py), this reads them.

Small trees boosted by gradients: at each node a row of numbers turns left or right by one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import IO

import numpy as np
from numpy.typing import NDArray

from kg.extraction import tables
from kg.extraction.learned.standing import Rows

_NODES = ("column", "bound", "unknown", "left", "right", "odds")


@dataclass(frozen=True)
class Forest:
    """The nodes of all trees, by number; a leaf leads to itself."""

    rates: Mapping[str, float]
    """How often the values of each slot were right."""
    start: float
    roots: NDArray[np.int64]
    column: NDArray[np.int64]
    bound: NDArray[np.float64]
    """A row with no more than this goes left."""
    unknown: NDArray[np.bool_]
    """Whether a row without a number goes left."""
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    odds: NDArray[np.float64]
    """What a leaf adds to the logarithm of the odds."""

    def total(self, rows: Rows) -> NDArray[np.float64]:
        """The logarithm of the odds of each row."""
        at = np.tile(self.roots, (len(rows), 1))
        row = np.arange(len(rows))[:, None]
        while True:
            seen = rows[row, self.column[at]]
            goes_left = np.where(np.isnan(seen), self.unknown[at], seen <= self.bound[at])
            after = np.where(goes_left, self.left[at], self.right[at])
            if np.array_equal(after, at):
                total: NDArray[np.float64] = self.start + self.odds[at].sum(axis=1)
                return total
            at = after


def stored(file: IO[bytes]) -> Forest:
    """A forest from a file."""
    arrays = dict(np.load(file, allow_pickle=False))
    rates = dict(zip(arrays["slots"].tolist(), arrays["rates"].tolist(), strict=True))
    wide = {"i": np.int64, "f": np.float64, "b": np.bool_}
    nodes = {name: arrays[name].astype(wide[arrays[name].dtype.kind]) for name in ("roots", *_NODES)}
    return Forest(rates, float(arrays["start"]), **nodes)


@cache
def shipped() -> Forest:
    """The trees fitted on the reviewed texts."""
    with tables.file("confidence.npz").open("rb") as file:
        return stored(file)
