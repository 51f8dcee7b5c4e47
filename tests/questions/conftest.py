"""What the tests of questions share: a small graph of the two seeds, and one with further documents."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg import graph, pipeline, rdf
from kg.answers import Rows
from kg.questions import running
from kg.terms import PREFIXES, curie

HERE = Path(__file__).resolve().parent
Answers = Callable[..., list[tuple[str, ...]]]


@pytest.fixture(scope="session")
def two_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the two seeds, from a copy that stays as it is."""
    return built(HERE / "seeds", tmp_path_factory.mktemp("two"))


@pytest.fixture(scope="session")
def further(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two seeds and a few further documents that contradict, repeat and complete them."""
    folder = tmp_path_factory.mktemp("further")
    shutil.copytree(HERE / "seeds", folder / "seeds")
    shutil.copytree(HERE / "more", folder / "seeds", dirs_exist_ok=True)
    return built(folder / "seeds", folder)


def built(seeds: Path, out: Path) -> Path:
    path = out / "kg.ttl"
    path.write_bytes(rdf.write(graph.everything(pipeline.read(seeds))))
    return path


@pytest.fixture
def answers(two_seeds: Path, further: Path) -> Answers:
    """Ask a named question; its rows, without repeats, as short names of the wanted columns."""

    def ask(question: str, columns: str, *values: str, graph: str = "two", **options: str) -> list[tuple[str, ...]]:
        path = {"two": two_seeds, "further": further}[graph]
        asked = running.ask(running.Wanted(question, values, graphs=(path,), **options), read_stdin=lambda: b"")
        assert isinstance(asked.answer, Rows)
        places = [asked.answer.variables.index(column) for column in columns.split()]
        return list(dict.fromkeys(tuple(short(row[i]) for i in places) for row in asked.answer.rows))

    return ask


def short(term: NamedNode | Literal | BlankNode | Triple | None) -> str:
    if isinstance(term, NamedNode):
        return term.value.removeprefix(PREFIXES["id"]) if term.value.startswith(PREFIXES["id"]) else curie(term.value)
    return "" if term is None else str(getattr(term, "value", term))
