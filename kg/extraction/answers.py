"""What a language model may answer: frames whose every value stands on words quoted from the text."""

from __future__ import annotations

import re
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from kg.extraction.frames import IDENTIFYING, SLOTS, FrameType

_DATES = frozenset({"start", "end", "signedOn", "adoptedOn", "asOf"})
_NUMBERS = frozenset({"amount", "value", "edition"})
_DATE = re.compile(r"(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_CLOSED: dict[tuple[FrameType, str], frozenset[str]] = {
    ("Funding", "kind"): frozenset({"envelope", "contribution", "investment", "contract"}),
    ("Asset", "kind"): frozenset({"facility", "constellation", "satellite", "launcher", "programme"}),
    ("Indicator", "measure"): frozenset({"jobs", "establishments", "companies", "revenue", "rank", "share"}),
}
_FENCE = re.compile(r"\A\s*```(?:json)?\s*\n(?P<inside>.*?)\n?```\s*\Z", re.DOTALL)
_SAID_OF_ERRORS = 1_500

Words = Annotated[str, StringConstraints(min_length=1, max_length=500)]


class Stated(BaseModel):
    """One value of one slot, with the words of the text that state it."""

    model_config = ConfigDict(extra="forbid")

    slot: Words
    value: Annotated[float, Field(allow_inf_nan=False, strict=True)] | Annotated[int, Field(strict=True)] | Words
    quote: Words


class StatedFrame(BaseModel):
    """One thing that the text states."""

    model_config = ConfigDict(extra="forbid")

    type: FrameType
    values: Annotated[list[Stated], Field(min_length=1, max_length=60)]

    @model_validator(mode="after")
    def _slots_fit_the_type(self) -> Self:
        for stated in self.values:
            _check(self.type, stated)
        if not {stated.slot for stated in self.values} & IDENTIFYING[self.type]:
            needed = ", ".join(sorted(IDENTIFYING[self.type]))
            raise ValueError(f"{self.type} needs at least one of: {needed}")
        return self


class Answer(BaseModel):
    """All that the text states."""

    model_config = ConfigDict(extra="forbid")

    frames: Annotated[list[StatedFrame], Field(max_length=300)]


def parse(content: str) -> Answer | str:
    """The answer that a model's words hold, or what is wrong with them, to be told to the model."""
    fenced = _FENCE.match(content)
    try:
        return Answer.model_validate_json(fenced["inside"] if fenced else content)
    except ValidationError as error:
        problems = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
        return "\n".join(problems)[:_SAID_OF_ERRORS]


def _check(kind: FrameType, stated: Stated) -> None:
    slot, value = stated.slot, stated.value
    if slot not in SLOTS[kind]:
        raise ValueError(f"{kind} has no slot '{slot}'; it has: {', '.join(SLOTS[kind])}")
    if slot in _NUMBERS and isinstance(value, str):
        raise ValueError(f"{slot} is a number, not '{value}'")
    if slot not in _NUMBERS and not isinstance(value, str):
        raise ValueError(f"{slot} is a string, not {value}")
    if slot in _DATES and not _DATE.fullmatch(str(value)):
        raise ValueError(f"{slot} is a date as 2024, 2024-07 or 2024-07-15, not '{value}'")
    closed = _CLOSED.get((kind, slot))
    if closed and value not in closed:
        raise ValueError(f"{slot} of {kind} is one of {', '.join(sorted(closed))}, not '{value}'")
