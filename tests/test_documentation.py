"""The documentation cannot drift: every command is in the README, and the README's commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import MODULES, cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def readme_commands() -> list[str]:
    """The `kg …` lines of the README's shell blocks, without what only sets up or needs a server."""
    blocks = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    lines = [line.split("  #")[0].strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line.startswith("kg ")]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_every_command_is_in_the_readme_and_has_an_example(name: str) -> None:
    assert f"`kg {name}" in README
    for language in ("fr", "en"):
        result = CliRunner().invoke(cli, [name, "--help"], env={"KG_LANG": language})
        assert result.exit_code == 0
        assert ("Exemple" if language == "fr" else "Example") in result.stdout
        assert f"kg {name}" in result.stdout.split("Ex", 1)[1]


@pytest.mark.parametrize("name", sorted(MODULES))
def test_help_is_in_both_languages(name: str) -> None:
    english, french = (
        CliRunner().invoke(cli, [name, "--help"], env={"KG_LANG": language}).stdout for language in ("en", "fr")
    )
    options = [line for line in english.splitlines() if line.strip().startswith("-")]
    assert not [line for line in options if line in french and "  " in line.strip() and "--help" not in line]


@pytest.mark.parametrize("line", readme_commands())
def test_the_commands_of_the_readme_run(line: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, shlex.split(line)[1:], env={"KG_LANG": "en"})
    assert result.exit_code == 0, result.stderr
    assert result.stdout


def test_no_path_of_a_machine_stands_in_the_tree() -> None:
    texts = [p for folder in ("kg", "seeds", "ontology", "queries", "tests", ".ci") for p in (ROOT / folder).rglob("*")]
    suffixes = {".py", ".md", ".ttl", ".trig", ".toml", ".rq", ".js", ".css", ".html", ".csv", ".tsv", ""}
    forbidden = re.compile(r"(?<![\w.])/(?:work|home|Users|root)/\w|pypi\.org|npmjs\.(?:org|com)")
    found = [
        f"{p.relative_to(ROOT)}: {match[0]}"
        for p in texts
        if p.is_file() and p.suffix in suffixes and "__pycache__" not in p.parts and p != Path(__file__)
        for match in forbidden.finditer(p.read_text(encoding="utf-8"))
    ]
    assert found == []
