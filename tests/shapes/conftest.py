"""The base graph and its variants: types by subclass closure, a claim with its passage for each fact."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

HERE = Path(__file__).resolve().parent
ONTOLOGY = HERE.parent.parent / "ontology"
RS = "https://w3id.org/regional-space/def#"
ID = "https://w3id.org/regional-space/id/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
TYPE = ox.NamedNode(RDF + "type")

COMPLETE = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rs: <https://w3id.org/regional-space/def#>
INSERT { ?node a ?parent } WHERE { ?node a ?class . ?class rdfs:subClassOf+ ?parent . FILTER(?class != rs:Source) }
"""
UNCLAIMED = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rs: <https://w3id.org/regional-space/def#>
SELECT ?s ?p ?o WHERE {
    ?s a ?class ; ?p ?o . ?class rs:entityClass true .
    FILTER NOT EXISTS { ?p rs:registryProperty true }
    FILTER NOT EXISTS { ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }
} ORDER BY ?s ?p ?o
"""
CLAIM = """
@prefix id: <https://w3id.org/regional-space/id/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rs: <https://w3id.org/regional-space/def#> .
id:claim-{n} a rs:Claim , rdf:Statement ; rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ;
    rs:evidence id:ev-bob ; rs:assertedBy id:org-press ; rs:mode rs:stated ; rs:status rs:accepted ;
    rs:method rs:curated ;
    rs:directQuotation false ; prov:wasGeneratedBy id:activity-curation .
"""


def assemble(case: dict[str, Any] | None = None) -> bytes:
    """The base graph as Turtle, changed as a case says.

    The head of cases.toml tells what a case may hold.
    """
    case = case or {}
    text = (HERE / "base.ttl").read_text(encoding="utf-8")
    prefixes = "\n".join(line for line in text.splitlines() if line.startswith("@prefix"))
    for old, new in case.get("replace", []):
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in base.ttl"
        text = text.replace(old, new)
    store = ox.Store()
    vocabulary = list(ox.parse(path=ONTOLOGY / "space.ttl"))
    store.extend(vocabulary)
    store.load((text + case.get("add", "")).encode(), ox.RdfFormat.TURTLE)
    store.update(COMPLETE)
    for n, row in enumerate(store.query(UNCLAIMED)):
        store.load(CLAIM.format(n=n, s=row["s"], p=row["p"], o=row["o"]).encode(), ox.RdfFormat.TURTLE)
    store.load((prefixes + "\n" + case.get("unclaimed", "")).encode(), ox.RdfFormat.TURTLE)
    for quad in ox.parse((prefixes + "\n" + case.get("drop", "")).encode(), format=ox.RdfFormat.TURTLE):
        assert quad in store, f"{quad} is not in the graph"
        store.remove(quad)
    for quad in vocabulary:
        store.remove(quad)
    turtle = (store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b"").decode()
    for old, new in case.get("respell", []):
        assert f'"{old}"^^' in turtle, f"no literal is spelled {old!r}"
        turtle = turtle.replace(f'"{old}"^^', f'"{new}"^^')
    return turtle.encode()


@pytest.fixture(name="assemble", scope="session")
def _assemble() -> Callable[..., bytes]:
    return assemble
