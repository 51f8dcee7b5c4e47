"""RDF read into an index by subject: files of any syntax, or a store that is already open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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


def read(sources: Iterable[Path | ox.Store]) -> Rdf:
    """The triples of files and stores together."""
    dataset = ox.Dataset()
    for source in sources:
        quads = source if isinstance(source, ox.Store) else _parse(source)
        for quad in quads:
            dataset.add(ox.Quad(quad.subject, quad.predicate, quad.object))
    return index(dataset)


def index(dataset: ox.Dataset) -> Rdf:
    """An index of a dataset; blank nodes get names that do not change from one run to the next."""
    if any(isinstance(term, ox.BlankNode) for quad in dataset for term in (quad.subject, quad.object)):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    found: defaultdict[str, defaultdict[str, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for quad in dataset:
        if not isinstance(quad.subject, ox.Triple) and not isinstance(quad.object, ox.Triple):
            found[_name(quad.subject)][quad.predicate.value].add(_term(quad.object))
    return Rdf(
        {
            subject: {p: tuple(sorted(objects, key=_order)) for p, objects in sorted(found[subject].items())}
            for subject in sorted(found)
        }
    )


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
