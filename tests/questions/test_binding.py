"""What a reader gives as a parameter can never change the query."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Store
from rdflib.plugins.sparql.parser import parseQuery

from kg import shipped
from kg.errors import WrongUsage
from kg.questions import binding, catalogue
from kg.questions.headers import Parameter, Question
from kg.questions.tokens import tokens

FOLDER = shipped.folder("queries")
TAKING = [q for q in (catalogue.find(n, FOLDER) for n in catalogue.names(FOLDER)) if q.parameters]
ATTACKS = [
    '"', "'", '"""', "\\", "\\u0022 } #", "\\\\u0022", "\\\x1f",
    "} } DROP ALL #", "\n", "\r\n", "UNDEF }", "<x>", "> }",
    "# ///", "{ UNDEF }", "?region", "$x", "é", "\u2028", "\x00", "\x1b[31m", "' OR '1'='1", "VALUES ?region { UNDEF }",
]  # fmt: skip
HOSTILE = st.one_of(st.text(), st.sampled_from(ATTACKS))


def shape(sparql: str) -> list[tuple[str, str]]:
    """The words of a query; what a value says is left out, that it is one string or one IRI is not."""
    return [(t.kind, "" if t.kind in ("string", "iri") else t.text) for t in tokens(sparql)]


def parameters() -> list[tuple[Question, Parameter]]:
    return [(question, parameter) for question in TAKING for parameter in question.parameters]


@pytest.mark.parametrize("question", TAKING, ids=lambda q: q.name)
def test_a_text_stays_one_string_in_every_question(question: Question) -> None:
    for parameter in question.parameters:
        plain = shape(binding.rewrite(question, {parameter.name: Literal("x")}))
        for value in ATTACKS:
            assert shape(binding.rewrite(question, {parameter.name: literal(value)})) == plain


@settings(max_examples=300)
@given(data=st.data(), value=HOSTILE)
def test_no_text_at_all_changes_a_question(data: st.DataObject, value: str) -> None:
    question, parameter = data.draw(st.sampled_from(parameters()))
    bound = binding.rewrite(question, {parameter.name: literal(value)})
    assert shape(bound) == shape(binding.rewrite(question, {parameter.name: Literal("x")}))


@settings(max_examples=10)
@given(data=st.data(), value=HOSTILE)
def test_two_other_parsers_read_the_same_query(data: st.DataObject, value: str) -> None:
    question, parameter = data.draw(st.sampled_from(parameters()))
    for text in (literal(value), Literal("x")):
        sparql = binding.rewrite(question, {parameter.name: text})
        Store().query(sparql)
        if "\x00" not in value:
            assert structure(sparql) == structure(binding.rewrite(question, {parameter.name: Literal("x")}))


@settings(max_examples=300)
@given(HOSTILE)
def test_an_engine_reads_back_the_value_that_was_given(value: str) -> None:
    (row,) = Store().query(f"SELECT ?x {{ VALUES ?x {{ {binding.spell(literal(value))} }} }}")
    assert row["x"] == literal(value)


@settings(max_examples=200)
@given(HOSTILE)
def test_an_iri_is_whole_or_refused(value: str) -> None:
    try:
        name = NamedNode(f"http://example.org/{value}")
    except ValueError:
        return
    (row,) = Store().query(f"SELECT ?x {{ VALUES ?x {{ {binding.spell(name)} }} }}")
    assert row["x"] == name


@given(HOSTILE)
def test_a_typed_parameter_takes_its_type_alone(value: str) -> None:
    for kind, wanted in (("year", r"[0-9]{4}"), ("integer", r"[+-]?[0-9]{1,18}"), ("choice", "only")):
        parameter = Parameter("x", kind, TAKING[0].parameters[0].text, choices=("only",))
        if not re.fullmatch(wanted, value.strip()):
            with pytest.raises(WrongUsage):
                binding.term(parameter, value, lambda *_: NamedNode("urn:x"))


def test_left_out_parameters_leave_no_line() -> None:
    for question in TAKING:
        assert "UNDEF" not in [t.text for t in tokens(binding.rewrite(question, {}))]


def literal(value: str) -> Literal:
    return Literal(value.encode("utf-8", "replace").decode())


def structure(sparql: str) -> str:
    """rdflib's reading of the query, values left out."""
    return re.sub(
        r"rdflib\.term\.(Literal|URIRef)\((?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")", r"\1(", repr(parseQuery(sparql))
    )
