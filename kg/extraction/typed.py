"""Sentences with their mentions replaced by marks, so that a rule reads as a pattern over kinds of things.

`Alain Rousset, président de la Région Nouvelle-Aquitaine` is seen as `⟨P0⟩, président de la ⟨O1⟩`.
A pattern is written with marks of its own:
  <person:P>       one mention of a person, in the slot "person"; <O>, <OLF> match without filling a slot
  <party:O+>       a list of mentions: "A, B et C", articles and short appositions between them
  {of} {det} {and} {role} ...  named pieces
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extraction.lexicon import PIECES
from kg.extraction.mention import Mention
from kg.extraction.text import Sentence

_SLOT = re.compile(r"<(?:(?P<name>\w+):)?(?P<kinds>[A-Z]+)(?P<many>\+?)>")
_PIECE = re.compile(r"\{(?P<name>[a-z_]+)\}")
MARK = re.compile(r"⟨(?P<kind>[A-Z])(?P<number>\d+)⟩")


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
        """The mentions inside a group of a match, in reading order."""
        found = MARK.finditer(match[group] or "")
        return [self.mentions[int(m["number"])] for m in found]

    def of_kind(self, kinds: str) -> list[Mention]:
        """The sentence's mentions of some kinds, in reading order."""
        return [m for m in self.mentions if m.kind in kinds]

    def position(self, mention: Mention) -> int:
        """Where a mention's mark begins in the typed string."""
        return self.string.index(f"⟨{mention.kind}{self.mentions.index(mention)}⟩")


def typed(text: str, sentence: Sentence, mentions: Sequence[Mention]) -> Typed:
    """The sentence with each mention inside it replaced by a mark."""
    inside = [m for m in mentions if sentence.start <= m.start and m.end <= sentence.end]
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
    return Typed(sentence, "".join(pieces), tuple(inside), tuple(marks), tuple(origins))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A rule's pattern as a regular expression."""
    for _ in range(3):
        pattern = _PIECE.sub(lambda m: PIECES.get(m["name"], m.group()), pattern)
    pattern = pattern.replace("[^.;⟨⟩]", r"(?:[^.;⟨⟩]|⟨[DRNUH]\d+⟩)")
    return re.compile(_SLOT.sub(_slot, pattern), re.IGNORECASE)


def _slot(match: re.Match[str]) -> str:
    one = rf"⟨[{match['kinds']}]\d+⟩"
    if match["many"]:
        apposition = r"(?:,? ?\([^()]{1,60}\)|, [^,.;:()]{3,70},(?= (?:et|and|ainsi|as) )|, [^,.;:()⟨⟩]{3,50}(?=, )|,? (?:of|de) ⟨L\d+⟩)?"
        one = rf"{one}(?:{apposition}{PIECES['and']}{PIECES['det']}(?:[a-zà-ÿ'-]+ ){{0,3}}?{one})*"
    return f"(?P<{match['name']}>{one})" if match["name"] else f"(?:{one})"


def matches(pattern: str, sentence: Typed) -> Iterator[re.Match[str]]:
    """Every match of a rule's pattern in a typed sentence."""
    return compiled(pattern).finditer(sentence.string)
