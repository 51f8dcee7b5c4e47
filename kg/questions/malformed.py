"""Malformed input: an engine's complaint as a sentence that says where."""

from __future__ import annotations

import re
from pathlib import Path

from kg.errors import Unreadable, WrongUsage
from kg.language import Text
from kg.questions.tokens import tokens
from kg.questions.wording import shown

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


def query(complaint: str, sparql: str) -> Malformed:
    """What is wrong with a query, by line and column of what the engine was given."""
    place = _PLACE.match(complaint)
    if place is None:
        return Malformed(0, 0, Text(en=complaint, fr=complaint))
    line, column = int(place["line"]), int(place["column"])
    known = next((reason for words, reason in _REASONS.items() if words in place["what"]), None)
    return Malformed(line, column, known or _misfit(sparql, line, column))


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


def _misfit(sparql: str, line: int, column: int) -> Text:
    """What stands where the engine stopped."""
    lines = sparql.splitlines()
    rest = lines[line - 1][column - 1 :].strip() if line <= len(lines) else ""
    if not rest:
        return Text(en="something is missing before there", fr="il manque quelque chose avant cet endroit")
    word = shown(next(tokens(rest)).text)
    return Text(en=f"'{word}' does not fit there", fr=f"« {word} » ne convient pas là")
