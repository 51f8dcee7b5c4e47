"""A graph read into what the page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.model import Literal
from kg.page import evidence, kinds, names
from kg.page.conflicts import disputed_properties
from kg.page.rdf import TYPE, Rdf, Term
from kg.page.view import Entity, Line, Statement, View
from kg.terms import curie, iri

_CODES = tuple(iri(n) for n in ("rs:nutsCode", "rs:inseeCode", "rs:isoCode", "rs:siren"))
_SILENT = frozenset((TYPE, *names.LABELS, *names.ALIASES, *_CODES, iri("dcterms:source")))
_MEMBER, _ORGANIZATION = iri("org:member"), iri("org:organization")
_AMOUNT = iri("schema:amount")
REGISTRY = frozenset(
    iri(n)
    for n in ("schema:containedInPlace", "rs:jurisdiction", "dcterms:source", "skos:exactMatch", "schema:publisher")
)
"""What the registry says of an entity: no source tells of it by that alone."""
_WITHIN = frozenset((iri("schema:containedInPlace"), iri("rs:jurisdiction")))
_DATASETS = frozenset((iri("void:Dataset"), iri("dcat:Dataset")))
_PROVENANCE = frozenset((iri("dcterms:source"), iri("schema:publisher")))
_DATES = tuple(
    iri(n)
    for n in ("schema:startDate", "rs:signedOn", "rs:adoptedOn", "rs:asOf", "schema:datePublished", "schema:endDate")
)


def read(rdf: Rdf, *, with_evidence: bool = True) -> View:
    """All that a graph says, ready to be laid out; --no-evidence leaves claims and passages out."""
    contract = kinds.ours(rdf)
    testimony = evidence.read(rdf)
    entities = {e.iri: e for e in _entities(rdf, testimony, contract=contract)}
    statements = tuple(_statements(rdf, entities, testimony))
    if contract:
        entities = _without_bare(entities, statements)
    used = {s.predicate for s in statements} | {e.kind for e in entities.values()}
    used |= {str(s.object) for s in statements if s.object in rdf.by_subject and s.object not in entities}
    used |= {c.rule for c in testimony.claims if c.rule}
    return View(
        entities=tuple(entities.values()),
        statements=statements if with_evidence else tuple(_bare(statements)),
        claims=tuple(testimony.claims) if with_evidence else (),
        passages=tuple(testimony.passages) if with_evidence else (),
        sources=tuple(testimony.sources[s] for s in sorted(testimony.sources)),
        lines=tuple(_lines(entities, statements)),
        terms={t: names.of_term(rdf, t) for t in sorted(used)},
    )


def licence(rdf: Rdf) -> str | None:
    """The licence that a graph gives itself."""
    datasets = (s for s in rdf.by_subject if set(rdf.types(s)) & _DATASETS)
    return next((found for s in datasets for found in rdf.resources(s, iri("dcterms:license"))), None)


def _entities(rdf: Rdf, testimony: evidence.Testimony, *, contract: bool) -> Iterator[Entity]:
    roles = {s for s in rdf.by_subject if kinds.MEMBERSHIP in rdf.types(s)}
    found = {s: kinds.place(rdf, s, contract=contract) for s in rdf.by_subject}
    drawn = {s: place for s, place in found.items() if place != "never" or s in roles}
    drawn.update(dict.fromkeys(testimony.sources, "detail"))
    if not contract:
        drawn.update(dict.fromkeys(_mentioned(rdf, drawn, found), "node"))
    for subject in sorted(drawn):
        yield Entity(
            iri=subject,
            kind=kinds.SOURCE if subject in testimony.sources else kinds.kind(rdf, subject),
            names=names.of(rdf, subject),
            aliases=names.aliases(rdf, subject),
            codes=tuple((curie(p), o.value) for p in _CODES for o in rdf.objects(subject, p) if isinstance(o, Literal)),
            place=drawn[subject],
            date=next((t for p in _DATES if (t := rdf.text(subject, p))), None),
            amount=_number(rdf.text(subject, _AMOUNT)),
        )


def _without_bare(entities: dict[str, Entity], statements: Iterable[Statement]) -> dict[str, Entity]:
    """Entities of which the registry alone speaks are named and found, but not drawn."""
    told: set[str] = set()
    for s in statements:
        if s.asserted and (s.predicate not in REGISTRY or s.claims) and entities[s.subject].kind != kinds.SOURCE:
            told.add(s.subject)
            if not isinstance(s.object, Literal):
                told.add(s.object)
    within = {s.subject: str(s.object) for s in statements if s.predicate in _WITHIN}
    for subject in sorted(told):
        while (subject := within.get(subject, "")) and subject not in told:
            told.add(subject)
    return {i: replace(e, place="bare") if e.place == "node" and i not in told else e for i, e in entities.items()}


def _mentioned(rdf: Rdf, drawn: Iterable[str], known: Iterable[str]) -> set[str]:
    """Resources that others point to and that the graph itself does not describe."""
    described = set(known)
    return {
        str(o)
        for subject in drawn
        for predicate, objects in rdf.by_subject[subject].items()
        if predicate != TYPE
        for o in objects
        if not isinstance(o, Literal) and o not in described
    }


def _statements(rdf: Rdf, entities: Iterable[str], testimony: evidence.Testimony) -> Iterator[Statement]:
    known = set(entities)
    waiting = dict(testimony.by_triple)
    for subject in sorted(known.intersection(rdf.by_subject)):
        if subject in testimony.sources:
            continue
        disputed = disputed_properties(rdf, subject)
        for predicate, objects in rdf.by_subject[subject].items():
            for o in objects:
                claims = tuple(waiting.pop((subject, predicate, o), ()))
                if predicate in _SILENT and not (claims and predicate != TYPE):
                    continue
                doubt = predicate in disputed or any(testimony.claims[c].status == "disputed" for c in claims)
                yield Statement(subject, predicate, _object(o), claims, disputed=doubt)
    for (subject, predicate, o), indices in waiting.items():
        if subject in known and predicate != TYPE:
            yield Statement(subject, predicate, _object(o), tuple(indices), asserted=False)


def _lines(entities: dict[str, Entity], statements: tuple[Statement, ...]) -> Iterator[Line]:
    """One line for each two entities that statements tie, a role standing for its person and organisation."""
    ties: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    roles: defaultdict[str, list[int]] = defaultdict(list)
    for number, statement in enumerate(statements):
        if entities[statement.subject].kind == kinds.MEMBERSHIP:
            roles[statement.subject].append(number)
        elif (
            statement.asserted
            and statement.predicate not in _PROVENANCE
            and (end := _drawn(entities, statement.object))
            and end != statement.subject
        ):
            ties[_pair(statement.subject, end)].append(number)
    for numbers in roles.values():
        ends = {
            p: [e for n in numbers if statements[n].predicate == p and (e := _drawn(entities, statements[n].object))]
            for p in (_MEMBER, _ORGANIZATION)
        }
        for person in ends[_MEMBER]:
            for organisation in ends[_ORGANIZATION]:
                ties[_pair(person, organisation)].extend(numbers)
    for (start, end), numbers in sorted(ties.items()):
        yield Line(start, end, tuple(numbers))


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def _drawn(entities: dict[str, Entity], term: str | Literal) -> str | None:
    if isinstance(term, Literal):
        return None
    entity = entities.get(term)
    return term if entity is not None and entity.place in ("node", "detail") else None


def _object(term: Term) -> str | Literal:
    return term if isinstance(term, Literal) else str(term)


def _bare(statements: Iterable[Statement]) -> Iterator[Statement]:
    return (Statement(s.subject, s.predicate, s.object, disputed=s.disputed) for s in statements if s.asserted)


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
