"""The page beside stock pyvis, sigma, cytoscape and neo4j-viz on the same graphs, in one run: kB, s, ms.

python tests/benchmarks/page.py [NODES ...]        (300 and 1000 unless said)

sigma and cytoscape come from npm into a folder that is thrown away; neo4j-viz from PyPI, where it is installed. Both
npm libraries get the places of a layout, so that they have nothing left to compute; pyvis and neo4j-viz as documented.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from kg import page  # noqa: E402  found from the checkout, wherever this is run from
from tests.benchmarks import rivals  # noqa: E402

CHROMIUM = Path("/usr/bin/chromium")
FRAMES = """pan => new Promise(done => {
  const move = new Function('n', pan);
  const times = [];
  const step = n => {
    if (n === 25) { times.sort((a, b) => a - b); done(times[12]); return; }
    let began;
    requestAnimationFrame(() => { began = performance.now(); });
    const start = performance.now();
    move(n);
    const asked = performance.now() - start;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { times.push(asked + performance.now() - began); setTimeout(() => step(n + 1)); };
      port2.postMessage(0);
    });
  };
  step(0);
})"""
"""Moves the picture 25 times; the median of what one move costs: its call, the frame's callbacks, style and paint."""


@dataclass(frozen=True, slots=True)
class Rival:
    """How a page is made of a graph, what tells that it can be used, and how its picture is moved."""

    make: Callable[[nx.Graph, Path], bytes]
    ready: str
    pan: str
    fragment: str = ""


def ours(made: nx.Graph, folder: Path) -> bytes:
    """The page of `kg render`."""
    path = folder / "graph.ttl"
    path.write_text(rivals.turtle(made), encoding="utf-8")
    return page.render(path)


VIS = "const at = network.getViewPosition(); network.moveTo({ position: { x: at.x + (n % 2 ? 9 : -9), y: at.y } });"
KEYS = """document.getElementById('network').dispatchEvent(
  new KeyboardEvent('keydown', { key: n % 2 ? '-' : '+', bubbles: true }));"""
SIGMA = "const c = renderer.getCamera(); c.setState({ x: c.x + (n % 2 ? .01 : -.01) });"
CYTOSCAPE = "cy.panBy({ x: n % 2 ? 9 : -9, y: 0 });"
WHEEL = """document.querySelector('canvas').dispatchEvent(
  new WheelEvent('wheel', { deltaY: n % 2 ? 40 : -40, bubbles: true, clientX: 500, clientY: 400 }));"""
WHOLE = "#more=" + "+".join(f"r-{code}:9999" for code in rivals.REGIONS)
RIVALS = {
    "kg render, as it opens": Rival(ours, "html[data-ready]", KEYS),
    "kg render, every node drawn": Rival(ours, "html[data-ready]", KEYS, WHOLE),
    "stock pyvis": Rival(rivals.stock, "canvas", VIS),
    "sigma 3": Rival(rivals.sigma, "html[data-ready]", SIGMA),
    "cytoscape 3": Rival(rivals.cytoscape, "html[data-ready]", CYTOSCAPE),
    "neo4j-viz": Rival(rivals.neo4j, "canvas", WHEEL),
}


def measured(browser: Browser, path: Path, rival: Rival) -> tuple[float, float]:
    """Seconds until the page answers, then milliseconds of work for one move of the picture."""
    tab = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    start = time.perf_counter()
    tab.goto(path.as_uri() + rival.fragment, wait_until="commit")
    tab.wait_for_selector(rival.ready, timeout=120_000, state="attached")
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    usable = time.perf_counter() - start
    frame = tab.evaluate(FRAMES, rival.pan)
    tab.close()
    return usable, frame


def main(sizes: list[int]) -> None:
    """Prints one line a page."""
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM if CHROMIUM.exists() else None,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--enable-unsafe-swiftshader"],
        )
        print("nodes\tpage\tkB\tmade s\tusable s\tmove ms")
        for nodes in sizes:
            graph = rivals.graph(nodes)
            for label, rival in RIVALS.items():
                start = time.perf_counter()
                try:
                    html = rival.make(graph, Path(name))
                except (ModuleNotFoundError, FileNotFoundError) as missing:
                    print(f"{nodes}\t{label}\tnot installed ({missing})")
                    continue
                made = time.perf_counter() - start
                path = Path(name) / "page.html"
                path.write_bytes(html)
                usable, frame = measured(browser, path, rival)
                print(f"{nodes}\t{label}\t{len(html) // 1000}\t{made:.1f}\t{usable:.1f}\t{frame:.0f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [300, 1000])
