"""kg validate: what the user sees, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result

from kg import shipped, validate
from kg.cli import cli
from kg.terms import iri

NO_CURRENCY = {"replace": [['schema:amount 5.0 ; schema:currency "EUR"', "schema:amount 5.0"]]}


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, ["validate", *map(str, arguments)], input=stdin)


@pytest.fixture
def write(tmp_path: Path, assemble: Callable[..., bytes]) -> Callable[..., Path]:
    """A variant of the base graph, as a file."""

    def _write(**case: object) -> Path:
        path = tmp_path / "graph.ttl"
        path.write_bytes(assemble(case))
        return path

    return _write


def test_a_conforming_graph_is_told_on_stderr_and_exits_0(write: Callable[..., Path]) -> None:
    path = write()
    result = run(path)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert result.stderr == f"{path} conforms: 108 nodes checked, 0 violations, 0 warnings, 0 remarks.\n"


def test_a_violation_names_the_entity_quotes_the_passage_says_what_to_do_and_exits_1(
    write: Callable[..., Path],
) -> None:
    path = write(**NO_CURRENCY)
    result = run(path)
    assert result.exit_code == 1
    assert result.stdout == (
        "Violation: Usine (id:investment-plant), currency (schema:currency)\n"
        '  An amount has a currency: add schema:currency, for instance "EUR".\n'
        "  passage “Bob signe”, retold from Un article, https://www.example.org/a\n"
        "  rule rs:AmountShape-currency\n"
    )
    assert result.stderr == (
        f"Error: {path} does not conform: 1 violation, 0 warnings, 0 remarks.\n"
        "Correct what the violations name, then validate again.\n"
    )


def test_it_speaks_french(write: Callable[..., Path]) -> None:
    path = write(**NO_CURRENCY)
    result = run(path, "--lang", "fr")
    assert result.stdout == (
        "Violation : Usine (id:investment-plant), monnaie (schema:currency)\n"
        '  Un montant a une monnaie : ajoutez schema:currency, par exemple "EUR".\n'
        "  passage « Bob signe », reformulé de Un article, https://www.example.org/a\n"
        "  règle rs:AmountShape-currency\n"
    )
    assert "n'est pas conforme : 1 violation, 0 avertissement, 0 remarque." in result.stderr


def test_a_warning_is_told_and_does_not_fail(write: Callable[..., Path]) -> None:
    result = run(write(replace=[['schema:startDate "2025-11-27"^^xsd:date ; ', ""]]))
    assert result.exit_code == 0
    assert result.stdout.startswith("Warning: 4es Rencontres (id:event-days), start date (schema:startDate)\n")
    assert result.stderr.endswith("0 violations, 1 warning, 0 remarks.\n")


def test_a_date_that_does_not_exist_is_shown_with_its_value_and_no_traceback(write: Callable[..., Path]) -> None:
    result = run(write(replace=[['"2025-11-27"^^xsd:date', '"2025-02-29"^^xsd:date']]))
    assert result.exit_code == 1
    assert "start date (schema:startDate): 2025-02-29\n" in result.stdout
    assert "Traceback" not in result.stderr


def test_a_claim_is_named_by_what_it_states(write: Callable[..., Path]) -> None:
    result = run(write(drop="id:agreement-new rs:signatory id:person-bob ."))
    assert result.stdout.startswith("Violation: Convention · signatory · Bob (id:claim-bob)")
    assert "passage “Bob signe”" in result.stdout


def test_both_engines_say_the_same_sentences(tmp_path: Path) -> None:
    path = tmp_path / "small.ttl"
    path.write_text(
        """@prefix id: <https://w3id.org/regional-space/id/> . @prefix rs: <https://w3id.org/regional-space/def#> .
        @prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        id:event-x a schema:Event ; schema:startDate "2024-06"^^xsd:gYearMonth ; schema:endDate "2023"^^xsd:gYear ;
            rs:edition "deux" .""",
        encoding="utf-8",
    )
    fast, reference = run(path), run(path, "--engine", "reference")
    assert fast.stdout.count("\n  rule ") == 5
    assert (reference.stdout, reference.exit_code) == (fast.stdout, 1)


def test_json_holds_messages_and_passages_in_full(write: Callable[..., Path]) -> None:
    result = run(write(**NO_CURRENCY), "--format", "json")
    assert result.exit_code == 1
    report = json.loads(result.stdout)
    assert report["conforms"] is False
    assert report["checked"] == 107
    (finding,) = report["findings"]
    assert finding["focus"] == iri("id:investment-plant")
    assert finding["shape"] == iri("rs:AmountShape-currency")
    assert set(finding["message"]) == {"fr", "en"}
    assert finding["passages"] == [
        {"exact": "Bob signe", "source": "Un article", "url": "https://www.example.org/a"},
    ]


def test_turtle_is_a_shacl_report_and_the_same_bytes_each_time(write: Callable[..., Path]) -> None:
    path = write(**NO_CURRENCY)
    first, second = run(path, "--format", "ttl"), run(path, "--format", "ttl")
    assert first.stdout == second.stdout
    store = ox.Store()
    store.load(first.stdout.encode(), ox.RdfFormat.TURTLE)
    assert store.query(
        f"""PREFIX sh: <{iri("sh:")}>
        ASK {{
            ?report a sh:ValidationReport ; sh:conforms false ; sh:result ?result .
            ?result sh:focusNode <{iri("id:investment-plant")}> ; sh:sourceShape <{iri("rs:AmountShape-currency")}> ;
                sh:resultSeverity sh:Violation ; sh:resultMessage ?fr , ?en .
            FILTER(LANG(?fr) = "fr" && LANG(?en) = "en")
        }}"""
    )


def test_a_graph_of_facts_alone_is_not_asked_for_its_claims(tmp_path: Path) -> None:
    path = tmp_path / "facts.ttl"
    path.write_text(
        """@prefix id: <https://w3id.org/regional-space/id/> . @prefix rs: <https://w3id.org/regional-space/def#> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dcterms: <http://purl.org/dc/terms/> .
        @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <https://schema.org/> .
        id:asset-x a rs:Satellite , rs:Asset , prov:Entity ; rdfs:label "X"@fr ; dcterms:source id:src-x ;
            schema:about id:asset-x .""",
        encoding="utf-8",
    )
    result = run(path)
    assert result.exit_code == 0
    assert "It holds no claims: that each fact rests on a passage was not checked." in result.stderr


def test_a_graph_without_our_terms_conforms_but_is_told_to_be_unchecked(tmp_path: Path) -> None:
    path = tmp_path / "plain.ttl"
    path.write_text("<http://example.org/a> <http://example.org/b> 'c' .", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 0
    assert result.stderr == f"{path}: nothing was checked; no shape speaks of what is in it.\n"


def test_standard_input_is_read_as_turtle(assemble: Callable[..., bytes]) -> None:
    result = run("-", stdin=assemble(NO_CURRENCY))
    assert result.exit_code == 1
    assert "id:investment-plant" in result.stdout


def test_empty_standard_input_exits_3_and_a_second_file_beside_it_exits_2() -> None:
    assert run("-", stdin=b" \n").exit_code == 3
    result = run("-", shipped.vocabulary(), stdin=b"")
    assert result.exit_code == 2
    assert result.stderr == "Error: Standard input (-) is checked alone.\nSave it to a file first.\n"


def test_several_files_are_checked_together(write: Callable[..., Path], tmp_path: Path) -> None:
    more = tmp_path / "more.nt"
    more.write_text(f"<{iri('id:asset-probe')}> <{iri('rs:operator')}> <{iri('id:org-agency')}> .\n", encoding="utf-8")
    result = run(write(), more)
    assert result.exit_code == 1
    assert result.stdout.startswith(
        "Violation: Sonde (id:asset-probe), operator (rs:operator): Agence (id:org-agency)\n"
    )


def test_named_graphs_are_checked_too(write: Callable[..., Path], tmp_path: Path) -> None:
    more = tmp_path / "more.trig"
    more.write_text(f"<{iri('id:g')}> {{ <{iri('id:asset-probe')}> <{iri('rs:edition')}> 0 }}", encoding="utf-8")
    assert "rs:EventShape-edition" in run(write(), more).stdout


def test_shapes_of_ones_own(write: Callable[..., Path], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
        <urn:s> a sh:NodeShape ; sh:targetClass schema:Person ; sh:property <urn:p> .
        <urn:p> a sh:PropertyShape ; sh:path schema:birthDate ; sh:minCount 1 ; sh:message "When born?"@en .""",
        encoding="utf-8",
    )
    result = run(write(), "--shapes", shapes)
    assert result.exit_code == 1
    assert result.stdout.startswith("Violation: Ada (id:person-ada), schema:birthDate\n  When born?\n")


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_shapes_that_cannot_run_are_unreadable(engine: str, write: Callable[..., Path], tmp_path: Path) -> None:
    shapes = tmp_path / "shapes.ttl"
    shapes.write_text(
        """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
        <urn:s> a sh:NodeShape ; sh:targetClass schema:Person ; sh:sparql <urn:q> .
        <urn:q> a sh:SPARQLConstraint ; sh:select "SELECT nothing" .""",
        encoding="utf-8",
    )
    result = run(write(), "--shapes", shapes, "--engine", engine)
    assert result.exit_code == 3
    assert result.stderr.startswith("Error: These shapes cannot be used (")
    assert result.stderr.endswith("Correct the shapes file.\n")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the file is empty."),
        (b"<http://example.org/a> <http://example.org/b> 'c' .\n<a", ":2: not Turtle ("),
        (b"%PDF-1.4 \x00\xff", ":1: not Turtle ("),
        (b"<http://example.org/a> <http://example.org/b> 'caf\xe9' .", ":1: not Turtle ("),
    ],
)
def test_what_cannot_be_read_says_where_and_exits_3(content: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.ttl"
    path.write_bytes(content)
    result = run(path)
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr.startswith(f"Error: {path}")
    assert said in result.stderr


def test_quoted_triples_are_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "quoted.nt"
    path.write_text("<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .\n", encoding="utf-8")
    result = run(path)
    assert result.exit_code == 3
    assert "it quotes triples" in result.stderr
    assert "rdf:Statement" in result.stderr


def test_a_missing_file_and_a_folder_exit_3(tmp_path: Path) -> None:
    missing, folder = run(tmp_path / "none.ttl"), run(tmp_path)
    assert (missing.exit_code, folder.exit_code) == (3, 3)
    assert "none.ttl: cannot be read" in missing.stderr
    assert "this is a folder, not a file" in folder.stderr


def test_control_characters_of_a_hostile_label_do_not_reach_the_terminal(write: Callable[..., Path]) -> None:
    result = run(write(replace=[*NO_CURRENCY["replace"], ['"Usine"@fr', r'"Usine\u001B[31m\nrouge"@fr']]))
    assert "\x1b" not in result.stdout
    assert "Violation: Usine�[31m rouge (id:investment-plant)" in result.stdout


def test_an_unknown_format_is_wrong_usage(write: Callable[..., Path]) -> None:
    assert run(write(), "--format", "xml").exit_code == 2


def test_the_released_graph_conforms() -> None:
    report = validate.check((shipped.graph(),))
    assert [f for f in report.findings if f.severity == "violation"] == []
    assert report.has_claims
