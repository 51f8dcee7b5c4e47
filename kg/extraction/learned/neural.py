"""A small network that reads a document's tokens and tells which mention anchors what, and who fills which slot.

It sees what the regressions do not: words by their vectors, in order, four tokens on each side, and what the mentions
of a document tell of one another. Windows over the tokens come first; then a mention is the mean of its tokens, of those
of its sentence, and what its traits say but for words, and mentions look at one another, twice. A pair is told by both,
by what stands between them and by the traits of both side by side; anchor and pairs alike also by all the pairs of the
anchor, so that who fills a slot is weighed beside who else may. Fitted by tests/extraction/taught.py.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import IO

import numpy as np

from kg.extraction import tables
from kg.extraction.learned import layers, vectors
from kg.extraction.learned.laid import Laid
from kg.extraction.learned.layers import Floats, Placed, Span, Whole, bent, linear
from kg.extraction.learned.relations import ANCHORS, RELATIONS
from kg.extraction.learned.traits import Traits
from kg.extraction.mention import Mention

REACH = (1, 3)
"""How far from a token a layer looks, before and after it."""
LOOKS = 2
"""How often mentions look at one another."""
PARTS = 5
"""In how many ways a mention counts: as an anchor, as one of two and as the other, and as what each is multiplied by."""
SLOTS = (*((a.type, a.slot) for a in ANCHORS), *((r.type, r.slot) for r in RELATIONS))
"""What it tells, in order: the slots of the anchors, then those of who fills them."""
_BLOCK = 4096
"""How many tokens are read at once, but for longer sentences: a long text takes less memory, and no sum grows inexact."""
_AWAY, _FAR = 5, 4
_STEP = 1.6


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


def standing(one: Span, other: Span, sentences: int) -> tuple[int, int, int]:
    """How another mention stands to one, so many sentences away: the class of its distance, and the tokens between.

    >>> standing((2, 4), (7, 8), 0)
    (33, 4, 7)
    """
    return distance(sentences, other[0] - one[0]), *inside(one, other, sentences)


def sentences(laid: Laid) -> Whole:
    """The tokens of each sentence, its break left out: a row a sentence."""
    breaks = np.flatnonzero(np.frombuffer(laid.words, dtype=np.int32) == vectors.BREAK)
    return np.stack([np.concatenate([[0], breaks[:-1] + 1]), breaks], axis=1)


def placed(laid: Laid) -> Placed:
    """The sentence of each mention, and the number of its name: the same where the words are."""
    numbers: dict[tuple[int, ...], int] = {}
    names = [numbers.setdefault(tuple(laid.words[a:b]), len(numbers)) for a, b in laid.spans.values()]
    return Placed(np.searchsorted(sentences(laid)[:, 1], [start for start, _ in laid.spans.values()]), np.array(names))


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
            added = layers.sums(tokens)
            for found, rows in ((mentions, spans), (means, lines)):
                here = (rows[:, 0] >= start) & (rows[:, 0] < end)
                found[here] = layers.mean(added, rows[here] - start)
            between[start:end] = layers.sums(linear(tokens, w, "between"))
        where = placed(laid)
        traits = self.summed("alone", (alone[at] for at in laid.spans))
        seen = linear(np.concatenate([mentions, traits, means[where.lines]], axis=1), w, "own")
        for n in range(LOOKS):
            seen = layers.attended(seen, where, w, f"looks.{n}")
        return Reading(self, laid, np.split(linear(seen, w, "mention"), PARTS, axis=1), between)

    def summed(self, name: str, traits: Iterable[Traits]) -> Floats:
        """What the traits add up to of mentions `alone`, or of two `beside` one another."""
        known = self._traits[name]
        return layers.gathered(self.weights[f"{name}.w"], [[known[t] for t in seen if t in known] for seen in traits])

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
        seen = layers.even(seen + w["kind"][kinds] + w["look"][looks], w, "even")
        for n, far in enumerate(REACH):
            seen = layers.windowed(seen, far, w, f"windows.{n}")
        return seen[start - first : end - first]


@dataclass(frozen=True)
class Reading:
    """A document as the network read it."""

    network: Network
    laid: Laid
    mentions: list[Floats]
    """The mentions as anchors, as one of two and the other, and as what each of the two is multiplied by."""
    between: Floats
    """What the tokens before each in its block add up to, as they count between two mentions."""

    def told(self, anchor: Mention, others: Sequence[tuple[Mention, int, Traits]]) -> tuple[list[float], Floats]:
        """The logarithms of the odds, by slots, of a mention as an anchor, and of each other one as who fills its slots.

        The others come with how many sentences away they stand and their traits side by side; each gets a row.
        """
        w = self.network.weights
        seen = self.mentions[0][self._places[anchor.start]][None]
        if others:
            pairs = self._pairs(anchor, others)
            each = bent(pairs)
            rivals = np.concatenate([np.maximum(each.max(axis=0), 0), each.mean(axis=0)])[None]
            by_alone, by_pairs = np.split(linear(rivals, w, "rivals"), 2, axis=1)
            seen = np.concatenate([seen + by_alone, pairs + by_pairs])
        told = linear(bent(seen), w, "out")
        return told[0].tolist(), told[1:]

    def _pairs(self, anchor: Mention, others: Sequence[tuple[Mention, int, Traits]]) -> Floats:
        """What stands for a mention and each other one, side by side."""
        w, spans, places = self.network.weights, self.laid.spans, self._places
        at, span = places[anchor.start], spans[anchor.start]
        who = [places[other.start] for other, _, _ in others]
        stand = np.array([standing(span, spans[other.start], away) for other, away, _ in others])
        _, one, two, by_one, by_two = self.mentions
        seen = one[at] + two[who] + by_one[at] * by_two[who]
        seen = seen + w["far"][stand[:, 0]] + layers.mean(self.between, stand[:, 1:])
        told: Floats = seen + self.network.summed("beside", (traits for _, _, traits in others))
        return told

    @cached_property
    def _places(self) -> dict[int, int]:
        return {start: n for n, start in enumerate(self.laid.spans)}


def _blocks(ends: Whole) -> Iterator[Span]:
    """Where blocks of whole sentences begin and end, by where the sentences end."""
    start = end = 0
    for after in ends.tolist():
        if after - start > _BLOCK and end > start:
            yield start, end
            start = end
        end = after
    if end > start:
        yield start, end


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
