"""The graph: entities, sources and claims assembled into the triples that ship."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg import __version__, rdf
from kg.model import Claim, Decision, Document, Entity, Evidence, Iri, Literal, Triple
from kg.terms import PREFIXES, iri
from kg.vocabulary import Vocabulary

_XSD = PREFIXES["xsd"]
_ACTIVITIES = {
    "curated": ("id:activity-curation", "curation à la main", "curation by hand"),
    "extracted": ("id:activity-extraction", "extraction automatique", "automatic extraction"),
}
DATASET = iri("id:dataset-regional-space-kg")


@dataclass(frozen=True, slots=True)
class Graph:
    """All that the seeds say."""

    entities: tuple[Entity, ...]
    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    decisions: tuple[Decision, ...]
    vocabulary: Vocabulary


def facts(graph: Graph) -> Iterator[Triple]:
    """What holds: each entity with its kind, names and codes, and each accepted or disputed triple once.

    A candidate, an entity that only the machine proposes, is left out until a claim of it is accepted.
    """
    candidates = _candidates(graph)
    for entity in graph.entities:
        if entity.iri not in candidates:
            yield from _entity(entity, graph.vocabulary)
    yield from {c.triple for c in graph.claims if c.asserted}


def everything(graph: Graph) -> Iterator[Triple]:
    """Facts, claims with their evidence, sources, the dataset's own record, and the ontology."""
    yield from facts(graph)
    candidates = _candidates(graph)
    for entity in graph.entities:
        if entity.iri in candidates:
            yield from _candidate(entity)
    for document in graph.documents:
        yield from _source(document)
    for claim in graph.claims:
        yield from _claim(claim)
    for evidence in {c.evidence.iri: c.evidence for c in graph.claims}.values():
        yield from _evidence(evidence)
    for decision in graph.decisions:
        yield from _decision(decision)
    yield from _activities(graph.claims)
    yield from _dataset()
    yield from graph.vocabulary.triples


def claim_iri(claim: Claim) -> Iri:
    """The claim's name: from the passage and the triple, so that it outlives a change of offsets."""
    t = claim.triple
    value = t.object
    said = f"{value.value}\0{value.datatype}\0{value.language}" if isinstance(value, Literal) else value
    digest = hashlib.sha256(f"{claim.evidence.iri}\0{t.subject}\0{t.predicate}\0{said}".encode()).hexdigest()
    return iri(f"id:claim-{digest[:16]}")


def _candidates(graph: Graph) -> set[Iri]:
    """The entities that proposals name and no accepted claim does."""
    alive: set[Iri | Literal] = set()
    proposed: set[Iri | Literal] = set()
    for claim in graph.claims:
        ends = alive if claim.asserted else proposed
        ends |= {claim.triple.subject, claim.triple.object, claim.asserted_by}
    introduced = {e.iri for e in graph.entities if e.method == "extracted"}
    return {name for name in introduced if name in proposed - alive}


def _candidate(entity: Entity) -> Iterator[Triple]:
    """A name that the machine proposes: what it would be, without being one until a reader accepts it."""
    yield from _typed(entity.iri, iri("rs:Candidate"))
    yield Triple(entity.iri, iri("rs:candidateKind"), entity.kind)
    yield from entity.facts


def _entity(entity: Entity, vocabulary: Vocabulary) -> Iterator[Triple]:
    yield from _typed(entity.iri, entity.kind, *vocabulary.standard.get(entity.kind, ()))
    yield from entity.facts


def _source(document: Document) -> Iterator[Triple]:
    name = document.iri
    kind = "schema:NewsArticle" if document.kind == "news" else "schema:CreativeWork"
    yield from _typed(name, *map(iri, ("rs:Source", "prov:Entity", kind)))
    title = Literal(document.title, "", document.language)
    yield Triple(name, iri("schema:name"), title)
    yield Triple(name, iri("rdfs:label"), title)
    yield Triple(name, iri("schema:publisher"), document.publisher)
    yield _value(name, "schema:inLanguage", document.language)
    yield _value(name, "rs:retellingLanguage", document.retelling_language)
    yield _integer(name, "rs:length", document.length)
    if document.url:
        yield Triple(name, iri("schema:url"), Iri(document.url))
    if document.published:
        yield Triple(name, iri("schema:datePublished"), document.published)
        basis = f"rs:date{document.published_basis.capitalize()}"
        yield Triple(name, iri("rs:dateBasis"), iri(basis))
    for note in document.published_note:
        yield Triple(name, iri("rs:note"), note)
    if document.copy_of:
        yield Triple(name, iri("rs:copyOf"), document.copy_of)
    if document.sha256:
        yield _value(name, "rs:sha256", document.sha256)
    if document.original:
        yield _value(name, "rs:sha256", document.original.sha256)
        yield _integer(name, "rs:originalLength", document.original.length)


