"""A retelling of `seeds/documents`: a TOML record between +++ lines, then the text."""

from __future__ import annotations

import tomllib
from datetime import date, datetime

from kg.extraction.reading import datelines, decoding, refusals
from kg.extraction.reading.article import Draft

_FENCE = "+++\n"


def read(content: bytes, where: str) -> Draft:
    """The text and record of a retelling; raises Unreadable where the record is not TOML."""
    written = decoding.text(content)
    header, fence, body = written.removeprefix(_FENCE).partition("\n" + _FENCE)
    if not fence:
        raise refusals.bad_header(where, "+++")
    try:
        record = tomllib.loads(header)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise refusals.bad_header(where, str(error).replace("\n", " ")) from error
    published = record.get("published")
    told = published.isoformat()[:10] if isinstance(published, (date, datetime)) else _string(published)
    return Draft(
        text=body.strip(),
        title=_string(record.get("title")),
        publisher=_string(record.get("publisher")),
        published=told if told and datelines.exists(told) else None,
        language=_string(record.get("retelling_language")) or _string(record.get("language")),
        url=_string(record.get("url")),
    )


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None
