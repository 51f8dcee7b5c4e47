"""kg path and kg stats: hubs are damped, weak links told, copies counted once."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli
from kg.network import central, communities, paths, read
from kg.questions.local import load

HEAD = """
@prefix rs: <https://w3id.org/regional-space/def#> .
@prefix id: <https://w3id.org/regional-space/id/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
"""


def claim(number: int, triple: str, source: str, status: str = "accepted") -> str:
    subject, predicate, value = triple.split()
    return f"""
id:claim-{number} a rs:Claim ; rdf:subject id:{subject} ; rdf:predicate {predicate} ; rdf:object id:{value} ;
    rs:status rs:{status} ; rs:mode rs:stated ; rs:method rs:curated ; rs:assertedBy id:org-press ;
    rs:evidence id:p-{number} .
id:p-{number} oa:hasSource id:src-{source} ; oa:hasSelector id:p-{number}-quote , id:p-{number}-position .
id:p-{number}-quote oa:exact "words" ; oa:prefix "" ; oa:suffix "" .
id:p-{number}-position oa:start 0 ; oa:end 5 .
id:{subject} rdfs:label "{subject}"@en . id:{value} rdfs:label "{value}"@en .
"""


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """a and z meet at a hub that links many, and through b, which two sources tie to both."""
    spokes = [claim(100 + n, f"org-hub org:memberOf org-{n}", "one") for n in range(12)]
    told = [
        claim(1, "org-a org:memberOf org-hub", "one"),
        claim(2, "org-z org:memberOf org-hub", "one"),
        claim(3, "org-a org:memberOf org-b", "one"),
        claim(4, "org-a org:memberOf org-b", "two"),
        claim(5, "org-z org:memberOf org-b", "one"),
        claim(6, "org-z org:memberOf org-b", "copy"),
        claim(7, "org-y org:memberOf org-b", "two", status="rejected"),
        claim(8, "role-p org:member person-p", "two"),
        claim(9, "role-p org:organization org-z", "two"),
        "id:role-p a org:Membership . id:src-copy rs:copyOf id:src-one .",
    ]
    path = tmp_path / "network.ttl"
    path.write_text(HEAD + "".join(told + spokes), encoding="utf-8")
    return path


def iri(local: str) -> str:
    return f"https://w3id.org/regional-space/id/{local}"


def test_a_path_through_a_hub_comes_after_one_with_sources(graph: Path) -> None:
    network = read(load((graph,)))
    first, second = paths(network, iri("org-a"), iri("org-z"), most=2)
    assert [n.rsplit("/", 1)[-1] for n in first] == ["org-a", "org-b", "org-z"]
    assert iri("org-hub") in second


def test_a_copy_is_no_second_source(graph: Path) -> None:
    network = read(load((graph,)))
    assert not network.link(iri("org-a"), iri("org-b")).weak
    assert network.link(iri("org-z"), iri("org-b")).weak
    assert len(network.link(iri("org-z"), iri("org-b")).claims) == 2


def test_a_role_links_person_and_organisation_and_a_rejected_claim_links_nothing(graph: Path) -> None:
    network = read(load((graph,)))
    assert network.graph.has_edge(iri("person-p"), iri("org-z"))
    assert iri("role-p") not in network.graph
    assert iri("org-y") not in network.graph


def test_who_is_central_is_ranked_by_independent_sources(graph: Path) -> None:
    top = central(read(load((graph,))), most=3)
    assert top[0].sources == 2
    assert top[0].neighbours < max(c.neighbours for c in central(read(load((graph,)))))


def test_communities_do_not_change_from_run_to_run(graph: Path) -> None:
    assert communities(read(load((graph,)))) == communities(read(load((graph,))))


def run(graph: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--graph", str(graph)])


def test_path_marks_links_that_one_source_makes(graph: Path) -> None:
    result = run(graph, "path", "org-a", "org-z", "--most", "1")
    lines = result.stdout.splitlines()
    assert lines[0] == "1. org-a → org-b → org-z"
    assert "one source only" not in lines[1]
    assert lines[2].endswith("(one source only)")


def test_path_between_what_nothing_links_is_a_sentence(graph: Path) -> None:
    graph.write_text(graph.read_text(encoding="utf-8") + claim(50, "org-q org:memberOf org-r", "two"), encoding="utf-8")
    result = run(graph, "path", "org-a", "org-q")
    assert (result.exit_code, result.stderr) == (1, "Error: No chain of claims links id:org-a to id:org-q.\n")


def test_stats_counts_claims_and_names_groups(graph: Path) -> None:
    result = run(graph, "stats")
    assert result.exit_code == 0
    assert result.stdout.startswith("Claims: 21\n")
    assert "Groups that hold together" in result.stdout
