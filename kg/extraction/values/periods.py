"""Dates joined into periods, and resolved: "de juin à septembre 2024", "d'ici 2030", "depuis 2019"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extraction.expressions import Expression
from kg.extraction.values import calendar, tense
from kg.extraction.values.calendar import Partial, nearest
from kg.extraction.values.folding import Prose
from kg.extraction.values.spans import OF_THIS_YEAR, Rule, Span
from kg.extraction.values.value import Value

_JOINT = Expression(
    r"(?: ?-(?:> ?)? ?|/| a (?:la )?| au | aux | jusqu'(?:en|a|au) | to (?:the )?| until | through | et "
    r"(?:le |en )?|,? and (?:the |on )?| ?et la )\Z"
)
_FROM = Expression(
    r"(?<![\w])(?:de |du |d'|des |depuis |entre (?:le |la )?|from (?:the )?|between (?:the )?|a partir de |"
    r"(?:sur la |la )?periode |(?:les |des |pour les |sur les )?(?:annees|exercices) |(?:the )?years )\Z"
)
_BETWEEN = Expression(r"(?<![\w])(?:entre (?:le |la )?|between (?:the )?)\Z")
_UNTIL = Expression(
    r"(?<![\w])(?:(?:d'ici|d'ici a|jusqu'(?:en|a|au|aux?)|avant|a l'horizon(?: de)?|horizon|au plus tard "
    r"(?:en|le|fin)?|by|until|till|before|no later than|"
    r"on or before|through)(?: la| le| l'| the| en| fin)? ?)\Z"
)
_SINCE = Expression(
    r"(?<![\w])(?:a compter (?:de|du|d')|a partir (?:de|du|d')|depuis|des|since|as of|as from|starting(?: "
    r"in| on| from)?|beginning(?: in| on)?|from|apres|after)"
    r"(?: la| le| l'| the| debut)? ?\Z"
)
_FAR = 200
_JUST_AFTER = Expression(r"(?: ?[,(:] ?| )(?:soit |precisement )?(?:du |le |les |en |des |from |on |in )?")
_ONWARDS = Expression(r" (?:onwards?|on(?= ?[,.;])|et au-dela|and beyond)(?![\w])")


def compose(prose: Prose, spans: Iterable[Span]) -> Iterator[Span]:
    """Each span, then each pair that makes a period, then each that has one bound."""
    spans = sorted(spans, key=lambda s: (s.start, -s.end))
    ends: list[Span] = []
    for span in spans:
        yield span
        opened = _opened(prose, span)
        if opened is not None:
            yield opened
        ends = [e for e in ends if span.start - e.end < 16]
        for earlier in ends:
            joined = _joined(prose, earlier, span)
            if joined is not None:
                yield joined
        ends.append(span)


def _joined(prose: Prose, one: Span, other: Span) -> Span | None:
    between = prose.folded[one.end : other.start]
    match = _JOINT.match(between)
    if match is None or match.end() != len(between) or one.open or other.open:
        return None
    before = prose.before(one.start, 30)
    lead = _FROM.search(before)
    word = between.strip(" ,").split(" ")[0]
    if word in ("et", "and") and not _BETWEEN.search(before) and not _next_day(one, other):
        return None
    if word in ("a", "to", "/") and lead is None and not (one.first.day or word in ("to", "/")):
        return None
    first, last = one.first, other.last
    if first.year is None and last.year is not None and not one.strict:
        first = replace(first, year=last.year)
        if first.month and last.month and first.month > last.month:
            first = replace(first, year=last.year - 1)
    if not first.exists or (first.year is None) != (last.year is None):
        return None
    if first.year is not None and first.first > last.last:
        return None
    start = one.start - (len(before) - lead.start()) if lead else one.start
    return replace(
        other,
        start=start,
        first=first,
        last=last,
        weekday=one.weekday,
        approximate=one.approximate or other.approximate,
    )


def _next_day(one: Span, other: Span) -> bool:
    """Whether two dates in a list are days that follow each other: an event of two days."""
    day = replace(one.last, year=one.last.year or other.first.year or 2000)
    following = replace(other.first, year=other.first.year or day.year)
    return None not in (day.day, following.day) and day.exists and day.days_later(1) == following


def _opened(prose: Prose, span: Span) -> Span | None:
    if span.open:
        return None
    before = prose.before(span.start, 30)
    until, since, onwards = _UNTIL.search(before), _SINCE.search(before), _ONWARDS.match(prose.folded, span.end)
    if onwards:
        start = span.start - (len(before) - since.start()) if since else span.start
        return replace(span, start=start, end=onwards.end(), open="end")
    if until and _means_no_place(until[0], span):
        return replace(span, start=span.start - (len(before) - until.start()), open="start")
    if since and not (since[0].startswith("from") and span.first != span.last):
        return replace(span, start=span.start - (len(before) - since.start()), open="end")
    return None


def _means_no_place(word: str, span: Span) -> bool:
    """Whether "through" and "horizon" speak of a bound: only before a year or a date that is told."""
    return not word.startswith(("through", "horizon")) or span.first.year is not None


@dataclass(frozen=True, slots=True)
class Told:
    """The last date that the text has told, and the value that told it."""

    date: Partial
    value: Value


def resolve(prose: Prose, span: Span, published: Partial | None, told: Told | None) -> Value:
    """The value of a span, by the date told just before it, or else by the publication date."""
    if (
        span.years is not None
        and told is not None
        and told.value.rule != "relativeDate"
        and told.date.year
        and _near(span, told)
    ):
        year = Partial(max(1, told.date.year + span.years))
        return _value(span, year, year, told.date)
    first, last, anchor = span.first, span.last, span.anchor or published
    if first.year is None and not span.unresolved:
        by = _told_just_before(prose, span, told)
        if by is not None:
            first, last = by.date_of(first), by.date_of(last)
            span, anchor = replace(span, start=by.start, rule=by.rule or span.rule), by.anchor
        elif anchor is not None:
            first, last = _by_anchor(prose, span, anchor)
    if span.blur:
        first, last = Partial(first.year), Partial(last.year)
    return _value(span, first, last, anchor if span.rule else None)


def _near(span: Span, told: Told) -> bool:
    """Whether a date was told so shortly before that "earlier" counts from it."""
    return span.start - told.value.end < _FAR


@dataclass(frozen=True, slots=True)
class _By:
    """What a date lends to one that lacks its year or month, and where the two begin together."""

    start: int
    date: Partial
    rule: Rule | None
    anchor: Partial | None

    def date_of(self, lacking: Partial) -> Partial:
        found = replace(lacking, year=self.date.year, month=lacking.month or self.date.month)
        return found if found.exists else self.date


def _told_just_before(prose: Prose, span: Span, told: Told | None) -> _By | None:
    """The date in "l'an prochain, du 15 au 18 mai", "à la mi-octobre, le mardi 14" that tells the year or month."""
    if (
        told is None
        or span.lean
        or told.value.end > span.start
        or (told.value.earliest != told.value.latest and told.value.earliest and told.value.latest)
    ):
        return None
    lacks_month = span.first.month is None and span.first.day is not None
    if (told.date.month is None) == lacks_month or told.date.day is not None:
        return None
    if not _JUST_AFTER.fullmatch(prose.folded[told.value.end : span.start]):
        return None
    rule: Rule | None = "relativeDate" if told.value.rule else None
    return _By(told.value.start, told.date, rule, calendar.parse(told.value.anchor))


def _by_anchor(prose: Prose, span: Span, anchor: Partial) -> tuple[Partial, Partial]:
    first, last, lean = span.first, span.last, span.lean
    if abs(lean) > 1:
        year = (anchor.year or 0) + (0 if lean == OF_THIS_YEAR else lean // 2)
        return replace(first, year=year), replace(last, year=year)
    if span.open == "start" and prose.folded.startswith("d'ici", span.start):
        lean = lean or 1
    lean = lean or tense.lean(prose.text, span.start, span.end) or (1 if span.open == "start" else 0)
    if first == last:
        found = nearest(last, anchor, lean=lean, strict=span.strict, weekday=span.weekday) or last
        return found, found
    last = nearest(last, anchor, lean=lean, strict=span.strict) or last
    if span.weekday is not None and (fitting := nearest(first, anchor, lean=lean, weekday=span.weekday)):
        later = replace(span.last, year=(fitting.year or 0) + ((span.last.month or 0) < (fitting.month or 0)))
        return fitting, later if later.exists else last
    year = (last.year or 0) - ((first.month or 0) > (last.month or 0))
    found = replace(first, year=year)
    return (found if found.exists else last), last


def _value(span: Span, first: Partial, last: Partial, anchor: Partial | None) -> Value:
    earliest = None if span.open == "start" else str(first)
    latest = None if span.open == "end" else str(last)
    return Value(
        "date" if earliest == latest else "period", span.start, span.end, earliest=earliest, latest=latest,
        rule=span.rule,
        approximate=span.approximate, anchor=str(anchor) if anchor else None,
    )  # fmt: skip
