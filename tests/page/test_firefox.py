"""The released page in a real Firefox: what a reader does works there too, and nothing is asked of the network."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.page.firefox import Firefox, wait

ENTER = "\ue007"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    firefox = Firefox(tmp_path_factory.mktemp("profile"))
    yield firefox
    firefox.close()


def test_it_opens_selects_shows_evidence_searches_and_filters(window: Firefox, released: Path) -> None:
    window.open(released)
    assert window.ask("return document.querySelectorAll('#network canvas').length") == 1
    window.write("#find", f"centre national d'etudes spatiales{ENTER}")
    assert window.text("#panel-title") == "CNES"
    assert window.ask("return document.querySelectorAll('#panel blockquote mark').length") > 0
    window.press('[data-key="centre"]')
    window.press('[data-key="close"]')
    wait(lambda: window.drag("#network", 0, 0) or window.text("#panel-title") == "CNES", 5)
    drawn = window.text("#caption")
    window.press("#filters .boxes label")
    assert window.text("#caption") != drawn
    assert (window.requests(), window.complaints()) == ([], [])


def test_each_view_draws_and_the_address_brings_it_back(window: Firefox, released: Path) -> None:
    window.open(released)
    for view, drawn in (
        ("timeline", "#timeline .item"),
        ("map", "#map .spot"),
        ("table", "tbody tr"),
        ("questions", ".question"),
    ):
        window.press(f"#tab-{view}")
        assert window.ask("return document.querySelectorAll(arguments[0]).length", drawn) > 20, view
    window.press('[data-key="q-funding"]')
    assert window.ask("return document.querySelectorAll('.answers tbody tr').length") > 5
    window.press("#tab-map")
    frame = window.ask("return document.getElementById('map').getAttribute('viewBox')")
    window.drag("#map", 120, 80)
    assert window.ask("return document.getElementById('map').getAttribute('viewBox')") != frame
    window.press('[data-key="language"]')
    assert window.ask("return document.documentElement.lang") == "en"
    fragment, panel = window.ask("return location.hash"), window.text("#panel")
    window.open(released, fragment)
    assert window.ask("return location.hash") == fragment
    assert window.text("#panel") == panel
    assert (window.requests(), window.complaints()) == ([], [])


def test_its_policy_holds_there(window: Firefox, small: Path) -> None:
    window.open(small)
    window.ask(
        "const s = document.createElement('script'); s.textContent = 'document.body.dataset.ran = true';"
        " document.body.append(s);"
    )
    assert not window.ask("return document.body.dataset.ran")
    wait(lambda: any("inline" in c for c in window.complaints()), 5)
