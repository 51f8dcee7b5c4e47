"""kg diff: a correction is told from an addition and a withdrawal, a dispute from both."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

CURATED = "curated/convention.trig"


@pytest.fixture
def changed(seeds: Path, tmp_path: Path) -> Callable[..., Result]:
    """Build, change one thing in the curated file, build again, and tell the difference."""
    runner = CliRunner()

    def build(name: str) -> str:
        assert runner.invoke(cli, ["build", "--seeds", str(seeds), "--out", str(tmp_path / name)]).exit_code == 0
        return str(tmp_path / name / "kg.ttl")

    old = build("old")

    def run(before: str, after: str, *arguments: str) -> Result:
        path = seeds / CURATED
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after, 1), encoding="utf-8")
        return runner.invoke(cli, ["diff", old, build("new"), *arguments])

    return run


def test_another_value_of_the_same_passage_is_a_correction(changed: Callable[..., Result]) -> None:
    result = changed('"2024-07"^^xsd:gYearMonth', '"2024-07-04"^^xsd:date')
    assert result.exit_code == 0
    assert result.stdout == (
        "Corrected (1)\n"
        "  Convention Région Occitanie – CNES 2024-2027 — adopted on — July 2024 → 4 July 2024 [1]\n"
        "\n"
        '[1] Occitanie Regional Council, "La Région et le CNES renouvellent leur convention", 10 September 2024 (date '
        "from another source), https://www.example.org/convention\n"
    )


def test_a_claim_left_out_is_withdrawn_with_its_source(changed: Callable[..., Result]) -> None:
    result = changed(" , id:org-cnes ;", " ;")
    assert result.stdout.startswith(
        "Withdrawn (1)\n  Convention Région Occitanie – CNES 2024-2027 — party — CNES [1]\n"
    )


def test_a_new_dispute_is_told_as_such(changed: Callable[..., Result]) -> None:
    quoted = 'oa:exact "Elle a été adoptée en juillet 2024"'
    result = changed(quoted, f"{quoted} ; rs:status rs:disputed", "--format", "json")
    (change,) = json.loads(result.stdout)
    assert (change["change"], change["after"]) == ("disputed", "2024-07")


def test_a_comment_changes_no_claim(changed: Callable[..., Result]) -> None:
    assert changed("p:1 oa:hasSource", "# what the agreement says\np:1 oa:hasSource").stdout == "No claim changed.\n"
