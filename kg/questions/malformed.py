"""Malformed input: an engine's complaint as a sentence that says where."""

from __future__ import annotations

import re
from pathlib import Path

from kg.errors import Unreadable, WrongUsage
from kg.language import Text

_PLACE = re.compile(r"^error at (?P<line>\d+):(?P<column>\d+): (?P<what>.*)$", re.DOTALL)
_PARSER = re.compile(r"^Parser error at line \d+ (between columns \d+ and \d+|column \d+): ")
_REASONS = {
    "Prefix not found": Text(en="a prefix that is not declared", fr="un préfixe qui n'est pas déclaré"),
    "Duplicated variable name in SELECT": Text(
        en="a variable named twice in SELECT", fr="une variable nommée deux fois dans SELECT"
    ),
    "The SELECT contains a variable that is unbound": Text(
        en="a variable in SELECT that is neither bound nor grouped", fr="une variable de SELECT ni liée ni groupée"
    ),
}


def query(complaint: str) -> WrongUsage:
    """What is wrong with a query, by line and column of what the engine was given."""
    place = _PLACE.match(complaint)
    what = place["what"] if place else complaint
    known = next((reason for words, reason in _REASONS.items() if words in what), None)
    return Malformed(int(place["line"]) if place else 0, int(place["column"]) if place else 0, known or _expected(what))


class Malformed(WrongUsage):
    """A query that is not SPARQL; its line and column are 0 where the engine does not tell."""

    def __init__(self, line: int, column: int, reason: Text) -> None:
        at = (
            Text(en=f"line {line}, column {column}: ", fr=f"ligne {line}, colonne {column} : ")
            if line
            else Text(en="", fr="")
        )
        super().__init__(
            Text(
                en=f"The query is not SPARQL: {at.en}{reason.en}.",
                fr=f"La requête n'est pas du SPARQL : {at.fr}{reason.fr}.",
            ),
            Text(en="Correct it there.", fr="Corrigez-la à cet endroit."),
        )
        self.line, self.column, self.reason = line, column, reason

    def moved(self, lines: int) -> Malformed:
        """The same, for a text that `lines` lines were put before."""
        return Malformed(max(self.line - lines, 0), self.column, self.reason)


def graph(path: Path, error: SyntaxError) -> Unreadable:
    """What is wrong with a graph file, by line."""
    what = " ".join(_PARSER.sub("", error.msg).split())
    place = f"{path}:{error.lineno}" if error.lineno else str(path)
    return Unreadable(
        Text(
            en=f"{place}: not the RDF that its name says ({what}).",
            fr=f"{place} : pas le RDF que son nom annonce ({what}).",
        ),
        Text(en="Correct that line.", fr="Corrigez cette ligne."),
    )


def _expected(what: str) -> Text:
    """The engine's list of what could have stood there, without its character classes."""
    words = " ".join(what.split()).removeprefix("expected ").removeprefix("one of ")
    named = [w for w in words.split(", ") if re.fullmatch(r"[A-Za-z]+|\['?[^\s\[\]\\]'?\]", w)]
    if not named:
        return Text(
            en="something is missing or one sign too many", fr="il manque quelque chose, ou un signe est de trop"
        )
    listed = ", ".join(sorted({w.strip("[]'") for w in named}))
    return Text(en=f"one of these was expected: {listed}", fr=f"un de ces signes était attendu : {listed}")
