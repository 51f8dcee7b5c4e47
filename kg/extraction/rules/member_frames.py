"""Members as frames: which names can be members, which can have some."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.member_groupings import is_grouping
from kg.extraction.rules.member_words import WEAK
from kg.extraction.typed import Typed

_BEFORE = Expression(rf"\b{WEAK}(?: (?!⟨)[a-zà-ÿ'-]+){{0,4}} ?[«\"“]? ?$", re.IGNORECASE)
_AFTER = Expression(rf"^ ?[»\"”]? ?{WEAK}\b", re.IGNORECASE)
_WORD = Expression(rf"\b{WEAK}\b", re.IGNORECASE)
_TOWNS = Expression(
    r"\b(?:villes?|cités?|communes?|régions?|agglom\w+|collectivités|territoires|métropoles|départements|cities|towns|regions|councils|counties|universit(?:ies|és))\b",
    re.IGNORECASE,
)
_STATES = Expression(r"\b(?:[ÉEée]tats?|pays|nations?|countr(?:y|ies)|(?:member )?states?)\b")
_UNION = Expression(
    r"\b(?:consortium|groupement|alliance|partnership|coalition|GIE|GIS|grouping|réseau|network|club|fédération|federation|collectif|attelage)\b",
    re.IGNORECASE,
)
_UNLIKELY = frozenset({"press"})


def called_grouping(document: Document, mention: Mention) -> bool:
    """Whether a name is called a grouping: in itself, by the noun beside it or elsewhere in the text."""
    before, after = document.text[max(0, mention.start - 60) : mention.start], document.text[mention.end :][:40]
    words = document.text[mention.start : mention.end]
    beside = _BEFORE.search(before.rpartition("\n")[2]) or _AFTER.match(after) or _WORD.search(words)
    return bool(beside) or is_grouping(document, mention)


def union(document: Document, mention: Mention) -> bool:
    """Whether those who take part in a body can only be its members: a consortium, an alliance, a network."""
    start, end = max(0, mention.start - 30), mention.end + 20
    return bool(_UNION.search(document.text[start:end]))


def framed(
    document: Document, typed: Typed, members: Iterable[Mention], groups: Iterable[Mention], rule: str
) -> Iterator[Frame]:
    """A frame for each member of each grouping; places only where towns, regions or states are spoken of."""
    members = list(members)
    bodies = any(m.kind in "OX" for m in members)
    for group in groups:
        around = f"{group.name} {document.text[typed.sentence.start : typed.sentence.end]}"
        for member in members:
            if member.value is not None or member.name == group.name or member.sort in _UNLIKELY:
                continue
            if member.kind == "P" and not (member.sort == "model" and bodies):
                continue
            if member.kind == "L" and member.sort != "model":
                wide = member.sort in {"country", "continent"}
                if not _STATES.search(around) and (wide or not _TOWNS.search(around)):
                    continue
            yield Frame("Membership", (filler("member", member), filler("organisation", group)), rule)
