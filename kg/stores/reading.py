"""A store's answer as rows, a boolean or triples: read whole before any of it is shown, so that none is half."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from typing import IO

import httpx
import pyoxigraph as ox

from kg.answers import Boolean, Row, Rows, Triples, of_oxigraph
from kg.errors import Refused
from kg.language import Text
from kg.stores import replies, spelling
from kg.stores.connection import Connection

RESULTS = "application/sparql-results+json, application/sparql-results+xml;q=0.9"
TRIPLES = "application/n-triples, text/turtle;q=0.8, application/rdf+xml;q=0.5"
_IN_MEMORY = 16_000_000
_ASK_IN_VIRTUOSO = "__ASK_RETVAL"
_ROWS = Text(en="the result of a query", fr="le résultat d'une requête")
_GRAPH = Text(en="RDF triples", fr="des triplets RDF")


def result(connection: Connection, response: httpx.Response) -> Rows | Boolean:
    """What SELECT or ASK answered; raises Refused where the response holds something else or breaks off."""
    connection.insist(response)
    media_type = _media_type(response)
    syntax = ox.QueryResultsFormat.from_media_type(media_type)
    if syntax not in (ox.QueryResultsFormat.JSON, ox.QueryResultsFormat.XML):
        raise replies.not_rdf(response.url, media_type, _ROWS)
    return _result(response.url, spool(connection, response), syntax)


def triples(connection: Connection, response: httpx.Response) -> Iterator[ox.Triple]:
    """The triples that a graph or a CONSTRUCT answered, streamed from a spool."""
    connection.insist(response)
    media_type = _media_type(response)
    syntax = ox.RdfFormat.from_media_type(media_type)
    if syntax not in (ox.RdfFormat.N_TRIPLES, ox.RdfFormat.TURTLE, ox.RdfFormat.RDF_XML):
        raise replies.not_rdf(response.url, media_type, _GRAPH)
    return _parsed(response.url, spool(connection, response), syntax)


def spool(connection: Connection, response: httpx.Response) -> IO[bytes]:
    """The body, read to its end: in memory while small, else in a file without a name."""
    held: IO[bytes] = io.BytesIO()
    for piece in connection.content(response):
        if isinstance(held, io.BytesIO) and held.tell() + len(piece) > _IN_MEMORY:
            small = held.getvalue()
            held = tempfile.TemporaryFile()  # noqa: SIM115  handed on; who reads it closes it
            held.write(small)
        held.write(piece)
    held.seek(0)
    return held


def _result(url: httpx.URL, file: IO[bytes], syntax: ox.QueryResultsFormat) -> Rows | Boolean:
    try:
        found = of_oxigraph(ox.parse_query_results(file, syntax))
    except (SyntaxError, ValueError) as error:
        file.close()
        raise _broken(url, error) from error
    if isinstance(found, Triples):
        raise TypeError(found)  # a results format holds no triples
    if isinstance(found, Boolean) or found.variables == (_ASK_IN_VIRTUOSO,):
        with file:
            return found if isinstance(found, Boolean) else _said_in_virtuoso(url, file, found)
    return Rows(found.variables, _rows(url, file, found))


def _said_in_virtuoso(url: httpx.URL, file: IO[bytes], found: Rows) -> Boolean:
    values = (value for row in _rows(url, file, found) for value in row)
    return Boolean(any(isinstance(value, ox.Literal) and value.value in ("1", "true") for value in values))


def _rows(url: httpx.URL, file: IO[bytes], found: Rows) -> Iterator[Row]:
    try:
        with file:
            yield from spelling.rows(found.rows)
    except (SyntaxError, ValueError) as error:
        raise _broken(url, error) from error


def _parsed(url: httpx.URL, file: IO[bytes], syntax: ox.RdfFormat) -> Iterator[ox.Triple]:
    try:
        with file:
            for quad in ox.parse(file, format=syntax):
                yield quad.triple
    except (SyntaxError, ValueError) as error:
        raise _broken(url, error) from error


def _media_type(response: httpx.Response) -> str:
    return str(response.headers.get("content-type", "")).partition(";")[0].strip().lower()


def _broken(url: httpx.URL, error: SyntaxError | ValueError) -> Refused:
    why = replies.plain(str(error).encode())
    return Refused(
        Text(
            en=f"{replies.place(url)}: the answer is not what its type says ({why}).",
            fr=f"{replies.place(url)} : la réponse n'est pas ce que son type annonce ({why}).",
        ),
        Text(
            en="Try again; then look in the store's own log.", fr="Réessayez ; sinon, voyez le journal de l'entrepôt."
        ),
    )
