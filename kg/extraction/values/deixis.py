"""Dates that point from the day of publication: "hier", "mardi", "l'an dernier", "three years earlier"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extraction.values import datewords as words
from kg.extraction.values import lexicon
from kg.extraction.values.calendar import Partial
from kg.extraction.values.numerals import Numeral
from kg.extraction.values.spans import Span
from kg.language import Language

_WEEK = 7
_DAYS_AWAY: Mapping[Language, Mapping[str, int]] = {
    "fr": {
        "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "ce jour": 0, "ce matin": 0, "ce soir": 0, "cet apres-midi": 0,
        "ce midi": 0, "demain": 1, "apres-demain": 2,
    },
    "en": {
        "yesterday": -1, "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0, "tomorrow": 1,
    },
}  # fmt: skip
_DAY = {
    language: re.compile(rf"(?<![\w-])(?<!de )(?<!d')(?<!of )(?P<day>{words.any_of(away)})(?![\w-])(?!'s)")
    for language, away in _DAYS_AWAY.items()
}
_WEEKDAY = re.compile(
    rf"(?<![\w-])(?P<this>ce |this |last |next |on |le |les )?(?P<day>{words.any_of(words.WEEKDAYS)})"
    r"(?: (?P<lean>derniers?|passe|prochain))?(?: (?:matin|soir|apres-midi|midi|morning|evening|afternoon|night))?(?![\w-])(?! et )"
)
_TIMES: Mapping[Language, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?<![\w-])(?P<part>(?:en |a la |des la |la )?fin |(?:en |au )?debut |(?:en |au )?cours |courant |au milieu )?(?:de |d'|du )?"
        r"(?:(?:l'|la |le )(?P<unit>an|annee|mois|semaine|exercice|edition) (?P<lean>derniere?|precedente?|passee?|ecoulee?|prochaine?|suivante?)"
        r"|(?P<this>cette|ce) (?P<unit2>annee|mois-ci|mois|semaine)(?![a-z])(?! de )(?:-ci)?)(?![\w])"
    ),
    "en": re.compile(
        r"(?<![\w-])(?P<part>early |late |later |earlier |(?:the )?(?:end|beginning|start|middle|course) of )?"
        r"(?:(?:the )?(?P<lean>last|past|previous|next|following|coming)|(?P<this>this)) (?P<unit>year|month|week)(?![\w])(?!'s (?:edition|event))(?P<unit2>(?!))?"
    ),
}
_THIS_MONTH = re.compile(r"(?<![\w-])ce(?:tte)? mois de? ?d?'?(?P<month>[a-z]+)(?!\w)")
_END_OF_YEAR = re.compile(
    r"(?<![\w-])(?P<part>(?:en |a la |cette )?fin|(?:en |au )?debut|courant|the end|end|beginning|the start) (?:de l'|d'|de |of the |of )(?P<unit>annee|year|mois|month)(?![\w])(?! [12])"
)
_AGO_FR = re.compile(
    r"(?<![\w-])(?:il y a|voila|voici) (?:maintenant |deja |plus de |pres de |environ |quelque |un peu plus de )?\Z"
)
_IN = re.compile(r"(?<![\w-])(?P<word>dans|in|d'ici(?: a)?|within|sous) (?:environ |about |moins de |les )?\Z")
_LATER = re.compile(
    r" (?P<way>plus tot|auparavant|avant|plus tard|apres|ago|earlier|before|later|from now|hence)(?![\w])(?! (?:la|le|les|l'|son|sa|the|its|que|d'|de))"
)
_BACK = frozenset({"plus tot", "auparavant", "avant", "ago", "earlier", "before"})
_PAST_YEARS = re.compile(
    r"(?<![\w-])(?:ces|les|des|the|au cours des|depuis) (?P<lean1>dernieres?|derniers|last|past|next|prochaines?|prochains|coming|previous)?[ ]?\Z"
)
_SINCE = re.compile(r"(?<![\w-])depuis (?:plus de |pres de |environ |maintenant |deja )?\Z")
_PASTS = ("dern", "last", "past", "prec", "prev", "ecou", "pass")


@dataclass(frozen=True, slots=True)
class _Found:
    """Where a relative date stands, how many units away, and whether only about."""

    start: int
    end: int
    unit: str
    away: int
    approximate: bool = False


def find(
    folded: str, numerals: list[Numeral], language: Language, anchor: Partial | None, lean_at: Callable[[int, int], int]
) -> Iterator[Span]:
    """Every relative date; `lean_at` tells by the tense around a place whether it speaks of the past or of what is to come."""
    for match in _DAY[language].finditer(folded):
        yield _span(_Found(*match.span(), "day", _DAYS_AWAY[language][match["day"]]), anchor)
    yield from _weekdays(folded, anchor, lean_at)
    for match in _TIMES[language].finditer(folded):
        unit = (match["unit"] or match["unit2"]).removesuffix("-ci")
        if unit == "edition":
            continue
        lean = match["lean"]
        away = 0 if lean is None else -1 if lean.startswith(_PASTS) else 1
        yield _span(_Found(*match.span(), _unit(unit), away, bool(match["part"])), anchor)
    for match in _END_OF_YEAR.finditer(folded):
        yield _span(_Found(*match.span(), _unit(match["unit"]), 0, approximate=True), anchor)
    if language == "fr":
        yield from _this_month_of(folded, anchor)
    yield from _counted(folded, numerals, anchor)


def _unit(word: str) -> str:
    return "year" if word == "exercice" else lexicon.UNITS[word]


def _this_month_of(folded: str, anchor: Partial | None) -> Iterator[Span]:
    for match in _THIS_MONTH.finditer(folded):
        month = words.MONTHS["fr"].get(match["month"])
        if month:
            lacking = Partial(None, month)
            yield Span(*match.span(), lacking, lacking, rule="relativeDate", anchor=anchor)


def _weekdays(folded: str, anchor: Partial | None, lean_at: Callable[[int, int], int]) -> Iterator[Span]:
    for match in _WEEKDAY.finditer(folded):
        this = (match["this"] or "").strip()
        told = match["lean"] or this
        if this == "les" or told == "derniers" or (this == "le" and not match["lean"]):
            continue  # "le mardi" is every Tuesday, or the start of "le mardi 4 juin"
        lean = -1 if told.startswith(("dern", "last", "pass")) else 1 if told.startswith(("next", "proch")) else 0
        start = match.start("day") if this in ("le", "on") else match.start()
        wanted = words.WEEKDAYS[match["day"]]
        if anchor is None or anchor.day is None:
            vague = anchor or Partial(None, None)
            yield Span(
                start,
                match.end(),
                vague,
                vague,
                approximate=True,
                rule="relativeDate",
                anchor=anchor,
                unresolved=anchor is None,
            )
            continue
        behind = (anchor.first.weekday() - wanted) % _WEEK
        if lean < 0:
            away = -(behind or _WEEK)
        elif lean > 0 or (this != "ce" and lean_at(start, match.end()) > 0):
            away = _WEEK - behind
        elif this in ("ce", "this"):
            away = -behind if behind <= _WEEK // 2 else _WEEK - behind
        else:
            away = -behind
        day = anchor.days_later(away)
        yield Span(start, match.end(), day, day, rule="relativeDate", anchor=anchor)


def _counted(folded: str, numerals: list[Numeral], anchor: Partial | None) -> Iterator[Span]:
    """ "il y a quatre ans", "three years earlier", "dans 18 mois", "ces cinq dernières années"."""
    for numeral in numerals:
        before = folded[max(0, numeral.start - 40) : numeral.start]
        last = _lasting(folded, numeral.end)
        if last is None:
            continue
        unit, end, leaning = last
        count = int(numeral.number)
        ago, inside, later = _AGO_FR.search(before), _IN.search(before), _LATER.match(folded, end)
        since, these = _SINCE.search(before), _PAST_YEARS.search(before)
        base = numeral.start - len(before)
        if count > 1000 or count != numeral.number:  # noqa: PLR2004 - no press text counts further back
            continue
        if ago:
            yield _span(_Found(base + ago.start(), end, unit, -count, numeral.approximate), anchor)
        elif later and not inside:
            away = -count if later["way"] in _BACK else count
            span = _span(_Found(numeral.start, later.end(), unit, away, numeral.approximate), anchor)
            yield (
                span
                if later["way"] in ("ago", "from now", "hence")
                else replace(span, years=away if unit == "year" else None)
            )
        elif leaning or (these and these["lean1"]):
            start = base + these.start() if these else numeral.start
            yield _stretch(start, end, unit, count, leaning or str(these and these["lean1"]), anchor)
        elif since:
            span = _span(_Found(base + since.start(), end, unit, -count, numeral.approximate), anchor)
            yield replace(span, open="end")
        elif inside and inside["word"] not in ("in", "sous"):
            span = _span(_Found(base + inside.start(), end, unit, count, numeral.approximate), anchor)
            yield replace(span, open="start") if inside["word"] != "dans" else span


def _lasting(folded: str, end: int) -> tuple[str, int, str] | None:
    """The unit of time after a number, where it ends, and "dernières" between them."""
    between = re.compile(r" (?P<lean>dernieres?|derniers|prochaines?|prochains|last|past|next) ").match(folded, end)
    match = lexicon.LASTING.match(folded, between.end() - 1 if between else end)
    return (lexicon.UNITS[match["unit"]], match.end(), between["lean"] if between else "") if match else None


def _stretch(start: int, end: int, unit: str, count: int, lean: str, anchor: Partial | None) -> Span:
    """The years up to now, or from now on."""
    back = lean.startswith(_PASTS)
    far = _span(_Found(start, end, unit, -count if back else count), anchor)
    near = _span(_Found(start, end, unit, 0), anchor)
    return replace(far, first=far.first if back else near.first, last=near.last if back else far.last, approximate=True)


def _span(found: _Found, anchor: Partial | None) -> Span:
    """The date that lies `away` units from `anchor`, as precise as both allow."""
    first, last, exact = _away(found, anchor)
    return Span(
        found.start, found.end, first, last, approximate=found.approximate or not exact, rule="relativeDate", anchor=anchor,
        unresolved=anchor is None,
    )  # fmt: skip


def _away(found: _Found, anchor: Partial | None) -> tuple[Partial, Partial, bool]:
    if anchor is None or anchor.year is None:
        lacking = Partial()
        return lacking, lacking, True
    if found.unit == "year":
        year = Partial(anchor.year + found.away)
        return (year, year, True) if 1 <= (year.year or 0) <= 9998 else (anchor, anchor, False)  # noqa: PLR2004
    if found.unit == "month" and anchor.month is not None:
        month = Partial(anchor.year, anchor.month).months_later(found.away)
        return month, month, True
    if anchor.day is not None and found.unit == "day":
        day = anchor.days_later(found.away)
        return day, day, True
    if anchor.day is not None and found.unit == "week":
        monday = anchor.days_later(found.away * _WEEK - anchor.first.weekday())
        return monday, monday.days_later(_WEEK - 1), True
    return anchor, anchor, False
