"""A literal that a store would write otherwise is refused, and none else."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
import rdflib

from kg import shacl, shipped, validate
from kg.model import Literal
from kg.terms import iri

SPELLINGS = {
    "duration": "P1Y6M P18M P12M P1Y P3D P30D P400D PT36H P1DT12H P36M PT60M PT1H PT90M PT1H30M PT1.50S PT1.5S PT0.5S "
    "P2Y0M P1Y6M10DT5H59M59S -P1D P0D PT0S",
    "decimal": "30000000 1.5 1.50 01.5 +1.5 .5 0.5 5. 0.25 0.250 -0.0 0 -1.5 -0.5 123456789012345678901234567890.1",
    "integer": "0 1 01 +1 -0 -4 99999999999999999999",
    "boolean": "true false 1 0",
    "gYear": "2024 2024+00:00",
    "gYearMonth": "2024-07 2024-07+00:00",
    "date": "2024-07-01 2024-07-01Z 2024-07-01+00:00",
    "dateTime": "2024-07-01T00:00:00.500Z",
    "time": "10:00:00.50",
    "double": "1.0E0 1e0",
    "float": "1.5E0",
    "string": "P18M 1.50 01 1 2024Z",
}


def respelt(value: str, datatype: str) -> bool:
    """Whether Oxigraph or rdflib gives back another spelling than it was given."""
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), ox.Literal(value, datatype=ox.NamedNode(datatype))))
    (kept,) = store
    return (kept.object.value, str(rdflib.Literal(value, datatype=rdflib.URIRef(datatype)))) != (value, value)


def spellings() -> Iterator[tuple[str, str]]:
    for kind, values in SPELLINGS.items():
        yield from ((value, iri(f"xsd:{kind}")) for value in values.split())


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_what_a_store_would_respell_is_refused(engine: shacl.Engine) -> None:
    said = ox.NamedNode(iri("rs:alternative"))
    data = [
        ox.Triple(ox.NamedNode("urn:a"), said, ox.Literal(value, datatype=ox.NamedNode(datatype)))
        for value, datatype in spellings()
    ]
    rules = validate.read(shipped.shapes())
    asking = {t.subject for t in rules if t.predicate.value == iri("sh:sparql")}
    found = shacl.run(data, [t for t in rules if t.subject not in asking], engine)
    refused = {r.focus for r in found if "SpellingShape" in r.shape}
    assert refused == {Literal(*spelling) for spelling in spellings() if respelt(*spelling)}


def test_a_decimal_may_end_in_point_zero_as_turtle_writes_it() -> None:
    turtle = b"@prefix rs: <https://w3id.org/regional-space/def#> . <urn:x> rs:alternative 30000000.0 , 0.0 ."
    assert "SpellingShape" not in str(validate.check(turtle).findings)


def test_the_finding_names_the_entity_the_property_and_the_spelling_found() -> None:
    turtle = b"""@prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        <urn:x> schema:duration "P18M"^^xsd:duration . <urn:y> schema:duration "P1Y6M"^^xsd:duration ."""
    (finding,) = validate.check(turtle).findings
    assert (finding.focus, finding.path) == ("urn:x", iri("schema:duration"))
    assert finding.value == Literal("P18M", iri("xsd:duration"))
    assert finding.value_label is not None
    assert finding.value_label.en == "P18M"
    assert '"P1Y6M" for eighteen months' in finding.message.en
    assert '"P1Y6M" pour dix-huit mois' in finding.message.fr
