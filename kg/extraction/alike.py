"""How alike two names are: what they share word by word, and what tells them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extraction import tables
from kg.extraction.expressions import Expression
from kg.extraction.tables import plain

_WORD = Expression(r"[^\W_]+")
_EMPTY = frozenset(
    [
        "l",
        "d",
        "le",
        "la",
        "les",
        "de",
        "du",
        "des",
        "the",
        "of",
        "et",
        "and",
        "&",
        "a",
        "au",
        "aux",
        "en",
        "sur",
        "pour",
        "for",
        "in",
        "sa",
        "sas",
        "sarl",
        "sasu",
        "se",
        "inc",
        "ltd",
        "limited",
        "llc",
        "gmbh",
        "plc",
        "spa",
        "srl",
        "bv",
        "groupe",
        "group",
        "societe",
        "company",
        "entreprise",
        "corp",
        "corporation",
        "association",
        "loi",
    ]
)
"""Words that tell no two things apart."""
_NUMERALS = {"ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9"}
_ENOUGH = 80
_SHORT = 4
_HOPELESS = 65
_SURE_LENGTH = 8
NEAR, FAR = 84, 69
"""The most that a name with words of its own may score, and one whose words contradict the other's."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """From 0 to 100 how alike two names are, and the words that only the longer one has."""

    score: float
    extra: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def words(name: str) -> tuple[str, ...]:
    """The plain words of a name that tell it from others, all of them where none does."""
    whole = (plain(w) for w in _WORD.findall(re.sub(r"\s*\([^()]*\)$", "", name) or name))
    found = tuple(_NUMERALS.get(w, w) for w in whole)
    return tuple(w for w in found if w not in _EMPTY) or found


def ends(name: str) -> frozenset[str]:
    """The beginnings and ends of a name's words: names that share none are not compared."""
    return frozenset(end for w in words(name) for end in (w[:2], f"-{w[-2:]}"))


def squeezed(name: str) -> frozenset[str]:
    """A name without accents, case, spaces and signs: with all its words, and with those that tell it from others.

    >>> squeezed("Act'In Space") & squeezed("ActInSpace")
    frozenset({'actinspace'})
    """
    return frozenset({"".join(plain(w) for w in _WORD.findall(name)), "".join(words(name))})


def likeness(a: str, b: str, *, person: bool = False) -> Likeness:
    """How alike two names are that are not the same; words, numbers and places that contradict each other weigh most.

    >>> likeness("Thales Alenia Spcae", "Thales Alenia Space").score > 85
    True
    >>> likeness("Space Hub Bordeaux", "Space Hub Sutherland").score <= FAR
    True
    """
    from rapidfuzz import fuzz

    first, second = " ".join(words(a)), " ".join(words(b))
    score = (fuzz.WRatio(first, second) + fuzz.token_sort_ratio(first, second)) / 2
    if score < _HOPELESS:
        return Likeness(score)
    pairs, lone_a, lone_b = _paired(words(a), words(b))
    if (lone_a and lone_b) or _contradict(pairs) or _acronyms(a, b):
        return Likeness(min(score, FAR))
    differing = [pair for pair in pairs if pair[0] != pair[1]]
    extra = frozenset(lone_a or lone_b)
    if extra and lone_a != lone_b and not _same_head(words(a), words(b)):
        return Likeness(min(score, FAR), extra)
    unsure = extra or (differing and (person or (len(pairs) == 1 and min(map(len, pairs[0])) < _SURE_LENGTH)))
    return Likeness(min(score, NEAR) if unsure else score, extra)


def initials(name: str) -> frozenset[str]:
    """The acronyms that a name of several words may have: the first letters of all its words, or of those that count.

    >>> "cnes" in initials("Centre national d'études spatiales"), "cst" in initials("Centre spatial guyanais")
    (True, False)
    """
    every = [plain(w) for w in _WORD.findall(name)]
    found = {"".join(w[0] for w in chosen) for chosen in (every, [w for w in words(name) if len(w) > 1])}
    return frozenset(letters for letters in found if len(letters) > 1)


def acronym(name: str) -> str:
    """The letters of a name that is written as an acronym, empty for any other."""
    return plain(name.replace("&", "")) if re.fullmatch(r"[A-Z][A-Z&]{1,9}", name) else ""


def _paired(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[list[tuple[str, str]], list[str], list[str]]:
    """Words that are the same or nearly so, and those of either name that have no such partner."""
    left, right = list(a), list(b)
    pairs = []
    for equal in (True, False):
        for word in list(left):
            fit = next((w for w in right if (w == word if equal else _near(word, w))), None)
            if fit is not None:
                pairs.append((word, fit))
                left.remove(word)
                right.remove(fit)
    return pairs, left, right


def _near(a: str, b: str) -> bool:
    """Whether a slip of the keyboard may have made one word of the other."""
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    if min(len(a), len(b)) <= _SHORT or not (a.isalpha() and b.isalpha()):
        return False
    return fuzz.ratio(a, b) >= _ENOUGH or OSA.distance(a, b, score_cutoff=1) <= 1


def _contradict(pairs: list[tuple[str, str]]) -> bool:
    """Whether two words that look alike are two places: Cannes and Vannes."""
    return any(a != b and _place(a) and _place(b) for a, b in pairs)


@lru_cache(maxsize=2_000)
def _place(word: str) -> bool:
    return any(plain(name) == word for name, _ in tables.divisions(word))


def _acronyms(a: str, b: str) -> bool:
    """Whether both are acronyms: one letter makes another thing of it."""
    return a.isupper() and b.isupper() and max(len(a), len(b)) <= _SURE_LENGTH and " " not in a + b


def _same_head(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    return a[0] == b[0] or {*a} <= {*b} or {*b} <= {*a}
