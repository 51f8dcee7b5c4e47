"""Each format is read back by a tool that is not ours, with the triples that ship."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import duckdb
import igraph
import lxml.etree
import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner

from kg import shipped, triples
from kg.cli import cli
from kg.export.formats import FORMATS
from kg.export.tables import COLUMNS
from kg.export.view import View
from kg.terms import iri
from tests.export.conftest import by_value, run
from tests.export.conftest import triples as read

SYNTAXES = ("nt", "nq", "trig", "jsonld", "rdfxml")


@pytest.mark.parametrize("name", SYNTAXES)
def test_jena_reads_the_same_triples(read_by_jena: Mapping[str, set[str]], released: set[str], name: str) -> None:
    assert read_by_jena[name] == released


@pytest.mark.parametrize("name", ["nt", "nq", "trig"])
def test_n3js_reads_the_same_triples(read_by_n3js: Mapping[str, set[str]], released: set[str], name: str) -> None:
    assert read_by_n3js[name] == released


@pytest.mark.parametrize(
    ("name", "parser"), [("nt", "ntriples"), ("nq", "nquads"), ("trig", "trig"), ("rdfxml", "rdfxml")]
)
def test_raptor_reads_the_same_triples(
    exported: Mapping[str, Path], released: set[str], tmp_path: Path, name: str, parser: str
) -> None:
    rapper = shutil.which("rapper")
    assert rapper, "raptor is needed: apt-get install raptor2-utils"
    found = tmp_path / "found.nt"
    found.write_text(run(rapper, "-q", "-i", parser, "-o", "ntriples", exported[name]), encoding="utf-8")
    assert read(found) == released


def test_raptor_reads_the_released_turtle(released: set[str], tmp_path: Path) -> None:
    found = tmp_path / "found.nt"
    found.write_text(run("rapper", "-q", "-i", "turtle", "-o", "ntriples", shipped.graph()), encoding="utf-8")
    assert read(found) == released


def test_rdflib_reads_the_same_triples_from_json_ld(
    exported: Mapping[str, Path], released: set[str], tmp_path: Path
) -> None:
    found = tmp_path / "found.nt"
    rdflib.Graph().parse(exported["jsonld"]).serialize(found, format="nt", encoding="utf-8")
    assert read(found) == released


def test_the_update_makes_annotations_of_claims_in_oxigraph_and_in_jena(
    read_by_jena: Mapping[str, set[str]], annotated: set[str], released: set[str]
) -> None:
    assert read_by_jena["update"] == annotated
    claims = sum(line.split(" ")[1] == f"<{iri('rdf:subject')}>" for line in released)
    assert sum(line.split(" ")[1] == f"<{iri('rdf:reifies')}>" for line in annotated) == claims
    facts = {line for line in by_value(shipped.graph(), ox.RdfFormat.TURTLE) if "/id/claim-" not in line.split(" ")[0]}
    assert facts < annotated


@pytest.mark.parametrize("reader", ["oxigraph", "jena", "n3js"])
def test_turtle_12_says_the_same_annotations(
    request: pytest.FixtureRequest, exported: Mapping[str, Path], annotated: set[str], reader: str
) -> None:
    if reader == "oxigraph":
        found = by_value(exported["turtle12"], ox.RdfFormat.TURTLE)
    else:
        found = request.getfixturevalue(f"read_by_{reader}")["turtle12"]
    assert found == annotated


def test_a_claim_that_is_not_accepted_is_not_asserted_in_turtle_12(tmp_path: Path) -> None:
    graph = tmp_path / "claim.ttl"
    graph.write_text(
        """@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        <urn:c> a rdf:Statement ; rdf:subject <urn:s> ; rdf:predicate <urn:p> ; rdf:object "x"@fr ;
            <urn:why> "\\"|}" ."""
    )
    result = CliRunner().invoke(cli, ["export", "--format", "turtle12", "--graph", str(graph)])
    assert {str(quad.triple) for quad in ox.parse(result.stdout_bytes, format=ox.RdfFormat.TURTLE)} == {
        '<urn:c> <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> <<( <urn:s> <urn:p> "x"@fr )>>',
        '<urn:c> <urn:why> "\\"|}"',
    }


