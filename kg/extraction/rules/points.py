"""The bullets that follow an announcement, as the values of a slot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler


def bullets_after(document: Document, index: int, slot: str) -> Iterator[Filler]:
    """Each bullet right after the sentence numbered `index` among the document's prose."""
    line = document.prose[index].sentence.line
    for typed in document.prose[index + 1 :]:
        if typed.sentence.line == line:
            continue
        if typed.sentence.kind != "bullet":
            return
        if typed.sentence.line != line:
            line = typed.sentence.line
            start, end = typed.sentence.start, typed.sentence.end
            words = document.text[start:end]
            lead = len(words) - len(words.lstrip(" *"))
            words = words.strip(" *;.,")
            words = re.sub(r"[\s;,]+(?:et|and)$", "", words)
            yield Filler(slot, words.replace("**", ""), start + lead, start + lead + len(words))
