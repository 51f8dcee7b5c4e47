"""How sure each value of a frame is, by its rule's record and the classifiers together, and which are told.

The likelihood is told by trees that see both, and what else the document tells, fitted above all on texts that nobody
read while the rules were written: tests/extraction/trained.py. A frame is as sure as its values are on average.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.frames import IDENTIFYING, SLOTS, Filler, Frame, FrameType
from kg.extraction.learned import forest, neural, record, standing, weights
from kg.extraction.learned.evidence import ANCHOR_OF, RULE, Draft, drafts
from kg.extraction.learned.examined import candidates
from kg.extraction.learned.forest import Forest
from kg.extraction.learned.odds import logistic
from kg.extraction.learned.opinions import Opinions, opinions
from kg.extraction.learned.relations import RELATIONS

LEAST = 0.49
"""A value that a rule tells is left out where it is less sure than this."""
ALONE = 0.4
"""Likewise one that only the classifiers tell."""
FURTHER = 0.7
"""Likewise one that only they tell of a slot that is filled already."""
_LEAST = {"Agreement": 0.35}
_ALONE = {"Agreement": 0.35, "Role": 0.48, "Strategy": 0.48}
"""The same for some types: few say that an agreement is none, many that somebody holds an office."""
_PROPOSED = {"Asset": 0.57, "Indicator": 0.56}
"""How sure a frame has to be on average that only the classifiers propose."""
_DESCRIBED = 0.72
"""Likewise one that hangs on a common noun: much is called a site that a text is not about."""
_SURE = {"Location": 0.53, "Membership": 0.55}
"""How sure the values of a frame have to be on average, where one that is wrong makes it say nothing true."""
_OF_NOBODY = 0.93
"""How sure a figure is at most of which no subject is told: its values say no more than that it stands there."""
_LOWEST, _HIGHEST = 0.02, 0.99
_MANY = frozenset((r.type, r.slot) for r in RELATIONS if r.many)
_PAIRED = frozenset({"Role", "Location", "Membership"})
"""Frames that say nothing with one slot."""
_OPPOSITE = {"funder": "recipient", "recipient": "funder", "signedOn": "adoptedOn", "adoptedOn": "signedOn"}
"""Slots of which nothing fills both: nobody pays himself, and the day of a vote is not that of a signature."""
_TOGETHER = frozenset({"Role", "Location"})
"""Frames that are told where two values are sure enough on average: whoever surely has a role has one somewhere."""


def told(document: Document, found: Iterable[Frame]) -> Iterator[Frame]:
    """The frames that rules found in a document, completed and joined by the classifiers' own, with what is sure enough."""
    thought = Opinions(opinions(candidates(document), weights.shipped(), neural.shipped()))
    made = list(drafts(found, thought, record.shipped()))
    for draft, sure in zip(made, likely(made, forest.shipped()), strict=True):
        frame = settled(draft, sure)
        if frame is not None:
            yield frame


def likely(made: Sequence[Draft], fitted: Forest) -> Iterator[list[float]]:
    """How likely each value of a document's drafts is right, draft by draft."""
    odds = iter(fitted.total(standing.rows(made, fitted.rates)).tolist())
    for draft in made:
        yield [min(_HIGHEST, max(_LOWEST, logistic(next(odds)))) for _ in draft.told]


def settled(draft: Draft, how_likely: Sequence[float]) -> Frame | None:
    """The frame with the values that are sure enough; none where it would say nothing."""
    sure = list(enumerate(how_likely))
    chosen = dict(_kept(draft, [(n, p) for n, p in sure if p >= _cut(draft, n)]))
    chosen |= _class(draft, sure, _slots(draft, chosen))
    if draft.type in _TOGETHER and not _says(draft.type, _slots(draft, chosen)):
        chosen |= _second(draft, sure, chosen)
    if not _says(draft.type, _slots(draft, chosen)):
        return None
    sure_of_all = _mean(draft, chosen)
    if sure_of_all < _asked(draft) or (draft.rule == RULE and ANCHOR_OF[draft.type].slot not in _slots(draft, chosen)):
        return None
    fillers = tuple(replace(draft.told[n].filler, confidence=chosen[n]) for n in sorted(chosen))
    return Frame(draft.type, fillers, draft.rule, sure_of_all)


