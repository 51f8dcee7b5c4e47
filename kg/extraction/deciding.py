"""Decisions on names: which spelling is which entity, read from seeds/decisions/ and added to it, a line each."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kg import decisions, files
from kg.errors import Unwritable
from kg.extraction.known import Registered
from kg.extraction.linking import Index
from kg.language import Text
from kg.model import Iri
from kg.terms import curie, iri

FILE = "extracted.csv"
_SHORT = "id:"
Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True)
class Decided:
    """What somebody said of a spelling and an entity."""

    spelling: str
    entity: Iri
    verdict: Verdict
    by: str
    why: str


def index(entities: tuple[Registered, ...], folder: Path) -> Index:
    """The registry's names, with what the decisions of a folder say of spellings; a later line wins."""
    known = {entity.iri for entity in entities}
    same: dict[str, Iri] = {}
    different: set[tuple[str, Iri]] = set()
    for spelling, entity, verdict in _told(folder, known):
        if verdict == "same":
            same[spelling] = entity
            different.discard((spelling, entity))
        elif verdict == "different":
            different.add((spelling, entity))
            if same.get(spelling) == entity:
                del same[spelling]
    return Index(entities, same, frozenset(different))


def _told(folder: Path, known: Collection[Iri]) -> Iterator[tuple[str, Iri, str]]:
    """The decisions on a spelling and an entity of the registry, either way round; mistakes are the build's to tell."""
    for path in sorted(folder.glob("*.csv")):
        for row in csv.reader(files.read_text(path).splitlines()):
            if len(row) == len(decisions.COLUMNS) and row[0] == "name":
                a, b, verdict = (cell.strip() for cell in row[1:4])
                spelling, entity = (b, a) if a.startswith(_SHORT) else (a, b)
                if entity.startswith(_SHORT) and not spelling.startswith(_SHORT) and iri(entity) in known:
                    yield spelling, iri(entity), verdict


def waiting(folder: Path) -> set[tuple[str, Iri]]:
    """What was said to be unsure, so that it is not said again."""
    path = folder / FILE
    rows = csv.reader(files.read_text(path).splitlines()) if path.is_file() else ()
    return {(row[1], iri(row[2])) for row in rows if len(row) == len(decisions.COLUMNS) and row[2].startswith(_SHORT)}


def add(folder: Path, decided: Decided) -> Path:
    """Write a decision at the end of the folder's file, at once; the file that it stands in."""
    path = folder / FILE
    row = ["name", decided.spelling, curie(decided.entity), decided.verdict, decided.by, decided.why]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        new = not path.exists() or path.stat().st_size == 0
        with path.open("a", encoding="utf-8", newline="") as file:
            file.write(_line(decisions.COLUMNS) * new + _line([" ".join(cell.split()) for cell in row]))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unwritable(
            Text(en=f"{path}: cannot be written ({reason}).", fr=f"{path} : impossible d'y écrire ({reason})."),
            Text(en="Check the rights.", fr="Vérifiez les droits."),
        ) from error
    return path


def _line(cells: list[str]) -> str:
    sheet = io.StringIO()
    csv.writer(sheet, lineterminator="\n").writerow(cells)
    return sheet.getvalue()
