"""Which mentions may stand in which relation: a frame hangs on one, its anchor, and others fill its slots."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.frames import FrameType, Value, held
from kg.extraction.learned.described import BUILT, HELD, PLANNED
from kg.extraction.learned.offices import KIND
from kg.extraction.mention import Mention

_BODIES = "OX"
_PLACES = "LF"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The slot that a frame of a type hangs on, the kinds of mentions that fill it, and the slot that classes it."""

    type: FrameType
    slot: str
    kinds: str
    constant: str = ""
    seldom: str = ""
    """Further kinds, of whose mentions few fill it."""

    def takes(self, mention: Mention) -> bool:
        """Whether a mention may fill it: no nominal one names a thing."""
        named = not (self.slot == "name" and mention.nominal)
        return named and (mention.kind in self.kinds or mention.kind in self.seldom)


@dataclass(frozen=True, slots=True)
class Relation:
    """A slot of a type of frame that is filled from the mentions around its anchor."""

    type: FrameType
    slot: str
    kinds: str
    many: bool = False
    before: int = 3
    after: int = 1
    """How many sentences before and after its anchor's own may fill it."""


ANCHORS = (
    Anchor("Indicator", "value", "NHMRU", "measure"),
    Anchor("Funding", "amount", "M", "kind"),
    Anchor("Asset", "name", "FSX", "kind", seldom="O" + BUILT + PLANNED),
    Anchor("Event", "name", "EX", seldom="SOF" + HELD),
    Anchor("Role", "person", "P"),
    Anchor("Location", "entity", "OFX"),
    Anchor("Membership", "member", "OX", seldom="LF"),
    Anchor("Agreement", "party", "O"),
    Anchor("Strategy", "name", "TX", seldom="SO" + PLANNED),
)
RELATIONS = (
    Relation("Indicator", "subject", "OLFSEX", before=8),
    Relation("Indicator", "asOf", "D"),
    Relation("Indicator", "scope", "LO"),
    Relation("Funding", "recipient", "OLFSXTE", many=True, before=8, after=2),
    Relation("Funding", "funder", "OLX", many=True, before=6, after=5),
    Relation("Funding", "start", "D"),
    Relation("Asset", "operator", _BODIES, many=True, before=8),
    Relation("Asset", "place", _PLACES + "O"),
    Relation("Event", "place", _PLACES + "O", many=True, after=2),
    Relation("Event", "start", "D"),
    Relation("Event", "organiser", _BODIES + "L", many=True, after=4),
    Relation("Event", "participant", "OXPL", many=True, after=8),
    Relation("Role", "organisation", "OXEFL"),
    Relation("Role", "role", KIND),
    Relation("Location", "place", _PLACES + "O", many=True),
    Relation("Membership", "organisation", "OXEF", before=6),
    Relation("Agreement", "signedOn", "D"),
    Relation("Strategy", "adoptedBy", _BODIES + "L"),
)


def value(mention: Mention) -> Value | None:
    """What a mention says in a slot: a number, a date as precise as its words, or a name; none where it says nothing."""
    said = mention.value
    if said is None:
        return mention.name or None
    if mention.kind == "D":
        return said.earliest if said.earliest and "X" not in said.earliest else None
    if said.number is None:
        return None
    return held(round(said.number, 3))
