"""kg review: every verdict is kept at once, what was rejected is not asked again, what was accepted is in the graph."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = (
    "La Région Occitanie et le CNES ont signé une convention de partenariat pour 2024-2027. "
    "Carole Delga, présidente de la Région Occitanie, a annoncé 30 M€ pour la filière spatiale.\n"
)


@pytest.fixture
def review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """kg review of one article, on a copy of the seeds' registry."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "tests" / "fixtures" / "small", "seeds")
    Path("note.txt").write_text(ARTICLE, encoding="utf-8")
    arguments = ["review", "note.txt", "--date", "2024-09-10"]
    return lambda *more, keys="": CliRunner().invoke(cli, [*arguments, *more], input=keys)


def journal() -> list[str]:
    lines = Path("seeds/extracted/note.review.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["verdict"] for line in lines]


def waiting(result: Result) -> int:
    return int(result.stderr.rsplit(" waiting", 1)[0].rsplit(" ", 1)[-1])


def test_what_was_said_is_kept_when_the_input_ends(review: Callable[..., Result]) -> None:
    first = review(keys="a\n")
    assert first.exit_code == 0
    assert journal() == ["accept"]
    assert "note: 1 frames accepted" in first.stderr
    assert waiting(review(keys="q\n")) == waiting(first)


def test_rejected_frames_are_not_asked_again_and_undo_asks_again(review: Callable[..., Result]) -> None:
    before = waiting(review(keys="q\n"))
    assert waiting(review(keys="r\nq\n")) == before - 1
    assert waiting(review(keys="r\nu\nq\n")) == before - 1
    assert journal() == ["reject", "reject", "undo"]


def test_a_corrected_slot_is_what_becomes_a_claim(review: Callable[..., Result]) -> None:
    review("--out", "frames.csv")
    with Path("frames.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    role = next(row for row in rows if row["type"] == "Role")
    role["slots"] = role["slots"].replace("présidente", "présidente du conseil")
    role["verdict"] = "accept"
    with Path("frames.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(role))
        writer.writeheader()
        writer.writerows(rows)
    result = review("--apply", "frames.csv")
    assert result.exit_code == 0, result.stderr
    assert journal() == ["correct"]
    assert "présidente du conseil" in Path("seeds/extracted/note.trig").read_text(encoding="utf-8")


def test_a_bad_line_applies_nothing(review: Callable[..., Result]) -> None:
    review("--out", "frames.csv")
    lines = Path("frames.csv").read_text(encoding="utf-8-sig").splitlines()
    Path("frames.csv").write_text("\n".join([lines[0], lines[1] + "accept", lines[2] + "perhaps"]), encoding="utf-8")
    result = review("--apply", "frames.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: frames.csv:3: not a frame of these articles, or neither accept")
    assert not Path("seeds/extracted/note.review.jsonl").exists()


def test_an_unknown_slot_is_advice_and_the_frame_is_asked_again(review: Callable[..., Result]) -> None:
    result = review(keys="c\nrole-x=1\nq\n")
    assert "has no slot 'role-x'" in result.stderr
    assert not Path("seeds/extracted/note.review.jsonl").exists()


def test_accepted_frames_are_facts_of_the_next_build(review: Callable[..., Result]) -> None:
    result = review("--accept-above", "0")
    assert waiting(result) == 0
    built = CliRunner().invoke(cli, ["build", "--out", "out"])
    assert built.exit_code == 0, built.stderr
    facts = Path("out/facts.ttl").read_text(encoding="utf-8")
    assert 'rs:roleTitle "présidente"' in facts
    assert "rs:method rs:extracted" in Path("out/kg.ttl").read_text(encoding="utf-8")
