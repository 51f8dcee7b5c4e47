"""Mentions that are but part of a longer name: "Airbus" in "Airbus Helicopters", "Helios" in "Helios Orbital"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction import tables, unnamed
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.tables import plain

_NUMBER_OF = Expression(r" n ?° ?\d{1,2}(?!\d)|(?<=Ariane) \d(?!\d)")
_NUMBERED = frozenset({"satellite", "launcher", "constellation"})
_NUMBER = Expression(
    r"[ -](?:\d{1,2}[A-Z]?|[A-Z]\d|[IVX]{1,4})(?![\w%€]|[.,]\d| (?:ans|mois|jours|satellites|kilos|tonnes|millions?|M€|k€|fois|years|months|of|sur)\b)"
)
"""Which of its series a thing is: Spot 4, Proba-3."""
_MORE = Expression(r" (?P<more>[A-ZÀ-Ý][a-zà-ÿ][\w-]+(?: [A-ZÀ-Ý][a-zà-ÿ][\w-]+)?)(?![\w'-]| [A-ZÀ-Ý])")
_FIRM = Expression(
    r"(?: [A-ZÀ-Ý][a-zà-ÿ]+)? (?:Orbital|Aerospace|Systems|Systèmes|Industries|Technolog(?:y|ies)|Photonics|Optics|Robotics|Dynamics|Propulsion|Avionics|Composites|Instruments|Electronics|Networks|Engineering|Ventures|Capital|Partners|Consulting|Solutions|Software|Labs|SAS|SA|Ltd|plc|Inc|GmbH)(?![\w'-]| [A-ZÀ-Ý])"
)
"""What makes a firm of the name of a place or a satellite: "Helios Orbital"."""


def side_by_side(text: str, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions, two names that only the statistical model proposed one behind the other as one: "Orbex", "Marine"."""
    last: Mention | None = None
    for m in sorted(mentions, key=lambda m: m.start):
        if last and _bare(last) and _bare(m) and last.end + 1 == m.start and text[last.end] == " ":
            last = Mention("O", "model", last.start, m.end, text[last.start : m.end])
            continue
        if last:
            yield last
        last = m
    if last:
        yield last


def _bare(m: Mention) -> bool:
    return m.sort == "model" and m.kind in "OX" and m.value is None


def grown(text: str, mentions: list[Mention]) -> Iterator[Mention]:
    """A known firm or town that begins a longer name is that name: "Airbus Helicopters", "Bordeaux Technowest"."""
    strong = {m.start for m in mentions if m.sort not in {"model", "country"}}
    swallowed: set[int] = set()
    for m in sorted(mentions, key=lambda m: m.start):
        if m.start in swallowed:
            continue
        if m.kind == "F" and (number := _NUMBER_OF.match(text, m.end)):
            yield Mention("F", m.sort, m.start, number.end(), text[m.start : number.end()])
            continue
        if m.known and m.kind in "SLE" and (firm := _FIRM.match(text, m.end)):
            swallowed |= _starts(mentions, m.end, firm.end())
            yield Mention("O", "company", m.start, firm.end(), text[m.start : firm.end()])
            continue
        if m.kind == "S" and m.sort in _NUMBERED and (number := _NUMBER.match(text, m.end)):
            swallowed |= _starts(mentions, m.end, number.end())
            yield Mention("S", m.sort, m.start, number.end(), text[m.start : number.end()])
            continue
        more = _MORE.match(text, m.end) if _grows(text, m) else None
        titled = more is not None and unnamed.TITLE_LAST.search(text, m.start, more.end())
        if more is None or titled or more.start("more") in strong or unnamed.UNLIKELY.match(more["more"].split()[0]):
            yield m
            continue
        if " " in more["more"] and plain(more["more"].split()[0]).split("-")[0] in tables.first_names():
            yield m
            continue
        if m.kind == "L" and (more["more"] == "France" or not text[m.start : m.end][1:].islower()):
            yield m
            continue
        swallowed |= _starts(mentions, more.start("more"), more.end())
        yield Mention("O", "company", m.start, more.end(), text[m.start : more.end()])


def _starts(mentions: Iterable[Mention], start: int, end: int) -> set[int]:
    """Where the mentions start that start in a stretch of the text."""
    return {m.start for m in mentions if start <= m.start < end}


def _grows(text: str, m: Mention) -> bool:
    branch = text.startswith(" France", m.end)
    return (
        m.kind == "O" and m.sort in {"company", "agency", *(["model"] if branch else [])} and (m.known or branch)
    ) or (m.known and m.sort in {"commune", "city"})
