"""Numbers, booleans and dates spelt as the embedded engine spells them, so that stores compare by value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from kg.answers import Row, Term
from kg.terms import PREFIXES

_XSD = PREFIXES["xsd"]
_STRING = _XSD + "string"
_SUBJECT = ox.NamedNode("urn:x")
_RUN = 100_000
_KEPT = 10_000


def triples(found: Iterable[ox.Quad]) -> Iterator[ox.Triple]:
    """The triples with every literal spelt canonically; in no order.

    Stores keep a number's value and forget how it was written (`30000000.0` comes back as `30000000`), and some
    forget which integer it was (`xsd:int`): the engine that reads local graphs does the same.
    """
    quads = iter(found)
    while run := list(islice(quads, _RUN)):
        store = ox.Store()
        store.bulk_extend(run)
        for quad in store:
            yield quad.triple


def rows(found: Iterable[Row]) -> Iterator[Row]:
    """The rows with every literal spelt canonically, in their order."""
    known: dict[ox.Literal, ox.Literal] = {}
    for row in found:
        if len(known) > _KEPT:
            known.clear()
        yield tuple(_canonical(term, known) for term in row)


def _canonical(term: Term | None, known: dict[ox.Literal, ox.Literal]) -> Term | None:
    if not isinstance(term, ox.Literal):
        return term
    kind = term.datatype.value
    if kind == _STRING or not kind.startswith(_XSD):
        return term
    if term not in known:
        store = ox.Store()
        store.add(ox.Quad(_SUBJECT, _SUBJECT, term))
        known[term] = next(quad.object for quad in store if isinstance(quad.object, ox.Literal))
    return known[term]
