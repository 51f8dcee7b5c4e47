"""Bytes to text: byte-order mark, strict UTF-8, cp1252, a detector last; mojibake is mended."""

from __future__ import annotations

import codecs
import re
import unicodedata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What a Western text does not have, and a Cyrillic or Greek one read as Western has at every word
_STRANGE = re.compile(r"[\u00a1-\u00bf\u00d0\u00d7\u00de\u00f0\u00f7\u00fe¤¦¬]|[À-ÿ]{4}")
_MOJIBAKE = re.compile(r"Ã[\u0080-\u00bf©¨ª´®§¢»¯‰€]|â€|Â[\u00a0«»°]")
_LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x0b|\x85")
_CONTROLS = dict.fromkeys([*range(9), *range(14, 32), 0x7F, 0xFEFF, 0xFFFE, 0xFFFF, 0x00AD, *range(0xD800, 0xE000)])


def text(content: bytes, declared: str | None = None) -> str:
    """The text that bytes write, in whatever encoding; a declared encoding is believed where it decodes."""
    return tidy(_mended(_decoded(content, declared)))


def tidy(written: str) -> str:
    r"""The text with one kind of line end, composed letters, and nothing that cannot be shown.

    >>> tidy("a\r\nb\x00")
    'a\nb'
    """
    plain = _LINE_ENDS.sub("\n", written).translate(_CONTROLS).replace("\f", "\n")
    return unicodedata.normalize("NFC", plain)


def _decoded(content: bytes, declared: str | None) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if b"\x00" in content[:4096]:
        big_endian = content[0:4096:2].count(0) > content[1:4096:2].count(0)
        return content.decode("utf-16-be" if big_endian else "utf-16-le", errors="replace")
    candidates = ["utf-8", *([declared] if declared else []), "cp1252"]
    for candidate in candidates:
        read = _strictly(content, candidate)
        if read is not None and (candidate != "cp1252" or not _looks_foreign(read)):
            return read
    import charset_normalizer

    best = charset_normalizer.from_bytes(content).best()
    return str(best) if best is not None else content.decode("cp1252", errors="replace")


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _looks_foreign(read: str) -> bool:
    head = read[:20_000]
    letters = sum(c.isalpha() for c in head)
    return letters > 0 and len(_STRANGE.findall(head)) * 5 > letters


def _mended(read: str) -> str:
    """The text with what was decoded twice decoded once; left alone where nothing looks so."""
    if not _MOJIBAKE.search(read):
        return read
    import ftfy

    return ftfy.fix_encoding(read)
