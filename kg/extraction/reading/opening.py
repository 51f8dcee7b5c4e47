"""A document opened: its bytes within the limits, read by its kind, completed by options and guesses."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import BinaryIO

from kg.extraction.reading import datelines, decoding, furniture, kinds, languages, plain, refusals, retelling
from kg.extraction.reading.article import Article, Draft, Limits
from kg.extraction.reading.folders import STANDARD_INPUT
from kg.language import Language


def read(
    path: str | Path,
    *,
    date: str | None = None,
    language: Language | None = None,
    url: str | None = None,
    limits: Limits | None = None,
) -> Article:
    """The article of a file, or of standard input for "-"; what options give replaces what the file tells.

    Raises Unreadable with one sentence for what cannot be read, WrongUsage for a date that is none.
    """
    limits = limits or Limits()
    asked = datelines.asked(date) if date is not None else None
    where = "standard input" if str(path) == STANDARD_INPUT else str(path)
    content = _content(path, where, limits)
    draft = _draft(content, where, limits)
    text = draft.text
    if not text.strip():
        raise refusals.empty(where)
    if len(text) > limits.characters:
        raise refusals.too_large(where, f"{len(text):,} characters", f"{limits.characters:,}")
    lines = sorted({*draft.furniture, *furniture.find(text)})
    return Article(
        text=text,
        title=_clean(draft.title),
        author=_clean(draft.author),
        publisher=_clean(draft.publisher),
        published=asked or draft.published or datelines.find(text),
        language=language or languages.known(draft.language) or languages.guess(text),
        url=url or draft.url,
        sha256=hashlib.sha256(content).hexdigest(),
        where=str(path),
        furniture=tuple(lines),
    )


def _content(path: str | Path, where: str, limits: Limits) -> bytes:
    """The bytes of a document, one more than the limit at most."""
    try:
        if str(path) == STANDARD_INPUT:
            content = _at_most(sys.stdin.buffer, limits)
        else:
            with Path(path).open("rb") as file:
                content = _at_most(file, limits)
    except FileNotFoundError as error:
        raise refusals.missing(where) from error
    except (OSError, ValueError) as error:
        raise refusals.denied(where, getattr(error, "strerror", None) or str(error)) from error
    if len(content) > limits.file_bytes:
        limit = f"{limits.file_bytes / 1_000_000:g} MB"
        raise refusals.too_large(where, f"> {limit}", limit)
    if not content.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise refusals.empty(where)
    return content


def _at_most(file: BinaryIO, limits: Limits) -> bytes:
    return file.read(limits.file_bytes + 1)


def _draft(content: bytes, where: str, limits: Limits) -> Draft:
    """The document read by the reader of its kind; heavy readers are loaded when they are met."""
    kind = kinds.tell(content, where, limits)
    if kind == "pdf":
        from kg.extraction.reading import pdf

        return pdf.read(content, where, limits)
    if kind == "docx":
        from kg.extraction.reading import docx

        return docx.read(content, where)
    if kind == "html":
        from kg.extraction.reading import html

        return html.read(content, where)
    return retelling.read(content, where) if kind == "retelling" else plain.read(content)


def _clean(written: str | None) -> str | None:
    """One line of a record, or none."""
    return " ".join(decoding.tidy(written).split())[:500] or None if written else None
