"""A DOCX: its paragraphs, lists and tables, in order."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

import docx
from docx.document import Document
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from kg.extraction.reading import decoding, refusals
from kg.extraction.reading.article import Draft

_MALFORMED = (
    OpcError, etree.LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError, AttributeError, TypeError,
    IndexError, EOFError, RecursionError, NotImplementedError,
)  # fmt: skip


def read(content: bytes, where: str) -> Draft:
    """The text of a DOCX; raises Unreadable where it is damaged. Its first title is its title, not its text."""
    try:
        document = docx.Document(io.BytesIO(content))
        record = document.core_properties
        titles = [p.text.strip() for p in document.paragraphs if _style(p) == "Title" and p.text.strip()]
        title = titles[0] if titles else record.title.strip() or None
        text = decoding.tidy("\n".join(_lines(document, titles[0] if titles else None))).strip()
        author, language = record.author.strip(), record.language.strip()
    except _MALFORMED as error:
        raise refusals.damaged(where, "DOCX") from error
    known = author if author and author.lower() not in ("python-docx", "user", "utilisateur") else None
    return Draft(text, title=title, author=known, language=language or None)


def _lines(document: Document, title: str | None) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
            yield ""
        elif isinstance(block, Paragraph):
            text = block.text.strip()
            style = _style(block)
            if style == "Title" and text == title:
                continue
            bullet = style.startswith("List") and text and text[0] not in "-–•"
            yield f"- {text}" if bullet else text
            if not style.startswith("List"):
                yield ""


def _rows(table: Table) -> Iterator[str]:
    """A row a line; a cell merged over several columns, one element under several names, is said once."""
    for row in table.rows:
        texts = [" ".join(said.split()) for said in {cell._tc: cell.text for cell in row.cells}.values()]  # noqa: SLF001
        if any(texts):
            yield " | ".join(text for text in texts if text)


def _style(paragraph: Paragraph) -> str:
    style = paragraph.style
    return (style.name or "") if style is not None else ""
