"""A document's prose laid out as one row of tokens: their words, their looks, and the mentions that they belong to."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.extraction.learned.vectors import BREAK, TOKEN, row
from kg.extraction.typed import Typed

KINDS = "OXPLFSETDNMHRUWG"
"""The kinds of mentions, each by its place here, from 1; 0 is no mention."""
PLAIN, SHORT_CAPITALS, CAPITAL, DIGIT, LETTER, SIGN = range(6)
"""How a token looks."""
LOOKS = 6


@dataclass(frozen=True, slots=True)
class Laid:
    """The tokens, and which of them each mention is, by where it begins in the text."""

    words: array[int] = field(default_factory=lambda: array("i"))
    kinds: array[int] = field(default_factory=lambda: array("i"))
    looks: array[int] = field(default_factory=lambda: array("i"))
    spans: dict[int, tuple[int, int]] = field(default_factory=dict)


def laid(text: str, sentences: Iterable[Typed]) -> Laid:
    """The tokens of some sentences in order, a break after each."""
    row_of = Laid()
    for sentence in sentences:
        _lay(text, sentence, row_of)
        row_of.words.append(BREAK)
        row_of.kinds.append(0)
        row_of.looks.append(PLAIN)
    return row_of


def _lay(text: str, sentence: Typed, out: Laid) -> None:
    mentions = iter(sentence.mentions)
    mention = next(mentions, None)
    first = -1
    for match in TOKEN.finditer(text, sentence.sentence.start, sentence.sentence.end):
        while mention is not None and match.start() >= mention.end:
            _close(out, mention.start, first)
            mention, first = next(mentions, None), -1
        inside = mention is not None and match.end() > mention.start
        if inside and first < 0:
            first = len(out.words)
        token = match.group()
        out.words.append(row(token))
        out.kinds.append(1 + KINDS.index(mention.kind) if inside and mention is not None else 0)
        out.looks.append(_look(token))
    while mention is not None:
        _close(out, mention.start, first)
        mention, first = next(mentions, None), -1


def _close(out: Laid, start: int, first: int) -> None:
    """End a mention; one without a token of its own is the token after it."""
    end = len(out.words)
    out.spans[start] = (first, end) if 0 <= first < end else (end, end + 1)


def _look(token: str) -> int:
    if token.isupper() and len(token) > 1:
        return SHORT_CAPITALS
    first = token[0]
    return CAPITAL if first.isupper() else DIGIT if first.isdigit() else LETTER if first.isalpha() else SIGN
