"""The two SHACL engines, pyshifty (fast) and pySHACL (the reference), behind one question."""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pyoxigraph as ox

from kg.errors import Unreadable
from kg.language import Text
from kg.model import Iri
from kg.model import Literal as Value

if TYPE_CHECKING:
    import rdflib

Engine = Literal["fast", "reference"]
Severity = Literal["violation", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("violation", "warning", "info")
"""Gravest first."""

_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a validation report; `said` is what the engine itself says of it, in one language or more."""

    focus: Iri | Value
    path: Iri | None
    value: Iri | Value | None
    shape: Iri
    severity: Severity
    said: tuple[Value, ...] = ()


def run(data: ox.Store, shapes: ox.Store, engine: Engine) -> list[Result]:
    """All results for `data`, each once, in no order; data and shapes are the stores' default graphs.

    Raises Unreadable where the shapes are not SHACL that the engine can run.
    """
    with _no_log_of_bad_literals():
        report = _fast(data, shapes) if engine == "fast" else _reference(data, shapes)
        return list(dict.fromkeys(_results(report)))


def _fast(data: ox.Store, shapes: ox.Store) -> rdflib.Graph:
    import shifty

    report: rdflib.Graph
    with _usable_shapes(ValueError, RuntimeError, shifty.ShaclDiagnosticWarning), warnings.catch_warnings():
        warnings.simplefilter("error", shifty.ShaclDiagnosticWarning)
        _, report, _ = shifty.validate(_triples(data), _triples(shapes), graph_mode="data", infer=False)
    return report


def _reference(data: ox.Store, shapes: ox.Store) -> rdflib.Graph:
    import pyshacl
    from pyparsing import ParseBaseException
    from pyshacl.errors import ReportableRuntimeError

    report: rdflib.Graph
    with _usable_shapes(ReportableRuntimeError, ParseBaseException):
        _, report, _ = pyshacl.validate(
            _rdflib(data), shacl_graph=_rdflib(shapes), inplace=True, inference="none", do_owl_imports=False
        )
    return report


@contextmanager
def _no_log_of_bad_literals() -> Iterator[None]:
    """A date that does not exist is a finding; rdflib would also log it with a traceback."""
    logger = logging.getLogger("rdflib.term")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


@contextmanager
def _usable_shapes(*errors: type[Exception]) -> Iterator[None]:
    try:
        yield
    except errors as error:
        what = str(error).splitlines()[0]
        raise Unreadable(
            Text(en=f"These shapes cannot be used ({what}).", fr=f"Ces formes ne sont pas utilisables ({what})."),
            Text(en="Correct the shapes file.", fr="Corrigez le fichier de formes."),
        ) from error


def _triples(store: ox.Store) -> bytes:
    return store.dump(format=ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph()) or b""


def _rdflib(store: ox.Store) -> rdflib.Graph:
    """An rdflib graph in memory; lexical forms stay as they are, and xsd:string is left unsaid, as rdflib does."""
    import rdflib

    string = "http://www.w3.org/2001/XMLSchema#string"

    def term(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> rdflib.term.Identifier:
        if isinstance(node, ox.NamedNode):
            return rdflib.URIRef(node.value)
        if isinstance(node, ox.BlankNode):
            return rdflib.BNode(node.value)
        if isinstance(node, ox.Triple):
            raise TypeError("a quoted triple: kg.validate.load refuses them")
        datatype = None if node.language or node.datatype.value == string else node.datatype.value
        return rdflib.Literal(
            node.value, lang=node.language, datatype=datatype and rdflib.URIRef(datatype), normalize=False
        )

    graph = rdflib.Graph()
    with _no_garbage_collection():
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            graph.add((term(quad.subject), term(quad.predicate), term(quad.object)))
    return graph


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Millions of small terms are made and all are kept: looking for garbage among them is wasted."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _results(report: rdflib.Graph) -> Iterator[Result]:
    from rdflib import SH

    for node in report.objects(None, SH.result):
        path = report.value(node, SH.resultPath)
        shape = report.value(node, SH.sourceShape)
        severity = str(report.value(node, SH.resultSeverity)).removeprefix(_SH).lower()
        yield Result(
            focus=_plain(report.value(node, SH.focusNode)) or Iri(""),
            path=Iri(str(path)) if _is_iri(path) else None,
            value=_plain(report.value(node, SH.value)),
            shape=Iri(str(shape)) if _is_iri(shape) else Iri(""),
            severity="warning" if severity == "warning" else "info" if severity == "info" else "violation",
            said=tuple(sorted(_literals(report.objects(node, SH.resultMessage)))),
        )


def _is_iri(node: object) -> bool:
    from rdflib import URIRef

    return isinstance(node, URIRef)


def _plain(node: rdflib.term.Node | None) -> Iri | Value | None:
    from rdflib import BNode
    from rdflib import Literal as RdfLiteral

    if node is None:
        return None
    if isinstance(node, RdfLiteral):
        return Value(str(node), "" if node.language else str(node.datatype or Value("").datatype), node.language or "")
    return Iri(f"_:{node}" if isinstance(node, BNode) else str(node))


def _literals(nodes: Iterable[rdflib.term.Node]) -> Iterator[Value]:
    for node in nodes:
        if isinstance(plain := _plain(node), Value):
            yield plain
