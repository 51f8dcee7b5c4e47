"""The page beside stock pyvis (and neo4j-viz where installed) on the same graphs, in one run: kB, s, ms.

python tests/benchmarks/page.py [NODES ...]        (300 and 1000 unless said)
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
from playwright.sync_api import Browser, sync_playwright

from kg import page

CHROMIUM = Path("/usr/bin/chromium")
HEAD = """@prefix rs: <https://w3id.org/regional-space/def#> . @prefix id: <https://w3id.org/regional-space/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
"""
KINDS = ("rs:Company", "rs:Agreement", "schema:Event", "schema:Person", "rs:FundingEnvelope", "rs:Facility")
REGIONS = ("11", "32", "44", "53", "75", "76", "84", "93")
REDRAW = """() => new Promise(done => {
  const element = document.querySelector('#network') ?? document.querySelector('canvas');
  const times = [];
  const step = n => {
    if (n === 12) { times.sort((a, b) => a - b); done(times[6]); return; }
    requestAnimationFrame(() => {
      element.dispatchEvent(new KeyboardEvent('keydown', { key: n % 2 ? '-' : '+', bubbles: true }));
      globalThis.network?.moveTo?.({ scale: 0.5 + (n % 2) / 10, animation: false });
      const start = performance.now();
      requestAnimationFrame(() => { const c = new MessageChannel();
        c.port1.onmessage = () => { times.push(performance.now() - start); step(n + 1); }; c.port2.postMessage(0); });
    });
  };
  step(0);
})"""


def graph(nodes: int) -> nx.Graph:
    """Clusters of forty, two ties a node: like regions with their actors."""
    chance = random.Random(1)  # noqa: S311  a benchmark, the same each time
    made = nx.Graph()
    made.add_nodes_from(range(nodes))
    for node in range(nodes):
        for _ in range(2):
            made.add_edge(node, min(nodes - 1, node // 40 * 40 + chance.randrange(40)))
    return made


def turtle(made: nx.Graph) -> str:
    """The same graph in the contract's terms."""
    lines = [f'id:r-{c} a rs:Region ; rdfs:label "Région {c}" ; rs:inseeCode "{c}" .' for c in REGIONS]
    for node in made:
        region = REGIONS[node // 40 % len(REGIONS)]
        lines.append(
            f"id:e-{node} a {KINDS[node % len(KINDS)]} ; schema:location id:r-{region} ;"
            f' rdfs:label "Nom numéro {node}" .'
        )
    lines += [f"id:e-{a} rs:partner id:e-{b} ." for a, b in made.edges if a != b]
    return HEAD + "\n".join(lines)


def ours(made: nx.Graph, folder: Path) -> bytes:
    """The page of `kg render`."""
    path = folder / "graph.ttl"
    path.write_text(turtle(made), encoding="utf-8")
    return page.render(path)


def stock(made: nx.Graph, _: Path) -> bytes:
    """pyvis as its documentation shows it, everything in one file."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.from_nx(nx.relabel_nodes(made, {n: f"Nom numéro {n}" for n in made}))
    return str(network.generate_html()).encode("utf-8")


def neo4j(made: nx.Graph, _: Path) -> bytes:
    """neo4j-viz, the closest rival."""
    from neo4j_viz import Node, Relationship, VisualizationGraph

    nodes = [Node(id=n, caption=f"Nom numéro {n}") for n in made]
    ties = [Relationship(source=a, target=b) for a, b in made.edges]
    return str(VisualizationGraph(nodes, ties).render(max_allowed_nodes=20_000).data).encode("utf-8")


def measured(browser: Browser, path: Path, ready: str) -> Iterator[float]:
    """Seconds until usable, then milliseconds a redraw."""
    tab = browser.new_context(viewport={"width": 1440, "height": 900}, offline=True).new_page()
    start = time.perf_counter()
    tab.goto(path.as_uri(), wait_until="commit")
    tab.wait_for_selector(ready, timeout=90_000, state="attached")
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
    yield time.perf_counter() - start
    yield tab.evaluate(REDRAW)
    tab.close()


def main(sizes: list[int]) -> None:
    """Prints one line a page."""
    makers = {"kg render": (ours, "html[data-ready]"), "stock pyvis": (stock, "canvas"), "neo4j-viz": (neo4j, "canvas")}
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as name:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM if CHROMIUM.exists() else None,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        print("nodes\tpage\tkB\tmade s\tusable s\tredraw ms")
        for nodes in sizes:
            for label, (make, ready) in makers.items():
                start = time.perf_counter()
                try:
                    html = make(graph(nodes), Path(name))
                except ModuleNotFoundError as missing:
                    print(f"{nodes}\t{label}\tnot installed ({missing.name})")
                    continue
                made = time.perf_counter() - start
                path = Path(name) / "page.html"
                path.write_bytes(html)
                usable, redraw = measured(browser, path, ready)
                print(f"{nodes}\t{label}\t{len(html) // 1024}\t{made:.1f}\t{usable:.1f}\t{redraw:.0f}", flush=True)
        browser.close()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [300, 1000])
