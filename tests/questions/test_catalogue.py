"""The questions as files: all sixty answered, both languages, plain SPARQL 1.1 that any tool runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery

from kg import shipped
from kg.questions import catalogue, headers, reference
from kg.questions.headers import Question
from kg.questions.headings import HEADINGS, WORDS
from kg.questions.tokens import tokens

FOLDER = shipped.folder("queries")
QUESTIONS = [catalogue.find(name, FOLDER) for name in catalogue.names(FOLDER)]
ALL = pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.name)


def test_each_of_the_sixty_competency_questions_is_answered() -> None:
    assert sorted({n for q in QUESTIONS for n in q.answers}) == list(range(1, 61))


def test_at_least_twenty_questions_go_beyond_the_sixty() -> None:
    assert len([q for q in QUESTIONS if not q.answers]) >= 20


@ALL
def test_titles_and_help_are_in_both_languages(question: Question) -> None:
    assert question.title is not None
    assert question.title.en.endswith("?")
    assert question.title.fr.endswith(" ?")
    assert question.theme in catalogue.THEMES
    for parameter in question.parameters:
        assert parameter.text.en != parameter.name


@ALL
def test_the_file_runs_unchanged_in_other_engines(question: Question) -> None:
    """No prefix is left to us: two engines take the file as it stands, comments and UNDEF included."""
    Store().query(question.sparql)
    prepareQuery(question.sparql)


@ALL
def test_the_columns_have_headings(question: Question) -> None:
    shown = [v.value for v in Store().query(question.sparql).variables]
    missing = [v for v in shown if v not in HEADINGS and v.partition("_")[0] not in ("claim", "source")]
    missing = [v for v in missing if "currency" not in v.split("_")]
    assert not missing


@ALL
def test_the_words_that_a_question_makes_up_are_known_in_french(question: Question) -> None:
    body = question.sparql[question.sparql.rindex("# ///") :]
    strings = {t.text.strip('"') for t in tokens(body) if t.kind == "string"}
    words = {s for s in strings if re.fullmatch(r"[a-z][a-z ]+", s)}
    assert words <= set(WORDS) | {"true", "false"}


@ALL
def test_the_order_of_rows_is_total(question: Question) -> None:
    """ORDER BY names every column, itself or by STR() or LANG(), so that no engine is left a choice."""
    body = question.sparql[question.sparql.rindex("# ///") :]
    order = body[body.rindex("ORDER BY") :]
    shown = {v.value for v in Store().query(question.sparql).variables}
    ordered = set(re.findall(r"\?(\w+)", order))
    # what hangs on another column (a currency on its amount) follows from it
    assert {v for v in shown - ordered if not _follows(v, body)} == set()


def _follows(variable: str, body: str) -> bool:
    return variable in _DEPENDENT or re.search(rf"AS \?{variable}\)", body) is not None


# one value for each subject by the shapes, or the words of the claim that ends the order
_DEPENDENT = {
    "amount", "currency", "wider_currency", "start", "end", "adopted", "signed", "published", "other_published",
    "stated",
    "passage", "other_passage", "duration", "town", "city", "kind", "basis", "language", "url", "bound", "confidence",
    "decided_by", "reason", "first", "sources", "copies", "edition",
}  # fmt: skip


@ALL
def test_what_only_some_stores_know_is_avoided(question: Question) -> None:
    words = {t.text.upper() for t in tokens(question.sparql) if t.kind == "word"}
    assert not words & {
        "SERVICE",
        "LATERAL",
        "GROUP_CONCAT",
        "SAMPLE",
        "ADJUST",
        "NOW",
        "RAND",
        "UUID",
        "STRUUID",
        "BNODE",
    }
    body = question.sparql[question.sparql.rindex("# ///") :]
    assert not re.search(r":\w+[*+]", body), "a path of any length needs an index that some stores lack"
    assert not re.search(r":\w+\s*\|(?!\|)", body), "Virtuoso misreads alternatives of unequal length"


def test_the_readme_lists_every_question() -> None:
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert text.endswith(reference.markdown(FOLDER)), "run python -m kg.questions.reference queries"


def test_a_header_with_an_unknown_field_says_which(tmp_path: Path) -> None:
    path = tmp_path / "odd.rq"
    path.write_text('# /// question\n# tilte.en = "x"\n# ///\nASK {}\n', encoding="utf-8")
    with pytest.raises(Exception, match="unknown field 'tilte' in its header"):
        headers.read(path)


def test_a_parameter_without_its_line_is_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "odd.rq"
    path.write_text(
        '# /// question\n# [params.region]\n# type = "entity"\n# help.en = "x"\n# help.fr = "x"\n# ///\nASK {}\n',
        encoding="utf-8",
    )
    with pytest.raises(Exception, match=r"has no line VALUES \?region \{ UNDEF \}"):
        headers.read(path)
