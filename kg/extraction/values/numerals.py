"""Numbers in a folded text: digits with their separators, number words, and collectives like "une centaine"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from text_to_num import text2num

from kg.extraction.expressions import Expression
from kg.extraction.values.lexicon import CLOSE
from kg.language import Language


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number where it stands; `grouped` if it is written with thousands separators or a decimal mark."""

    start: int
    end: int
    number: Decimal
    written: str
    words: bool = False
    grouped: bool = False
    approximate: bool = False


_DIGITS = Expression(
    r"(?<![\w.,/])(?<![a-z]-)(?:"
    r"[0-9]{1,3}(?:[ ][0-9]{3}){1,4}(?:[.,][0-9]{1,3})?(?![0-9])"
    r"|[0-9]{1,3}(?:[.,'][0-9]{3}){1,4}(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?"
    r"|[0-9]{1,15}(?:[.,][0-9]{1,6})?(?![0-9])"
    r")(?![.,/:'][0-9])"
)
_AFTER_CURRENCY = Expression(
    rf"(?:(?<=[€$£¥])|{'|'.join(f'(?<=[^a-z]{code})' for code in CLOSE)})[0-9]{{1,3}}(?:[., "
    r"][0-9]{3}){0,4}(?:[.,][0-9]{1,3})?(?![0-9])(?![.,/:'][0-9])"
)

_FR_UNITS = (
    r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|"
    r"quarante|cinquante|soixante|septante|huitante|octante|nonante|cents?|mille)"
)
_EN_UNITS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    r"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
_WORDS: Mapping[Language, Expression] = {
    "fr": Expression(rf"(?<![\w-])(?<![clmnsu]'){_FR_UNITS}(?:[ -](?:et[ -])?{_FR_UNITS}){{0,9}}(?!\w|-\w)(?!'\w)"),
    "en": Expression(
        rf"(?<![\w-])(?:an? (?=hundred|thousand))?{_EN_UNITS}(?:[ -](?:and[ -])?{_EN_UNITS}){{0,9}}(?!\w)"
    ),
}
_ROUND: Mapping[str, int] = {
    "demi-douzaine": 6, "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30,
    "quarantaine": 40, "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
    "half-dozen": 6, "half a dozen": 6, "dozen": 12, "half a million": 500_000, "demi-million": 500_000,
}  # fmt: skip
_THOUSANDS = 3  # digits between separators
_EXACT = frozenset({"douzaine", "dozen", "demi-douzaine", "half-dozen", "half a dozen"})
_COLLECTIVES: Mapping[Language, Expression] = {
    "fr": Expression(
        r"(?<![\w-])(?:(?P<many>une?|deux|trois|quatre|cinq|six) |(?:(?<=\b[ls]a )|(?<=\bleur )|(?<=\bcette ))(?=[a-z-]+ d[e']))(?P<round>demi-douzaine|dizaine|douzaine|quinzaine|"
        r"vingtaine|trentaine|quarantaine|cinquantaine|soixantaine|centaine|millier|demi-million)s?(?!\w)"
    ),
    "en": Expression(r"(?<![\w-])(?:(?P<many>an?|one|two|three|four|five|six) )?"
        r"(?P<round>half-dozen|half a dozen|half a million|dozen)(?!\w)"),
}  # fmt: skip
_MANY = {
    **dict.fromkeys(("a", "an", "un", "une", "one", None), 1),
    "deux": 2,
    "two": 2,
    "trois": 3,
    "three": 3,
    "quatre": 4,
    "four": 4,
    "cinq": 5,
    "five": 5,
    "six": 6,
}
_SCALE_AHEAD = Expression(
    r"[ -]?(?:millions?|milliards?|m€|md|mds|m|bn|b|billion|k€|meur|mds?€|k)(?![a-z])|[ ]?%|[ ]?pour ?cent|"
    r"[ ]?per ?cent"
)


def find(folded: str, language: Language) -> list[Numeral]:
    """Every number in reading order, the longest reading at each place."""
    found = [*_digits(folded, language), *_collectives(folded, language), *_words(folded, language)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Numeral] = []
    for numeral in found:
        if not kept or numeral.start >= kept[-1].end:
            kept.append(numeral)
    return kept


def _digits(folded: str, language: Language) -> Iterator[Numeral]:
    for pattern in (_DIGITS, _AFTER_CURRENCY):
        for match in pattern.finditer(folded):
            written = match[0]
            scaled = _SCALE_AHEAD.match(folded, match.end()) is not None
            number = _read(written, language, scaled=scaled)
            yield Numeral(*match.span(), number, written, grouped=not written.isdigit())


def _read(written: str, language: Language, *, scaled: bool) -> Decimal:
    """The number that digits and separators write; a lone mark before three digits is the language's to tell.

    "12.600" is twelve thousand and more in either language, "3.460 bn" and "1,250 milliard" are not thousands.
    """
    plain = written.replace(" ", "").replace("'", "")
    marks = [c for c in plain if c in ".,"]
    if not marks:
        return Decimal(plain)
    head, tail = plain.rsplit(marks[-1], 1)
    if len(set(marks)) == 1:
        decimal_mark = "," if language == "fr" else "."
        three = all(len(group) == _THOUSANDS for group in plain.split(marks[0])[1:]) and not head.startswith("0")
        if three and (len(marks) > 1 or not (scaled and marks[0] == decimal_mark)) and " " not in written:
            return Decimal(plain.replace(marks[0], ""))
    return Decimal(f"{head.replace('.', '').replace(',', '')}.{tail}")


def _collectives(folded: str, language: Language) -> Iterator[Numeral]:
    for match in _COLLECTIVES[language].finditer(folded):
        name = match["round"]
        number = Decimal(_MANY[match["many"]] * _ROUND[name])
        yield Numeral(*match.span(), number, match[0], words=True, grouped=True, approximate=name not in _EXACT)


def _words(folded: str, language: Language) -> Iterator[Numeral]:
    for match in _WORDS[language].finditer(folded):
        start, end, written = match.start(), match.end(), match[0]
        while written:
            number = _spoken(written, language)
            if number is not None:
                yield Numeral(start, end, number, written, words=True)
                break
            written = re.sub(r"(?:^|[ -](?:et[ -]|and[ -])?)[a-z]+$", "", written)
            end = start + len(written)


def _spoken(words: str, language: Language) -> Decimal | None:
    """The number that words say, or none where they are no number together."""
    try:
        return Decimal(text2num(re.sub(r"^an? ", "one ", words), language))
    except ValueError:
        return None