def test_each_source_has_its_graph(exported: Mapping[str, Path]) -> None:
    store = ox.Store()
    store.bulk_load(path=exported["trig"], format=ox.RdfFormat.TRIG)
    astray = """PREFIX rs: <https://w3id.org/regional-space/def#> PREFIX oa: <http://www.w3.org/ns/oa#>
        PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
        ASK { GRAPH ?g { ?claim rs:evidence ?e . ?e oa:hasSource ?source } FILTER(?g != ?source) }"""
    assert not store.query(astray)
    together = astray.replace("ASK", "SELECT (COUNT(*) AS ?n)").replace("FILTER(?g != ?source)", "FILTER(?g = ?source)")
    (row,) = store.query(together)  # type: ignore[misc]
    assert int(row["n"].value) == len(View(triples.read([shipped.graph()])).claims)


def facts() -> set[tuple[str, ...]]:
    return {
        (triple.subject.value, triple.predicate.value, *_object(triple.object))  # type: ignore[union-attr]
        for triple in View(triples.read([shipped.graph()])).facts
    }


def _object(term: object) -> tuple[str, str, str]:
    if isinstance(term, ox.Literal):
        return term.value, "" if term.language else term.datatype.value, term.language or ""
    assert isinstance(term, ox.NamedNode)
    return term.value, "", ""


@pytest.mark.parametrize(
    "source", ["read_csv('{}', all_varchar = true, header = true, nullstr = '\\N')", "read_parquet('{}')"]
)
def test_duckdb_reads_the_facts_and_their_passages(exported: Mapping[str, Path], source: str) -> None:
    table = source.format(exported["csv" if "csv" in source else "parquet"])
    with duckdb.connect() as database:
        rows = database.execute(
            f"SELECT subject, predicate, object, datatype, language FROM {table} WHERE asserted"  # noqa: S608  ours
        ).fetchall()
        columns = [row[0] for row in database.execute(f"DESCRIBE FROM {table}").fetchall()]
        unsaid = database.execute(
            f"SELECT COUNT(*) FROM {table} WHERE claim <> '' AND (passage = '' OR source = '')"  # noqa: S608  ours
        ).fetchone()
    assert {tuple(value or "" for value in row) for row in rows} == facts()
    assert tuple(columns) == COLUMNS
    assert unsaid == (0,)


def test_igraph_reads_the_network(exported: Mapping[str, Path]) -> None:
    found = igraph.Graph.Read_GraphML(str(exported["graphml"]))
    ours = nx.read_graphml(exported["graphml"], force_multigraph=True)
    assert found.is_directed()
    assert (found.vcount(), found.ecount()) == (len(ours), ours.number_of_edges())
    assert set(found.vs["id"]) == {str(e.value) for e in View(triples.read([shipped.graph()])).entities}
    expected = {f for f in facts() if f[2] in set(found.vs["id"]) and f[1] != iri("rdf:type")}
    edges = {(found.vs[e.source]["id"], found.vs[e.target]["id"]) for e in found.es}
    assert found.ecount() == len(expected)
    assert edges == {(s, o) for s, _, o, _, _ in expected}
    claimed = [edge for edge in found.es if edge["claims"]]
    assert claimed
    assert all(edge["sources"] for edge in claimed)


def test_gexf_is_the_same_network_without_a_clock(exported: Mapping[str, Path]) -> None:
    gexf, graphml = nx.read_gexf(exported["gexf"]), nx.read_graphml(exported["graphml"], force_multigraph=True)
    assert set(gexf) == set(graphml)
    assert sorted(gexf.edges()) == sorted(graphml.edges())
    root = lxml.etree.parse(exported["gexf"]).getroot()
    assert root.find("{*}graph") is not None
    assert b"lastmodifieddate" not in exported["gexf"].read_bytes()


def test_geojson_has_each_place_once_and_no_point_that_the_graph_does_not_hold(exported: Mapping[str, Path]) -> None:
    found = json.loads(exported["geojson"].read_text(encoding="utf-8"))
    assert found["type"] == "FeatureCollection"
    places = {feature["id"]: feature for feature in found["features"]}
    assert len(places) == len(found["features"])
    region = places["https://w3id.org/regional-space/id/region-occitanie"]
    assert (region["geometry"], region["properties"]["nutsCode"]) == (None, "FRJ")
    assert "Région Occitanie" in str(region["properties"]["here"])


