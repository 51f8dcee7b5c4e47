"""A small convolutional network that reads a document's tokens and tells which mention anchors what, and who fills which slot.

It sees what the regressions do not: words by their vectors, in order, four tokens on each side. Layers as in spaCy's
encoder of words (maxout windows, residual), the second one wider; then a mention is the mean of its tokens, of those of
its sentence, and what its traits say but for words; a pair is told by both, by what stands between them and by the traits
of both side by side. Fitted by tests/extraction/taught.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import IO

import numpy as np
from numpy.typing import NDArray
from thinc.backends import NumpyOps

from kg.extraction import tables
from kg.extraction.learned import vectors
from kg.extraction.learned.laid import Laid
from kg.extraction.learned.relations import ANCHORS, RELATIONS
from kg.extraction.learned.traits import Traits
from kg.extraction.mention import Mention

Floats = NDArray[np.float32]
Span = tuple[int, int]
"""The first of some tokens, and the one after the last."""
Spans = NDArray[np.int64]
"""Spans, one a row."""

REACH = (1, 3)
"""How far from a token a layer looks, before and after it."""
PARTS = 5
"""In how many ways a mention counts: as an anchor, as one of two and as the other, and as what each is multiplied by."""
SLOTS = (*((a.type, a.slot) for a in ANCHORS), *((r.type, r.slot) for r in RELATIONS))
"""What it tells, in order: the slots of the anchors, then those of who fills them."""
_BLOCK = 4096
"""How many tokens are read at once, but for longer sentences: a long text takes less memory, and no sum grows inexact."""
_AWAY, _FAR = 5, 4
_STEP = 1.6
_CURVE = math.sqrt(2 / math.pi)
_OPS = NumpyOps()


def distance(sentences: int, tokens: int) -> int:
    """The class of how far a mention stands after another (before it: negative); 0 is kept for none.

    >>> distance(0, 1), distance(0, -1), distance(-2, -40)
    (32, 1, 14)
    """
    far = min(_FAR, int(math.log2(1 + abs(tokens)) / _STEP))
    return 1 + (0 if tokens < 0 else 31) + min(_AWAY, abs(sentences)) * 5 + far


def inside(one: Span, other: Span, sentences: int) -> Span:
    """The tokens between two mentions so many sentences apart: none but in the same one.

    >>> inside((2, 4), (7, 8), 0), inside((7, 8), (2, 4), 0), inside((2, 4), (7, 8), 1)
    ((4, 7), (4, 7), (0, 0))
    """
    start, end = (one[1], other[0]) if one[0] < other[0] else (other[1], one[0])
    return (start, end) if sentences == 0 and start < end else (0, 0)


def sentences(laid: Laid) -> Spans:
    """The tokens of each sentence, its break left out."""
    breaks = np.flatnonzero(np.frombuffer(laid.words, dtype=np.int32) == vectors.BREAK)
    return np.stack([np.concatenate([[0], breaks[:-1] + 1]), breaks], axis=1)


class Network:
    """The network's weights, by name, the slots that it tells, and the traits that it sees, each in order."""

    def __init__(self, weights: Mapping[str, Floats], names: Mapping[str, Sequence[str]]) -> None:
        self.weights = weights
        kinds_and_slots = (name.split(".") for name in names["slots"])
        self.numbers = {(kind, slot): number for number, (kind, slot) in enumerate(kinds_and_slots)}
        self._traits = {name: {trait: n for n, trait in enumerate(names[name])} for name in ("alone", "beside")}

    def read(self, laid: Laid, alone: Mapping[int, Traits]) -> Reading:
        """A document, read in blocks of whole sentences; the traits of each mention by where it begins in the text."""
        w, lines = self.weights, sentences(laid)
        spans = np.array(list(laid.spans.values()), dtype=np.int64).reshape(-1, 2)
        width = w["out.w"].shape[1]
        mentions, means = (np.zeros((len(rows), width), np.float32) for rows in (spans, lines))
        between = np.zeros((len(laid.words), width), np.float32)
        for start, end in _blocks(lines[:, 1] + 1):
            tokens = self._tokens(laid, start, end)
            sums = _sums(tokens)
            for found, rows in ((mentions, spans), (means, lines)):
                here = (rows[:, 0] >= start) & (rows[:, 0] < end)
                found[here] = _mean(sums, rows[here] - start)
            between[start:end] = _sums(product(tokens, w["between.w"]))
        own = np.concatenate([mentions, self.summed("alone", (alone[at] for at in laid.spans))], axis=1)
        line = np.searchsorted(lines[:, 1], spans[:, 0])
        seen = product(own, w["mention.w"]) + product(means, w["around.w"])[line] + w["mention.b"]
        return Reading(self, laid, np.split(seen, PARTS, axis=1), between)

    def summed(self, name: str, traits: Iterable[Traits]) -> Floats:
        """What the traits add up to of mentions `alone`, or of two `beside` one another."""
        known = self._traits[name]
        rows = [[known[trait] for trait in seen if trait in known] for seen in traits]
        flat = np.array([row for some in rows for row in some], dtype=np.int64)
        summed: Floats = _OPS.reduce_sum(
            self.weights[f"{name}.w"][flat], np.array([len(some) for some in rows], np.int32)
        )
        return summed

    def told(self, seen: Floats) -> Floats:
        """What is told of rows that each stand for a mention or a pair: rows by slots."""
        told: Floats = product(_bent(seen), self.weights["out.w"]) + self.weights["out.b"]
        return told

    def _tokens(self, laid: Laid, start: int, end: int) -> Floats:
        """What stands for each token where it stands: tokens by dimensions."""
        w, words = self.weights, vectors.matrix()
        first, last = max(0, start - sum(REACH)), end + sum(REACH)
        rows, kinds, looks = (
            np.frombuffer(a, dtype=np.int32)[first:last] for a in (laid.words, laid.kinds, laid.looks)
        )
        known = rows >= vectors.WORDS
        seen = w["signs"][np.where(known, 0, rows)]
        seen[known] = words[rows[known] - vectors.WORDS] / np.float32(vectors.SCALE)
        seen = _even(seen + w["kind"][kinds] + w["look"][looks], w["even.w"], w["even.b"])
        for n, far in enumerate(REACH):
            seen = self._layer(n, seen, far)
        return seen[start - first : end - first]

    def _layer(self, n: int, seen: Floats, far: int) -> Floats:
        w, width = self.weights, seen.shape[1]
        none = np.zeros((far, width), np.float32)
        padded = np.concatenate([none, seen, none])
        around = np.concatenate([padded[: -2 * far], seen, padded[2 * far :]], axis=1)
        pieces = product(around, w[f"{n}.w"]) + w[f"{n}.b"]
        told: Floats = np.maximum(pieces[:, :width], pieces[:, width:])
        return _even(seen + told, w[f"{n}.even.w"], w[f"{n}.even.b"])


