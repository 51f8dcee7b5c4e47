"""Whom a figure measures: the region, the town or the organisation that a sentence, or the text, is about."""

from __future__ import annotations

import re

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_INSIDE = re.compile(r"\b(?:dans (?:le |la |l'|les )|en |à |aux? |in |near )$")
_WHOSE = re.compile(r"⟨[OF](\d+)⟩,? (?:dont|whose) [^.;⟨⟩]{0,60}(?:en ⟨D\d+⟩ )?$")
_NATIONWIDE = re.compile(
    r"(?:[ÀA] l'échelle (?:du pays|nationale|de la France)|[Aa]u niveau national|dans tout le pays)(?=[, ])"
)
_REGIONAL = re.compile(r" [a-zà-ÿ-]+ (?:régionales|régionaux|de la région|du territoire)\b")


def whom(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """Whom a figure measures: the sentence's own subject, a place named after it, else what the text is about."""
    if stated := _stated(document, typed, at, measure):
        return stated
    inside = [m for m in typed.mentions if m.kind in "OLF" and m.sort not in {"country", "continent"}]
    before = [m for m in inside if m.end <= at.start]
    after = [m for m in inside if m.start >= at.end]
    regions = ("region", "department", "commune", "city")
    if measure in {"companies", "establishments"}:
        before = [m for m in before if m.kind == "L" or m.sort == "authority"]
        after = [m for m in after if m.kind == "L" or m.sort == "authority"]
    before = [
        m
        for m in before
        if not re.search(
            r"(?:derrière|devant|après|behind|after|contre|face à) (?:la |le |l'|the )?$",
            typed.string[: typed.position(m)],
        )
    ]
    before = [m for m in before if not _titled(typed, m)]
    before = [o for o in before if not (o.kind == "L" and (_apposed(typed, o)))] or before
    named = _named_here(typed, before, [m for m in after if m.sort in regions])
    if named is not None:
        return filler("subject", named)
    return _people(typed) or _context(document, typed, measure)


def _named_here(typed: Typed, before: list[Mention], places: list[Mention]) -> Mention | None:
    """The name in the sentence that a figure belongs to: its subject, a place after the figure, the name before it."""
    if subjects := [m for m in before if not _oblique(typed, m)]:
        bodies = [m for m in subjects if m.kind in "OF"]
        inside = subjects[-1].kind == "L" and _INSIDE.search(typed.string[: typed.position(subjects[-1])])
        return bodies[-1] if bodies and inside else subjects[-1]
    return next(iter([*places, *before[-1:]]), None)


def _stated(document: Document, typed: Typed, at: Mention, measure: str) -> Filler | None:
    """The subject that the words beside a figure name: "dont le chiffre d'affaires", "à l'échelle du pays"."""
    lead = typed.string[: typed.position(at)]
    if owner := _WHOSE.search(lead):
        return filler("subject", typed.mentions[int(owner[1])])
    if country := _NATIONWIDE.search(lead):
        start = typed.origin(country.start())
        return Filler("subject", "France", start, start + len(country.group()))
    after_it = typed.string[len(lead) :].partition("⟩")[2]
    if measure == "companies" and _REGIONAL.match(after_it) and (region := document.main("L", ("region",))):
        return filler("subject", region)
    return None


def _people(typed: Typed) -> Filler | None:
    """As in “La filière spatiale francilienne”: the place whose adjective qualifies the sector."""
    for match in re.finditer(
        r"(?:filière|secteur|industrie|écosystème|économie|tissu|spatial|aérospatiale?)(?: [a-zà-ÿ]+)?? (?P<people>[a-zà-ÿé]+(?:-[a-zà-ÿé]+)?)(?![\w-])",
        typed.string,
    ):
        if place := tables.peoples().get(tables.plain(match["people"])):
            start = typed.origin(match.start("people"))
            return Filler("subject", place[0], start, start + len(match["people"]))
    return None


def _titled(typed: Typed, mention: Mention) -> bool:
    """Whether a name only completes somebody's title: "maire de Vernon", "président de l'agglomération"."""
    lead = typed.string[: typed.position(mention)]
    return bool(compiled(r"{title},? {de}(?:{the})$").search(lead[-70:]))


def _apposed(typed: Typed, mention: Mention) -> bool:
    """Whether a place only says where the organisation before it is: "Sodern, à Limeil"."""
    return bool(re.search(r"⟨[OF]\d+⟩,? (?:à|de|in|at) $", typed.string[: typed.position(mention)]))


def _oblique(typed: Typed, mention: Mention) -> bool:
    before = typed.string[: typed.position(mention)]
    return bool(
        re.search(
            r"(?:\bselon|\bd'après|\bavec|\bpour|\bpar|\bchez|\baccording to|\bwith|\bfor|\bby|\bof|\bde|\bdu|\bd') ?(?:la |le |l'|les |the )?$",
            before,
            re.IGNORECASE,
        )
    )


def _context(document: Document, typed: Typed, measure: str) -> Filler | None:
    kinds = {"companies": "L", "establishments": "L", "jobs": "OLF", "revenue": "O"}.get(measure, "OL")
    for previous in reversed([t for t in document.prose if t.sentence.start < typed.sentence.start]):
        if typed.sentence.start - previous.sentence.end > 500:
            break
        if re.match(r"(?:Elle|Il|Elles|Ils|It|They)\b", previous.string):
            continue
        fitting = [
            m
            for m in previous.mentions
            if m.kind in kinds and m.sort not in {"country", "continent", "agency", "public"}
        ]
        if fitting:
            return filler(
                "subject",
                next((m for m in fitting if m.kind == "F"), None)
                or next((m for m in fitting if not _oblique(previous, m)), fitting[0]),
            )
    main = document.main(kinds)
    return filler("subject", main) if main else None
