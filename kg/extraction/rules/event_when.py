"""When an event is: the day that its sentences tell, or the one that stands beside them, in a heading or as an answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.happening import Happening, of_another
from kg.extraction.typed import Typed

UNTOLD = "XXXX"
"""A date of which not even the year is told: a weekday in a text without a date."""
_DAY = 10
_MONTH = 7
_WIDE = 400
_NEAR = 3
_WHOLE = Expression(r"\d{4}-\d\d-\d\d")
_SINCE = Expression(
    r"voilà|il y a|depuis (?!hier|avant-hier|aujourd'hui|ce (?:matin|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)|since (?!yesterday|today|this morning)|ago",
    re.IGNORECASE,
)
_BEGINNINGS = Expression(
    r"(?:depuis|créée?s? en|née?s? en|since|founded in|fondée?s? en|tous les|lancée?s? en|launched in|ouverte?s? en) $",
    re.IGNORECASE,
)
_LAST_DAY = Expression(
    r"(?:jusqu'au|until|(?:se |s')(?:termin|achev|achèv|clo|clôtur)\w*|s'(?:est|était|étaient|sont) (?:achevé|terminé|clos|clôturé|conclu)\w*|(?:a|avait) (?:pris fin|fermé ses portes)|prend(?:ra)? fin|to end|end(?:s|ed)|clos(?:es|ed)|wrapp?(?:s|ed) up|ferme(?:ra)? ses portes)(?: (?:le|on|ce))? ?$",
    re.IGNORECASE,
)
_BARE = Expression(
    r"\b(?:[Dd]u|[Ll]es|[Ff]rom|[Ll]e) (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?P<first>\d{1,2})(?:er)?(?: (?:au|et|to|and) (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?P<last>\d{1,2}))?(?=,|\.| (?:très exactement|précisément))"
)
_LAST = 31
_REPORTED = Expression(
    r"(?:relèv\w+|rapport\w+|indiqu\w+|écri\w+|révél\w+|publi\w+|reported|published)(?: (?:la |le |l')?⟨[XO]\d+⟩)?,? (?:le |du |dès le |on )?$",
    re.IGNORECASE,
)
_ANNOUNCED = Expression(
    r"(?:rendez-vous|date|agenda|calendrier|prévue?s?|programmée?s?|fixée?s?|noter|save the date|scheduled|set for|due)[^.;⟨⟩]{0,30} (?:le |les |au |du |pour le |pour les |on |for |from )?$",
    re.IGNORECASE,
)
_STRONG = Expression(
    r"ouvr|tien|tenu|lieu|déroul|rendez-vous|accueill|inaugur|réuni|rassembl|\bDu ⟨|held|open|gather|take|première rencontre|décor",
    re.IGNORECASE,
)
_DEICTIC = Expression(r"hier|aujourd'hui|demain|yesterday|today|tomorrow", re.IGNORECASE)
_AGAIN = Expression(
    r"précédent|dernière (?:édition|fois)|avait|avaient|previous|last time|\bdate (?:de|d')", re.IGNORECASE
)


def dates(days: list[Mention]) -> Iterator[Filler]:
    """The start of the first period or day given, and its end where it lasts."""
    for day in days:
        if day.value and day.value.earliest and day.value.earliest != UNTOLD:
            yield Filler("start", day.value.earliest, day.start, day.end)
            if day.value.latest and day.value.latest != day.value.earliest:
                yield Filler("end", day.value.latest, day.start, day.end)


def when(typed: Typed, at: int | None = None, within: int = _WIDE) -> Iterator[Filler]:
    """The day that a sentence gives an event: the most precise one, nearest to where the event stands in it."""
    days = [d for d in typed.of_kind("D") if d.value and d.value.earliest]
    days = [d for d in days if not _BEGINNINGS.search(typed.before(d)) and telling(typed, d)]
    last = next((d for d in days if _LAST_DAY.search(typed.before(d))), None)
    if last is not None and last.value and (len(days) > 1 or (began := _lasted(typed, last))):
        days.remove(last)
        yield Filler("end", str(last.value.latest or last.value.earliest), last.start, last.end)
        if not days:
            yield Filler("start", began, last.start, last.end)
    days.sort(key=lambda d: -len((d.value.earliest if d.value else "") or ""))
    if at is not None:
        days = [d for d in days if _near(typed, typed.position(d), at, within)] or ([] if within < _WIDE else days)
        days.sort(key=lambda d: (-len((d.value.earliest if d.value else "") or ""), abs(typed.position(d) - at)))
    yield from dates(days[:1])
    for day in typed.of_kind("D") if days else ():
        if day.value and not day.value.earliest and day.value.latest:
            yield Filler("end", day.value.latest, day.start, day.end)


def _near(typed: Typed, here: int, at: int, within: int) -> bool:
    return abs(here - at) <= within and not of_another(typed.string, at, here)


def days(typed: Typed, least: int = _MONTH) -> list[Mention]:
    """The days that a sentence tells, as precise as asked for: to the month, since a year tells when a firm began."""
    told = (d for d in typed.of_kind("D") if d.value and d.value.kind != "duration" and telling(typed, d))
    return [d for d in told if d.value and len(d.value.earliest or "") >= least and (d.value.earliest or "X")[0] != "X"]


def bare(document: Document, index: int) -> Iterator[Filler]:
    """Days whose month the sentence before tells: "en octobre dernier. Du 17 au 19, le forum ..."."""
    typed: Typed = document.prose[index]
    match = _BARE.search(typed.string)
    months = [d for t in document.prose[max(0, index - 2) : index + 1] for d in t.of_kind("D") if _is_month(d)]
    if match is None or not months or not months[-1].value:
        return
    month = months[-1].value.earliest
    start, end = typed.origin(match.start()), typed.origin(match.end())
    for slot, group in (("start", "first"), ("end", "last")):
        if match[group] and 1 <= int(match[group]) <= _LAST:
            yield Filler(slot, f"{month}-{int(match[group]):02}", start, end)


def _is_month(day: Mention) -> bool:
    return bool(
        day.value and re.fullmatch(r"\d{4}-\d\d", day.value.earliest or "") and day.value.latest == day.value.earliest
    )


def _lasted(typed: Typed, last: Mention) -> str:
    """The first day of so many days that end on a known one: "s'est achevé jeudi après trois jours"."""
    end = last.value.latest if last.value else None
    lengths = [u.value for u in typed.of_kind("U") if u.value and re.search(r"jour|day", u.name)]
    if not lengths or not lengths[0].number or not end or not _WHOLE.fullmatch(end):
        return ""
    return (date.fromisoformat(end) - timedelta(days=int(lengths[0].number) - 1)).isoformat()


def telling(typed: Typed, day: Mention) -> bool:
    """Whether a day may be an event's: not when it was reported, nor the week or month that another day is of."""
    lead = typed.before(day)
    return not (_SINCE.match(day.name) or _REPORTED.search(lead) or re.search(r"⟨D\d+⟩ (?:of|de) $", lead))


