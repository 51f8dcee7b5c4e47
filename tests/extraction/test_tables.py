"""Tables: what their columns tell, row by row."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import understood

from kg.extraction import reading, run, tabular

PAID = """Le pas de tir sera payé à plusieurs.

| Financeur | Montant (M€) |
| --- | --- |
| Région Guyane | 12 |
| CNES | 30,5 |
| Total | 42,5 |
"""
FIGURES = """| | Entreprises | Emplois | Chiffre d'affaires (M€) |
|---|---|---|---|
| Toulouse | 180 | 9 400 | 1 250 |
| Tarbes | 12 | | 35,5 |
"""


LAUREATES = "Lauréat | Ville | Subvention (k€)\nPhotonéo | Lannion | 250\nSyrlinks | Rennes | 1 200"


def said(text: str, kind: str) -> list[dict[str, object]]:
    """The frames of a type, each slot with its value, or its values where it has several."""
    found = []
    for frame in run.ruled(understood(text)):
        if frame.type == kind:
            slots = {f.slot: list(frame.values(f.slot)) for f in frame.fillers}
            found.append({slot: v[0] if len(v) == 1 else v for slot, v in slots.items()})
    return found


def test_who_pays_stands_under_its_header_and_the_unit_of_a_column_counts() -> None:
    assert said(PAID, "Funding") == [
        {"amount": 12_000_000, "currency": "EUR", "kind": "contribution", "funder": "Région Guyane"},
        {"amount": 30_500_000, "currency": "EUR", "kind": "contribution", "funder": "CNES"},
    ]


def test_figures_measure_what_begins_their_row_and_an_empty_cell_says_nothing() -> None:
    assert said(FIGURES, "Indicator") == [
        {"subject": "Toulouse", "measure": "companies", "value": 180},
        {"subject": "Toulouse", "measure": "jobs", "value": 9400},
        {"subject": "Toulouse", "measure": "revenue", "value": 1_250_000_000},
        {"subject": "Tarbes", "measure": "companies", "value": 12},
        {"subject": "Tarbes", "measure": "revenue", "value": 35_500_000},
    ]


def test_a_share_counts_no_jobs() -> None:
    rows = "Ville | Emplois\nTarbes | 12 %\nFigeac | environ 30\n"
    assert said(rows, "Indicator") == [{"subject": "Figeac", "measure": "jobs", "value": 30}]


@pytest.mark.parametrize(
    ("rows", "kind", "slots"),
    [
        (
            LAUREATES,
            "Location",
            {"entity": "Photonéo", "place": "Lannion"},
        ),
        (
            LAUREATES,
            "Funding",
            {"amount": 250_000, "currency": "EUR", "kind": "contribution", "recipient": "Photonéo"},
        ),
        (
            "Nom | Fonction | Organisme\nClaire Vasseur | présidente | Photonéo\nPaul Mercier | directeur | Syrlinks",
            "Role",
            {"person": "Claire Vasseur", "role": "présidente", "organisation": "Photonéo"},
        ),
        (
            "Date | Événement | Lieu\n16-22 juin 2025 | Salon du Bourget | Le Bourget\n4 mai 2025 | Forum Orb | Brest",
            "Event",
            {"name": "Salon du Bourget", "start": "2025-06-16", "end": "2025-06-22", "place": "Le Bourget"},
        ),
        (
            "Société | Lanceur\nMaiaSpace | Maia\nLatitude | Zephyr",
            "Asset",
            {"name": "Maia", "kind": "launcher", "operator": "MaiaSpace"},
        ),
    ],
)
def test_each_kind_of_table_is_read(rows: str, kind: str, slots: dict[str, object]) -> None:
    assert said(f"Le détail :\n\n{rows}\n", kind)[0] == slots


@pytest.mark.parametrize(
    "text",
    [
        "Lanceur | tout modèle lourd\nRetour | 3 000 kg de fret\nRéemploi | cinq vols\n",  # keys, no header
        "Rubrique | Économie\nAuteur | La rédaction\n",
        "Emplois | 400\nEntreprises | 12\n",
        "Ville | Emplois\nTarbes | 12\n",  # one row is no table
        "Date | Lieu\n12 mai | Nantes\n13 mai | Brest\n",  # of what is not said
    ],
)
def test_lines_with_bars_are_no_table_without_a_header_and_rows(text: str) -> None:
    assert list(tabular.tables(text)) == []


def test_a_row_told_in_words_is_read_as_words() -> None:
    text = (
        "Thème | Montant\nMini-lanceurs | 42 M€, dont 22 apportés par l'État\n"
        "Capteurs | 15 M€\nAntennes | 3 M€\n"
    )  # fmt: skip
    document = understood(text)
    assert [t.string[:13] for t in document.prose] == ["Mini-lanceurs"]
    assert {f.values("amount")[0] for f in run.ruled(document)} >= {42_000_000, 15_000_000, 3_000_000}


def test_tables_of_pages_and_documents_are_read_as_those_of_texts(tmp_path: Path) -> None:
    rows = [["Province", "Entreprises", "Emplois"], ["Milan", "23", "330"], ["Varèse", "14", "266"]]
    lead = "La Chambre de commerce de Milan publie les chiffres de la filière spatiale, province par province."
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    page = tmp_path / "a.html"
    page.write_text(
        f'<html lang="fr"><head><title>Lombardie</title></head><body><article><h1>Lombardie</h1><p>{lead}</p>'
        f"<table>{cells}</table><p>{lead}</p></article></body></html>",
        encoding="utf-8",
    )
    made = docx.Document()
    made.add_paragraph(lead)
    table = made.add_table(rows=3, cols=3)
    for n, row in enumerate(rows):
        for m, words in enumerate(row):
            table.cell(n, m).text = words
    content = io.BytesIO()
    made.save(content)
    (tmp_path / "a.docx").write_bytes(content.getvalue())
    for name in ("a.html", "a.docx"):
        found = said(reading.read(tmp_path / name).text, "Indicator")
        assert {"subject": "Varèse", "measure": "jobs", "value": 266} in found, name
        assert len(found) == 4


@given(st.text(alphabet="ab1 |\n-Ville", max_size=200))
def test_cells_stand_where_the_text_has_them(text: str) -> None:
    for table in tabular.tables(f"Ville | Emplois\nA | 1\nB | 2\n{text}"):
        assert {len(cells) for cells in table.rows} <= {len(table.header)}
        for cells in table.rows:
            for cell in cells:
                words = f"Ville | Emplois\nA | 1\nB | 2\n{text}"[cell.start : cell.end]
                assert "|" not in words
                assert "\n" not in words
                assert words == words.strip()


def test_a_long_table_is_read_to_its_end() -> None:
    text = "Ville | Emplois\n" + "".join(f"Tarbes {n} | {n}\n" for n in range(1, 1500))
    assert sum(f.type == "Indicator" for f in run.ruled(understood(text))) == 1499
