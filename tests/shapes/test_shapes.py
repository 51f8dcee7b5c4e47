"""Each rule of shapes.ttl finds its fault, and nothing else does; both engines agree."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest

from kg import shacl, shipped, validate
from kg.terms import PREFIXES, iri

CASES: dict[str, dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))
LANGUAGES = {"fr", "en"}


def read(path: Path) -> ox.Store:
    return stored(validate.read(path))


def stored(triples: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    return store


def data_of(turtle: bytes) -> list[ox.Triple]:
    return validate.parsed(turtle, "-", ox.RdfFormat.TURTLE) + validate.read(shipped.vocabulary())


def subjects(store: ox.Store, predicate: str, value: str | None = None) -> set[str]:
    node = ox.NamedNode(iri(value)) if value else None
    return {q.subject.value for q in store.quads_for_pattern(None, ox.NamedNode(iri(predicate)), node)}


def short(names: set[str]) -> set[str]:
    return {name.removeprefix(PREFIXES["rs"]) for name in names}


def with_one_query(shape: str) -> list[ox.Triple]:
    """All shapes that are not written in SPARQL, and `shape`: pySHACL takes seconds for the others."""
    triples = validate.read(shipped.shapes())
    others = subjects(stored(triples), "sh:sparql") - {iri(f"rs:{shape}")}
    return [t for t in triples if not (isinstance(t.subject, ox.NamedNode) and t.subject.value in others)]


@pytest.fixture(scope="module")
def rules() -> list[ox.Triple]:
    return validate.read(shipped.shapes())


@pytest.fixture(scope="module")
def shapes(rules: list[ox.Triple]) -> ox.Store:
    return stored(rules)


@pytest.mark.parametrize("engine", ["fast", "reference"])
def test_the_base_graph_conforms_to_all_shapes(
    engine: shacl.Engine, rules: list[ox.Triple], assemble: Callable[..., bytes]
) -> None:
    assert shacl.run(data_of(assemble()), rules, engine) == []


@pytest.mark.parametrize("shape", CASES)
def test_a_fault_is_found_by_its_shape_alone(
    shape: str, rules: list[ox.Triple], assemble: Callable[..., bytes]
) -> None:
    data = data_of(assemble(CASES[shape]))
    found = shacl.run(data, rules, "fast")
    assert short({r.shape for r in found}) == {shape}
    reference = shacl.run(data, with_one_query(shape), "reference")
    assert short({r.shape for r in reference}) == {shape}
    assert {(r.path, r.severity) for r in found} == {(r.path, r.severity) for r in reference}


def test_every_rule_has_a_case(shapes: ox.Store) -> None:
    assert short(subjects(shapes, "sh:message")) == set(CASES)


def test_every_message_speaks_both_languages_once(shapes: ox.Store) -> None:
    for shape in subjects(shapes, "sh:message"):
        messages = [
            q.object for q in shapes.quads_for_pattern(ox.NamedNode(shape), ox.NamedNode(iri("sh:message")), None)
        ]
        assert sorted(m.language for m in messages) == sorted(LANGUAGES), shape


def test_every_shape_constraint_and_query_is_named(shapes: ox.Store) -> None:
    for predicate in ("sh:property", "sh:sparql", "sh:node", "sh:not", "sh:qualifiedValueShape", "sh:message"):
        for quad in shapes.quads_for_pattern(None, ox.NamedNode(iri(predicate)), None):
            assert isinstance(quad.subject, ox.NamedNode)
            assert not isinstance(quad.object, ox.BlankNode)


def test_every_class_that_an_entity_may_have_is_the_target_of_a_shape(shapes: ox.Store) -> None:
    vocabulary = read(shipped.vocabulary())
    targets = {q.object.value for q in shapes.quads_for_pattern(None, ox.NamedNode(iri("sh:targetClass")), None)}
    assert subjects(vocabulary, "rs:entityClass") - {iri("schema:Dataset")} <= targets


def test_every_term_has_a_label_and_a_comment_in_both_languages() -> None:
    vocabulary = read(shipped.vocabulary())
    terms = {q.subject for q in vocabulary if q.subject.value != iri("rs:").rstrip("#")}
    for term in terms:
        for predicate in ("rdfs:label", "rdfs:comment"):
            texts = [q.object for q in vocabulary.quads_for_pattern(term, ox.NamedNode(iri(predicate)), None)]
            assert sorted(t.language for t in texts) == sorted(LANGUAGES), term


def test_every_term_that_the_shapes_name_is_in_the_vocabulary(shapes: ox.Store) -> None:
    known = {q.subject.value for q in read(shipped.vocabulary())}
    own = {q.subject.value for q in shapes if isinstance(q.subject, ox.NamedNode)}
    text = shipped.shapes().read_text(encoding="utf-8")
    named = {iri(f"rs:{local}") for local in re.findall(r"\brs:([A-Za-z][\w-]*)", text)}
    assert named - own <= known


def test_the_vocabulary_has_no_blank_node() -> None:
    for quad in read(shipped.vocabulary()):
        assert not isinstance(quad.subject, ox.BlankNode)
        assert not isinstance(quad.object, ox.BlankNode)


def test_the_vocabulary_is_sorted_within_each_section() -> None:
    text = shipped.vocabulary().read_text(encoding="utf-8")
    for section in re.split(r"\n# .*\n", text)[1:]:
        terms = re.findall(r"^(\w+:[\w-]+) a (\S+)", section, re.MULTILINE)
        named_values = all(kind.startswith("rs:") for _, kind in terms)
        order = [(kind if named_values else "", name.lower()) for name, kind in terms]
        assert order == sorted(order)
