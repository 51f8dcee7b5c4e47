"""The words of dates in both languages: months, weekdays, seasons, parts of a year."""

from __future__ import annotations

from collections.abc import Mapping

from kg.extraction.values.wordlists import listed
from kg.language import Language

_FR_MONTHS = listed("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
_EN_MONTHS = listed("january february march april may june july august september october november december")
_SHORT_FR = {"janv": 1, "fevr": 2, "fev": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "dec": 12}
_SHORT_EN = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8,
    "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
MONTHS: Mapping[Language, Mapping[str, int]] = {
    "fr": {name: n for n, name in enumerate(_FR_MONTHS, 1)},
    "en": {name: n for n, name in enumerate(_EN_MONTHS, 1)},
}
SHORT_MONTHS: Mapping[Language, Mapping[str, int]] = {"fr": _SHORT_FR, "en": _SHORT_EN}
WEEKDAYS: Mapping[str, int] = {
    **{name: n for n, name in enumerate(listed("lundi mardi mercredi jeudi vendredi samedi dimanche"))},
    **{name: n for n, name in enumerate(listed("monday tuesday wednesday thursday friday saturday sunday"))},
}
SEASONS: Mapping[str, tuple[int, int]] = {
    "printemps": (3, 5), "ete": (6, 8), "automne": (9, 11), "hiver": (12, 12), "rentree": (9, 9),
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 12),
}  # fmt: skip
NUMBERED: Mapping[str, int] = {
    **dict.fromkeys(("premier", "1er", "first", "1st"), 1),
    **dict.fromkeys(("deuxieme", "second", "2e", "2eme", "2nd", "2d"), 2),
    **dict.fromkeys(("troisieme", "third", "3e", "3eme", "3rd"), 3),
    **dict.fromkeys(("quatrieme", "dernier", "fourth", "last", "final", "4e", "4eme", "4th"), 4),
}


def month(name: str, language: Language) -> int:
    """The month that a name or its abbreviation, with or without a point, stands for."""
    plain = name.rstrip(".")
    return MONTHS[language].get(plain) or SHORT_MONTHS[language][plain]


def any_of(words: Mapping[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))
