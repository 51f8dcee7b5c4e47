"""Showing an answer in the format that was asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.answers import Answer, Boolean, Row, Rows, Triples
from kg.errors import WrongUsage
from kg.language import Language, Text
from kg.questions import explaining, readable, results, sheets
from kg.questions.running import Asked

_RAW = ("csv", "tsv", "json", "xml")
_OF_TRIPLES = ("ttl", "nt")


@dataclass(frozen=True, slots=True)
class Style:
    """How an answer is written: a format or None for the natural one, a language, and what is shown besides."""

    form: str | None
    language: Language
    iris: bool = False
    spreadsheet: bool = False
    explain: bool = False
    width: int | None = None


def write(asked: Asked, style: Style) -> Iterator[str]:
    """The answer, piece by piece; rows are gathered only where the format needs all of them."""
    form = _form(asked.answer, style)
    if style.explain:
        yield from explaining.head(asked.question, asked.sparql, asked.bound, style.language)
    if form in _RAW + _OF_TRIPLES and not style.explain:
        yield from results.write(asked.answer, form)
        return
    if isinstance(asked.answer, Boolean):
        yield f"{str(asked.answer.value).lower()}\n"
        return
    if form in _OF_TRIPLES:
        yield from results.write(asked.answer, form)
        return
    rows = results.as_rows(asked.answer)
    found = list(rows.rows)
    yield from _shown(asked, rows.variables, found, form, style)
    if style.explain:
        yield from explaining.claims(rows.variables, found, asked.asker, style.language)


def _shown(asked: Asked, variables: tuple[str, ...], found: Sequence[Row], form: str, style: Style) -> Iterator[str]:
    if form in _RAW and not style.spreadsheet:
        yield from results.write(Rows(variables, found), form)
        return
    view = sheets.View(style.language, style.iris, style.spreadsheet)
    sheet = sheets.draw(variables, found, asked.asker, view)
    if style.spreadsheet:
        yield from readable.spreadsheet(sheet)
    elif form == "md":
        yield from readable.markdown(sheet, style.language)
    elif form == "html":
        note = asked.coverage.in_language(style.language) if asked.coverage else ""
        yield from readable.page(sheet, _title(asked, style.language), style.language, note=note)
    elif style.width:
        yield readable.screen(sheet, style.language, style.width)
    else:
        yield from readable.plain(sheet, style.language)
    if asked.coverage and not style.spreadsheet and form != "html":
        yield f"\n{asked.coverage.in_language(style.language)}\n"


def _form(answer: Answer, style: Style) -> str:
    form = style.form
    if style.spreadsheet:
        if form not in (None, "csv"):
            raise WrongUsage(Text(en="--spreadsheet writes CSV.", fr="--spreadsheet écrit du CSV."))
        return "table"
    if form is None:
        return "ttl" if isinstance(answer, Triples) else "table"
    if form in _OF_TRIPLES and not isinstance(answer, Triples):
        raise WrongUsage(
            Text(
                en=f"{form} is for triples (CONSTRUCT, DESCRIBE); this question has rows.",
                fr=f"{form} vaut pour des triplets (CONSTRUCT, DESCRIBE) ; cette question a des lignes.",
            ),
            Text(
                en="Choose table, csv, tsv, json, xml, md or html.",
                fr="Choisissez table, csv, tsv, json, xml, md ou html.",
            ),
        )
    return form


def _title(asked: Asked, language: Language) -> str:
    return asked.question.title.in_language(language) if asked.question.title else asked.question.name
