"""Figures that the text itself refutes: "30 et non 50", "contrairement aux 50 M€ annoncés", "denies that …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.extraction.expressions import Expression
from kg.extraction.values import Value

_FIGURES = frozenset({"amount", "count", "share", "ordinal"})
_LEAD = r"(?:(?:d'|de |des |du |les |la |le |aux |un |une |quelque |environ |pas |plus de |près de |the |a |some |about |over |for |of )){0,3}"
_NOT_BEFORE = Expression(
    r"(?:\bet non(?: pas)?|\bmais pas|\bet pas|, pas|, non|\bplutôt que|\bau lieu d[e']|\bloin d[e']s?|\bcontrairement (?:à|aux?)|"
    r"\bà la place d[e']|\band not|\bbut not|, not|\brather than|\binstead of|\bunlike|\bcontrary to|\bfar from)"
    rf" ?(?:(?:l'enveloppe|le montant|le chiffre|la somme|l'annonce|the (?:figure|sum|amount)) )?{_LEAD}$",
    re.IGNORECASE,
)
_DENIED = Expression(
    r"\b(?:dément(?:i|ent|it)?|démenti(?:e|s|r)?|nie(?:nt)?|nié|réfut\w+|conteste(?:nt)?|contesté|rejette|rectifi\w+|denie[sd]|deny|den(?:y|ies)|refut\w+|disput(?:es|ed)|rejects?|rejected)\b"
    r"(?![^.;:«»\n]*\b(?:mais|but)\b)[^.;:«»\n]{0,110}$",
    re.IGNORECASE,
)
_NEGATED = Expression(
    r"(?:\bn(?:e |')(?:\w+ ){0,2}?\w+ (?:pas|jamais|plus)(?! moins| seulement| que)(?: (?:\w+ ){0,2}?)?|"
    r"\b(?:is|are|was|were|does|do|did|has|have|had|will) ?(?:not|n't)(?! only| less)(?: (?:\w+ ){0,2}?)?)"
    rf"{_LEAD}$",
    re.IGNORECASE,
)
_LESS = Expression(r"(?:pas moins|seulement|no less|not less|not only|no fewer) (?:que |de |d'|than )?$", re.IGNORECASE)
_WRONG_AFTER = Expression(
    r"^(?: [\w€'-]+){0,5}? (?:est|sont|était|étaient|serait|is|are|was|were) (?:\w+ )?(?:faux|fausse|erroné|inexact|infondé|mensong|démenti|wrong|false|incorrect|untrue|inaccurate)",
    re.IGNORECASE,
)
_CLAUSE = Expression(r"[.;!?\n](?:\s|$)")
_REACH = 160


def without_refuted(text: str, values: Iterable[Value]) -> Iterator[Value]:
    """The values that the text stands by."""
    return (value for value in values if value.kind not in _FIGURES or not refuted(text, value.start, value.end))


def refuted(text: str, start: int, end: int) -> bool:
    """Whether the words around a figure take it back.

    >>> text = "La Région met 20 M€, et non 30 M€ comme on l'a lu."
    >>> refuted(text, text.index("20"), text.index("20") + 5), refuted(text, text.index("30"), text.index("30") + 5)
    (False, True)
    """
    before = text[max(0, start - _REACH) : start]
    before = _CLAUSE.split(before)[-1]
    if _LESS.search(before):
        return False
    return bool(
        _NOT_BEFORE.search(before)
        or _NEGATED.search(before)
        or _DENIED.search(before)
        or _WRONG_AFTER.match(text[end : end + _REACH])
    )
