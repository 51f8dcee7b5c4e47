"""Items of a list, bulleted or inline, as the values of a slot."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler

ITEMS = r"(?:, (?:et |and |ainsi que )?| et | and |; ?)"
INFINITIVES = ITEMS + r"(?:à |de |d'|to )?(?=[a-zà-ÿ]+(?:er|ir|re)\b)"
CLAUSES = r"; (?:et |and )?"
_DETERMINED = r"(?:, (?:et |and |ainsi que )?| et (?=(?:la |le |les |l'|un |une |des |du |de ))|; ?| ainsi que | and (?=(?:the |a )))"


def joint(words: str) -> str:
    """What stands between the items of a list that is written as these words are."""
    if ";" in words:
        return CLAUSES
    if re.match(r"(?:à |de |d'|to )?[a-zà-ÿ]+(?:er|ir|re) ", words, re.IGNORECASE):
        return INFINITIVES
    if re.match(r"(?:la |le |les |l'|un |une |the )[^,]+, (?:la |le |les |l'|un |une |the )", words, re.IGNORECASE):
        return _DETERMINED
    return ITEMS


def bullets_after(document: Document, index: int, slot: str) -> Iterator[Filler]:
    """Each bullet right after the sentence numbered `index` among the document's prose, its first sentence."""
    line = document.prose[index].sentence.line
    for typed in document.prose[index + 1 :]:
        if typed.sentence.line == line:
            continue
        if typed.sentence.kind != "bullet":
            return
        line = typed.sentence.line
        start, end = typed.sentence.start, typed.sentence.end
        if item := _item(document.text, start, end, slot):
            yield item


def listed(document: Document, start: int, end: int, slot: str, *, joint: str) -> Iterator[Filler]:
    """Each item of a list inside a sentence; `joint` is what stands between two of them."""
    text = document.text[start:end]
    position = 0
    for piece in [*re.finditer(joint, text), None]:
        stop = piece.start() if piece else len(text)
        if item := _item(document.text, start + position, start + stop, slot):
            yield item
        position = piece.end() if piece else stop


def _item(text: str, start: int, end: int, slot: str) -> Filler | None:
    words = text[start:end]
    lead = len(words) - len(words.lstrip(" *"))
    words = words.strip(" *;.,")
    words = re.sub(r"[\s;,]+(?:et|and)$", "", words)
    if not 3 < len(words) < 220:
        return None
    return Filler(slot, words.replace("**", ""), start + lead, start + lead + len(words))
