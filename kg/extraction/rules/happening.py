"""An event while its facts are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler

_HAPPENS = Expression(
    r"\b(?:aur(?:a|ont) lieu|(?:a|ont) eu lieu|a lieu|se (?:tien(?:t|dra|nent|dront)|déroul(?:e|era|ent|eront))"
    r"|s'est (?:tenue?|déroulée?)|(?:will be|was|is being|were) held|(?:will )?takes? place|took place)\b"
)


def of_another(string: str, one: int, other: int) -> bool:
    """Whether what stands at `other` in a sentence is told of something else than the event at `one`.

    >>> of_another("Le forum a lieu en mai et le salon se tiendra en juin.", 29, 20)
    True
    >>> of_another("Le forum a lieu en mai et le salon se tiendra en juin.", 29, 50)
    False
    """
    low, high = sorted((one, other))
    between = string[low:high]
    if ";" in between:
        return True
    if other > one:
        return len(_HAPPENS.findall(between)) > 1
    return bool(_HAPPENS.search(string[:low]) and _HAPPENS.search(string[high:]))


@dataclass(slots=True)
class Happening:
    """An event while its facts are being gathered."""

    name: Filler
    sort: str
    fillers: list[Filler] = field(default_factory=list)
    mentions: int = 0
    held: bool = False

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet; one start, one end, one edition."""
        for f in fillers:
            once = f.slot in {"start", "end", "edition"} and self.has(f.slot)
            if (
                not once
                and f.value != self.name.value
                and not any(o.slot == f.slot and o.value == f.value for o in self.fillers)
            ):
                self.fillers.append(f)

    def has(self, slot: str) -> bool:
        """Whether a slot is filled."""
        return any(f.slot == slot for f in self.fillers)

    def first(self, slot: str) -> Filler | None:
        """The first filler of a slot, or none."""
        return next((f for f in self.fillers if f.slot == slot), None)
