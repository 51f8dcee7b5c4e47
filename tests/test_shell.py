"""kg shell as a person types it, completion in bash, and the reference that cannot drift."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from kg.cli import cli, reference
from kg.errors import WrongUsage
from kg.prompt import Shell, session
from kg.questions.local import Local, load

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def held(seeds: Path, tmp_path: Path) -> Local:
    result = CliRunner().invoke(cli, ["build", "--seeds", str(seeds), "--out", str(tmp_path / "out")])
    assert result.exit_code == 0
    return load((tmp_path / "out" / "kg.ttl",))


def test_a_query_goes_on_until_an_empty_line(held: Local, tmp_path: Path) -> None:
    with create_pipe_input() as keys:
        keys.send_text("SELECT ?who\r{ ?a rs:party ?who }\r\rranks\r")
        prompt = session(held, tmp_path / "kept" / "history", source=keys, screen=DummyOutput())
        # in a thread of its own: the browser's tests may leave an event loop running in this one
        assert prompt.prompt(in_thread=True) == "SELECT ?who\n{ ?a rs:party ?who }\n"
        assert prompt.prompt(in_thread=True) == "ranks"
    assert "ranks" in (tmp_path / "kept" / "history").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("typed", "offered"), [("rs:adoptedO", "rs:adoptedOn"), ("fund", "funding"), ("funding region=occ", "Occitanie")]
)
def test_completion_knows_terms_questions_and_entities(held: Local, typed: str, offered: str) -> None:
    completer = session(held, None, screen=DummyOutput()).completer
    assert completer
    found = completer.get_completions(Document(typed), CompleteEvent())
    assert offered in [completion.text for completion in found]


def test_answers_mistakes_and_the_last_answer_to_a_file(held: Local, tmp_path: Path) -> None:
    shell = Shell(held, "en")
    answer = "".join(shell.answer("SELECT ?a { ?a a rs:Agreement }"))
    assert "Convention Région Occitanie – CNES 2024-2027" in answer
    for typed, told in (
        ("fundingg", "There is no question 'fundingg'.\nDid you mean funding?"),
        (".sav x", "Not a command: .sav x\nDid you mean .save?"),
        (".save", ".save takes: the name of a file."),
        (".lang de", ".lang takes: fr, en."),
        (".format nope", ".format takes: table, csv, "),
    ):
        with pytest.raises(WrongUsage) as mistake:
            list(shell.answer(typed))
        assert mistake.value.in_language("en").startswith(told)
    assert list(shell.answer(f".save {tmp_path / 'answer.txt'}")) == []
    assert (tmp_path / "answer.txt").read_text(encoding="utf-8") == answer
    list(shell.answer(".lang fr"))
    assert "sources" in "".join(shell.answer("ranks"))
    list(shell.answer(".quit"))
    assert shell.over


def test_a_script_is_answered_piece_by_piece_and_its_mistakes_are_told_apart() -> None:
    script = """.save none.csv
.format csv
ASK {}

SELECT (1 AS ?x)
{}
.format json
fundingg
SELECT (2 AS ?y) {}
.quit
ranks
"""
    result = CliRunner().invoke(cli, ["shell"], input=script, env={"KG_LANG": "en"})
    assert result.stdout.split() == ["true", "x", "1", *result.stdout.split()[3:]]
    assert '"y"' in result.stdout
    assert "Europe" not in result.stdout
    assert result.stderr == (
        "There is no answer to save yet.\nAsk something first.\n"
        "There is no question 'fundingg'.\nDid you mean funding?\nList them: kg query\n"
    )
    assert result.exit_code == 2


def test_bash_completes_the_names_of_questions() -> None:
    result = subprocess.run(
        [sys.executable, "-m", "kg"],
        cwd=ROOT,
        env={**os.environ, "_KG_COMPLETE": "bash_complete", "COMP_WORDS": "kg query fundi", "COMP_CWORD": "2"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stdout == "plain,funding\n"


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_each_shell(name: str) -> None:
    result = CliRunner().invoke(cli, ["completion", name])
    assert result.exit_code == 0
    assert "_KG_COMPLETE" in result.stdout


def test_the_reference_is_what_the_commands_say() -> None:
    assert (ROOT / "kg" / "README.md").read_text(encoding="utf-8") == reference.markdown(cli)
