"""The released page: as small as it was promised, whole in every view, and without a fault that axe would find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.page.test_accessible import VIEWS, violations

Open = Callable[..., Any]
MOST = 1_000_000
"""Bytes: raised only on purpose."""


def test_it_keeps_its_budget_of_bytes(released: Path) -> None:
    assert released.stat().st_size < MOST


def test_names_have_room_where_it_opens(opened: Open, released: Path) -> None:
    opening = opened(released)
    assert opening.requests == [released.as_uri()]
    opening.page.click('[data-key="take"]')
    with opening.page.expect_download() as download:
        opening.page.click('[data-key="svg"]')
    svg = Path(download.value.path()).read_text(encoding="utf-8")
    opening.page.set_content(svg[svg.index("<svg") :])
    boxes = opening.page.evaluate(
        "[...document.querySelectorAll('text')].filter(t => t.querySelector('tspan')).map(t => t.getBBox())"
        ".map(b => [b.x + 3, b.y + 3, b.x + b.width - 3, b.y + b.height - 3])"
    )
    assert len(boxes) > 120
    meeting = [
        (a, b)
        for i, a in enumerate(boxes)
        for b in boxes[i + 1 :]
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert meeting == []


@pytest.mark.parametrize(("scheme", "width", "language"), [("light", 1440, "en"), ("dark", 390, "fr")])
def test_axe_finds_nothing_in_any_view(opened: Open, released: Path, scheme: str, width: int, language: str) -> None:
    opening = opened(released, f"#lang={language}&sel=region-occitanie", width=width, color_scheme=scheme)
    for view in VIEWS:
        opening.page.evaluate("hash => { location.hash = hash; }", f"view={view}&lang={language}&sel=region-occitanie")
        opening.page.wait_for_selector(f'#tab-{view.partition("&")[0]}[aria-selected="true"]')
        assert violations(opening.page) == [], view
    assert opening.complaints == []
