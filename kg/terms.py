"""Names of terms: the namespaces, short names to IRIs and back."""

from __future__ import annotations

from collections.abc import Mapping

from kg.model import Iri

PREFIXES: Mapping[str, str] = {
    "rs": "https://w3id.org/regional-space/def#",
    "id": "https://w3id.org/regional-space/id/",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "qb": "http://purl.org/linked-data/cube#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "time": "http://www.w3.org/2006/time#",
    "cv": "http://data.europa.eu/m8g/",
    "legal": "http://www.w3.org/ns/legal#",
    "igeo": "http://rdf.insee.fr/def/geo#",
    "eurio": "http://data.europa.eu/s66#",
    "frapo": "http://purl.org/cerif/frapo/",
}


def iri(curie: str) -> Iri:
    """The IRI of a short name.

    >>> iri("schema:funder")
    'https://schema.org/funder'

    Raises KeyError for a prefix that is not ours.
    """
    prefix, _, local = curie.partition(":")
    return Iri(PREFIXES[prefix] + local)


def curie(name: str) -> str:
    """The short name of an IRI, or the IRI in angle brackets where no prefix fits.

    >>> curie("https://schema.org/funder")
    'schema:funder'
    """
    for prefix, namespace in PREFIXES.items():
        if name.startswith(namespace):
            local = name.removeprefix(namespace)
            if local and "/" not in local and "#" not in local:
                return f"{prefix}:{local}"
    return f"<{name}>"
