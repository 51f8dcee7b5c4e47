"""A sheet: an answer's rows as people read them, with their footnotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.answers import Row
from kg.language import Language
from kg.questions import footnotes, labels, wording
from kg.questions.asking import Asker
from kg.questions.footnotes import Footnotes
from kg.questions.headings import WORDS, heading
from kg.questions.labels import Labels
from kg.terms import curie

Cells = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Headings, lines of cells, which columns hold numbers, and the footnotes that the lines name."""

    headings: Cells
    lines: tuple[Cells, ...]
    numeric: tuple[bool, ...]
    notes: tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of an answer are shown, and which are footnotes."""

    variables: tuple[str, ...]
    plain: bool = False

    @property
    def provenance(self) -> list[int]:
        """Those of claims and sources: `claim`, `source`, `claim_…`, `source_…`."""
        return [i for i, v in enumerate(self.variables) if v.partition("_")[0] in ("claim", "source")]

    @property
    def shown(self) -> list[int]:
        """The others, a currency apart that stands beside its amount."""
        return [i for i, v in enumerate(self.variables) if i not in self.provenance and self.amount_of(v) is None]

    def amount_of(self, variable: str) -> int | None:
        """The amount that a currency column belongs to."""
        return self._beside(variable, "currency", "amount")

    def currency_of(self, variable: str) -> int | None:
        """The currency that an amount column has beside it."""
        return self._beside(variable, "amount", "currency")

    def _beside(self, variable: str, word: str, other: str) -> int | None:
        if self.plain or word not in variable.split("_"):
            return None
        wanted = "_".join(other if part == word else part for part in variable.split("_"))
        return self.variables.index(wanted) if wanted in self.variables else None


@dataclass(frozen=True, slots=True)
class View:
    """Who reads: the language, identifiers in place of names, numbers and dates as programs read them."""

    language: Language
    iris: bool = False
    plain: bool = False


def draw(variables: tuple[str, ...], rows: Sequence[Row], asker: Asker, view: View) -> Sheet:
    """The sheet of an answer; rows that differ in their claims alone become one line with several footnotes."""
    language = view.language
    columns = Columns(variables, plain=view.plain)
    shown, proving = columns.shown, columns.provenance
    named = {t.value for row in rows for t in row if isinstance(t, NamedNode)}
    proofs = {t.value for row in rows for i in proving if isinstance(t := row[i], NamedNode)}
    notes = footnotes.ask(asker, proofs)
    names = Labels({}) if view.iris else labels.ask(asker, named - set(notes.passages))
    grouped = _grouped(_in_language(rows, language), columns)
    lines = [
        (*(_cell(columns, i, row, names, language) for i in shown), *_marks(proof, notes, columns))
        for row, proof in grouped
    ]
    return Sheet(
        headings=(*(heading(variables[i], language) for i in shown), *_notes_heading(columns, language)),
        lines=tuple(lines),
        numeric=(*(_numeric(i, rows) for i in shown), *([False] if proving else [])),
        notes=tuple(notes.lines(language)),
    )


def _in_language(rows: Sequence[Row], language: Language) -> list[Row]:
    """Without the rows that say in the other language what a row says in this one."""

    def key(row: Row) -> tuple[object, ...]:
        return tuple("" if isinstance(t, Literal) and t.language else t for t in row)

    def tags(row: Row) -> set[str]:
        return {t.language.partition("-")[0] for t in row if isinstance(t, Literal) and t.language}

    ours = {key(row) for row in rows if tags(row) == {language}}
    return [row for row in rows if not tags(row) - {language} or key(row) not in ours]


def _grouped(rows: Sequence[Row], columns: Columns) -> list[tuple[Row, list[str]]]:
    groups: dict[tuple[object, ...], tuple[Row, list[str]]] = {}
    proving = columns.provenance
    for row in rows:
        said = tuple(t for i, t in enumerate(row) if i not in proving)
        _, proofs = groups.setdefault(said, (row, []))
        proofs += [t.value for i in proving if isinstance(t := row[i], NamedNode)]
    return list(groups.values())


def _cell(columns: Columns, index: int, row: Row, names: Labels, language: Language) -> str:
    value = row[index]
    currency = columns.currency_of(columns.variables[index])
    if isinstance(value, Literal) and currency is not None and row[currency] is not None:
        unit = row[currency]
        return wording.amount(value.value, unit.value if isinstance(unit, Literal) else "", language)
    if columns.plain and isinstance(value, Literal) and not value.language:
        return wording.shown(value.value)
    return cell(value, names, language)


def cell(value: object, names: Labels, language: Language) -> str:
    """One term in words; empty where it is unbound."""
    if isinstance(value, Literal):
        own = WORDS.get(value.value) if language == "fr" and not value.language else None
        return own or wording.literal(value, language)
    if isinstance(value, NamedNode):
        return names.of(value.value, language) if names.names else wording.shown(curie(value.value))
    if isinstance(value, BlankNode):
        return f"_:{wording.shown(value.value)}"
    return "" if value is None else wording.shown(str(value))


def _marks(proofs: list[str], notes: Footnotes, columns: Columns) -> Cells:
    if not columns.provenance:
        return ()
    numbers = dict.fromkeys(notes.number(name) for name in proofs)
    return ("".join(f"[{number}]" for number in sorted(numbers)),)


def _notes_heading(columns: Columns, language: Language) -> Cells:
    return (heading("source", language),) if columns.provenance else ()


def _numeric(index: int, rows: Sequence[Row]) -> bool:
    values = [row[index] for row in rows if row[index] is not None]
    return bool(values) and all(isinstance(v, Literal) and wording.is_number(v) for v in values)
