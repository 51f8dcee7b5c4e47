"""French or English, told by the small words."""

from __future__ import annotations

import re

from kg.language import Language

_WORD = re.compile(r"[a-zàâçéèêëîïôûùüÿœ]+")
_FRENCH = frozenset(
    [
        *("le", "la", "les", "des", "du", "un", "une", "et", "est", "sont", "dans", "pour", "par", "sur", "avec", "au"),
        *(
            "aux",
            "ce",
            "cette",
            "qui",
            "que",
            "à",
            "de",
            "en",
            "plus",
            "ses",
            "leur",
            "d",
            "l",
            "ont",
            "été",
            "se",
            "il",
        ),
    ]
)
_ENGLISH = frozenset(
    [
        *(
            "the",
            "of",
            "and",
            "to",
            "in",
            "is",
            "are",
            "for",
            "by",
            "with",
            "that",
            "this",
            "was",
            "were",
            "has",
            "have",
        ),
        *("its", "it", "at", "from", "will", "be", "an", "as", "which", "said", "more", "been", "their", "would", "on"),
    ]
)
_HEAD = 20_000


def guess(text: str) -> Language:
    """The language whose small words are more; French where neither has any."""
    words = _WORD.findall(text[:_HEAD].lower())
    french = sum(word in _FRENCH for word in words)
    english = sum(word in _ENGLISH for word in words)
    return "en" if english > french else "fr"


def known(code: str | None) -> Language | None:
    """The language of a tag such as fr-FR, or none where it is another one.

    >>> known("en-GB")
    'en'
    """
    start = (code or "").strip().lower()[:2]
    return "fr" if start == "fr" else "en" if start == "en" else None
