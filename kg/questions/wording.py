"""Values in words: numbers, amounts and dates as people write them in French and in English."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from pyoxigraph import Literal

from kg.language import Language, Text
from kg.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "CNY": "CN¥"}
_NUMBERS = {_XSD + name for name in ("decimal", "integer", "int", "long", "double", "float", "nonNegativeInteger")}
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?")
_DURATION = re.compile(r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<days>\d+)D)?")
_UNITS = {
    "years": (Text(en="year", fr="an"), Text(en="years", fr="ans")),
    "months": (Text(en="month", fr="mois"), Text(en="months", fr="mois")),
    "days": (Text(en="day", fr="jour"), Text(en="days", fr="jours")),
}
# what a terminal would act on or be misled by: C0, DEL, C1, and the marks that turn the direction of writing
_UNSHOWN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def is_number(value: Literal) -> bool:
    """Whether a literal is a number."""
    return value.datatype.value in _NUMBERS


def literal(value: Literal, language: Language) -> str:
    """A literal as people write it; what cannot be read as its datatype is shown as it stands."""
    kind = value.datatype.value.removeprefix(_XSD)
    words: str | None = None
    if is_number(value):
        words = number(value.value, language)
    elif kind in ("date", "gYearMonth", "gYear"):
        words = date(value.value, language)
    elif kind == "boolean":
        yes = value.value in ("true", "1")
        words = (Text(en="yes", fr="oui") if yes else Text(en="no", fr="non")).in_language(language)
    elif kind == "duration":
        words = duration(value.value, language)
    return shown(value.value) if words is None else words


def number(digits: str, language: Language) -> str | None:
    """A number with its thousands apart; None where it is none.

    >>> number("1234567.50", "fr"), number("1234567.50", "en")
    ('1 234 567,5', '1,234,567.5')
    """
    try:
        value = Decimal(digits)
    except InvalidOperation:
        return None
    if not value.is_finite() or abs(value.adjusted()) > 30:  # noqa: PLR2004  beyond this nobody writes digits out
        return None
    plain = f"{value:,f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    return plain if language == "en" else plain.replace(",", " ").replace(".", ",")


def amount(digits: str, currency: str, language: Language) -> str:
    """Money.

    >>> amount("30000000.0", "EUR", "fr"), amount("30000000.0", "EUR", "en")
    ('30 000 000 €', '€30,000,000')
    """
    plain = number(digits, language) or shown(digits)
    sign = _SIGNS.get(currency)
    if sign is None or language == "fr":
        return f"{plain} {sign or shown(currency)}"
    return f"{sign}{plain}"


def date(lexical: str, language: Language) -> str | None:
    """A year, month or day; None where it is none.

    >>> date("2024-07", "fr"), date("2025-11-01", "fr"), date("2025-11-01", "en")
    ('juillet 2024', '1er novembre 2025', '1 November 2025')
    """
    parts = _DATE.fullmatch(lexical)
    if parts is None or not 0 < int(parts["month"] or 1) <= 12:  # noqa: PLR2004  months
        return None
    if parts["month"] is None:
        return parts["year"]
    month = f"{_MONTHS[language][int(parts['month']) - 1]} {parts['year']}"
    if parts["day"] is None:
        return month
    day = int(parts["day"])
    return f"{'1er' if day == 1 and language == 'fr' else day} {month}"


def duration(lexical: str, language: Language) -> str | None:
    """Years, months and days; None where it is something else.

    >>> duration("P3D", "fr")
    '3 jours'
    """
    parts = _DURATION.fullmatch(lexical)
    if parts is None or not any(parts.groups()):
        return None
    return " ".join(
        f"{count} {_UNITS[unit][int(count) > 1].in_language(language)}"
        for unit, count in parts.groupdict().items()
        if count
    )


def shown(text: str) -> str:
    """Text that a terminal can show: on one line, without what it would act on.

    >>> shown("a" + chr(27) + "[31mb")
    'a�[31mb'
    """
    return _UNSHOWN.sub("\ufffd", " ".join(text.split()) if "\n" in text or "\t" in text or "\r" in text else text)
