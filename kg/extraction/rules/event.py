"""Fairs, forums, festivals, contests, inaugurations: when, where, who organises, attends and supports them, what about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules import event_asked, event_main, event_opening, event_told
from kg.extraction.rules import event_cues as cues
from kg.extraction.rules import event_words as say
from kg.extraction.rules.event_facts import dates, when, where, who
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import topics
from kg.extraction.typed import Typed

_NUMBERED = re.compile(r"(?P<number>\d{1,3}) ?(?:ers?|ères?|[eè]mes?|es?|ᵉ|st|nd|rd|th) ")
_YEAR = re.compile(r"\b20\d\d$")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each event that happens at a stated time or place, or that is the text's own subject."""
    events: dict[str, Happening] = {}
    last: Happening | None = None
    since = 0
    for index, typed in enumerate(document.prose):
        if last is not None and _labelled(typed):
            _following(document, typed, last)
            continue
        here = _spoken_of(typed)
        for mention in here:
            event = events.setdefault(mention.name, Happening(filler("name", mention), mention.sort))
            _announce(document, index, event)
            _near(document, typed, mention, event, alone=len({m.name for m in here}) == 1)
        since = 0 if here else since + 1
        if opening := event_opening.find(document, typed):
            last = events.setdefault("inauguration", opening)
            last.put(*when(typed, None), *where(typed, None), *who(typed), *event_opening.there(document, typed))
            since = 0
        elif here:
            spoken = max((events[m.name] for m in here), key=lambda e: e.mentions)
            recalled = cues.PAST.search(typed.string) and last is not None and spoken.mentions <= last.mentions
            last = last if recalled else spoken
        elif last is not None and _continues(typed, since):
            _following(document, typed, last)
        _announced(typed, last, events)
    if not any(m.kind == "E" for m in document.mentions) and (occasion := event_main.unnamed(document)):
        events.setdefault("unnamed", occasion)
    subject = event_main.main(document, events.values()) or events.get("unnamed")
    if subject is not None:
        again = list(event_main.gather(document, subject))
        events.update({f"again {number}": other for number, other in enumerate(again)})
    yield from _frames(document, events)


def _announce(document: Document, index: int, event: Happening) -> None:
    """Count a naming; the heading above it and the label before it may tell the event's day and place."""
    event.mentions += 1
    if not event.has("start") and (days := event_asked.headed(document, index)):
        event.put(*dates(days[:1]))
        event.held = True
    if _labelled(document.prose[index]):
        event_asked.label(document, document.prose[index], event)


def _spoken_of(typed: Typed) -> list[Mention]:
    """The events that a sentence speaks of: named ones before unnamed ones, what takes over before what it follows."""
    here = typed.of_kind("E")
    named = [m for m in here if m.sort != "unnamed"] or here
    return [m for m in named if not say.FORMER.search(typed.before(m))] or named


def _announced(typed: Typed, last: Happening | None, events: dict[str, Happening]) -> None:
    """The next edition, where a sentence gives its date."""
    if (
        last is not None
        and say.NEXT.search(typed.string)
        and typed.of_kind("D")
        and "next" not in events
        and len({m.name for m in typed.of_kind("E")} - {str(last.name.value)}) == 0
    ):
        again = events.setdefault("next", Happening(last.name, "again", mentions=1, held=True))
        again.put(*when(typed, None), *(f for f in last.fillers if f.slot == "organiser"))


def _frames(document: Document, events: dict[str, Happening]) -> Iterator[Frame]:
    main = max(events.values(), key=lambda e: e.mentions, default=None)
    for event in events.values():
        if _stated(event, main=event is main):
            if not event.has("place"):
                event.put(*event_main.in_name(document, event.name))
            if event.sort == "inauguration" and not event.has("place"):
                event.put(*event_opening.seat(document, str(event.name.value)))
            if not event.has("start") and (year := _YEAR.search(str(event.name.value))):
                event.put(Filler("start", year.group(), event.name.start, event.name.end))
            event.fillers[:] = [part for f in event.fillers for part in event_main.apart(document, f)]
            yield Frame("Event", (event.name, *event.fillers), f"event.{event.sort}")


def _stated(event: Happening, *, main: bool) -> bool:
    if event.sort in {"unnamed", "again"}:
        return event.has("start") or event.has("edition")
    if event.sort == "inauguration":
        return event.has("start") or event.has("participant")
    facts = sum(event.has(s) for s in ("start", "place", "organiser", "edition", "participant", "supporter"))
    return (
        event.held and facts > 0 and (event.has("start") or event.has("edition") or event.has("organiser") or main)
    ) or (main and event.mentions > 2)


def _continues(typed: Typed, since: int) -> bool:
    return since <= 1 or (since <= 8 and bool(say.REFERS.match(typed.string)))


def _near(document: Document, typed: Typed, mention: Mention, event: Happening, *, alone: bool) -> None:
    before, after = typed.before(mention), typed.after(mention)
    if match := say.EDITION_BEFORE.search(before) or say.EDITION_AFTER.match(after):
        number = typed.mentions[int(next(g for g in match.groups() if g))]
        event.put(Filler("edition", int(number.value.number or 0) if number.value else 0, number.start, number.end))
        event.held = True
    if match := _NUMBERED.match(mention.name):
        event.put(Filler("edition", int(match["number"]), mention.start, mention.end))
        event.held = True
    held = bool(say.HELD.search(typed.string))
    event.held = event.held or held
    if not mention.nominal and re.search(
        r"(?:altern(?:ance|era|e|ant) avec (?:le |celui d[eu'] ?)|à l'image d[eu'] ?|comme (?:le |la ))$", before
    ):
        event.held = event.held and event.mentions > 1
        return
    if alone and held:
        event.put(*when(typed, mention), *where(typed, mention))
        event.put(*who(typed), *topics(document, typed), *event_told.about(document, typed))
    elif held:
        event.put(*when(typed, mention, within=70), *where(typed, mention, within=70))


def _following(document: Document, typed: Typed, event: Happening) -> None:
    if _labelled(typed) and event_asked.label(document, typed, event):
        return
    if cues.PREVIOUS.search(typed.string):
        return
    match = say.EDITION_ANY.search(typed.string)
    if match and not cues.PAST.search(typed.string):
        number = typed.mentions[int(match[1])].value if match[1] else None
        told = int(number.number or 1) if number else 1
        event.put(Filler("edition", told, typed.origin(match.start()), typed.origin(match.end())))
    if say.HELD.search(typed.string) and (not event.has("start") or not event.has("place")):
        event.held = True
        event.put(
            *(when(typed, None) if not event.has("start") else ()),
            *(where(typed, None) if not event.has("place") else ()),
        )
    event.put(*who(typed), *topics(document, typed))
    if event.sort == "inauguration" and say.THERE.search(typed.string):
        event.put(*(filler("participant", m) for m in typed.of_kind("P")))


def _labelled(typed: Typed) -> bool:
    return say.LABELS.match((typed.sentence.label or "").removeprefix("Le ")) is not None
