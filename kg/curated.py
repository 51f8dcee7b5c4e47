"""Curated and extracted files: each named graph is one passage, each of its triples a claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import cast

from kg import files, passages, rdf, registry
from kg.described import described_source
from kg.errors import BadSeed, KgError
from kg.language import Text
from kg.model import Claim, Derivation, Document, Entity, Evidence, Iri, Literal, Method, Mode, Status, Triple
from kg.names import suggestion
from kg.terms import PREFIXES, curie, iri
from kg.vocabulary import Vocabulary

_SOURCE = iri("oa:hasSource")
_PASSAGE = {iri(f"oa:{name}") for name in ("hasSource", "exact", "prefix", "suffix", "start", "end")} | {
    iri(f"rs:{name}")
    for name in (
        "assertedBy", "mode", "status", "directQuotation", "derivation", "anchor", "alternative", "note", "confidence",
    )
}  # fmt: skip
_CLOSED = {
    iri("rs:mode"): ("stated", "planned", "ambition", "selfClaim"),
    iri("rs:status"): ("accepted", "disputed", "superseded", "rejected", "proposed"),
}
_NEED_ANCHOR = {iri("rs:relativeDate"), iri("rs:yearFromPublication")}

Said = Mapping[Iri, Sequence[Iri | Literal]]


@dataclass(frozen=True, slots=True)
class Curated:
    """What one file says: the entities that it introduces, its claims, and the mistakes found."""

    path: Path
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    errors: tuple[KgError, ...]
    document: Document | None = None


def read_all(
    folder: Path, method: Method, documents: Mapping[Iri, Document], vocabulary: Vocabulary
) -> Iterator[Curated]:
    """Every file of `seeds/curated/` or `seeds/extracted/`."""
    for path in files.find(folder, "*.trig"):
        yield read(path, method, documents, vocabulary)


def read(path: Path, method: Method, documents: Mapping[Iri, Document], vocabulary: Vocabulary) -> Curated:
    """One file; a mistake in one passage does not hide those of the others."""
    try:
        described, stated = _graphs(path)
        document = described_source(described, path) if method == "extracted" else None
    except KgError as error:
        return Curated(path, (), (), (error,))
    if document:
        documents = {**documents, document.iri: document}
    errors: list[KgError] = []
    claims: list[Claim] = []
    names = {t.subject for t in described if t.predicate in (_SOURCE, iri("oa:exact"))}
    own = [t for t in described if t.subject not in names and not (document and t.subject == document.iri)]
    default = document.iri if document else iri(f"id:src-{path.stem}")
    entities, mistakes = registry.introduced(own, path, vocabulary, source=default)
    errors += mistakes
    entities = [replace(entity, method=method) for entity in entities]
    for name in sorted(names | set(stated)):
        about: dict[Iri, list[Iri | Literal]] = defaultdict(list)
        for t in described:
            if t.subject == name:
                about[t.predicate].append(t.object)
        try:
            claims += _claims(_Passage(name, about, path, method), stated.get(name, ()), documents, vocabulary)
        except KgError as error:
            errors.append(error)
    return Curated(path, tuple(entities), tuple(claims), tuple(errors), document)


def unknown_entities(file: Curated, known: Collection[Iri]) -> Iterator[KgError]:
    """An error for each name in the file's claims that nothing introduces."""
    used = {
        name: None
        for claim in file.claims
        for name in (claim.triple.subject, claim.triple.object, claim.asserted_by)
        if not isinstance(name, Literal) and name.startswith(PREFIXES["id"]) and name not in known
    }
    for name in map(curie, used):
        near = suggestion(name, map(curie, known))
        advice = Text(en="Or introduce it in seeds/registry/.", fr="Ou introduisez-la dans seeds/registry/.")
        where = rdf.line_of(file.path, name)
        yield BadSeed.at(where, f"unknown entity {name}", f"entité inconnue {name}", *near, advice)


@dataclass(frozen=True, slots=True)
class _Passage:
    """What the default graph says of one named graph."""

    name: Iri
    said: Said
    path: Path
    method: Method

    @property
    def where(self) -> str:
        return rdf.line_of(self.path, curie(self.name))

    def one(self, term: str) -> Iri | Literal | None:
        """The value of a term that may be said once."""
        values = self.said.get(iri(term), ())
        if len(values) > 1:
            raise self.mistake(f"{term} is said {len(values)} times", f"{term} est dit {len(values)} fois")
        return values[0] if values else None

    def text(self, term: str) -> str:
        """The words of a term, empty where it is not said."""
        value = self.one(term)
        return value.value if isinstance(value, Literal) else (value or "")

    def closed(self, term: str, default: str) -> str:
        """The local name of a value out of a closed set."""
        value = self.one(term)
        if value is None:
            return default
        local = str(value).removeprefix(PREFIXES["rs"])
        allowed = _CLOSED[iri(term)]
        if local not in allowed:
            choice = ", ".join(f"rs:{a}" for a in allowed)
            raise self.mistake(f"{term} is none of {choice}", f"{term} n'est pas parmi {choice}")
        return local

    def mistake(self, en: str, fr: str, *advice: Text) -> BadSeed:
        """A mistake in this passage."""
        local = self.name.rsplit("/", 1)[-1]
        return BadSeed.at(self.where, f"passage {local}: {en}", f"passage {local} : {fr}", *advice)


