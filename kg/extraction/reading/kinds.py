"""What a file is, told by its bytes; its name is not believed."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Literal

from kg.extraction.reading import refusals
from kg.extraction.reading.article import Limits
from kg.language import Text

Kind = Literal["pdf", "docx", "html", "retelling", "text"]

_HEAD = 4096
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|section|title|meta|p|h[1-6])(?:\s[^<>]{0,500})?>",
    re.IGNORECASE,
)
_XML = re.compile(rb"\s*<\?xml", re.IGNORECASE)
_PICTURE = Text(en="a picture", fr="une image")
_ARCHIVE = Text(en="an archive", fr="une archive")
_FOREIGN: tuple[tuple[bytes, Text], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\xfd7zXZ", _ARCHIVE),
    (b"\xd0\xcf\x11\xe0", Text(en="an old Office file (.doc, .xls)", fr="un ancien fichier Office (.doc, .xls)")),
    (b"{\\rtf", Text(en="an RTF file", fr="un fichier RTF")),
    (b"\x7fELF", Text(en="a program", fr="un programme")),
    (b"SQLite format 3", Text(en="a database", fr="une base de données")),
)
_ENTRIES = 5_000
_RATIO = 300
_SMALL = 10_000_000


def tell(content: bytes, where: str, limits: Limits) -> Kind:
    """The kind of a document; raises Unreadable for what holds no text to read."""
    for magic, kind in _FOREIGN:
        if content.startswith(magic):
            raise refusals.not_text(where, kind)
    head = content[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _of_archive(content, where, limits)
    if content.startswith(b"PK"):
        raise refusals.not_text(where, _ARCHIVE)
    if re.match(rb"(?:\xef\xbb\xbf)?\+\+\+\r?\n", head):
        return "retelling"
    if _binary(head):
        raise refusals.not_text(where, Text(en="a binary file", fr="un fichier binaire"))
    plain = head.replace(b"\x00", b"")
    opening = plain.lstrip(b"\xff\xfe\xef\xbb\xbf \t\r\n")
    if opening.startswith(b"<") and (_HTML.search(plain) or _XML.match(opening)):
        return "html"
    return "text"


def _of_archive(content: bytes, where: str, limits: Limits) -> Kind:
    """A DOCX is an archive with a document in it; one that unpacks to too much is refused unopened."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise refusals.damaged(where, "DOCX") from error
    unpacked = sum(entry.file_size for entry in entries)
    if unpacked > limits.unpacked_bytes or len(entries) > _ENTRIES:
        raise refusals.bomb(where)
    if unpacked > _SMALL and unpacked > _RATIO * len(content):
        raise refusals.bomb(where)
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusals.encrypted(where)
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise refusals.not_text(where, _ARCHIVE)
    return "docx"


def _binary(head: bytes) -> bool:
    """Whether bytes are no text in any encoding; UTF-16 has a NUL in nearly every pair, and is text."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    odd = sum(byte < ord(" ") and byte not in b"\t\n\r\f\x1b" for byte in head)
    if b"\x00" not in head:
        return odd > len(head) // 20
    pairs = len(head) // 2
    return max(head[0::2].count(0), head[1::2].count(0)) < pairs * 0.7 or head.count(0) > pairs * 1.1
