"""kg why and kg verify, as a reader meets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def why(seeds: Path, tmp_path: Path) -> Callable[..., Result]:
    """kg why on the graph of the small seeds."""
    runner = CliRunner()
    assert runner.invoke(cli, ["build", "--seeds", str(seeds), "--out", str(tmp_path / "out")]).exit_code == 0
    return lambda *arguments: runner.invoke(cli, ["why", *arguments, "--graph", str(tmp_path / "out" / "kg.ttl")])


def test_every_claim_has_speaker_mode_passage_and_source(why: Callable[..., Result]) -> None:
    result = why("id:envelope-occitanie", "funder")
    assert result.exit_code == 0
    assert result.stdout == (
        "Enveloppe de la feuille de route · funding envelope · id:envelope-occitanie\n"
        "\n"
        "Enveloppe de la feuille de route — funder — Occitanie Regional Council\n"
        "  [1] Carole Delga · planned · quoted\n"
        '      "La Région mobilisera 30 M€"\n'
        "\n"
        '[1] Occitanie Regional Council, "La Région et le CNES renouvellent leur convention", 10 September 2024 '
        "(date from another source), https://www.example.org/convention\n"
        "Passages are quoted from our retellings of the sources.\n"
    )


@pytest.mark.parametrize("name", ["CNES", "cnes", "id:org-cnes", "https://w3id.org/regional-space/id/org-cnes"])
def test_an_entity_is_found_by_name_in_any_case_or_by_identifier(why: Callable[..., Result], name: str) -> None:
    assert "Convention Région Occitanie – CNES 2024-2027 — party — CNES" in why(name).stdout


def test_offsets_in_json_are_code_points_of_the_retelling(why: Callable[..., Result]) -> None:
    claims = json.loads(why("CNES", "--format", "json").stdout)["claims"]
    text = (
        (ROOT / "tests/fixtures/small/documents/convention.md").read_text(encoding="utf-8").split("+++\n", 2)[2].strip()
    )
    assert claims
    for claim in claims:
        passage = claim["passage"]
        assert text[passage["start"] : passage["end"]] == passage["exact"]


def test_unknown_names_and_properties_are_advice(why: Callable[..., Result]) -> None:
    unknown = why("CNESS")
    assert (unknown.exit_code, unknown.stderr) == (2, "Error: Nothing is called 'CNESS' here.\nDid you mean CNES?\n")
    assert why("CNES", "partie").exit_code == 0
    unknown = why("CNES", "patry")
    assert (unknown.exit_code, unknown.stderr) == (
        2,
        "Error: No claim has the property 'patry'.\nDid you mean party?\nIt has: rs:party.\n",
    )


def test_what_only_the_registry_names_has_no_claim(why: Callable[..., Result]) -> None:
    result = why("id:ref-insee-cog")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: Nothing is claimed of id:ref-insee-cog.\nOnly the registry names it.\n",
    )


def verify(seeds: Path, *arguments: str) -> Result:
    graph = seeds.parent / "out" / "kg.ttl"
    if not graph.exists():
        CliRunner().invoke(cli, ["build", "--seeds", str(seeds), "--out", str(graph.parent)])
    return CliRunner().invoke(cli, ["verify", "--seeds", str(seeds), "--graph", str(graph), *arguments])


def test_verify_counts_what_holds(seeds: Path) -> None:
    result = verify(seeds)
    assert (result.exit_code, result.stdout) == (0, "4 passages in 1 documents hold; 0 compared with the original.\n")


def test_verify_finds_a_document_that_changed_since_the_build(seeds: Path) -> None:
    verify(seeds)
    path = seeds / "documents" / "convention.md"
    path.write_text(path.read_text(encoding="utf-8").replace("Une convention", "Cette convention"), encoding="utf-8")
    result = verify(seeds)
    assert result.exit_code == 1
    assert "id:p-convention-1: characters 0 to 79 of " in result.stderr


def test_verify_says_that_no_original_is_there(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = verify(seeds, "--originals", str(tmp_path / "empty"))
    assert result.exit_code == 3
    assert "none of the 1 originals is here" in result.stderr


def with_original(seeds: Path, tmp_path: Path, original: str) -> Path:
    """Put an original into a folder and its SHA-256 and length into the document that retells it."""
    import hashlib

    folder = tmp_path / "originals"
    folder.mkdir()
    (folder / "any-name.txt").write_text(original, encoding="utf-8")
    path = seeds / "documents" / "convention.md"
    text = path.read_text(encoding="utf-8")
    start, end = text.index('sha256 = "'), text.index("passages")
    digest = hashlib.sha256(original.encode()).hexdigest()
    path.write_text(text[:start] + f'sha256 = "{digest}"\nlength = 400\n' + text[end:], encoding="utf-8")
    return folder


def test_verify_compares_figures_with_the_original_by_paragraph(seeds: Path, tmp_path: Path) -> None:
    said = "Convention 2024-2027, votée en juillet 2024.".ljust(150) + "30 M€ pour 2023-2027, dit la présidente.".ljust(
        250
    )
    result = verify(seeds, "--originals", str(with_original(seeds, tmp_path, said)))
    assert (result.exit_code, result.stdout) == (0, "4 passages in 1 documents hold; 1 compared with the original.\n")


def test_verify_finds_a_figure_that_the_original_does_not_have(seeds: Path, tmp_path: Path) -> None:
    said = "Convention 2024-2027, votée en juillet 2024.".ljust(150) + "29 M€ pour 2023-2027, dit la présidente.".ljust(
        250
    )
    result = verify(seeds, "--originals", str(with_original(seeds, tmp_path, said)))
    assert result.exit_code == 1
    assert "the figure 30 is not in characters 150 to 390 of any-name.txt." in result.stderr


@pytest.mark.skipif(not (ROOT.parent / "shared" / "seeds").is_dir(), reason="the originals are not ours to ship")
def test_both_seeds_keep_their_originals_figures() -> None:
    result = CliRunner().invoke(
        cli, ["verify", "--seeds", str(ROOT / "seeds"), "--originals", str(ROOT.parent / "shared" / "seeds")]
    )
    assert result.exit_code == 0, result.stderr
    assert result.stdout.endswith("2 compared with the original.\n")
