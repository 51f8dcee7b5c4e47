"""What flows through the system: documents, entities, passages and claims, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal as OneOf
from typing import NewType

Iri = NewType("Iri", str)
"""An absolute IRI, unabbreviated."""

Mode = OneOf["stated", "planned", "ambition", "selfClaim"]
Status = OneOf["accepted", "disputed", "superseded", "rejected", "proposed"]
Method = OneOf["curated", "extracted"]
DateBasis = OneOf["stated", "external", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Literal:
    """An RDF literal: its lexical form, with a datatype IRI or a language tag (not both)."""

    value: str
    datatype: str = "http://www.w3.org/2001/XMLSchema#string"
    language: str = ""


@dataclass(frozen=True, slots=True)
class Triple:
    """A subject, a predicate and an object."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal


@dataclass(frozen=True, slots=True)
class Original:
    """The source's own text, where it has been held: never copied, only pointed into.

    `passages` has one (start, end) range of code points for each paragraph of the retelling.
    """

    sha256: str
    length: int
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A source's record and its retelling; `text` is what offsets count in, in code points.

    A source that only an extracted file describes has no text here, only its `length` and the SHA-256 of its file.
    """

    iri: Iri
    title: str
    publisher: Iri
    language: str
    kind: OneOf["news", "work"]
    text: str | None
    length: int
    where: str
    url: str | None = None
    published: Literal | None = None
    published_basis: DateBasis = "stated"
    published_note: tuple[Literal, ...] = ()
    retelling_language: str = "fr"
    retold_by: str | None = None
    copy_of: Iri | None = None
    original: Original | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that has a name: its kind, labels, codes and place, and the reference for them."""

    iri: Iri
    kind: Iri
    facts: tuple[Triple, ...]
    where: str
    method: Method = "curated"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of one document that claims rest on; offsets are code points of its text."""

    iri: Iri
    source: Iri
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a value was worked out rather than read: the rule, the date it starts from, other readings."""

    rule: Iri
    anchor: Literal | None = None
    alternatives: tuple[Literal, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple as one passage states it."""

    triple: Triple
    evidence: Evidence
    asserted_by: Iri
    mode: Mode = "stated"
    status: Status = "accepted"
    method: Method = "curated"
    direct_quotation: bool = False
    derivation: Derivation | None = None
    confidence: Decimal | None = None
    notes: tuple[Literal, ...] = field(default=())

    @property
    def asserted(self) -> bool:
        """Whether the triple stands in the fact layer."""
        return self.status in ("accepted", "disputed")


@dataclass(frozen=True, slots=True)
class Decision:
    """Somebody's verdict on two names, amounts, claims or sources, with the reason."""

    iri: Iri
    kind: str
    compared: tuple[str, str]
    verdict: str
    by: str
    why: str
    where: str
