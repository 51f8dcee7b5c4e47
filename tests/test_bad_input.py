"""Bad input gets a sentence, the documented exit code, and leaves the previous output as it was."""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import cli

ROOT = Path(__file__).resolve().parent.parent
CURATED = "curated/convention.trig"
DOCUMENT = "documents/convention.md"
REGISTRY = "registry/entities.ttl"


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def broken(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], Result]:
    """Build once, break one file, build again: the result of the second build, the first output proved untouched."""
    monkeypatch.chdir(seeds.parent)
    assert CliRunner().invoke(cli, ["build", "--out", "out"]).exit_code == 0
    before = {p.name: p.read_bytes() for p in Path("out").iterdir()}

    def run(file: str, old: str, new: str) -> Result:
        edit(seeds / file, old, new)
        result = CliRunner().invoke(cli, ["build", "--out", "out"])
        assert {p.name: p.read_bytes() for p in Path("out").iterdir()} == before
        assert "Traceback" not in result.output
        assert result.stdout == ""
        return result

    return run


def test_broken_trig_names_file_and_line(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "rs:party id:council-occitanie , id:org-cnes ;", "rs:party ;")
    assert result.exit_code == 3
    assert re.match(
        r"Error: seeds/curated/convention\.trig:17: not TRIG \(.+\)\.\nCorrect that line\.\n", result.stderr
    )


def test_unknown_term_suggests_the_nearest(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "rs:adoptedOn", "rs:adoptdOn")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: seeds/curated/convention.trig:25: unknown term rs:adoptdOn.\nDid you mean rs:adoptedOn?\n"
    )


def test_unknown_class_suggests_the_nearest(broken: Callable[..., Result]) -> None:
    result = broken(REGISTRY, "rs:SpaceAgency", "rs:SpaceAgncy")
    assert (result.exit_code, result.stderr) == (
        1,
        "Error: seeds/registry/entities.ttl:23: unknown class rs:SpaceAgncy.\nDid you mean rs:SpaceAgency?\n",
    )


def test_unknown_entity_suggests_the_nearest(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "id:org-cnes", "id:org-cness")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: seeds/curated/convention.trig:17: unknown entity id:org-cness.\nDid you mean id:org-cnes?\n"
        "Or introduce it in seeds/registry/.\n"
    )


def test_quoted_words_that_are_not_in_the_document(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "30 M€ couvre 2023-2027", "30 M€ couvre 2023-2028")
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: seeds/curated/convention.trig:39: passage p-convention-4 quotes words that are not in the document: "
        '"L\'enveloppe de 30 M€ couvre 2023-2028".\n'
        "Correct the quotation, or seeds/documents/convention.md if the retelling changed.\n"
    )


def test_quoted_words_that_occur_twice_need_their_context(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "L'enveloppe de 30 M€ couvre 2023-2027", "30 M€")
    assert result.exit_code == 1
    assert "words that occur 2 times" in result.stderr
    assert "oa:prefix" in result.stderr


def test_amount_without_currency_quotes_the_passage(broken: Callable[..., Result], seeds: Path) -> None:
    edit(seeds / CURATED, 'schema:currency "EUR" ;', "")
    result = broken(CURATED, 'schema:currency "EUR" ;', "")
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: The graph does not conform: 1 violation. Nothing was written.\n")
    assert "Enveloppe de la feuille de route (id:envelope-occitanie)" in result.stderr
    assert "currency" in result.stderr
    assert "La Région mobilisera 30 M€" in result.stderr


def test_end_before_start(broken: Callable[..., Result]) -> None:
    result = broken(
        CURATED, 'schema:endDate "2027"^^xsd:gYear .\n}\n\np:2', 'schema:endDate "2023"^^xsd:gYear .\n}\n\np:2'
    )
    assert result.exit_code == 1
    assert "Convention Région Occitanie – CNES 2024-2027 (id:agreement-occitanie-cnes)" in result.stderr
    assert "Une convention de partenariat lie la Région Occitanie et le CNES pour 2024-2027" in result.stderr


def test_label_missing(broken: Callable[..., Result]) -> None:
    result = broken(REGISTRY, 'rdfs:label "CNES"@fr , "CNES"@en ;', "")
    assert result.exit_code == 1
    assert result.stderr == (
        'Error: seeds/registry/entities.ttl:23: id:org-cnes has no label.\nAdd rdfs:label "…"@fr, "…"@en or both.\n'
    )


def test_duplicate_identifier_names_both_places(broken: Callable[..., Result]) -> None:
    result = broken(
        CURATED, "id:envelope-occitanie a rs:FundingEnvelope", 'id:org-cnes a rs:SpaceAgency ; rdfs:label "CNES"@fr .\n'
        "id:envelope-occitanie a rs:FundingEnvelope",
    )  # fmt: skip
    assert result.exit_code == 1
    assert result.stderr == (
        "Error: seeds/curated/convention.trig:11: id:org-cnes is introduced a second time.\n"
        "It stands in seeds/registry/entities.ttl:23 already: keep one, or rename.\n"
    )


