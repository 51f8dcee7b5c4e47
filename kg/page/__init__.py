"""The interactive page: a graph as one HTML file that shows who says what, in which passage, when."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language import Language

if TYPE_CHECKING:
    import pyoxigraph as ox

_MANY = 3_000
"""Beyond so many entities the named questions are left to `kg query`: some of them compare all pairs."""


def render(  # noqa: PLR0913  what a reader may ask of a page
    graph: Path | ox.Store | Sequence[Path],
    *,
    title: str | None = None,
    language: Language = "fr",
    with_evidence: bool = True,
    around: str | None = None,
    depth: int = 1,
    region: str | None = None,
    query: str | None = None,
) -> bytes:
    """The page of a graph, UTF-8; the same bytes for the same graph and arguments.

    Raises Unreadable for a graph that cannot be read, WrongUsage for a name that is not in it.
    """
    from kg import shipped
    from kg.page import answers, document, geography, kinds, layout, payload, rdf, reading, selection

    store = rdf.loaded((graph,) if isinstance(graph, Path) else graph)
    held = rdf.index(store)
    questions = shipped.folder("queries")
    view = reading.read(held, with_evidence=with_evidence)
    among = None if query is None else answers.named(store, query, questions)
    view = selection.of(view, selection.Part(around, depth, region, among))
    outlines = geography.read()
    view = geography.located(view, outlines)
    return document.write(
        view,
        layout.of(view),
        payload.About(
            title=title,
            language=language,
            licence=reading.licence(held),
            outlines=outlines.outlines,
            answers=tuple(answers.of(store, questions)) if kinds.ours(held) and len(view.entities) < _MANY else (),
        ),
    )
