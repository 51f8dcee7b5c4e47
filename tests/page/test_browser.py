"""The page in a real browser, offline: what a reader does with it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Any]


def search(page: Page, words: str) -> None:
    page.fill("#find", words)
    page.press("#find", "Enter")


def heading(page: Page) -> str:
    return page.inner_text("#panel-title")


def test_opens_without_a_request_or_a_complaint_within_the_budget(opened: Open, small: Path) -> None:
    opening = opened(small)
    assert opening.requests == [small.as_uri()]
    assert opening.complaints == []
    assert opening.page.locator("#network canvas").count() == 1
    assert opening.page.inner_text("#caption").startswith("16 entités montrées sur 16")
    assert small.stat().st_size < 1_000_000


def test_search_finds_names_aliases_codes_and_passages_without_accents(opened: Open, small: Path) -> None:
    page = opened(small).page
    for words, name in (
        ("kineis", "Kinéis"),
        ("etudes spatiales", "CNES"),
        ("FRJ", "Occitanie"),
        ("16 novembre", "Feuille de route spatiale d'Occitanie"),
        ("brittany", "Bretagne"),
    ):
        search(page, words)
        assert heading(page) == name
    page.fill("#find", "xyzzy")
    expect(page.locator("#find-list")).to_contain_text("Aucun résultat")


def test_an_entity_opens_its_evidence(opened: Open, small: Path) -> None:
    page = opened(small).page
    search(page, "enveloppe de 30 m")
    panel = page.inner_text("#panel")
    assert "dotée de 30 millions d'euros sur 2023-2027" in panel
    assert "redit d’après « La Région et le CNES renforcent leur partenariat »" in panel.replace("\u00a0", " ")
    assert "publié le 10 septembre 2024 (date donnée par une autre source)" in panel
    assert "Selon CNES" in panel
    assert page.locator('#panel a[href="https://www.example.org/convention"]').count() > 0
    assert page.locator("#panel .statement.aside").inner_text().startswith("60")


def test_contradicting_dates_stand_side_by_side_with_rule_and_speaker(opened: Open, small: Path) -> None:
    page = opened(small, "#sel=strategy-2023").page
    conflict = page.locator("#panel .property.conflict")
    assert conflict.locator(".value").all_inner_texts() == ["16 novembre 2023", "juin 2024"]
    assert "Les sources se contredisent" in conflict.inner_text()
    assert "à partir du 10 septembre 2024" in conflict.inner_text()
    boxes = [b for i in range(2) if (b := conflict.locator(".statement").nth(i).bounding_box())]
    assert abs(boxes[0]["y"] - boxes[1]["y"]) < 2


def test_a_line_opens_what_ties_its_ends(opened: Open, small: Path) -> None:
    page = opened(small, "#sel=council-occitanie~person-carole-delga").page
    assert heading(page) == "Lien entre Région Occitanie et Carole Delga"
    assert "présidente" in page.inner_text("#panel")


def test_a_click_on_a_node_selects_it(opened: Open, small: Path) -> None:
    page = opened(small, "#sel=org-cnes").page
    page.click('[data-key="centre"]')
    page.wait_for_timeout(500)
    page.click('[data-key="close"]')
    box = page.locator("#network").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#panel-title")).to_have_text("CNES")


def test_the_network_is_walked_by_keyboard(opened: Open, small: Path) -> None:
    page = opened(small).page
    page.focus("#network")
    page.keyboard.press("ArrowRight")
    first = heading(page)
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
    assert heading(page) != "Vue d’ensemble"
    assert first != "Vue d’ensemble"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "panel-title"
    page.focus("#network")
    page.keyboard.press("Escape")
    assert heading(page) == "Vue d’ensemble"


@pytest.mark.parametrize(
    ("part", "row", "after"),
    [("Formes et couleurs", "Entreprise", "14 entités"), ("Régions", "Occitanie", "6 entités")],
)
def test_the_legend_filters(opened: Open, small: Path, part: str, row: str, after: str) -> None:
    page = opened(small).page
    details = page.locator("#filters details", has=page.locator("summary", has_text=part))
    if details.get_attribute("open") is None:
        details.locator("summary").click()
    details.locator("label", has_text=row).locator("input").uncheck()
    assert page.inner_text("#caption").startswith(after)


def test_relations_modes_sources_and_years_filter(opened: Open, small: Path) -> None:
    lines = "document.querySelectorAll('#panel .statement').length"
    for fragment in ("&r=adoptedOn", "&least=1&s=src-two", "&m=stated", "&years=2010-2012&undated=no"):
        page = opened(small, f"#view=table&rows=statements{fragment}").page
        everything = opened(small, "#view=table&rows=statements").page
        assert page.locator("tbody tr").count() < everything.locator("tbody tr").count()
        assert page.evaluate(lines) >= 0


def test_years_play_to_the_end(opened: Open, small: Path) -> None:
    page = opened(small, "#years=2025-2025").page
    page.click('[data-key="play"]')
    expect(page.locator('[data-key="play"]')).to_have_attribute("aria-pressed", "false", timeout=15_000)
    assert "years=2025-2027" in page.evaluate("location.hash")


def test_neighbourhood_and_paths(opened: Open, small: Path) -> None:
    page = opened(small, "#sel=org-cnes").page
    page.select_option('[data-key="hops"]', "1")
    assert page.inner_text("#caption").startswith("4 entités")
    page.fill("#pathto", "thales")
    page.press("#pathto", "Enter")
    assert "CNES à Thales Alenia Space" in heading(page)
    assert page.locator("#panel .path li").count() == 3
    assert "Les Rencontres du spatial à Cannes" in page.inner_text("#panel .path")


def test_the_timeline_shows_periods_and_events(opened: Open, small: Path) -> None:
    page = opened(small, "#view=timeline").page
    items = page.locator("#timeline .item")
    assert items.count() == 5
    items.filter(has_text="ActInSpace").press("Enter")
    assert heading(page) == "ActInSpace 2026"


def test_the_map_shows_towns_and_regions_without_tiles(opened: Open, small: Path) -> None:
    page = opened(small, "#view=map").page
    assert sorted(page.locator("#map .names text").all_text_contents()) == ["Cannes", "Toulouse"]
    page.locator('#map [data-key="m76"]').press("Enter")
    assert heading(page) == "Occitanie"
    page.click('[data-key="frame-europe"]')
    assert page.locator("#map image").count() == 0


def test_table_rows_sort_filter_and_link(opened: Open, small: Path) -> None:
    page = opened(small, "#view=table").page
    page.click('[data-key="sort-amount"]')
    assert page.locator("tbody th").first.inner_text() == "Enveloppe de 30 M€ pour le spatial"
    assert page.locator("th[aria-sort=descending]").inner_text().startswith("Montant")
    page.fill("#rowfilter", "kineis")
    assert page.locator("tbody th").all_inner_texts() == ["Kinéis", "Toulouse"]
    page.locator("tbody td button", has_text="Toulouse").click()
    assert heading(page) == "Toulouse"


def test_questions_have_their_answers(opened: Open, small: Path) -> None:
    page = opened(small, "#view=questions").page
    page.click('[data-key="q-funding"]')
    assert "Enveloppe de 30 M€ pour le spatial" in page.inner_text(".answers")
    page.click('[data-key="answers-network"]')
    assert page.locator("#tab-network").get_attribute("aria-selected") == "true"


def test_language_changes_without_reload(opened: Open, small: Path) -> None:
    opening = opened(small, "#sel=strategy-2023")
    page = opening.page
    page.click('[data-key="language"]')
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "Sources contradict each other" in page.inner_text("#panel")
    assert "November 16, 2023" in page.inner_text("#panel")
    assert page.title() == "The regional space sector"
    assert len(opening.requests) == 1


def test_the_address_brings_the_state_back(opened: Open, small: Path) -> None:
    page = opened(small).page
    page.click("#tab-table")
    page.click('[data-key="rows-statements"]')
    page.fill("#rowfilter", "occitanie")
    page.click('[data-key="theme"]')
    page.locator("#filters label", has_text="Personne").first.locator("input").uncheck()
    search(page, "cnes")
    fragment = page.evaluate("location.hash")
    again = opened(small, fragment).page
    assert again.evaluate("location.hash") == fragment
    for part in ("#stage", "#panel", "#filters", "#caption"):
        assert again.inner_text(part) == page.inner_text(part)


def test_embedded_it_shows_the_picture_alone(opened: Open, small: Path) -> None:
    page = opened(small, "#embed").page
    assert not page.is_visible("#filters")
    assert page.is_visible("#network")


def taken(page: Page, key: str) -> bytes:
    page.click('[data-key="take"]')
    with page.expect_download() as download:
        page.click(f'[data-key="{key}"]')
    return Path(download.value.path()).read_bytes()


def test_what_is_taken_away_has_its_sources(opened: Open, small: Path) -> None:
    page = opened(small).page
    picture = taken(page, "svg").decode()
    assert "<svg" in picture
    assert "La Région et le CNES renforcent leur partenariat" in picture
    assert taken(page, "png").startswith(b"\x89PNG")
    rows = list(csv.DictReader(io.StringIO(taken(page, "csv").decode("utf-8-sig"))))
    assert any(r["passage"].startswith("dotée de 30") and r["source_date"] == "2024-09-10" for r in rows)
    nodes = json.loads(taken(page, "jsonld"))["@graph"]
    assert any("rs:evidence" in node for node in nodes)
    for view in ("timeline", "map"):
        page.click(f"#tab-{view}")
        assert taken(page, "png").startswith(b"\x89PNG")


def test_the_printed_sheet_has_picture_facts_and_sources(opened: Open, small: Path) -> None:
    page = opened(small).page
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    sheet = page.inner_text("#sheet")
    assert "30 000 000 €" in sheet.replace("\u202f", " ").replace("\u00a0", " ")
    assert "La Région et le CNES renforcent leur partenariat, 10 septembre 2024" in sheet
    assert not page.is_visible("#main")
    assert page.locator("#sheet figure svg").count() == 1


@pytest.mark.parametrize("width", [320, 390, 768])
def test_narrow_pages_do_not_scroll_sideways(opened: Open, small: Path, width: int) -> None:
    for view in ("network", "timeline", "map", "table", "questions"):
        page = opened(small, f"#view={view}&sel=strategy-2023", width=width, height=800, has_touch=True).page
        assert page.evaluate("document.documentElement.scrollWidth") <= width, view


def test_names_do_not_cover_each_other(opened: Open, small: Path) -> None:
    page = opened(small).page
    page.wait_for_timeout(300)
    page.click('[data-key="take"]')
    with page.expect_download() as download:
        page.click('[data-key="svg"]')
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    page.set_content(svg[svg.index("<svg") :])
    boxes = page.evaluate(
        "[...document.querySelectorAll('text')].filter(t => t.querySelector('tspan'))"
        ".map(t => t.getBBox()).map(b => [b.x + 3, b.y + 3, b.x + b.width - 3, b.y + b.height - 3])"
    )
    assert len(boxes) >= 15
    for i, a in enumerate(boxes):
        for b in boxes[i + 1 :]:
            assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
