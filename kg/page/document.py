"""One HTML file from pyvis and our own template: nothing to fetch, nothing that a field could inject."""

from __future__ import annotations

import base64
import hashlib
import math
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language import Text
from kg.page import payload
from kg.page.layout import Layout
from kg.page.packing import deflated, packed
from kg.page.payload import About
from kg.page.view import View

if TYPE_CHECKING:
    from pyvis.network import Network

_TITLES = Text(en="The regional space sector", fr="Le spatial en région")
_HERE = resources.files("kg.page")
_VIS = "templates/lib/vis-9.1.2/vis-network.min.js"
_ALIKE, _LARGEST = 7.0, 16.0


def write(view: View, layout: Layout, about: About) -> bytes:
    """The page's bytes: the same for the same view, layout and title."""
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(directed=True)
    _draw(network, view, layout)
    style, script, vis = _text("page.css"), _text("built/page.js"), _vis()
    with resources.as_file(_HERE) as folder:
        network.set_template_dir(str(folder), "template.html")
        network.templateEnv.autoescape = True
        network.templateEnv.globals.update(
            {
                "title": about.title or _TITLES.in_language(about.language),
                "language": about.language,
                "policy": _policy(style, vis, script),
                "style": Markup(style),  # noqa: S704  our own files
                "vis": Markup(deflated(vis)),  # noqa: S704  letters
                "script": Markup(script),  # noqa: S704  our own files
                "licences": Markup(_text("vendor/LICENCES.txt")),  # noqa: S704  our own file
                "picture": Markup(packed({"nodes": network.nodes, "edges": network.edges})),  # noqa: S704  letters
                "knowledge": Markup(payload.knowledge(view, layout, about)),  # noqa: S704  letters
            }
        )
        html: str = network.generate_html()
    return html.encode("utf-8")


def _draw(network: Network, view: View, layout: Layout) -> None:
    """Pyvis's nodes and edges; appended, because its add_node and add_edge take quadratic time."""
    number = {e.iri: n for n, e in enumerate(view.entities)}
    drawn = {e.iri: e for e in view.entities}
    for group, g in enumerate(layout.groups):
        for member in g.members:
            x, y = layout.places[member]
            network.nodes.append(
                {
                    "id": number[member],
                    "g": group,
                    "x": round(g.corner[0] + x, 1),
                    "y": round(g.corner[1] + y, 1),
                    "size": round(_size(drawn[member].amount), 1),
                }
            )
    for place, line in enumerate(view.lines):
        network.edges.append(
            {"id": place, "from": number[line.start], "to": number[line.end], "s": list(line.statements)}
        )


def _size(amount: float | None) -> float:
    """Funding is sized by its amount, the same step for each ten times as much; everything else alike."""
    if not amount or amount <= 0:
        return _ALIKE
    return min(_LARGEST, max(5.0, 5.0 + 1.7 * (math.log10(amount) - 4.5)))


def _policy(*embedded: str) -> str:
    """A content security policy that lets exactly our own text run, and nothing be fetched."""
    style, *scripts = (f"'sha256-{_digest(text)}'" for text in embedded)
    return (
        f"default-src 'none'; script-src {' '.join(scripts)}; style-src {style}; img-src data: blob:;"
        " base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _vis() -> str:
    """The vis-network that pyvis carries, as it stands in the installed package."""
    import pyvis

    return (Path(pyvis.__file__).parent / _VIS).read_text(encoding="utf-8")
