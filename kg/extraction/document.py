"""The document as a whole: its sentences with mentions, and what it is mainly about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.extraction import tabular
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.names import Gazetteer
from kg.extraction.tables import plain
from kg.extraction.text import Sentence
from kg.extraction.typed import Typed
from kg.language import Language

_SPACED = Expression(r"[^\w&+]+")
_TITLED = 4
"""A thing in the title weighs as much as two namings in the text."""


@dataclass(frozen=True)
class Document:
    """A text understood as far as its mentions go; rules read it and never change it."""

    text: str
    language: Language
    published: str | None
    sentences: tuple[Typed, ...]
    mentions: tuple[Mention, ...]
    known: Gazetteer
    title: str = ""
    name: str = ""

    @cached_property
    def prose(self) -> list[Typed]:
        """The sentences that say something: no furniture, no table."""
        spans = [span for table in self.tables for span in table.spans]
        starts = [start for start, _ in spans]
        return [s for s in self.sentences if s.sentence.kind != "furniture" and not _inside(s.sentence, starts, spans)]

    @cached_property
    def tables(self) -> tuple[tabular.Table, ...]:
        """Its tables with a header that tells something."""
        return tuple(tabular.tables(self.text))

    def main(self, kinds: str, sorts: Sequence[str] = ()) -> Mention | None:
        """The thing of some kind that the document is about: named most, and earliest among equals."""
        asked = kinds, tuple(sorts)
        if asked not in self._mains:
            self._mains[asked] = self._main(*asked)
        return self._mains[asked]

    @cached_property
    def _mains(self) -> dict[tuple[str, tuple[str, ...]], Mention | None]:
        return {}

    def _main(self, kinds: str, sorts: Sequence[str]) -> Mention | None:
        tally: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for typed_sentence in self.prose:
            for m in typed_sentence.mentions:
                if m.kind in kinds and (not sorts or m.sort in sorts) and m.name:
                    tally[m.name] += 1 if m.nominal else 2
                    first.setdefault(m.name, m)
        if not tally:
            return None
        titled = self._titled(name for name in tally)
        for name in titled:
            tally[name] += _TITLED
        best = max(tally, key=lambda n: (tally[n], -first[n].start))
        return first[best]

    def weight(self, mention: Mention) -> int:
        """How much a text is about something: by how often it names or means it, and by its title."""
        named = sum(1 if m.nominal else 2 for m in self.mentions if m.name == mention.name and m.kind == mention.kind)
        return named + (_TITLED if self._titled([mention.name]) else 0)

    def _titled(self, names: Iterable[str]) -> set[str]:
        """The names that the title has, in any way that the text writes them."""
        heading = f" {' '.join(plain(self.title).replace('-', ' ').split())} "
        wanted = set(names)
        written = {
            (m.name, plain(self.text[m.start : m.end])) for m in self.mentions if m.name in wanted and not m.nominal
        }
        written |= {(name, plain(name)) for name in wanted}
        return {name for name, words in written if f" {words.replace('-', ' ')} " in _SPACED.sub(" ", heading)}

    def paragraph(self, sentence: Sentence) -> list[Typed]:
        """The sentences of one line."""
        return [s for s in self.prose if s.sentence.line == sentence.line]


def _inside(sentence: Sentence, starts: list[int], spans: list[tuple[int, int]]) -> bool:
    """Whether a sentence shares a character with one of some stretches in reading order."""
    at = bisect_left(starts, sentence.end)
    return at > 0 and spans[at - 1][1] > sentence.start