def headed(document: Document, index: int) -> list[Mention]:
    """The days that the heading above a sentence gives, where it gives any."""
    for typed in reversed(document.prose[max(0, index - 6) : index]):
        if typed.sentence.kind == "heading" and re.match(r"(?:(?:LES?|Les?|DU|Du|ON|On) )?⟨D", typed.string):
            days = [
                d
                for d in typed.of_kind("D")
                if re.search(r"\d", d.name) and d.value and d.value.earliest != document.published
            ]
            return [d for d in days if d.value and _WHOLE.fullmatch(d.value.earliest or "")]
    return []


def sharper(document: Document, event: Happening) -> Iterator[Filler]:
    """The day of the event, where a sentence beside those that name it tells it better than they do."""
    own = [i for i, t in enumerate(document.prose) if any(m.name == event.name.value for m in t.of_kind("E"))]
    start = event.first("start")
    holder = next((t for t in document.prose if start and t.sentence.start <= start.start < t.sentence.end), None)
    heading = start is not None and holder is not None and holder.sentence.kind == "heading"
    if start and heading and re.search(r"\d", document.text[start.start : start.end]):
        return
    named = holder is not None and any(m.name == event.name.value for m in holder.of_kind("E"))
    named = named and holder is not None and holder.sentence.kind != "heading"
    held = next((d for d in holder.of_kind("D") if start and d.start == start.start), None) if holder else None
    least = _weight(holder, held) if holder and held else 0
    found = [item for i, t in enumerate(document.prose) for item in _weighed(t, i, own, event)]
    best = max(found, default=None, key=lambda item: item[:2])
    if best is None or best[2] is held or (start is not None and best[2].start == start.start):
        return
    told = str(best[2].value.earliest) if best[2].value else ""
    finer = start is not None and len(str(start.value)) < len(told) and told.startswith(str(start.value))
    if finer or (not named and best[0] >= 0 and (start is None or best[0] > least - _NEAR)):
        event.fillers[:] = [f for f in event.fillers if f.slot not in {"start", "end"}]
        yield from dates([best[2]])


def _weighed(typed: Typed, index: int, own: list[int], event: Happening) -> Iterator[tuple[int, int, Mention]]:
    away = min((abs(index - i) for i in own), default=_NEAR + 1)
    if away > _NEAR or (away and _AGAIN.search(typed.string)):
        return
    if not any(m.name != event.name.value for m in typed.of_kind("E")):
        days = [d for d in typed.of_kind("D") if _whole(d) and telling(typed, d)]
        yield from ((_weight(typed, d) - away, -index, d) for d in days)


def announced(document: Document, event: Happening) -> Iterator[Filler]:
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
            if lasts or _ANNOUNCED.search(before) or re.fullmatch(r"(?:Les?|Du|On|From) ", before):
                found.append((abs(day.start - at), day))
    yield from dates([min(found, key=lambda item: item[0])[1]] if found else [])


def _whole(day: Mention) -> bool:
    return bool(day.value and day.value.earliest and _WHOLE.fullmatch(day.value.earliest) and day.value.latest)


def _weight(typed: Typed, day: Mention) -> int:
    value = day.value
    lasts = value is not None and value.latest != value.earliest
    return 2 + 2 * lasts + 2 * bool(_STRONG.search(typed.string)) - 4 * bool(_DEICTIC.search(day.name))
