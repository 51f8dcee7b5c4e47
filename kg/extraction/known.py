"""The graph's own names, for the gazetteer: what each entity is called and what kind of thing it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg import rdf
from kg.extraction.tables import Entry, NameKind
from kg.language import Language
from kg.model import Literal, Triple
from kg.terms import curie

KINDS: dict[str, tuple[NameKind, str]] = {
    "rs:SpaceAgency": ("O", "agency"),
    "rs:PublicBody": ("O", "public"),
    "rs:Company": ("O", "company"),
    "rs:Cluster": ("O", "cluster"),
    "rs:Association": ("O", "association"),
    "rs:ResearchOrganization": ("O", "research"),
    "rs:RegionalAuthority": ("O", "authority"),
    "rs:LocalAuthority": ("O", "authority"),
    "schema:NewsMediaOrganization": ("O", "press"),
    "schema:Person": ("P", "person"),
    "rs:Region": ("L", "region"),
    "schema:Country": ("L", "country"),
    "schema:City": ("L", "city"),
    "rs:Facility": ("F", "facility"),
    "rs:Constellation": ("S", "constellation"),
    "rs:Satellite": ("S", "satellite"),
    "rs:Launcher": ("S", "launcher"),
    "rs:Programme": ("S", "programme"),
    "schema:Event": ("E", "fair"),
    "schema:EventSeries": ("E", "fair"),
}
_COMMON = frozenset(
    {"région", "la région", "métropole", "la métropole", "collectivité", "la collectivité", "agence", "pôle", "le pôle"}
)
"""Other names that a document may use for an entity, and any other document for another."""
_NAMES = {"rdfs:label", "skos:altLabel"}
_TOLD_APART = re.compile(r"(?<=\S) \([^()]*\)$")
"""What a label adds to tell namesakes apart: "SIRUS (lanceur de Sirius Space Services)"."""


def files(registry: Path) -> list[Path]:
    """The files that name entities: a registry's, then the curated ones beside it."""
    return sorted(registry.glob("*.ttl")) + sorted(registry.parent.glob("curated/*.trig")) if registry.is_dir() else []


def read(paths: Iterable[Path], language: Language) -> Iterator[tuple[str, Entry]]:
    """Every name of every entity in Turtle files, with the label in `language` as the one it goes by."""
    triples = [triple for path in paths for _, triple in rdf.read(path)]
    yield from names(triples, language)


def names(triples: Iterable[Triple], language: Language) -> Iterator[tuple[str, Entry]]:
    """Every name in some triples, with the entity that bears it."""
    kinds: dict[str, tuple[NameKind, str]] = {}
    called: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for triple in triples:
        predicate = curie(triple.predicate)
        if predicate == "rdf:type" and curie(str(triple.object)) in KINDS:
            kinds.setdefault(triple.subject, KINDS[curie(str(triple.object))])
        elif predicate in _NAMES and isinstance(triple.object, Literal):
            called[triple.subject].append((predicate, triple.object.language, triple.object.value))
    for iri in sorted(kinds):
        labels = sorted(called[iri], key=lambda c: (c[0] != "rdfs:label", c[1] != language, c[2]))
        if labels:
            entry = Entry(*kinds[iri], _TOLD_APART.sub("", labels[0][2]), iri)
            for _, _, name in labels:
                if name.casefold() not in _COMMON:
                    yield name.removeprefix("l'"), entry
