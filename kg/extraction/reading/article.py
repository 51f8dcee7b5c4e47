"""What reading a document gives: its text, what the file says about it, and how much may be read."""

from __future__ import annotations

from dataclasses import dataclass

from kg.language import Language


@dataclass(frozen=True, slots=True)
class Article:
    """A document's text and record; every offset into it is a code point of `text`.

    `published` is ISO 8601 as precise as the file tells ("2025", "2025-11", "2025-11-13"), None where it does not.
    `sha256` is of the file's bytes. `furniture` has the ranges that are page furniture, bylines, credits and links.
    """

    text: str
    title: str | None
    author: str | None
    publisher: str | None
    published: str | None
    language: Language
    url: str | None
    sha256: str
    where: str
    furniture: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a document is read before it is refused."""

    file_bytes: int = 50_000_000
    unpacked_bytes: int = 250_000_000
    pages: int = 2_000
    characters: int = 5_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """A document's text with what its format says about it, before options and guesses complete it."""

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()
