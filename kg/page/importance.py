"""How much a graph says of each entity: what is drawn first, and whose name wins a place."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

from kg.page import kinds
from kg.page.view import Entity, View
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


def step(weight: float) -> int:
    """The weight in steps of an eighth: a source more or less seldom changes it, so that the picture stays."""
    return round(math.log(max(weight, 0.0) + _GROUND, _STEP))


_GROUND, _STEP = 6.0, 1.125
_FIRST = tuple(
    frozenset(map(iri, names))
    for names in (
        ("rs:SpaceAgency", "rs:Company", "rs:Cluster", "rs:ResearchOrganization"),
        ("rs:FundingEnvelope", "rs:Contribution", "rs:Investment", "rs:Contract"),
        ("schema:Event",),
        ("rs:Strategy", "rs:Agreement"),
        ("rs:RegionalAuthority",),
    )
)


def varied(members: Sequence[Entity], middle: str) -> list[str]:
    """The same members, the foremost of each sort in front: who acts, with what money, when, by which deal."""
    front = [e.iri for e in members if e.iri == middle]
    for sort in _FIRST:
        among = [e for e in members if e.kind in sort and e.place == "node" and e.iri not in front]
        front += [e.iri for e in sorted(among, key=lambda e: -(e.amount or 0))[:1]]
    return front + [e.iri for e in members if e.iri not in front]
