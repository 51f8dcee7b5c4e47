"""A document's prose laid out as one row of tokens: their words, their looks, and the mentions that they belong to."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extraction.learned.vectors import BREAK, TOKEN, row
from kg.extraction.typed import Typed

KINDS = "OXPLFSETDNMHRUWGBVC"
"""The kinds of mentions, each by its place here, from 1; 0 is no mention."""
LOOKS = 6
PLAIN, SHORT_CAPITALS, CAPITAL, DIGIT, LETTER, SIGN = range(LOOKS)
"""How a token looks."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The tokens, and which of them each mention is, by where it begins in the text."""

    words: array[int] = field(default_factory=lambda: array("i"))
    kinds: array[int] = field(default_factory=lambda: array("i"))
    looks: array[int] = field(default_factory=lambda: array("i"))
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


def laid(text: str, sentences: Iterable[Typed]) -> Laid:
    """The tokens of some sentences in order, a break after each."""
    out = Laid()
    for sentence in sentences:
        _lay(text, sentence, out)
        out.words.append(BREAK)
        out.kinds.append(0)
        out.looks.append(PLAIN)
    return out


def _lay(text: str, sentence: Typed, out: Laid) -> None:
    tokens = list(TOKEN.finditer(text, sentence.sentence.start, sentence.sentence.end))
    before, kinds = len(out.words), [0] * len(tokens)
    starts, ends = [t.start() for t in tokens], [t.end() for t in tokens]
    for mention in sentence.mentions:
        first, end = bisect_right(ends, mention.start), bisect_left(starts, mention.end)
        kinds[first:end] = [1 + KINDS.index(mention.kind)] * (end - first)
        out.spans[mention.start] = (before + first, before + max(end, first + 1))
    out.words.extend(row(t.group()) for t in tokens)
    out.kinds.extend(kinds)
    out.looks.extend(_look(t.group()) for t in tokens)


def _look(token: str) -> int:
    if token.isupper() and len(token) > 1:
        return SHORT_CAPITALS
    first = token[0]
    return CAPITAL if first.isupper() else DIGIT if first.isdigit() else LETTER if first.isalpha() else SIGN
