"""All the values of a text, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.extraction.expressions import Expression
from kg.extraction.values import (
    calendar,
    dates,
    deixis,
    elapsed,
    fractions,
    listed,
    numerals,
    ordinals,
    periods,
    quantities,
    traps,
)
from kg.extraction.values.calendar import Partial
from kg.extraction.values.folding import Prose
from kg.extraction.values.numerals import Numeral
from kg.extraction.values.periods import Told
from kg.extraction.values.quantities import Reading
from kg.extraction.values.spans import Span
from kg.extraction.values.value import Value
from kg.language import Language

_YEAR_WORDS = Expression(
    r"(?:(?<![\w])(?:en|in|depuis|since|d'ici|d'ici a|annee|annees|l'an|fin|debut|mi|courant|until|horizon|"
    r"horizon de|jusqu'en|"
    r"janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|"
    r"spring|summer|autumn)[ -]"
    r"|(?<![0-9])(?:19|20)[0-9]{2} ?(?:-|/|a|et|to|and|,) ?)\Z"
)
_ELLIPSIS = 300  # characters within which an amount goes without its currency
_YEAR = Expression(r"(?:19|20)[0-9]{2}\Z")


def find(text: str, *, published: str | None, language: Language) -> list[Value]:
    """Every amount, count, share, ordinal, date, period and duration; the longest reading wins, none overlaps.

    `published` is an ISO 8601 date ("2025", "2025-11", "2025-11-13"); without it no relative date is resolved.

    >>> [v.number for v in find("une enveloppe de 30 M€", published=None, language="fr")]
    [Decimal('30000000')]
    """
    prose = Prose.of(text, language)
    anchor = calendar.parse(published)
    none = list(traps.find(prose.folded, text))
    numbers = [n for n in numerals.find(prose.folded, language) if not _is_year(prose, n)]
    told = list(listed.find(prose, numbers))
    named = [m.span() for m in ordinals.NUMBER_ONE.finditer(prose.folded)]
    counting = _outside(numbers, [*none, *named, *((v.start, v.end) for v in told)])
    readings = [
        *(Reading(v.start, v.end, v) for v in told),
        *(Reading(start, end, None) for start, end in none),
        *quantities.read(prose, counting),
        *ordinals.read(prose),
        *fractions.read(prose),
    ]
    return _resolved(prose, _longest(readings, _spans(prose, numbers, anchor)), anchor)


def _is_year(prose: Prose, numeral: Numeral) -> bool:
    return bool(_YEAR.match(numeral.written) and _YEAR_WORDS.search(prose.before(numeral.start, 16)))


def _outside(numbers: Iterable[Numeral], stretches: list[tuple[int, int]]) -> list[Numeral]:
    """The numbers that begin in none of the stretches."""
    inside = {position for start, end in stretches for position in range(start, end)}
    return [n for n in numbers if n.start not in inside]


def _spans(prose: Prose, numbers: list[Numeral], anchor: Partial | None) -> Iterator[Span]:
    pointing = [*deixis.find(prose, anchor), *elapsed.find(prose, numbers, anchor)]
    yield from periods.compose(prose, [*dates.find(prose), *pointing])


def _longest(readings: Iterable[Reading], spans: Iterable[Span]) -> list[Reading | Span]:
    """The readings that stand, in reading order: the longest choose first, and none overlaps another."""
    candidates: list[Reading | Span] = [*readings, *spans]
    taken: set[int] = set()
    kept: list[Reading | Span] = []
    for found in sorted(candidates, key=lambda c: (c.start - c.end, c.start)):
        # what is kept is never shorter than this one, so it overlaps only if it covers one of the ends
        if found.start not in taken and found.end - 1 not in taken:
            taken.update(range(found.start, found.end))
            kept.append(found)
    return sorted(kept, key=lambda k: k.start)


def _resolved(prose: Prose, found: Iterable[Reading | Span], anchor: Partial | None) -> list[Value]:
    """The values, dates resolved in reading order: a date may lean on the one before it."""
    values: list[Value] = []
    told: Told | None = None
    for one in found:
        if isinstance(one, Reading):
            if one.value is not None:
                values.append(_whole(one.value, values))
            continue
        value = periods.resolve(prose, one, anchor, told)
        if values and values[-1].start == value.start:
            values.pop()  # "l'an prochain, du 15 au 18 mai" is one date: the later words tell it in full
        values.append(value)
        date = calendar.parse(value.earliest or value.latest)
        if date is not None:
            told = Told(date, value)
    return values


def _whole(value: Value, before: list[Value]) -> Value:
    """The value with a plain number, and the currency that "puis 40 millions" takes from the amount before it."""
    currency = value.currency
    if value.kind == "amount" and currency is None:
        last = next((v for v in reversed(before) if v.kind == "amount"), None)
        currency = last.currency if last and value.start - last.end < _ELLIPSIS else None
    return replace(value, number=_plain(value.number), currency=currency)


def _plain(number: Decimal | None) -> Decimal | None:
    """The number without the zeros after a decimal point, nor an exponent."""
    if number is None:
        return None
    whole = number.to_integral_value()
    return whole.quantize(Decimal(1)) if number == whole else number.normalize()
