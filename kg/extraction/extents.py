"""How far a name goes that a grammar has found, and whether its words name anything."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression


def extended(text: str, start: int, end: int) -> int:
    """Where a name ends: "Université Toulouse III - Paul Sabatier", "Institute for A and B", "feuille de route « Cap 2030 »"."""
    for head, more in _GOING_ON:
        if head.match(text, start) and (further := more.match(text, end)):
            end = further.end()
    opened = text.rfind("«", start, end) > text.rfind("»", start, end)
    return closed.end() if opened and (closed := _CLOSED.match(text, end)) else end


_GOING_ON = (
    (Expression(r"[Uu]niversité "), Expression(r" (?:\d{1,2}|[IVX]+)(?![\w%€]| ?[%€]| (?:M|k|millions?|étudiants|emplois)\b)")),
    (Expression(r"[Uu]niversité "), Expression(r" ?[-–] ?[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)*")),
    (Expression(r"(?:Department|Institute|Ministry|Centre|Center|Faculty|School|Office) (?:of|for) "), Expression(r" and [A-Z]\w+(?: [A-Z]\w+)*")),
)  # fmt: skip
_CLOSED = Expression(r" ?»")
BEYOND = {
    "F": Expression(r" (?:in|at) [A-Z]"),
    "S": Expression(r"(?<=\w) (?:de la |de l'|du |de |d'|of the |of )(?=[A-Z])"),
}
"""What ends a facility's and a thing's name: where the one is, whose the other is."""


def named(text: str, start: int, end: int, kind: str, sort: str) -> str | None:
    """The sort of what a grammar found; None where the words name nothing."""
    surface = text[start:end].strip(" ,")
    if kind == "E" and surface[0].islower() and not re.search(r"[ '-][A-ZÀ-Ý]", surface):
        before = text[max(0, start - 60) : start]
        return "unnamed" if _INTRODUCED.search(before) and not text[end : end + 1].isalpha() else None
    if kind == "O" and surface[0].islower() and _NTH.search(text[max(0, start - 15) : start]):
        return None  # "le 3e pôle spatial en France" is a rank
    single = re.fullmatch(r"[\wÀ-ÿ]+|[Rr]endez-vous", surface) and not surface.isupper()
    if kind == "E" and (surface.startswith("concours d") or single):
        return None
    if kind == "O" and sort == "company" and not re.search(r"[A-ZÀ-Ý]", surface):
        return None
    return sort


_NTH = Expression(
    r"(?:\d(?:er|ère|re|e|è|ème|st|nd|rd|th)|[Pp]remi(?:er|ère)|[Dd]euxième|[Ss]econde?|[Tt]roisième|[Qq]uatrième) $"
)
_INTRODUCED = Expression(
    r"(?<!\bce )(?<!\bcette )\b(?:[Uu]ne?|nouveau|nouvelle|premier|première|futur|future|grand|grande|a|an|new|first)(?: [a-zà-ÿ]+)? $"
)
