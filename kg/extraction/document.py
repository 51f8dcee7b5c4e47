"""The document as a whole: its sentences with mentions, and what it is mainly about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extraction.mention import Mention
from kg.extraction.names import Gazetteer
from kg.extraction.tables import plain
from kg.extraction.text import Sentence
from kg.extraction.typed import Typed
from kg.language import Language

_TITLED = 4
"""A thing in the title weighs as much as two namings in the text."""


@dataclass(frozen=True, slots=True)
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

    @property
    def prose(self) -> list[Typed]:
        """The sentences that say something: no furniture."""
        return [s for s in self.sentences if s.sentence.kind != "furniture"]

    def main(self, kinds: str, sorts: Sequence[str] = ()) -> Mention | None:
        """The thing of some kind that the document is about: named most, and earliest among equals."""
        tally: Counter[str] = Counter()
        first: dict[str, Mention] = {}
        for typed_sentence in self.prose:
            for m in typed_sentence.mentions:
                if m.kind in kinds and (not sorts or m.sort in sorts) and m.name:
                    tally[m.name] += 1 if m.nominal else 2
                    first.setdefault(m.name, m)
        if not tally:
            return None
        heading = plain(self.title)
        for name in tally:
            tally[name] += _TITLED if plain(name) in heading else 0
        best = max(tally, key=lambda n: (tally[n], -first[n].start))
        return first[best]

    def weight(self, mention: Mention) -> int:
        """How much a text is about something: by how often it names or means it, and by its title."""
        named = sum(1 if m.nominal else 2 for m in self.mentions if m.name == mention.name and m.kind == mention.kind)
        return named + (_TITLED if plain(mention.name) in plain(self.title) else 0)

    def paragraph(self, sentence: Sentence) -> list[Typed]:
        """The sentences of one line."""
        return [s for s in self.prose if s.sentence.line == sentence.line]
