"""kg query as it is typed: answers, advice and exit codes."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

Query = Callable[..., Result]


@pytest.fixture
def query(two_seeds: Path) -> Query:
    def run(*arguments: str, stdin: str | bytes | None = None, graph: Path | None = two_seeds) -> Result:
        where = ["--graph", str(graph)] if graph else []
        return CliRunner().invoke(cli, ["query", *arguments, *where], input=stdin)

    return run


def test_without_a_question_they_are_listed_by_theme(query: Query) -> None:
    result = query("--lang", "fr", graph=None)
    assert result.exit_code == 0
    assert "A. Qui finance quoi, combien\n" in result.stdout
    assert "  funding                Quelles enveloppes et contributions" in result.stdout


def test_a_table_reads_as_people_write(query: Query) -> None:
    result = query("envelopes", "--set", "region=occitanie", "--lang", "fr")
    assert result.stdout == (
        "où         accord, stratégie ou financement                                       "
        "financement                                                         montant  début  fin   sources\n"
        "─────────  ─────────────────────────────────────────────────────────────────────  "
        "─────────────────────────────────────────────────────────────  ────────────  ─────  ────  ───────\n"
        "Occitanie  Feuille de route de la Région Occitanie dédiée au spatial (2023-2027)  "
        "Enveloppe de la feuille de route spatiale d'Occitanie (30 M€)  30 000 000 €  2023   2027  [1]\n"
        "\n"
        "[1] Région Occitanie (conseil régional), « La Région et le CNES renforcent leur partenariat pour soutenir "
        "l'essor de la filière spatiale en Occitanie », 10 septembre 2024 (date d'après une autre source)\n"
    )


def test_english_is_english(query: Query) -> None:
    result = query("adoptions", "--set", "plan=agreement-occitanie-cnes-2024", "--lang", "en")
    assert "July 2024" in result.stdout
    assert "Occitanie Regional Council" in result.stdout


@pytest.mark.parametrize(
    "name", ["paca", "PACA", "Région Sud", "region sud", "FRL", "FR-PAC", "provence-alpes-cote d'azur"]
)
def test_a_region_goes_by_any_of_its_names(query: Query, name: str) -> None:
    result = query("councils", "--set", f"region={name}", "--iris", "--format", "csv")
    assert result.stdout.splitlines()[1].startswith(
        "https://w3id.org/regional-space/id/council-provence-alpes-cote-d-azur,"
        "https://w3id.org/regional-space/id/region-provence-alpes-cote-d-azur,"
    )


def test_the_council_stands_for_its_territory_where_a_region_is_wanted(query: Query) -> None:
    by_council = query("jobs", "--set", "region=id:council-occitanie", "--format", "csv")
    assert by_council.stdout == query("jobs", "--set", "region=Occitanie", "--format", "csv").stdout
    assert "15000" in by_council.stdout


def test_unknown_parameter_is_advice_not_a_traceback(query: Query) -> None:
    result = query("funding", "--set", "regoin=Occitanie")
    assert result.exit_code == 2
    assert result.stderr == "Error: funding has no parameter 'regoin'.\nIt takes: region.\n"


def test_unknown_question_suggests_the_nearest(query: Query) -> None:
    result = query("fundng")
    assert result.exit_code == 2
    assert result.stderr == "Error: There is no question 'fundng'.\nDid you mean funding?\nList them: kg query\n"


def test_unknown_entity_suggests_the_nearest(query: Query) -> None:
    result = query("funding", "--set", "region=ocitanie")
    assert result.exit_code == 2
    assert result.stderr == "Error: Nothing is called 'ocitanie' here.\nDid you mean Occitanie?\n"


def test_an_entity_of_another_kind_is_told_so(query: Query) -> None:
    result = query("funding", "--set", "region=CNES")
    assert result.exit_code == 2
    assert result.stderr == "Error: 'CNES' is id:org-cnes: not rs:Region.\n"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["since=yesterday"], "'yesterday' will not do for the parameter 'since'.\nWrite 2024, 2024-07 or 2024-07-15."),
        (["until=2024"], "changes needs the parameter 'since'."),
        (["since"], "--set since: write it once, as name=value."),
        (["since=2024", "since=2025"], "--set since=2025: write it once, as name=value."),
    ],
)
def test_a_malformed_value_is_told_with_its_form(query: Query, values: list[str], said: str) -> None:
    result = query("changes", *(part for value in values for part in ("--set", value)))
    assert result.exit_code == 2
    assert said in result.stderr


def test_malformed_sparql_is_told_with_line_and_column(query: Query) -> None:
    result = query("-", stdin="SELECT *\nWHERE { ?a ?b }")
    assert result.exit_code == 2
    assert result.stderr.startswith(
        "Error: The query is not SPARQL: line 2, column 16: something is missing before there.\n"
    )
    assert "Traceback" not in result.output


def test_prefixes_may_be_left_out_in_a_query_of_ones_own(query: Query) -> None:
    result = query("-", "--format", "csv", stdin="SELECT ?x { ?x a rs:FundingEnvelope }")
    assert result.stdout_bytes == b"x\r\nhttps://w3id.org/regional-space/id/envelope-occitanie-space-roadmap\r\n"


def test_a_file_of_ones_own_is_asked(query: Query, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text("PREFIX rs: <https://w3id.org/regional-space/def#>\nASK { ?x a rs:Region }", encoding="utf-8")
    result = query(str(path))
    assert (result.exit_code, result.stdout) == (0, "true\n")


def test_ask_says_false_and_still_exits_0(query: Query) -> None:
    result = query("-", stdin="ASK { ?x a rs:Nothing }")
    assert (result.exit_code, result.stdout) == (0, "false\n")


def test_construct_gives_turtle(query: Query) -> None:
    result = query("-", stdin="CONSTRUCT { ?x rdfs:label ?y } WHERE { ?x a rs:FundingEnvelope ; rdfs:label ?y }")
    assert result.stdout.startswith("@prefix id: <https://w3id.org/regional-space/id/> .\n")
    assert '"Enveloppe de la feuille' in result.stdout


def test_describe_gives_triples(query: Query) -> None:
    result = query("-", "--format", "nt", stdin="DESCRIBE id:asset-spaceship-fr")
    assert "<https://w3id.org/regional-space/id/asset-spaceship-fr> " in result.stdout


@pytest.mark.parametrize(
    "update", ["INSERT DATA { id:a a id:b }", "DELETE WHERE { ?s ?p ?o }", "LOAD <http://127.0.0.1/>"]
)
def test_an_update_is_refused_with_a_sentence(query: Query, update: str) -> None:
    result = query("-", stdin=update)
    assert result.exit_code == 2
    assert result.stderr.startswith(
        f"Error: kg query only reads: {update.split(maxsplit=1)[0]} would change the graph.\n"
    )


@pytest.mark.parametrize("word", ["SERVICE", "service", "SERVICE SILENT", r"\u0053ERVICE"])
def test_no_query_reaches_the_network(query: Query, word: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        result = query("-", stdin=f"SELECT * {{ {word} <http://127.0.0.1:{port}/sparql> {{ ?a ?b ?c }} }}")
        with pytest.raises(TimeoutError):
            server.accept()
    assert result.exit_code == 2
    assert "uses no network" in result.stderr


def test_a_remote_json_ld_context_is_not_fetched(query: Query, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        path = tmp_path / "remote.jsonld"
        address = f"http://127.0.0.1:{server.getsockname()[1]}/c"
        path.write_text(json.dumps({"@context": address, "@id": "urn:a", "name": "x"}), encoding="utf-8")
        result = query("-", stdin="ASK {}", graph=path)
        with pytest.raises(TimeoutError):
            server.accept()
    assert result.exit_code == 3


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("no.ttl", None, "cannot be read (no such file or directory)"),
        ("empty.ttl", b" \n", "the file is empty"),
        ("broken.ttl", b"<urn:a> <urn:b>\n<urn:c", "broken.ttl:2: not the RDF that its name says"),
        ("latin.ttl", '<urn:a> <urn:b> "é" .'.encode("latin-1"), "not the RDF that its name says"),
        ("graph.pdf", b"%PDF", "not a graph by its name"),
    ],
)
def test_an_unreadable_graph_exits_3(query: Query, tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    result = query("funding", graph=path)
    assert result.exit_code == 3
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_missing_query_file_exits_3(query: Query) -> None:
    assert query("nowhere/no.rq").exit_code == 3


def test_a_query_that_is_not_utf8_exits_3(query: Query) -> None:
    assert query("-", stdin=b"ASK { ?x ?y '\xe9' }").exit_code == 3


def test_several_files_are_one_graph(query: Query, tmp_path: Path) -> None:
    other = tmp_path / "other.trig"
    other.write_text("<urn:g> { <urn:a> a <https://w3id.org/regional-space/def#Region> }", encoding="utf-8")
    result = query("-", "--graph", str(other), "--format", "tsv", stdin="SELECT ?x { ?x a rs:Region } ORDER BY ?x")
    assert "<urn:a>" in result.stdout
    assert "region-occitanie" in result.stdout


def test_out_writes_the_file_whole(query: Query, tmp_path: Path) -> None:
    out = tmp_path / "answer.json"
    assert query("axes", "--format", "json", "--out", str(out)).stdout == ""
    assert len(json.loads(out.read_text(encoding="utf-8"))["results"]["bindings"]) == 7


def test_out_that_cannot_be_written_leaves_what_stood_there(query: Query, tmp_path: Path) -> None:
    result = query("axes", "--out", str(tmp_path / "no" / "where.csv"))
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr


def test_explain_shows_the_query_its_parameters_and_the_claims(query: Query) -> None:
    result = query("signatories", "--explain")
    assert "#   agreement = -" in result.stdout
    assert "SELECT ?agreement ?person" in result.stdout
    assert "Elle y a signé, avec le Président Directeur général" in result.stdout
    assert "(retold from the source)" in result.stdout


def test_what_held_then(query: Query) -> None:
    running = query("periods", "--as-of", "2020", "--format", "csv").stdout
    assert "agreement-occitanie-cnes-2019" in running
    assert "agreement-occitanie-cnes-2024," not in running


def test_as_of_on_a_question_without_periods_is_told(query: Query) -> None:
    result = query("axes", "--as-of", "2020")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: axes has no periods: --as-of changes nothing there.\n")


def test_a_comparison_prints_how_thin_its_sources_are(query: Query) -> None:
    assert "Coverage, in independent sources: Occitanie 1 (latest 10 September 2024)" in query("ranks").stdout
    raw = query("ranks", "--format", "csv")
    assert "Coverage" not in raw.stdout
    assert "Coverage, in independent sources" in raw.stderr


def test_no_row_still_says_how_little_was_read_about_the_region() -> None:
    result = CliRunner().invoke(cli, ["query", "funding", "--set", "region=paca"], env={"KG_LANG": "en"})
    assert result.exit_code == 0
    assert "Provence-Alpes-Côte d'Azur 1" in result.stdout.split("Coverage, in independent sources: ")[1]
