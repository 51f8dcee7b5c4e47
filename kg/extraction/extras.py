"""Whether what reading articles needs is installed: the extra `extract`."""

from __future__ import annotations

from importlib.util import find_spec

from kg.errors import MissingExtra

_NEEDED = ("charset_normalizer", "docx", "ftfy", "lxml", "pypdf", "rapidfuzz", "spacy", "text_to_num", "trafilatura")


def require(command: str) -> None:
    """Raise MissingExtra unless all of it is there."""
    if not all(map(_installed, _NEEDED)):
        raise MissingExtra("extract", command)


def _installed(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):  # hidden, or half taken away
        return False
