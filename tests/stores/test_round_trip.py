"""What goes into a store comes back: the released graph, through real stores, whoever asks and at whatever address."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import Result

from kg import shipped
from kg.answers import Boolean, Rows, Triples
from kg.errors import WrongUsage
from kg.stores import DEFAULT, Access, Endpoint
from tests.stores.conftest import VIRTUOSO_PASSWORD
from tests.stores.front import Front, Reply, Request

KG = Callable[..., Result]
NAME = "https://w3id.org/regional-space/"
TRICKY = """
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
<urn:s> <urn:decimal> 30000000.0 , 1.5 , -0.25 , 100.0 ;
    <urn:integer> 4 , -7 ; <urn:boolean> true , false ;
    <urn:date> "2024-09-10"^^xsd:date , "2024-07"^^xsd:gYearMonth , "2024"^^xsd:gYear , "0024"^^xsd:gYear ;
    <urn:time> "2024-09-10T10:00:00Z"^^xsd:dateTime , "2024-09-10T10:00:00+02:00"^^xsd:dateTime ;
    <urn:duration> "P3D"^^xsd:duration , "P2Y"^^xsd:duration , "PT5M"^^xsd:duration , "P1DT12H"^^xsd:duration ;
    <urn:text> "é à"@fr , "é à"@en , "é à" , "" , "tab\\t quote\\" back\\\\ line\\n end" , "\\u2028 \\U0001F600" ;
    <urn:iri> <https://example.org/%C3%A9?a=b&c=d#e> , <https://example.org/é> ;
    <urn:other> "x"^^<urn:datatype> , "https://example.org/?"^^xsd:anyURI .