def _claim(claim: Claim) -> Iterator[Triple]:
    name = claim_iri(claim)
    yield from _typed(name, iri("rs:Claim"), iri("rdf:Statement"))
    yield Triple(name, iri("rdf:subject"), claim.triple.subject)
    yield Triple(name, iri("rdf:predicate"), claim.triple.predicate)
    yield Triple(name, iri("rdf:object"), claim.triple.object)
    yield Triple(name, iri("rs:evidence"), claim.evidence.iri)
    yield Triple(name, iri("rs:assertedBy"), claim.asserted_by)
    yield Triple(name, iri("rs:mode"), iri(f"rs:{claim.mode}"))
    yield Triple(name, iri("rs:status"), iri(f"rs:{claim.status}"))
    yield Triple(name, iri("rs:method"), iri(f"rs:{claim.method}"))
    yield Triple(name, iri("prov:wasGeneratedBy"), iri(_ACTIVITIES[claim.method][0]))
    quotation = "true" if claim.direct_quotation else "false"
    yield Triple(name, iri("rs:directQuotation"), Literal(quotation, _XSD + "boolean"))
    if claim.confidence is not None:
        yield Triple(name, iri("rs:confidence"), Literal(str(claim.confidence), _XSD + "decimal"))
    if claim.derivation:
        yield Triple(name, iri("rs:derivation"), claim.derivation.rule)
        if claim.derivation.anchor:
            yield Triple(name, iri("rs:anchor"), claim.derivation.anchor)
        for alternative in claim.derivation.alternatives:
            yield Triple(name, iri("rs:alternative"), alternative)
    for note in claim.notes:
        yield Triple(name, iri("rs:note"), note)


def _evidence(evidence: Evidence) -> Iterator[Triple]:
    quote, position = Iri(f"{evidence.iri}-quote"), Iri(f"{evidence.iri}-position")
    yield from _typed(evidence.iri, iri("oa:SpecificResource"))
    yield Triple(evidence.iri, iri("oa:hasSource"), evidence.source)
    yield Triple(evidence.iri, iri("oa:hasSelector"), quote)
    yield Triple(evidence.iri, iri("oa:hasSelector"), position)
    yield from _typed(quote, iri("oa:TextQuoteSelector"))
    yield _value(quote, "oa:exact", evidence.exact)
    yield _value(quote, "oa:prefix", evidence.prefix)
    yield _value(quote, "oa:suffix", evidence.suffix)
    yield from _typed(position, iri("oa:TextPositionSelector"))
    yield _integer(position, "oa:start", evidence.start)
    yield _integer(position, "oa:end", evidence.end)


def _decision(decision: Decision) -> Iterator[Triple]:
    name = decision.iri
    yield from _typed(name, iri("rs:Decision"))
    yield _value(name, "rs:decisionKind", decision.kind)
    for compared in decision.compared:
        known = compared.startswith("id:")
        yield Triple(name, iri("rs:compares"), iri(compared)) if known else _value(name, "rs:compares", compared)
    yield Triple(name, iri("rs:verdict"), iri(f"rs:{decision.verdict}"))
    yield _value(name, "rs:decidedBy", decision.by)
    yield _value(name, "rs:reason", decision.why)


def _activities(claims: Iterable[Claim]) -> Iterator[Triple]:
    for method in sorted({c.method for c in claims}):
        short, fr, en = _ACTIVITIES[method]
        name = iri(short)
        yield from _typed(name, iri("prov:Activity"))
        yield Triple(name, iri("rdfs:label"), Literal(fr, "", "fr"))
        yield Triple(name, iri("rdfs:label"), Literal(en, "", "en"))


def _dataset() -> Iterator[Triple]:
    yield from _typed(DATASET, iri("void:Dataset"), iri("dcat:Dataset"))
    yield Triple(DATASET, iri("rdfs:label"), Literal("Graphe de connaissances du spatial en région", "", "fr"))
    yield Triple(DATASET, iri("rdfs:label"), Literal("Knowledge graph of the regional space sector", "", "en"))
    yield Triple(DATASET, iri("dcterms:license"), Iri("https://creativecommons.org/licenses/by/4.0/"))
    yield _value(DATASET, "owl:versionInfo", __version__)


def _typed(name: Iri, *classes: Iri) -> Iterator[Triple]:
    for kind in classes:
        yield Triple(name, rdf.TYPE, kind)


def _value(name: Iri, predicate: str, text: str) -> Triple:
    return Triple(name, iri(predicate), Literal(text))


def _integer(name: Iri, predicate: str, number: int) -> Triple:
    return Triple(name, iri(predicate), Literal(str(number), _XSD + "integer"))
