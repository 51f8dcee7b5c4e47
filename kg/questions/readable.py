"""Sheets for people: a plain table, a table on a terminal, Markdown, HTML."""

from __future__ import annotations

import html
import io
import re
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.language import Language, Text
from kg.questions.results import delimited
from kg.questions.sheets import Sheet

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text as Words

_NONE = Text(en="No row.", fr="Aucune ligne.")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~])")
_GAP = "  "
_NARROW = 10
"""A column of a table on a terminal has this width, or its longest cell's."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:2rem;color:#222;background:#fff}"
    "table{border-collapse:collapse}th,td{padding:.3rem .8rem;text-align:left;vertical-align:top;"
    "border-bottom:1px solid #ccc}td.n,th.n{text-align:right;white-space:nowrap}"
)


def plain(sheet: Sheet, language: Language) -> Iterator[str]:
    """Columns aligned by spaces, one line a row, for pipes and files."""
    if not sheet.lines:
        yield _NONE.in_language(language) + "\n"
        return
    widths = _widths(sheet)
    rule = tuple("─" * width for width in widths)
    for cells in (sheet.headings, rule, *sheet.lines):
        padded = (_pad(c, w, right=n) for c, w, n in zip(cells, widths, sheet.numeric, strict=True))
        yield _GAP.join(padded).rstrip() + "\n"
    yield from _notes(sheet)


def screen(sheet: Sheet, language: Language, width: int) -> str:
    """A table that fits a terminal's width, long cells folded; row by row, a line a column, where it is too narrow."""
    if not sheet.lines:
        return _NONE.in_language(language) + "\n"
    from rich.console import Console
    from rich.text import Text as Words

    console = Console(file=io.StringIO(), width=width, force_terminal=True, highlight=False, legacy_windows=False)
    for table in _upright(sheet, width) if _too_wide(sheet, width) else (_level(sheet),):
        console.print(table)
    for line in _notes(sheet):
        console.print(Words(line.rstrip("\n")))
    written = console.file
    return written.getvalue() if isinstance(written, io.StringIO) else ""


def _too_wide(sheet: Sheet, width: int) -> bool:
    """Whether a terminal would leave columns too narrow to read."""
    least = [min(_NARROW, widest) for widest in _widths(sheet)]
    return sum(least) + len(_GAP) * (len(least) - 1) > width


def _level(sheet: Sheet) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text as Words

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for name, numeric in zip(sheet.headings, sheet.numeric, strict=True):
        table.add_column(Words(name), justify="right" if numeric else "left", overflow="fold")
    for cells in sheet.lines:
        table.add_row(*(Words(cell) for cell in cells))
    return table


def _upright(sheet: Sheet, width: int) -> Iterator[Table | Words]:
    """Each row under a line with its number: what it has, by the names of the columns."""
    from rich.table import Table
    from rich.text import Text as Words

    for number, cells in enumerate(sheet.lines, 1):
        yield Words(f"─ {number} ".ljust(width, "─"))
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True, style="bold")
        table.add_column(overflow="fold")
        for name, cell in zip(sheet.headings, cells, strict=True):
            if cell:
                table.add_row(Words(name), Words(cell))
        yield table


def markdown(sheet: Sheet, language: Language) -> Iterator[str]:
    """A Markdown table and its footnotes."""
    if not sheet.lines:
        yield _NONE.in_language(language) + "\n"
        return
    yield _markdown_row(sheet.headings)
    yield "|" + "|".join(" ---: " if numeric else " --- " for numeric in sheet.numeric) + "|\n"
    for cells in sheet.lines:
        yield _markdown_row(cells)
    if sheet.notes:
        yield "\n"
    for number, words, url in sheet.notes:
        yield f"\\[{number}\\] {_escaped(words)}{f', <{url}>' if _web(url) else ''}\n\n"


def page(sheet: Sheet, title: str, language: Language, *, note: str = "") -> Iterator[str]:
    """One HTML document, without script or outside reference."""
    name = html.escape(title)
    yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n<title>{name}</title>\n'
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{name}</h1>\n<table>\n<thead>\n"
    yield f"<tr>{_cells('th', sheet.headings, sheet.numeric)}</tr>\n</thead>\n<tbody>\n"
    for cells in sheet.lines:
        yield f"<tr>{_cells('td', cells, sheet.numeric)}</tr>\n"
    yield "</tbody>\n</table>\n"
    if not sheet.lines:
        yield f"<p>{_NONE.in_language(language)}</p>\n"
    if sheet.notes:
        yield "<ol>\n"
        for number, words, url in sheet.notes:
            link = f', <a href="{html.escape(url)}">{html.escape(url)}</a>' if _web(url) else ""
            yield f'<li value="{number}">{html.escape(words)}{link}</li>\n'
        yield "</ol>\n"
    if note:
        yield f"<p>{html.escape(note)}</p>\n"
    yield "</body>\n</html>\n"


def spreadsheet(sheet: Sheet) -> Iterator[str]:
    """CSV for office programs: names in place of IRIs, marked as UTF-8, no cell that would run as a formula."""
    yield "\ufeff"
    notes = {f"[{number}]": " ".join(filter(None, (words, url))) for number, words, url in sheet.notes}

    def said(cell: str) -> str:
        marks = re.findall(r"\[\d+\]", cell)
        return "; ".join(notes[mark] for mark in marks) if marks and set(marks) <= set(notes) else cell

    yield from delimited(sheet.headings, ([_harmless(said(c)) for c in cells] for cells in sheet.lines))


def _harmless(cell: str) -> str:
    number = re.fullmatch(r"-[\d ,.]+", cell)
    return f"'{cell}" if cell.startswith(_FORMULA) and not number else cell


def _notes(sheet: Sheet) -> Iterator[str]:
    if sheet.notes:
        yield "\n"
    for number, words, url in sheet.notes:
        yield f"[{number}] {words}{f', {url}' if url else ''}\n"


def _markdown_row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |\n"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _web(url: str) -> bool:
    return re.fullmatch(r"https?://[^\s<>\"]+", url) is not None


def _cells(tag: str, cells: tuple[str, ...], numeric: tuple[bool, ...]) -> str:
    scope = ' scope="col"' if tag == "th" else ""
    marked = zip(cells, numeric, strict=True)
    kinds = {True: ' class="n"', False: ""}
    return "".join(f"<{tag}{scope}{kinds[number]}>{html.escape(cell)}</{tag}>" for cell, number in marked)


def _widths(sheet: Sheet) -> list[int]:
    """The width of the longest cell of each column, its heading among them."""
    return [max(map(_width, column)) for column in zip(sheet.headings, *sheet.lines, strict=True)]


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF") for c in text)


def _pad(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space
