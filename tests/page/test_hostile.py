"""Nothing that a graph says can run, leave, or break the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg import page

Open = Callable[..., Any]
SMALL = Path(__file__).parent / "graphs" / "small.ttl"
PAYLOADS = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)> href",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}{# #}",
    "\u2028alert(1)//]]>--><!--<script>",
    '" onmouseover="alert(1)',
)


def poisoned(payload: str) -> str:
    """The small graph with a payload in every text that it holds, addresses and languages included."""
    quoted = payload.replace("\\", "\\\\").replace('"', '\\"').replace("\u2028", "\\u2028")
    text = SMALL.read_text(encoding="utf-8")
    body, count = re.subn(r'"([^"\n]*)"', lambda m: f'"{quoted} {m[1]}"' if re.search("[a-z]", m[1]) else m[0], text)
    assert count > 50
    links = "".join(
        f"id:org-cnes rs:site{n} <{address}> .\n"
        for n, address in enumerate(("javascript:alert(1)", "data:text/html,%3Cscript%3Ealert(1)%3C/script%3E"))
    )
    return f'{body}\nid:src-two schema:url "javascript:alert(1)" .\n{links}'


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_payloads_in_every_field_stay_text(opened: Open, small: Path, tmp_path: Path, payload: str) -> None:
    graph, out = tmp_path / "graph.ttl", tmp_path / "graph.html"
    graph.write_text(poisoned(payload), encoding="utf-8")
    out.write_bytes(page.render(graph, title=payload))
    assert out.read_bytes().count(b"<script") == small.read_bytes().count(b"<script")
    opening = opened(out, f"#sel=envelope-30m&question=funding&q={payload}")
    for view in ("network", "timeline", "map", "table", "questions"):
        opening.page.click(f"#tab-{view}")
        opening.page.fill("#find", "alert")
        opening.page.keyboard.press("Enter")
        foreign = "() => [...document.links].map(a => a.href).filter(h => !/^(https?|file):/.test(h))"
        assert opening.page.evaluate(foreign) == []
        assert opening.page.locator("img, iframe, [onerror], [onmouseover]").count() == 0
    assert opening.complaints == []
    assert opening.requests == [out.as_uri()]
    assert payload.strip() in opening.page.title()


def test_the_policy_lets_only_our_own_text_run(opened: Open, small: Path) -> None:
    html = small.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', html)
    assert policy
    assert "unsafe" not in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]
    opening = opened(small)
    opening.page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = true';"
        " document.body.append(s); const d = document.createElement('div'); d.setAttribute('style', 'color: red');"
        " document.body.append(d); }"
    )
    assert opening.page.evaluate("() => window.ran") is None
    assert any("Content Security Policy" in c for c in opening.complaints)


def test_a_graph_without_anything_opens(opened: Open, tmp_path: Path) -> None:
    graph, out = tmp_path / "empty.nt", tmp_path / "empty.html"
    graph.write_text("<http://a> <http://b> <http://c> .\n", encoding="utf-8")
    out.write_bytes(page.render(graph))
    opening = opened(out)
    assert opening.complaints == []
    assert opening.page.title() == "empty"
