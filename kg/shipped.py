"""Where what ships with the package lies: the ontology, the questions and the released graph."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """`ontology` or `queries`: inside the installed package, beside it in a checkout."""
    inside = _PACKAGE / "_shipped" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def graph() -> Path:
    """The released graph, Turtle."""
    return _PACKAGE / "graph" / "kg.ttl"


def vocabulary() -> Path:
    """The ontology, Turtle."""
    return folder("ontology") / "space.ttl"


def shapes() -> Path:
    """The SHACL shapes, Turtle."""
    return folder("ontology") / "shapes.ttl"
