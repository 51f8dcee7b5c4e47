"""kg review: every verdict is kept at once, what was rejected is not asked again, what was accepted is in the graph."""

from __future__ import annotations

import csv
import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
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


def with_soditech() -> None:
    registry = Path("seeds/registry/companies.ttl")
    registry.write_text(
        "@prefix rs: <https://w3id.org/regional-space/def#> .\n@prefix id: <https://w3id.org/regional-space/id/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n@prefix dcterms: <http://purl.org/dc/terms/> .\n"
        'id:org-soditech a rs:Company ; rdfs:label "Soditech"@fr ; dcterms:source id:src-convention .\n',
        encoding="utf-8",
    )
    Path("note.txt").write_text("La société Soditec emploie 120 salariés.\n", encoding="utf-8")


def claims() -> str:
    return Path("seeds/extracted/note.trig").read_text(encoding="utf-8")


DECISIONS = Path("seeds/decisions/extracted.csv")


def test_a_name_like_a_known_one_is_asked_about_and_deleting_the_decision_undoes_the_link(
    review: Callable[..., Result],
) -> None:
    with_soditech()
    asked = review("--by", "Jeanne", keys="a\ny\n")
    assert "Is Soditec the same as Soditech (id:org-soditech; alike, 84/100)?" in asked.stdout
    assert "schema:about id:org-soditech ." in claims()
    header, line = DECISIONS.read_text(encoding="utf-8").splitlines()
    assert next(csv.reader([line]))[:5] == ["name", "Soditec", "id:org-soditech", "same", "Jeanne"]
    DECISIONS.write_text(f"{header}\n", encoding="utf-8")
    undone = review(keys="")
    assert "1 names are like known ones" in undone.stderr
    assert "schema:about id:org-soditec-note ." in claims()


def test_a_name_nobody_was_asked_about_is_a_candidate_and_waits(
    review: Callable[..., Result],
) -> None:
    with_soditech()
    assert review("--accept-above", "0").exit_code == 0
    assert "schema:about id:org-soditec-note ." in claims()
    assert DECISIONS.read_text(encoding="utf-8").splitlines()[1].startswith("name,Soditec,id:org-soditech,unsure,")
    DECISIONS.write_text(DECISIONS.read_text(encoding="utf-8").replace(",unsure,", ",same,"), encoding="utf-8")
    assert review().exit_code == 0
    assert "schema:about id:org-soditech ." in claims()
    built = CliRunner().invoke(cli, ["build", "--out", "out"])
    assert built.exit_code == 0, built.stderr


def test_names_told_apart_are_not_asked_about_again(review: Callable[..., Result]) -> None:
    with_soditech()
    review(keys="a\nn\n")
    Path("note.txt").rename("other.txt")
    again = CliRunner().invoke(cli, ["review", "other.txt"], input="a\n")
    assert "the same as" not in again.stdout
    assert "id:org-soditec-other" in Path("seeds/extracted/other.trig").read_text(encoding="utf-8")


def test_at_a_terminal_every_key_is_answered_and_ctrl_c_keeps_what_was_said(review: Callable[..., Result]) -> None:
    del review  # it has laid the seeds
    Path("note.txt").write_text(
        "Anna Berg, director of Orbex, spoke in Glasgow. Orbex employs 120 people in Glasgow.\n", encoding="utf-8"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "KG_LANG": "en", "TERM": "xterm"}
    command = [sys.executable, ["-m", "kg", "review", "note.txt", "--lang", "en"]]
    with pexpect.spawn(*command, env=environment, encoding="utf-8", timeout=60, dimensions=(50, 160)) as terminal:
        for key, answer in (
            ("x", "Not one of the keys"),
            ("u", "Nothing to undo yet"),
            ("?", "by the rule role.apposition"),
            ("c", "Type slot=value"),
        ):
            terminal.expect_exact("[q]uit")
            terminal.send(key)
            terminal.expect_exact(answer)
        terminal.expect_exact("slot=value ? ")
        terminal.send("role=managing director\r\r")
        terminal.expect_exact("corrected")
        terminal.expect_exact("[q]uit")
        terminal.sendintr()
        terminal.expect(r"note: 1 frames accepted, (\d+) waiting")
        terminal.expect(pexpect.EOF)
    assert terminal.exitstatus == 0
    assert journal() == ["correct"]
    assert 'rs:roleTitle "managing director"@en' in claims()
