"""kg build: the same seeds give the same bytes, all files or none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.terms import PREFIXES

ROOT = Path(__file__).resolve().parent.parent
RDF = PREFIXES["rdf"]


def build(seeds: Path, out: Path, hash_seed: str = "0") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kg", "build", "--seeds", str(seeds), "--out", str(out)],
        cwd=seeds.parent,
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def store(seeds: Path, tmp_path: Path) -> ox.Store:
    assert build(seeds, tmp_path / "out").returncode == 0
    store = ox.Store()
    store.load(path=str(tmp_path / "out" / "kg.ttl"))
    return store


def ask(store: ox.Store, pattern: str) -> bool:
    prefixes = "".join(f"PREFIX {p}: <{n}>\n" for p, n in PREFIXES.items())
    return bool(store.query(f"{prefixes} ASK {{ {pattern} }}"))


def test_counts_go_to_stdout_and_talk_to_stderr(seeds: Path, tmp_path: Path) -> None:
    result = build(seeds, tmp_path / "out")
    assert result.stdout.splitlines()[:4] == ["1\tsources", "7\tentities", "1\tof these regions", "12\tclaims"]
    assert "kg.ttl" in result.stderr
    assert "kg.ttl" not in result.stdout


def test_same_seeds_same_bytes_in_other_folders_and_hash_orders(seeds: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere" / "seeds"
    moved.parent.mkdir()
    build(seeds, tmp_path / "one", "1")
    seeds.rename(moved)
    build(moved, tmp_path / "two", "4242")
    names = sorted(p.name for p in (tmp_path / "one").iterdir())
    assert {"kg.ttl", "facts.ttl"} <= set(names)
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_two_passages_give_two_claims_and_one_triple(store: ox.Store) -> None:
    amount = "id:envelope-occitanie schema:amount 30000000.0"
    assert ask(store, amount)
    claims = list(
        store.query(
            f"PREFIX rdf: <{RDF}> PREFIX schema: <https://schema.org/> PREFIX id: <{PREFIXES['id']}> "
            "SELECT ?c { ?c rdf:subject id:envelope-occitanie ; rdf:predicate schema:amount }"
        )
    )
    assert len(claims) == 2


def test_the_speaker_is_told_from_the_publisher(store: ox.Store) -> None:
    assert ask(store, "?c rdf:predicate schema:funder ; rs:assertedBy id:person-carole-delga ; rs:mode rs:planned")
    assert ask(store, "?c rdf:predicate rs:adoptedOn ; rs:assertedBy id:council-occitanie ; rs:mode rs:stated")


def test_evidence_has_quote_context_and_code_points(store: ox.Store) -> None:
    assert ask(
        store,
        'id:p-convention-3 oa:hasSource id:src-convention ; oa:hasSelector ?q , ?p . ?q oa:exact "La Région mobilisera '
        '30 M€" ; oa:prefix ?before . ?p oa:start ?start ; oa:end ?end FILTER(?end - ?start = 26 && ?before != "")',
    )


def test_standard_types_are_materialised_and_no_blank_node_stands(store: ox.Store) -> None:
    assert ask(store, "id:council-occitanie a rs:RegionalAuthority, org:Organization, schema:Organization")
    assert ask(store, "id:region-occitanie a rs:Region, schema:AdministrativeArea")
    assert not any(isinstance(t, ox.BlankNode) for q in store for t in (q.subject, q.object))


def test_facts_alone_hold_no_claim(seeds: Path, tmp_path: Path) -> None:
    build(seeds, tmp_path / "out")
    facts = {(t.subject, t.predicate, t.object) for t in ox.parse(path=str(tmp_path / "out" / "facts.ttl"))}
    whole = {(t.subject, t.predicate, t.object) for t in ox.parse(path=str(tmp_path / "out" / "kg.ttl"))}
    assert facts < whole
    assert not any(p.value == RDF + "predicate" for _, p, _ in facts)


@pytest.mark.parametrize(("status", "stands"), [("rejected", False), ("superseded", False), ("disputed", True)])
def test_only_accepted_and_disputed_claims_are_facts(seeds: Path, tmp_path: Path, status: str, stands: bool) -> None:  # noqa: FBT001
    path = seeds / "curated" / "convention.trig"
    text = path.read_text(encoding="utf-8")
    quoted = 'oa:exact "Elle a été adoptée en juillet 2024"'
    path.write_text(text.replace(quoted, f"{quoted} ; rs:status rs:{status}"), encoding="utf-8")
    assert build(seeds, tmp_path / "out").returncode == 0
    store = ox.Store()
    store.load(path=str(tmp_path / "out" / "kg.ttl"))
    assert ask(store, "?claim rdf:predicate rs:adoptedOn")
    assert ask(store, "id:agreement-occitanie-cnes rs:adoptedOn ?when") is stands


def test_the_released_graph_is_what_the_seeds_say(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["build", "--seeds", str(ROOT / "seeds"), "--out", str(tmp_path)])
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / "kg.ttl").read_bytes() == (ROOT / "kg" / "graph" / "kg.ttl").read_bytes()
