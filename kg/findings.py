"""What a validation finds, told with names and passages: engines report nodes, readers want words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.language import Text
from kg.model import Iri, Literal
from kg.shacl import Result, Severity
from kg.terms import curie, iri

_FEW = 3


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words that a claim rests on, the title of the source that they are retold from, and its address."""

    exact: str
    source: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not conform: where, which shape says so and in which words, and the passages behind it."""

    focus: Iri | Literal
    label: Text
    path: Iri | None
    path_label: Text | None
    value: Iri | Literal | None
    value_label: Text | None
    shape: Iri
    severity: Severity
    message: Text
    passages: tuple[Passage, ...] = ()


class Words:
    """Turns results into findings: `data` names the nodes and holds the passages, `shapes` hold the messages."""

    def __init__(self, data: ox.Store, shapes: ox.Store) -> None:
        self._data = data
        self._shapes = shapes

    def finding(self, result: Result) -> Finding:
        """A result in the words of its shape, with names and passages."""
        return Finding(
            focus=result.focus,
            label=self._label(result.focus),
            path=result.path,
            path_label=self._label(result.path) if result.path else None,
            value=result.value,
            value_label=None if result.value is None else self._label(result.value),
            shape=result.shape,
            severity=result.severity,
            message=self._message(result),
            passages=tuple(sorted(set(self._passages(result)))),
        )

    def _message(self, result: Result) -> Text:
        """The shape's own words: an engine may drop their language."""
        said = list(_objects(self._shapes, result.shape, "sh:message")) if result.shape else []
        default = Text(en="This shape is not met.", fr="Cette forme n'est pas respectée.")
        return _text(said or result.said, default)

    def _label(self, node: Iri | Literal) -> Text:
        if isinstance(node, Literal):
            return Text(en=node.value, fr=node.value)
        short = Text(en=curie(node), fr=curie(node))
        for predicate in ("rdfs:label", "schema:name"):
            if labels := list(self._objects(node, predicate)):
                return _text(labels, short)
        return self._composed(node) or short

    def _composed(self, node: Iri) -> Text | None:
        """The name of a claim from what it states, of a passage from its source."""
        parts = [next(self._objects(node, f"rdf:{part}"), None) for part in ("subject", "predicate", "object")]
        texts = [self._label(part) for part in parts if part is not None]
        if len(texts) == len(parts):
            return Text(en=" · ".join(t.en for t in texts), fr=" · ".join(t.fr for t in texts))
        for source in self._objects(node, "oa:hasSource"):
            title = self._label(source)
            return Text(en=f"passage of “{title.en}”", fr=f"passage de « {title.fr} »")
        return None

    def _passages(self, result: Result) -> Iterator[Passage]:
        """Those of the claims behind the focus and path; of the focus itself where it is a claim or a passage."""
        if isinstance(result.focus, Literal):
            return
        evidence = [*self._objects(result.focus, "rs:evidence"), *self._subjects("oa:hasSelector", result.focus)]
        if any(self._objects(result.focus, "oa:hasSelector")):
            evidence.append(result.focus)
        if not evidence:
            evidence = [e for claim in self._claims(result.focus, result) for e in self._objects(claim, "rs:evidence")]
        for passage in evidence:
            yield from self._quotes(passage)

    def _claims(self, focus: Iri, result: Result) -> list[Iri]:
        """The claims of the value found, else of the path, else a few of the focus."""
        about = sorted(self._subjects("rdf:subject", focus))
        on_path = [c for c in about if result.path in list(self._objects(c, "rdf:predicate"))]
        of_value = [c for c in on_path if result.value in list(self._objects(c, "rdf:object"))]
        return of_value or on_path or about[:_FEW]

    def _quotes(self, passage: Iri | Literal) -> Iterator[Passage]:
        source = next(self._objects(passage, "oa:hasSource"), None)
        title = self._label(source).en if source is not None else ""
        address = next(self._objects(source, "schema:url"), "") if source is not None else ""
        url = address.value if isinstance(address, Literal) else address
        for selector in self._objects(passage, "oa:hasSelector"):
            for words in self._objects(selector, "oa:exact"):
                if isinstance(words, Literal):
                    yield Passage(words.value, title, url)

    def _objects(self, subject: Iri | Literal, predicate: str) -> Iterator[Iri | Literal]:
        return _objects(self._data, subject, predicate)

    def _subjects(self, predicate: str, value: Iri) -> Iterator[Iri]:
        for quad in self._data.quads_for_pattern(None, ox.NamedNode(iri(predicate)), _node(value)):
            if not isinstance(subject := _plain(quad.subject), Literal):
                yield subject


def _objects(store: ox.Store, subject: Iri | Literal, predicate: str) -> Iterator[Iri | Literal]:
    """In a fixed order, whatever the store's."""
    if not isinstance(subject, Literal):
        found = store.quads_for_pattern(_node(subject), ox.NamedNode(iri(predicate)), None)
        yield from sorted((_plain(quad.object) for quad in found), key=str)


def _node(name: Iri) -> ox.NamedNode | ox.BlankNode:
    return ox.BlankNode(name[2:]) if name.startswith("_:") else ox.NamedNode(name)


def _plain(node: object) -> Iri | Literal:
    if isinstance(node, ox.Literal):
        return Literal(node.value, "" if node.language else node.datatype.value, node.language or "")
    return Iri(node.value if isinstance(node, ox.NamedNode) else str(node))


def _text(said: list[Iri | Literal] | tuple[Literal, ...], otherwise: Text) -> Text:
    """A text in both languages out of what there is: the other language rather than none."""
    by_language: Mapping[str, str] = {s.language: s.value for s in reversed(said) if isinstance(s, Literal)}
    if not by_language:
        return otherwise
    en = by_language.get("en", next(iter(by_language.values())))
    return Text(en=en, fr=by_language.get("fr", en))
