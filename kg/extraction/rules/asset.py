"""Facilities, constellations, satellites, launchers and technical programmes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_facts import operators, places
from kg.extraction.typed import Typed, compiled

_KINDS = {"facility", "constellation", "satellite", "launcher", "programme"}
_TECHNICAL = re.compile(
    r"Station|[Ss]paceport|Launch|Space (?:Cent|Hub|City|Park)|Factory|Observato|Test |[Tt]élescope|pas de tir|[Ee]nsemble de lancement|Aerospace (?:City|Park)"
)
_SITE_OF = compiled(
    r"<operator:O>,? (?:which|who|qui) (?:operates|runs|owns|manages|exploite|gère|opère) (?:the |le |la |l'|ce |cette )(?:site|centre|center|base|spaceport|port spatial|station|installation)(?:,? (?:near|in|at|à|près de|en) <place:L>)?"
)


def _spoken_of(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in “the corporation, which operates the site near Kiruna”: what is said of the text's own facility."""
    site = document.main("F", ("facility",))
    for match in _SITE_OF.finditer(typed.string) if site is not None else ():
        marks = (("operator", match["operator"]), ("place", match["place"]))
        said = [filler(slot, typed.mentions[int(mark[2:-1])]) for slot, mark in marks if mark]
        if site is not None:
            yield Frame("Asset", (filler("name", site), *said), "asset.facility")


def find(document: Document) -> Iterator[Frame]:
    """A frame for each asset that is named."""
    venues = {m.name for t in document.prose for m in t.of_kind("E")}
    counted = Counter(m.name for t in document.prose for m in t.of_kind("SF"))
    for typed in document.prose:
        yield from _spoken_of(document, typed)
        for mention in typed.of_kind("SF"):
            if mention.nominal or mention.name in venues or (mention.kind == "F" and _venue(typed, mention)):
                continue
            kind = mention.sort if mention.sort in _KINDS else "facility"
            fillers = [filler("name", mention), Filler("kind", kind, mention.start, mention.end)]
            fillers.extend(places(document, typed, mention) if kind == "facility" else ())
            fillers.extend(operators(document, typed, mention))
            if (
                mention.kind == "F"
                and len(fillers) == 2
                and counted[mention.name] < 2
                and not _TECHNICAL.search(mention.name)
            ):
                continue
            yield Frame("Asset", tuple(fillers), f"asset.{kind}")


def _venue(typed: Typed, mention: Mention) -> bool:
    return (
        bool(typed.of_kind("E"))
        or bool(
            re.search(
                r"(?:se tient|se tiendra|aura lieu|se déroule|organisée?|held|takes place|accueille)", typed.string
            )
        )
        or mention.name == "Baïkonour"
    )
