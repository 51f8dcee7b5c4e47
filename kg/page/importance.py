"""How much a graph says of each entity: what is drawn first, and whose name wins a place."""

from __future__ import annotations

from collections import defaultdict

from kg.page import kinds
from kg.page.view import View
from kg.terms import iri

_BONUS: dict[str, float] = {
    kinds.REGION: 40.0,
    iri("rs:RegionalAuthority"): 8.0,
    iri("rs:SpaceAgency"): 8.0,
    iri("rs:FundingEnvelope"): 8.0,
    iri("rs:Strategy"): 8.0,
    iri("rs:Agreement"): 8.0,
    iri("rs:Contribution"): 5.0,
    iri("rs:Cluster"): 4.0,
    iri("schema:Event"): 4.0,
    iri("schema:Place"): -4.0,
    iri("schema:Person"): -1.0,
}


def of(view: View) -> dict[str, float]:
    """Ties, claims and sources of each entity, with a bonus for the kinds that people look for first."""
    ties: defaultdict[str, float] = defaultdict(float)
    sources: defaultdict[str, set[str]] = defaultdict(set)
    for line in view.lines:
        for end in (line.start, line.end):
            ties[end] += 1
            sources[end].update(
                view.passages[p].source
                for s in line.statements
                for c in view.statements[s].claims
                if (p := view.claims[c].passage) is not None
            )
    return {e.iri: ties[e.iri] + 3 * len(sources[e.iri]) + _BONUS.get(e.kind, 0.0) for e in view.entities}
