"""RDF read into an index by subject: files of any syntax, or a store that is already open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import files
from kg.errors import Unreadable
from kg.language import Text
from kg.model import Iri, Literal
from kg.terms import iri

Term = Iri | Literal

TYPE = iri("rdf:type")


@dataclass(frozen=True, slots=True)
class Rdf:
    """Triples by subject and predicate; objects in a stable order, named graphs merged."""

    by_subject: Mapping[str, Mapping[str, tuple[Term, ...]]]

    def objects(self, subject: str, predicate: str) -> tuple[Term, ...]:
        """All objects, in order; empty where there are none."""
        return self.by_subject.get(subject, {}).get(predicate, ())

    def resources(self, subject: str, predicate: str) -> Iterator[str]:
        """The objects that are resources."""
        return (str(o) for o in self.objects(subject, predicate) if not isinstance(o, Literal))

    def resource(self, subject: str, predicate: str) -> str | None:
        """The first object that is a resource."""
        return next(self.resources(subject, predicate), None)

    def text(self, subject: str, predicate: str) -> str | None:
        """The first object that is a literal, as it is written."""
        return next((o.value for o in self.objects(subject, predicate) if isinstance(o, Literal)), None)

    def types(self, subject: str) -> tuple[str, ...]:
        """The classes of a resource."""
        return tuple(self.resources(subject, TYPE))


def loaded(graph: ox.Store | Sequence[Path]) -> ox.Store:
    """The files together in one store, named graphs merged; a store is taken as it is."""
    if isinstance(graph, ox.Store):
        return graph
    store = ox.Store()
    for path in graph:
        store.extend(ox.Quad(q.subject, q.predicate, q.object) for q in _parse(path))
    return store


def index(quads: Iterable[ox.Quad]) -> Rdf:
    """An index of a graph; blank nodes get names that do not change from one run to the next."""
    found: defaultdict[str, defaultdict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for quad in _without_chance(quads):
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple):
            found[_name(quad.subject)][quad.predicate.value].add(_term(quad.object))
    return Rdf(
        {
            subject: {p: tuple(sorted(objects, key=_order)) for p, objects in sorted(found[subject].items())}
            for subject in sorted(found)
        }
    )


def _without_chance(quads: Iterable[ox.Quad]) -> Iterable[ox.Quad]:
    """The quads, blank nodes named by the canonical algorithm where there are any."""
    held = list(quads)
    if not any(isinstance(term, ox.BlankNode) for quad in held for term in (quad.subject, quad.object)):
        return held
    dataset = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in held)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return dataset


def _parse(path: Path) -> list[ox.Quad]:
    try:
        content = files.read_bytes(path)
        return list(ox.parse(content, format=_format(path)))
    except (SyntaxError, ValueError) as error:
        raise Unreadable(
            Text(
                en=f"{path}: is not RDF that can be read: {error}.", fr=f"{path} : n'est pas du RDF lisible : {error}."
            ),
            Text(
                en="Turtle, TriG, N-Triples, N-Quads, RDF/XML and JSON-LD are read, by the end of the file's name.",
                fr="Turtle, TriG, N-Triples, N-Quads, RDF/XML et JSON-LD sont lus, d'après la fin du nom du fichier.",
            ),
        ) from error


def _format(path: Path) -> ox.RdfFormat:
    found = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if found is None:
        raise ValueError(f"unknown kind of file '{path.suffix}'")
    return found


def _name(term: ox.NamedNode | ox.BlankNode) -> Iri:
    return Iri(term.value if isinstance(term, ox.NamedNode) else f"_:{term.value}")


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> Term:
    if isinstance(term, ox.Literal):
        return Literal(term.value, "" if term.language else term.datatype.value, term.language or "")
    return _name(term)


def _order(term: Term) -> tuple[int, str, str, str]:
    if isinstance(term, Literal):
        return (1, term.value, term.datatype, term.language)
    return (0, term, "", "")
