"""The README of the stores cannot drift: every kg command in it is understood, and stops only at the store."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable

import pytest
from click.testing import Result

from tests.stores.conftest import ROOT
from tests.stores.front import Front, Reply, Request

TEXT = (ROOT / "kg" / "stores" / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^(?:\w+=\S+ )?(kg (?:push|pull) (?:'?http)[^#\n]*)", TEXT, re.MULTILINE)


def test_each_store_has_its_section() -> None:
    for store in ("Oxigraph", "Virtuoso", "Fuseki", "GraphDB", "Stardog", "Neptune", "QLever", "Blazegraph"):
        assert re.search(rf"^### .*{store}.*(\(tried|\(not tried here)", TEXT, re.MULTILINE), store
    assert len(COMMANDS) >= 10


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_of_the_readme_reaches_its_store(
    kg: Callable[..., Result], command: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("readme"))

    def closed(_: Request) -> Reply | None:
        return Reply(403, {}, b"closed")

    with Front(answer=closed) as front:
        arguments = [
            re.sub(r"https?://[^/]+", front.url, a, count=1) if "://" in a else a for a in shlex.split(command)[1:]
        ]
        name = [n for n, a in enumerate(arguments) if a == "--name"]
        for at in name:
            arguments[at + 1] = "https://w3id.org/regional-space/"
        forced = ["--force"] if arguments[0] == "push" else []  # shapes have their own tests
        result = kg(*arguments, *forced, KG_PASSWORD="x", QLEVER_TOKEN="x")  # noqa: S106
    assert result.exit_code == 4, result.output
    assert "the store answered 403: closed" in result.stderr
