"""What an amount is for, in the words of the text."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import whole, worded
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.rules import money_words as say
from kg.extraction.typed import Typed

_SHORTEST = 7
"""How many characters a purpose has at least."""
_NEXT_SUM = Expression(r" (?:et|and|puis) (?:[a-zà-ÿ']+ ){0,3}⟨M\d+⟩")
_IN_NUMBER = Expression(r"(?<=\d)\.\d{3}(?:[^.;:()«»\n]{0,60})")
_ENDS = Expression(
    r",| d'ici| avant | qui | dont "
    r"| (?:et|and) (?:(?:gér|pilot|port|opér|financ|attribu|octroy)ée?s?|managed|run|led|funded|awarded) (?:par|by) "
)


def told(document: Document, typed: Typed, before: str, after: str) -> Iterator[Filler]:
    """What an amount is for, in the words of the text."""
    if match := say.PURPOSE_BEFORE.search(before) or say.WORTH.search(before):
        group = next(g for g, w in match.groupdict().items() if w)
        yield worded("purpose", document, typed, match.span(group))
        return
    if (
        match := say.PURPOSE_OF.search(after)
        or say.PURPOSE_TO.search(after)
        or say.PURPOSE_INTO.search(after)
        or say.PURPOSE.search(after)
        or say.PURPOSE_FAR.search(after)
    ):
        base = len(typed.string) - len(after)
        first, last = match.span(next(g for g, w in match.groupdict().items() if w))
        last = following.start() if (following := _NEXT_SUM.search(after, first, last)) else last
        start = typed.origin(base + first)
        words = _aim(document.text, start, typed.origin(base + last))
        if len(words) >= _SHORTEST:
            yield Filler("purpose", words, start, start + len(words))


def _aim(text: str, start: int, end: int) -> str:
    """The words of a purpose: not cut in a number ("28.000 m2") or a word, nor longer than what it says."""
    if on := _IN_NUMBER.match(text, end):
        end = on.end()
    words = whole(text, start, end)
    return words[: cut.start() if (cut := _ENDS.search(words)) else None].strip()
