"""Frames as claims in the form of seeds/extracted/: the source, the passages, and what each passage states."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.extraction import modes, speech
from kg.extraction.candidates import Names
from kg.extraction.document import Document
from kg.extraction.frames import Filler, Frame
from kg.extraction.linking import TOLD
from kg.extraction.reading import Article
from kg.extraction.slugs import name_of
from kg.extraction.statements import Statement, Voices, statements
from kg.extraction.tables import plain
from kg.model import Iri, Literal, Status, Triple
from kg.terms import PREFIXES, iri

_TYPE = iri("rdf:type")
_XSD = PREFIXES["xsd"]
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}
_WIDEST = 400


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of the source, and how what they state is to be taken."""

    start: int
    end: int
    mode: str
    derivation: str
    anchor: str
    confidence: str
    speaker: str = ""
    quoted: bool = False
    notes: tuple[tuple[str, str], ...] = ()


def trig(article: Article, document: Document, frames: Iterable[Frame], *, status: Status = "proposed") -> str:
    """One TriG file: the default graph describes the source, its passages and new entities; a named graph a passage."""
    name = name_of(article)
    source = iri(f"id:src-{name}")
    names = Names(document, proposing=status == "proposed")
    stated = list(frames)
    voices = Voices(speech.find(document), modes.offices(stated), _publishing(article, document))
    passages: dict[Passage, list[Triple]] = {}
    for frame in stated:
        for said in statements(frame, document, names, voices):
            passages.setdefault(_passage(document, said, names), []).append(said.triple)
    quads = [_quad(t) for t in _described(article, source, names)]
    for number, passage in enumerate(sorted(passages), 1):
        graph = iri(f"id:p-{name}-{number:03d}")
        quads.extend(_quad(t) for t in _evidence(article, source, graph, passage, status))
        quads.extend(_quad(t, graph) for t in dict.fromkeys(passages[passage]))
    quads.extend(_quad(t) for t in names.introduced())
    return _written(quads)


def _publishing(article: Article, document: Document) -> frozenset[str]:
    """The plain names of the publisher, and of the territory that it speaks for."""
    if not article.publisher:
        return frozenset()
    known = document.known.index.named(article.publisher)
    within = known.within | {plain(n) for n in known.names} if known is not None else frozenset()
    return modes.speaks_for(article.publisher, within, {})


def _described(article: Article, source: Iri, names: Names) -> Iterator[Triple]:
    yield Triple(source, _TYPE, iri("rs:Source"))
    yield Triple(source, iri("schema:name"), Literal(article.title or Path(article.where).stem))
    yield Triple(source, iri("schema:inLanguage"), Literal(article.language))
    yield Triple(source, iri("rs:sha256"), Literal(article.sha256))
    yield Triple(source, iri("rs:length"), Literal(str(len(article.text)), f"{_XSD}integer"))
    if article.publisher:
        yield Triple(source, iri("schema:publisher"), names.publisher(article.publisher))
    if article.published:
        yield Triple(source, iri("schema:datePublished"), dated(article.published))
    if article.url:
        yield Triple(source, iri("schema:url"), Literal(article.url))


def dated(date: str) -> Literal:
    """A date as a literal whose datatype is its precision."""
    return Literal(date, f"{_XSD}{_DATES[len(date)]}")


def _passage(document: Document, said: Statement, names: Names) -> Passage:
    """From what identifies the frame to what the statement adds, where both stand close by on one line; else the latter."""
    start, end = min(said.start, said.anchor_start), max(said.end, said.anchor_end)
    if end - start > _WIDEST or "\n" in document.text[start:end]:
        start, end = said.start, said.end
    spoken = said.speech
    speaker = names.of(names.body(spoken.speaker)) if spoken is not None else None
    quoted = spoken is not None and spoken.direct and spoken.start <= start and end <= spoken.end
    likeness = min((f.link.score for f in said.links if f.link is not None), default=100)
    return Passage(
        start, end, said.mode, said.derivation, said.anchor, str(round(said.confidence * likeness / 100, 3)),
        speaker or "", quoted and speaker is not None, tuple(n for f in said.links for n in _noted(f)),
    )  # fmt: skip


def _noted(filler: Filler) -> Iterator[tuple[str, str]]:
    """What a reader must know of a name that is taken for a known one because it is like it."""
    if filler.link is not None:
        label, score, how = filler.link.entity.label, filler.link.score, TOLD[filler.link.how]
        yield "en", f"“{filler.value}” is taken for {label} ({how.en}, {score} of 100)."
        yield "fr", f"« {filler.value} » est pris pour {label} ({how.fr}, {score} sur 100)."


def _evidence(article: Article, source: Iri, graph: Iri, passage: Passage, status: Status) -> Iterator[Triple]:
    yield Triple(graph, iri("oa:hasSource"), source)
    yield Triple(graph, iri("oa:exact"), Literal(article.text[passage.start : passage.end]))
    yield Triple(graph, iri("oa:start"), Literal(str(passage.start), f"{_XSD}integer"))
    yield Triple(graph, iri("oa:end"), Literal(str(passage.end), f"{_XSD}integer"))
    yield Triple(graph, iri("rs:mode"), iri(f"rs:{passage.mode}"))
    yield Triple(graph, iri("rs:status"), iri(f"rs:{status}"))
    yield Triple(graph, iri("rs:confidence"), Literal(passage.confidence, f"{_XSD}decimal"))
    if passage.speaker:
        yield Triple(graph, iri("rs:assertedBy"), Iri(passage.speaker))
    if passage.quoted:
        yield Triple(graph, iri("rs:directQuotation"), Literal("true", f"{_XSD}boolean"))
    if passage.derivation:
        yield Triple(graph, iri("rs:derivation"), iri(f"rs:{passage.derivation}"))
        yield Triple(graph, iri("rs:anchor"), dated(passage.anchor))
    for language, note in passage.notes:
        yield Triple(graph, iri("rs:note"), Literal(note, language=language))


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