def test_a_place_with_coordinates_is_a_point(tmp_path: Path) -> None:
    graph = tmp_path / "places.ttl"
    graph.write_text("""@prefix s: <https://schema.org/> . @prefix g: <http://www.opengis.net/ont/geosparql#> .
        @prefix id: <https://w3id.org/regional-space/id/> .
        id:a a s:Place ; s:latitude 43.6 ; s:longitude 1.4 .
        id:b a s:Place ; g:asWKT "POINT (7.0 43.5)"^^g:wktLiteral .
        id:c a s:Place ; s:latitude "north" ; s:longitude 500 .
        """)
    result = CliRunner().invoke(cli, ["export", "--format", "geojson", "--graph", str(graph)])
    points = [f["geometry"] and f["geometry"]["coordinates"] for f in json.loads(result.stdout)["features"]]
    assert points == [[1.4, 43.6], [7.0, 43.5], None]


def test_the_description_counts_what_is_there(exported: Mapping[str, Path], released: set[str]) -> None:
    store = ox.Store()
    store.bulk_load(path=exported["void"], format=ox.RdfFormat.TURTLE)
    dataset = ox.NamedNode(iri("id:dataset-regional-space-kg"))

    def values(name: str) -> list[str]:
        return [str(q.object.value) for q in store.quads_for_pattern(dataset, ox.NamedNode(iri(name)), None)]  # type: ignore[union-attr]

    assert values("void:triples") == [str(len(released))]
    assert len(values("dcat:distribution")) == len(FORMATS) - 1
    assert len(values("dcterms:license")) == 1
    parts = store.query(
        "PREFIX void: <http://rdfs.org/ns/void#> SELECT (SUM(?n) AS ?all) { ?d void:propertyPartition/void:triples ?n }"
    )
    assert [row["all"].value for row in parts] == [str(len(released))]  # type: ignore[union-attr]


@pytest.mark.parametrize("name", FORMATS)
def test_another_process_writes_the_same_bytes(exported: Mapping[str, Path], tmp_path: Path, name: str) -> None:
    again = tmp_path / "again"
    command = [sys.executable, "-m", "kg", "export", "--format", name, "--out", str(again)]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": "4711"})
    assert again.read_bytes() == exported[name].read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_a_hostile_label_harms_no_format(tmp_path: Path, name: str) -> None:
    graph = tmp_path / "hostile.nt"
    label = '"]]></label><script>\\"\\u0001\\u2028,=1+1\\n\\r\\t'
    entity = "<https://w3id.org/regional-space/id/org-x>"
    graph.write_text(
        f'{entity} <http://www.w3.org/2000/01/rdf-schema#label> {label}"@fr .\n'
        f'{entity} <urn:p> _:b .\n_:b <urn:q> {label}" .\n'
    )
    out = tmp_path / "out"
    result = CliRunner().invoke(cli, ["export", "--format", name, "--graph", str(graph), "--out", str(out)])
    assert result.exit_code == 0, result.output
    if name in ("graphml", "gexf"):
        lxml.etree.parse(out)
    elif name == "csv":
        with duckdb.connect() as database:
            found = database.execute(f"SELECT subject_label FROM read_csv('{out}', header = true) LIMIT 1").fetchall()  # noqa: S608
        assert found[0][0].startswith("]]></label><script>")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--format", "nt", "--graph", "missing.ttl"), 3, "missing.ttl: cannot be read (no such file or directory)."),
        (("--format", "nt", "--graph", "kg.xyz"), 3, "kg.xyz: not the name of an RDF file."),
        (("--format", "nt", "--graph", "empty.nt"), 3, "empty.nt: there is no triple in it."),
        (("--format", "nt", "--graph", "bad.ttl"), 3, "bad.ttl:2: not Turtle"),
        (("--format", "nt", "--out", "bad.ttl/out.nt"), 3, "cannot be written"),
        (("--format", "docx"), 2, "--format"),
        ((), 2, "--format"),
    ],
)
def test_what_goes_wrong_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty.nt").touch()
    (tmp_path / "bad.ttl").write_text("<urn:a> <urn:b> 1 .\n<urn:a> <urn:b> oops .\n")
    result = CliRunner().invoke(cli, ["export", *arguments])
    assert result.exit_code == code, result.output
    assert told in result.stderr
