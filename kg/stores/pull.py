"""A graph of a store, brought back as a file: the same triples give the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg import rdf
from kg.answers import Term
from kg.errors import Refused
from kg.language import Text
from kg.model import Iri, Literal, Triple
from kg.stores import canonical, replies
from kg.stores.canonical import Canonical
from kg.stores.endpoint import Endpoint

_MOST_ORDERED = 2_000_000


def fetch(store: Endpoint, graph: str, folder: Path) -> Canonical:
    """The triples of a graph, canonical, in a file of `folder`; raises Refused where there are none."""
    found = canonical.of(store.get(graph), folder / "pulled")
    counted = store.count(graph)
    if found.count == 0:
        raise Refused(
            Text(
                en=f"{replies.place(store.connection.url)}: there is nothing in {_name(graph).en}.",
                fr=f"{replies.place(store.connection.url)} : il n'y a rien dans {_name(graph).fr}.",
            ),
            Text(en="Name another graph with --name.", fr="Nommez un autre graphe avec --name."),
        )
    if counted not in (None, found.count):
        raise Refused(
            Text(
                en=f"{replies.place(store.connection.url)}: {counted} triples are there, {found.count} came.",
                fr=f"{replies.place(store.connection.url)} : il y a {counted} triplets, {found.count} sont arrivés.",
            ),
            Text(
                en="The store cuts its answers, or the graph is changing: try again.",
                fr="L'entrepôt coupe ses réponses, ou le graphe change : réessayez.",
            ),
        )
    return found


def turtle(found: Canonical) -> bytes:
    """The triples as Turtle, in our own order where there are no blank nodes."""
    quads = ox.parse(path=found.path, format=ox.RdfFormat.N_TRIPLES)
    if found.blank or found.terms or found.count > _MOST_ORDERED:
        return ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.TURTLE) or b""
    return rdf.write(_plain(quads))


def _plain(quads: Iterable[ox.Quad]) -> Iterator[Triple]:
    for quad in quads:
        yield Triple(_iri(quad.subject), Iri(quad.predicate.value), _object(quad.object))


def _object(term: Term) -> Iri | Literal:
    if not isinstance(term, ox.Literal):
        return _iri(term)
    language = term.language or ""
    return Literal(term.value, "" if language else term.datatype.value, language)


def _iri(term: Term) -> Iri:
    if isinstance(term, ox.NamedNode):
        return Iri(term.value)
    raise TypeError(term)


def _name(graph: str) -> Text:
    return Text(en=f"<{graph}>", fr=f"<{graph}>") if graph else Text(en="its default graph", fr="son graphe par défaut")
