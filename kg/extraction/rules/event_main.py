"""The event that a text is about: what any sentence says of it, named there or not, and its other editions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.rules import event_asked, event_editions
from kg.extraction.rules.event_when import announced, sharper
from kg.extraction.rules.event_where import in_head, towns, venues
from kg.extraction.rules.event_who import attending, present, who
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import MENU, about, listed, topics
from kg.extraction.typed import Typed

_UNNAMED = frozenset({"inauguration", "gathering"})
_OPENING = 4
"""How many sentences at the head of a text tell what it is about."""
_BILL = Expression(
    r"\b(?:affiche|plateau|invités|intervenants|orateurs|conférenciers|casting|participants|exposants|personnalités|speakers?|line-?up|guests?|guest list|panell?ists?|exhibitors?)\b[^.]{0,60}(?::|$)",
    re.IGNORECASE,
)
_TO_COME = Expression(
    r"\b(?:aur(?:a|ont) lieu|se (?:tiendra|tiendront|déroulera|dérouleront)|will (?:take place|be held))\b"
)
_NOW = Expression(r"^(?:Cette (?:année|fois|édition)|Aujourd'hui|Désormais|Ensuite|This (?:year|time)|Now|Today)\b")


def main(document: Document, events: Iterable[Happening]) -> Happening | None:
    """The event that the text is about: in its title or heading, or at its head and named again."""
    known = [e for e in events if e.sort != "again"]
    if not known:
        return None

    held = [e for e in known if e.held and e.sort != "inauguration"] or [e for e in known if e.held]

    def weight(event: Happening) -> int:
        head = document.prose[:_OPENING]
        titled = in_head(document, event) or any(m.name == event.name.value for t in head for m in t.of_kind("E"))
        titled = titled or (event.sort in _UNNAMED and bool(head) and event.name.start < head[-1].sentence.end)
        sole = held == [event] and event.name.start < len(document.text) // 2
        return event.mentions + 2 * sole + 3 * titled + 2 * event.has("edition") + event.has("start")

    best = max(known, key=weight)
    others = [weight(e) for e in known if e is not best]
    return best if weight(best) > 2 and all(weight(best) > w for w in others) else None


def gather(document: Document, event: Happening, owners: Mapping[int, Happening | None]) -> Iterator[Happening]:
    """Give the main event what the text says of it anywhere; its other editions come as events of their own."""
    there = False
    other: Happening | None = None
    to_come = document.published is None and any(_TO_COME.search(t.string) for t in document.prose)
    for index, typed in enumerate(document.prose):
        event.put(*(f for f in who(typed) if f.slot == "supporter"))
        if any(m.name != event.name.value for m in typed.of_kind("E")) or owners.get(index) not in (None, event):
            other = None
            continue
        if found := event_editions.other(typed, event):
            other, there = found, False
            yield other
            continue
        if other is not None and _goes_on(document, index):
            there = _present(document, index, before=there)
            other.put(*who(typed), *(attending(typed) if there else ()))
            continue
        other = None
        if not event.has("edition"):
            event.put(*event_editions.told(typed))
        answers = list(event_asked.answered(document, index, typed, opening=event.sort == "inauguration"))
        if any(f.slot == "start" for f in answers):
            event.fillers[:] = [f for f in event.fillers if f.slot not in {"start", "end"}]
        there = _present(document, index, before=there)
        event.put(
            *answers,
            *who(typed, main=True, over=not to_come and _over(document, event)),
            *(attending(typed) if there else ()),
            *_subjects(document, index),
        )
        if not event.has("place"):
            event.put(*venues(typed))
    event.put(*towns(document, event), *(days := list(sharper(document, event))))
    event.held = event.held or bool(days)
    if not event.has("start"):
        event.put(*announced(document, event))
        event.held = event.held or event.has("start")


def _over(document: Document, event: Happening) -> bool:
    """Whether who spoke may have done so at the event: not where it is still to come."""
    start = event.first("start")
    published = document.published
    return start is None or published is None or str(start.value)[: len(published)] <= published


def _goes_on(document: Document, index: int) -> bool:
    """Whether a sentence still speaks of the other edition: in the same paragraph, or in a list that it announces."""
    typed: Typed = document.prose[index]
    before: Typed = document.prose[index - 1]
    listed = typed.sentence.kind == "bullet" or before.string.endswith(":") or typed.string.endswith(":")
    same = typed.sentence.line == before.sentence.line and not _NOW.search(typed.string)
    return (same or listed) and typed.sentence.kind != "heading" and not typed.of_kind("E")


def _present(document: Document, index: int, *, before: bool) -> bool:
    """Whether the people of a sentence were at the event, or stand in the list of those who were."""
    typed: Typed = document.prose[index]
    if typed.sentence.kind == "bullet":
        above = next((t for t in reversed(document.prose[:index]) if t.sentence.kind != "bullet"), None)
        if above is not None and _BILL.search(above.string):
            return True
    return present(typed, before=before)


def _subjects(document: Document, index: int) -> Iterator[Filler]:
    """The topics that a sentence announces; none right after a plan was spoken of."""
    typed: Typed = document.prose[index]
    if not any(t.of_kind("T") for t in document.prose[max(0, index - 1) : index]):
        yield from about(document, typed)
        yield from listed(document, index)
        if MENU.search(typed.string):
            yield from topics(document, typed)