"""


@pytest.fixture
def tricky(tmp_path: Path) -> Path:
    path = tmp_path / "tricky.ttl"
    path.write_text(TRICKY, encoding="utf-8")
    return path


def released() -> bytes:
    return shipped.graph().read_bytes()


def triples(content: bytes) -> set[str]:
    return {str(quad.triple) for quad in ox.parse(content, format=ox.RdfFormat.TURTLE)}


@pytest.mark.parametrize("end", ["", "/", "/store?default", "/store", "/query", "/update"])
def test_the_released_graph_comes_back_from_oxigraph_byte_for_byte(
    kg: KG, oxigraph: str, tmp_path: Path, end: str
) -> None:
    pushed = kg("push", oxigraph + end, *(("--force",) if end else ()))
    assert pushed.exit_code == 0, pushed.stderr
    count, digest = (line.split("\t")[0] for line in pushed.stdout.splitlines())
    assert int(count) == len(triples(released()))
    assert kg("pull", oxigraph + end, "--out", tmp_path / "back.ttl").exit_code == 0
    assert (tmp_path / "back.ttl").read_bytes() == released()
    assert kg("pull", oxigraph + end, "--out", tmp_path / "back.nt").exit_code == 0
    assert hashlib.sha256((tmp_path / "back.nt").read_bytes()).hexdigest() == digest


@pytest.mark.parametrize("end", ["", "/sparql", "/sparql-graph-crud-auth"])
def test_the_released_graph_comes_back_from_virtuoso_byte_for_byte(
    kg: KG, virtuoso: str, tmp_path: Path, end: str
) -> None:
    reach = (virtuoso + end, "--name", NAME, "--user", "dba")
    pushed = kg("push", *reach, "--force", KG_PASSWORD=VIRTUOSO_PASSWORD)
    assert pushed.exit_code == 0, pushed.stderr
    assert kg("pull", *reach, "--out", tmp_path / "back.ttl").exit_code == 0
    assert (tmp_path / "back.ttl").read_bytes() == released()


def test_the_graph_named_in_virtuosos_own_way_is_the_graph(kg: KG, virtuoso: str, tricky: Path) -> None:
    reach = f"{virtuoso}/sparql-graph-crud-auth?graph-uri=urn:own"
    pushed = kg("push", reach, "--graph", tricky, "--user", "dba", "--force", KG_PASSWORD=VIRTUOSO_PASSWORD)
    assert pushed.exit_code == 0, pushed.stderr
    with Endpoint(virtuoso) as store:
        assert store.count("urn:own") == len(triples(TRICKY.encode()))


def test_the_released_graph_is_read_from_rdflib_endpoint(kg: KG, rdflib_endpoint: str, tmp_path: Path) -> None:
    assert kg("pull", rdflib_endpoint, "--out", tmp_path / "back.ttl").exit_code == 0
    assert triples((tmp_path / "back.ttl").read_bytes()) == triples(released())


def test_a_store_with_updates_alone_is_filled_by_updates(
    kg: KG, rdflib_endpoint: str, tricky: Path, tmp_path: Path
) -> None:
    pushed = kg("push", rdflib_endpoint, "--name", "urn:u", "--graph", tricky, "--force", "--chunk", "10")
    assert pushed.exit_code == 0, pushed.stderr
    assert kg("pull", rdflib_endpoint, "--name", "urn:u", "--out", tmp_path / "back.ttl").exit_code == 0
    assert triples((tmp_path / "back.ttl").read_bytes()) == triples(TRICKY.encode())


@pytest.mark.parametrize("store", ["oxigraph", "virtuoso"])
def test_every_kind_of_literal_comes_back(
    kg: KG, request: pytest.FixtureRequest, store: str, tricky: Path, tmp_path: Path
) -> None:
    reach = (request.getfixturevalue(store), "--name", "urn:tricky")
    who = ("--user", "dba") if store == "virtuoso" else ()
    pushed = kg("push", *reach, *who, "--graph", tricky, "--force", KG_PASSWORD=VIRTUOSO_PASSWORD)
    assert pushed.exit_code == 0, pushed.stderr
    assert "its own way" not in pushed.stderr
    assert kg("pull", *reach, *who, "--out", tmp_path / "back.ttl").exit_code == 0
    assert triples((tmp_path / "back.ttl").read_bytes()) == triples(TRICKY.encode())


def test_numbers_that_a_store_spells_its_own_way_are_told(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    path = tmp_path / "numbers.ttl"
    path.write_text('<urn:a> <urn:b> 1.50 , "007"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
    pushed = kg("push", oxigraph, "--name", "urn:numbers", "--graph", path, "--force")
    assert pushed.exit_code == 0, pushed.stderr
    assert "The store spells some numbers its own way" in pushed.stderr


LAYOUTS = {
    "Fuseki": ("/ds", {"/ds/query": "/query", "/ds/update": "/update", "/ds/data": "/store"}),
    "RDF4J": (
        "/rdf4j-server/repositories/space",
        {
            "/rdf4j-server/repositories/space": "/query",
            "/rdf4j-server/repositories/space/statements": "/update",
            "/rdf4j-server/repositories/space/rdf-graphs/service": "/store",
        },
    ),
    "Stardog": ("/space", {"/space/query": "/query", "/space/update": "/update", "/space": "/store"}),
    "Neptune": ("", {"/sparql": "/query", "/sparql/gsp/": "/store"}),
    "Graph Store": ("/graphs?graph=urn:layout", {"/graphs": "/store"}),
    "SPARQL": ("/all?graph=urn:layout", {"/all": "/store"}),
}


@pytest.mark.parametrize("kind", LAYOUTS)
def test_a_store_is_recognised_by_its_paths(kg: KG, oxigraph: str, tricky: Path, tmp_path: Path, kind: str) -> None:
    base, paths = LAYOUTS[kind]

    def elsewhere(request: Request) -> Reply | None:
        path, mark, query = request.path.partition("?")
        updates = kind == "Neptune" and request.headers.get("content-type") == "application/sparql-update"
        if path not in paths:
            return Reply(404)
        if kind == "SPARQL" and "query=" in query + request.body[:6].decode("latin-1"):
            request.path = f"/query?{query}"
            return None
        request.path = ("/update" if updates else paths[path]) + mark + query
        return None

    with Front(oxigraph, elsewhere) as front, Endpoint(front.url + base) as store:
        assert store.offer.kind == kind
        name = () if "?graph=" in base else ("--name", "urn:layout")
        pushed = kg("push", front.url + base, *name, "--graph", tricky, "--force")
        assert pushed.exit_code == 0, pushed.stderr
        assert kg("pull", front.url + base, *name, "--out", tmp_path / "back.nt").exit_code == 0
    with Endpoint(oxigraph) as store:
        assert {str(t) for t in store.get("urn:layout")} == triples(TRICKY.encode())
        store.delete("urn:layout")
        assert list(store.get("urn:layout")) == []
        store.delete("urn:layout")


def test_pushing_twice_changes_nothing(kg: KG, oxigraph: str, tricky: Path) -> None:
    with Front(oxigraph) as front:
        for told in ("replaced in one request", "nothing to do, it was there already"):
            pushed = kg("push", front.url, "--name", "urn:twice", "--graph", tricky, "--force")
            assert pushed.exit_code == 0, pushed.stderr
            assert told in pushed.stderr
        assert [r.method for r in front.seen].count("PUT") == 1


def test_replacing_leaves_nothing_of_the_old_graph_and_adding_leaves_all(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one.nt", tmp_path / "two.nt"
    one.write_text('<urn:a> <urn:b> "one" .\n')
    two.write_text('<urn:a> <urn:b> "two" .\n')
    for file, extra, expected in ((one, (), 1), (two, (), 1), (one, ("--add",), 2), (one, ("--add",), 2), (two, (), 1)):
        pushed = kg("push", f"{oxigraph}/store?graph=urn:replaced", "--graph", file, "--force", *extra)
        assert pushed.exit_code == 0, pushed.stderr
        with Endpoint(oxigraph) as store:
            assert store.count("urn:replaced") == expected


def test_several_files_make_one_graph_and_blank_nodes_stay_apart(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.ttl").write_text(f'_:b <urn:p> "{name}" ; <urn:q> [ <urn:r> 1 ] .\n')
    files = [x for name in ("one", "two") for x in ("--graph", tmp_path / f"{name}.ttl")]
    pushed = kg("push", oxigraph, "--name", "urn:blank", *files, "--force")
    assert pushed.exit_code == 0, pushed.stderr
    with Endpoint(oxigraph) as store:
        assert store.count("urn:blank") == 6
    again = kg("push", oxigraph, "--name", "urn:blank", *files, "--force")
    assert "it was there already" in again.stderr
    added = kg("push", oxigraph, "--name", "urn:blank", *files, "--force", "--add")
    assert (added.exit_code, added.stderr.splitlines()[0]) == (
        1,
        "Error: The graph has blank nodes: sent twice or in pieces, they would become others.",
    )


def test_rows_of_a_store_are_the_rows_of_a_file(oxigraph: str, virtuoso: str, rdflib_endpoint: str, kg: KG) -> None:
    assert kg("push", f"{oxigraph}/store?default", "--force").exit_code == 0
    assert (
        kg("push", virtuoso, "--name", NAME, "--user", "dba", "--force", KG_PASSWORD=VIRTUOSO_PASSWORD).exit_code == 0
    )
    query = """PREFIX schema: <https://schema.org/> PREFIX rs: <https://w3id.org/regional-space/def#>
        SELECT ?s ?p ?o WHERE { ?s a rs:Claim ; ?p ?o } ORDER BY ?s ?p ?o"""
    local = ox.Store()
    local.bulk_load(released(), ox.RdfFormat.TURTLE)
    expected = {tuple(map(str, row)) for row in local.query(query)}  # type: ignore[union-attr]
    for url, defaults in ((oxigraph, ()), (virtuoso, (NAME,)), (rdflib_endpoint, ())):
        with Endpoint(url, defaults=defaults) as store:
            found = store.select(query)
            assert found.variables == ("s", "p", "o")
            assert {tuple(map(str, row)) for row in found.rows} == expected
            assert store.holds("ASK { ?s a <https://w3id.org/regional-space/def#Claim> }")
            assert not store.holds("ASK { ?s a <urn:nothing> }")


def test_pages_are_the_whole(oxigraph: str, virtuoso: str, kg: KG) -> None:
    assert kg("push", f"{oxigraph}/store?default", "--force").exit_code == 0
    assert (
        kg("push", virtuoso, "--name", NAME, "--user", "dba", "--force", KG_PASSWORD=VIRTUOSO_PASSWORD).exit_code == 0
    )
    query = "SELECT ?s ?o WHERE { ?s <http://www.w3.org/2000/01/rdf-schema#label> ?o } ORDER BY DESC(?s)"
    for url, defaults in ((oxigraph, ()), (virtuoso, (NAME,))):
        with Endpoint(url, defaults=defaults) as whole, Endpoint(url, defaults=defaults, page=97) as paged:
            expected = list(whole.select(query).rows)
            found = list(paged.select(query).rows)
            assert len(found) > 97
            assert sorted(map(str, found)) == sorted(map(str, expected))
            assert [row[0] for row in found] == [row[0] for row in expected]


def test_a_default_graph_that_holds_all_the_others_is_not_loaded_into(kg: KG, oxigraph: str, tricky: Path) -> None:
    base, paths = LAYOUTS["RDF4J"]

    def elsewhere(request: Request) -> Reply | None:
        path, mark, query = request.path.partition("?")
        request.path = paths.get(path, "/nowhere") + mark + query
        return None

    with Front(oxigraph, elsewhere) as front:
        for end in ("", "/rdf-graphs/service?default"):
            result = kg("push", front.url + base + end, "--graph", tricky, "--force")
            assert result.exit_code == 2
            assert result.stderr.startswith("Error: RDF4J has no default graph of its own to load into.")


@pytest.mark.parametrize("store", ["oxigraph", "virtuoso", "rdflib_endpoint"])
def test_a_malformed_query_is_the_askers_mistake(request: pytest.FixtureRequest, store: str) -> None:
    with Endpoint(request.getfixturevalue(store)) as endpoint, pytest.raises(WrongUsage) as told:
        endpoint.ask("SELECT ?s WHERE { ?s ?p }")
    assert "the store cannot read the query" in str(told.value)


def test_queries_read_the_graph_that_the_address_names(kg: KG, oxigraph: str, tricky: Path) -> None:
    address = f"{oxigraph}/store?graph=urn:named"
    assert kg("push", address, "--graph", tricky, "--force").exit_code == 0
    with Endpoint(address) as store:
        assert [str(row[0]) for row in store.select("SELECT DISTINCT ?s { ?s <urn:integer> ?o }").rows] == ["<urn:s>"]
        assert store.holds("ASK { <urn:s> <urn:boolean> true }")
    with Endpoint(f"{oxigraph}/store?default") as store:
        assert not store.holds("ASK { <urn:s> <urn:boolean> true }")


def test_every_form_of_query_has_its_answer(oxigraph: str) -> None:
    with Endpoint(oxigraph) as store:
        assert store.ask("ASK {}") == Boolean(value=True)
        rows = store.ask("SELECT (1.50 AS ?one) ?none {}")
        assert isinstance(rows, Rows)
        assert (rows.variables, [[str(v) for v in row] for row in rows.rows]) == (
            ("one", "none"),
            [['"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>', "None"]],
        )
        for query in ("CONSTRUCT { <urn:a> <urn:b> 1 } {}", "DESCRIBE <urn:nothing>"):
            triples_ = store.ask(query)
            assert isinstance(triples_, Triples)
            assert len(list(triples_.triples)) == query.count("<urn:b>")


def test_virtuoso_wants_the_graph_named(kg: KG, virtuoso: str) -> None:
    result = kg("push", virtuoso, "--user", "dba", KG_PASSWORD=VIRTUOSO_PASSWORD)
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: Virtuoso has no default graph of its own to load into.\n"
        "Name one: --name https://w3id.org/regional-space/\n"
    )


def test_a_graph_that_does_not_conform_stays_here_unless_told(kg: KG, oxigraph: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text(f"<{NAME}id/org-x> a <{NAME}def#Company> .\n")
    refused = kg("push", oxigraph, "--name", "urn:bad", "--graph", path)
    assert refused.exit_code == 1
    assert refused.stderr.startswith("Error: The graph does not conform (")
    with Endpoint(oxigraph) as store:
        assert store.count("urn:bad") == 0
    assert kg("push", oxigraph, "--name", "urn:bad", "--graph", path, "--force").exit_code == 0


def test_the_default_graph_can_be_got_and_filled_by_updates(oxigraph: str) -> None:
    with Endpoint(oxigraph) as store:
        store.update("INSERT DATA { <urn:plain> <urn:p> 1 }")
        assert "<urn:plain>" in {str(t.subject) for t in store.get(DEFAULT)}
        store.update("DELETE DATA { <urn:plain> <urn:p> 1 }")


def test_extra_headers_reach_the_store(oxigraph: str) -> None:
    with Front(oxigraph) as front, Endpoint(front.url, Access(headers=(("X-Tenant", "space"),))) as store:
        assert store.holds("ASK {}")
        assert {r.headers.get("x-tenant") for r in front.seen} == {"space"}
