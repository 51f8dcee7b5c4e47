"""What speaks for each value of a frame: the record of the rule that read it, and what the classifiers think of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.extraction import tables
from kg.extraction.frames import Filler, Frame, FrameType, Value
from kg.extraction.learned import described
from kg.extraction.learned.opinions import Opinion, Opinions, Thought, filling
from kg.extraction.learned.record import Record
from kg.extraction.learned.relations import ANCHORS, Anchor, value
from kg.extraction.mention import Mention

ANCHOR_OF = {a.type: a for a in ANCHORS}
LIKELY = 0.15
"""What the classifiers think less likely than this they do not propose."""
RULE = "learned"
"""The rule of frames and values that only the classifiers propose."""
_ONLY_WITH_RULES = frozenset({"Agreement"})
"""Frames whose anchor alone says little: the classifiers add to them, and propose none."""

Fillers = Mapping[str, Mapping[Value, Thought]]
"""For each slot, who may fill it and how likely."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value that a rule or the classifiers tell, and what speaks for it."""

    filler: Filler
    record: float | None
    """How often what its rule says there was right; none where no rule says it."""
    opinion: Thought | None
    """What the classifiers think of it; none where they have no opinion."""
    rival: float | None
    """How likely they think the likeliest other value of the slot; of an anchor, the likeliest value of its slots."""
    known: bool = False
    """Whether it names what the registry has."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A frame with everything that may be in it, and how likely the classifiers think that its anchor anchors it."""

    type: FrameType
    rule: str
    likely: float | None
    told: tuple[Told, ...]
    described: bool = False
    """Whether it hangs on a common noun."""


def drafts(frames: Iterable[Frame], opinions: Opinions, record: Record) -> Iterator[Draft]:
    """The frames with what the classifiers would add to them, then the frames that only they propose."""
    said: set[tuple[FrameType, Value]] = set()
    for frame in frames:
        anchored = {a for v in frame.values(ANCHOR_OF[frame.type].slot) for a in _ways(opinions, frame.type, v)}
        yield _completed(frame, _all(opinions, anchored), record, again=bool(anchored & said))
        said |= anchored
    for on in opinions:
        best = max(on, key=lambda o: o.likely)
        kind, anchor = best.anchor.type, value(best.mention)
        if anchor is not None and _may_propose(best) and not _told(best, said):
            anchored = _ways(opinions, kind, anchor) - said
            yield _proposed(_all(opinions, anchored))
            said |= anchored


def _may_propose(best: Opinion) -> bool:
    """Whether the classifiers propose a frame by themselves: of a fair that everybody knows texts often speak in passing."""
    passing = best.anchor.type == "Event" and best.mention.known
    return best.likely >= LIKELY and best.anchor.type not in _ONLY_WITH_RULES and not passing


def _told(best: Opinion, said: set[tuple[FrameType, Value]]) -> bool:
    """Whether a frame hangs on what an opinion is about; on what goes by many names, by any that has its words."""
    kind, name = best.anchor.type, value(best.mention)
    by_name = (kind, name) in said
    return by_name or (bool(best.anchor.seldom) and any(of == kind and tables.alike(v, name) for of, v in said))


def _ways(opinions: Opinions, kind: FrameType, anchor: Value) -> set[tuple[FrameType, Value]]:
    """A value that anchors a type of frame, and what else describes the same thing."""
    return {(kind, v) for v in (anchor, *opinions.described(kind, anchor))}


def _all(opinions: Opinions, anchored: Iterable[tuple[FrameType, Value]]) -> list[Opinion]:
    return [o for kind, v in sorted(anchored, key=str) for o in opinions.on(kind, v)]


def _fillers(on: Iterable[Opinion]) -> Fillers:
    slots = {slot: None for opinion in on for slot in opinion.slots}
    return {slot: filling(on, slot) for slot in slots}


