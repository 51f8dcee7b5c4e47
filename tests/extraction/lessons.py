"""The reviewed texts as numbers, as the network of kg/extraction/learned/neural.py learns from them: taught.py."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import trained
from trained import Examined

from kg.extraction.learned.neural import SLOTS, placed, sentences, standing
from kg.extraction.learned.relations import value
from kg.extraction.learned.traits import Traits

NOBODY = -1
WORDS = frozenset(["L0", "L1", "L2", "R0", "R1", "R2", "LL", "RR", "w", "noun", "all", "in", "in1", "in9"])
"""Traits that name words: those the network sees by their vectors."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text as numbers: its tokens, the tokens of each mention, and each example with what it is."""

    tokens: np.ndarray
    """Three rows: words, kinds, looks."""
    spans: np.ndarray
    lines: np.ndarray
    """The tokens of each sentence."""
    line: np.ndarray
    """The sentence of each mention."""
    names: np.ndarray
    """The number of each mention's name."""
    alone: list[list[str]]
    """The traits of each mention."""
    beside: list[list[str]]
    """The traits of both of each pair."""
    pairs: np.ndarray
    """A row a pair: anchor and other by number of mention, distance, and the tokens between."""
    asked: np.ndarray
    """A row an example, by number: slot, anchor as a mention, pair, and what it says, as other examples may."""
    right: np.ndarray


def lesson(text: Examined) -> Lesson | None:
    """What is to be learned from a text; nothing where it mentions nothing."""
    if not text.candidates:
        return None
    laid, alone = text.candidates[0].seen.laid, text.candidates[0].seen.alone
    places = {start: n for n, start in enumerate(laid.spans)}
    spans, where = list(laid.spans.values()), placed(laid)
    pairs, numbers, beside = [], {}, []
    for candidate in text.candidates:
        at = places[candidate.mention.start]
        for pair in candidate.pairs:
            other = places[pair.mention.start]
            numbers[at, other] = len(pairs)
            pairs.append((at, other, *standing(spans[at], spans[other], pair.away)))
            beside.append(_wordless(pair.between))
    asked, right, said = [], [], {}
    for example in text.examples:
        slot, at, other = SLOTS.index(example.slot), places[example.anchor.start], example.other
        number = NOBODY if other is None else numbers[at, places[other.mention.start]]
        says = (slot, value(example.anchor), None if other is None else value(other.mention))
        asked.append((slot, at, number, said.setdefault(says, len(said))))
        right.append(example.named != trained.NONE)
    return Lesson(
        np.array([laid.words, laid.kinds, laid.looks], dtype=np.int64),
        np.array(spans),
        sentences(laid),
        where.lines,
        where.names,
        [_wordless(alone[start]) for start in laid.spans],
        beside,
        np.array(pairs, dtype=np.int64).reshape(-1, 5),
        np.array(asked),
        np.array(right, dtype=np.float32),
    )


def _wordless(traits: Traits) -> list[str]:
    return [trait for trait in traits if trait.partition("=")[0] not in WORDS]
