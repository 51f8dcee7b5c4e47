"""Regular expressions that are compiled, and asked, only where a string has the text that they cannot do without."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

from kg.extraction import literals


class Expression:
    """A regular expression that answers like a compiled one, and seldom has to be: see `kg.extraction.literals`."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def pattern(self) -> str:
        """The expression as it is compiled."""
        return self.source

    @property
    def _read(self) -> str:
        """What its literals are read from."""
        return self.source

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self.flags)

    @cached_property
    def _needed(self) -> tuple[tuple[literals.Clause, ...], ...]:
        branches = literals.required(self._read)
        return tuple(tuple(literals.keys(clause) for clause in clauses) for clauses in branches)

    def _hopeless(self, string: str) -> bool:
        """Whether a string cannot match; one that is asked about once, only if that may save compiling."""
        if isinstance(string, literals.Marked):
            grams = string.grams
            for clauses in self._needed:  # no any(): a generator takes longer than what it saves
                for clause in clauses:
                    if clause.isdisjoint(grams):
                        break
                else:
                    return "_expression" not in self.__dict__ and self._in_vain(string)
            return True
        if "_expression" in self.__dict__:
            return False
        low = literals.lowered(string)
        found = any(all(any(key in low for key in clause) for clause in clauses) for clauses in self._needed)
        return not found or self._in_vain(string)

    def _in_vain(self, string: str) -> bool:  # noqa: ARG002  patterns look
        """Whether anything else shows, before it is compiled, that a string cannot match."""
        return False

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

    def findall(self, string: str) -> list[str]:
        """The words of every match, or of its only group."""
        return [] if self._hopeless(string) else self._expression.findall(string)

    def sub(self, new: str | Callable[[re.Match[str]], str], string: str, count: int = 0) -> str:
        """The string with matches replaced."""
        return string if self._hopeless(string) else self._expression.sub(new, string, count)

    def split(self, string: str, maxsplit: int = 0) -> list[str]:
        """The pieces between matches."""
        return [string] if self._hopeless(string) else self._expression.split(string, maxsplit)
