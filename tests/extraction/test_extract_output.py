"""kg extract: what a user gets on stdout, in files, and when something is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from click.testing import CliRunner

from kg.cli.extract import extract

TEXT = (
    "Carole Petit, présidente de la Région Occitanie, a ouvert le salon. "
    "Adoptée en juin dernier, la feuille de route régionale est dotée de 30 M€ sur 2023-2027.\n"
)


def written(folder: Path, text: str = TEXT) -> Path:
    path = folder / "note.txt"
    path.write_text(text, encoding="utf-8")
    return path


def run(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(extract, list(arguments))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_frames_are_lines_of_json_whose_evidence_lies_in_the_text(tmp_path: Path) -> None:
    found = run(str(written(tmp_path)), "--lang", "fr")
    role = next(f for f in found if f["type"] == "Role")
    assert role["slots"] == {
        "person": ["Carole Petit"],
        "role": ["présidente"],
        "organisation": ["Région Occitanie"],
    }
    for span in role["evidence"]:
        assert TEXT[span["start"] : span["end"]] in TEXT


def test_a_relative_date_stays_open_without_the_articles_own_date(tmp_path: Path) -> None:
    path = str(written(tmp_path))
    dates = {str(f["slots"].get("adoptedOn")) for f in run(path) if f["type"] == "Strategy"}
    assert dates == {"['XXXX-06']"}
    dated = run(path, "--date", "2024-09-10")
    assert "['2024-06']" in {str(f["slots"].get("adoptedOn")) for f in dated}


def test_a_date_of_which_nothing_is_told_is_left_out(tmp_path: Path) -> None:
    text = "Bavaria has 550 space companies, which generated a turnover of €12 billion last year."
    found = run(str(written(tmp_path, text)))
    revenue = next(f["slots"] for f in found if f["type"] == "Indicator" and 12_000_000_000 in f["slots"]["value"])
    assert "asOf" not in revenue


def test_out_writes_a_file_an_article(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(written(tmp_path)), "--out", str(tmp_path / "out")])
    assert (result.exit_code, result.stdout) == (0, "")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["note.jsonl"]


def test_trig_describes_the_source_and_points_into_it(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(written(tmp_path)), "--format", "trig", "--date", "2024-09-10"])
    quads = list(ox.parse(result.stdout, format=ox.RdfFormat.TRIG))
    values = {q.predicate.value.rsplit("/")[-1].rsplit("#")[-1]: q for q in quads}
    assert values["length"].object.value == str(len(TEXT.strip()))
    assert values["status"].object.value.endswith("proposed")
    exact = [q.object.value for q in quads if q.predicate.value.endswith("oa#exact")]
    assert exact
    assert all(words in TEXT for words in exact)


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    path = str(written(tmp_path))
    first, second = (CliRunner().invoke(extract, [path, "--format", "trig"]).stdout for _ in range(2))
    assert first == second


def test_explain_names_the_rule_on_stderr(tmp_path: Path) -> None:
    result = CliRunner().invoke(extract, [str(written(tmp_path)), "--explain"], env={"KG_LANG": "en"})
    assert 'person = Carole Petit (0.99)   from 0-12: "Carole Petit"' in result.stderr
    assert "by the rule role.apposition" in result.stderr


def test_a_missing_file_is_a_sentence_not_a_traceback() -> None:
    result = CliRunner().invoke(extract, ["/nowhere/at/all.txt"])
    assert result.exit_code == 3
    assert "Traceback" not in result.output
