"""A mention: a stretch of text that names something or states a value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extraction.values import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something or states a value; `name` is what it stands for."""

    kind: str
    sort: str
    start: int
    end: int
    name: str
    iri: str | None = None
    nominal: bool = False
    value: Value | None = None
    known: bool = False
    labelled: bool = False

    def covers(self, other: Mention) -> bool:
        """Whether two mentions share a character."""
        return self.start < other.end and other.start < self.end


class Ground:
    """Where mentions stand in a text, asked for neighbours without looking at all of them."""

    _STRETCH = 64

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._stretches: defaultdict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            self.add(mention)

    def add(self, mention: Mention) -> None:
        """Take one more mention in."""
        for stretch in self._of(mention):
            self._stretches[stretch].append(mention)

    def covering(self, mention: Mention) -> Iterator[Mention]:
        """The mentions that share a character with this one; a long one may come twice."""
        for stretch in self._of(mention):
            yield from (m for m in self._stretches.get(stretch, ()) if m.covers(mention))

    def _of(self, mention: Mention) -> range:
        return range(mention.start // self._STRETCH, max(mention.end - 1, mention.start) // self._STRETCH + 1)
