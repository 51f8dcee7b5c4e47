"""Answers in every format: what the W3C formats say is read back equal; what people read is safe to show."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from kg.answers import Boolean, Row, Rows, Triples
from kg.questions import readable, results, sheets, wording
from kg.questions.local import Local
from kg.questions.sheets import Sheet, View

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))
TERMS = st.one_of(
    st.none(),
    st.builds(Literal, TEXT),
    st.builds(lambda text: Literal(text, language="fr"), TEXT),
    st.builds(lambda n: Literal(str(n), datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")), st.integers()),
    st.builds(lambda n: NamedNode(f"https://example.org/{n}"), st.integers(0, 9)),
)
ROWS = st.lists(st.tuples(TERMS, TERMS), max_size=5)
ESCAPE = "\x1b[31mred\x1b[0m \x9b31m \u202eright to left"


@settings(max_examples=60)
@given(ROWS)
@pytest.mark.parametrize(
    ("form", "standard"), [("json", QueryResultsFormat.JSON), ("tsv", QueryResultsFormat.TSV)], ids=["json", "tsv"]
)
def test_json_and_tsv_are_read_back_equal(form: str, standard: QueryResultsFormat, rows: list[Row]) -> None:
    written = "".join(results.write(Rows(("a", "b"), iter(rows)), form))
    assert list(read_back(written, standard)) == rows


@settings(max_examples=60)
@given(st.lists(st.tuples(st.one_of(st.none(), st.builds(Literal, st.text("abc<>&\"'é"))))))
def test_xml_is_read_back_equal(rows: list[Row]) -> None:
    written = "".join(results.write(Rows(("a",), iter(rows)), "xml"))
    assert list(read_back(written, QueryResultsFormat.XML)) == rows


@settings(max_examples=60)
@given(ROWS)
def test_csv_has_the_values_of_every_row(rows: list[Row]) -> None:
    written = "".join(results.write(Rows(("a", "b"), iter(rows)), "csv"))
    read = list(csv.reader(io.StringIO(written, newline="")))
    assert read == [["a", "b"], *([t.value if t is not None else "" for t in row] for row in rows)]


def read_back(written: str, standard: QueryResultsFormat) -> Iterator[Row]:
    found = parse_query_results(written.encode(), format=standard)
    assert isinstance(found, QuerySolutions)
    for solution in found:
        yield tuple(solution[i] for i in range(len(found.variables)))


@pytest.mark.parametrize("form", ["json", "xml"])
def test_a_boolean_has_its_own_form(form: str) -> None:
    standard = {"json": QueryResultsFormat.JSON, "xml": QueryResultsFormat.XML}[form]
    assert bool(parse_query_results("".join(results.write(Boolean(value=True), form)).encode(), format=standard))


def test_triples_are_read_back_equal_and_always_in_one_order() -> None:
    triples = [Triple(NamedNode(f"urn:{n % 3}"), NamedNode("urn:p"), Literal(f"{n}\n")) for n in range(9)]
    turtle = "".join(results.write(Triples(triples), "ttl"))
    assert turtle == "".join(results.write(Triples(reversed(triples)), "ttl"))
    assert {q.triple for q in parse(turtle, format=RdfFormat.TURTLE)} == set(triples)
    lines = "".join(results.write(Triples(triples), "nt"))
    assert {q.triple for q in parse(lines, format=RdfFormat.N_TRIPLES)} == set(triples)


def test_rows_are_written_as_they_come() -> None:
    """The first lines are there before the last row is asked for."""
    asked = []

    def rows() -> Iterator[Row]:
        for n in range(3):
            asked.append(n)
            yield (Literal(str(n)),)

    for form in ("csv", "tsv", "json", "xml"):
        asked.clear()
        next(results.write(Rows(("a",), rows()), form))
        assert len(asked) < 3


def drawn(*rows: Row, variables: tuple[str, ...] = ("x",)) -> Sheet:
    return sheets.draw(variables, rows, Local(Store()), View("en"))


def test_no_control_character_reaches_the_terminal() -> None:
    store = Store()
    name = NamedNode("https://example.org/evil")
    store.add(Quad(name, NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), Literal(ESCAPE, language="en")))
    sheet = sheets.draw(("x", "y"), [(name, Literal(ESCAPE))], Local(store), View("en"))
    for text in ("".join(readable.plain(sheet, "en")), "".join(readable.markdown(sheet, "en"))):
        assert not set(text) & set("\x1b\x9b\u202e")
    screen = readable.screen(sheet, "en", 80)
    assert "\x1b[31m" not in screen
    assert "\u202e" not in screen


def test_a_wide_table_fits_the_terminal() -> None:
    screen = readable.screen(drawn((Literal("word " * 60), Literal("a" * 200)), variables=("x", "y")), "en", 60)
    assert max(len(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in screen.splitlines()) <= 60


def _bare(screen: str) -> list[str]:
    """The lines of a screen without its colours."""
    return [re.sub("\x1b\\[[0-9;]*m", "", line).rstrip() for line in screen.splitlines()]


def test_a_table_of_many_columns_is_shown_row_by_row_where_the_terminal_is_narrow() -> None:
    variables = tuple(f"column{n}" for n in range(12))
    rows = [tuple(Literal(f"value {n} of {name}") for n in range(12)) for name in ("one", "two")]
    rows[1] = (*rows[1][:-1], None)
    sheet = drawn(*rows, variables=variables)
    bare = [_bare(readable.screen(sheet, "en", width)) for width in (80, 300)]
    assert "column3   value 3 of one" in bare[0]
    assert "column11  value 11 of one" in bare[0]
    assert not any(line.startswith("column11  value 11 of two") or line == "column11" for line in bare[0])
    assert [line for line in bare[0] if line.startswith("─")] == [f"─ {n} ".ljust(80, "─") for n in (1, 2)]
    assert bare[1][0].split()[:2] == ["column0", "column1"]


def test_markdown_cannot_be_broken_out_of() -> None:
    text = "".join(readable.markdown(drawn((Literal("a|b\n<script>[x](javascript:y)`"),)), "en"))
    assert r"a\|b \<script\>\[x\](javascript:y)\`" in text


class Tags(HTMLParser):
    """Which tags a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]


