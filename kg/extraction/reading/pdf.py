"""A PDF: the text of its pages, lines joined back into paragraphs."""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from kg.extraction.reading import decoding, refusals
from kg.extraction.reading.article import Draft, Limits

# What a malformed PDF makes pypdf raise besides its own errors
_MALFORMED = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError,
    AssertionError, NotImplementedError, struct.error, zlib.error, EOFError,
)  # fmt: skip
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_PAGE_NUMBER = re.compile(r"\s*(?:page\s*)?[-–]?\s*\d{1,4}\s*(?:/|sur|of)?\s*\d{0,4}\s*[-–]?\s*$", re.IGNORECASE)
_FILE_NAME = re.compile(r"\.(?:docx?|indd|odt|pdf)$", re.IGNORECASE)
_NO_TITLE = frozenset({"", "untitled", "sans titre"})
_NO_AUTHOR = frozenset({"", "anonymous", "user", "utilisateur"})
_FULL, _LONG = 0.9, 0.6  # of the page's longest line: a line that wraps at a sentence end, or within one
_REPEATED = 3
_EDGE = 2
_SENTENCE_END = re.compile(r"[.!?…:;»\"”)]\s*$")
_ITEM = re.compile(r"\s*(?:[-–—•▪◦●■►▶✓*]|\d{1,2}[.)]|[a-h]\))\s")
_HYPHEN = re.compile(r"(?<=[a-zà-ÿ])-$")


def read(content: bytes, where: str, limits: Limits) -> Draft:
    """The text of a PDF; raises Unreadable for a scan, a password, a broken or an endless file."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise refusals.encrypted(where)
        if len(reader.pages) > limits.pages:
            raise refusals.too_large(where, f"{len(reader.pages)} pages", f"{limits.pages} pages")
        pages = list(_pages(reader, where, limits))
        title, author = _record(reader)
    except (DependencyError, FileNotDecryptedError) as error:
        raise refusals.encrypted(where) from error
    except LimitReachedError as error:
        raise refusals.bomb(where) from error
    except _MALFORMED as error:
        raise refusals.damaged(where, "PDF") from error
    text = "\n\n".join(_paragraphs(_without_edges(pages))).strip()
    if not text:
        raise refusals.scanned(where) if pages else refusals.damaged(where, "PDF")
    return Draft(decoding.tidy(text), title=title, author=author)


def _pages(reader: PdfReader, where: str, limits: Limits) -> Iterator[list[str]]:
    total = 0
    for page in reader.pages:
        text = page.extract_text().translate(_LIGATURES)
        total += len(text)
        if total > limits.characters:
            raise refusals.too_large(where, f"> {limits.characters} characters", f"{limits.characters}")
        yield [re.sub(r"[ \t]{2,}", " ", line).rstrip() for line in decoding.tidy(text).split("\n")]


def _record(reader: PdfReader) -> tuple[str | None, str | None]:
    """Title and author as the file gives them; its date is of the file, not of publication, and is left."""
    record = reader.metadata
    if record is None:
        return None, None
    title, author = (str(part or "").strip() for part in (record.title, record.author))
    told = (
        bool(title)
        and title.lower() not in ("untitled", "sans titre")
        and not re.search(r"\.(?:docx?|indd|odt|pdf)$", title)
    )
    return title if told else None, author if author.lower() not in ("", "anonymous", "user") else None


def _without_edges(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """The pages without page numbers, and without the head and foot that all of them repeat."""
    edges = Counter(line for page in pages for line in set(_edge(page)))
    repeated = {line for line, count in edges.items() if count >= max(_REPEATED, len(pages) // 2)}
    for page in pages:
        edge = set(_edge(page))
        yield [line for line in page if line not in edge or not (line in repeated or _PAGE_NUMBER.match(line))]


def _edge(page: list[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return [*lines[:_EDGE], *lines[-_EDGE:]]


def _paragraphs(pages: Iterator[list[str]]) -> Iterator[str]:
    """Lines joined where one only wraps into the next: it is nearly full, and does not end a sentence."""
    paragraph, last = "", ""
    for page in pages:
        width = max((len(line) for line in page), default=0)
        for line in map(str.strip, page):
            if not line:
                last = "" if _SENTENCE_END.search(last) else last  # an empty line ends a paragraph, not a sentence
            elif paragraph and _goes_on(last, line, width):
                joins = _HYPHEN.search(last) and line[0].islower()
                paragraph = paragraph[:-1] + line if joins else f"{paragraph} {line}"
                last = line
            else:
                if paragraph:
                    yield paragraph
                paragraph = last = line
    if paragraph:
        yield paragraph


def _goes_on(last: str, line: str, width: int) -> bool:
    if _ITEM.match(line):
        return False
    if line[0].islower() or _HYPHEN.search(last):
        return True
    return len(last) >= (_FULL if _SENTENCE_END.search(last) else _LONG) * width
