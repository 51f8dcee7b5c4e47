"""A payment while its facts are being gathered."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction import frames
from kg.extraction.frames import Filler, Frame, Value
from kg.extraction.mention import Mention
from kg.extraction.rules import money_words as say
from kg.extraction.typed import Typed


@dataclass(slots=True)
class Payment:
    """A payment while its facts are being gathered, and the sentence that states it."""

    mention: Mention
    typed: Typed
    kind: str
    marked: bool
    fillers: list[Filler]
    currency: str | None = None
    """The currency that the text as a whole tells, where the amount's own sign leaves it open."""

    def put(self, *fillers: Filler) -> None:
        """Add what is not said yet."""
        for f in fillers:
            if not any(o.slot == f.slot and o.value == f.value for o in self.fillers):
                self.fillers.append(f)

    def values(self, slot: str) -> list[Value]:
        """The values of a slot."""
        return [f.value for f in self.fillers if f.slot == slot]

    def _named_currency(self) -> str | None:
        """The currency whose name follows the amount."""
        after = self.typed.after(self.mention).strip().lower()
        return next((code for word, code in say.CURRENCIES.items() if after.startswith(word)), None)

    def frame(self) -> Frame:
        """What is known of the payment, as a frame."""
        number = self.mention.value.number if self.mention.value else None
        amount = 0 if number is None else frames.held(number)
        at = (self.mention.start, self.mention.end)
        currency = (
            self.currency
            or self._named_currency()
            or (self.mention.value.currency if self.mention.value else None)
            or "EUR"
        )
        core = [Filler("amount", amount, *at), Filler("currency", currency, *at), Filler("kind", self.kind, *at)]
        return Frame("Funding", (*core, *self.fillers), f"funding.{self.kind}" if self.marked else "funding.unmarked")
