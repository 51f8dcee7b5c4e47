"""The formats that the graph can be had in, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kg.export.view import View

Writer = Callable[[View], bytes]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its file suffix, its media type, a title, and where it is written (module, function)."""

    suffix: str
    media_type: str
    title: str
    module: str
    function: str


FORMATS: Mapping[str, Format] = {
    "nt": Format("nt", "application/n-triples", "N-Triples", "syntaxes", "ntriples"),
    "nq": Format("nq", "application/n-quads", "N-Quads, a named graph for each source", "syntaxes", "nquads"),
    "trig": Format("trig", "application/trig", "TriG, a named graph for each source", "syntaxes", "trig"),
    "jsonld": Format("jsonld", "application/ld+json", "JSON-LD", "syntaxes", "jsonld"),
    "rdfxml": Format("rdf", "application/rdf+xml", "RDF/XML", "syntaxes", "rdfxml"),
    "turtle12": Format("ttl", "text/turtle", "Turtle 1.2, claims as annotations", "annotations", "turtle"),
    "graphml": Format("graphml", "application/graphml+xml", "GraphML", "network", "graphml"),
    "gexf": Format("gexf", "application/gexf+xml", "GEXF", "network", "gexf"),
    "csv": Format("csv", "text/csv", "CSV, a row for each fact and claim", "tables", "comma_separated"),
    "parquet": Format("parquet", "application/vnd.apache.parquet", "Parquet, as CSV", "tables", "parquet"),
    "geojson": Format("geojson", "application/geo+json", "GeoJSON, the places", "places", "geojson"),
    "void": Format("ttl", "text/turtle", "VoID and DCAT description, Turtle", "formats", "described"),
}


def write(view: View, name: str) -> bytes:
    """The graph in a format of FORMATS; the library that writes it loads now."""
    from importlib import import_module

    form = FORMATS[name]
    writer: Writer = getattr(import_module(f"kg.export.{form.module}"), form.function)
    return writer(view)


def described(view: View) -> bytes:
    """The description, with the other formats as its distributions."""
    from kg.export import description

    return description.turtle(view, ((n, f.media_type, f.title) for n, f in FORMATS.items() if n != "void"))