@dataclass(frozen=True)
class Reading:
    """A document as the network read it: the logarithms of the odds that it gives."""

    network: Network
    laid: Laid
    mentions: list[Floats]
    """The mentions as anchors, as one of two and the other, and as what each of the two is multiplied by."""
    between: Floats
    """What the tokens before each in its block add up to, as they count between two mentions."""

    def anchors(self, mention: Mention, kind: str, slot: str) -> float:
        """For a mention that anchors a type of frame."""
        return self._anchors[self._places[mention.start]][self.network.numbers[kind, slot]]

    def beside(self, anchor: Mention, others: Sequence[tuple[Mention, int, Traits]]) -> Floats:
        """For others near an anchor, each with how many sentences away it stands and their traits side by side: by slots."""
        w, spans, places = self.network.weights, self.laid.spans, self._places
        span = spans[anchor.start]
        who, far, between = [], [], []
        for other, away, _ in others:
            who.append(places[other.start])
            far.append(distance(away, spans[other.start][0] - span[0]))
            between.append(inside(span, spans[other.start], away))
        if not who:
            return np.zeros((0, len(self.network.numbers)), dtype=np.float32)
        at = places[anchor.start]
        _, one, two, by_one, by_two = self.mentions
        seen = one[at] + two[who] + by_one[at] * by_two[who]
        seen = seen + w["far"][far] + _mean(self.between, between) + w["between.b"]
        seen += self.network.summed("beside", (traits for _, _, traits in others))
        return self.network.told(seen)

    @cached_property
    def _places(self) -> dict[int, int]:
        return {start: n for n, start in enumerate(self.laid.spans)}

    @cached_property
    def _anchors(self) -> list[list[float]]:
        told: list[list[float]] = self.network.told(self.mentions[0]).tolist()
        return told


def product(rows: Floats, weights: Floats) -> Floats:
    """Rows by transposed weights, on one core: the documents of a folder are shared out among processes."""
    told: Floats = _OPS.gemm(rows, weights, trans2=True)
    return told


def _even(rows: Floats, scale: Floats, shift: Floats) -> Floats:
    """Each row with mean 0 and variance 1, then scaled and shifted (layer normalisation)."""
    centred = rows - rows.mean(axis=1, keepdims=True)
    spread = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + 1e-5)
    evened: Floats = centred / spread * scale + shift
    return evened


def _blocks(ends: NDArray[np.int64]) -> Iterator[Span]:
    """Where blocks of whole sentences begin and end, by where the sentences end."""
    start = end = 0
    for after in ends.tolist():
        if after - start > _BLOCK and end > start:
            yield start, end
            start = end
        end = after
    if end > start:
        yield start, end


def _sums(rows: Floats) -> Floats:
    """What the rows before each row add up to."""
    sums = np.zeros_like(rows)
    np.cumsum(rows[:-1], axis=0, out=sums[1:])
    return sums


def _mean(sums: Floats, spans: Sequence[Span] | Spans) -> Floats:
    """The mean of the rows from the first to before the second of each span; of none where it is empty."""
    starts, ends = np.array(spans, dtype=np.int64).reshape(-1, 2).T
    mean: Floats = (sums[ends] - sums[starts]) / np.maximum(ends - starts, 1)[:, None].astype(np.float32)
    return mean


def _bent(rows: Floats) -> Floats:
    """GELU by its approximation with a hyperbolic tangent; thinc's raises to a power, in twenty times the time."""
    bent: Floats = 0.5 * rows * (1 + np.tanh(_CURVE * (rows + 0.044715 * rows * rows * rows)))
    return bent


def stored(file: IO[bytes]) -> Network:
    """A network from a file."""
    arrays = dict(np.load(file, allow_pickle=False))
    names = {name: [str(one) for one in arrays.pop(name)] for name in ("slots", "alone", "beside")}
    return Network({name: array.astype(np.float32) for name, array in arrays.items()}, names)


@cache
def shipped() -> Network:
    """The network fitted on the reviewed texts."""
    with tables.file("neural.npz").open("rb") as file:
        return stored(file)
