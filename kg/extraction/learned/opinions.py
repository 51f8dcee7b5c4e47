"""What the classifiers think of a document: which mentions anchor frames, and which fill their slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.extraction.frames import FrameType, Value
from kg.extraction.learned.examined import ANCHOR, BETWEEN, FILLER, Candidate, Pair
from kg.extraction.learned.relations import RELATIONS, Anchor, Relation, value
from kg.extraction.learned.weights import NONE, Weights
from kg.extraction.mention import Mention

Sums = Mapping[int, float]
"""What traits add up to, by the number of a class."""


class _Heard:
    """What speaks for an anchor by itself, and with each that may fill its frames' slots: that only once it is asked."""

    def __init__(self, candidate: Candidate, weights: Weights, sentence: Sums, alone: dict[int, Sums]) -> None:
        self._candidate, self._weights, self._alone = candidate, weights, alone
        self.sums = (weights.bias, sentence, weights.sums(candidate.alone, ANCHOR))

    @cached_property
    def others(self) -> list[tuple[Pair, Sums, Sums]]:
        """Each that may fill a slot, with what its traits add up to alone and beside the anchor."""
        found: list[tuple[Pair, Sums, Sums]] = []
        for pair in self._candidate.pairs:
            at = pair.mention.start
            if at not in self._alone:
                self._alone[at] = self._weights.sums(pair.alone, FILLER)
            found.append((pair, self._alone[at], self._weights.sums(pair.between, BETWEEN)))
        return found

    def filled(self, relation: Relation) -> dict[Value, tuple[float, Mention]]:
        """Who may fill a slot, and how likely."""
        kind, slot = relation.type, relation.slot
        return {
            said: (self._weights.filled(kind, slot, *self.sums, *sums), pair.mention)
            for pair, *sums in self.others
            if pair.may_fill(relation) and (said := value(pair.mention)) is not None
        }


@dataclass(frozen=True)
class Opinion:
    """How likely a mention anchors a frame, its likeliest class and how sure that is, and how likely others fill its slots."""

    anchor: Anchor
    mention: Mention
    likely: float
    named: str
    sure: float
    heard: _Heard

    @cached_property
    def slots(self) -> dict[str, dict[Value, tuple[float, Mention]]]:
        """For each slot, who may fill it and how likely."""
        return {r.slot: self.heard.filled(r) for r in RELATIONS if r.type == self.anchor.type}


def opinions(found: Iterable[Candidate], weights: Weights) -> Iterator[Opinion]:
    """An opinion for every mention and every type of frame that it may anchor."""
    sentences: dict[int, Sums] = {}
    alone: dict[int, Sums] = {}
    for candidate in found:
        if candidate.line not in sentences:
            sentences[candidate.line] = weights.sums(candidate.sentence)
        heard = _Heard(candidate, weights, sentences[candidate.line], alone)
        for anchor in candidate.anchors():
            classes = weights.anchored(anchor.type, anchor.slot, *heard.sums)
            likely = 1 - classes.get(NONE, 1.0)
            named = max((n for n in classes if n != NONE), key=lambda n: classes[n], default=NONE)
            yield Opinion(anchor, candidate.mention, likely, named, classes.get(named, 0.0) / max(likely, 1e-9), heard)


class Opinions:
    """The opinions on a document, by what they are about."""

    def __init__(self, found: Iterable[Opinion]) -> None:
        self._of: defaultdict[tuple[FrameType, Value | None], list[Opinion]] = defaultdict(list)
        for opinion in found:
            self._of[opinion.anchor.type, value(opinion.mention)].append(opinion)

    def __iter__(self) -> Iterator[list[Opinion]]:
        """The opinions on each value that may anchor a type of frame."""
        return iter(self._of.values())

    def on(self, kind: FrameType, anchor: Value) -> list[Opinion]:
        """The opinions on a value as the anchor of a type of frame: one for each time that it is mentioned."""
        return self._of.get((kind, anchor), [])


def filling(found: Iterable[Opinion], slot: str) -> dict[Value, tuple[float, Mention]]:
    """Who may fill a slot by some opinions, and how likely by the one that thinks so most."""
    best: dict[Value, tuple[float, Mention]] = {}
    for opinion in found:
        for said, (likely, mention) in opinion.slots.get(slot, {}).items():
            if said not in best or likely > best[said][0]:
                best[said] = (likely, mention)
    return best
