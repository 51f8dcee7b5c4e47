"""Lists of words written as one string, so that they read as the words they are."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a string, in order.

    >>> listed("un deux")
    ('un', 'deux')
    """
    return tuple(words.split())


def frozen(words: str) -> frozenset[str]:
    """The words of a string, to look up."""
    return frozenset(words.split())
