"""Identifiers for what frames name: the registry's own where a name is linked, else those of candidates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.naming import Finder
from kg.extraction.slugs import slug
from kg.model import Iri, Literal, Triple
from kg.terms import PREFIXES, iri

_ORGANISATIONS = {
    "agency": "rs:SpaceAgency",
    "public": "rs:PublicBody",
    "cluster": "rs:Cluster",
    "association": "rs:Association",
    "research": "rs:ResearchOrganization",
    "press": "schema:NewsMediaOrganization",
}
_ASSETS = {
    "constellation": "rs:Constellation",
    "satellite": "rs:Satellite",
    "launcher": "rs:Launcher",
    "programme": "rs:Programme",
    "facility": "rs:Facility",
}
_PLACES = {"region": "rs:Region", "country": "schema:Country", "commune": "schema:City", "city": "schema:City"}
_PREFIX = {
    "P": "person", "O": "org", "L": "place", "F": "asset", "S": "asset", "E": "event", "T": "strategy", "X": "org",
}  # fmt: skip


class Names:
    """The identifiers of one document, and the entities that it introduces as candidates.

    A name that is only like a known one stays a candidate unless `proposing`: then the likeness is proposed too.
    """

    def __init__(self, document: Document, *, proposing: bool = False) -> None:
        self._of = document.name
        self._document = document
        self._proposing = proposing
        self._classes: dict[Iri, tuple[Iri, str]] = {}
        self._found = Finder(document)

    def of(self, filler: Filler, *, wanted: str = "") -> Iri | None:
        """The identifier of what a filler names; None for words that name nothing that can be told."""
        link = filler.link
        if link is not None and (link.certain or (self._proposing and link.proposed)):
            return link.entity.iri
        mention = self._found.mention(filler)
        if mention is None and not wanted:
            return None
        prefix, kind = self._kind(mention, wanted)
        return self.new(prefix, kind, str(filler.value))

    def proposes(self, filler: Filler) -> bool:
        """Whether what a filler names is taken for a known thing by likeness alone."""
        return self._proposing and filler.link is not None and filler.link.proposed and not filler.link.certain

    def body(self, mention: Mention) -> Filler:
        """A person or body that speaks, as a filler."""
        return self._found.body(mention)

    def publisher(self, name: str) -> Iri:
        """The identifier of whoever published the document."""
        known = self._document.known.index.named(name)
        return known.iri if known is not None else self.new("org", "schema:NewsMediaOrganization", name)

    def new(self, prefix: str, kind: str, label: str) -> Iri:
        """A candidate of this document, introduced with its class and label."""
        name = iri(f"id:{prefix}-{slug(label)}-{self._of}")
        self._classes.setdefault(name, (iri(kind), label))
        return name

    def introduced(self) -> Iterator[Triple]:
        """Class and label of every candidate."""
        for name, (kind, label) in sorted(self._classes.items()):
            yield Triple(name, iri("rdf:type"), kind)
            yield Triple(name, Iri(PREFIXES["rdfs"] + "label"), Literal(label, language=self._document.language))

    @staticmethod
    def _kind(mention: Mention | None, wanted: str) -> tuple[str, str]:
        if mention is None:
            return wanted, {
                "place": "schema:Place",
                "event": "schema:Event",
                "strategy": "rs:Strategy",
                "asset": "rs:Facility",
            }.get(wanted, "rs:Company")
        if mention.kind == "O" and mention.sort == "authority":
            regional = re.match(r"Région|Conseil régional|Collectivité territoriale", mention.name)
            return ("council", "rs:RegionalAuthority") if regional else ("local", "rs:LocalAuthority")
        if mention.kind in "OX":
            return "org", _ORGANISATIONS.get(mention.sort, "rs:Company")
        if mention.kind in "SF":
            return "asset", _ASSETS.get(mention.sort, "rs:Facility")
        if mention.kind == "L":
            return ("region" if mention.sort == "region" else "place"), _PLACES.get(mention.sort, "schema:Place")
        kinds = {"P": "schema:Person", "E": "schema:Event", "T": "rs:Strategy"}
        return _PREFIX[mention.kind], kinds.get(mention.kind, "schema:Thing")
