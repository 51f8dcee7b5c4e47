"""Frames that say the same thing twice become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.frames import Filler, Frame
from kg.extraction.tables import plain

_SHORT = 3
_SAME_BY = {
    "Role": ("person", "organisation"),
    "Location": ("entity",),
    "Membership": ("member", "organisation"),
    "Asset": ("name",),
    "Event": ("name",),
    "Funding": ("amount",),
    "Indicator": ("value",),
    "Strategy": ("name",),
}


def merged(frames: Iterable[Frame]) -> Iterator[Frame]:
    """Frames without repetition: what the same thing is said of is gathered in one frame."""
    kept: list[Frame] = []
    by: defaultdict[tuple[str, str | float], dict[int, None]] = defaultdict(dict)
    for frame in frames:
        alike = sorted({i for key in _keys(frame) for i in by.get(key, ())})
        at = next((i for i in alike if _same(frame, kept[i])), None)
        if at is None:
            at = len(kept)
            kept.append(frame)
        else:
            kept[at] = _joined(kept[at], frame)
        for key in _keys(kept[at]):
            by[key][at] = None
    yield from (f for f in kept if f.identified)


def _keys(frame: Frame) -> list[tuple[str, str | float]]:
    """What only frames that may be the same share: their type and a value that tells what they are about."""
    slot = _SAME_BY[frame.type][0] if frame.type in _SAME_BY else ""
    values = frame.values(slot)
    return [(frame.type, plain(v) if isinstance(v, str) else float(v)) for v in values] or [(frame.type, "")]


def _same(a: Frame, b: Frame) -> bool:
    if a.type != b.type or a.type not in _SAME_BY:
        return False
    if a.type == "Role":
        same_person = a.first("person") == b.first("person")
        organisations = (a.first("organisation"), b.first("organisation"))
        return same_person and (organisations[0] == organisations[1] or (None in organisations and not _apart(a, b)))
    if a.type == "Funding":
        return a.first("amount") == b.first("amount") and a.first("currency") == b.first("currency")
    if a.type == "Indicator":
        return all(a.first(s) == b.first(s) for s in ("subject", "measure", "value"))
    if a.type == "Event" and "event.again" in (a.rule, b.rule) and a.first("start") != b.first("start"):
        return False
    return all(
        {plain(str(v)) for v in a.values(slot)} & {plain(str(v)) for v in b.values(slot)} for slot in _SAME_BY[a.type]
    )


def _apart(a: Frame, b: Frame) -> bool:
    """Whether two titles are two offices: one names its field ("ministre de la Recherche"), and they share no word."""
    titles = [{w for w in plain(str(v)).split() if len(w) > _SHORT} for f in (a, b) for v in f.values("role")[:1]]
    fields = any(len(words) > 1 for words in titles)
    return len(titles) > 1 and fields and not titles[0] & titles[1]


def _joined(a: Frame, b: Frame) -> Frame:
    """One frame of two; what the second adds remembers its own rule."""
    if a.type == "Funding":
        if _strength(b) > _strength(a):
            a, b = b, a
        return a.with_fillers(_of(b, f) for f in b.fillers if not a.values(f.slot))
    single = {
        "role",
        "organisation",
        "person",
        "name",
        "start",
        "end",
        "kind",
        "edition",
        "entity",
        "member",
        "asOf",
        "scope",
    }
    return a.with_fillers(
        _of(b, f) for f in b.fillers if f.value not in a.values(f.slot) and not (f.slot in single and a.values(f.slot))
    )


def _of(frame: Frame, filler: Filler) -> Filler:
    return replace(filler, rule=filler.rule or frame.rule)


def _strength(frame: Frame) -> tuple[bool, int]:
    return frame.rule != "funding.unmarked", len(frame.fillers)
