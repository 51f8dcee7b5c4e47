"""pySHACL, the reference, finds on the released graph what the fast engine finds, and so with faults in it."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg import shacl, shipped, validate
from kg.terms import PREFIXES, iri

# The first triple with each of these goes ...
DROPPED = ("rs:evidence", "rs:jurisdiction", "schema:currency", "schema:publisher", "oa:exact", "rs:assertedBy")
# ... and what goes here beside the graph breaks a dozen rules more, of every kind that the shapes have.
ADDED = """
id:event-fault a schema:Event ; rdfs:label "Faute"@fr , "Fault"@en , "Erreur"@fr ; dcterms:source id:ref-fault ;
    schema:startDate "2025-02-29"^^xsd:date ; schema:endDate "2024"^^xsd:gYear ; schema:duration "P18M"^^xsd:duration ;
    rs:edition 0 ; schema:location id:org-cnes ; rs:bogus true .
id:region-occitanie a org:Organization ; rs:nutsCode "frj" ; skos:exactMatch <http://www.wikidata.org/entity/Q142> .
id:org-cnes a <http://schema.org/Organization> ; rs:siren "775 665 912" ;
    skos:exactMatch <http://www.wikidata.org/entity/Q142> .
id:Fault_2 a rs:Contribution , rs:Company ; schema:amount "douze" ; rs:partOfFunding id:Fault_2 .
id:indicator-fault a rs:Indicator ; rdfs:label "Части"@fr ; rs:measure rs:share ; rs:value 25.0 , 25.50 .
_:anonymous a skos:Concept ; rdfs:label "X"@de .
id:claim-fault-1 a rs:Claim ; rdf:subject id:indicator-fault ; rdf:predicate rs:value ; rdf:object 25.0 ;
    rs:status rs:accepted ; rs:method rs:extracted .
id:claim-fault-2 a rs:Claim ; rdf:subject id:indicator-fault ; rdf:predicate rs:value ; rdf:object 25.50 ;
    rs:status rs:accepted ; rs:directQuotation "0"^^xsd:boolean .
id:claim-fault-3 a rs:Claim ; rdf:subject id:org-cnes ; rdf:predicate rdfs:label ; rdf:object "CNES"@fr ;
    rs:status rs:rejected ; rs:derivation rs:relativeDate .
"""
RULES_BROKEN = 45
"""By the faults, at least."""


def released() -> list[ox.Triple]:
    return validate.read(shipped.graph()) + validate.read(shipped.vocabulary())


def with_faults(triples: list[ox.Triple]) -> list[ox.Triple]:
    dropped = {min((t for t in triples if t.predicate.value == iri(name)), key=str) for name in DROPPED}
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    added = validate.parsed((prefixes + ADDED).encode(), "faults", ox.RdfFormat.TURTLE)
    return [t for t in triples if t not in dropped] + added


def comparable(results: list[shacl.Result]) -> list[tuple[str, ...]]:
    """What both engines must say; each names blank nodes in its own way."""
    return sorted(
        tuple(
            "_:" if str(part).startswith("_:") else str(part)
            for part in (r.shape, r.component, r.severity, r.focus, r.path, r.value)
        )
        for r in results
    )


@pytest.mark.parametrize("faulty", [False, True], ids=["as released", "with faults"])
def test_both_engines_find_the_same_in_the_released_graph(faulty: bool) -> None:  # noqa: FBT001  a case
    data = with_faults(released()) if faulty else released()
    rules = validate.read(shipped.shapes())
    fast = shacl.run(data, rules, "fast", at_once=True)
    assert comparable(shacl.run(data, rules, "reference")) == comparable(fast)
    violated = {r.shape for r in fast if r.severity == "violation"}
    assert len(violated) >= RULES_BROKEN if faulty else not violated
