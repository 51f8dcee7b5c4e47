"""A source that an extracted file describes itself: a reader's own file, pointed into and not copied."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg import rdf
from kg.errors import BadSeed
from kg.language import Text
from kg.model import Document, Entity, Iri, Literal, Triple
from kg.terms import iri

UNKNOWN_PUBLISHER = iri("id:org-unknown-publisher")
"""Who publishes a source that does not say."""


def unknown_publisher(document: Document) -> Entity:
    """The entity that stands for a publisher that the source does not name."""
    label = iri("rdfs:label")
    facts = (
        Triple(UNKNOWN_PUBLISHER, label, Literal("Éditeur non précisé", "", "fr")),
        Triple(UNKNOWN_PUBLISHER, label, Literal("Publisher not stated", "", "en")),
        Triple(UNKNOWN_PUBLISHER, iri("dcterms:source"), document.iri),
    )
    return Entity(UNKNOWN_PUBLISHER, iri("schema:Organization"), facts, document.where)


def described_source(triples: Sequence[Triple], path: Path) -> Document | None:
    """The one rs:Source among the triples of a default graph, None where there is none.

    Raises BadSeed where it has no rs:length, or where there are several.
    """
    found = [t.subject for t in triples if t.predicate == rdf.TYPE and t.object == iri("rs:Source")]
    if not found:
        return None
    name = found[0]
    said = {t.predicate: t.object for t in triples if t.subject == name}
    length, title = said.get(iri("rs:length")), said.get(iri("schema:name"))
    if len(found) > 1 or not isinstance(length, Literal) or not length.value.isdecimal():
        advice = Text(
            en="An extracted file describes one rs:Source, with rs:length in code points.",
            fr="Un fichier extrait décrit un seul rs:Source, avec rs:length en points de code.",
        )
        where = rdf.line_of(path, name)
        raise BadSeed.at(where, "the source is not described as it should be", "la source est mal décrite", advice)
    publisher, published = said.get(iri("schema:publisher")), said.get(iri("schema:datePublished"))
    language = _text(said.get(iri("schema:inLanguage"))) or "fr"
    return Document(
        iri=name,
        title=_text(title) or path.stem,
        publisher=UNKNOWN_PUBLISHER if publisher is None or isinstance(publisher, Literal) else publisher,
        language=language,
        kind="news",
        text=None,
        length=int(length.value),
        where=str(path),
        url=_text(said.get(iri("schema:url"))) or None,
        published=published if isinstance(published, Literal) else None,
        retelling_language=language,
        sha256=_text(said.get(iri("rs:sha256"))) or None,
    )


def _text(term: Iri | Literal | None) -> str:
    return term.value if isinstance(term, Literal) else str(term or "")
