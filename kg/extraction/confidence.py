"""How sure a frame is: the share of right values among those its rule gave on reviewed texts, smoothed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources

from kg.extraction.frames import Frame

PRIOR = 0.8
"""The precision measured on texts that no rule was written on: what a rule is worth before it has been seen."""
WEIGHT = 5.0
"""How many values of experience the prior counts for."""


def smoothed(right: int, wrong: int) -> float:
    """The confidence after some values were right and some wrong.

    >>> round(smoothed(0, 0), 2), round(smoothed(20, 0), 2), round(smoothed(0, 5), 2)
    (0.8, 0.96, 0.4)
    """
    return (right + PRIOR * WEIGHT) / (right + wrong + WEIGHT)


@cache
def fitted() -> Mapping[str, float]:
    """The confidence of each rule that has been reviewed."""
    text = (resources.files("kg.extraction") / "tables" / "confidence.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    return {rule: smoothed(int(right), int(wrong)) for rule, right, wrong in rows}


def rated(frames: Iterable[Frame]) -> Iterator[Frame]:
    """Each frame with the confidence of the rule that began it."""
    for frame in frames:
        yield replace(frame, confidence=fitted().get(frame.rule, PRIOR))
