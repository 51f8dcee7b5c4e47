"""Shares said in words: "un tiers des effectifs", "half of", "un emploi sur quatre"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from kg.extraction.expressions import Expression
from kg.extraction.values import lexicon, nouns
from kg.extraction.values.folding import Prose
from kg.extraction.values.quantities import Reading
from kg.extraction.values.value import Value
from kg.language import Language

_PARTS: Mapping[Language, Mapping[str, int]] = {
    "fr": {"tiers": 3, "quart": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "dixieme": 10,
        "centieme": 100},
    "en": {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10},
}  # fmt: skip
_NUMBERS: Mapping[str, int] = {
    **dict.fromkeys(("un", "une", "le", "a", "one", "1"), 1), **dict.fromkeys(("deux", "les deux", "two", "2"), 2),
    **dict.fromkeys(("trois", "les trois", "three", "3"), 3), **dict.fromkeys(("quatre", "four", "4"), 4),
    **dict.fromkeys(("cinq", "five", "5"), 5), **dict.fromkeys(("six", "6"), 6),
    **dict.fromkeys(("sept", "seven", "7"), 7), **dict.fromkeys(("huit", "eight", "8"), 8),
    **dict.fromkeys(("neuf", "nine", "9"), 9), **dict.fromkeys(("dix", "ten", "10"), 10),
    "onze": 11, "douze": 12, "quinze": 15, "trente": 30,
    **dict.fromkeys(("vingt", "twenty", "20"), 20), **dict.fromkeys(("cent", "hundred", "a hundred", "100"), 100),
}  # fmt: skip
_N = r"un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix"
_M = r"one|two|three|four|five|six|seven|eight|nine|ten"
_FRACTION: Mapping[Language, Expression] = {
    "fr": Expression(
        r"(?<![\w-])(?<![clmnsu]')(?:(?P<many>un|le|les deux|les trois|deux|trois|quatre|2|3|[1-9](?=/))[ -]"
        r"(?P<part>tiers|quart|cinquieme|sixieme|septieme|huitieme|dixieme|centieme)s?|(?P<half>la moitie|"
        r"moitie(?= des? | du )))"
        r"(?![\w-]| temps| d'heure| de finale)"
    ),
    "en": Expression(
        r"(?<![\w-])(?:(?P<many>one|two|three|four|a)[ -](?P<part>third|quarter|fifth|sixth|eighth|tenth)s?"
        r"|(?P<half>(?:one[ -]|a )?half(?= of | the | its | their )))(?![\w-]| a million| century| hour| finals?)"
    ),
}
_ONE_IN: Mapping[Language, Expression] = {
    "fr": Expression(
        rf"(?<![\w.,-])(?P<many>{_N}|[1-9][0-9]?) (?:(?P<noun>[a-z][a-z-]{{2,25}}) (?:[a-z][a-z-]{{2,25}} ){{0,2}})?sur "
        rf"(?P<of>{_N}|onze|douze|quinze|vingt|trente|cent|[1-9][0-9]{{0,2}})(?![\w.,]?\w| ?%| [a-z]+s(?![a-z]))"
    ),
    "en": Expression(
        rf"(?<![\w.,-])(?P<many>{_M}|[1-9]) (?:(?P<noun>[a-z]{{3,20}}) )?(?:in (?:every )?|out of (?:every )?)"
        rf"(?P<of>{_M}|twenty|a hundred|[1-9][0-9]?0?)(?![\w,.]?\w| years| months| days| weeks)"
    ),
}
_UNCOUNTED = frozenset({"jours", "heures", "heure", "jour", "mois"})
_NEEDS_A_WHOLE = frozenset({"a", "le", "les deux", "les trois"})
_THOUSANDTH = Decimal("0.001")


def read(prose: Prose) -> Iterator[Reading]:
    """Every share that is said in words, as a fraction to the thousandth."""
    for match in _FRACTION[prose.language].finditer(prose.folded):
        many, part = match["many"], match["part"]
        noun = nouns.part_of(prose, match.end())
        if noun is None and many in _NEEDS_A_WHOLE:
            continue
        fraction = Decimal("0.5") if match["half"] else Decimal(_number(many)) / _PARTS[prose.language][part]
        yield _reading(prose, match, fraction, noun.word if noun else None)
    for match in _ONE_IN[prose.language].finditer(prose.folded):
        many, of = _number(match["many"]), _number(match["of"])
        if many < of and match["noun"] not in _UNCOUNTED:
            yield _reading(prose, match, Decimal(many) / of, _one_of(prose, match))


def _one_of(prose: Prose, match: re.Match[str]) -> str | None:
    """The noun of "un emploi sur quatre", or of "one in four jobs"."""
    if match["noun"]:
        return prose.text[slice(*match.span("noun"))].lower()
    after = nouns.named(prose, match.end()) if prose.language == "en" else None
    return after.word if after else None


def _number(word: str) -> int:
    return _NUMBERS[word] if word in _NUMBERS else int(word)


def _reading(prose: Prose, match: re.Match[str], fraction: Decimal, noun: str | None) -> Reading:
    start, end = match.span()
    hedged = lexicon.APPROXIMATE[prose.language].search(prose.before(start)) is not None
    number = fraction.quantize(_THOUSANDTH, ROUND_HALF_EVEN)
    return Reading(start, end, Value("share", start, end, number, noun=noun, approximate=hedged))
