"""Patterns over typed sentences, compiled only once a sentence has the kinds of names that they cannot do without."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache, cached_property

from kg.extraction.lexicon import PIECES

_SLOT = re.compile(r"<(?:(?P<name>\w+):)?(?P<kinds>[A-Z]+)(?P<many>\+?)>")
_PIECE = re.compile(r"\{(?P<name>[a-z_]+)\}")
_TOKEN = re.compile(rf"\\.|\[(?:\\.|[^\]\\])+\]|{_SLOT.pattern}|{{(?:role|title)}}|[()|]", re.DOTALL)
_PREPOSITION = r"(?:de|du|des|à|au|aux|chez|pour|par|of|for|at|by|en|in|to|from|depuis|sur|on|dans|chez|via)\b"
_HONORIFIC = r"(?:(?:Dr|Pr|Prof|Professor|Professeure?|M\.|MM\.|Mme|Mlle|Mr|Mrs|Ms|Sir|Dame|Lord)\.? )?"
_OPTIONAL = ("?", "*", "{0,")


class Pattern:
    """A pattern with marks of its own, as `kg.extraction.typed` explains; it searches like a regular expression."""

    def __init__(self, source: str) -> None:
        self.source = source

    @cached_property
    def _expanded(self) -> str:
        return _expanded(self.source)

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return _compiled(self._expanded)

    @cached_property
    def _beginning(self) -> re.Pattern[str] | None:
        """What stands before the title in a pattern, which is long to compile: cheap to look for first."""
        before = before_title(self.source)
        return _compiled(_expanded(before)) if before else None

    @cached_property
    def _needed(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(f"⟨{kind}" for kind in kinds) for kinds in needed(self._expanded))

    def _hopeless(self, string: str) -> bool:
        if not all(any(mark in string for mark in marks) for marks in self._needed):
            return True
        if "_expression" in self.__dict__ or self._beginning is None:
            return False
        return self._beginning.search(string) is None

    def search(self, string: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match anywhere."""
        return None if self._hopeless(string) else self._expression.search(string, start, end)

    def match(self, string: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at the start."""
        return None if self._hopeless(string) else self._expression.match(string, start, end)

    def fullmatch(self, string: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match of the whole."""
        return None if self._hopeless(string) else self._expression.fullmatch(string, start, end)

    def finditer(self, string: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Every match, left to right."""
        return iter(()) if self._hopeless(string) else self._expression.finditer(string, start, end)


def needed(expanded: str) -> Iterator[str]:
    """The kinds of each slot without which a pattern cannot match: those outside of groups and alternatives.

    >>> list(needed("<person:P>(?: of <OL>)? (?:by|with) <F>"))
    ['P', 'F']
    >>> list(needed("<P>|<O>")), list(needed("<P>?"))
    ([], [])
    """
    found = []
    depth = 0
    for token in _TOKEN.finditer(expanded):
        sign = token.group()
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return
        if token["kinds"] and depth == 0 and not expanded.startswith(_OPTIONAL, token.end()):
            found.append(token["kinds"])
    yield from dict.fromkeys(found)


def before_title(source: str) -> str:
    """The part of a pattern before the group that holds a title, empty where there is none or it is not needed.

    >>> before_title("<person:P>, (?P<role>{title} of) <O>")
    '<person:P>, '
    """
    depth = opened = cut = 0
    for token in _TOKEN.finditer(source):
        sign = token.group()
        opened = token.start() if sign == "(" and depth == 0 else opened
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            return ""
        if sign in ("{role}", "{title}") and not cut:
            cut = opened if depth else token.start()
    return source[:cut]


def _expanded(source: str) -> str:
    for _ in range(3):
        source = _PIECE.sub(lambda m: PIECES.get(m["name"], m.group()), source)
    return source


def _compiled(expanded: str) -> re.Pattern[str]:
    written = expanded.replace("aujourd'hui", r"(?:aujourd'hui|⟨D\d+⟩)")
    written = written.replace("[^.;⟨⟩]", r"(?:[^.;⟨⟩]|⟨[DRNUH]\d+⟩)")
    return re.compile(_SLOT.sub(_slot, written), re.IGNORECASE)


def _slot(match: re.Match[str]) -> str:
    one = rf"⟨[{match['kinds']}]\d+⟩"
    honorific = _HONORIFIC if match["kinds"] == "P" else ""
    if match["many"]:
        apposition = r"(?:,? ?\([^()]{1,60}\)|, [^,.;:()]{3,70},(?= (?:et|and|ainsi|as) )|, [^,.;:()⟨⟩]{3,50}(?=, )|,? (?:of|de) ⟨L\d+⟩)?"
        one = rf"{one}(?:{apposition}{PIECES['and']}{PIECES['det']}(?:(?!{_PREPOSITION})[a-zà-ÿ'-]+ ){{0,3}}?{honorific}{one})*"
    return f"{honorific}(?P<{match['name']}>{one})" if match["name"] else f"(?:{honorific}{one})"


@cache
def compiled(source: str) -> Pattern:
    """The pattern of a source, the same one each time."""
    return Pattern(source)
