"""Names as parts of identifiers and files."""

from __future__ import annotations

import re
from pathlib import Path

from kg.extraction.reading import Article
from kg.extraction.tables import plain


def slug(name: str) -> str:
    """A name as part of an identifier: lower case, ASCII, hyphens.

    >>> slug("L'Île-de-France 2030")
    'l-ile-de-france-2030'
    """
    return re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")[:80].strip("-") or "x"


def name_of(article: Article) -> str:
    """The article's name, as its files and candidates bear it."""
    return slug(Path(article.where).stem) if article.where != "-" else "stdin"