def test_html_holds_no_tag_of_the_data() -> None:
    tags = Tags()
    tags.feed("".join(readable.page(drawn((Literal('<img src=x onerror="y"><script>'),)), "<b>t</b>", "en")))
    assert not tags.tags & {"img", "script", "b"}


def test_a_spreadsheet_runs_no_formula_of_the_data() -> None:
    rows = [(Literal(text),) for text in ("=1+1", "+1", "-cmd", "@x", "-5", "plain")]
    cells = list(csv.reader(io.StringIO("".join(readable.spreadsheet(drawn(*rows))).lstrip("\ufeff"))))
    assert cells[1:] == [["'=1+1"], ["'+1"], ["'-cmd"], ["'@x"], ["-5"], ["plain"]]


@pytest.mark.parametrize(
    ("digits", "currency", "fr", "en"),
    [
        ("30000000.0", "EUR", "30 000 000 €", "€30,000,000"),
        ("290000", "EUR", "290 000 €", "€290,000"),
        ("1234.5", "CHF", "1 234,5 CHF", "1,234.5 CHF"),
    ],
)
def test_amounts_read_as_people_write_them(digits: str, currency: str, fr: str, en: str) -> None:
    assert wording.amount(digits, currency, "fr") == fr
    assert wording.amount(digits, currency, "en") == en


@pytest.mark.parametrize(
    ("lexical", "fr", "en"),
    [
        ("2024", "2024", "2024"),
        ("2024-07", "juillet 2024", "July 2024"),
        ("2025-11-01", "1er novembre 2025", "1 November 2025"),
    ],
)
def test_dates_read_as_people_write_them(lexical: str, fr: str, en: str) -> None:
    assert (wording.date(lexical, "fr"), wording.date(lexical, "en")) == (fr, en)


@given(st.text())
def test_any_text_at_all_can_be_shown(text: str) -> None:
    assert "\n" not in wording.shown(text)
    assert "\x1b" not in wording.shown(text)
    json.dumps(wording.shown(text))
