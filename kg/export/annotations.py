"""The graph in RDF 1.2: each claim annotates its triple, instead of describing it by rdf:Statement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg.export.view import TYPE, Claim, View
from kg.terms import PREFIXES, curie, iri

_SHORT = re.compile(r"[a-z]+:[A-Za-z][A-Za-z0-9_-]*")
_REPLACED = frozenset(iri(f"rdf:{name}") for name in ("subject", "predicate", "object"))
_STATEMENT = ox.NamedNode(iri("rdf:Statement"))


def turtle(view: View) -> bytes:
    """Turtle 1.2: `s p o ~ claim {| … |}`; a claim that is not asserted reifies its triple without asserting it."""
    claims: dict[ox.Triple, list[Claim]] = defaultdict(list)
    for claim in view.claims:
        claims[claim.triple].append(claim)
    own = {claim.iri for claim in view.claims}
    prefixes = (f"@prefix {prefix}: <{PREFIXES[prefix]}> .\n" for prefix in sorted(PREFIXES))
    body = (line for triple in view.triples if triple.subject not in own for line in _annotated(view, triple, claims))
    silent = (line for claim in view.claims if not claim.asserted for line in _reified(view, claim))
    return "".join([*prefixes, "\n", *body, *silent]).encode()


def _annotated(view: View, triple: ox.Triple, claims: Mapping[ox.Triple, Iterable[Claim]]) -> Iterator[str]:
    yield f"{_term(triple.subject)} {_term(triple.predicate)} {_term(triple.object)}"
    for claim in claims.get(triple, ()):
        yield f"\n    ~ {_term(claim.iri)} {{| {_pairs(view, claim)} |}}"
    yield " .\n"


def _reified(view: View, claim: Claim) -> Iterator[str]:
    t = claim.triple
    said = f"<<( {_term(t.subject)} {_term(t.predicate)} {_term(t.object)} )>>"
    yield f"{_term(claim.iri)} rdf:reifies {said} ; {_pairs(view, claim)} .\n"


def _pairs(view: View, claim: Claim) -> str:
    kept = (
        t
        for t in view.about(claim.iri)
        if t.predicate.value not in _REPLACED and not (t.predicate == TYPE and t.object == _STATEMENT)
    )
    return " ; ".join(f"{_term(t.predicate)} {_term(t.object)}" for t in kept)


def _term(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.NamedNode):
        short = curie(term.value)
        return short if _SHORT.fullmatch(short) else str(term)
    if isinstance(term, ox.Triple):
        return f"<<( {term} )>>"
    return str(term)
