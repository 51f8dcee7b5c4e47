"""The interactive page: a graph as one HTML file that shows who says what, in which passage, when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg.language import Language, Text

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
    like: Path | None = None,
    tell: Callable[[Text], None] = lambda _: None,
) -> bytes:
    """The page of a graph, UTF-8; the same bytes for the same graph and arguments.

    `like` is an earlier page, whose nodes keep their places; `tell` hears how far the work is. Raises Unreadable for a
    file that cannot be read, WrongUsage for a name that is not in the graph.
    """
    import pyoxigraph as ox

    from kg import shipped
    from kg.page import answers, document, earlier, geography, kinds, layout, ordering, payload, rdf, reading, selection

    files = (graph,) if isinstance(graph, Path) else graph
    store = rdf.loaded(files)
    tell(Text(en=f"{len(store)} triples read.", fr=f"{len(store)} triplets lus."))
    held = rdf.index(store)
    questions = shipped.folder("queries")
    view = reading.read(held, with_evidence=with_evidence)
    among = None if query is None else answers.named(store, query, questions)
    view = selection.of(view, selection.Part(around, depth, region, among))
    outlines = geography.read()
    view = ordering.ordered(geography.located(view, outlines))
    count = sum(e.place == "node" for e in view.entities)
    tell(Text(en=f"{count} entities to place.", fr=f"{count} entités à placer."))
    if title is None and not kinds.ours(held) and not isinstance(files, ox.Store):
        title = ", ".join(path.stem for path in files)
    asked = with_evidence and len(view.entities) < _MANY and kinds.ours(held)
    return document.write(
        view,
        layout.of(view, earlier.read(like) if like else None),
        payload.About(
            title=title,
            language=language,
            licence=reading.licence(held),
            outlines=outlines.outlines,
            answers=tuple(answers.of(store, questions)) if asked else (),
        ),
    )
