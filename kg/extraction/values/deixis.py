"""Dates that point from the day of publication: "hier", "mardi", "l'an dernier", "three years earlier"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extraction.expressions import Expression
from kg.extraction.values import datewords as words
from kg.extraction.values import lexicon, tense
from kg.extraction.values.calendar import Partial
from kg.extraction.values.folding import Prose
from kg.extraction.values.spans import Span
from kg.language import Language

_WEEK = 7
_DAYS_AWAY: Mapping[Language, Mapping[str, int]] = {
    "fr": {
        "avant-hier": -2, "hier": -1, "aujourd'hui": 0, "ce jour": 0, "ce matin": 0, "ce soir": 0, "cet apres-midi": 0,
        "ce midi": 0, "demain": 1, "apres-demain": 2,
    },
    "en": {
        "yesterday": -1, "today": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tonight": 0,
        "tomorrow": 1,
    },
}  # fmt: skip
_DAY = {
    language: Expression(rf"(?<![\w-])(?<!de )(?<!d')(?<!of )(?P<day>{words.any_of(away)})(?![\w-])(?!'s)")
    for language, away in _DAYS_AWAY.items()
}
_WEEKDAY = Expression(
    rf"(?<![\w-])(?<!un )(?<!one )(?<!chaque )(?<!every )(?<!tous les )(?<! a )(?<!\Aa )"
    rf"(?P<this>ce |this |last |next |on |le |les )?(?P<day>{words.any_of(words.WEEKDAYS)})"
    r"(?: (?P<lean>derniers?|passe|prochain))?(?: (?:matin|soir|apres-midi|midi|morning|evening|afternoon|"
    rf"night))?(?![\w-])(?! et (?!(?:{words.any_of(words.WEEKDAYS)})(?! (?:\d|matin|soir|apres))))"
)
_TIMES: Mapping[Language, Expression] = {
    "fr": Expression(
        r"(?<![\w-])(?P<part>(?:en |a la |des la |la )?fin |(?:en |au )?debut |(?:en |au )?cours |courant |"
        r"au milieu )?(?:de |d'|du )?"
        r"(?:(?:l'|la |le )(?P<unit>an|annee|mois|semaine|exercice|edition) (?P<lean>derniere?|precedente?|"
        r"passee?|ecoulee?|prochaine?|suivante?)"
        r"|(?P<this>cette|ce) (?P<unit2>annee|mois-ci|mois|semaine)(?![a-z])(?! de )(?:-ci)?)(?![\w])"
    ),
    "en": Expression(
        r"(?<![\w-])(?P<part>early |late |later |earlier |(?:the )?(?:end|beginning|start|middle|course) of )?"
        r"(?:(?:the )?(?P<lean>last|past|previous|next|following|coming)|(?P<this>this)) (?P<unit>year|"
        r"month|week)(?![\w])(?!'s (?:edition|event))(?P<unit2>(?!))?"
    ),
}
_THIS_MONTH = Expression(r"(?<![\w-])ce(?:tte)? mois de? ?d?'?(?P<month>[a-z]+)(?!\w)")
_END_OF_YEAR = Expression(
    r"(?<![\w-])(?P<part>(?:en |a la |cette )?fin|(?:en |au )?debut|au milieu|(?:au |dans le )?courant|the end|end|beginning|the "
    r"start|the middle) (?:de l'|d'|du |de |of the |of )(?P<unit>annee|year|mois|month)(?![\w])(?! [12])"
)
_DAY_OF_MONTH = Expression(
    r"(?<![\w.,/-])(?P<day>1er|[1-9]|[12][0-9]|3[01])(?: (?:et|au) (?:le )?(?P<last>[1-9]|[12][0-9]|3[01]))? "
    r"(?:de ce mois(?:-ci)?|du mois(?: (?:courant|en cours|(?P<lean>dernier|precedent|passe|prochain))| ?(?=[.,;)]|\Z)))(?![\w-])"
)
PASTS = ("dern", "last", "past", "prec", "prev", "ecou", "pass")


@dataclass(frozen=True, slots=True)
class Away:
    """Where a relative date stands, how many units away, and whether only about."""

    start: int
    end: int
    unit: str
    away: int
    approximate: bool = False


def find(prose: Prose, anchor: Partial | None) -> Iterator[Span]:
    """Every date that a word alone tells from the day of publication."""
    folded, language = prose.folded, prose.language
    for match in _DAY[language].finditer(folded):
        yield away(Away(*match.span(), "day", _DAYS_AWAY[language][match["day"]]), anchor)
    yield from _weekdays(prose, anchor)
    for match in _TIMES[language].finditer(folded):
        unit = (match["unit"] or match["unit2"]).removesuffix("-ci")
        if unit == "edition":
            continue
        lean = match["lean"]
        units = 0 if lean is None else -1 if lean.startswith(PASTS) else 1
        yield away(Away(*match.span(), _unit(unit), units, bool(match["part"])), anchor)
    for match in _END_OF_YEAR.finditer(folded):
        yield away(Away(*match.span(), _unit(match["unit"]), 0, approximate=True), anchor)
    if language == "fr":
        yield from _this_month_of(folded, anchor)
        yield from _days_of_month(folded, anchor)


def _unit(word: str) -> str:
    return "year" if word == "exercice" else lexicon.UNITS[word]


def _this_month_of(folded: str, anchor: Partial | None) -> Iterator[Span]:
    for match in _THIS_MONTH.finditer(folded):
        month = words.MONTHS["fr"].get(match["month"])
        if month:
            lacking = Partial(None, month)
            yield Span(*match.span(), lacking, lacking, rule="relativeDate", anchor=anchor)


def _days_of_month(folded: str, anchor: Partial | None) -> Iterator[Span]:
    for match in _DAY_OF_MONTH.finditer(folded):
        if anchor is None or anchor.month is None:
            continue
        lean = match["lean"]
        months = 0 if lean is None else -1 if lean.startswith(PASTS) else 1
        month = Partial(anchor.year, anchor.month).months_later(months)
        first = replace(month, day=int(match["day"].removesuffix("er")))
        last = replace(month, day=int(match["last"])) if match["last"] else first
        if first.exists and last.exists:
            yield Span(*match.span(), first, last, rule="relativeDate", anchor=anchor)


def _weekdays(prose: Prose, anchor: Partial | None) -> Iterator[Span]:
    for match in _WEEKDAY.finditer(prose.folded):
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
            days = -(behind or _WEEK)
        elif lean > 0 or (this != "ce" and tense.coming(prose.text, start, match.end())):
            days = _WEEK - behind
        elif this in ("ce", "this"):
            days = -behind if behind <= _WEEK // 2 else _WEEK - behind
        else:
            days = -behind
        day = anchor.days_later(days)
        yield Span(start, match.end(), day, day, rule="relativeDate", anchor=anchor)


def away(found: Away, anchor: Partial | None) -> Span:
    """The date that lies `away` units from `anchor`, as precise as both allow."""
    first, last, exact = _reach(found, anchor)
    return Span(
        found.start, found.end, first, last, approximate=found.approximate or not exact, rule="relativeDate",
        anchor=anchor, unresolved=anchor is None,
    )  # fmt: skip


def _reach(found: Away, anchor: Partial | None) -> tuple[Partial, Partial, bool]:
    if anchor is None or anchor.year is None:
        lacking = Partial()
        return lacking, lacking, True
    if found.unit == "year":
        year = Partial(anchor.year + found.away)
        return (year, year, True) if 1 <= (year.year or 0) <= 9998 else (anchor, anchor, False)
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
