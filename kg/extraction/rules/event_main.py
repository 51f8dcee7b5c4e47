"""The event that a text is about: what any sentence says of it, named there or not, and its other editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import event_asked, event_told
from kg.extraction.rules import event_cues as cues
from kg.extraction.rules.event_facts import dates, listed, where, who
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import topics
from kg.extraction.tables import plain
from kg.extraction.typed import Typed

_DAY = 10
_TOWN = frozenset({"city", "commune"})
_HALL = re.compile(r"(?:Palais des |Parc (?:des|de) |Business |Centre (?:de|des) congrès|Zénith|Maison )")
_MENU = re.compile(r"\b(?:au menu|au programme|thèmes?|tables rondes|conférences|topics?)\b", re.IGNORECASE)
_OPENING = 4
"""How many sentences at the head of a text tell what it is about."""


def main(document: Document, events: Iterable[Happening]) -> Happening | None:
    """The event that the text is about: in its title or heading, or at its head and named again."""
    known = [e for e in events if e.sort not in {"again", "unnamed"}]
    if not known:
        return None

    held = [e for e in known if e.held and e.sort != "inauguration"] or [e for e in known if e.held]

    def weight(event: Happening) -> int:
        titled = _in_head(document, event) or any(
            m.name == event.name.value for t in document.prose[:_OPENING] for m in t.of_kind("E")
        )
        sole = held == [event] and event.name.start < len(document.text) // 2
        return event.mentions + 2 * sole + 3 * titled + 2 * event.has("edition") + event.has("start")

    best = max(known, key=weight)
    others = [weight(e) for e in known if e is not best]
    return best if weight(best) > 2 and all(weight(best) > w for w in others) else None


def unnamed(document: Document) -> Happening | None:
    """The event of a text that names none: a gathering that it tells a day and people or a place of."""
    for index, typed in enumerate(document.prose):
        match = cues.UNNAMED.search(typed.string)
        if match is None or not cues.GATHERS.search(typed.string):
            continue
        near = document.prose[max(0, index - 2) : index + 2]
        days = [d for t in (typed, *near) for d in t.of_kind("D") if d.value and len(d.value.earliest or "") == _DAY]
        days = [d for d in days if d.value and d.value.kind != "duration" and (d.value.earliest or "X")[0] != "X"]
        if not days:
            continue
        start, end = typed.origin(match.start("name")), typed.origin(match.end("name"))
        event = Happening(Filler("name", document.text[start:end], start, end), "unnamed", mentions=1, held=True)
        event.put(*dates(days[:1]))
        holding = next(t for t in document.prose if t.sentence.start <= days[0].start < t.sentence.end)
        event.put(*where(holding, None), *where(typed, None), *who(typed), *topics(document, typed))
        return event
    return None


def _in_head(document: Document, event: Happening) -> bool:
    """Whether the title or a heading at the head of the text names the event."""
    headings = [t for t in document.prose[:_OPENING] if t.sentence.kind in {"heading", "label"}]
    name = event.name.value
    return plain(str(name)) in plain(document.title) or any(m.name == name for t in headings for m in t.of_kind("E"))


def gather(document: Document, event: Happening) -> Iterator[Happening]:
    """Give the main event what the text says of it anywhere; its other editions come as events of their own."""
    other: Happening | None = None
    there = False
    for index, typed in enumerate(document.prose):
        event.put(*(f for f in listed(typed, event_told.TOLD) if f.slot == "supporter"))
        if any(m.name != event.name.value for m in typed.of_kind("E")):
            other = None
            continue
        edition = _other_edition(typed, event)
        if edition or cues.PREVIOUS.search(typed.string):
            other = Happening(event.name, "again", [edition] if edition else [], mentions=1, held=True)
            other.put(*_told_day(typed), *where(typed, None), *listed(typed, cues.ANYWHERE))
            yield other
            continue
        if not event.has("edition") and (match := _own_edition(typed)):
            number = typed.mentions[int(match["number"])]
            if number.value and number.value.number:
                event.put(Filler("edition", int(number.value.number), number.start, number.end))
        told = list(event_asked.answered(document, index, typed, opening=event.sort == "inauguration"))
        if any(f.slot == "start" for f in told):
            event.fillers[:] = [f for f in event.fillers if f.slot not in {"start", "end"}]
        event.put(*told)
        there = event_told.present(typed, before=there)
        event.put(*listed(typed, cues.ANYWHERE), *listed(typed, cues.SPOKE))
        told = list(event_told.told(document, typed, people=there))
        if _MENU.search(typed.string):
            told.extend(topics(document, typed))
        planned = any(t.of_kind("T") for t in document.prose[max(0, index - 1) : index])
        event.put(*(f for f in told if f.slot != "topic" or not planned))
        if not event.has("place"):
            event.put(*listed(typed, cues.VENUES))
    event.put(*_towns(document, event), *(days := list(event_told.day(document, event))))
    event.held = event.held or bool(days)
    if not event.has("start") and (day := _day(document, event)):
        event.put(*dates([day]))
        event.held = True


def _own_edition(typed: Typed) -> re.Match[str] | None:
    match = cues.EDITION.search(typed.string)
    return match if match and (match.start() == 0 or not cues.PAST.search(typed.string)) else None


def _other_edition(typed: Typed, event: Happening) -> Filler | None:
    """The edition that a sentence speaks of, where it is not the one that the text is about."""
    match = cues.EDITION.search(typed.string)
    own = event.first("edition")
    if match is None or (own is None and match.start() == 0):
        return None
    number = typed.mentions[int(match["number"])].value
    found = int(number.number or 0) if number else 0
    if not found or (own and own.value == found) or not (own or cues.PAST.search(typed.string)):
        return None
    return Filler("edition", found, typed.origin(match.start()), typed.origin(match.end()))


def _told_day(typed: Typed) -> Iterator[Filler]:
    yield from dates([d for d in typed.of_kind("D") if d.value and d.value.earliest][:1])


def _day(document: Document, event: Happening) -> Mention | None:
    """The day of the event where no sentence that names it tells one: the first days announced, nearest to a naming."""
    at = event.name.start
    found: list[tuple[int, Mention]] = []
    for typed in document.prose:
        if any(m.name != event.name.value for m in typed.of_kind("E")):
            continue
        for day in typed.of_kind("D"):
            value = day.value
            if value is None or not value.earliest or len(value.earliest) < _DAY or not value.earliest[:4].isdigit():
                continue
            before = typed.before(day)
            lasts = value.latest is not None and value.latest != value.earliest
            if lasts or cues.ANNOUNCED_DAY.search(before) or re.fullmatch(r"(?:Les?|Du|On|From) ", before):
                found.append((abs(day.start - at), day))
    return min(found, key=lambda item: item[0])[1] if found else None


def _towns(document: Document, event: Happening) -> Iterator[Filler]:
    """The town of an event, where the text puts it beside the venue or its title and headings name one town only."""
    event.put(*(own := list(in_name(document, event.name))))
    if own:
        return
    event.put(*[town for f in event.fillers if f.slot == "place" for town in in_name(document, f)])
    places = {f.value for f in event.fillers if f.slot == "place"}
    towns = [m for m in document.mentions if m.kind == "L" and m.sort in _TOWN]
    if any(m.name in places for m in towns):
        return
    for typed in document.prose:
        for match in cues.VENUE_TOWN.finditer(typed.string):
            venue, town = typed.spans(match, "venue")[0], typed.spans(match, "town")[0]
            if venue.name in places and (town.sort in _TOWN or town.name == "Paris"):
                yield filler("place", town)
                return
    if not places and not _in_head(document, event):
        return
    headed = _dateline(document)
    headed |= {e.label for _, _, e in document.known.find(document.title) if e.kind == "L" and e.sort in _TOWN}
    headed |= {m.name for t in document.prose[:3] if t.sentence.kind == "heading" for m in t.mentions if m in towns}
    if len(headed) == 1 and (town_named := next((m for m in towns if m.name in headed), None)):
        yield filler("place", town_named)


def _dateline(document: Document) -> set[str]:
    """The town at the head of a text, before a dash or a bar: where what it tells took place."""
    for typed in document.prose[:2]:
        match = re.match(
            r"(?:[\w' ]{3,20} \| )?⟨L(?P<town>\d+)⟩(?: \([^()]{2,20}\))?(?:,? ⟨D\d+⟩)?(?: [–—|-]|$)", typed.string
        )
        if match and (town := typed.mentions[int(match["town"])]).sort in _TOWN:
            return {town.name}
    return set()


def in_name(document: Document, name: Filler) -> Iterator[Filler]:
    """The town that an event's name ends with."""
    match = re.search(
        r"(?:\bd[eu] |\bà |\bin |\bof )((?:Paris-)?(?:Le )?[A-ZÀ-Ý][\w'-]+(?:[ -][A-ZÀ-Ý][\w'-]+)*)$", str(name.value)
    )
    if match is None:
        return
    town = match[1]
    if town.endswith("Bourget"):
        yield Filler("place", "Le Bourget", name.start, name.end)
        return
    entry = document.known.lookup(town)
    if entry is not None and entry.kind == "L" and entry.sort in {"commune", "city"}:
        yield Filler("place", town, name.start, name.end)


def apart(document: Document, told: Filler) -> Iterator[Filler]:
    """A venue that is called by its town as two places: "Palais des Festivals de Cannes"."""
    towns = list(in_name(document, told)) if told.slot == "place" and _HALL.match(str(told.value)) else []
    if towns:
        venue = re.sub(rf" (?:de |d'|à ){re.escape(str(towns[0].value))}$", "", str(told.value))
        yield replace(told, value=venue)
    else:
        yield told
    yield from towns
