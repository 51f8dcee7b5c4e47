"""The graph as those who export it see it: its triples in a fixed order, its claims, its entities and their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from kg.terms import PREFIXES, curie, iri

Node = ox.NamedNode | ox.BlankNode

TYPE = ox.NamedNode(iri("rdf:type"))
LABEL = ox.NamedNode(iri("rdfs:label"))
_ID = PREFIXES["id"]
_PLUMBING = frozenset(
    iri(name)
    for name in (
        *("rdf:Statement", "rs:Claim", "rs:Source", "oa:SpecificResource", "oa:TextQuoteSelector"),
        *("oa:TextPositionSelector", "prov:Activity", "void:Dataset", "dcat:Dataset"),
    )
)


@dataclass(frozen=True, slots=True)
class Claim:
    """One triple as one passage states it, with what a table shows of its evidence ("" where it is not said)."""

    iri: Node
    triple: ox.Triple
    evidence: Node | None
    source: Node | None
    asserted: bool


class View:
    """A graph held whole, its triples sorted; the same triples give the same view."""

    def __init__(self, quads: Iterable[ox.Quad]) -> None:
        dataset = ox.Dataset(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        if any(isinstance(n, ox.BlankNode) for q in dataset for n in (q.subject, q.object)):
            dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        self.triples: tuple[ox.Triple, ...] = tuple(sorted((q.triple for q in dataset), key=str))

    @cached_property
    def _by_subject(self) -> Mapping[ox.NamedNode | ox.BlankNode | ox.Triple, list[ox.Triple]]:
        found = defaultdict(list)
        for triple in self.triples:
            found[triple.subject].append(triple)
        return found

    @cached_property
    def present(self) -> frozenset[ox.Triple]:
        """Every triple, for asking whether one stands in the graph."""
        return frozenset(self.triples)

    def about(self, node: ox.NamedNode | ox.BlankNode | ox.Triple) -> list[ox.Triple]:
        """The triples whose subject is `node`."""
        return self._by_subject.get(node, [])

    def first(self, node: Node | None, name: str) -> ox.NamedNode | ox.BlankNode | ox.Literal | None:
        """The first value of a property by its short name, None where there is none."""
        for triple in () if node is None else self.about(node):
            if triple.predicate.value == iri(name) and not isinstance(triple.object, ox.Triple):
                return triple.object
        return None

    def text(self, node: Node | None, name: str) -> str:
        """The first value of a property as text, "" where there is none."""
        value = self.first(node, name)
        return "" if value is None else value.value

    def named(self, node: Node | None, name: str) -> Node | None:
        """The first value of a property where it is a node."""
        value = self.first(node, name)
        return None if isinstance(value, ox.Literal) else value

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim whose triple is said in full, in the order of their names."""
        statement = ox.NamedNode(iri("rdf:Statement"))
        return tuple(
            claim
            for t in self.triples
            if t.predicate == TYPE and t.object == statement and not isinstance(t.subject, ox.Triple)
            if (claim := self._claim(t.subject)) is not None
        )

    @cached_property
    def plumbing(self) -> frozenset[Node | ox.Triple]:
        """The nodes that say how something is known rather than what is: claims, passages, sources, terms."""
        return frozenset(
            t.subject
            for t in self.triples
            if (t.predicate == TYPE and isinstance(t.object, ox.NamedNode) and t.object.value in _PLUMBING)
            or (isinstance(t.subject, ox.NamedNode) and not t.subject.value.startswith(_ID))
        )

    @cached_property
    def facts(self) -> tuple[ox.Triple, ...]:
        """The triples about entities: kinds, names, codes and what sources state."""
        return tuple(t for t in self.triples if t.subject not in self.plumbing)

    @cached_property
    def entities(self) -> tuple[Node, ...]:
        """The subjects of facts, in the order of their names."""
        return tuple(dict.fromkeys(t.subject for t in self.facts if not isinstance(t.subject, ox.Triple)))

    def label(self, node: ox.NamedNode | ox.BlankNode | ox.Triple | ox.Literal, language: str) -> str:
        """The label in a language, else in another, else ""."""
        if isinstance(node, ox.Literal):
            return ""
        found = [t.object for t in self.about(node) if t.predicate == LABEL and isinstance(t.object, ox.Literal)]
        return next((v.value for v in sorted(found, key=lambda v: v.language != language)), "")

    def kinds(self, node: Node) -> Iterator[str]:
        """The short names of the classes of a node, our own first."""
        found = [t.object.value for t in self.about(node) if t.predicate == TYPE and isinstance(t.object, ox.NamedNode)]
        yield from (curie(name) for name in sorted(found, key=lambda n: (not n.startswith(PREFIXES["rs"]), n)))

    def _claim(self, node: Node) -> Claim | None:
        subject = self.named(node, "rdf:subject")
        predicate = self.named(node, "rdf:predicate")
        value = self.first(node, "rdf:object")
        if subject is None or not isinstance(predicate, ox.NamedNode) or value is None:
            return None
        triple = ox.Triple(subject, predicate, value)
        evidence = self.named(node, "rs:evidence")
        return Claim(node, triple, evidence, self.named(evidence, "oa:hasSource"), triple in self.present)
