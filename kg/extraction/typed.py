"""Sentences with their mentions replaced by marks, so that a rule reads as a pattern over kinds of things.

`Alain Rousset, président de la Région Nouvelle-Aquitaine` is seen as `⟨P0⟩, président de la ⟨O1⟩`.
A pattern is written with marks of its own:
  <person:P>       one mention of a person, in the slot "person"; <O>, <OLF> match without filling a slot
  <party:O+>       a list of mentions: "A, B et C", articles and short appositions between them
  {of} {det} {and} {role} ...  named pieces
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.literals import Marked
from kg.extraction.mention import Ground, Mention
from kg.extraction.patterns import compiled as compiled  # noqa: PLC0414  rules take it from here
from kg.extraction.text import Sentence

MARK = Expression(r"⟨(?P<kind>[A-Z])(?P<number>\d+)⟩")

_COMPLEMENT = Expression(
    r"⟩[^⟨⟩]*\b[a-zà-ÿ]{4,}(?<!côtés)(?<!auprès)(?<!compris) (?:de la |de l'|du |des |de |d'|of the |of )(?:[a-zà-ÿ-]+ ){0,2}$"
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A sentence as the rules see it; `offsets` maps its characters back to the document's."""

    sentence: Sentence
    string: str
    mentions: tuple[Mention, ...]
    marks: tuple[int, ...]
    origins: tuple[tuple[int, int], ...]

    def origin(self, position: int) -> int:
        """Where in the document a character of the typed string stands."""
        at = bisect_right(self.marks, position) - 1
        mark, start = self.marks[at], self.origins[at][0]
        if self.origins[at][1] >= 0 and position > mark:
            return self.origins[at][1]
        return start + (position - mark if self.origins[at][1] < 0 else 0)

    def spans(self, match: re.Match[str], group: str) -> list[Mention]:
        """The mentions inside a group of a match, in reading order, without those that only describe another."""
        words = match[group] or ""
        found = [m for m in MARK.finditer(words) if not _aside(words[: m.start()])]
        return [self.mentions[int(m["number"])] for m in found]

    def marked(self, words: str) -> list[Mention]:
        """All the mentions in some words of the sentence, in reading order."""
        return [self.mentions[int(m["number"])] for m in MARK.finditer(words)]

    def captured(self, match: re.Match[str] | None) -> list[Mention]:
        """All the mentions in the groups of a match, group by group; none without a match."""
        return [m for words in match.groupdict().values() for m in self.marked(words or "")] if match else []

    def of_kind(self, kinds: str) -> list[Mention]:
        """The sentence's mentions of some kinds, in reading order."""
        return [m for m in self.mentions if m.kind in kinds]

    def position(self, mention: Mention) -> int:
        """Where a mention's mark begins in the typed string."""
        return self.string.index(f"⟨{mention.kind}{self.mentions.index(mention)}⟩")

    def before(self, mention: Mention) -> str:
        """What stands before a mention in the sentence."""
        return self.string[: self.position(mention)]

    def after(self, mention: Mention) -> str:
        """What stands behind a mention in the sentence."""
        return self.string[self.string.index("⟩", self.position(mention)) + 1 :]


def _aside(before: str) -> bool:
    """Whether what follows in a list is in brackets, or completes a noun: "A (B)", "A, filiale de B"."""
    return before.count("(") > before.count(")") or bool(_COMPLEMENT.search(before))


def typed(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Typed:
    """The sentence with each mention inside it, of those in reading order, replaced by a mark."""
    first, last = (bisect_left(mentions, at, key=lambda m: m.start) for at in (sentence.start, sentence.end))
    inside = [m for m in mentions[first:last] if m.end <= sentence.end]
    pieces: list[str] = []
    marks: list[int] = []
    origins: list[tuple[int, int]] = []
    length, position = 0, sentence.start
    for number, mention in enumerate(inside):
        gap = text[position : mention.start]
        if gap:
            marks.append(length)
            origins.append((position, -1))
            pieces.append(gap)
            length += len(gap)
        mark = f"⟨{mention.kind}{number}⟩"
        marks.append(length)
        origins.append((mention.start, mention.end))
        pieces.append(mark)
        length += len(mark)
        position = mention.end
    marks.append(length)
    origins.append((position, -1))
    pieces.append(text[position : sentence.end])
    return Typed(sentence, Marked("".join(pieces)), tuple(inside), tuple(marks), tuple(origins))


def apart(sentence: Typed, found: Iterable[Mention]) -> Iterator[Mention]:
    """Those mentions that share no character with one of the sentence."""
    ground = Ground(sentence.mentions)
    return (m for m in found if not any(ground.covering(m)))


def joined(text: str, sentence: Typed, further: Sequence[Mention]) -> Typed:
    """The sentence with further mentions, apart from its own."""
    if not further:
        return sentence
    return typed(text, sentence.sentence, sorted([*sentence.mentions, *further], key=lambda m: m.start))


def matches(pattern: str, sentence: Typed) -> Iterator[re.Match[str]]:
    """Every match of a rule's pattern in a typed sentence."""
    return compiled(pattern).finditer(sentence.string)
