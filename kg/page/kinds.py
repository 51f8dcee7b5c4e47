"""What kind of thing a resource is, and whether it is drawn, drawn on demand, or never drawn."""

from __future__ import annotations

from typing import Literal

from kg.page.rdf import Rdf
from kg.terms import PREFIXES, iri

Place = Literal["node", "detail", "bare", "never"]

RESOURCE = iri("rdfs:Resource")
REGION = iri("rs:Region")
MEMBERSHIP = iri("org:Membership")
SOURCE = iri("rs:Source")

_KINDS = tuple(
    iri(name)
    for name in [
        "rs:Region",
        "rs:RegionalAuthority",
        "rs:LocalAuthority",
        "rs:SpaceAgency",
        "rs:PublicBody",
        "rs:Company",
        "rs:Cluster",
        "rs:Association",
        "rs:ResearchOrganization",
        "rs:FundingEnvelope",
        "rs:Contribution",
        "rs:Investment",
        "rs:Contract",
        "rs:Agreement",
        "rs:Strategy",
        "schema:EventSeries",
        "schema:Event",
        "rs:Facility",
        "rs:Constellation",
        "rs:Launcher",
        "rs:Satellite",
        "rs:Programme",
        "rs:Indicator",
        "rs:Source",
        "org:Membership",
        "schema:Person",
        "schema:Photograph",
        "schema:Country",
        "schema:City",
        "schema:Place",
        "skos:ConceptScheme",
        "skos:Concept",
        "rs:Funding",
        "rs:Asset",
        "org:Organization",
    ]
)
_DETAIL = frozenset(
    iri(n) for n in ("rs:Indicator", "skos:Concept", "skos:ConceptScheme", "schema:Photograph", "rs:Source")
)
_NEVER = frozenset(
    iri(name)
    for name in [
        "org:Membership",
        "rdf:Statement",
        "rs:Claim",
        "rs:Decision",
        "oa:SpecificResource",
        "oa:TextQuoteSelector",
        "oa:TextPositionSelector",
        "oa:Annotation",
        "prov:Activity",
        "prov:SoftwareAgent",
        "owl:Ontology",
        "owl:Class",
        "rdfs:Class",
        "rdf:Property",
        "owl:ObjectProperty",
        "owl:DatatypeProperty",
        "owl:AnnotationProperty",
        "owl:FunctionalProperty",
        "rdfs:Datatype",
        "sh:NodeShape",
        "sh:PropertyShape",
        "void:Dataset",
        "dcat:Dataset",
        "dcat:Distribution",
    ]
)
_OURS = tuple(kind for kind in _KINDS if "/regional-space/" in kind)
_ABOVE = iri("rdfs:subClassOf")


def ours(rdf: Rdf) -> bool:
    """Whether a graph has entities in the contract's terms; another is drawn whole, without guesses."""
    return any(kind in _OURS for subject in rdf.by_subject for kind in rdf.types(subject))


def kind(rdf: Rdf, subject: str) -> str:
    """The class to show: the contract's where there is one, else the most specific one, else a bare resource."""
    types = rdf.types(subject)
    for known in _KINDS:
        if known in types:
            return known
    above = {upper for t in types for upper in rdf.resources(t, _ABOVE) if upper != t}
    specific = [t for t in types if t not in above]
    return min(specific or types, default=RESOURCE)


def place(rdf: Rdf, subject: str, *, contract: bool) -> Place:
    """Whether the page draws a resource as a node."""
    types = rdf.types(subject)
    if any(t in _NEVER for t in types):
        return "never"
    if not contract:
        return "node"
    if not types or subject.startswith(PREFIXES["rs"]):
        return "never"
    if iri("schema:Dataset") in types:
        return "bare"
    return "detail" if any(t in _DETAIL for t in types) else "node"