def test_a_statement_in_the_registry_needs_a_passage(broken: Callable[..., Result]) -> None:
    result = broken(REGISTRY, "rs:jurisdiction id:region-occitanie", "schema:location id:region-occitanie")
    assert result.exit_code == 1
    assert "schema:location is a statement and has no passage." in result.stderr


def test_blank_node_is_refused(broken: Callable[..., Result]) -> None:
    result = broken(CURATED, "rs:party id:council-occitanie", "rs:party [] , id:council-occitanie")
    assert result.exit_code == 1
    assert "blank node" in result.stderr


def test_all_mistakes_are_told_at_once(broken: Callable[..., Result], seeds: Path) -> None:
    edit(seeds / REGISTRY, 'rdfs:label "Carole Delga"@fr , "Carole Delga"@en ;', "")
    result = broken(CURATED, "rs:adoptedOn", "rs:adoptdOn")
    assert "rs:adoptdOn" in result.stderr
    assert "id:person-carole-delga has no label" in result.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("name,Cnes,id:org-cnes,sure,curation,same letters", "2: 'sure' is none of same, different"),
        (
            "name,Cnes,id:org-cness,same,curation,same letters",
            "2: unknown entity id:org-cness.\nDid you mean id:org-cnes?",
        ),
        ("name,Cnes,id:org-cnes,same,curation", "2: a column is empty, missing or too many"),
    ],
)
def test_decision_that_cannot_be_read(broken: Callable[..., Result], seeds: Path, line: str, said: str) -> None:
    (seeds / "decisions").mkdir()
    (seeds / "decisions" / "names.csv").write_text(f"kind,a,b,verdict,by,why\n{line}\n", encoding="utf-8")
    result = broken(REGISTRY, "Occitania", "Occitanie")
    assert result.exit_code == 1
    assert f"seeds/decisions/names.csv:{said}" in result.stderr


def test_not_utf8_names_the_line(broken: Callable[..., Result], seeds: Path) -> None:
    path = seeds / CURATED
    path.write_bytes(path.read_bytes().replace("été".encode(), "été".encode("latin-1")))
    result = broken(REGISTRY, "Occitania", "Occitanie")
    assert result.exit_code == 3
    assert re.search(r"convention\.trig:\d+: not UTF-8 \(byte \d+\)\.\nSave the file as UTF-8\.", result.stderr)


def test_empty_file(broken: Callable[..., Result], seeds: Path) -> None:
    (seeds / CURATED).write_text("\n", encoding="utf-8")
    result = broken(REGISTRY, "Occitania", "Occitanie")
    assert result.exit_code == 3
    assert "seeds/curated/convention.trig: the file is empty." in result.stderr


def test_missing_folder_says_how_to_name_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, ["build"])
    assert result.exit_code == 3
    assert result.stderr == (
        "Error: seeds/documents: no such folder.\nRun kg from the folder that holds seeds/, or name it with --seeds.\n"
    )


def test_unknown_header_field_suggests_the_nearest(broken: Callable[..., Result]) -> None:
    result = broken(DOCUMENT, "publisher =", "publishr =")
    assert result.exit_code == 1
    assert "unknown field 'publishr'" in result.stderr
    assert "Did you mean publisher?" in result.stderr


def test_header_that_is_not_toml(broken: Callable[..., Result]) -> None:
    result = broken(DOCUMENT, 'language = "fr"', "language = fr")
    assert result.exit_code == 3
    assert "the header is not TOML" in result.stderr


def test_output_that_is_a_file_is_a_sentence(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    result = CliRunner().invoke(cli, ["build", "--seeds", str(seeds), "--out", str(tmp_path / "taken")])
    assert result.exit_code == 3
    assert "cannot be written" in result.stderr
    assert (tmp_path / "taken").read_text(encoding="utf-8") == "mine"


def test_full_disk_leaves_the_previous_output(seeds: Path, tmp_path: Path) -> None:
    """A file-size limit of the process stands for a full disk: the write itself fails, half-way."""
    out = tmp_path / "out"
    command = [sys.executable, "-m", "kg", "build", "--seeds", str(seeds), "--out", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    before = {p.name: p.read_bytes() for p in out.iterdir()}
    result = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        env=environment,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert result.returncode == 3
    assert "cannot be written (file too large)" in result.stderr
    assert {p.name: p.read_bytes() for p in out.iterdir()} == before


def test_messages_speak_french(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LANG", "fr")
    edit(seeds / CURATED, "rs:adoptedOn", "rs:adoptdOn")
    result = CliRunner().invoke(cli, ["build", "--seeds", str(seeds), "--out", str(seeds / "out")])
    assert result.stderr.startswith("Erreur : ")
    assert "terme inconnu rs:adoptdOn.\nVouliez-vous dire rs:adoptedOn ?\n" in result.stderr
