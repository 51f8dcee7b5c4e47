"""An event while its facts are being gathered."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extraction.frames import Filler


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
