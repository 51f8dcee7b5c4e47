"""The interactive page: a graph as one HTML file that shows who says what, in which passage, when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language import Language

if TYPE_CHECKING:
    import pyoxigraph as ox


def render(
    graph: Path | ox.Store | Sequence[Path],
    *,
    title: str | None = None,
    language: Language = "fr",
    with_evidence: bool = True,
) -> bytes:
    """The page of a graph, UTF-8; the same bytes for the same graph and arguments."""
    from kg.page import document, geography, layout, rdf, reading

    sources = tuple(graph) if isinstance(graph, Sequence) else (graph,)
    outlines = geography.read()
    view = geography.located(reading.read(rdf.read(sources), with_evidence=with_evidence), outlines)
    return document.write(view, layout.of(view), outlines, title=title, language=language)
