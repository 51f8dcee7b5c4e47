"""When and where an event is, who organises, supports and attends it: what a sentence says of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.patterns import Pattern
from kg.extraction.rules import event_words as say
from kg.extraction.typed import MARK, Typed

UNTOLD = "XXXX"
"""A date of which not even the year is told: a weekday in a text without a date."""


def dates(days: list[Mention]) -> Iterator[Filler]:
    """The start of the first period or day given, and its end where it lasts."""
    for day in days:
        if day.value and day.value.earliest and day.value.earliest != UNTOLD:
            yield Filler("start", day.value.earliest, day.start, day.end)
            if day.value.latest and day.value.latest != day.value.earliest:
                yield Filler("end", day.value.latest, day.start, day.end)


def when(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    """The day that a sentence gives an event: the most precise one, or the one nearest to a mention."""
    days = [d for d in typed.of_kind("D") if d.value and d.value.earliest]
    days = [
        d
        for d in days
        if not re.search(
            r"(?:depuis|créée?s? en|née?s? en|since|founded in|fondée?s? en|tous les|lancée?s? en|launched in|ouverte?s? en) $",
            typed.before(d),
            re.IGNORECASE,
        )
    ]
    days = [d for d in days if telling(typed, d)]
    last = next((d for d in days if say.LAST_DAY.search(typed.before(d))), None)
    if last is not None and len(days) > 1 and last.value:
        days.remove(last)
        yield Filler("end", str(last.value.latest or last.value.earliest), last.start, last.end)
    days.sort(key=lambda d: -len((d.value.earliest if d.value else "") or ""))
    if mention is not None:
        at = typed.position(mention)
        days = [d for d in days if abs(typed.position(d) - at) <= within]
        days.sort(key=lambda d: (-len((d.value.earliest if d.value else "") or ""), abs(typed.position(d) - at)))
    yield from dates(days[:1])
    for day in typed.of_kind("D") if days else ():
        if day.value and not day.value.earliest and day.value.latest:
            yield Filler("end", day.value.latest, day.start, day.end)


def telling(typed: Typed, day: Mention) -> bool:
    """Whether a day may be an event's: not when it was reported, nor the week or month that another day is of."""
    lead = typed.before(day)
    return not (say.SINCE.match(day.name) or say.REPORTED.search(lead) or re.search(r"⟨D\d+⟩ (?:of|de) $", lead))


_HOUSES = frozenset({"model", "research"})
_SCHOOL = re.compile(r"(?:l')?(?:[Uu]niversit|[ÉE]cole|[Ll]ycée|IUT|INSA|[Cc]ampus)")
_CITIES = frozenset({"Bremen", "Brême", "Berlin", "Hamburg", "Hambourg", "Brussels", "Bruxelles", "Vienna", "Vienne"})
"""Towns that are regions too."""


def where(typed: Typed, mention: Mention | None, within: int = 400) -> Iterator[Filler]:
    """The venues and towns that a sentence puts an event in."""
    at = typed.position(mention) if mention is not None else 0
    for pattern in (say.PLACE, say.VENUE, say.HOSTED, say.OF_TOWN, say.CAMPUS):
        for match in pattern.finditer(typed.string):
            if abs(match.start() - at) > within or ";" in typed.string[min(match.start(), at) : max(match.start(), at)]:
                continue
            found = [
                typed.mentions[int(m["number"])]
                for g, w in match.groupdict().items()
                if g.startswith("place") and w
                for m in MARK.finditer(w)
            ]
            if pattern is say.CAMPUS:
                found = [m for m in found if _SCHOOL.match(m.name)]
            found = [
                m
                for m in found
                if (m.sort not in {"country", "continent", "region"} or m.name in _CITIES)
                and (m.kind != "O" or m.sort in _HOUSES or pattern is say.HOSTED)
            ]
            yield from (filler("place", m) for m in found)


_WHO = (
    ("organiser", say.ORGANISER),
    ("organiser", say.ORGANISES),
    ("supporter", say.SUPPORTER),
    ("supporter", say.PARTNER),
    ("participant", say.PRESENT),
    ("participant", say.ATTENDED),
    ("participant", say.CAME),
    ("participant", say.VISITED),
    ("organiser", say.ORGANISERS),
)


def who(typed: Typed) -> Iterator[Filler]:
    """Who a sentence says organises, supports or attends an event."""
    yield from listed(typed, _WHO)


def listed(typed: Typed, cues: Iterable[tuple[str, Pattern]]) -> Iterator[Filler]:
    """What stands in the groups of patterns, each for its slot; where people attend, they and not their houses."""
    for slot, pattern in cues:
        for match in pattern.finditer(typed.string):
            for words in match.groupdict().values():
                if words and MARK.search(words):
                    found = typed.marked(words)
                    people = [m for m in found if m.kind == "P"]
                    yield from (filler(slot, m) for m in (people if people and slot == "participant" else found))
