"""The tables that ship with the package: official divisions, well-known names, adjectives of place, first names."""

from __future__ import annotations

import gzip
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Literal, cast

_WORD = re.compile(r"\w+")
NameKind = Literal["P", "O", "L", "F", "S", "E", "G", "T"]
"""Person, organisation, place, facility, other asset, event, agreement, strategy."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A known name: what kind of thing bears it, and the name it goes by."""

    kind: NameKind
    sort: str
    label: str
    iri: str | None = None
    size: int = 0
    labelled: bool = False


@lru_cache(maxsize=65_536)
def plain(text: str) -> str:
    """Text without accents, in lower case: what names are compared by."""
    flat = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in flat if not unicodedata.combining(c)).casefold()


def file(name: str) -> Traversable:
    """The file of a table."""
    return resources.files("kg.extraction") / "tables" / name


def packed(name: str) -> list[str]:
    """The lines of a packed table."""
    return gzip.decompress(file(name).read_bytes()).decode("utf-8").splitlines()


def words(text: str) -> list[str]:
    """The words of a text, made plain.

    >>> words("L'Île-de-France")
    ['l', 'ile', 'de', 'france']
    """
    return _WORD.findall(plain(text))


def alike(one: object, other: object) -> bool:
    """Whether two values are one, or one name has all the words of the other.

    >>> alike("Région Bretagne", "Bretagne"), alike("Bretagne", "Normandie"), alike(2, 2.0)
    (True, False, True)
    """
    if not isinstance(one, str) or not isinstance(other, str):
        return one == other
    these, those = _bag(one), _bag(other)
    return these <= those or those <= these


@lru_cache(maxsize=65_536)
def _bag(text: str) -> frozenset[str]:
    """The words of a text without their order: kept, as a long text compares each name with each."""
    return frozenset(words(text))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table by their cells, without comments."""
    for row in file(name).read_text(encoding="utf-8").splitlines():
        if row and not row.startswith("#"):
            yield row.split("\t")


@cache
def first_names() -> frozenset[str]:
    """Frequent first names, made plain."""
    return frozenset(plain(row[0]) for row in rows("firstnames.txt"))


@cache
def peoples() -> dict[str, tuple[str, str]]:
    """Adjectives of place, each form made plain, with the place and its sort."""
    forms: dict[str, tuple[str, str]] = {}
    for stem, place, sort in rows("people_of.tsv"):
        for form in _forms(stem):
            forms[plain(form)] = (place, sort)
    return forms


def place_of(people: str) -> tuple[str, str] | None:
    """The place that an adjective means, and its sort: Cannes and commune for "cannoise"."""
    return peoples().get(plain(people))


def _forms(stem: str) -> set[str]:
    if stem.endswith(("en", "on")):
        return {stem, stem + "s", stem + "ne", stem + "nes"}
    if stem == "andalou":
        return {"andalou", "andalous", "andalouse", "andalouses"}
    if stem.endswith("e"):
        return {stem, stem + "s"}
    if stem.endswith("eau"):
        return {stem, stem + "x", stem[:-3] + "elle", stem[:-3] + "elles"}
    if stem.endswith("s"):
        return {stem, stem + "e", stem + "es"}
    return {stem, stem + "s", stem + "e", stem + "es"}


def known() -> Iterator[tuple[str, Entry]]:
    """Every well-known name with what it names, other names included."""
    for row in rows("names.tsv"):
        kind, sort, label, *others = row
        entry = Entry(cast("NameKind", kind), sort, label, labelled=True)
        yield label, entry
        for other in others[0].split("|") if others and others[0] else ():
            yield other, Entry("L", sort, other) if kind == "L" else entry


@cache
def _divisions() -> list[str]:
    return packed("divisions.tsv.gz")


def divisions(beginning: str) -> Iterator[tuple[str, Entry]]:
    """French regions, departments, communes and groupings whose plain name begins with these words, two or its only one."""
    rows = _divisions()
    for at in range(bisect_left(rows, f"{beginning}\t"), len(rows)):
        begins, kind, sort, name, label, _, _, people = rows[at].split("\t")
        if begins != beginning:
            return
        yield name, Entry(cast("NameKind", kind), sort, label or name, size=int(people or 0))
