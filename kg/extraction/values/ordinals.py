"""Ordinals and editions: "4èmes Rencontres", "7e édition", "3rd edition", "deuxième", "n° 1"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from kg.extraction.expressions import Expression
from kg.extraction.values import nouns
from kg.extraction.values.folding import Prose
from kg.extraction.values.quantities import Reading
from kg.extraction.values.value import Value
from kg.extraction.values.wordlists import listed
from kg.language import Language

_FR = listed(
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme "
    "douzieme treizieme "
    "quatorzieme quinzieme seizieme dix-septieme dix-huitieme dix-neuvieme vingtieme"
)
_EN = listed(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENS_FR = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_TENS_EN = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60}
_WORDS: Mapping[Language, Mapping[str, int]] = {
    "fr": {
        **{word: n for n, word in enumerate(_FR, 1)},
        "premiere": 1, "second": 2, "seconde": 2,
        **{f"{tens}ieme".replace("eieme", "ieme"): n for tens, n in _TENS_FR.items()},
        **{f"{tens}-et-unieme": n + 1 for tens, n in _TENS_FR.items()},
        **{ (
            f"{tens}-{word}"
        ): n + unit for tens, n in _TENS_FR.items() for unit, word in enumerate(_FR[:9], 1) if unit > 1},
    },
    "en": {
        **{word: n for n, word in enumerate(_EN, 1)},
        **{f"{tens[:-1]}ieth": n for tens, n in _TENS_EN.items()},
        **{f"{tens}-{word}": n + unit for tens, n in _TENS_EN.items() for unit, word in enumerate(_EN[:9], 1)},
    },
}  # fmt: skip
_SPELT: Mapping[Language, Expression] = {
    language: Expression(rf"(?<![\w-])(?P<word>{'|'.join(sorted(words, key=len, reverse=True))})s?(?![\w'])(?!-[a-z])")
    for language, words in _WORDS.items()
}
_WRITTEN: Mapping[Language, Expression] = {
    "fr": Expression(r"(?<![\w.,-])(?P<number>[0-9]{1,3}) ?(?:ere?s?|res?|nde?s?|(?:i?eme|e)s?)(?![\w'])"),
    "en": Expression(r"(?<![\w.,-])(?P<number>[0-9]{1,3})(?:st|nd|rd|th)(?!\w)"),
}
_ROMAN = Expression(r"(?<![\w.])(?P<number>[IVX]{1,7})(?:ère|re|er|nde?|[eè]mes?|es?|ᵉ)(?!\w)")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
NUMBER_ONE = Expression(
    r"(?<![\w])(?:n ?[°o]\.? ?(?=[1-9])|numero |number )(?P<number>un|deux|trois|one|two|three|[1-9])(?![\w.,]| ?[0-9])"
)
_SPOKEN = {"un": 1, "one": 1, "deux": 2, "two": 2, "trois": 3, "three": 3}
_NONE = Expression(
    r"(?:[ -](?:ministres?|minister|fois|lieu|abord|cas|plan|classe|siecles?|century|centuries|time|place,|"
    r"half|part|aid|party|"
    r"parties|hand|glance|trimestre|semestre|quarter|thing|degre|vice-president|temps|responders?|person))(?![a-z])"
)
_RISES = Expression(
    r"(?<![a-z])(?:hiss|plac|class|rang|arriv|figur|situ|mont|pass|propuls|maint)[a-z]*(?: [a-z]+){0,3} au \Z"
)
_AT_FIRST = Expression(r"(?:(?<![a-z])(?:en|at|per|dans un|par|un|une|from the|au) )\Z")


def read(prose: Prose) -> Iterator[Reading]:
    """Every ordinal, with the noun that it numbers; a century or a prime minister is none."""
    for match in _WRITTEN[prose.language].finditer(prose.folded):
        yield _reading(prose, match, int(match["number"]))
    for match in NUMBER_ONE.finditer(prose.folded):
        spoken = match["number"]
        yield _reading(prose, match, _SPOKEN.get(spoken) or int(spoken))
    if prose.language == "fr":
        for match in _ROMAN.finditer(prose.text):
            yield _reading(prose, match, _roman(match["number"]))
    yield from _spelt(prose)


def _spelt(prose: Prose) -> Iterator[Reading]:
    for match in _SPELT[prose.language].finditer(prose.folded):
        word = match["word"]
        number = _WORDS[prose.language][word]
        several = len(match[0]) > len(word)
        vague = number == 1 or word in ("second", "seconde")
        if vague and (several or _AT_FIRST.search(prose.before(match.start(), 12))) and not _at_rank(prose, match):
            continue
        reading = _reading(prose, match, number)
        if reading.value is None or not vague or reading.value.noun:
            yield reading


def _at_rank(prose: Prose, match: re.Match[str]) -> bool:
    """As in "se hisse au premier rang des laboratoires"."""
    told = prose.folded.startswith((" rang", " plan d"), match.end())
    return told and bool(_RISES.search(prose.before(match.start(), 40)))


def _reading(prose: Prose, match: re.Match[str], number: int) -> Reading:
    start, end = match.span()
    if number == 0 or _NONE.match(prose.folded, end):
        return Reading(start, end, None)
    noun = nouns.named(prose, end) or nouns.part_of(prose, end)
    return Reading(start, end, Value("ordinal", start, end, Decimal(number), noun=noun.word if noun else None))


def _roman(numeral: str) -> int:
    """The number that Roman digits write; 0 for a jumble such as IIIX."""
    digits = [_ROMAN_DIGITS[c] for c in numeral]
    total = sum(-d if d < max(digits[i:]) else d for i, d in enumerate(digits))
    return total if numeral == _in_roman(total) else 0


def _in_roman(number: int) -> str:
    written = ""
    for value, digits in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            written, number = written + digits, number - value
    return written
