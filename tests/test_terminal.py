"""What a terminal does to a command: a reader that has seen enough, Ctrl-C, and mistakes told in French."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from kg.cli import cli
from kg.cli.bilingual import Group

KG = [sys.executable, "-m", "kg"]
ROOT = Path(__file__).resolve().parent.parent
ENGLISH = {**os.environ, "KG_LANG": "en"}


@pytest.mark.parametrize(
    "arguments", [["query", "corroboration"], ["query", "quotations", "--format", "json"], ["export", "--format", "nt"]]
)
def test_a_reader_that_has_seen_enough_is_no_mistake(arguments: list[str]) -> None:
    with subprocess.Popen([*KG, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as kg:
        assert kg.stdout
        assert kg.stderr
        assert kg.stdout.read(1)
        kg.stdout.close()
        assert (kg.wait(60), kg.stderr.read()) == (0, b"")


@click.command()
def interrupted() -> None:
    """What Ctrl-C does, at a moment that is known."""
    signal.raise_signal(signal.SIGINT)


def test_ctrl_c_ends_as_shells_expect() -> None:
    group = Group("kg", modules={"interrupted": __name__})
    result = CliRunner().invoke(group, ["interrupted"], env={"KG_LANG": "fr"})
    assert (result.exit_code, result.stderr) == (130, "\nInterrompu.\n")


def test_bytes_are_not_for_a_terminal() -> None:
    terminal, end = pty.openpty()
    done = subprocess.run(
        [*KG, "export", "--format", "parquet"], cwd=ROOT, env=ENGLISH, stdout=end, stderr=subprocess.PIPE, check=False
    )
    os.close(end)
    os.close(terminal)
    assert (done.returncode, done.stderr) == (2, b"Error: Parquet is not for a terminal: --out FILE.\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["export", "--format", "nope"], "kg export : --format est à choisir parmi nt, nq, trig"),
        (["query", "--set"], "kg query : --set demande une valeur."),
        (["pull", "--timeout", "x", "http://127.0.0.1/"], "kg pull : --timeout est un nombre, plus de 0."),
        (["path", "a", "b", "--most", "99"], "kg path : --most est un nombre, au moins 1, au plus 50."),
        (
            ["export", "--format", "nt", "--graph", "no.ttl"],
            "no.ttl : illisible (il n'y a ni fichier ni dossier de ce nom).",
        ),
        (["pull", "http://127.0.0.1:1/"], "http://127.0.0.1:1/sparql : aucun entrepôt ne répond (connexion refusée)."),
    ],
)
def test_mistakes_are_told_in_french_to_the_end(arguments: list[str], told: str) -> None:
    result = CliRunner().invoke(cli, arguments, env={"KG_LANG": "fr"}, prog_name="kg")
    assert result.exit_code in (2, 3, 4)
    assert told in result.stderr
