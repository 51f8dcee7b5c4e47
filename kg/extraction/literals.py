r"""The text that no match of a regular expression can do without, read off its source.

A match of `(?:join|adh[éè]r)\w+ (?:the )?⟨O\d+⟩` has "join" or "adh", and it has "⟨o": cheap to look for first.
Only what stands outside of lookarounds and of what may be repeated no times counts; letter case never does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from kg.extraction.lexicon import PIECES

Clause = frozenset[str]
"""Strings of which a match has at least one."""
GRAM = 4
"""Longer strings are looked for by so many of their characters, so that one set tells what a sentence has."""
_MOST = 4
"""More words cost more than they turn away."""
_MARK = 2
_TOKEN = re.compile(
    r"(?P<words>\((?:\?(?:P<\w+>|:))?(?P<listed>[^\\.\[\](){}?*+^$<⟨]+)\))|(?P<letters>[^\\.\[\](){}|?*+^$<⟨]+(?![?*+{]))|(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[a-zA-Z-]*:))?(?!\?))"
    r"|(?P<mark>⟨\[(?P<kinds>[A-Z]+)\]|<(?:\w+:)?(?P<slot>[A-Z]+)\+?>)|(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])"
    r"|(?P<edge>\\[bBAZ]|[$^]|\(\?[aims]+\))|(?P<class>\\[dDsSwW]|\.)|\\(?P<escaped>\W)|\{(?P<piece>[a-z_]+)\}"
    r"|(?P<letter>[^\\.\[\](){}|?*+^$])",
    re.DOTALL,
)
_REPEAT = re.compile(r"[?*+][?+]?|\{(?P<least>\d*),?\d*\}[?+]?")
_PLAIN = re.compile(r"[0-9a-zà-öø-ÿœ⟨€£$%«» ',:;()/&+-]+")
"""What is the same in every letter case but for the pairs below."""
_LONG = re.compile(rf"{_PLAIN.pattern.removesuffix('+')}{{2,}}(?:\|{_PLAIN.pattern.removesuffix('+')}{{2,}})*")
_PAIR = re.compile(r"\[(\w)(\w)\]")
_ODD = {"İ": "i", "ı": "i", "ſ": "s"}
"""Letters that match a plain one where case is ignored, and do not become it in lower case."""


class _Unread(Exception):
    """What stands here is no expression of the plain kind."""


def required(source: str) -> tuple[tuple[Clause, ...], ...]:
    r"""For each alternative, sets from each of which its match has at least one string: marks, then the rarest words.

    >>> [[sorted(c) for c in clauses] for clauses in required(r"(?:join|adh[ée]r)\w+ (?:the )?⟨O\d+⟩|unite[ds]")]
    [[['⟨o'], ['adh', 'join']], [['unite']]]
    >>> required("a?")
    ((),)
    """
    try:
        branches, end = _branches(source, 0)
    except _Unread:
        return ((),)
    return tuple(_chosen(clauses) for clauses in branches) if end == len(source) else ((),)


def _chosen(clauses: list[Clause]) -> tuple[Clause, ...]:
    found = sorted(dict.fromkeys(clauses), key=_worth)
    words = [clause for clause in found if not _of_marks(clause)]
    return *(clause for clause in found if _of_marks(clause)), *words[:_MOST]


def keys(clause: Clause) -> Clause:
    """What to look for among the grams of a string."""
    return frozenset(_key(literal) for literal in clause)


@cache
def _key(literal: str) -> str:
    """The stretch of a literal that is likely the rarest: small words, endings and the spaces about them are everywhere."""
    stretches = [literal[at : at + GRAM] for at in range(max(1, len(literal) - GRAM + 1))]
    return max(stretches, key=lambda stretch: sum(letter not in "aeinrstu ' " for letter in stretch))


class Marked(str):  # noqa: SLOT000  what it remembers is kept beside it
    """A text, or a sentence with marks for its mentions, that remembers what it has: asked about again and again."""

    @cached_property
    def grams(self) -> Clause:
        """Every stretch of 2 to `GRAM` characters, in lower case."""
        low = lowered(self)
        return frozenset(low[at : at + size] for size in range(2, GRAM + 1) for at in range(len(low) - size + 1))


def lowered(string: str) -> str:
    """A string in the letter case of clauses."""
    for odd, plain in _ODD.items():
        if odd in string:
            string = string.replace(odd, plain)
    return str.lower(string)


def _of_marks(clause: Clause) -> bool:
    return all(literal[0] == "⟨" and len(literal) == _MARK for literal in clause)


def _worth(clause: Clause) -> tuple[int, int]:
    return -min(min(len(literal), GRAM) for literal in clause), len(clause)


def _branches(source: str, at: int) -> tuple[list[list[Clause]], int]:
    """The clauses of each alternative from a place on, and where the last one ends."""
    branch, at = _sequence(source, at)
    branches = [branch]
    while source.startswith("|", at):
        branch, at = _sequence(source, at + 1)
        branches.append(branch)
    return branches, at


def _together(branches: list[list[Clause]]) -> list[Clause]:
    """What a group of alternatives requires whichever matches."""
    if len(branches) == 1:
        return branches[0]
    if not all(branches):
        return []
    return [frozenset[str]().union(*(min(branch, key=_worth) for branch in branches))]


def _sequence(source: str, at: int) -> tuple[list[Clause], int]:
    """The clauses of what stands up to the next bar or closing bracket."""
    clauses: list[Clause] = []
    run = ""
    while at < len(source) and source[at] not in "|)":
        token = _TOKEN.match(source, at)
        if token is None:
            raise _Unread
        inside, written, at = _item(source, token)
        repeat = _REPEAT.match(source, at) if at < len(source) and source[at] in "?*+{" else None
        at = repeat.end() if repeat else at
        if token["edge"] or token["look"]:
            continue
        needed = repeat is None or (repeat.group()[0] not in "?*" and repeat["least"] not in {"", "0"})
        run += written if needed else ""
        if needed and written and repeat is None:
            continue
        clauses += _clause(run)
        run = ""
        if needed:
            clauses += inside
    return clauses + _clause(run), at


def _item(source: str, token: re.Match[str]) -> tuple[Sequence[Clause], str, int]:
    """What one item requires, the letters that it is where it is some, and where it ends."""
    at = token.end()
    if listed := token["listed"]:
        found = frozenset(listed.lower().split("|"))
        return [found] if _LONG.fullmatch(listed.lower()) else [], "", at
    if token["open"] or token["look"]:
        branches, at = _branches(source, at)
        if not source.startswith(")", at):
            raise _Unread
        return [] if token["look"] else _together(branches), "", at + 1
    if kinds := token["kinds"] or token["slot"]:
        return [frozenset(f"⟨{kind}" for kind in kinds.lower())], "", at
    if token["piece"]:
        return _piece(token["piece"]), "", at
    written = token["letters"] or token["letter"] or token["escaped"] or ""
    pair = _PAIR.fullmatch(token["set"]) if token["set"] else None
    if pair and pair[1].lower() == pair[2].lower():
        written = pair[1]
    written = written.lower()
    return [], written if _PLAIN.fullmatch(written) else "", at


@cache
def _piece(name: str) -> list[Clause]:
    if name not in PIECES:
        raise _Unread
    return _together(_branches(PIECES[name], 0)[0])


def _clause(run: str) -> list[Clause]:
    return [frozenset([run])] if len(run) > 1 else []
