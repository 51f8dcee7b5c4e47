"""Patterns over typed sentences, compiled only once a sentence has the kinds of names that they cannot do without."""

from __future__ import annotations

import re
from functools import cache, cached_property

from kg.extraction.expressions import Expression
from kg.extraction.lexicon import PIECES

_SLOT = re.compile(r"<(?:(?P<name>\w+):)?(?P<kinds>[A-Z]+)(?P<many>\+?)>")
_PIECE = re.compile(r"\{(?P<name>[a-z_]+)\}")
_TOKEN = re.compile(rf"\\.|\[(?:\\.|[^\]\\])+\]|{_SLOT.pattern}|{{(?:role|title)}}|[()|]", re.DOTALL)
_PREPOSITION = r"(?:de|du|des|à|au|aux|chez|pour|par|of|for|at|by|en|in|to|from|depuis|sur|on|dans|chez|via)\b"
_HONORIFIC = r"(?:(?:Dr|Pr|Prof|Professor|Professeure?|M\.|MM\.|Mme|Mlle|Mr|Mrs|Ms|Sir|Dame|Lord)\.? )?"
_TODAY = r"(?:aujourd'hui|⟨D\d+⟩)"


class Pattern(Expression):
    """A pattern with marks of its own, as `kg.extraction.typed` explains; it searches like a regular expression."""

    def __init__(self, source: str) -> None:
        super().__init__(source, re.IGNORECASE)

    @cached_property
    def pattern(self) -> str:
        """The expression that the marks and pieces stand for."""
        return _written(_expanded(self.source))

    @property
    def _read(self) -> str:
        return self.source.replace("aujourd'hui", _TODAY)

    @cached_property
    def _beginning(self) -> re.Pattern[str] | None:
        """What stands before the title in a pattern, which is long to compile: cheap to look for first."""
        before = before_title(self.source)
        return re.compile(_written(_expanded(before)), self.flags) if before else None

    def _in_vain(self, string: str) -> bool:
        return self._beginning is not None and self._beginning.search(string) is None


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


def _written(expanded: str) -> str:
    written = expanded.replace("aujourd'hui", _TODAY)
    written = written.replace("[^.;⟨⟩]", r"(?:[^.;⟨⟩]|⟨[DRNUH]\d+⟩)")
    return _SLOT.sub(_slot, written)


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
