"""axe-core finds nothing, in any view, in any dress."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Open = Callable[..., Any]
AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
VIEWS = ("network", "timeline", "map", "table", "table&rows=statements", "questions&question=funding")


def violations(page: Any) -> list[str]:  # noqa: ANN401  Playwright's page or frame
    # run through the debugger: the page's own policy lets no foreign script in
    page.evaluate(f"() => {{ {AXE}\n; window.axe = axe; }}")
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations)")
    return [f"{v['id']}: {n['target']} {n.get('failureSummary', '')}" for v in found for n in v["nodes"]]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("scheme", "width"), [("light", 1440), ("dark", 390)])
def test_axe_finds_nothing(opened: Open, small: Path, view: str, scheme: str, width: int) -> None:
    page = opened(small, f"#view={view}", width=width, color_scheme=scheme).page
    assert violations(page) == []


@pytest.mark.parametrize(
    "selected", ["sel=strategy-2023", "sel=council-occitanie~envelope-30m", "path=org-cnes~org-kineis"]
)
def test_axe_finds_nothing_in_the_panel(opened: Open, small: Path, selected: str) -> None:
    page = opened(small, f"#{selected}", color_scheme="dark").page
    page.evaluate("() => document.querySelectorAll('details').forEach(d => { d.open = true; })")
    assert violations(page) == []


def test_everything_is_reached_by_tab_and_shows_its_focus(opened: Open, small: Path) -> None:
    page = opened(small).page
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("() => document.activeElement.id || document.activeElement.dataset.key || ''"))
        assert page.evaluate(
            "() => document.activeElement === document.body"
            " || getComputedStyle(document.activeElement).outlineStyle !== 'none'"
        )
    assert {"find", "tab-network", "language", "theme", "take", "network", "zoom-in"} <= reached


def test_reduced_motion_has_no_transition(opened: Open, small: Path) -> None:
    page = opened(small, reduced_motion="reduce").page
    assert page.evaluate("() => getComputedStyle(document.body).transitionDuration") in ("0s", "")
