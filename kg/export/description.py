"""The graph's description of itself, VoID and DCAT: what it holds and in which forms it can be had, without a clock."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from kg import rdf
from kg.export.view import TYPE, View
from kg.model import Iri, Literal, Triple
from kg.terms import PREFIXES, curie, iri

DATASET = iri("id:dataset-regional-space-kg")
_INTEGER = PREFIXES["xsd"] + "integer"


def turtle(view: View, forms: Iterable[tuple[str, str, str]]) -> bytes:
    """Counts, partitions by class and property, vocabularies, and a distribution for each (name, media type, title)."""
    return rdf.write(_triples(view, forms))


def _triples(view: View, forms: Iterable[tuple[str, str, str]]) -> Iterator[Triple]:
    yield from _own(view)
    classes = Counter(
        t.object.value for t in view.triples if t.predicate == TYPE and isinstance(t.object, ox.NamedNode)
    )
    properties = Counter(t.predicate.value for t in view.triples)
    yield _count("void:triples", len(view.triples))
    yield _count("void:entities", len(view.entities))
    yield _count("void:classes", len(classes))
    yield _count("void:properties", len(properties))
    yield _count("void:distinctSubjects", len({t.subject for t in view.triples}))
    yield _count("void:distinctObjects", len({t.object for t in view.triples}))
    yield Triple(DATASET, iri("void:uriSpace"), Literal(PREFIXES["id"]))
    for namespace in PREFIXES.values():
        if any(name.startswith(namespace) for name in properties.keys() | classes.keys()):
            yield Triple(DATASET, iri("void:vocabulary"), Iri(namespace))
    yield from _partitions("class", classes)
    yield from _partitions("property", properties)
    for name, media_type, title in forms:
        yield from _distribution(name, media_type, title)


def _own(view: View) -> Iterator[Triple]:
    """What the graph already says of itself, and the standard classes."""
    yield Triple(DATASET, rdf.TYPE, iri("void:Dataset"))
    yield Triple(DATASET, rdf.TYPE, iri("dcat:Dataset"))
    for t in view.about(ox.NamedNode(DATASET)):
        if isinstance(t.object, ox.NamedNode):
            yield Triple(DATASET, Iri(t.predicate.value), Iri(t.object.value))
        elif isinstance(t.object, ox.Literal):
            language = t.object.language or ""
            literal = Literal(t.object.value, "" if language else t.object.datatype.value, language)
            yield Triple(DATASET, Iri(t.predicate.value), literal)
            if t.predicate.value == iri("rdfs:label"):
                yield Triple(DATASET, iri("dcterms:title"), literal)


def _partitions(kind: str, counts: Counter[str]) -> Iterator[Triple]:
    what, size = ("void:class", "void:entities") if kind == "class" else ("void:property", "void:triples")
    for name, count in sorted(counts.items()):
        part = Iri(f"{DATASET}-{kind}-{_local(name)}")
        yield Triple(DATASET, iri(f"void:{kind}Partition"), part)
        yield Triple(part, iri(what), Iri(name))
        yield Triple(part, iri(size), Literal(str(count), _INTEGER))


def _distribution(name: str, media_type: str, title: str) -> Iterator[Triple]:
    part = Iri(f"{DATASET}-{name}")
    yield Triple(DATASET, iri("dcat:distribution"), part)
    yield Triple(part, rdf.TYPE, iri("dcat:Distribution"))
    yield Triple(part, iri("dcterms:title"), Literal(title, "", "en"))
    yield Triple(part, iri("dcat:mediaType"), Iri(f"https://www.iana.org/assignments/media-types/{media_type}"))
    yield Triple(part, iri("dcterms:license"), Iri("https://creativecommons.org/licenses/by/4.0/"))


def _count(name: str, number: int) -> Triple:
    return Triple(DATASET, iri(name), Literal(str(number), _INTEGER))


def _local(name: str) -> str:
    """A name as the end of an IRI: the short name with a hyphen, else its last letters and digits."""
    short = curie(name)
    kept = short if not short.startswith("<") else name.rsplit("//", maxsplit=1)[-1]
    return "".join(c if c.isalnum() and c.isascii() else "-" for c in kept).strip("-")
