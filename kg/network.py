"""The network that the claims draw: paths between two entities, who is central, who belongs together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

import networkx as nx
from pyoxigraph import NamedNode

from kg import said
from kg.errors import NonConforming
from kg.language import Text
from kg.questions.asking import Asker, rows
from kg.said import Said
from kg.terms import PREFIXES, curie, iri

_KINDS = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX org: <http://www.w3.org/ns/org#>
SELECT ?entity ?kind WHERE {
  VALUES ?kind { skos:Concept rs:Indicator org:Membership rs:Source rs:Region }
  ?entity a ?kind .
}
"""
_COPIES = "SELECT ?copy ?of WHERE { ?copy <https://w3id.org/regional-space/def#copyOf> ?of }"
_ROLE_ENDS = {iri("org:member"), iri("org:organization")}
_SAYS_LITTLE = {iri("skos:Concept"), iri("rs:Indicator"), iri("rs:Source")}
_ID = PREFIXES["id"]


@dataclass(slots=True)
class Link:
    """What ties two entities: the claims, and the independent sources that make them."""

    claims: list[Said] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)

    @property
    def weak(self) -> bool:
        """Whether one source alone says so."""
        return len(self.sources) < 2  # noqa: PLR2004  two sources corroborate


@dataclass(frozen=True, slots=True)
class Network:
    """Entities and the links between them; a person's role is a link, indicators and themes are left aside."""

    graph: nx.Graph

    def link(self, one: str, other: str) -> Link:
        """What ties two neighbours."""
        found: Link = self.graph.edges[one, other]["link"]
        return found


def read(asker: Asker) -> Network:
    """The network of a graph's accepted and disputed claims; copies of one release are one source."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity, kind in rows(asker, _KINDS):
        if isinstance(entity, NamedNode) and isinstance(kind, NamedNode):
            kinds[entity.value].add(kind.value)
    original = {str(c.value): str(o.value) for c, o in rows(asker, _COPIES) if c and o}
    links: dict[tuple[str, str], Link] = defaultdict(Link)
    roles: dict[str, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for claim in said.read(asker):
        other = claim.object.value
        if not isinstance(claim.object, NamedNode) or not other.startswith(_ID) or not claim.status.endswith(
            ("#accepted", "#disputed")
        ):  # fmt: skip
            continue
        if claim.predicate in _ROLE_ENDS:
            roles[claim.subject][other].append(claim)
        elif not (kinds[claim.subject] | kinds[other]) & _SAYS_LITTLE:
            _tie(links, claim.subject, other, [claim], original)
    for ends in roles.values():
        if len(ends) == 2:  # noqa: PLR2004  a person and an organisation
            (one, first), (other, second) = sorted(ends.items())
            _tie(links, one, other, [*first, *second], original)
    graph = nx.Graph()
    for (one, other), link in sorted(links.items(), key=lambda item: item[0]):
        graph.add_edge(one, other, link=link)
    return Network(graph)


def _tie(
    links: dict[tuple[str, str], Link], one: str, other: str, claims: Sequence[Said], original: dict[str, str]
) -> None:
    if one != other:
        link = links[min(one, other), max(one, other)]
        link.claims += claims
        link.sources |= {original.get(c.source, c.source) for c in claims}


def paths(network: Network, one: str, other: str, *, most: int = 3) -> Iterator[list[str]]:
    """The cheapest paths between two entities, best first.

    Passing through a hub costs the logarithm of its degree, so that "both were named once with CNES" comes last; a link
    that several independent sources make is cheaper. Raises NonConforming where none links them.
    """
    graph = network.graph

    def cost(left: str, right: str, _edge: object) -> float:
        hub = (math.log2(graph.degree(left)) + math.log2(graph.degree(right))) / 2
        return (1 + hub) / math.sqrt(len(network.link(left, right).sources))

    for name in (one, other):
        if name not in graph:
            raise NonConforming(
                Text(
                    en=f"No claim links {curie(name)} to anything.",
                    fr=f"Aucune affirmation ne relie {curie(name)} à quoi que ce soit.",
                )
            )
    try:
        yield from islice(nx.shortest_simple_paths(graph, one, other, weight=cost), most)
    except nx.NetworkXNoPath:
        raise NonConforming(
            Text(
                en=f"No chain of claims links {curie(one)} to {curie(other)}.",
                fr=f"Aucune suite d'affirmations ne relie {curie(one)} à {curie(other)}.",
            )
        ) from None


@dataclass(frozen=True, slots=True)
class Central:
    """An entity's place: neighbours, independent sources on its links, share of shortest paths through it."""

    entity: str
    neighbours: int
    sources: int
    betweenness: float


def central(network: Network, *, most: int = 10) -> list[Central]:
    """Who links the most, by independent sources and not by mentions."""
    graph = network.graph
    through = nx.betweenness_centrality(graph)
    found = [
        Central(
            name,
            graph.degree(name),
            len(set().union(*(network.link(name, other).sources for other in graph[name]))),
            round(through[name], 4),
        )
        for name in graph
    ]
    return sorted(found, key=lambda c: (-c.sources, -c.betweenness, c.entity))[:most]


def communities(network: Network) -> list[list[str]]:
    """Groups that hold together more than with others (Louvain, a fixed seed), largest first."""
    weighted = nx.Graph()
    for one, other in network.graph.edges:
        weighted.add_edge(one, other, weight=len(network.link(one, other).sources))
    found = nx.community.louvain_communities(weighted, weight="weight", seed=0)
    return sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
