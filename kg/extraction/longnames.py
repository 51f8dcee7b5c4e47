"""Bodies under a long name in small letters that its acronym in brackets confirms: "laboratoire de physique des plasmas (LPP)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.expressions import Expression
from kg.extraction.tables import plain
from kg.extraction.values.wordlists import frozen

_RESEARCH = r"(?:[Ll]aboratoire|[Ii]nstitut|[Oo]bservatoire|[Éé]cole|[Uu]niversité|[Dd]épartement|[Uu]nité|[Cc]entre|[Ll]aboratory|[Ii]nstitute|[Oo]bservatory|[Ss]chool)"
_GROUPING = r"(?:[Aa]ssociation|[Uu]nion|[Ff]édération|[Rr]éseau|[Cc]ommunauté|[Pp]ôle|[Cc]onsortium|[Gg]roupement|[Ss]yndicat|[Cc]lub|[Cc]ollectif|[Aa]lliance|[Nn]etwork|[Ff]ederation|[Ss]ociety)"
_PUBLIC = r"(?:[Aa]gence|[Cc]omité|[Cc]ommission|[Oo]ffice|[Ff]ondation|[Cc]onseil|[Dd]irection|[Ss]ervice|[Cc]hambre|[Cc]onservatoire|[Gg]roupe|[Ss]ociété|[Oo]rganisation|[Aa]gency|[Cc]ouncil|[Bb]oard|[Cc]ommittee)"
_HEADS = (("research", Expression(rf"(?<![\w-]){_RESEARCH}(?![\w-])")), ("association", Expression(rf"(?<![\w-]){_GROUPING}(?![\w-])")), ("public", Expression(rf"(?<![\w-]){_PUBLIC}(?![\w-])")))  # fmt: skip
_BRACKET = Expression(r" \((?:ou |dit |the )?(?P<acronym>[A-ZÀ-Ý][A-Za-z0-9&-]{1,11})\)")
_STOP = Expression(r"[.;:!?()\n«»\"]")
_SMALL = frozen("de du des la le les l d et en pour sur a au aux par of the and for in")
_ANY = Expression(r"\b(?:une?|an?|d'une?|des|plusieurs|chaque) (?:[a-zà-ÿ]+ )?$")
_LONGEST = 130
_INITIALS = 2


def find(text: str) -> Iterator[tuple[int, int, str]]:
    """Every name whose initials are the acronym in brackets right behind it: start, end and sort."""
    for bracket in _BRACKET.finditer(text):
        begin = max(0, bracket.start() - _LONGEST)
        stops = [m.end() for m in _STOP.finditer(text, begin, bracket.start())]
        begin = stops[-1] if stops else begin
        heads = sorted((m.start(), sort) for sort, head in _HEADS for m in head.finditer(text, begin, bracket.start()))
        for start, sort in reversed(heads):
            if not _ANY.search(text[begin:start]) and _stands_for(text[start : bracket.start()], bracket["acronym"]):
                yield start, bracket.start(), sort
                break


def _stands_for(name: str, acronym: str) -> bool:
    """Whether the letters of an acronym begin words of a name in order, its first word by the first letter."""
    words = [w for w in re.findall(r"[^\W_]+", plain(name)) if w not in _SMALL]
    letters = [c for c in plain(acronym) if c.isalpha()]
    if len(letters) < _INITIALS or len(words) < _INITIALS or not words[0].startswith(letters[0]):
        return False
    at = met = 0
    for letter in letters:
        found = next((i for i in range(at, len(words)) if words[i].startswith(letter)), None)
        if found is not None:
            met, at = met + 1, found + 1
    return met >= max(_INITIALS, len(letters) - 1) and len(words) <= len(letters) + 3
