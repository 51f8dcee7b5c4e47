"""What a store offers at an address: known stores by their paths and their answers, any other by its answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal as OneOf

import httpx

from kg.errors import Refused
from kg.language import Text
from kg.stores import reading, replies
from kg.stores.connection import Connection

Parameter = OneOf["graph", "graph-uri"]
_CLOSED = frozenset({401, 403, 429, 503})


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of a kind of store, after its base address; None where it has no such service.

    `whole`: a single PUT leaves the old graph or the new one, also when the store is killed.
    `values`: numbers are kept by value, not as they were written. `default`: there is a default graph to load into,
    which is not the union of the others.
    `parameter`: what its Graph Store service calls a graph's name.
    """

    kind: str
    query: str
    update: str | None
    graphs: str | None
    whole: bool = False
    values: bool = False
    default: bool = True
    parameter: Parameter = "graph"
    base: str = ".*"


LAYOUTS = (
    Layout(
        *("Virtuoso", "/sparql", "/sparql-auth", "/sparql-graph-crud-auth"),
        values=True,
        default=False,
        parameter="graph-uri",
    ),
    Layout("Oxigraph", "/query", "/update", "/store", whole=True, values=True),
    Layout(
        *("RDF4J", "", "/statements", "/rdf-graphs/service"), whole=True, default=False, base=r".*/repositories/[^/]+"
    ),
    Layout("Fuseki", "/query", "/update", "/data", whole=True),
    Layout("Fuseki", "/sparql", "/update", "/data", whole=True),
    Layout("Stardog", "/query", "/update", "", base=r"/[^/]+"),
    Layout("Neptune", "/sparql", "/sparql", "/sparql/gsp/", default=False),
    Layout("SPARQL", "/sparql", "/sparql", None),
    Layout("SPARQL", "", "", None),
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A store's services, as far as they were found."""

    kind: str
    query: httpx.URL | None
    update: httpx.URL | None
    graphs: httpx.URL | None
    whole: bool = False
    values: bool = False
    default: bool = True
    parameter: Parameter = "graph"
    named: tuple[str, ...] = ()
    """The graph that the address itself names: its IRI, "" for the default graph; nothing where it names none."""


def recognise(connection: Connection) -> Offer:
    """What the store at the connection's address offers; raises Refused where it is no store.

    Only asks: ASK {}, and the head of a default graph.
    """
    url = connection.url
    named, parameter = _named(url)
    bare = url.copy_with(query=None) if named or not url.query else url
    for layout, base in _candidates(bare):
        if found := _confirm(connection, layout, base):
            if named and found.graphs is None and _speaks_graph_store(connection, bare):
                return replace(found, named=named, update=None, graphs=bare, parameter=parameter)
            return replace(found, named=named)
    if named or _speaks_graph_store(connection, bare):
        return Offer("Graph Store", None, None, bare, parameter=parameter, named=named)
    raise _no_store(url)


def _named(url: httpx.URL) -> tuple[tuple[str, ...], Parameter]:
    if "default" in url.params:
        return ("",), "graph"
    if "graph" in url.params:
        return (url.params["graph"],), "graph"
    if "graph-uri" in url.params:
        return (url.params["graph-uri"],), "graph-uri"
    return (), "graph"


def _candidates(url: httpx.URL) -> Iterator[tuple[Layout, httpx.URL]]:
    """Each layout with the base that the address would be of: the longest known path first."""
    path = url.path.rstrip("/")
    seen: set[tuple[Layout, str]] = set()
    for known in (True, False):
        for layout in LAYOUTS:
            for end in (layout.graphs, layout.query, layout.update, "/sparql-graph-crud" if known else ""):
                if end is None or bool(end) is not known or not path.endswith(end.rstrip("/")):
                    continue
                base = path.removesuffix(end.rstrip("/"))
                if (layout, base) not in seen and re.fullmatch(layout.base, base):
                    seen.add((layout, base))
                    yield layout, url.copy_with(path=base or "/")


def _confirm(connection: Connection, layout: Layout, base: httpx.URL) -> Offer | None:
    """The offer of a layout at a base where the store's answers fit; None where they do not."""
    query = _below(base, layout.query)
    if _asked(connection, query) is not (layout.kind == "Virtuoso"):
        return None
    graphs = None if layout.graphs is None else _below(base, layout.graphs)
    if graphs is not None and layout.kind != "Virtuoso" and not _speaks_graph_store(connection, graphs):
        return None
    update = None if layout.update is None else _below(base, layout.update)
    if layout.kind == "Virtuoso" and (connection.access.user or connection.access.bearer):
        query = _below(base, "/sparql-auth")
    return Offer(layout.kind, query, update, graphs, layout.whole, layout.values, layout.default, layout.parameter)


def _below(base: httpx.URL, path: str) -> httpx.URL:
    return base.copy_with(path=base.path.rstrip("/") + path) if path else base


def _asked(connection: Connection, url: httpx.URL) -> bool | None:
    """Whether it is Virtuoso that answers a query there, by its own way of saying yes; None where nothing answers."""
    with connection.open("GET", url.copy_merge_params({"query": "ASK {}"}), accept=reading.RESULTS) as response:
        _welcome(connection, response)
        if not response.is_success or "sparql-results" not in response.headers.get("content-type", ""):
            return None
        return "__ASK_RETVAL" in connection.words(response)


def _welcome(connection: Connection, response: httpx.Response) -> None:
    """Raise Refused where the store is there, and lets nobody in, or nobody now."""
    if response.status_code in _CLOSED:
        connection.insist(response)


def _speaks_graph_store(connection: Connection, url: httpx.URL) -> bool:
    with connection.open("HEAD", url.copy_with(query=b"default"), accept=reading.TRIPLES) as response:
        _welcome(connection, response)
        return response.is_success and not response.headers.get("content-type", "").startswith("text/html")


def _no_store(url: httpx.URL) -> Refused:
    return Refused(
        Text(
            en=f"{replies.place(url)}: something answers there, but it is no triple store that is known here.",
            fr=f"{replies.place(url)} : quelque chose répond, mais ce n'est pas un entrepôt de triplets connu.",
        ),
        Text(
            en="Give its Graph Store endpoint (http://127.0.0.1:7878/store?default) or its SPARQL endpoint.",
            fr="Donnez son service Graph Store (http://127.0.0.1:7878/store?default) ou son service SPARQL.",
        ),
    )
