"""Every named question answers from a store with the rows that it gives from a file."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg import graph, pipeline, rdf, shipped
from kg.answers import Rows
from kg.cli import cli
from kg.questions import catalogue, local, running
from kg.questions.asking import Asker
from kg.stores import Access, Endpoint
from tests.stores.conftest import ROOT, VIRTUOSO_PASSWORD, start_rdflib_endpoint

NAMES = catalogue.names(shipped.folder("queries"))
GIVEN = {
    "between": ("since=2024-01-01", "until=2026-12-31"),
    "bridges": ("region=occitanie", "other_region=paca"),
    "changes": ("since=2024-01-01",),
    "codes": ("place=cannes",),
    "compare": ("region=occitanie", "other_region=paca"),
    "evidence": ("entity=cnes",),
    "known": ("entity=cnes", "day=2025-12-31"),
    "links": ("one=cnes", "other=aerospace valley"),
    "meetings": ("who=cnes",),
    "names": ("entity=cnes",),
    "neighbours": ("entity=cnes",),
    "situation": ("as_of=2025-12-31",),
    "timeline": ("entity=cnes",),
}
GRAPH = "https://w3id.org/regional-space/questions"


def rows(name: str, store: Asker) -> tuple[tuple[str, ...], list[list[str]]]:
    wanted = running.Wanted(name, GIVEN.get(name, ()), store=store)  # type: ignore[arg-type]  a file held once will do
    asked = running.ask(wanted, read_stdin=lambda: b"")
    assert isinstance(asked.answer, Rows)
    return asked.answer.variables, sorted([str(term) for term in row] for row in asked.answer.rows)


@pytest.fixture(scope="module")
def released() -> Asker:
    return local.load((shipped.graph(),))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the two seeds: small enough for rdflib."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "tests" / "questions" / "seeds", folder / "seeds")
    path = folder / "kg.ttl"
    path.write_bytes(rdf.write(graph.everything(pipeline.read(folder / "seeds"))))
    return path


@pytest.fixture(scope="module")
def few(small: Path) -> Asker:
    return local.load((small,))


def push(url: str, graph: Path, *arguments: str) -> None:
    command = ["push", url, "--name", GRAPH, "--graph", str(graph), "--force", *arguments]
    done = CliRunner().invoke(cli, command, env={"KG_PASSWORD": VIRTUOSO_PASSWORD})
    assert done.exit_code == 0, done.stderr


@pytest.fixture(scope="module")
def in_oxigraph(oxigraph: str) -> Iterator[Endpoint]:
    push(oxigraph, shipped.graph())
    with Endpoint(f"{oxigraph}/store?graph={GRAPH}") as store:
        yield store


@pytest.fixture(scope="module")
def in_virtuoso(virtuoso: str) -> Iterator[Endpoint]:
    push(virtuoso, shipped.graph(), "--user", "dba")
    with Endpoint(virtuoso, Access(timeout=60), defaults=(GRAPH,)) as store:
        yield store


@pytest.fixture(scope="module")
def in_rdflib(small: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    server = start_rdflib_endpoint(tmp_path_factory.mktemp("rdflib"), small)
    with Endpoint(server.url) as store:
        yield store
    server.kill()


@pytest.mark.parametrize("name", NAMES)
def test_oxigraph_gives_the_rows_of_the_file(in_oxigraph: Endpoint, released: Asker, name: str) -> None:
    assert rows(name, in_oxigraph) == rows(name, released)


@pytest.mark.parametrize("name", NAMES)
def test_virtuoso_gives_the_rows_of_the_file(in_virtuoso: Endpoint, released: Asker, name: str) -> None:
    assert rows(name, in_virtuoso) == rows(name, released)


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_gives_the_rows_of_a_small_file(in_rdflib: Endpoint, few: Asker, name: str) -> None:
    assert rows(name, in_rdflib) == rows(name, few)


def test_the_command_says_the_same(kg: Callable[..., Result], in_oxigraph: Endpoint, tmp_path: Path) -> None:
    asked = ("query", "funding", "--format", "csv")
    held = kg(*asked, "--out", tmp_path / "held.csv")
    store = kg(*asked, "--endpoint", str(in_oxigraph.connection.url), "--out", tmp_path / "store.csv")
    assert (held.exit_code, store.exit_code) == (0, 0), store.output
    assert (tmp_path / "store.csv").read_text() == (tmp_path / "held.csv").read_text()
