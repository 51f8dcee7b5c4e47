"""The page in a real browser: it opens, asks for nothing, and shows who says what."""

from __future__ import annotations

from pathlib import Path


def search(page, words: str) -> None:
    page.fill("#find", words)
    page.keyboard.press("Enter")


def test_page_opens_without_a_request_or_a_complaint(opened, small: Path) -> None:
    page = opened(small)
    assert page.requests == [small.as_uri()]
    assert page.complaints == []
    assert page.page.locator("#network canvas").count() == 1
    assert "17 entités" in page.page.inner_text("#caption") or "entités" in page.page.inner_text("#caption")


def test_search_finds_without_accents_and_opens_the_evidence(opened, small: Path) -> None:
    page = opened(small).page
    search(page, "enveloppe de 30 m")
    panel = page.inner_text("#panel")
    assert "Enveloppe de 30 M€ pour le spatial" in panel
    assert "dotée de 30 millions d'euros sur 2023-2027" in panel
    assert "redit d’après « La Région et le CNES renforcent leur partenariat »" in panel
    assert "10 septembre 2024 (date donnée par une autre source)" in panel
    assert page.locator('#panel a[href="https://www.example.org/convention"]').count() > 0
    search(page, "kineis")
    assert "Kinéis" in page.inner_text("#panel h2")


def test_contradicting_dates_stand_side_by_side(opened, small: Path) -> None:
    page = opened(small).page
    search(page, "feuille de route spatiale")
    conflict = page.locator("#panel .property.conflict")
    assert conflict.locator(".value").all_inner_texts() == ["16 novembre 2023", "juin 2024"]
    assert "Les sources se contredisent" in conflict.inner_text()


def test_legend_filters_and_counts(opened, small: Path) -> None:
    page = opened(small).page
    before = page.inner_text("#caption")
    row = page.locator("#filters label", has_text="Entreprise")
    assert row.locator(".count").inner_text() == "2"
    row.locator("input").uncheck()
    assert page.inner_text("#caption") != before
