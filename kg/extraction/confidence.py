"""How sure a frame is: the share of its values that are right on texts that were not read when the rules were written.

Each value's share is estimated from the general to the special: its type of frame, its slot there, its rule, its slot
by that rule. The less was seen of the special, the more the general weighs, and the lower the estimate: what was seen
five times over is not yet sure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from kg.extraction.frames import SLOTS, Frame

PRIOR = 0.85
"""The precision of all values on unread texts: what is assumed where nothing has been seen."""
_TYPE, _SLOT, _RULE = 5.0, 5.0, 8.0
"""How many values of experience the general counts for, at each step to the special."""
_READ = 0.25
"""What a value of a text that was read while rules were written counts for, beside one of an unread text."""
_CAUTION = 1.0
"""How many standard deviations an estimate is lowered by."""
_MOST, _LEAST = 0.985, 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """How many values of a slot, by a rule that began frames of a type, were right and wrong; on unread and read texts."""

    type: str
    rule: str
    slot: str
    right: float
    wrong: float
    right_read: float = 0
    wrong_read: float = 0

    def line(self) -> str:
        """The counts as a line of the table."""
        counts = (self.right, self.wrong, self.right_read, self.wrong_read)
        return "\t".join([self.type, self.rule, self.slot, *(f"{count:.0f}" for count in counts)]) + "\n"


class Fitted:
    """What was seen, as an estimate for any value.

    >>> seen = Fitted([Seen("Role", "role.is", "person", 200, 0), Seen("Role", "role.for", "person", 0, 20)])
    >>> seen.value("Role", "role.is", "person") > 0.95 > PRIOR > seen.value("Role", "role.for", "person")
    True
    """

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._right: defaultdict[tuple[str, ...], float] = defaultdict(float)
        self._all: defaultdict[tuple[str, ...], float] = defaultdict(float)
        for row in seen:
            right = row.right + _READ * row.right_read
            wrong = row.wrong + _READ * row.wrong_read
            for key in ((row.type,), (row.type, row.slot), ("", row.rule), ("", row.rule, row.slot)):
                self._right[key] += right
                self._all[key] += right + wrong

    def value(self, kind: str, rule: str, slot: str) -> float:
        """How sure a value of a slot is in a frame of a type that a rule began."""
        of_type = self._share((kind,), PRIOR, _TYPE)
        of_slot = self._share((kind, slot), of_type, _SLOT)
        of_rule = self._share(("", rule), of_type, _RULE)
        share = self._share(("", rule, slot), min(_MOST, of_slot * of_rule / of_type), _RULE)
        deviation = math.sqrt(share * (1 - share) / (self._all.get(("", rule), 0) + _SLOT))
        return max(_LEAST, share - _CAUTION * deviation)

    def frame(self, frame: Frame) -> float:
        """How many of a frame's values are right, as far as is known."""
        sure = [self.value(frame.type, frame.rule, slot) for slot in SLOTS[frame.type] for _ in frame.values(slot)]
        return sum(sure) / len(sure) if sure else _LEAST

    def _share(self, key: tuple[str, ...], general: float, weight: float) -> float:
        return (self._right.get(key, 0) + general * weight) / (self._all.get(key, 0) + weight)


@cache
def fitted() -> Fitted:
    """The estimates from the reviewed texts."""
    text = (resources.files("kg.extraction") / "tables" / "confidence.tsv").read_text(encoding="utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]
    return Fitted(Seen(kind, rule, slot, *map(float, counts)) for kind, rule, slot, *counts in rows)


def rated(frames: Iterable[Frame]) -> Iterator[Frame]:
    """Each frame with its confidence."""
    for frame in frames:
        yield replace(frame, confidence=fitted().frame(frame))
