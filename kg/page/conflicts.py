"""Which properties of an entity have values that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Literal
from kg.page.rdf import Rdf, Term
from kg.terms import iri

_SINGLE = frozenset(
    iri(name)
    for name in [
        "schema:amount",
        "schema:currency",
        "schema:startDate",
        "schema:endDate",
        "rs:signedOn",
        "rs:adoptedOn",
        "rs:value",
        "rs:asOf",
        "rs:edition",
    ]
)
_DATES = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("gYear", "gYearMonth", "date"))


def disputed_properties(rdf: Rdf, subject: str) -> frozenset[str]:
    """The single-valued properties to which an entity gives two values that exclude each other."""
    return frozenset(p for p, objects in rdf.by_subject[subject].items() if p in _SINGLE and _exclude(objects))


def _exclude(objects: Iterable[Term]) -> bool:
    values = [o for o in objects if isinstance(o, Literal)]
    return any(not _agree(a, b) for i, a in enumerate(values) for b in values[i + 1 :])


def _agree(one: Literal, other: Literal) -> bool:
    """A month within a year is more precise, not another date."""
    if one.datatype in _DATES and other.datatype in _DATES:
        return one.value.startswith(other.value) or other.value.startswith(one.value)
    try:
        return float(one.value) == float(other.value)
    except ValueError:
        return one.value == other.value
