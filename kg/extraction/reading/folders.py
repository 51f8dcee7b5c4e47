"""Which documents paths name: files as they are, folders searched."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.extraction.reading import refusals

STANDARD_INPUT = "-"
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".pdf", ".docx", ".txt", ".text", ".md"})


def find_documents(paths: Iterable[str | Path]) -> Iterator[str]:
    """Each document once, in the order of the paths and of the names in a folder; "-" is standard input.

    Raises Unreadable for a path that is missing, and for a folder without a document.
    """
    seen: set[str] = set()
    for path in map(str, paths):
        if path == STANDARD_INPUT:
            found: Iterable[str] = [path]
        elif Path(path).is_dir():
            found = _within(path)
        elif Path(path).exists():
            found = [path]
        else:
            raise refusals.missing(path)
        for document in found:
            real = os.path.realpath(document) if document != STANDARD_INPUT else document
            if real not in seen:
                seen.add(real)
                yield document


def _within(folder: str) -> Iterator[str]:
    """The documents of a folder and the folders in it, hidden ones left out; links to folders are not followed."""
    none = True
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and Path(name).suffix.lower() in _SUFFIXES:
                none = False
                yield str(Path(here, name))
    if none:
        raise refusals.no_documents(folder)
