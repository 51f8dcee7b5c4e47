"""What the classifiers think of a document: which mentions anchor frames, and which fill their slots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extraction.frames import FrameType, Value
from kg.extraction.learned.examined import ANCHOR, BETWEEN, FILLER, Candidate
from kg.extraction.learned.relations import RELATIONS, Anchor, value
from kg.extraction.learned.weights import NONE, Weights
from kg.extraction.mention import Mention

Sums = Mapping[int, float]
"""What traits add up to, by the number of a class."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """How likely a mention anchors a frame, its likeliest class and how sure that is, and how likely others fill its slots."""

    anchor: Anchor
    mention: Mention
    likely: float
    named: str
    sure: float
    slots: tuple[tuple[str, tuple[tuple[Mention, float], ...]], ...]


def opinions(found: Iterable[Candidate], weights: Weights) -> Iterator[Opinion]:
    """An opinion for every mention and every type of frame that it may anchor."""
    sentences: dict[int, Sums] = {}
    alone: dict[int, Sums] = {}
    for candidate in found:
        if candidate.line not in sentences:
            sentences[candidate.line] = weights.sums(candidate.sentence)
        heard = (weights.bias, sentences[candidate.line], weights.sums(candidate.alone, ANCHOR))
        others: list[tuple[Mention, Sums, Sums]] = []
        for pair in candidate.pairs:
            at = pair.mention.start
            if at not in alone:
                alone[at] = weights.sums(pair.alone, FILLER)
            others.append((pair.mention, alone[at], weights.sums(pair.between, BETWEEN)))
        for anchor in candidate.anchors():
            classes = weights.anchored(anchor.type, anchor.slot, *heard)
            likely = 1 - classes.get(NONE, 1.0)
            named = max((n for n in classes if n != NONE), key=lambda n: classes[n], default=NONE)
            slots = tuple(
                (
                    r.slot,
                    tuple(
                        (m, weights.filled(r.type, r.slot, *heard, *sums)) for m, *sums in others if m.kind in r.kinds
                    ),
                )
                for r in RELATIONS
                if r.type == anchor.type
            )
            yield Opinion(anchor, candidate.mention, likely, named, classes.get(named, 0.0) / max(likely, 1e-9), slots)


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
        for mention, likely in dict(opinion.slots).get(slot, ()):
            said = value(mention)
            if said is not None and (said not in best or likely > best[said][0]):
                best[said] = (likely, mention)
    return best
