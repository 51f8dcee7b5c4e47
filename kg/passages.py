"""Passages: the words of a document that a claim rests on, found again at every build."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from kg import rdf
from kg.errors import BadSeed
from kg.language import Text
from kg.model import Document, Evidence, Iri

CONTEXT = 60
"""How many code points of context stand before and after the words."""


def locate(document: Document, exact: str, *, name: Iri, path: Path, between: tuple[str, str] = ("", "")) -> Evidence:
    """The one place of `exact` in the document, `between` what stands before and after where it occurs more than once.

    Raises BadSeed, with the line of `path` that names the passage, where the words are not in the document,
    or occur more than once.
    """
    text = document.text or ""
    before, after = between
    places = [
        start
        for start in _occurrences(exact, text)
        if text.endswith(before, 0, start) and text.startswith(after, start + len(exact))
    ]
    local = re.split(r"[/#]", name)[-1]
    if not exact.strip() or not places:
        raise BadSeed.at(
            rdf.line_of(path, name),
            f'passage {local} quotes words that are not in the document: "{_short(exact)}"',
            f"le passage {local} cite des mots qui ne sont pas dans le document : « {_short(exact)} »",
            Text(
                en=f"Correct the quotation, or {document.where} if the retelling changed.",
                fr=f"Corrigez la citation, ou {document.where} si le texte a changé.",
            ),
        )
    if len(places) > 1:
        raise BadSeed.at(
            rdf.line_of(path, name),
            f'passage {local} quotes words that occur {len(places)} times: "{_short(exact)}"',
            f"le passage {local} cite des mots qui figurent {len(places)} fois : « {_short(exact)} »",
            Text(
                en="Quote more words, or say what stands before them: oa:prefix.",
                fr="Citez plus de mots, ou dites ce qui précède : oa:prefix.",
            ),
        )
    return at(document, places[0], places[0] + len(exact), name=name)


def _occurrences(words: str, text: str) -> Iterator[int]:
    """Where the words start in a text, overlapping occurrences too."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def at(document: Document, start: int, end: int, *, name: Iri) -> Evidence:
    """The evidence at a range of code points of the document's text."""
    text = document.text or ""
    return Evidence(
        iri=name,
        source=document.iri,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
    )


def _short(words: str, most: int = 120) -> str:
    return words if len(words) <= most else words[: most - 1] + "…"
