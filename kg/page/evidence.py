"""Who says what, where: claims, passages and sources read from the graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import Literal
from kg.page import names
from kg.page.rdf import Rdf, Term
from kg.page.view import Claim, Passage, Source
from kg.terms import iri

_STATEMENT = iri("rdf:Statement")
_SUBJECT, _PREDICATE, _OBJECT = iri("rdf:subject"), iri("rdf:predicate"), iri("rdf:object")


@dataclass(slots=True)
class Testimony:
    """Claims by triple, with the passages and sources that they rest on."""

    claims: list[Claim] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    sources: dict[str, Source] = field(default_factory=dict)
    by_triple: dict[tuple[str, str, Term], list[int]] = field(default_factory=dict)


def read(rdf: Rdf) -> Testimony:
    """All claims of a graph, in the order of their names."""
    found = Testimony()
    seen: dict[str, int] = {}
    for subject in rdf.by_subject:
        if iri("rs:Source") in rdf.types(subject):
            found.sources[subject] = source(rdf, subject)
    for subject in rdf.by_subject:
        if _STATEMENT not in rdf.types(subject):
            continue
        triple = _triple(rdf, subject)
        if triple is None:
            continue
        for evidence in tuple(rdf.resources(subject, iri("rs:evidence"))) or (None,):
            passage = None if evidence is None else _place(rdf, evidence, found, seen)
            found.by_triple.setdefault(triple, []).append(len(found.claims))
            found.claims.append(_claim(rdf, subject, passage))
    return found


def source(rdf: Rdf, subject: str) -> Source:
    """A document's record."""
    address = rdf.objects(subject, iri("schema:url"))
    published = next((o for o in rdf.objects(subject, iri("schema:datePublished")) if isinstance(o, Literal)), None)
    basis = rdf.objects(subject, iri("rs:dateBasis"))
    return Source(
        iri=subject,
        title=names.of(rdf, subject).best(),
        publisher=rdf.resource(subject, iri("schema:publisher")),
        published=published,
        basis=_local(basis[0]).removeprefix("date").lower() if basis else ("stated" if published else "unknown"),
        notes=tuple(_literals(rdf, subject, "rs:note")),
        url=next((_plain(o) for o in address), None),
        language=rdf.text(subject, iri("schema:inLanguage")),
        copy_of=rdf.resource(subject, iri("rs:copyOf")),
    )


def _triple(rdf: Rdf, subject: str) -> tuple[str, str, Term] | None:
    s, p = rdf.resource(subject, _SUBJECT), rdf.resource(subject, _PREDICATE)
    objects = rdf.objects(subject, _OBJECT)
    return (s, p, objects[0]) if s and p and objects else None


def _claim(rdf: Rdf, subject: str, passage: int | None) -> Claim:
    return Claim(
        passage=passage,
        asserted_by=rdf.resource(subject, iri("rs:assertedBy")),
        mode=_value(rdf, subject, "rs:mode", "stated"),
        status=_value(rdf, subject, "rs:status", "accepted"),
        method=_value(rdf, subject, "rs:method", "curated"),
        direct_quotation=_value(rdf, subject, "rs:directQuotation", "false") in ("true", "1"),
        confidence=rdf.text(subject, iri("rs:confidence")),
        rule=rdf.resource(subject, iri("rs:derivation")),
        anchor=next(_literals(rdf, subject, "rs:anchor"), None),
        alternatives=tuple(_literals(rdf, subject, "rs:alternative")),
        notes=tuple(_literals(rdf, subject, "rs:note")),
    )


def _place(rdf: Rdf, evidence: str, found: Testimony, seen: dict[str, int]) -> int | None:
    if evidence in seen:
        return seen[evidence]
    where = rdf.resource(evidence, iri("oa:hasSource"))
    if where is None:
        return None
    selectors = (evidence, *rdf.resources(evidence, iri("oa:hasSelector")))

    def said(name: str) -> str | None:
        return next((text for s in selectors if (text := rdf.text(s, iri(name))) is not None), None)

    found.sources.setdefault(where, source(rdf, where))
    start, end = said("oa:start"), said("oa:end")
    passage = Passage(
        source=where,
        prefix=said("oa:prefix") or "",
        exact=said("oa:exact") or "",
        suffix=said("oa:suffix") or "",
        start=int(start) if start and start.isdigit() else None,
        end=int(end) if end and end.isdigit() else None,
    )
    seen[evidence] = len(found.passages)
    found.passages.append(passage)
    return seen[evidence]


def _value(rdf: Rdf, subject: str, name: str, otherwise: str) -> str:
    values = rdf.objects(subject, iri(name))
    return _local(values[0]) if values else otherwise


def _literals(rdf: Rdf, subject: str, name: str) -> Iterator[Literal]:
    return (o for o in rdf.objects(subject, iri(name)) if isinstance(o, Literal))


def _plain(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


def _local(term: Term) -> str:
    return _plain(term).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
