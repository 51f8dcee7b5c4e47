"""kg why, path, stats, diff and validate answer from a store what they answer from the file that was pushed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from kg import shipped


@pytest.fixture(scope="module")
def pushed(oxigraph: str) -> str:
    """The released graph in a real store's default graph: its query address."""
    from click.testing import CliRunner

    from kg.cli import cli

    result = CliRunner().invoke(cli, ["push", f"{oxigraph}/store?default"], env={"KG_LANG": "en"})
    assert result.exit_code == 0, result.stderr
    return f"{oxigraph}/query"


@pytest.mark.parametrize(
    "command",
    [["why", "id:envelope-occitanie-space-roadmap"], ["path", "Carole Delga", "CNES", "--most", "1"], ["stats"]],
)
def test_a_store_answers_as_the_file_does(pushed: str, kg: Callable[..., Result], command: list[str]) -> None:
    local, remote = kg(*command), kg(*command, "--endpoint", pushed)
    assert remote.exit_code == 0, remote.stderr
    assert remote.stdout == local.stdout


def test_no_difference_between_the_file_and_the_store(pushed: str, kg: Callable[..., Result]) -> None:
    assert kg("diff", str(shipped.graph()), pushed).stdout == "No claim changed.\n"


def test_what_a_store_holds_is_validated(pushed: str, kg: Callable[..., Result]) -> None:
    result = kg("validate", "--endpoint", pushed)
    assert result.exit_code == 0, result.stderr
    assert f"{pushed} conforms" in result.stderr


def test_file_and_store_at_once_is_advice(pushed: str, kg: Callable[..., Result], tmp_path: Path) -> None:
    result = kg("why", "CNES", "--endpoint", pushed, "--graph", tmp_path / "x.ttl")
    assert (result.exit_code, result.stderr) == (2, "Error: Ask files or a store: --graph or --endpoint.\n")
