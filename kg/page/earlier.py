"""Where an earlier page had its nodes, so that a reader finds them there again."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg import files
from kg.errors import Unreadable
from kg.language import Text
from kg.page.packing import unpacked
from kg.terms import PREFIXES

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Earlier:
    """Each place in a group's tile, by group and entity, as an earlier page had it."""

    places: Mapping[tuple[str, str], Point] = field(default_factory=dict)


def read(path: Path) -> Earlier:
    """The places of a page that `kg render` made; Unreadable where it is none."""
    html = files.read_text(path)
    try:
        knowledge, picture = _embedded(html, "knowledge"), _embedded(html, "picture")
        names = [str(e["i"]).replace("id:", PREFIXES["id"], 1) for e in knowledge["entities"]]
        groups = [
            (names[n] if isinstance(n := g["name"], int) else str(n), g["x"], g["y"]) for g in knowledge["groups"]
        ]
        places = {}
        for node in picture["nodes"]:
            group, x, y = groups[node["g"]]
            places[group, names[node["id"]]] = (round(node["x"] - x), round(node["y"] - y))
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, zlib.error) as error:
        raise Unreadable(
            Text(en=f"{path}: not a page made by kg render.", fr=f"{path} : pas une page faite par kg render."),
            Text(en="Give an earlier graph.html, or leave --like out.", fr="Donnez un graph.html antérieur, ou rien."),
        ) from error
    return Earlier(places)


def _embedded(html: str, name: str) -> Any:  # noqa: ANN401  JSON
    found = re.search(rf'<script type="text/plain" id="{name}">([^<]*)</script>', html)
    return unpacked(found[1]) if found else None
