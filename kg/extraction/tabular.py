"""Tables in a text: rows of cells between bars, under a header that says what its columns tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from kg.extraction.expressions import Expression
from kg.extraction.tables import plain

_RULED = Expression(r"[\s|:=-]+")
"""The line that Markdown draws below a header."""
_WIDE, _HIGH = 2, 3
"""The fewest columns, and lines with the header, that make a table."""
_HEADING, _WORDY = 6, 8
_FIGURE = Expression(r"[^\w|]{0,2}\d[^|]*?(?: [^| ]+){4}")
"""A cell that says more than a figure."""

COLUMNS: tuple[tuple[str, Expression], ...] = tuple(
    (role, Expression(rf"(?<!\w)(?:{words})(?!\w)"))
    for role, words in (
        ("funder", r"financeurs?|cofinanceurs?|bailleurs?(?: de fonds)?|contributeurs?|funders?|donors?|backers?|sources? de financement|sources? of funding|funding source"),
        ("recipient", r"beneficiaires?|laureats?|porteurs?(?: de projet)?|recipients?|beneficiar(?:y|ies)|winners?|awardees?|grantees?"),
        ("amount", r"montants?|amounts?|budgets?|subventions?|aides?|contributions?|financements?|couts?|costs?|investissements?|investments?|grants?|funding|enveloppes?|credits|awards?|participation"),
        ("revenue", r"chiffres? d'affaires|ca|revenues?|turnover|sales"),
        ("jobs", r"emplois?|salaries|effectifs?|employe(?:e|es|s)?|jobs|staff|workforce|headcount|people employed|employees|personnel"),
        ("establishments", r"etablissements?|establishments"),
        ("rank", r"rangs?|ranks?|classement|ranking"),
        ("person", r"noms?(?: et prenoms?)?|prenoms?|intervenante?s?|elue?s?|people|person|speakers?"),
        ("role", r"fonctions?|titres?|roles?|positions?|qualite|job title|mandats?"),
        ("event", r"evenements?|manifestations?|salons?|rendez-vous|events?|fairs?|shows?|conferences?"),
        ("date", r"dates?|quand|when|jours?|days?|periodes?"),
        ("launcher", r"lanceurs?|fusees?|launchers?|rockets?"),
        ("satellite", r"satellites?"),
        ("constellation", r"constellations?"),
        ("place", r"villes?|lieux?|communes?|localisations?|implantations?|sieges?(?: social)?|towns?|cit(?:y|ies)|locations?|places?|venues?|where|headquarters"),
        ("purpose", r"projets?|projects?|actions?|operations?|themes?|postes?(?: de depenses?)?|objets?|volets?|works?|purpose|items?"),
        ("body", r"entreprises?|societes?|organismes?|organisations?|structures?|institutions?|acteurs?|firms?|compan(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|membres?|members?|businesses"),
        ("area", r"regions?|departements?|provinces?|territoires?|pays|zones?|areas?|countr(?:y|ies)|countys?|counties|states?"),
    )
)  # fmt: skip
"""What a column tells, and the words of its header, without accents; the first that fits."""
_TELLING = tuple(
    frozenset(one.split())
    for one in (
        *("amount", "revenue", "jobs", "establishments", "rank", "role", "launcher", "satellite", "constellation"),
        *("event date", "event place", "body place", "recipient place", "area body"),
    )
)
"""Columns of which one set makes a row a statement; other tables are left to be read as words."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Where the words of a cell stand; an empty one ends where it starts."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """What each column tells (nothing where its header is unknown), its header, and the rows."""

    tells: tuple[str, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where its lines stand."""
        return [(cells[0].start, cells[-1].end) for cells in (self.header, *self.rows)]


def tables(folded: str) -> Iterator[Table]:
    """Every table of a text whose header tells of all columns, or of all but one, what rows state; without rows of prose."""
    if "|" not in folded:
        return
    lines: list[list[Cell]] = []
    position = 0
    for line in folded.split("\n"):
        if "|" not in line:
            lines.append([])
        elif not _RULED.fullmatch(line):
            lines.append(list(_cells(line, position)))
        position += len(line) + 1
    for width, group in groupby(lines, key=len):
        rows = [tuple(cells) for cells in group]
        if width >= _WIDE and len(rows) >= _HIGH:
            header, *body = rows
            told = tuple(_tells(folded[c.start : c.end]) for c in header)
            short = all(len(folded[c.start : c.end].split()) <= _HEADING for c in header)
            if short and told.count("") <= (width > _WIDE) and any(one <= set(told) for one in _TELLING):
                tidy = tuple(cells for cells in body if not any(_prose(folded[c.start : c.end]) for c in cells))
                yield Table(told, header, tidy)


def _cells(line: str, position: int) -> Iterator[Cell]:
    """The cells of a line between its bars; the bars at its ends hold nothing."""
    first, last = line.startswith("|"), line.rstrip().endswith("|")
    pieces = line.rstrip().split("|")
    for n, piece in enumerate(pieces):
        words = piece.strip()
        if not (n == 0 and first) and not (n == len(pieces) - 1 and last):
            start = position + (piece.index(words) if words else 0)
            yield Cell(start, start + len(words))
        position += len(piece) + 1


def _tells(header: str) -> str:
    words = plain(header)
    return next((role for role, named in COLUMNS if named.search(words)), "")


def _prose(cell: str) -> bool:
    """Whether a cell is told in words that have to be read as any others."""
    return len(cell.split()) > _WORDY or bool(_FIGURE.match(cell))
