"""The event that a text is about: what any sentence says of it, named there or not, and its other editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import event_cues as cues
from kg.extraction.rules.event_facts import dates, listed, where
from kg.extraction.rules.happening import Happening
from kg.extraction.tables import plain
from kg.extraction.typed import Typed

_DAY = 10
_OPENING = 4
"""How many sentences at the head of a text tell what it is about."""


def main(document: Document, events: Iterable[Happening]) -> Happening | None:
    """The event that the text is about: in its title or heading, or at its head and named again."""
    known = [e for e in events if e.sort not in {"again", "unnamed"}]
    if not known:
        return None
    opening = document.prose[:_OPENING]
    ahead = plain(document.title) + " " + " ".join(plain(t.string) for t in opening if t.sentence.kind == "heading")

    def weight(event: Happening) -> int:
        titled = plain(str(event.name.value)) in ahead or any(
            m.name == event.name.value for t in opening for m in t.of_kind("E")
        )
        return event.mentions + 3 * titled + 2 * event.has("edition") + event.has("start")

    best = max(known, key=weight)
    others = [weight(e) for e in known if e is not best]
    return best if weight(best) > 2 and all(weight(best) > w for w in others) else None


def gather(document: Document, event: Happening) -> Iterator[Happening]:
    """Give the main event what the text says of it anywhere; its other editions come as events of their own."""
    other: Happening | None = None
    for typed in document.prose:
        if any(m.name != event.name.value for m in typed.of_kind("E")):
            other = None
            continue
        if edition := _other_edition(typed, event):
            other = Happening(event.name, "again", [edition], mentions=1, held=True)
            other.put(*_told_day(typed), *where(typed, None), *listed(typed, cues.ANYWHERE))
            yield other
            continue
        event.put(*listed(typed, cues.ANYWHERE))
        if not event.has("place"):
            event.put(*listed(typed, cues.VENUES))
    if not event.has("start") and (day := _day(document, event)):
        event.put(*dates([day]))


def _other_edition(typed: Typed, event: Happening) -> Filler | None:
    """The edition that a sentence speaks of, where it is not the one that the text is about."""
    match = cues.EDITION.search(typed.string)
    own = event.first("edition")
    if match is None:
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
            before = typed.string[: typed.position(day)]
            lasts = value.latest is not None and value.latest != value.earliest
            if lasts or cues.ANNOUNCED_DAY.search(before) or re.fullmatch(r"(?:Les?|Du|On|From) ", before):
                found.append((abs(day.start - at), day))
    return min(found, key=lambda item: item[0])[1] if found else None
