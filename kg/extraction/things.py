"""Names that the words beside them make a satellite, a launcher or a plant: "Aéla, un nanosatellite", "les fusées A et B"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.settle import KIND_OF, OCCASION
from kg.extraction.tables import NameKind, first_names, plain

_UP = "A-ZÀ-ÖØ-Þ"
_NAME = rf"(?:[{_UP}][\w'-]*\w(?: (?:[{_UP}][\w-]*|\d+)){{0,4}})"
_NOUNS: tuple[tuple[NameKind, str, str], ...] = (
    ("S", "satellite", r"(?:(?:nano|micro|mini|petit )?-?satellite|cube-?sat|nanosat|sonde|rover|spacecraft|probe)"),
    ("S", "launcher", r"(?:(?:micro|mini|petit )?-?lanceur|(?:mini-?)?fusée|rocket|launcher|launch vehicle)"),
    ("S", "constellation", r"constellation"),
    ("F", "facility", r"(?:usine|port spatial|spaceport|pas de tir|banc d'essais?|salle blanche|station (?:au )?sol|ground station|launch (?:pad|site))"),
)  # fmt: skip
_OCCASION_NAMED = re.compile(
    rf"(?<![\w'-])(?:[Ss]on|[Ss]a|[Ll]eur|[Nn]otre|[Uu]ne?|[Ii]ts|[Tt]heir|[Oo]ur|[Aa]n?|annual) {OCCASION}{KIND_OF}, (?:[«\"] ?)?(?P<name>{_NAME})(?= ?[,.»\"(:]| [–-] )"
)
"""An occasion and its name: "son colloque annuel, Nextspace, ..."."""
_ADJECTIVE = r"(?:(?:nouve(?:au|lle)|futur|future|premi(?:er|ère)|petite?|grande?|new|first|small) )?"
_CALLED = r"(?:(?:pré|dé|sur)?nommée?|baptisée?|appelée?|intitulée?|called|named|dubbed)"
_PEOPLES = re.compile(r"(?:\w+(?:an|ish|ese)|French|Dutch|Swiss|Greek|Welsh|Czech|US|UK|EU)s?$")
"""Nationalities are written like names in English: "the Scottish launcher"."""
_BEGINS = re.compile(r"(?:^|[.!?»:•–\n]\s*)$")
_HOW_MANY = 2


def find(text: str) -> Iterator[tuple[int, int, NameKind, str]]:
    """Every name that an apposition, a naming or a list makes a thing of some sort; they may overlap."""
    for pattern in (_apposed(OCCASION), _called(OCCASION + KIND_OF), _OCCASION_NAMED):
        for match in pattern.finditer(text):
            if _names(text, match):
                yield match.start("name"), match.end("name"), "E", "fair"
    for kind, sort, noun in _NOUNS:
        for pattern in (_apposed(noun), _called(noun), _english(noun)):
            for match in pattern.finditer(text):
                if _names(text, match):
                    yield match.start("name"), match.end("name"), kind, sort
        for match in _listed(noun).finditer(text):
            for name in re.finditer(_NAME, match["names"]):
                start = match.start("names") + name.start()
                yield start, start + len(name.group()), kind, sort


def _apposed(noun: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w'-])(?P<name>{_NAME}) ?[»\"]?, (?:son|sa|le|la|un|une|the|an?|its) {_ADJECTIVE}{noun}(?![\w'-])(?! {_NAME})"
    )


def _called(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){noun}(?: [a-zà-ÿ]+)?,? {_CALLED} [«\"]? ?(?P<name>{_NAME})")


def _english(noun: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:the|The|its|an?|\w+'s) (?P<name>{_NAME}) {noun}(?![\w-])")


def _listed(noun: str) -> re.Pattern[str]:
    plural = rf"{noun}s"
    return re.compile(
        rf"(?<![\w-]){plural}(?: [a-zà-ÿ]+)?,? (?:(?:comme|tels? que|telles que|such as|like) )?(?P<names>{_NAME}(?:, {_NAME}){{0,8}},? (?:et|ou|and|or) {_NAME})"
    )


def _names(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised word is a name: not the first word of its sentence alone, a person or a people."""
    name = match["name"]
    if plain(name.split(" ")[0]) in first_names() or _PEOPLES.search(name):
        return False
    first = _BEGINS.search(text[max(0, match.start("name") - 4) : match.start("name")])
    return not first or bool(re.search(r"\d|[a-zà-ÿ][A-Z]|^[A-Z]{2}", name)) or len(name.split()) >= _HOW_MANY
