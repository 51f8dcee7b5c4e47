"""Rules as data: a pattern over a typed sentence, and the frame that a match makes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.extraction.document import Document
from kg.extraction.frames import Filler, Frame, FrameType
from kg.extraction.mention import Mention
from kg.extraction.typed import MARK, Typed, matches


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern and the frame type it makes: groups fill the slots of their name, `says` adds constants."""

    name: str
    type: FrameType
    pattern: str
    says: Mapping[str, str] = field(default_factory=dict)
    examples: tuple[str, ...] = ()
    counter: tuple[str, ...] = ()


def filler(slot: str, mention: Mention, rule: str | None = None) -> Filler:
    """A slot filled by what a mention names."""
    return Filler(slot, mention.name, mention.start, mention.end, rule)


def whole(text: str, start: int, end: int) -> str:
    """The words of a stretch that may end within one, without that one.

    >>> whole("des fonds européens", 0, 14)
    'des fonds'
    """
    words = text[start:end]
    return words.rpartition(" ")[0] if text[end : end + 1].isalnum() and " " in words else words


def worded(slot: str, document: Document, typed: Typed, span: tuple[int, int]) -> Filler:
    """A slot filled by the document's words for a stretch of the sentence."""
    start, end = typed.origin(span[0]), typed.origin(span[1])
    return Filler(slot, document.text[start:end], start, end)


def literal(slot: str, typed: Typed, match: re.Match[str], group: str, text: str) -> Filler | None:
    """A slot filled by the words of a group, as the text has them."""
    start, end = typed.origin(match.start(group)), typed.origin(match.end(group))
    words = text[start:end]
    lead = len(words) - len(words.lstrip(" ,;:«\"'-"))
    words = words.strip(" ,;:«\"'»-")
    if not words:
        return None
    return Filler(slot, words, start + lead, start + lead + len(words))


def fill(document: Document, typed: Typed, match: re.Match[str], rule: Rule) -> list[Filler]:
    """The fillers that a match of a rule gives: mentions by name, other groups by their words."""
    fillers: list[Filler] = []
    for group, words in match.groupdict().items():
        slot = group.rstrip("0123456789_")
        if not words:
            continue
        if MARK.fullmatch(words.strip()) or (MARK.match(words) and slot not in {"role", "purpose", "name"}):
            fillers.extend(filler(slot, m) for m in typed.spans(match, group))
        else:
            found = literal(slot, typed, match, group, document.text)
            if found is not None:
                fillers.append(found)
    start, end = typed.origin(match.start()), typed.origin(match.end())
    fillers.extend(Filler(slot, value, start, end) for slot, value in rule.says.items())
    return fillers


def frames(document: Document, rules: Sequence[Rule]) -> Iterator[Frame]:
    """A frame for every match of every rule."""
    for typed in document.prose:
        for rule in rules:
            for match in matches(rule.pattern, typed):
                yield Frame(rule.type, tuple(fill(document, typed, match, rule)), rule.name)
