"""How words are to be taken: as a fact, a plan, an ambition, or as what somebody claims of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.tables import plain
from kg.model import Mode

_PLANNED = Expression(
    r"\b(?:sera|seront|aura|auront|devrai(?:t|ent)|doit|doivent|prévoi\w+|prévue?s?|programmée?s?|(?:s')?\w+(?:era|eront|ira|iront)|nous \w+rons|will|would|plans? to|planned|is to|are to|due to|is expected to|scheduled)\b",
    re.IGNORECASE,
)
_AMBITION = Expression(
    r"\b(?:ambition\w*|vis(?:e|ent|ant|ait)\b|objectif\w*|espèr\w+|espérant|souhait\w+|rêv\w+|aspir\w+|entend(?:ent)? (?:bien )?(?:devenir|créer|attirer|atteindre|doubler|faire)|"
    r"veu(?:t|lent) (?:\w+ )?(?:devenir|créer|attirer|atteindre|doubler|faire|être)|cap des|d'ici|à terme|aim(?:s|ed|ing)?\b|goals?|targets?|targeting|hop(?:e|es|ing)|seeks? to|wants? to (?:become|create|be)|vision)",
    re.IGNORECASE,
)
_STANDING = frozenset({"Role", "Location", "Membership"})
_RANKS = frozenset({"rank"})


def mode(document: Document, frame: Frame, head: Filler, filler: Filler, speakers: Iterable[str]) -> Mode:
    """How a value is stated; `speakers` are the plain names of who states it and what they speak for."""
    if frame.type == "Indicator":
        if frame.first("measure") in _RANKS and _about(frame) & set(speakers):
            return "selfClaim"
        if _AMBITION.search(_sentence(document, filler)):
            return "ambition"
    if frame.type in _STANDING:
        start, end = min(head.end, filler.end), max(head.start, filler.start)
        return "planned" if _PLANNED.search(document.text[start:end]) else "stated"
    return "planned" if _PLANNED.search(_sentence(document, filler)) else "stated"


def _about(frame: Frame) -> set[str]:
    """The plain names of what an indicator is about."""
    found = set()
    for filler in frame.fillers:
        if filler.slot == "subject":
            found.add(plain(str(filler.value)))
            found |= {plain(n) for n in filler.link.entity.names} if filler.link and filler.link.certain else set()
    return found


def speaks_for(name: str, within: Iterable[str], offices: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The plain names of somebody, of the bodies whose office they hold, and of the territory of those."""
    own = {plain(name), *within, *offices.get(name, ())}
    territories = {n.removeprefix("region ").strip() for n in own}
    return frozenset(own | territories)


def offices(frames: Iterable[Frame]) -> Mapping[str, frozenset[str]]:
    """For each person of the document, the plain names of the bodies that they speak for."""
    found: dict[str, frozenset[str]] = {}
    for frame in frames:
        if frame.type == "Role" and frame.first("organisation"):
            bodies = [f for f in frame.fillers if f.slot == "organisation"]
            names = {plain(str(f.value)) for f in bodies}
            for body in bodies:
                if body.link is not None and body.link.certain:
                    names |= {plain(n) for n in body.link.entity.names} | body.link.entity.within
            person = str(frame.first("person"))
            found[person] = found.get(person, frozenset()) | names
    return found


def _sentence(document: Document, filler: Filler) -> str:
    found = next((t.sentence for t in document.sentences if t.sentence.start <= filler.start < t.sentence.end), None)
    return document.text[found.start : found.end] if found is not None else ""
