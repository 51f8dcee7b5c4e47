"""The arithmetic of the network's layers, over rows of numbers: one row a token, a mention or a pair.

Layers as in spaCy's encoder of words (maxout windows, residual) and as in a transformer (attention, residual), on one
core: the documents of a folder are shared out among processes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from thinc.backends import NumpyOps

Floats = NDArray[np.float32]
Whole = NDArray[np.int64]
Span = tuple[int, int]
"""The first of some rows, and the one after the last."""
Weights = Mapping[str, Floats]

HEADS = 4
"""In how many ways a mention looks at others."""
NEAR = 128
"""How many mentions before and after it a mention looks at."""
AWAY = 6
"""How many sentences away are told apart, before it and after it."""
_AT_ONCE = 64
_NEVER = np.float32(-1e4)
_CURVE = math.sqrt(2 / math.pi)
_OPS = NumpyOps()


@dataclass(frozen=True, slots=True)
class Placed:
    """Where mentions stand and what they name: of each, the number of its sentence, and of its name."""

    lines: Whole
    names: Whole


def linear(rows: Floats, weights: Weights, name: str) -> Floats:
    """Rows by the transposed weights of a name, and its bias where it has one."""
    told: Floats = _OPS.gemm(rows, weights[f"{name}.w"], trans2=True)
    bias = weights.get(f"{name}.b")
    if bias is not None:
        told += bias
    return told


def even(rows: Floats, weights: Weights, name: str) -> Floats:
    """Each row with mean 0 and variance 1, then scaled and shifted (layer normalisation)."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + 1e-5)
    evened: Floats = centred / spread * weights[f"{name}.w"] + weights[f"{name}.b"]
    return evened


def bent(rows: Floats) -> Floats:
    """GELU by its approximation with a hyperbolic tangent; thinc's raises to a power, in twenty times the time."""
    told: Floats = 0.5 * rows * (1 + np.tanh(_CURVE * (rows + 0.044715 * rows * rows * rows)))
    return told


def windowed(rows: Floats, far: int, weights: Weights, name: str) -> Floats:
    """Each row with what it and the rows so far before and after it tell together."""
    width = rows.shape[1]
    none = np.zeros((far, width), np.float32)
    padded = np.concatenate([none, rows, none])
    around = np.concatenate([padded[: -2 * far], rows, padded[2 * far :]], axis=1)
    pieces = linear(around, weights, name)
    told: Floats = np.maximum(pieces[:, :width], pieces[:, width:])
    return even(rows + told, weights, f"{name}.even")


def attended(rows: Floats, placed: Placed, weights: Weights, name: str) -> Floats:
    """Each mention with what those near it tell it: by what they are, how many sentences away, whether of the same name."""
    look = linear(even(rows, weights, f"{name}.even"), weights, f"{name}.look")
    asks, keys, says = (_by_head(part) for part in np.split(look, 3, axis=1))
    asks /= np.float32(math.sqrt(asks.shape[2]))
    heard = np.empty_like(rows)
    for start in range(0, len(rows), _AT_ONCE):
        here, near = slice(start, start + _AT_ONCE), slice(max(0, start - NEAR), start + _AT_ONCE + NEAR)
        likes = asks[:, here] @ keys[:, near].transpose(0, 2, 1) + _biases(placed, here, near, weights, name)
        likes = np.exp(likes - likes.max(axis=2, keepdims=True))
        likes /= likes.sum(axis=2, keepdims=True)
        heard[here] = (likes @ says[:, near]).transpose(1, 0, 2).reshape(-1, rows.shape[1])
    rows = rows + linear(heard, weights, f"{name}.hear")
    wide = bent(linear(even(rows, weights, f"{name}.wide.even"), weights, f"{name}.wide"))
    return rows + linear(wide, weights, f"{name}.narrow")


def _by_head(rows: Floats) -> Floats:
    return np.ascontiguousarray(rows.reshape(len(rows), HEADS, -1).transpose(1, 0, 2))


def _biases(placed: Placed, here: slice, near: slice, weights: Weights, name: str) -> Floats:
    """What speaks for looking at each mention near, by where it stands and by its name: heads by those here by those near."""
    places = np.arange(len(placed.lines))
    one, other = places[here, None], places[near]
    away = np.clip(placed.lines[other] - placed.lines[one], -AWAY, AWAY) + AWAY
    same = (placed.names[other] == placed.names[one]).astype(np.int64)
    told = weights[f"{name}.away"][away] + weights[f"{name}.same"][same]
    told[abs(other - one) > NEAR] = _NEVER
    biases: Floats = told.transpose(2, 0, 1)
    return biases


def sums(rows: Floats) -> Floats:
    """What the rows before each row add up to."""
    told = np.zeros_like(rows)
    np.cumsum(rows[:-1], axis=0, out=told[1:])
    return told


def mean(added: Floats, spans: Sequence[Span] | Whole) -> Floats:
    """By `sums`: the mean of the rows from the first to before the second of each span; of none where it is empty."""
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    told: Floats = (added[ends] - added[starts]) / np.maximum(ends - starts, 1)[:, None].astype(np.float32)
    return told


def gathered(table: Floats, rows: Sequence[Sequence[int]]) -> Floats:
    """For each list of numbers, what the rows of a table with these numbers add up to."""
    flat = np.array([row for some in rows for row in some], dtype=np.int64)
    told: Floats = _OPS.reduce_sum(table[flat], np.array([len(some) for some in rows], np.int32))
    return told
