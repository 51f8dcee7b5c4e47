"""Text made easy to match: lower case, plain letters, one character for one."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from kg.extraction.expressions import Expression
from kg.extraction.literals import Marked
from kg.language import Language

_SAME = {
    **dict.fromkeys("’‘ʼ′`´", "'"),
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u2002\u2003\u2005\u2006\t", " "),
    **dict.fromkeys("‐‑‒–—−―", "-"),
    **dict.fromkeys("ᵉ", "e"),
    "ʳ": "r",
    "ᵈ": "d",
    "ˢ": "s",
    "×": "x",
    "º": "°",
}


class _Folds(dict[int, str]):
    """Folds a character when it is first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _SAME.get(character)
        if folded is None:
            plain = unicodedata.normalize("NFD", character)[:1] or character
            folded = plain.lower() if len(plain.lower()) == 1 else character
        self[code] = folded
        return folded


# A line that goes on in lower case is one sentence wrapped, not two items.
_WRAP = Expression(r"(?<=[^\n.!?:;])\n(?=[^\W0-9A-Z_])")


def fold(text: str) -> str:
    """`text` without case, accents, and the variety of spaces, dashes and apostrophes; of the same length.

    >>> fold("L’Été 2024")
    "l'ete 2024"
    """
    return _WRAP.sub(" ", text).translate(_Folds())


@dataclass(frozen=True, slots=True)
class Prose:
    """A text as it stands, and folded; an offset in one is the same offset in the other."""

    text: str
    folded: str
    language: Language

    @classmethod
    def of(cls, text: str, language: Language) -> Prose:
        """The text with its folded form."""
        return cls(text, Marked(fold(text)), language)

    def before(self, start: int, width: int = 40) -> str:
        """The folded words just before `start`."""
        return self.folded[max(0, start - width) : start]
