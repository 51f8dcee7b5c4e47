"""Which entity a name, an alias, a code or an IRI means."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import WrongUsage
from kg.language import Text
from kg.names import fold, suggestion
from kg.questions.asking import Asker, rows
from kg.terms import PREFIXES, curie, iri

_NAMES = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX schema: <https://schema.org/>
SELECT ?entity ?how ?name WHERE {
  VALUES ?how { rdfs:label skos:altLabel schema:name rs:nutsCode rs:inseeCode rs:isoCode rs:siren }
  ?entity ?how ?name .
  FILTER(STRSTARTS(STR(?entity), "https://w3id.org/regional-space/id/"))
}
"""
_CLASSES = """
PREFIX rs: <https://w3id.org/regional-space/def#>
SELECT ?entity ?class ?place WHERE {{
  VALUES ?entity {{ {entities} }}
  ?entity a ?class .
  OPTIONAL {{ {{ ?entity rs:jurisdiction ?place }} UNION {{ ?place rs:jurisdiction ?entity }} }}
}}
"""
_LABELS = (iri("rdfs:label"), iri("schema:name"))
_WEAK = 1


@dataclass(frozen=True, slots=True)
class Directory:
    """Every name of every entity, asked of a graph or store once."""

    asker: Asker
    by_fold: Mapping[str, Mapping[str, int]]
    spelled: Mapping[str, str]

    def __call__(self, name: str, classes: tuple[str, ...]) -> NamedNode:
        """The entity that a name means; a council stands for its territory, or the reverse, as `classes` ask."""
        wanted = name.strip().removeprefix("<").removesuffix(">")
        prefix, colon, local = wanted.partition(":")
        if colon and prefix in PREFIXES:
            wanted = PREFIXES[prefix] + local
        if "://" in wanted:
            return self._by_iri(wanted, classes)
        named = self.by_fold.get(fold(wanted), {})
        if not named and re.fullmatch(r"[a-z][a-z0-9-]*", wanted) and self._is_known(iri(f"id:{wanted}")):
            return self._by_iri(iri(f"id:{wanted}"), classes)
        fitting = self._fitting(named, classes)
        if not fitting:
            raise self._none(name, classes, named)
        best = min(fitting.values())
        chosen = sorted(e for e, strength in fitting.items() if strength == best)
        if len(chosen) > 1:
            raise _several(name, chosen)
        return NamedNode(chosen[0])

    def _by_iri(self, name: str, classes: tuple[str, ...]) -> NamedNode:
        fitting = self._fitting({name: 0}, classes) if self._is_known(name) else {}
        if not fitting:
            known = {e for entities in self.by_fold.values() for e in entities}
            local = name.rsplit("/", 1)[-1]
            near = suggestion(local, (e.rsplit("/", 1)[-1] for e in known))
            raise WrongUsage(
                Text(en=f"No entity is named <{name}>.", fr=f"Aucune entité ne s'appelle <{name}>."), *near
            )
        return NamedNode(min(fitting))

    def _is_known(self, name: str) -> bool:
        return any(name in entities for entities in self.by_fold.values())

    def _fitting(self, named: Mapping[str, int], classes: tuple[str, ...]) -> Mapping[str, int]:
        """The named entities that are of a class, or else have their council or territory of one."""
        if not classes or not named:
            return named
        wanted = set(map(iri, classes))
        found: dict[str, int] = {}
        for entity, strength in named.items():
            kinds, places = self._classes(entity)
            if kinds & wanted:
                found[entity] = strength
            else:
                for place in places:
                    if self._classes(place)[0] & wanted:
                        found[place] = min(strength + 1, found.get(place, strength + 1))
        return found

    def _classes(self, entity: str) -> tuple[set[str], set[str]]:
        answer = list(rows(self.asker, _CLASSES.format(entities=str(NamedNode(entity)))))
        return {str(kind.value) for _, kind, _ in answer if kind}, {str(p.value) for _, _, p in answer if p}

    def _none(self, name: str, classes: tuple[str, ...], named: Iterable[str]) -> WrongUsage:
        shown = name if name.isprintable() else ascii(name)[1:-1]
        if named:
            kinds = ", ".join(classes)
            return WrongUsage(
                Text(
                    en=f"'{shown}' is {', '.join(map(curie, sorted(named)))}: not {kinds}.",
                    fr=f"« {shown} » est {', '.join(map(curie, sorted(named)))} : pas {kinds}.",
                )
            )
        return WrongUsage(
            Text(en=f"Nothing is called '{shown}' here.", fr=f"Rien ne s'appelle « {shown} » ici."),
            *suggestion(name, self.spelled.values()),
        )


def _several(name: str, chosen: Iterable[str]) -> WrongUsage:
    listed = ", ".join(map(curie, chosen))
    return WrongUsage(
        Text(en=f"'{name}' names several: {listed}.", fr=f"« {name} » en désigne plusieurs : {listed}."),
        Text(en="Name one of them so.", fr="Nommez l'une d'elles ainsi."),
    )


def directory(asker: Asker) -> Directory:
    """Read the names that a graph or store holds."""
    by_fold: dict[str, dict[str, int]] = defaultdict(dict)
    spelled: dict[str, str] = {}
    for entity, how, name in rows(asker, _NAMES):
        if entity and how and name:
            called, of = name.value, entity.value
            folded = fold(called)
            spelled[folded] = min(called, spelled.get(folded, called))
            strength = 0 if how.value in _LABELS else _WEAK
            by_fold[folded][of] = min(strength, by_fold[folded].get(of, strength))
    return Directory(asker, by_fold, spelled)
