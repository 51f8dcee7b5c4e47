"""Frames as claims in the form of seeds/extracted/: the source, the passages, and what each passage states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.extraction.candidates import Names, slug
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.reading import Article
from kg.extraction.statements import Statement, statements
from kg.model import Iri, Literal, Status, Triple
from kg.terms import PREFIXES, iri

_TYPE = iri("rdf:type")
_XSD = PREFIXES["xsd"]
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_WIDEST = 400


def trig(article: Article, document: Document, frames: Iterable[Frame], *, status: Status = "proposed") -> str:
    """One TriG file: the default graph describes the source, its passages and new entities; a named graph a passage."""
    name = slug(Path(article.where).stem if article.where != "-" else "stdin")
    source = iri(f"id:src-{name}")
    names = Names(name, document)
    quads: list[ox.Quad] = []
    passages: dict[tuple[int, int, str, str, str, str], list[Triple]] = {}
    for frame in frames:
        for said in statements(frame, document, names):
            start, end = _passage(document, said)
            key = (start, end, str(said.mode), said.derivation, said.anchor, f"{frame.confidence:.3f}")
            passages.setdefault(key, []).append(said.triple)
    quads.extend(_quad(t) for t in _described(article, source))
    quads.extend(_quad(t) for t in names.introduced())
    for number, key in enumerate(sorted(passages), 1):
        graph = iri(f"id:p-{name}-{number:03d}")
        quads.extend(_quad(t) for t in _evidence(article, source, graph, key, status))
        quads.extend(_quad(t, graph) for t in dict.fromkeys(passages[key]))
    return _written(quads)


def _described(article: Article, source: Iri) -> Iterator[Triple]:
    yield Triple(source, _TYPE, iri("rs:Source"))
    yield Triple(source, iri("schema:name"), Literal(article.title or Path(article.where).stem))
    yield Triple(source, iri("schema:inLanguage"), Literal(article.language))
    yield Triple(source, iri("rs:sha256"), Literal(article.sha256))
    yield Triple(source, iri("rs:length"), Literal(str(len(article.text)), f"{_XSD}integer"))
    if article.published:
        yield Triple(source, iri("schema:datePublished"), dated(article.published))
    if article.url:
        yield Triple(source, iri("schema:url"), Literal(article.url))


def dated(date: str) -> Literal:
    """A date as a literal whose datatype is its precision."""
    return Literal(date, f"{_XSD}{_DATES[len(date)]}")


def _passage(document: Document, said: Statement) -> tuple[int, int]:
    """From what identifies the frame to what the statement adds, where both stand close by on one line; else the latter."""
    start, end = min(said.start, said.anchor_start), max(said.end, said.anchor_end)
    if end - start <= _WIDEST and "\n" not in document.text[start:end]:
        return start, end
    return said.start, said.end


def _evidence(
    article: Article, source: Iri, graph: Iri, key: tuple[int, int, str, str, str, str], status: Status
) -> Iterator[Triple]:
    start, end, mode, derivation, anchor, confidence = key
    yield Triple(graph, iri("oa:hasSource"), source)
    yield Triple(graph, iri("oa:exact"), Literal(article.text[start:end]))
    yield Triple(graph, iri("oa:start"), Literal(str(start), f"{_XSD}integer"))
    yield Triple(graph, iri("oa:end"), Literal(str(end), f"{_XSD}integer"))
    yield Triple(graph, iri("rs:mode"), iri(f"rs:{mode}"))
    yield Triple(graph, iri("rs:status"), iri(f"rs:{status}"))
    yield Triple(graph, iri("rs:confidence"), Literal(confidence, f"{_XSD}decimal"))
    if derivation:
        yield Triple(graph, iri("rs:derivation"), iri(f"rs:{derivation}"))
        yield Triple(graph, iri("rs:anchor"), dated(anchor))


def _quad(triple: Triple, graph: Iri | None = None) -> ox.Quad:
    value: ox.NamedNode | ox.Literal
    if isinstance(triple.object, Literal):
        if triple.object.language:
            value = ox.Literal(triple.object.value, language=triple.object.language)
        else:
            value = ox.Literal(triple.object.value, datatype=ox.NamedNode(triple.object.datatype))
    else:
        value = ox.NamedNode(triple.object)
    where = ox.NamedNode(graph) if graph else ox.DefaultGraph()
    return ox.Quad(ox.NamedNode(triple.subject), ox.NamedNode(triple.predicate), value, where)


def _written(quads: Iterable[ox.Quad]) -> str:
    ordered = sorted(set(quads), key=lambda q: (str(q.graph_name), str(q.subject), str(q.predicate), str(q.object)))
    ordered.sort(key=lambda q: not isinstance(q.graph_name, ox.DefaultGraph))
    prefixes = {p: PREFIXES[p] for p in ("rs", "id", "schema", "org", "oa", "skos", "rdf", "rdfs", "xsd")}
    written = ox.serialize(ordered, format=ox.RdfFormat.TRIG, prefixes=prefixes)
    return (written or b"").decode()