def _completed(frame: Frame, on: list[Opinion], record: Record, *, again: bool) -> Draft:
    """What the rules say, then what the classifiers would add: not to a second frame of the same anchor, as they know but one."""
    anchor, fillers = ANCHOR_OF[frame.type], _fillers(on)
    best = max(on, key=lambda o: o.likely, default=None)
    said: dict[tuple[str, Value], Told] = {}
    for f in frame.fillers:
        if (f.slot, f.value) not in said:
            trust = record.value(frame.type, f.rule or frame.rule, f.slot)
            opinion, rival = _opinion(f, anchor, best, on, fillers), _rival(f, anchor, fillers)
            said[f.slot, f.value] = Told(f, trust, opinion, rival, _known(f, anchor, on, fillers))
    more = [] if again else [*_others(fillers), *(_classed(best) if best else ())]
    told = (*said.values(), *(t for t in more if not any(_same(t.filler, f) for f in frame.fillers)))
    return Draft(frame.type, frame.rule, best.likely if best else None, told)


def _proposed(on: list[Opinion]) -> Draft:
    best, fillers = max(on, key=lambda o: o.likely), _fillers(on)
    anchor, at = best.anchor, best.mention
    first = Filler(anchor.slot, value(at) or "", at.start, at.end, RULE)
    told = [Told(first, None, best.thought, _rival(first, anchor, fillers), at.known), *_classed(best)]
    if anchor.type == "Funding" and at.value is not None and at.value.currency:
        told.append(Told(Filler("currency", at.value.currency, at.start, at.end, RULE), None, best.thought, None))
    return Draft(anchor.type, RULE, best.likely, (*told, *_others(fillers)), at.kind in described.KINDS)


def _opinion(
    filler: Filler, anchor: Anchor, best: Opinion | None, on: list[Opinion], fillers: Fillers
) -> Thought | None:
    if filler.slot == anchor.constant:
        return None if best is None else best.classed(filler.value)
    if filler.slot == anchor.slot:
        held = (o.thought for o in on if value(o.mention) == filler.value or o.mention.kind in described.KINDS)
    else:
        held = (t for t in fillers.get(filler.slot, {}).values() if _means(filler, t.mention))
    return max(held, key=lambda t: t.likely, default=None)


def _rival(filler: Filler, anchor: Anchor, fillers: Fillers) -> float | None:
    if filler.slot == anchor.slot:
        return max((t.likely for slot in fillers.values() for t in slot.values()), default=None)
    others = fillers.get(filler.slot, {}).values()
    return max((t.likely for t in others if not _means(filler, t.mention)), default=None)


def _means(filler: Filler, mention: Mention) -> bool:
    """Whether a rule's value is what a mention says, or the words that it stands in: a title and its noun."""
    return filler.value == value(mention) or (filler.slot == "role" and filler.start <= mention.start < filler.end)


def _same(one: Filler, other: Filler) -> bool:
    """Whether two values of a frame are one."""
    overlap = one.start < other.end and other.start < one.end
    return one.slot == other.slot and (one.value == other.value or (one.slot == "role" and overlap))


def _known(filler: Filler, anchor: Anchor, on: Iterable[Opinion], fillers: Fillers) -> bool:
    if filler.slot == anchor.slot:
        return any(o.mention.known for o in on if value(o.mention) == filler.value)
    return any(t.mention.known for t in fillers.get(filler.slot, {}).values() if _means(filler, t.mention))


def _others(fillers: Fillers) -> Iterator[Told]:
    for slot, values in fillers.items():
        for said, thought in values.items():
            if thought.likely >= LIKELY:
                rival = max((t.likely for other, t in values.items() if other != said), default=None)
                at = thought.mention
                yield Told(Filler(slot, said, at.start, at.end, RULE), None, thought, rival, at.known)


def _classed(opinion: Opinion) -> Iterator[Told]:
    """The class of what the mention anchors: a figure's measure, a payment's kind."""
    if opinion.anchor.constant:
        at = opinion.mention
        filler = Filler(opinion.anchor.constant, opinion.named, at.start, at.end, RULE)
        yield Told(filler, None, opinion.classed(opinion.named), None)
