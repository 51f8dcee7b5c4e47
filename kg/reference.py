"""The reference SHACL engine: pySHACL on a graph that parses each SPARQL query once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyoxigraph as ox
import pyshacl
import rdflib
from pyparsing import ParseBaseException
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from kg.memory import uncollected

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def report(data: Iterable[ox.Triple], shapes: Iterable[ox.Triple]) -> rdflib.Graph:
    """The validation report; ValueError or RuntimeError where the shapes are not SHACL that pySHACL can run."""
    found: rdflib.Graph
    try:
        _, found, _ = pyshacl.validate(
            _filled(_Graph(), data),
            shacl_graph=_filled(rdflib.Graph(), shapes),
            inplace=True,
            inference="none",
            do_owl_imports=False,
        )
    except ParseBaseException as error:
        raise ValueError(str(error)) from error
    return found


class _Graph(rdflib.Graph):
    """A graph in memory: pySHACL asks the text of a rule again for each focus node, and parsing is most of the cost."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: dict[str, Query] = {}

    def query(self, query_object: str | Query, *args: Any, **kwargs: Any) -> rdflib.query.Result:  # noqa: ANN401  rdflib's
        """As rdflib answers it."""
        if isinstance(query_object, str):
            if query_object not in self._parsed:
                self._parsed[query_object] = prepareQuery(query_object, initNs=dict(self.namespaces()))
            query_object = self._parsed[query_object]
        return super().query(query_object, *args, **kwargs)


def _filled(graph: rdflib.Graph, triples: Iterable[ox.Triple]) -> rdflib.Graph:
    with uncollected():
        for triple in triples:
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    return graph


def _term(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Identifier:
    """The same term, its lexical form as it is, and xsd:string left unsaid, as rdflib does."""
    if isinstance(node, ox.NamedNode):
        return rdflib.URIRef(node.value)
    if isinstance(node, ox.BlankNode):
        return rdflib.BNode(node.value)
    if isinstance(node, ox.Triple):
        raise TypeError("a quoted triple: kg.validate refuses them")
    datatype = None if node.language or node.datatype.value == _STRING else node.datatype.value
    return rdflib.Literal(
        node.value, lang=node.language, datatype=datatype and rdflib.URIRef(datatype), normalize=False
    )
