"""What a resource is called: its labels by language, or the end of its IRI where it has none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import unquote

from kg.model import Iri, Literal
from kg.page.rdf import Rdf
from kg.page.view import Names, Term
from kg.terms import iri

LABELS = tuple(
    iri(name)
    for name in ("rdfs:label", "skos:prefLabel", "schema:name", "foaf:name", "dcterms:title", "schema:headline")
)
ALIASES = tuple(iri(name) for name in ("skos:altLabel", "schema:alternateName", "skos:hiddenLabel"))
_COMMENTS = (iri("rdfs:comment"), iri("skos:definition"))

_WORDS = {
    "rdf:type": ("type", "type"),
    "rdfs:label": ("nom", "name"),
    "schema:location": ("lieu", "place"),
    "schema:containedInPlace": ("situé dans", "within"),
    "schema:funder": ("financeur", "funder"),
    "schema:amount": ("montant", "amount"),
    "schema:currency": ("monnaie", "currency"),
    "schema:startDate": ("début", "start"),
    "schema:endDate": ("fin", "end"),
    "schema:organizer": ("organisateur", "organiser"),
    "schema:superEvent": ("édition de", "edition of"),
    "schema:about": ("sujet", "about"),
    "schema:Person": ("Personne", "Person"),
    "schema:Place": ("Lieu", "Place"),
    "schema:Event": ("Événement", "Event"),
    "schema:EventSeries": ("Série d'événements", "Event series"),
    "schema:Photograph": ("Photographie", "Photograph"),
    "schema:publisher": ("éditeur", "publisher"),
    "schema:datePublished": ("publié le", "published on"),
    "schema:name": ("titre", "title"),
    "schema:url": ("adresse", "address"),
    "schema:inLanguage": ("langue", "language"),
    "org:member": ("personne", "person"),
    "org:organization": ("organisation", "organisation"),
    "org:memberOf": ("membre de", "member of"),
    "org:Membership": ("Fonction", "Role"),
    "skos:Concept": ("Thème", "Topic"),
    "skos:exactMatch": ("identique à", "same as"),
    "dcterms:source": ("nom donné par", "name given by"),
}


def of(rdf: Rdf, subject: str) -> Names:
    """The labels of a resource, one a language; made from its IRI where there are none."""
    for predicate in LABELS:
        if labels := _by_language(rdf, subject, (predicate,)):
            return Names(labels)
    return Names({"": readable(subject)})


def aliases(rdf: Rdf, subject: str) -> tuple[str, ...]:
    """Other names, each once, in order."""
    found = {o.value: None for p in ALIASES for o in rdf.objects(subject, p) if isinstance(o, Literal)}
    return tuple(sorted(found))


def of_term(rdf: Rdf, term: str) -> Term:
    """A class or property: by the graph's own words, else by ours, else by its IRI."""
    comment = _by_language(rdf, term, _COMMENTS)
    labels = next((found for p in LABELS if (found := _by_language(rdf, term, (p,)))), None)
    if labels is None:
        ours = {iri(short): words for short, words in _WORDS.items()}.get(Iri(iri_or(term)))
        labels = {"fr": ours[0], "en": ours[1]} if ours else {"": readable(term)}
    return Term(term, Names(labels), Names(comment) if comment else None)


def iri_or(term: str) -> str:
    """The term as our namespaces write it: http://schema.org/ is read as https."""
    return term.replace("http://schema.org/", "https://schema.org/", 1)


def readable(subject: str) -> str:
    """Words from the end of an IRI.

    >>> readable("http://example.org/people/ada_lovelace")
    'ada lovelace'
    """
    end = re.split(r"[/#:]", unquote(subject).rstrip("/#"))[-1] or subject
    spaced = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", re.sub(r"[_\-]+", " ", end)).strip()
    return spaced or subject


def _by_language(rdf: Rdf, subject: str, predicates: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for predicate in predicates:
        for o in rdf.objects(subject, predicate):
            if isinstance(o, Literal) and o.value.strip():
                found.setdefault(o.language.lower().split("-")[0], o.value)
    return found
