"""The graph as a network for Gephi, Cytoscape or igraph: entities joined by what sources state of them."""

from __future__ import annotations

import io
import re
from collections import defaultdict

import networkx as nx
import pyoxigraph as ox

from kg.export.view import TYPE, Claim, View
from kg.terms import curie

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_CLOCK = re.compile(rb' lastmodifieddate="[^"]*"')


def graphml(view: View) -> bytes:
    """GraphML: a directed multigraph, an edge a fact between two entities."""
    found = io.BytesIO()
    nx.write_graphml_xml(network(view), found, encoding="utf-8", prettyprint=True, named_key_ids=True)
    return found.getvalue() + b"\n"


def gexf(view: View) -> bytes:
    """GEXF 1.2, without the date of the day that networkx puts in it."""
    found = io.BytesIO()
    nx.write_gexf(network(view), found, encoding="utf-8", prettyprint=True, version="1.2draft")
    return _CLOCK.sub(b"", found.getvalue()) + b"\n"


def network(view: View) -> nx.MultiDiGraph:
    """Entities with their names, kind and values; facts with the claims and sources that they rest on."""
    claims: dict[ox.Triple, list[Claim]] = defaultdict(list)
    for claim in view.claims:
        claims[claim.triple].append(claim)
    found = nx.MultiDiGraph()
    entities = set(view.entities)
    for entity in view.entities:
        found.add_node(entity.value, **_node(view, entity))
    for fact in view.facts:
        if fact.predicate != TYPE and fact.object in entities and not isinstance(fact.subject, ox.Triple):
            name = curie(fact.predicate.value)
            about = _edge(view, name, claims[fact])
            found.add_edge(fact.subject.value, fact.object.value, key=name, **about)  # type: ignore[union-attr]
    return found


def _node(view: View, entity: ox.NamedNode | ox.BlankNode) -> dict[str, str]:
    values: dict[str, list[str]] = defaultdict(list)
    for triple in view.about(entity):
        if isinstance(triple.object, ox.Literal):
            name = curie(triple.predicate.value)
            if name != "rdfs:label":
                values[name].append(triple.object.value)
    found = {
        "label": view.label(entity, "en") or curie(entity.value),
        "label_fr": view.label(entity, "fr"),
        "kind": next(view.kinds(entity), ""),
    }
    found |= {_attribute(name): " | ".join(texts) for name, texts in values.items()}
    return {name: _ILLEGAL.sub(" ", text) for name, text in found.items()}


def _edge(view: View, name: str, claims: list[Claim]) -> dict[str, str | int]:
    sources = sorted({claim.source.value for claim in claims if claim.source is not None})
    dates = sorted({view.text(c.source, "schema:datePublished") for c in claims} - {""})
    return {
        "label": name,
        "claims": len(claims),
        "independent_sources": len(sources),
        "sources": " ".join(sources),
        "first_published": dates[0] if dates else "",
    }


def _attribute(name: str) -> str:
    """A property's short name as an attribute: GraphML readers take no colon.

    >>> _attribute("schema:amount")
    'schema_amount'
    """
    return re.sub(r"\W+", "_", name).strip("_")
