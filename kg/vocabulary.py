"""The ontology as the build reads it: which classes and properties there are, and what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import rdf
from kg.language import Text
from kg.model import Iri, Literal, Triple
from kg.terms import PREFIXES, curie, iri

_PROPERTY_CLASSES = {
    iri(name) for name in ("rdf:Property", "owl:ObjectProperty", "owl:DatatypeProperty", "owl:AnnotationProperty")
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What an entity may be, what may be said of it, and what each term is called in both languages.

    `standard` gives for each class of ours the classes that it implies, by subclass closure.
    """

    entity_classes: frozenset[Iri]
    properties: frozenset[Iri]
    registry_properties: frozenset[Iri]
    terms: frozenset[Iri]
    standard: Mapping[Iri, tuple[Iri, ...]]
    labels: Mapping[Iri, Text]
    triples: tuple[Triple, ...]

    def name(self, term: Iri) -> Text:
        """What a term is called, its short name where it has no label."""
        return self.labels.get(term, Text(en=curie(term), fr=curie(term)))


def read(path: Path) -> Vocabulary:
    """Read `ontology/space.ttl`."""
    triples = tuple(triple for _, triple in rdf.read(path))
    types: dict[Iri, set[Iri]] = defaultdict(set)
    parents: dict[Iri, set[Iri]] = defaultdict(set)
    labels: dict[Iri, dict[str, str]] = defaultdict(dict)
    flags: dict[Iri, set[Iri]] = defaultdict(set)
    for t in triples:
        if isinstance(t.object, Literal):
            if t.predicate == iri("rdfs:label"):
                labels[t.subject][t.object.language] = t.object.value
            elif t.object.value == "true":
                flags[t.predicate].add(t.subject)
        elif t.predicate == rdf.TYPE:
            types[t.subject].add(t.object)
        elif t.predicate == iri("rdfs:subClassOf"):
            parents[t.subject].add(t.object)
    properties = frozenset(term for term, classes in types.items() if classes & _PROPERTY_CLASSES)
    entity_classes = frozenset(flags[iri("rs:entityClass")])
    return Vocabulary(
        entity_classes=entity_classes,
        properties=properties,
        registry_properties=frozenset(flags[iri("rs:registryProperty")]),
        terms=frozenset(t.subject for t in triples if t.subject.startswith(PREFIXES["rs"])),
        standard={c: _ancestors(c, parents) for c in types},
        labels={term: _text(by_language) for term, by_language in labels.items()},
        triples=triples,
    )


def _ancestors(term: Iri, parents: Mapping[Iri, set[Iri]]) -> tuple[Iri, ...]:
    found: set[Iri] = set()
    waiting = [term]
    while waiting:
        for parent in parents.get(waiting.pop(), ()):
            if parent not in found:
                found.add(parent)
                waiting.append(parent)
    return tuple(sorted(found - {term}))


def _text(by_language: Mapping[str, str]) -> Text:
    any_label = next(iter(sorted(by_language.values())))
    en = by_language.get("en", by_language.get("", any_label))
    return Text(en=en, fr=by_language.get("fr", en))
