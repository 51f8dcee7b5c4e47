"""A frame is one thing that a document states: its type, its slots, and the characters each value rests on."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from kg.terms import curie

if TYPE_CHECKING:
    from kg.extraction.linking import Link

FrameType = Literal["Role", "Agreement", "Strategy", "Funding", "Event", "Location", "Indicator", "Membership", "Asset"]
Value = str | int | float

SLOTS: dict[FrameType, tuple[str, ...]] = {
    "Role": ("person", "role", "organisation"),
    "Agreement": ("name", "party", "signedBy", "signedOn", "adoptedBy", "adoptedOn", "start", "end", "axis"),
    "Strategy": ("name", "adoptedBy", "adoptedOn", "partner", "start", "end", "axis", "action"),
    "Funding": ("amount", "currency", "funder", "recipient", "purpose", "kind", "start", "end"),
    "Event": ("name", "edition", "start", "end", "place", "organiser", "participant", "supporter", "topic"),
    "Location": ("entity", "place"),
    "Indicator": ("subject", "measure", "value", "scope", "asOf"),
    "Membership": ("member", "organisation"),
    "Asset": ("name", "kind", "place", "operator"),
}
IDENTIFYING: dict[FrameType, frozenset[str]] = {
    "Role": frozenset({"person"}),
    "Agreement": frozenset({"party", "name", "start", "signedOn"}),
    "Strategy": frozenset({"name", "adoptedBy", "start"}),
    "Funding": frozenset({"amount"}),
    "Event": frozenset({"name", "start"}),
    "Location": frozenset({"entity"}),
    "Indicator": frozenset({"value"}),
    "Membership": frozenset({"member"}),
    "Asset": frozenset({"name"}),
}


def held(number: Decimal) -> int | float:
    """A number as frames hold it: whole where it is."""
    return int(number) if number == number.to_integral_value() else float(number)


@dataclass(frozen=True, slots=True)
class Filler:
    """One value of one slot, the characters that it was read from, what it names in the registry, and how sure it is."""

    slot: str
    value: Value
    start: int
    end: int
    rule: str | None = None
    link: Link | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """One thing that a document states; `rule` is the rule that began it."""

    type: FrameType
    fillers: tuple[Filler, ...]
    rule: str
    confidence: float = 0.5

    def values(self, slot: str) -> list[Value]:
        """The distinct values of a slot, in reading order of the rules that found them."""
        return list(dict.fromkeys(f.value for f in self.fillers if f.slot == slot))

    def first(self, slot: str) -> Value | None:
        """The first value of a slot, or none."""
        return next((f.value for f in self.fillers if f.slot == slot), None)

    def with_fillers(self, more: Iterable[Filler]) -> Frame:
        """The same frame, saying more."""
        return replace(self, fillers=self.fillers + tuple(more))

    @property
    def identified(self) -> bool:
        """Whether a slot that tells frames of this type apart is filled."""
        return any(f.slot in IDENTIFYING[self.type] for f in self.fillers)


def line(frame: Frame) -> str:
    """The frame as one line of JSON, as `--format jsonl` prints it."""
    slots = {slot: frame.values(slot) for slot in SLOTS[frame.type] if frame.values(slot)}
    seen: dict[tuple[int, int, str], None] = {}
    for filler in frame.fillers:
        seen.setdefault((filler.start, filler.end, filler.slot))
    evidence = [{"start": start, "end": end, "slot": slot} for start, end, slot in sorted(seen)]
    record = {
        "type": frame.type,
        "slots": slots,
        "evidence": evidence,
        "confidence": round(frame.confidence, 3),
        "rule": frame.rule,
        "links": list(_links(frame)),
    }
    return json.dumps(record, ensure_ascii=False)


def _links(frame: Frame) -> Iterator[dict[str, Value]]:
    """What the frame's names are in the registry: which entity, how surely, and by what the name is known."""
    seen: set[tuple[str, Value]] = set()
    for filler in frame.fillers:
        if filler.link is not None and (filler.slot, filler.value) not in seen:
            seen.add((filler.slot, filler.value))
            link = filler.link
            yield {
                "slot": filler.slot,
                "value": filler.value,
                "entity": curie(link.entity.iri),
                "label": link.entity.label,
                "score": link.score,
                "how": link.how,
                "state": "linked" if link.certain else "proposed" if link.proposed else "to review",
            }


def lines(frames: Iterable[Frame]) -> Iterator[str]:
    """Each frame as one line of JSON."""
    return (line(frame) for frame in frames)