def _asked(draft: Draft) -> float:
    """How sure a frame has to be on average."""
    proposed = _PROPOSED.get(draft.type, 0.0) if draft.rule == RULE else 0.0
    return max(_SURE.get(draft.type, 0.0), proposed, _DESCRIBED if draft.described else 0.0)


def _mean(draft: Draft, chosen: Mapping[int, float]) -> float:
    """How sure a frame with some values is: as they are on average."""
    mean = sum(chosen.values()) / len(chosen)
    told = draft.type != "Indicator" or "subject" in _slots(draft, chosen)
    return mean if told else min(mean, _OF_NOBODY)


def _cut(draft: Draft, number: int) -> float:
    """How sure a value has to be by itself."""
    alone = draft.told[number].filler.rule == RULE
    return _ALONE.get(draft.type, ALONE) if alone else _LEAST.get(draft.type, LEAST)


def _slots(draft: Draft, chosen: Iterable[int]) -> set[str]:
    return {draft.told[n].filler.slot for n in chosen}


def _says(kind: FrameType, slots: set[str]) -> bool:
    """Whether a frame with these slots says something, and of what."""
    return bool(slots & IDENTIFYING[kind]) and not (kind in _PAIRED and len(slots) == 1)


def _second(draft: Draft, sure: list[tuple[int, float]], chosen: Mapping[int, float]) -> dict[int, float]:
    """The value that a frame lacks to say something, unless both together are less sure than they have to be."""
    slots = _slots(draft, chosen)
    lacking = IDENTIFYING[draft.type] if not slots & IDENTIFYING[draft.type] else frozenset(SLOTS[draft.type]) - slots
    others = [(n, p) for n, p in sure if draft.told[n].filler.slot in lacking]
    if not chosen or not others:
        return {}
    n, p = max(others, key=lambda told: told[1])
    spare = sum(p - _cut(draft, n) for n, p in chosen.items())
    return {n: p} if p - _cut(draft, n) + spare >= 0 else {}


def _kept(draft: Draft, sure: list[tuple[int, float]]) -> Iterator[tuple[int, float]]:
    """Which values stay, by number, surest first."""
    slots: defaultdict[str, list[Filler]] = defaultdict(list)
    for n, p in sorted(sure, key=lambda told: -told[1]):
        one = draft.told[n].filler
        if _has_room(draft.type, one, p, slots):
            slots[one.slot].append(one)
            yield n, p


def _has_room(kind: FrameType, one: Filler, sure: float, slots: Mapping[str, list[Filler]]) -> bool:
    """Whether a slot has room for one value more: for one of many, and where there is one, for the classifiers' or those of rules.

    What only the classifiers tell is to be surer where the slot is filled, and no other name of what is told.
    """
    others, learned = slots.get(one.slot, []), one.rule == RULE
    if others and (kind, one.slot) not in _MANY and (learned or others[0].rule == RULE):
        return False
    if not learned:
        return True
    if others and sure < FURTHER:
        return False
    opposite = slots.get(_OPPOSITE.get(one.slot, ""), [])
    return not any(tables.alike(one.value, other.value) for other in (*others, *opposite))


def _class(draft: Draft, sure: list[tuple[int, float]], slots: set[str]) -> dict[int, float]:
    """The likeliest class of a frame that has none, however sure: a figure measures something."""
    anchor = ANCHOR_OF[draft.type]
    if anchor.slot not in slots or anchor.constant in slots:
        return {}
    classes = [(n, p) for n, p in sure if draft.told[n].filler.slot == anchor.constant]
    return dict([max(classes, key=lambda told: told[1])]) if classes else {}
