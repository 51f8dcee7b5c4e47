"""Every named question answers from a store with the rows that it gives from a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from kg import shipped
from kg.answers import Rows
from kg.questions import catalogue, running
from kg.stores import Endpoint
from tests.stores.conftest import VIRTUOSO_PASSWORD

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


def rows(name: str, store: Endpoint | None) -> tuple[tuple[str, ...], list[list[str]]]:
    asked = running.ask(running.Wanted(name, GIVEN.get(name, ()), store=store), read_stdin=lambda: b"")
    assert isinstance(asked.answer, Rows)
    return asked.answer.variables, sorted([str(term) for term in row] for row in asked.answer.rows)


@pytest.fixture(scope="module")
def stores(oxigraph: str, virtuoso: str, rdflib_endpoint: str) -> Iterator[dict[str, Endpoint]]:
    """The released graph, loaded into each store and asked under its name."""
    found = {
        "oxigraph": Endpoint(f"{oxigraph}/store?graph={GRAPH}"),
        "virtuoso": Endpoint(virtuoso, defaults=(GRAPH,)),
        "rdflib": Endpoint(rdflib_endpoint),
    }
    yield found
    for store in found.values():
        store.close()


@pytest.fixture(scope="module", autouse=True)
def loaded(stores: dict[str, Endpoint], oxigraph: str, virtuoso: str) -> None:
    assert stores
    from click.testing import CliRunner

    from kg.cli import cli

    for url, who in ((oxigraph, ()), (virtuoso, ("--user", "dba"))):
        push = ["push", url, "--name", GRAPH, "--force", *who]
        done: Result = CliRunner().invoke(cli, push, env={"KG_PASSWORD": VIRTUOSO_PASSWORD})
        assert done.exit_code == 0, done.stderr


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("store", ["oxigraph", "virtuoso", "rdflib"])
def test_a_store_gives_the_rows_of_the_file(stores: dict[str, Endpoint], store: str, name: str) -> None:
    assert rows(name, stores[store]) == rows(name, None)


def test_the_command_says_the_same(kg: Callable[..., Result], oxigraph: str, tmp_path: Path) -> None:
    asked = ("query", "funding", "--format", "csv")
    held = kg(*asked, "--out", tmp_path / "held.csv")
    store = kg(*asked, "--endpoint", f"{oxigraph}/store?graph={GRAPH}", "--out", tmp_path / "store.csv")
    assert (held.exit_code, store.exit_code) == (0, 0), store.output
    assert sorted((tmp_path / "store.csv").read_text().splitlines()) == sorted(
        (tmp_path / "held.csv").read_text().splitlines()
    )
