"""What the classifiers think of a document: which mentions anchor frames, and which fill their slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from kg.extraction import tables
from kg.extraction.frames import FrameType, Value
from kg.extraction.learned import described
from kg.extraction.learned.examined import ANCHOR, BETWEEN, FILLER, Candidate, Pair
from kg.extraction.learned.neural import Network, Reading
from kg.extraction.learned.odds import logistic, logit
from kg.extraction.learned.relations import RELATIONS, Anchor, Relation, value
from kg.extraction.learned.weights import NONE, Sums, Weights
from kg.extraction.mention import Mention

_TOGETHER = 0.75
"""What the sum of both is worth: the regressions and the network see much of the same."""


class Thought(NamedTuple):
    """How likely a mention fills a slot of the frames that hang on an anchor; the anchor itself, that it anchors one."""

    likely: float
    mention: Mention
    anchor: Mention
    away: int = 0
    """How many sentences after its anchor it stands."""
    summed: float | None = None
    """The logarithm of the odds by the regressions."""
    read: float | None = None
    """Likewise by the network."""


class _Heard:
    """What speaks for an anchor by itself, and with each that may fill its frames' slots.

    The network tells both at once; what the regressions tell of each is added up only once it is asked.
    """

    def __init__(
        self, candidate: Candidate, weights: Weights, reading: Reading | None, sentence: Sums, alone: dict[int, Sums]
    ) -> None:
        self._candidate, self._weights, self._alone = candidate, weights, alone
        self._numbers = reading.network.numbers if reading is not None else None
        if reading is not None:
            others = [(p.mention, p.away, p.between) for p in candidate.pairs]
            self._read, self._pairs_read = reading.told(candidate.mention, others)
        self.sums = weights.bias + sentence + weights.sums(candidate.alone, ANCHOR)

    @cached_property
    def _others(self) -> list[tuple[Pair, list[float], list[float]]]:
        """Each that may fill a slot, with what its traits add up to in each class, and what the network says of each slot."""
        pairs = self._candidate.pairs
        read = self._pairs_read.tolist() if self._numbers else [[]] * len(pairs)
        return [(pair, self._totals(pair), told) for pair, told in zip(pairs, read, strict=True)]

    def _totals(self, pair: Pair) -> list[float]:
        at = pair.mention.start
        if at not in self._alone:
            self._alone[at] = self._weights.sums(pair.alone, FILLER)
        totals: list[float] = (self.sums + self._alone[at] + self._weights.sums(pair.between, BETWEEN)).tolist()
        return totals

    def filled(self, relation: Relation) -> dict[Value, Thought]:
        """Who may fill a slot, and how likely."""
        kind, slot, anchor = relation.type, relation.slot, self._candidate.mention
        number = self._numbers[kind, slot] if self._numbers else None
        found: dict[Value, Thought] = {}
        for pair, totals, told in self._others:
            if pair.may_fill(relation) and (said := value(pair.mention)) is not None:
                summed = self._weights.filled(kind, slot, totals)
                read = None if number is None else told[number]
                found[said] = Thought(_together(summed, read), pair.mention, anchor, pair.away, summed, read)
        return found

    def anchors(self, anchor: Anchor, totals: list[float]) -> tuple[Thought, str, float]:
        """What is thought of the mention as an anchor, the likeliest class, and how sure that is, by what its traits add up to."""
        classes = self._weights.anchored(anchor.type, anchor.slot, totals)
        some = 1 - classes.get(NONE, 1.0)
        named = max((n for n in classes if n != NONE), key=lambda n: classes[n], default=NONE)
        sure = classes.get(named, 0.0) / max(some, 1e-9)
        summed, mention = logit(some), self._candidate.mention
        read = self._read[self._numbers[anchor.type, anchor.slot]] if self._numbers else None
        return Thought(_together(summed, read), mention, mention, 0, summed, read), named, sure


def _together(summed: float, read: float | None) -> float:
    return logistic(summed if read is None else _TOGETHER * (summed + read))


@dataclass(frozen=True)
class Opinion:
    """What is thought of a mention as an anchor, its likeliest class and how sure that is, and who fills the slots."""

    anchor: Anchor
    thought: Thought
    named: str
    sure: float
    heard: _Heard

    @property
    def mention(self) -> Mention:
        """What anchors a frame, if anything does."""
        return self.thought.mention

    @property
    def likely(self) -> float:
        """How likely it anchors one."""
        return self.thought.likely

    def classed(self, named: Value) -> Thought:
        """How likely what it anchors is of a class: the likeliest, or another one."""
        return Thought(self.sure if named == self.named else 1 - self.sure, self.mention, self.mention)

    @cached_property
    def slots(self) -> dict[str, dict[Value, Thought]]:
        """For each slot, who may fill it and how likely."""
        return {r.slot: self.heard.filled(r) for r in RELATIONS if r.type == self.anchor.type}


def opinions(found: Iterable[Candidate], weights: Weights, network: Network | None = None) -> Iterator[Opinion]:
    """An opinion for every mention of a document and every type of frame that it may anchor; with the network's, if given."""
    reading: Reading | None = None
    sentences: dict[int, Sums] = {}
    alone: dict[int, Sums] = {}
    for candidate in found:
        if network is not None and reading is None:
            reading = network.read(candidate.seen.laid, candidate.seen.alone)
        if candidate.line not in sentences:
            sentences[candidate.line] = weights.sums(candidate.sentence)
        heard = _Heard(candidate, weights, reading, sentences[candidate.line], alone)
        totals = heard.sums.tolist()
        for anchor in candidate.anchors():
            yield Opinion(anchor, *heard.anchors(anchor, totals), heard)


class Opinions:
    """The opinions on a document, by what they are about."""

    def __init__(self, found: Iterable[Opinion]) -> None:
        self._of: defaultdict[tuple[FrameType, Value | None], list[Opinion]] = defaultdict(list)
        self._described: defaultdict[tuple[FrameType, str], dict[Value, None]] = defaultdict(dict)
        for opinion in found:
            kind, mention = opinion.anchor.type, opinion.mention
            self._of[kind, value(mention)].append(opinion)
            if mention.kind in described.KINDS:
                self._described[kind, tables.words(mention.sort)[0]][mention.name] = None

    def __iter__(self) -> Iterator[list[Opinion]]:
        """The opinions on each value that may anchor a type of frame."""
        return iter(self._of.values())

    def on(self, kind: FrameType, anchor: Value) -> list[Opinion]:
        """The opinions on a value as the anchor of a type of frame: one for each time that it is mentioned."""
        return self._of.get((kind, anchor), [])

    def described(self, kind: FrameType, name: Value) -> Iterator[Value]:
        """The ways in which the text describes by its noun what has a name: "usine", "usine de satellites"."""
        for word in tables.words(str(name)):
            yield from (said for said in self._described.get((kind, word), ()) if tables.alike(said, name))


def filling(found: Iterable[Opinion], slot: str) -> dict[Value, Thought]:
    """Who may fill a slot by some opinions, and how likely by the one that thinks so most."""
    best: dict[Value, Thought] = {}
    for opinion in found:
        for said, thought in opinion.slots.get(slot, {}).items():
            if said not in best or thought.likely > best[said].likely:
                best[said] = thought
    return best
