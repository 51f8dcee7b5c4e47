"""The registry: what an entity is called, what kind it is, its codes and what lies where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from kg import files, rdf
from kg.errors import BadSeed, KgError
from kg.language import Text
from kg.model import Entity, Iri, Literal, Triple
from kg.names import suggestion
from kg.terms import PREFIXES, curie, iri
from kg.vocabulary import Vocabulary

_LABEL = iri("rdfs:label")
_SOURCE = iri("dcterms:source")


def read_all(folder: Path, vocabulary: Vocabulary) -> tuple[list[Entity], list[KgError]]:
    """Every entity that the files of `seeds/registry/` introduce, and the mistakes found."""
    entities: list[Entity] = []
    errors: list[KgError] = []
    for path in files.find(folder, "*.ttl"):
        try:
            triples = [triple for _, triple in rdf.read(path)]
        except KgError as error:
            errors.append(error)
            continue
        found, mistakes = introduced(triples, path, vocabulary)
        entities += found
        errors += mistakes
    return entities, errors


def introduced(
    triples: Iterable[Triple], path: Path, vocabulary: Vocabulary, *, source: Iri | None = None
) -> tuple[list[Entity], list[KgError]]:
    """The entities of one file, each with its mistakes: class, label, terms; `source` is the default reference."""
    by_subject: dict[Iri, list[Triple]] = defaultdict(list)
    for triple in triples:
        by_subject[triple.subject].append(triple)
    entities: list[Entity] = []
    errors: list[KgError] = []
    for subject, said in by_subject.items():
        mistakes = list(_mistakes(subject, said, path, vocabulary))
        errors += mistakes
        if not mistakes:
            kind = next(t.object for t in said if t.predicate == rdf.TYPE and not isinstance(t.object, Literal))
            if source and not any(t.predicate == _SOURCE for t in said):
                said.append(Triple(subject, _SOURCE, source))
            facts = tuple(t for t in said if t.predicate != rdf.TYPE)
            entities.append(Entity(subject, kind, facts, str(path)))
    return entities, errors


def duplicates(entities: Iterable[Entity]) -> Iterator[KgError]:
    """An error for each identifier that is introduced twice."""
    first: dict[Iri, Entity] = {}
    for entity in entities:
        if (earlier := first.setdefault(entity.iri, entity)) is not entity:
            name = curie(entity.iri)
            earlier_place = rdf.line_of(Path(earlier.where), name)
            yield BadSeed.at(
                rdf.line_of(Path(entity.where), name),
                f"{name} is introduced a second time",
                f"{name} est introduit une deuxième fois",
                Text(
                    en=f"It stands in {earlier_place} already: keep one, or rename.",
                    fr=f"Il figure déjà dans {earlier_place} : gardez-en un, ou renommez.",
                ),
            )


def unknown_references(entities: Iterable[Entity], known: Collection[Iri]) -> Iterator[KgError]:
    """An error for each place, region or source that an entity names and nothing introduces."""
    for entity in entities:
        for fact in entity.facts:
            name = curie(str(fact.object))
            if not isinstance(fact.object, Literal) and name.startswith("id:") and fact.object not in known:
                where = rdf.line_of(Path(entity.where), name)
                near = suggestion(name, map(curie, known))
                yield BadSeed.at(where, f"unknown entity {name}", f"entité inconnue {name}", *near)


def _mistakes(subject: Iri, said: list[Triple], path: Path, vocabulary: Vocabulary) -> Iterator[KgError]:
    name = curie(subject)
    local = subject.removeprefix(PREFIXES["id"])
    if local == subject or "/" in local or "#" in local:
        advice = Text(en="Entities are named as id:org-cnes.", fr="Les entités se nomment comme id:org-cnes.")
        where = rdf.line_of(path, name)
        yield BadSeed.at(where, f"{name} is not an id: name", f"{name} n'est pas un nom id:", advice)
        return
    kinds = [t.object for t in said if t.predicate == rdf.TYPE]
    if len(kinds) != 1:
        advice = Text(en="Give it one class: a rs:Company.", fr="Donnez-lui une classe : a rs:Company.")
        count, where = len(kinds), rdf.line_of(path, name)
        yield BadSeed.at(where, f"{name} has {count} classes, not one", f"{name} a {count} classes, pas une", advice)
    for kind in kinds:
        if kind not in vocabulary.entity_classes:
            unknown = curie(str(kind))
            near = suggestion(unknown, map(curie, vocabulary.entity_classes))
            where = rdf.line_of(path, name)
            yield BadSeed.at(where, f"unknown class {unknown}", f"classe inconnue {unknown}", *near)
    if not any(t.predicate == _LABEL and isinstance(t.object, Literal) and t.object.language for t in said):
        advice = Text(en='Add rdfs:label "…"@fr, "…"@en or both.', fr='Ajoutez rdfs:label "…"@fr, "…"@en ou les deux.')
        yield BadSeed.at(rdf.line_of(path, name), f"{name} has no label", f"{name} n'a pas de nom", advice)
    for predicate in sorted({t.predicate for t in said} - vocabulary.registry_properties - {rdf.TYPE}):
        yield _not_for_the_registry(predicate, path, vocabulary)


def _not_for_the_registry(predicate: Iri, path: Path, vocabulary: Vocabulary) -> KgError:
    name = curie(predicate)
    where = rdf.line_of(path, name)
    if predicate not in vocabulary.properties:
        near = suggestion(name, map(curie, vocabulary.properties))
        return BadSeed.at(where, f"unknown term {name}", f"terme inconnu {name}", *near)
    advice = Text(
        en="Say it in the named graph of a passage, in seeds/curated/.",
        fr="Dites-le dans le graphe nommé d'un passage, dans seeds/curated/.",
    )
    en, fr = f"{name} is a statement and has no passage", f"{name} est une affirmation et n'a pas de passage"
    return BadSeed.at(where, en, fr, advice)
