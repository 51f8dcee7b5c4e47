"""The digest is RDFC-1.0's, whatever the order, the size of the graph and the names of its blank nodes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.stores import canonical, spelling

IRIS = st.sampled_from(["urn:a", "urn:b", "https://example.org/é"]).map(ox.NamedNode)
TEXTS = st.text(st.characters(codec="utf-8"), max_size=8)
LITERALS = st.one_of(
    TEXTS.map(ox.Literal),
    st.builds(lambda text, tag: ox.Literal(text, language=tag), TEXTS, st.sampled_from(["fr", "en-gb"])),
    st.integers(-9, 9).map(ox.Literal),
)
BLANKS = st.sampled_from("abc").map(ox.BlankNode)


def graphs(*, blank: bool) -> st.SearchStrategy[list[ox.Triple]]:
    nodes = IRIS | BLANKS if blank else IRIS
    return st.lists(st.builds(ox.Triple, nodes, IRIS, nodes | LITERALS), max_size=6)


def digest(triples: list[ox.Triple]) -> str:
    dataset = ox.Dataset(ox.Quad(*triple) for triple in triples)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = sorted(f"{quad.triple} .\n".encode() for quad in dataset)
    return hashlib.sha256(b"".join(lines)).hexdigest()


@pytest.mark.parametrize("run", [2, 200_000])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(triples=graphs(blank=True) | graphs(blank=False))
def test_the_digest_is_that_of_rdfc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: int, triples: list[ox.Triple]
) -> None:
    monkeypatch.setattr(canonical, "_RUN", run)
    found = canonical.of(triples, tmp_path / "graph")
    assert found.digest == digest(triples)
    assert found.count == len(set(found.lines()))
    assert [p.name for p in tmp_path.iterdir()] == ["graph"]
    assert found.blank == any(isinstance(n, ox.BlankNode) for t in triples for n in (t.subject, t.object))
    assert found.size() == found.path.stat().st_size
    assert canonical.of(reversed(triples), tmp_path / "graph").digest == found.digest


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=graphs(blank=False), two=graphs(blank=False))
def test_what_is_missing_is_the_difference(tmp_path: Path, one: list[ox.Triple], two: list[ox.Triple]) -> None:
    wanted, found = canonical.of(one, tmp_path / "one"), canonical.of(two, tmp_path / "two")
    expected = {f"{t} .\n".encode() for t in one} - {f"{t} .\n".encode() for t in two}
    assert set(canonical.missing(wanted, found)) == expected


@pytest.mark.parametrize(
    ("kind", "spelt", "value"),
    [
        ("decimal", "30000000.0", "30000000"),
        ("decimal", "1.50", "1.5"),
        ("integer", "007", "7"),
        ("boolean", "1", "true"),
        ("double", "1.0e3", "1000"),
        ("duration", "259200.0", "P3D"),
        ("duration", "24", "P2Y"),
        ("duration", "-18", "-P1Y6M"),
        ("duration", "P1Y", "P1Y"),
        ("gYear", "0024", "0024"),
        ("decimal", "not a number", "not a number"),
    ],
)
def test_a_value_is_spelt_one_way(tmp_path: Path, kind: str, spelt: str, value: str) -> None:
    name = ox.NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")
    given_, wanted = ox.Literal(spelt, datatype=name), ox.Literal(value, datatype=name)
    assert list(spelling.rows([(given_, None), (wanted, None)])) == [(wanted, None), (wanted, None)]
    subject = ox.NamedNode("urn:s")
    one = canonical.of([ox.Triple(subject, subject, given_)], tmp_path / "one")
    two = canonical.of([ox.Triple(subject, subject, wanted)], tmp_path / "two")
    assert canonical.respelt(one, tmp_path / "one.v").digest == canonical.respelt(two, tmp_path / "two.v").digest


def test_texts_that_look_like_numbers_stay_texts() -> None:
    row = (ox.Literal("30000000.0"), ox.Literal("007", language="fr"), ox.NamedNode("urn:1.0"))
    assert list(spelling.rows([row])) == [row]
