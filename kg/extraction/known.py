"""The graph's own names, for the gazetteer: what each entity is called and what kind of thing it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import rdf
from kg.extraction.expressions import Expression
from kg.extraction.tables import Entry, NameKind, plain
from kg.language import Language
from kg.model import Iri, Literal, Triple
from kg.terms import curie, iri

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
COMMON = frozenset(
    {"région", "la région", "métropole", "la métropole", "collectivité", "la collectivité", "agence", "pôle", "le pôle"}
)
"""Other names that a document may use for an entity, and any other document for another."""
_LABEL = iri("rdfs:label")
_NAMES = {_LABEL, iri("skos:altLabel")}
_ABOVE = {iri("schema:containedInPlace"), iri("rs:jurisdiction"), iri("schema:location")}
_TOLD_APART = Expression(r"(?<=\S) \([^()]*\)$")
"""What a label adds to tell namesakes apart: "SIRUS (lanceur de Sirius Space Services)"."""


def files(registry: Path) -> list[Path]:
    """The files that name entities: a registry's, then the curated ones beside it."""
    return sorted(registry.glob("*.ttl")) + sorted(registry.parent.glob("curated/*.trig")) if registry.is_dir() else []


@dataclass(frozen=True, slots=True)
class Registered:
    """An entity of the registry: what it is called, the label first, and the plain names of where it lies or rules."""

    iri: Iri
    kind: NameKind
    sort: str
    names: tuple[str, ...]
    within: frozenset[str] = frozenset()

    @property
    def label(self) -> str:
        """The name it goes by."""
        return self.names[0]


def read(paths: Iterable[Path], language: Language) -> tuple[Registered, ...]:
    """Every entity of Turtle files, with the label in `language` as the name it goes by."""
    return registered((triple for path in paths for _, triple in rdf.read(path)), language)


def registered(triples: Iterable[Triple], language: Language) -> tuple[Registered, ...]:
    """Every entity that some triples name, in the order of the identifiers."""
    kinds: dict[Iri, tuple[NameKind, str]] = {}
    called: dict[Iri, list[tuple[bool, bool, str]]] = defaultdict(list)
    above: dict[Iri, list[Iri]] = defaultdict(list)
    for triple in triples:
        predicate = triple.predicate
        if predicate == rdf.TYPE:
            kind = KINDS.get(curie(str(triple.object)))
            if kind is not None:
                kinds.setdefault(triple.subject, kind)
        elif predicate in _NAMES and isinstance(triple.object, Literal):
            alternative = predicate != _LABEL
            called[triple.subject].append((alternative, triple.object.language != language, triple.object.value))
        elif predicate in _ABOVE and not isinstance(triple.object, Literal):
            above[triple.subject].append(triple.object)
    names = {e: tuple(dict.fromkeys(name for _, _, name in sorted(called[e]))) for e in sorted(kinds)}
    return tuple(
        Registered(e, *kinds[e], found, frozenset(plain(n) for a in _upward(e, above) for n in names.get(a, ())))
        for e, found in names.items()
        if found
    )


def _upward(entity: Iri, above: Mapping[Iri, Sequence[Iri]]) -> Iterator[Iri]:
    """What an entity lies in, and what that lies in."""
    seen = {entity}
    waiting = list(above.get(entity, ()))
    while waiting:
        place = waiting.pop()
        if place not in seen:
            seen.add(place)
            yield place
            waiting += above.get(place, ())


def entries(entities: Iterable[Registered]) -> Iterator[tuple[str, Entry]]:
    """Every name that tells its entity in any document."""
    for entity in entities:
        entry = Entry(entity.kind, entity.sort, _TOLD_APART.sub("", entity.label), entity.iri)
        for name in entity.names:
            if name.casefold() not in COMMON:
                yield name.removeprefix("l'"), entry
