"""The two SHACL engines, pyshifty (fast) and pySHACL (the reference), behind one question."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
_BLANK = "urn:regional-space-kg:blank:"
_CLASSES = frozenset(("http://www.w3.org/2000/01/rdf-schema#Class", "http://www.w3.org/2002/07/owl#Class"))
_TARGETS = frozenset(f"{_SH}target{kind}" for kind in ("Class", "Node", "SubjectsOf", "ObjectsOf"))


@dataclass(frozen=True, slots=True)
class Result:
    """One result of a validation report; `said` is what the engine itself says of it, in one language or more."""

    focus: Iri | Value
    path: Iri | None
    value: Iri | Value | None
    shape: Iri
    component: Iri
    severity: Severity
    said: tuple[Value, ...] = ()


def run(
    data: Sequence[ox.Triple], shapes: Sequence[ox.Triple], engine: Engine, *, at_once: bool = False
) -> list[Result]:
    """All results for `data`, each once, in no order; `at_once` lets the fast engine use two cores.

    Triples, not a store: a store keeps the value of a literal and loses its spelling, which some shapes look at.
    Raises Unreadable where the shapes are not SHACL that the engine can run.
    """
    with _usable_shapes(), _no_log_of_bad_literals(), _spelled_as_found():
        reports = _fast(data, shapes, at_once=at_once) if engine == "fast" else [_reference(data, shapes)]
        return list(dict.fromkeys(result for report in reports for result in _results(report)))


def _fast(data: Sequence[ox.Triple], shapes: Sequence[ox.Triple], *, at_once: bool) -> list[rdflib.Graph]:
    import shifty

    validator = shifty.PreparedValidator(_lines(shapes))
    if validator.diagnostics:
        raise ValueError(validator.diagnostics[0])
    anonymous = any(isinstance(term, ox.BlankNode) for t in data for term in (t.subject, t.object))
    asking, others = _halves(shapes) if at_once or anonymous else (None, None)

    def report(part: tuple[bytes, Sequence[str] | None]) -> rdflib.Graph:
        lines, names = part
        found: rdflib.Graph
        _, found, _ = validator.validate(lines, graph_mode="data", infer=False, shape_names=names)
        return found

    lines = _lines(data)
    # pyshifty puts a blank node into a query as it is, where it stands for any node
    asked = _lines(map(_named, data)) if anonymous else lines
    parts = [(asked, asking), (lines, others)] if asking else [(lines, None)]
    with ThreadPoolExecutor() as threads:  # the engine computes outside Python's lock
        return list(threads.map(report, parts))


def _lines(triples: Iterable[ox.Triple]) -> bytes:
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def _named(triple: ox.Triple) -> ox.Triple:
    """The triple, its blank nodes under a name that `_plain` knows."""
    subject, value = triple.subject, triple.object
    return ox.Triple(
        ox.NamedNode(_BLANK + subject.value) if isinstance(subject, ox.BlankNode) else subject,
        triple.predicate,
        ox.NamedNode(_BLANK + value.value) if isinstance(value, ox.BlankNode) else value,
    )


def _halves(shapes: Sequence[ox.Triple]) -> tuple[list[str], list[str]] | tuple[None, None]:
    """The names of the shapes with a query, and of those without, which take about as long; None for all at once."""
    aimed: set[str] = set()
    asking: set[str] = set()
    for triple in shapes:
        kind = triple.predicate.value.removeprefix(_SH)
        if triple.predicate.value in _TARGETS and isinstance(triple.subject, ox.NamedNode):
            aimed.add(triple.subject.value)
        elif kind == "sparql":
            asking.add(str(triple.subject).strip("<>"))
        elif kind.startswith("target") or (isinstance(triple.object, ox.NamedNode) and triple.object.value in _CLASSES):
            return None, None  # aimed in ways that names do not tell
    halves = (sorted(aimed & asking), sorted(aimed - asking))
    return halves if all(halves) else (None, None)


def _reference(data: Sequence[ox.Triple], shapes: Sequence[ox.Triple]) -> rdflib.Graph:
    from kg import reference

    return reference.report(data, shapes)


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
def _spelled_as_found() -> Iterator[None]:
    """Let rdflib report a value as the data spells it."""
    import rdflib

    normalized = rdflib.NORMALIZE_LITERALS
    rdflib.NORMALIZE_LITERALS = False
    try:
        yield
    finally:
        rdflib.NORMALIZE_LITERALS = normalized


@contextmanager
def _usable_shapes() -> Iterator[None]:
    try:
        yield
    except (ValueError, RuntimeError) as error:
        what = str(error).splitlines()[0]
        raise Unreadable(
            Text(en=f"These shapes cannot be used ({what}).", fr=f"Ces formes ne sont pas utilisables ({what})."),
            Text(en="Correct the shapes file.", fr="Corrigez le fichier de formes."),
        ) from error


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
            component=Iri(str(report.value(node, SH.sourceConstraintComponent))),
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
    return Iri(f"_:{node}" if isinstance(node, BNode) else str(node).replace(_BLANK, "_:"))


def _literals(nodes: Iterable[rdflib.term.Node]) -> Iterator[Value]:
    for node in nodes:
        if isinstance(plain := _plain(node), Value):
            yield plain
