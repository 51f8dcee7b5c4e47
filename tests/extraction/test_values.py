"""Values in press prose: a table of expressions, and what must hold for any text."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extraction import values
from kg.extraction.values import Value, currencies, recurring
from kg.language import Language

TABLES = sorted(Path(__file__).parent.glob("expressions-*.tsv"))


def rows(table: Path) -> list[tuple[Language, str | None, str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        read = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (
                "fr" if row["language"] == "fr" else "en",
                row["published"].strip("-") or None,
                row["text"],
                row["expected"],
            )
            for row in read
        ]


EXPRESSIONS = [
    pytest.param(*row, id=f"{table.stem.removeprefix('expressions-')}:{row[0]}:{row[2]}")
    for table in TABLES
    for row in rows(table)
]


def told(value: Value) -> str:
    """A value in the words of the tables."""
    if value.kind in ("date", "period"):
        one = value.earliest if value.kind == "date" else f"{value.earliest or ''}..{value.latest or ''}"
        parts = [value.kind, one, value.rule]
    else:
        name = value.currency if value.kind == "amount" else value.noun
        parts = [value.kind, str(value.number), name or "-"]
    return " ".join(part for part in [*parts, "~" if value.approximate else None] if part)


@pytest.mark.parametrize(("language", "published", "text", "expected"), EXPRESSIONS)
def test_an_expression_is_read_as_the_table_says(
    language: Language, published: str | None, text: str, expected: str
) -> None:
    found = values.find(text, published=published, language=language)
    assert ("; ".join(map(told, found)) or "-") == expected


def test_the_table_has_at_least_250_expressions_in_both_languages() -> None:
    assert len(EXPRESSIONS) >= 250
    assert {param.values[0] for param in EXPRESSIONS} == {"fr", "en"}


PIECES = st.one_of(
    st.text(max_size=30),
    st.sampled_from([row.values[2] for row in EXPRESSIONS]),
    st.sampled_from(
        ["12", " ", "\n", "1.234", "€", "M€", " à ", "-", "/", "%", "2024", "juin", "fin ", "XX", "e ", "d'", "0", "'"]
    ),
)
DATES = st.one_of(
    st.none(),
    st.dates().map(str),
    st.from_regex(r"\d{4}-\d{2}", fullmatch=True),
    st.integers(0, 9999).map("{:04d}".format),
    st.text(max_size=12),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(PIECES, max_size=12).map("".join), DATES, st.sampled_from(["fr", "en"]))
def test_any_text_is_read_without_error_in_order_and_without_overlap(
    text: str, published: str | None, language: Language
) -> None:
    end = 0
    for value in values.find(text, published=published, language=language):
        assert end <= value.start < value.end <= len(text)
        end = value.end


@settings(deadline=None)
@given(st.text(max_size=300), DATES)
def test_without_a_publication_date_nothing_is_resolved_from_one(text: str, published: str | None) -> None:
    dated = values.find(text, published=published, language="fr")
    undated = values.find(text, published=None, language="fr")
    assert [(v.start, v.end, v.number) for v in dated] == [(v.start, v.end, v.number) for v in undated]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "piece",
    [
        *[
            "1 ",
            "111 ",
            "1.111",
            "un deux ",
            "cent ",
            "vingt-",
            "2024-",
            "2024 à ",
            "a",
            "A",
            "de ",
            "le 1 et le 2 et ",
            "XVIII",
            " ",
            "@",
            "a@",
            "+33 ",
            "0",
        ],
        *["janvier ", "lundi ", "-", "deux fois ", "M€ ", "a.b-", "1/", "one and ", "May 1 to ", "\n"],
    ],
)
def test_reading_time_grows_no_faster_than_the_text(piece: str, language: Language) -> None:
    started = time.process_time()
    values.find(piece * (60_000 // len(piece)), published="2024-05-05", language=language)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Une enveloppe de 30\u202fM€ sera votée.", "30\u202fM€"),
        ("L’accord court d’ici à 2030.", "d’ici à 2030"),
        ("ouvert du 17 au 19\njuin 2025", "17 au 19\njuin 2025"),
        ("Ils sont plus de 14.000 salariés.", "14.000 salariés"),
    ],
)
def test_offsets_point_at_the_words_as_the_text_writes_them(text: str, words: str) -> None:
    (value,) = values.find(text, published=None, language="fr")
    assert text[value.start : value.end] == words


def test_a_relative_date_keeps_its_rule_and_its_anchor() -> None:
    (value,) = values.find("en juin dernier", published="2024-07-15", language="fr")
    assert (value.earliest, value.rule, value.anchor) == ("2024-06", "relativeDate", "2024-07-15")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Bari, 22 septembre 2015. L'atelier du 22 au 23 septembre", ["2015-09-22", "2015-09-22"]),
        ("Le 22 septembre 2015 et le 22 septembre 2016 ; le 22 septembre", ["2015-09-22", "2016-09-22", "XXXX-09-22"]),
        ("Le 30 décembre 2015. Du 30 décembre au 2 janvier", ["2015-12-30", "XXXX-12-30"]),
        ("Le 22 septembre 2015. Le 23 septembre", ["2015-09-22", "XXXX-09-23"]),
    ],
)
def test_a_day_has_the_year_that_the_text_tells_elsewhere(text: str, days: list[str]) -> None:
    found = list(recurring.completed(values.find(text, published=None, language="fr")))
    assert [v.earliest for v in found if v.kind in {"date", "period"}] == days
    assert all(v.anchor for v in found if v.rule == "relativeDate")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("2023-2027", "2023/2027"), ("d'ici 2030", "../2030"), ("dès 2026", "2026/.."), ("fin 2021", "2021~")],
)
def test_a_date_is_told_in_edtf(text: str, edtf: str) -> None:
    (value,) = values.find(text, published=None, language="fr")
    assert value.edtf == edtf


@pytest.mark.parametrize(
    ("said", "title", "published", "code"),
    [
        ("Le Québec verse 9 millions $, soit bien plus que l'Ontario.", "", None, "CAD"),
        ("Une aide de 9 millions $ arrive. Le Québec suit.", "Au Canada", None, "CAD"),
        ("Le Québec et le Canada paient 9 millions de dollars américains.", "", None, "USD"),
        ("NASA pays $9 million to a firm in Montreal, Canada, says the US agency, an American one.", "", None, "USD"),
        ("The firm raised A$9 million.", "", None, "AUD"),
        ("Le fonds (en dollars) : 9 millions, au Québec et en Ontario.", "", None, "CAD"),
        ("Une dotation de 9 millions de francs.", "", None, "FRF"),
        ("Une dotation de 9 millions de francs, à Lausanne.", "", "2024-05-01", "CHF"),
        ("Une dotation de 9 millions de couronnes, à Kiruna.", "", None, "SEK"),
        ("Une dotation de 9 millions de couronnes.", "", None, ""),
        ("Une dotation de 9 millions d'euros, à Kiruna.", "", None, "EUR"),
    ],
)
def test_money_of_several_lands_is_that_of_the_land_that_the_text_is_about(
    said: str, title: str, published: str | None, code: str
) -> None:
    found = values.find(said, published=published, language="en" if said.startswith(("NASA", "The")) else "fr")
    settled = currencies.settled(said, found, title=title, published=published)
    assert [v.currency for v in settled if v.kind == "amount"] == [code]
