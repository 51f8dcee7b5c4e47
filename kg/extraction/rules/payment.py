"""A payment while its facts are being gathered."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction import frames
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed


@dataclass(slots=True)
class Payment:
    """A payment while its facts are being gathered, and the sentence that states it."""

    mention: Mention
    typed: Typed
    kind: str
    marked: bool
    fillers: list[Filler]

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet."""
        for f in fillers:
            if not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def values(self, slot: str) -> list[Value]:
        """The values of a slot."""
        return [f.value for f in self.fillers if f.slot == slot]

    def frame(self) -> Frame:
        """What is known of the payment, as a frame."""
        number = self.mention.value.number if self.mention.value else None
        amount = 0 if number is None else frames.held(number)
        at = (self.mention.start, self.mention.end)
        told = self.mention.value.currency if self.mention.value else None
        currency = "EUR" if told is None else told
        core = [Filler("amount", amount, *at), *([Filler("currency", currency, *at)] if currency else ())]
        core.append(Filler("kind", self.kind, *at))
        return Frame("Funding", (*core, *self.fillers), f"funding.{self.kind}" if self.marked else "funding.unmarked")
