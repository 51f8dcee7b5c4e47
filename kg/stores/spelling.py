"""Numbers, booleans, dates and durations as they are written: some stores keep their value and forget the spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kg.answers import Row, Term
from kg.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_STRING = _XSD + "string"
_DECIMAL = ox.NamedNode(_XSD + "decimal")
_DURATIONS = frozenset(_XSD + name for name in ("duration", "dayTimeDuration", "yearMonthDuration"))
_NUMBER = re.compile(r"(-?)([0-9]{1,15})(\.[0-9]{1,9})?")
_SUBJECT = ox.NamedNode("urn:x")
_RUN = 100_000
_KEPT = 10_000


def by_value(found: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """The triples with every literal as the embedded engine spells it, in no order: equal values are equal terms.

    That engine keeps values too: `30000000.0` comes back as `30000000`, and `xsd:int` as `xsd:integer`.
    """
    quads = iter(found)
    while run := [_with(quad, _as_duration(quad.object)) for quad in islice(quads, _RUN)]:
        store = ox.Store()
        store.bulk_extend(run)
        for quad in store:
            yield quad.triple


def rows(found: Iterable[Row]) -> Iterator[Row]:
    """The rows with every literal as the embedded engine spells it, in their order."""
    known: dict[ox.Literal, ox.Literal] = {}
    for row in found:
        if len(known) > _KEPT:
            known.clear()
        yield tuple(_canonical(term, known) for term in row)


def ours(found: Iterable[ox.Triple]) -> Iterator[ox.Triple]:
    """The triples of a store that keeps values, with decimals and durations spelt as our files spell them.

    A decimal has a point (`30000000.0`), a duration is ISO 8601 (`P3D`, where Virtuoso says `259200.0`).
    """
    for triple in found:
        value = triple.object
        if isinstance(value, ox.Literal):
            if value.datatype == _DECIMAL and value.value.removeprefix("-").isdecimal():
                value = ox.Literal(f"{value.value}.0", datatype=_DECIMAL)
            elif value.datatype.value in _DURATIONS:
                value = _spelt(_as_duration(value))
            yield ox.Triple(triple.subject, triple.predicate, value)
        else:
            yield triple


def _canonical(term: Term | None, known: dict[ox.Literal, ox.Literal]) -> Term | None:
    if not isinstance(term, ox.Literal) or term.datatype.value == _STRING or not term.datatype.value.startswith(_XSD):
        return term
    if term not in known:
        known[term] = _spelt(_as_duration(term))
    return known[term]


def _spelt(literal: Term) -> ox.Literal:
    store = ox.Store()
    store.add(ox.Quad(_SUBJECT, _SUBJECT, literal))
    return next(quad.object for quad in store if isinstance(quad.object, ox.Literal))


def _as_duration(term: Term) -> Term:
    """A duration that Virtuoso shows as a number, of months, or of seconds where it has a point."""
    if not isinstance(term, ox.Literal) or term.datatype.value not in _DURATIONS:
        return term
    found = _NUMBER.fullmatch(term.value)
    if found is None:
        return term
    sign, whole, rest = found.groups()
    return ox.Literal(f"{sign}PT{whole}{rest}S" if rest else f"{sign}P{whole}M", datatype=term.datatype)


def _with(quad: ox.Quad, value: Term) -> ox.Quad:
    return quad if value is quad.object else ox.Quad(quad.subject, quad.predicate, value, quad.graph_name)
