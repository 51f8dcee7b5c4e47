"""What the page shows, as plain values: entities, statements, claims, passages, sources, lines, groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model import Literal


@dataclass(frozen=True, slots=True)
class Names:
    """A name in each language in which it is known; "" holds a name without a language."""

    by_language: Mapping[str, str]

    def best(self, language: str = "fr") -> str:
        """The name to show to a reader of `language`."""
        order = (language, "", "fr", "en", *sorted(self.by_language))
        return next(self.by_language[tag] for tag in order if tag in self.by_language)


@dataclass(frozen=True, slots=True)
class Statement:
    """A triple, with the claims that state it (indices); asserted unless all of them were set aside."""

    subject: str
    predicate: str
    object: str | Literal
    claims: tuple[int, ...] = ()
    asserted: bool = True
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says a statement, in which passage, in which mode, and how it was read."""

    passage: int | None
    asserted_by: str | None
    mode: str
    status: str
    method: str
    direct_quotation: bool = False
    confidence: str | None = None
    rule: str | None = None
    anchor: Literal | None = None
    alternatives: tuple[Literal, ...] = ()
    notes: tuple[Literal, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source with what stands around them."""

    source: str
    prefix: str
    exact: str
    suffix: str
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Source:
    """A document: its title, address and date, and how far the date is known."""

    iri: str
    title: str
    publisher: str | None
    published: Literal | None
    basis: str
    notes: tuple[Literal, ...]
    url: str | None
    language: str | None
    copy_of: str | None


@dataclass(frozen=True, slots=True)
class Point:
    """Where an entity is on the map; not `exact` where only its region is known."""

    x: float
    y: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Entity:
    """Something with a name; `place` is "node", "detail" (drawn only when asked for) or "never"."""

    iri: str
    kind: str
    names: Names
    aliases: tuple[str, ...]
    codes: tuple[tuple[str, str], ...]
    place: str
    date: str | None = None
    amount: float | None = None
    point: Point | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """What ties two drawn entities: indices of statements, a membership's included."""

    start: str
    end: str
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property, as its reader calls it."""

    iri: str
    names: Names
    comment: Names | None = None


@dataclass(frozen=True, slots=True)
class View:
    """All that one page shows."""

    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]
    lines: tuple[Line, ...]
    terms: Mapping[str, Term] = field(default_factory=dict)
