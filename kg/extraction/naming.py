"""The names in a document's frames, each with what it is in the registry."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from kg.extraction.document import Document
from kg.extraction.frames import Filler, Frame, FrameType
from kg.extraction.linking import Link, Wanted, within
from kg.extraction.mention import Mention

KINDS: Mapping[tuple[FrameType, str], str] = {
    ("Role", "person"): "P",
    ("Role", "organisation"): "OF",
    ("Agreement", "party"): "OL",
    ("Agreement", "signedBy"): "P",
    ("Agreement", "adoptedBy"): "O",
    ("Strategy", "adoptedBy"): "O",
    ("Strategy", "partner"): "O",
    ("Funding", "funder"): "OL",
    ("Funding", "recipient"): "OLF",
    ("Event", "name"): "E",
    ("Event", "place"): "LF",
    ("Event", "organiser"): "O",
    ("Event", "participant"): "PO",
    ("Event", "supporter"): "O",
    ("Location", "entity"): "OF",
    ("Location", "place"): "L",
    ("Indicator", "subject"): "LO",
    ("Membership", "member"): "O",
    ("Membership", "organisation"): "O",
    ("Asset", "name"): "FS",
    ("Asset", "place"): "L",
    ("Asset", "operator"): "O",
}
"""What kinds of thing a slot names; the other slots hold values and words."""
_OFFICIAL = {"commune", "department"}
"""Sorts of places that only the official French divisions have."""
_ASSETS = {"facility": "F", "constellation": "S", "satellite": "S", "launcher": "S", "programme": "S"}


class Finder:
    """The mentions of one document, and what they are linked to."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._name = document.name
        self._by_place = {(m.start, m.end): m for m in document.mentions if m.value is None}
        self._by_name = {m.name: m for m in reversed(document.mentions) if m.value is None}
        self._starts = [t.sentence.start for t in document.sentences]
        main = document.main("L", ("region",))
        self._region = within([main.name] if main is not None else [])

    def mention(self, filler: Filler) -> Mention | None:
        """The mention that a filler was read from."""
        here = self._by_place.get((filler.start, filler.end))
        if here is not None and (
            here.name == filler.value or here.kind not in "FS"
        ):  # a place may stand in a site's name
            return here
        return self._by_name.get(str(filler.value))

    def link(self, frame: Frame, filler: Filler) -> Link | None:
        """What a filler's name is in the registry."""
        kinds = KINDS.get((frame.type, filler.slot))
        if kinds is None:
            return None
        return self.document.known.index.link(self._wanted(frame, filler, kinds))

    def body(self, mention: Mention) -> Filler:
        """A person or body as the filler that speakers and publishers are, linked."""
        sort = "" if mention.sort == "model" else mention.sort
        wanted = Wanted((mention.name,), mention.kind, sort, self._region, self._name, self._land)
        link = self.document.known.index.link(wanted)
        return Filler("speaker", mention.name, mention.start, mention.end, link=link)

    def _wanted(self, frame: Frame, filler: Filler, kinds: str) -> Wanted:
        mention = self.mention(filler)
        spellings, sort = [str(filler.value)], ""
        if frame.type == "Asset" and filler.slot == "name" and (asset := str(frame.first("kind") or "")) in _ASSETS:
            kinds, sort = _ASSETS[asset], asset
        elif mention is not None and mention.sort != "model" and mention.kind != "X":
            kinds, sort = mention.kind, mention.sort
        if mention is not None and not mention.nominal and str(filler.value) == mention.name:
            spellings.append(self.document.text[mention.start : mention.end])
        return Wanted(tuple(dict.fromkeys(spellings)), kinds, sort, self._beside(filler), self._name, self._land)

    def _beside(self, filler: Filler) -> frozenset[str]:
        """The places named in the sentences around, and the region that the document is about."""
        at = bisect_right(self._starts, filler.start) - 1
        around = self.document.sentences[max(0, at - 1) : at + 2]
        return self._region | within(m.name for t in around for m in t.mentions if m.kind == "L" and m.name)

    @cached_property
    def _land(self) -> frozenset[str]:
        """What the country is called in which most of the places and bodies of the document lie."""
        named = Counter(land for m in self.document.mentions if m.kind in "LO" for land in self._lands(m))
        most = max(named.values(), default=0)
        return frozenset(land for land, often in named.items() if often == most)

    def _lands(self, mention: Mention) -> frozenset[str]:
        """What the country is called that a mention is, or lies in, as far as the registry knows."""
        if mention.sort in _OFFICIAL:
            return within(["France"])
        index = self.document.known.index
        link = index.certain(Wanted((mention.name,), mention.kind, mention.sort))
        return index.countries & (within(link.entity.names) | link.entity.within) if link else frozenset()


def linked(frames: Iterable[Frame], document: Document) -> Iterator[Frame]:
    """Each frame with what its names are in the registry, by what was decided so far."""
    finder = Finder(document)
    for frame in frames:
        yield replace(frame, fillers=tuple(replace(f, link=finder.link(frame, f)) for f in frame.fillers))
