"""Words as vectors, near one another where they mean alike, in French as in English.

They are a multilingual language model's view of each word by itself, fewer dimensions of it in whole numbers:
tests/extraction/vectors.py makes the tables. By them a word counts that the reviewed texts seldom or never have.
"""

from __future__ import annotations

import re
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kg.extraction import tables

STEM = 8
"""How many letters of a word tell it from others."""
SIGNS = ",.;:()«»\"'-–—%/&!?…•+€$£°[]|*·’“”"
BREAK, UNKNOWN, NUMBER = range(3)
"""The rows of what is no word: the end of a sentence, what no table has, a number; then the signs."""
WORDS = NUMBER + 1 + len(SIGNS)
"""The row of the first word."""
SCALE = 32.0
"""What the table's whole numbers are divided by."""
TOKEN = re.compile(r"\w+'?|[^\w\s]")


def row(token: str) -> int:
    """The row of a token, a word or a sign.

    >>> row("investit") > WORDS, row("2027") == NUMBER, row("☃") == UNKNOWN
    (True, True, True)
    """
    known = _rows()
    stem = token.lower()[:STEM]
    if stem in known:
        return known[stem]
    return NUMBER if token[0].isdigit() else UNKNOWN


@cache
def matrix() -> NDArray[np.int8]:
    """The words' vectors, one a row."""
    with tables.file("vectors.npy").open("rb") as file:
        return np.asarray(np.load(file, allow_pickle=False), dtype=np.int8)


@cache
def _rows() -> dict[str, int]:
    signs = {sign: NUMBER + 1 + n for n, sign in enumerate(SIGNS)}
    return signs | {word: WORDS + n for n, word in enumerate(tables.packed("vectors.txt.gz"))}
