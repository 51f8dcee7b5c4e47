"""Whether the words around a date speak of the past or of what is to come."""

from __future__ import annotations

import re

from kg.extraction.expressions import Expression

_AROUND = 70
_STOP = Expression(r"[.!?\n;]")
_FUTURE = Expression(
    r"(?<![\w])(?:will|shall|to be held|(?:is|are) (?:due|set|expected|planned|scheduled)|scheduled|"
    r"upcoming|takes? place|comes? (?:back )?to|coming to|returns to|heads to|"
    r"à venir|doit|doivent|devrait|devraient|prévue?s?|attendue?s?|programmée?s?|rendez-vous|inscriptions?|"
    r"save the date|quand|when|"
    r"aura|auront|sera|seront|se tiendra|(?!opéra|caméra)[a-zéèêç]{3,14}(?:era|eront|ira|iront|dra|dront))(?![\w])",
    re.IGNORECASE,
)
_PAST = Expression(
    r"(?<![\w])(?:was|were|had|held(?! (?:every|annually|each))|took|announced|signed|said|presented|opened|attended|welcomed|hosted|gathered|ran|closed|raised|won|began|started|inaugurated|adopted|"
    r"approved|voted|confirmed|celebrated|ended|launched|met|unveiled|visited|"
    r"ont|avait|avaient|s'est|s’est|(?:se|y) sont|était|étaient|a été|eut|"
    r"(?:a|est|sont) (?:\w{3,12}ment )?[a-zéèêîç]{2,14}(?:[ée]|i|is|it|u|ert)e?s?)(?![\w])",
    re.IGNORECASE,
)


_HOSTS = Expression(
    r"^(?:[^.;:]{0,40}, |(?: et \w+)?, )?[^.;:,]{0,40}\b(?:accueille(?:nt)?|se tien(?:t|nent)|se déroule(?:nt)?|(?:a|ont) lieu|ouvre(?:nt)? (?:ses|leurs) portes|s'ouvre(?:nt)?|hosts|opens)\b",
    re.IGNORECASE,
)
_DONE = Expression(
    r"\b(?!(?:prévu|attendu|programmé|annoncé pour|fixé|planifié))[a-zéèêîç]{3,12}(?:é|i|u)e?s?(?: (?:le|ce|hier))? ?$",
    re.IGNORECASE,
)
"""A participle right before a day: "leur fusion, annoncée mardi, prendra effet"."""


def lean(text: str, start: int, end: int) -> int:
    """1 for what is to come, -1 for the past, 0 where the sentence around does not tell."""
    before = _STOP.split(text[max(0, start - _AROUND) : start])[-1]
    after = _STOP.split(text[end : end + _AROUND])[0]
    if re.search(r"(?:é|i|u)es? $", before) and _DONE.search(before):
        return -1
    near = f"{before} | {after}"
    return bool(_FUTURE.search(near)) - bool(_PAST.search(near))


def coming(text: str, start: int, end: int) -> bool:
    """Whether a weekday is to come: the words around say so, or its own clause hosts something in the present."""
    leaning = lean(text, start, end)
    after = _STOP.split(text[end : end + _AROUND])[0]
    return leaning > 0 or (leaning == 0 and bool(_HOSTS.search(after)))