def _graphs(path: Path) -> tuple[list[Triple], dict[Iri, list[Triple]]]:
    described: list[Triple] = []
    stated: dict[Iri, list[Triple]] = defaultdict(list)
    for graph, triple in rdf.read(path):
        (described if graph is None else stated[graph]).append(triple)
    return described, stated


def _claims(
    passage: _Passage, stated: Sequence[Triple], documents: Mapping[Iri, Document], vocabulary: Vocabulary
) -> Iterator[Claim]:
    _check(passage, stated, documents)
    document = documents[cast("Iri", passage.one("oa:hasSource"))]
    evidence = _located(passage, document)
    asserted_by = passage.one("rs:assertedBy") or document.publisher
    default = "accepted" if passage.method == "curated" else "proposed"
    for triple in stated:
        _check_terms(triple, passage, vocabulary)
        yield Claim(
            triple=triple,
            evidence=evidence,
            asserted_by=Iri(str(asserted_by)),
            mode=cast("Mode", passage.closed("rs:mode", "stated")),
            status=cast("Status", passage.closed("rs:status", default)),
            method=passage.method,
            direct_quotation=passage.text("rs:directQuotation") == "true",
            derivation=_derivation(passage),
            confidence=_confidence(passage),
            notes=tuple(n for n in passage.said.get(iri("rs:note"), ()) if isinstance(n, Literal)),
        )


def _located(passage: _Passage, document: Document) -> Evidence:
    exact, between = passage.text("oa:exact"), (passage.text("oa:prefix"), passage.text("oa:suffix"))
    if document.text is not None:
        return passages.locate(document, exact, name=passage.name, path=passage.path, between=between)
    start, end = passage.text("oa:start"), passage.text("oa:end")
    if not (
        start.isdecimal() and end.isdecimal() and int(end) - int(start) == len(exact) and int(end) <= document.length
    ):
        raise passage.mistake(
            f"oa:start {start} and oa:end {end} do not span its words in a text of {document.length} characters",
            f"oa:start {start} et oa:end {end} n'encadrent pas ses mots dans un texte de {document.length} caractères",
        )
    return Evidence(passage.name, document.iri, exact, *between, int(start), int(end))


def _confidence(passage: _Passage) -> Decimal | None:
    text = passage.text("rs:confidence")
    if text and not re.fullmatch(r"0(\.\d+)?|1(\.0+)?", text):
        raise passage.mistake(
            f"rs:confidence is not from 0 to 1: {text}", f"rs:confidence n'est pas entre 0 et 1 : {text}"
        )
    return Decimal(text) if text else None


def _check(passage: _Passage, stated: Sequence[Triple], documents: Mapping[Iri, Document]) -> None:
    for predicate in sorted(set(passage.said) - _PASSAGE):
        name = curie(predicate)
        raise passage.mistake(f"unknown term {name}", f"terme inconnu {name}", *suggestion(name, map(curie, _PASSAGE)))
    source = passage.one("oa:hasSource")
    if source is None:
        advice = Text(en="Say oa:hasSource in the default graph.", fr="Dites oa:hasSource dans le graphe par défaut.")
        raise passage.mistake("no document is named", "aucun document n'est nommé", advice)
    if source not in documents:
        near = suggestion(curie(str(source)), map(curie, documents))
        raise passage.mistake(f"unknown document {curie(str(source))}", f"document inconnu {curie(str(source))}", *near)
    if not stated:
        raise passage.mistake("it states nothing", "il n'affirme rien")


def _check_terms(triple: Triple, passage: _Passage, vocabulary: Vocabulary) -> None:
    name = curie(triple.predicate)
    if triple.predicate not in vocabulary.properties:
        where = rdf.line_of(passage.path, name)
        near = suggestion(name, map(curie, vocabulary.properties))
        raise BadSeed.at(where, f"unknown term {name}", f"terme inconnu {name}", *near)
    if triple.predicate in vocabulary.registry_properties:
        where = rdf.line_of(passage.path, name)
        advice = Text(en="Say it in seeds/registry/.", fr="Dites-le dans seeds/registry/.")
        raise BadSeed.at(where, f"{name} belongs to the registry", f"{name} relève du registre", advice)
    value = str(triple.object)
    if not isinstance(triple.object, Literal) and value.startswith(PREFIXES["rs"]) and value not in vocabulary.terms:
        near = suggestion(curie(value), map(curie, vocabulary.terms))
        where = rdf.line_of(passage.path, curie(value))
        raise BadSeed.at(where, f"unknown term {curie(value)}", f"terme inconnu {curie(value)}", *near)


def _derivation(passage: _Passage) -> Derivation | None:
    rule = passage.one("rs:derivation")
    if rule is None:
        return None
    anchor = passage.one("rs:anchor")
    if rule in _NEED_ANCHOR and anchor is None:
        advice = Text(en="Add rs:anchor, the date it starts from.", fr="Ajoutez rs:anchor, la date de départ.")
        raise passage.mistake(f"{curie(str(rule))} has no anchor", f"{curie(str(rule))} n'a pas d'ancre", advice)
    alternatives = tuple(a for a in passage.said.get(iri("rs:alternative"), ()) if isinstance(a, Literal))
    return Derivation(Iri(str(rule)), anchor if isinstance(anchor, Literal) else None, alternatives)
