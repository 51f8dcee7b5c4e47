"""Decisions: same or different, which claim holds; by whom and why. A line is a decision, deleting it undoes it."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Collection, Iterator
from pathlib import Path

from kg import files
from kg.errors import BadSeed, KgError
from kg.language import Text
from kg.model import Decision, Iri
from kg.names import suggestion
from kg.terms import curie, iri

COLUMNS = ["kind", "a", "b", "verdict", "by", "why"]
VERDICTS = ("same", "different", "unsure", "upheld", "setAside")
_KINDS = ("name", "money", "claim", "source")


def read_all(folder: Path, known: Collection[Iri]) -> tuple[list[Decision], list[KgError]]:
    """Every line of `seeds/decisions/*.csv`, and the mistakes found; a folder that is not there has none."""
    decisions: list[Decision] = []
    errors: list[KgError] = []
    for path in files.find(folder, "*.csv") if folder.is_dir() else ():
        for number, row in enumerate(csv.reader(files.read_text(path).splitlines()), 1):
            where = f"{path}:{number}"
            mistakes = list(_mistakes(row, number, where, known))
            errors += mistakes
            if row and number > 1 and not mistakes:
                decisions.append(_decision(row, where))
    return decisions, errors


def _mistakes(row: list[str], number: int, where: str, known: Collection[Iri]) -> Iterator[KgError]:
    header = ",".join(COLUMNS)
    if number == 1:
        if row != COLUMNS:
            yield BadSeed.at(where, f"the first line is not {header}", f"la première ligne n'est pas {header}")
        return
    if not row:
        return
    if len(row) != len(COLUMNS) or not all(cell.strip() for cell in row):
        advice = Text(en=f"Fill {header}; quote a comma.", fr=f"Remplissez {header} ; guillemets autour d'une virgule.")
        yield BadSeed.at(
            where, "a column is empty, missing or too many", "une colonne est vide, absente ou en trop", advice
        )
        return
    for value, allowed in ((row[0], _KINDS), (row[3], VERDICTS)):
        if value not in allowed:
            choice = ", ".join(allowed)
            yield BadSeed.at(where, f"'{value}' is none of {choice}", f"« {value} » n'est pas parmi {choice}")
    for name in row[1:3]:
        if name.startswith("id:") and iri(name) not in known and not name.startswith("id:claim-"):
            near = suggestion(name, map(curie, known))
            yield BadSeed.at(where, f"unknown entity {name}", f"entité inconnue {name}", *near)


def _decision(row: list[str], where: str) -> Decision:
    kind, a, b, verdict, by, why = (cell.strip() for cell in row)
    digest = hashlib.sha256(f"{kind}\0{a}\0{b}\0{verdict}\0{by}\0{why}".encode()).hexdigest()
    return Decision(iri(f"id:decision-{digest[:16]}"), kind, (a, b), verdict, by, why, where)
