"""A web page: the article that trafilatura finds in it, and the page's own record."""

from __future__ import annotations

import re

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from kg.extraction.reading import datelines, decoding, refusals
from kg.extraction.reading.article import Draft

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\s[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})", re.IGNORECASE
)
_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)
_DATES = (
    "//meta[@property='article:published_time']/@content",
    *(f"//meta[@name='{name}']/@content" for name in ("article:published_time", "date", "pubdate", "DC.date")),
    *(f"//meta[@name='{name}']/@content" for name in ("DC.date.issued", "dcterms.date")),
    "//meta[@itemprop='datePublished']/@content", "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime", "//time[@pubdate]/@datetime",
)  # fmt: skip
_JSON_DATE = re.compile(r"\"datePublished\"\s*:\s*\"(\d{4}-\d{2}(?:-\d{2})?)")
_ISO = re.compile(r"\s*(\d{4}(?:-\d{2}(?:-\d{2})?)?)")
_DEEPEST = 60_000  # opening tags without their end, beyond which a page is built to break its reader


def read(content: bytes, where: str) -> Draft:
    """The article of a page; raises Unreadable where there is none."""
    declared = _CHARSET.search(content[:4096])
    page = decoding.text(content, declared[1].decode("ascii") if declared else None)
    try:
        found = trafilatura.bare_extraction(
            page, with_metadata=True, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False,
            date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2199-12-31"},
        )  # fmt: skip
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise refusals.no_article(where) from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise refusals.no_article(where)
    language = _LANGUAGE.search(page[:10_000])
    return Draft(
        text=decoding.tidy(found.text or "").strip(),
        title=found.title or None,
        author=found.author or None,
        publisher=found.sitename or None,
        published=_published(page) or found.date or None,
        language=language[1] if language else None,
        url=found.url or None,
    )


def _published(page: str) -> str | None:
    """The date that the page's own record gives, as precise as it is written there."""
    by_json = _JSON_DATE.search(page)
    if by_json and datelines.exists(by_json[1]):
        return by_json[1]
    try:
        tree = lxml_html.fromstring(page.encode("utf-8", "replace"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError):
        return None
    for path in _DATES:
        for written in tree.xpath(path):
            match = _ISO.match(str(written))
            if match and datelines.exists(match[1]):
                return match[1]
    return None
