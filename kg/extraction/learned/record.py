"""How often what a rule says is right on a text that nobody has read.

It is fitted on the reviewed texts; those that were read while the rules were written count little each. Each value's
share is estimated from the general to the special: its type of frame, its slot there, its rule, its slot by that rule.
The less was seen of the special, the more the general weighs, and the lower the estimate: what was seen five times over
is not yet sure.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.extraction import tables

PRIOR = 0.8
"""The precision of all values on unread texts: what is assumed where nothing has been seen."""
_TYPE, _SLOT, _RULE = 5.0, 5.0, 8.0
"""How many values of experience the general counts for, at each step to the special."""
_READ = 0.3
"""What a value counts for where the rules were made to be right on the text that it comes from."""
_CAUTION = 0.9
"""How many standard deviations an estimate is lowered by."""
_HIGHEST, _LOWEST = 0.985, 0.05


@dataclass(frozen=True, slots=True)
class Seen:
    """How many values of a slot, by a rule that began frames of a type, were right and wrong: on texts read and unread."""

    type: str
    rule: str
    slot: str
    right: int
    wrong: int
    unread_right: int = 0
    unread_wrong: int = 0

    def line(self) -> str:
        """The counts as a row of the table."""
        counts = (self.right, self.wrong, self.unread_right, self.unread_wrong)
        return "\t".join([self.type, self.rule, self.slot, *map(str, counts)])


class Record:
    """What was seen, as an estimate for any value.

    >>> seen = Record([Seen("Role", "role.is", "person", 90, 0, 60, 0), Seen("Role", "role.for", "person", 0, 20)])
    >>> seen.value("Role", "role.is", "person") > 0.95 > PRIOR > seen.value("Role", "role.for", "person")
    True
    """

    def __init__(self, seen: Iterable[Seen]) -> None:
        self._right: defaultdict[tuple[str, ...], float] = defaultdict(float)
        self._all: defaultdict[tuple[str, ...], float] = defaultdict(float)
        for row in seen:
            right = _READ * row.right + row.unread_right
            wrong = _READ * row.wrong + row.unread_wrong
            for key in ((row.type,), (row.type, row.slot), ("", row.rule), ("", row.rule, row.slot)):
                self._right[key] += right
                self._all[key] += right + wrong

    def value(self, kind: str, rule: str, slot: str) -> float:
        """How sure a value of a slot is in a frame of a type that a rule began."""
        of_type = self._share((kind,), PRIOR, _TYPE)
        of_slot = self._share((kind, slot), of_type, _SLOT)
        of_rule = self._share(("", rule), of_type, _RULE)
        share = self._share(("", rule, slot), min(_HIGHEST, of_slot * of_rule / of_type), _RULE)
        deviation = math.sqrt(share * (1 - share) / (self._all.get(("", rule), 0) + _SLOT))
        return max(_LOWEST, share - _CAUTION * deviation)

    def _share(self, key: tuple[str, ...], general: float, weight: float) -> float:
        return (self._right.get(key, 0) + general * weight) / (self._all.get(key, 0) + weight)


@cache
def shipped() -> Record:
    """What was seen on the reviewed texts."""
    rows = tables.rows("record.tsv")
    return Record(Seen(kind, rule, slot, *map(int, counts)) for kind, rule, slot, *counts in rows)
