"""The graph in RDF syntaxes: the same triples give the same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg.export.view import View
from kg.terms import PREFIXES

Node = ox.NamedNode | ox.BlankNode


def ntriples(view: View) -> bytes:
    """N-Triples, sorted."""
    return "".join(f"{triple} .\n" for triple in view.triples).encode()


def rdfxml(view: View) -> bytes:
    """RDF/XML."""
    return _written(view.triples, ox.RdfFormat.RDF_XML)


def jsonld(view: View) -> bytes:
    """JSON-LD, expanded."""
    return _written(view.triples, ox.RdfFormat.JSON_LD) + b"\n"


def nquads(view: View) -> bytes:
    """N-Quads, a named graph for each source."""
    return "".join(sorted(f"{quad} .\n" for quad in _by_source(view))).encode()


def trig(view: View) -> bytes:
    """TriG, a named graph for each source, named as the source."""
    return _with_prefixes(_written(_by_source(view), ox.RdfFormat.TRIG))


def _by_source(view: View) -> Iterator[ox.Quad]:
    """Every triple in the graph of the source that it comes from, or of each where there are several.

    A source's graph holds its claims, their evidence and the facts that they state; the default graph holds what
    needs no claim: names and kinds, the ontology, and the records of the sources themselves.
    """
    graphs: dict[ox.Triple, set[Node]] = defaultdict(set)
    for claim in view.claims:
        if claim.source is None:
            continue
        graphs[claim.triple].add(claim.source)
        parts = [claim.iri] if claim.evidence is None else [claim.iri, claim.evidence]
        for part in parts:
            for triple in view.about(part):
                graphs[triple].add(claim.source)
                if triple.predicate.value == PREFIXES["oa"] + "hasSelector":
                    for detail in view.about(_node(triple.object)):
                        graphs[detail].add(claim.source)
    quads = [ox.Quad(t.subject, t.predicate, t.object, graph) for t in view.triples for graph in _names(graphs[t])]
    yield from sorted(quads, key=lambda quad: str(quad.graph_name))


def _names(sources: set[Node]) -> Iterator[Node | ox.DefaultGraph]:
    yield from sorted(sources, key=str)
    if not sources:
        yield ox.DefaultGraph()


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> ox.NamedNode | ox.BlankNode | ox.Triple:
    return ox.BlankNode() if isinstance(term, ox.Literal) else term


def _written(triples: Iterable[ox.Triple] | Iterable[ox.Quad], syntax: ox.RdfFormat) -> bytes:
    return ox.serialize(triples, format=syntax, prefixes=dict(PREFIXES)) or b""


def _with_prefixes(content: bytes) -> bytes:
    """The same with its prefixes in order: pyoxigraph writes them in none."""
    lines = content.split(b"\n")
    count = sum(line.startswith(b"@prefix ") for line in lines)  # they stand first; no literal holds a line break
    return b"\n".join([*sorted(lines[:count]), *lines[count:]])
