"""How each value of a document's drafts stands: what speaks for it, and what else is told beside it, in numbers."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from kg.extraction.learned.evidence import Draft, Told
from kg.extraction.learned.odds import logit

Rows = NDArray[np.float64]

GROWING = ("record", "opinion", "summed", "read", "anchor")
"""What speaks for a value the more, the more there is of it."""
COLUMNS = (
    *GROWING,
    *("rival", "slot", "known", "letters", "away", "kind", "hangs on"),
    *("rank", "rivals", "second", "rank of draft", "drafts", "second draft"),
)
_KINDS = "OXLFSETPGMNHRUDWBVC"
_BOUND = 5.0
_NONE = float("nan")


def bounded(odds: float | None) -> float:
    """The logarithm of odds, within bounds; not a number where there is none.

    >>> bounded(2.0), bounded(-float("inf")), bounded(None)
    (2.0, -5.0, nan)
    """
    return _NONE if odds is None else max(-_BOUND, min(_BOUND, odds))


def rows(drafts: Sequence[Draft], rates: Mapping[str, float]) -> Rows:
    """A row of `COLUMNS` for each value of each draft, in order: not a number where there is nothing to say.

    `rates` tells how often the values of each slot are right: "Role.person".
    """
    values = [(draft, one, _strength(one)) for draft in drafts for one in draft.told]
    slots: defaultdict[object, list[float]] = defaultdict(list)
    same: defaultdict[object, list[float]] = defaultdict(list)
    for draft, one, strength in values:
        slots[id(draft), one.filler.slot].append(strength)
        same[draft.type, one.filler.slot, one.filler.value].append(strength)
    for strengths in (*slots.values(), *same.values()):
        strengths.sort()
    found = [
        (
            *_spoken(draft, one),
            rates.get(f"{draft.type}.{one.filler.slot}", _NONE),
            *_stands(one),
            *_among(strength, slots[id(draft), one.filler.slot]),
            *_among(strength, same[draft.type, one.filler.slot, one.filler.value]),
        )
        for draft, one, strength in values
    ]
    return np.array(found, dtype=np.float64).reshape(-1, len(COLUMNS))


def _spoken(draft: Draft, one: Told) -> tuple[float, ...]:
    """What speaks for a value, as logarithms of odds."""
    thought = one.opinion
    return (
        _odds(one.record),
        _odds(thought and thought.likely),
        bounded(thought and thought.summed),
        bounded(thought and thought.read),
        _odds(draft.likely),
        _odds(one.rival),
    )


def _stands(one: Told) -> tuple[float, ...]:
    """What it is, and how it stands to what the frame hangs on."""
    known, letters = float(one.known), float(len(str(one.filler.value)))
    if one.opinion is None:
        return known, letters, _NONE, _NONE, _NONE
    at, anchor = one.opinion.mention, one.opinion.anchor
    return known, letters, float(one.opinion.away), float(_KINDS.find(at.kind)), float(_KINDS.find(anchor.kind))


def _strength(one: Told) -> float:
    """What speaks for a value by itself, the record of its rule and the opinion alike."""
    odds = [_odds(p) for p in (one.record, one.opinion and one.opinion.likely) if p is not None]
    return sum(odds) / len(odds) if odds else 0.0


def _among(strength: float, ranked: list[float]) -> tuple[float, float, float]:
    """How many are stronger, how many there are, and how strong the second is; `ranked` from the weakest up."""
    stronger = len(ranked) - bisect_right(ranked, strength)
    return float(stronger), float(len(ranked)), ranked[-2] if len(ranked) > 1 else _NONE


def _odds(likely: float | None) -> float:
    return bounded(None if likely is None else logit(likely))
