"""A document as the classifiers see it: each mention that may anchor a frame, and the mentions that may fill its slots."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kg.extraction.document import Document
from kg.extraction.learned import traits
from kg.extraction.learned.described import with_described
from kg.extraction.learned.laid import Laid, laid
from kg.extraction.learned.offices import with_offices
from kg.extraction.learned.relations import ANCHORS, RELATIONS, Anchor, Relation, value
from kg.extraction.learned.traits import Subject, Tokens, Traits
from kg.extraction.mention import Mention

_ANCHORED = frozenset("".join(a.kinds + a.seldom for a in ANCHORS))
ANCHOR, FILLER, BETWEEN = "a:", "c:", "p:"
"""What the names of the traits begin with of an anchor, of who fills its slots, and of both side by side."""
_NEAR = 90
"""How many mentions before and after an anchor are looked at, however many its sentences have."""
_NOWHERE = (-1, -1)


@dataclass(frozen=True, slots=True)
class Pair:
    """A mention that may fill slots of an anchor's frames: its traits by itself, and side by side with the anchor."""

    mention: Mention
    away: int
    """How many sentences after the anchor's own it stands; before it, where negative."""
    alone: Traits
    between: Traits

    def may_fill(self, relation: Relation) -> bool:
        """Whether it is of a kind that fills a slot, and near enough."""
        return self.mention.kind in relation.kinds and -relation.before <= self.away <= relation.after

    def traits(self) -> Traits:
        """What is seen of it besides its anchor."""
        alone, between = self.alone.items(), self.between.items()
        return {**{FILLER + t: w for t, w in alone}, **{BETWEEN + t: w for t, w in between}}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What a document's candidates share."""

    lines: list[Tokens]
    about: Subject
    alone: dict[int, Traits]
    mentions: list[tuple[int, Mention]]
    laid: Laid


@dataclass(frozen=True)
class Candidate:
    """A mention that may anchor frames: its traits by itself, its sentence's, and who may fill the slots."""

    mention: Mention
    line: int
    place: int
    sentence: Traits
    seen: _Seen

    @property
    def alone(self) -> Traits:
        """What is seen of the mention by itself."""
        return self.seen.alone[self.mention.start]

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """Of each other thing mentioned nearby, the nearest mention."""
        seen, anchor = self.seen, (self.line, self.mention)
        near = seen.mentions[max(0, self.place - _NEAR) : self.place + _NEAR + 1]
        return tuple(
            Pair(m, at - self.line, seen.alone[m.start], dict(traits.between(seen.lines, anchor, (at, m), seen.about)))
            for at, m in _others(*anchor, near)
        )

    def anchors(self) -> Iterator[Anchor]:
        """The frames that a mention of this kind may anchor."""
        return (a for a in ANCHORS if a.takes(self.mention))

    def traits(self) -> Traits:
        """What is seen of an anchor."""
        return {**{ANCHOR + t: w for t, w in self.alone.items()}, **self.sentence}

    def pairs_of(self, relation: Relation) -> Iterator[Pair]:
        """Who may fill a slot."""
        return (p for p in self.pairs if p.may_fill(relation))


def candidates(document: Document) -> Iterator[Candidate]:
    """Every mention of a document's prose that may anchor a frame, in reading order."""
    prose = with_described(document.text, document.prose, document.language)
    lines = [traits.tokens(with_offices(document.text, t, document.language)) for t in prose]
    about = traits.subject(document, lines)
    alone = {m.start: traits.alone(line, m, about) for line in lines for m in line.typed.mentions}
    mentions = [(n, m) for n, line in enumerate(lines) for m in line.typed.mentions]
    seen = _Seen(lines, about, alone, mentions, laid(document.text, (line.typed for line in lines)))
    sentences = [traits.whole(line, n) for n, line in enumerate(lines)]
    for place, (n, m) in enumerate(mentions):
        if m.kind in _ANCHORED and value(m) is not None:
            yield Candidate(m, n, place, sentences[n], seen)


def _others(n: int, anchor: Mention, near: Iterable[tuple[int, Mention]]) -> Iterator[tuple[int, Mention]]:
    """Of each other thing mentioned within a few sentences, the nearest mention, with its sentence."""
    reach = _reach(anchor.kind)
    nearest: dict[object, tuple[int, int, int, Mention]] = {}
    for at, m in near:
        before, after = reach.get(m.kind, _NOWHERE)
        said = value(m)
        if -before <= at - n <= after and said is not None and said != value(anchor):
            far = (abs(at - n), abs(m.start - anchor.start), at, m)
            if said not in nearest or far[:2] < nearest[said][:2]:
                nearest[said] = far
    yield from ((at, m) for _, _, at, m in nearest.values())


@cache
def _reach(kind: str) -> dict[str, tuple[int, int]]:
    """How many sentences before and after an anchor of a kind its slots may be filled from, by kind of mention."""
    reach: dict[str, tuple[int, int]] = {}
    types = {a.type for a in ANCHORS if kind in a.kinds + a.seldom}
    for relation in (r for r in RELATIONS if r.type in types):
        for k in relation.kinds:
            before, after = reach.get(k, (0, 0))
            reach[k] = max(before, relation.before), max(after, relation.after)
    return reach
