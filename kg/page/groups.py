"""Which entities belong together: by region where the graph knows regions, else by community."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from kg.model import Literal
from kg.page import kinds
from kg.page.view import View
from kg.terms import iri

BEYOND = "beyond"
"""The group of what acts in several regions, or above them."""
APART = "apart"
"""The group of what nothing ties to a region."""

OTHERS = "others"
"""The group of regions of which little is told."""

_SMALL, _LEAST = 6, 4
_FEW_REGIONS = 8
_DIRECT = tuple(iri(n) for n in ("rs:jurisdiction", "schema:containedInPlace", "schema:location"))
_ABOVE_REGIONS = frozenset(iri(n) for n in ("rs:SpaceAgency", "rs:PublicBody", "schema:Country"))
_ORGANISATIONS = frozenset(iri(n) for n in ("rs:Company", "rs:Cluster", "rs:Association", "rs:ResearchOrganization"))
_PART_OF = frozenset(iri(n) for n in ("rs:partOfFunding", "rs:underAgreement", "rs:fundedBy"))
_ROUNDS = 4


def of(view: View) -> dict[str, str]:
    """The group of each entity that may be drawn: a region's IRI, `BEYOND`, `APART`, or a community's number."""
    drawn = [e.iri for e in view.entities if e.place in ("node", "detail")]
    regions = {e.iri for e in view.entities if e.kind == kinds.REGION and e.place == "node"}
    if not regions:
        return _communities(view, drawn)
    found = _by_region(view, regions)
    at_once = {e.iri for e in view.entities if e.place == "node"}
    return _without_small({subject: found.get(subject, APART) for subject in drawn}, regions, at_once)


def _without_small(found: dict[str, str], regions: set[str], at_once: set[str]) -> dict[str, str]:
    """Regions of which little is told, or little is drawn at once, share one group, where regions are many."""
    told, drawn = Counter(found.values()), Counter(group for subject, group in found.items() if subject in at_once)
    small = {region for region in regions if told[region] < _SMALL or drawn[region] < _LEAST}
    if len(regions) <= _FEW_REGIONS or len(small) < 2:  # noqa: PLR2004  one alone keeps its name
        return found
    return {subject: OTHERS if group in small else group for subject, group in found.items()}


def _by_region(view: View, regions: set[str]) -> dict[str, str]:
    kind = {e.iri: e.kind for e in view.entities}
    found = {region: region for region in sorted(regions)}
    direct: defaultdict[str, list[str]] = defaultdict(list)
    for predicate in _DIRECT:
        for statement in view.statements:
            if statement.predicate == predicate and not isinstance(statement.object, Literal):
                direct[statement.subject].append(statement.object)
    fixed = {subject for subject in kind if kind[subject] in _ABOVE_REGIONS}
    found.update(dict.fromkeys(sorted(fixed), BEYOND))
    for _ in range(_ROUNDS):
        for subject in sorted(direct):
            if subject not in found and (region := next((found[o] for o in direct[subject] if o in found), None)):
                found[subject] = region
    neighbours = _voters(view)
    for _ in range(_ROUNDS):
        found.update(_next_round(kind, neighbours, found))
    return found


def _next_round(
    kind: Mapping[str, str], neighbours: Mapping[str, list[str]], found: Mapping[str, str]
) -> dict[str, str]:
    """What the neighbours say: the region of most of them; an organisation tied to two regions is beyond them."""
    added: dict[str, str] = {}
    for subject in sorted(kind):
        if subject in found:
            continue
        votes = Counter(found[n] for n in neighbours.get(subject, ()) if n in found)
        regional = Counter({group: n for group, n in votes.items() if group not in (BEYOND, APART)})
        if not regional:
            if votes[BEYOND]:
                added[subject] = BEYOND
            continue
        several = len(regional) > 1 and kind[subject] in _ORGANISATIONS
        added[subject] = BEYOND if several else min(regional, key=lambda group: (-regional[group], group))
    return added


def _voters(view: View) -> dict[str, list[str]]:
    """Neighbours whose region says something of one's own: a nation's plan is not of the region of its part."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in view.lines:
        said = [view.statements[s] for s in line.statements]
        for one, other in ((line.start, line.end), (line.end, line.start)):
            if not all(s.predicate in _PART_OF and s.object == one for s in said):
                found[one].append(other)
    return found


def _communities(view: View, drawn: list[str]) -> dict[str, str]:
    import networkx as nx

    number = {subject: n for n, subject in enumerate(drawn)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(drawn)))
    graph.add_edges_from((number[line.start], number[line.end]) for line in view.lines)
    parts = [sorted(part) for part in nx.community.louvain_communities(graph, seed=1)]
    alone = sorted(part[0] for part in parts if len(part) == 1)
    together = sorted((part for part in parts if len(part) > 1), key=lambda part: (-len(part), part[0]))
    found = {drawn[n]: f"c{order:04}" for order, part in enumerate(together) for n in part}
    return found | {drawn[n]: APART for n in alone}
