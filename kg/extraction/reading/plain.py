"""Plain text, with or without header lines."""

from __future__ import annotations

import re

from kg.extraction.reading import datelines, decoding
from kg.extraction.reading.article import Draft

_LINE = re.compile(r"(?P<key>[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ _-]{1,24})\s*:\s+(?P<value>\S.*)")
_FIELDS = {
    "title": "title", "titre": "title", "author": "author", "auteur": "author", "by": "author",
    "publisher": "publisher", "éditeur": "publisher", "source": "publisher", "date": "published",
    "published": "published", "language": "language", "lang": "language", "langue": "language", "url": "url",
}  # fmt: skip
_RECORD = frozenset({"title", "url", "publisher", "published", "language"})
_LONGEST = 60


def read(content: bytes) -> Draft:
    """The text of a plain file; lines `key: value` before the first blank line are its record, not its text."""
    written = decoding.text(content)
    header, blank, body = written.partition("\n\n")
    fields = _fields(header) if blank else None
    if fields is None:
        found = datelines.label(written)
        return Draft(written.rstrip(), furniture=(found,) if found else ())
    told = fields.get("published")
    return Draft(
        text=body.rstrip(),
        title=fields.get("title"),
        author=fields.get("author"),
        publisher=fields.get("publisher"),
        published=told if told and datelines.exists(told) else None,
        language=fields.get("language"),
        url=fields.get("url"),
    )


def _fields(header: str) -> dict[str, str] | None:
    """What header lines say, or none where the first lines are the text's own."""
    lines = header.split("\n")
    if len(lines) > _LONGEST:
        return None
    matches = [_LINE.match(line) for line in lines]
    fields: dict[str, str] = {}
    for match in matches:
        if match is None:
            return None
        name = _FIELDS.get(match["key"].strip().lower())
        if name:
            fields.setdefault(name, match["value"].strip())
    return fields if len(fields.keys() & _RECORD) >= min(2, len(lines)) else None
