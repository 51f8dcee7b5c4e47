"""The same graph as each rival would show it, in one HTML file."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from pathlib import Path

import networkx as nx

HEAD = """@prefix rs: <https://w3id.org/regional-space/def#> . @prefix id: <https://w3id.org/regional-space/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix schema: <https://schema.org/> .
"""
KINDS = ("rs:Company", "rs:Agreement", "schema:Event", "schema:Person", "rs:FundingEnvelope", "rs:Facility")
REGIONS = ("11", "32", "44", "53", "75", "76", "84", "93")
PACKAGES = ("sigma@3.0.3", "graphology@0.26.0", "cytoscape@3.34.4", "esbuild@0.28.2")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>rival</title>
<style>html, body, #picture {{ height: 100%; margin: 0; }}</style></head>
<body><div id="picture"></div><script>{library}</script><script>const data = {data};
{start}
document.documentElement.dataset.ready = 'true';</script></body></html>"""
SIGMA = """const graph = new Graph();
for (const [id, label, x, y] of data.nodes) graph.addNode(id, { label, x, y, size: 5, color: '#0072B2' });
for (const [from, to] of data.ties) graph.addEdge(from, to, { size: 1, color: '#999' });
globalThis.renderer = new Sigma(graph, document.getElementById('picture'));"""
CYTOSCAPE = """globalThis.cy = cytoscape({
  container: document.getElementById('picture'), layout: { name: 'preset' },
  style: [{ selector: 'node', style: { label: 'data(label)' } }],
  elements: [
    ...data.nodes.map(([id, label, x, y]) => ({ data: { id, label }, position: { x: x * 4000, y: y * 4000 } })),
    ...data.ties.map(([source, target]) => ({ data: { source, target } })),
  ],
});"""


def graph(nodes: int) -> nx.Graph:
    """Clusters of forty, two ties a node: like regions with their actors."""
    chance = random.Random(1)  # noqa: S311  a benchmark, the same each time
    made = nx.Graph()
    made.add_nodes_from(range(nodes))
    for node in range(nodes):
        for _ in range(2):
            made.add_edge(node, min(nodes - 1, node // 40 * 40 + chance.randrange(40)))
    made.remove_edges_from(list(nx.selfloop_edges(made)))
    return made


def turtle(made: nx.Graph) -> str:
    """The graph in the contract's terms."""
    lines = [f'id:r-{c} a rs:Region ; rdfs:label "Région {c}" ; rs:inseeCode "{c}" .' for c in REGIONS]
    for node in made:
        region = REGIONS[node // 40 % len(REGIONS)]
        kind = KINDS[node % len(KINDS)]
        lines.append(f"id:e-{node} a {kind} ; schema:location id:r-{region} ; rdfs:label {json.dumps(name(node))} .")
    lines += [f"id:e-{a} rs:partner id:e-{b} ." for a, b in made.edges]
    return HEAD + "\n".join(lines)


def name(node: int) -> str:
    """What a node is called."""
    return f"Nom numéro {node}"


def stock(made: nx.Graph, _: Path) -> bytes:
    """pyvis as its documentation shows it, everything in one file."""
    from pyvis.network import Network

    network = Network(cdn_resources="in_line")
    network.from_nx(nx.relabel_nodes(made, {n: name(n) for n in made}))
    return str(network.generate_html()).encode("utf-8")


def neo4j(made: nx.Graph, _: Path) -> bytes:
    """neo4j-viz, the closest rival."""
    from neo4j_viz import Node, Relationship, VisualizationGraph

    nodes = [Node(id=n, caption=name(n)) for n in made]
    ties = [Relationship(source=a, target=b) for a, b in made.edges]
    return str(VisualizationGraph(nodes, ties).render(max_allowed_nodes=20_000).data).encode("utf-8")


def sigma(made: nx.Graph, folder: Path) -> bytes:
    """sigma with graphology, in WebGL."""
    imports = "import Graph from 'graphology'; import Sigma from 'sigma'; Object.assign(globalThis, { Graph, Sigma });"
    return _page(made, _library(folder, "sigma", imports), SIGMA)


def cytoscape(made: nx.Graph, folder: Path) -> bytes:
    """cytoscape, on a canvas."""
    return _page(made, _library(folder, "cytoscape", "globalThis.cytoscape = require('cytoscape');"), CYTOSCAPE)


def _page(made: nx.Graph, library: str, start: str) -> bytes:
    places = nx.spring_layout(made, seed=1, iterations=20)
    nodes = [[str(n), name(n), *(round(float(c), 4) for c in places[n])] for n in made]
    data = json.dumps({"nodes": nodes, "ties": [[str(a), str(b)] for a, b in made.edges]})
    return PAGE.format(library=library, data=data, start=start).encode("utf-8")


def _library(folder: Path, label: str, imports: str) -> str:
    """The library as one script, bundled once a run."""
    built = folder / f"{label}.js"
    if not built.exists():
        npm = shutil.which("npm")
        if npm is None:
            raise FileNotFoundError("npm")
        if not (folder / "node_modules").exists():
            command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, *PACKAGES]
            subprocess.run(command, cwd=folder, check=True)
        (folder / f"{label}.in.js").write_text(imports, encoding="utf-8")
        esbuild = folder / "node_modules" / ".bin" / "esbuild"
        subprocess.run(
            [esbuild, f"{label}.in.js", "--bundle", "--minify", "--log-level=error", f"--outfile={built}"],
            cwd=folder,
            check=True,
        )
    return built.read_text(encoding="utf-8").replace("</script", "<\\/script")
