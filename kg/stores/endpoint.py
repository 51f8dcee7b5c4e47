"""One store, asked and changed: queries, updates and graphs, with the same answers as a graph held here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from types import TracebackType
from typing import Literal as OneOf
from typing import Self

import httpx
import pyoxigraph as ox

from kg.answers import Answer, Boolean, Row, Rows, Triples
from kg.errors import Refused
from kg.language import Text
from kg.stores import query as queries
from kg.stores import reading, replies, spelling
from kg.stores.access import Access
from kg.stores.connection import Body, Connection
from kg.stores.recognition import Offer, recognise

DEFAULT = ""
"""The name of the default graph."""

_FORM = "application/x-www-form-urlencoded"
_CUT = "x-sparql-maxrows"
_GONE = frozenset({404, 410})


class Endpoint:
    """A store at an address: its SPARQL endpoint, its Graph Store endpoint, or a base where it can be recognised.

    `named` and `defaults` are the graphs that a query reads (SPARQL Protocol), the store's choice when empty.
    With `page`, a SELECT is asked so many rows at a time.

    >>> with Endpoint("http://127.0.0.1:7878") as store:  # doctest: +SKIP
    ...     list(store.select("SELECT ?s WHERE { ?s ?p ?o } LIMIT 1").rows)
    """

    def __init__(
        self,
        url: str,
        access: Access | None = None,
        *,
        defaults: tuple[str, ...] = (),
        named: tuple[str, ...] = (),
        page: int | None = None,
    ) -> None:
        self.connection = Connection(url, access or Access())
        self._graphs = (
            *(("default-graph-uri", name) for name in defaults),
            *(("named-graph-uri", name) for name in named),
        )
        self._page = page

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the network."""
        self.connection.close()

    @cached_property
    def offer(self) -> Offer:
        """What the store offers, asked once."""
        return recognise(self.connection)

    def ask(self, text: str) -> Answer:
        """What the store answers to a query of any form.

        Raises WrongUsage where the query is malformed, Refused where the store refuses or does not answer.
        """
        form = queries.form(text)
        if form == "SELECT":
            return self.select(text)
        return Boolean(self.holds(text)) if form == "ASK" else self.construct(text)

    def select(self, text: str) -> Rows:
        """The rows of a SELECT; page by page where asked for, and where the store cuts its answers short."""
        if self._page is not None:
            return self._paged(text, self._page)
        with self._asking(text, reading.RESULTS, self._read) as response:
            cut = response.headers.get(_CUT, "")
            if not cut.isdecimal():
                return self._of_rows(response)
        return self._paged(text, max(1, int(cut)))

    def holds(self, text: str) -> bool:
        """The answer of an ASK."""
        with self._asking(text, reading.RESULTS, self._read) as response:
            found = reading.result(self.connection, response)
        if isinstance(found, Boolean):
            return found.value
        raise replies.not_rdf(response.url, "rows", Text(en="yes or no", fr="oui ou non"))

    def construct(self, text: str) -> Triples:
        """The triples of a CONSTRUCT or DESCRIBE."""
        with self._asking(text, reading.TRIPLES, self._read) as response:
            return Triples(reading.triples(self.connection, response))

    @property
    def _read(self) -> tuple[tuple[str, str], ...]:
        """The graphs that queries read: as the caller says, else the one that the address names."""
        if self._graphs or self.offer.named in ((), (DEFAULT,)):
            return self._graphs
        return (("default-graph-uri", self.offer.named[0]),)

    def update(self, text: str) -> None:
        """Have the store carry out a SPARQL update, whole or not at all where the store says so."""
        if self.offer.update is None:
            raise _lacks(self.connection.url, Text(en="SPARQL Update", fr="mise à jour SPARQL"))
        with self.connection.open(
            "POST", self.offer.update, media_type="application/sparql-update", body=text.encode()
        ) as response:
            self.connection.insist(response)

    def get(self, graph: str) -> Iterator[ox.Triple]:
        """The triples of a graph, none where there is no such graph; by the Graph Store service, else by a query.

        Where the store keeps only the values of numbers, they are spelt as our files spell them.
        """
        found = self._got(graph)
        return spelling.ours(found) if self.offer.values else iter(found)

    def put(self, graph: str, body: Body) -> None:
        """Replace a graph by Turtle, by the Graph Store service."""
        self._send("PUT", graph, body)

    def post(self, graph: str, body: Body) -> None:
        """Add Turtle to a graph, by the Graph Store service."""
        self._send("POST", graph, body)

    def delete(self, graph: str) -> None:
        """Remove a graph, by the Graph Store service; no matter where there is none."""
        with self.connection.open("DELETE", self.of_graph(graph)) as response:
            if response.status_code not in _GONE:
                self.connection.insist(response)

    def count(self, graph: str) -> int | None:
        """How many triples a graph has; None where the store answers no queries."""
        if self.offer.query is None:
            return None
        with self._asking(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern(graph)} }}", reading.RESULTS) as response:
            rows = self._of_rows(response).rows
        for value in (value for row in rows for value in row):
            if isinstance(value, ox.Literal) and value.value.isdecimal():
                return int(value.value)
        raise replies.not_rdf(self.offer.query, "?", Text(en="a count", fr="un nombre"))

    def of_graph(self, graph: str) -> httpx.URL:
        """The address of a graph in the Graph Store service."""
        if self.offer.graphs is None:
            raise _lacks(self.connection.url, Text(en="Graph Store", fr="Graph Store"))
        if graph == DEFAULT:
            return self.offer.graphs.copy_with(query=b"default")
        return self.offer.graphs.copy_merge_params({self.offer.parameter: graph})

    def _got(self, graph: str) -> Iterable[ox.Triple]:
        if self.offer.graphs is None:
            text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern(graph)} }}"
            with self._asking(text, reading.TRIPLES) as response:
                return reading.triples(self.connection, response)
        with self.connection.open("GET", self.of_graph(graph), accept=reading.TRIPLES) as response:
            return () if response.status_code in _GONE else reading.triples(self.connection, response)

    def _send(self, method: OneOf["PUT", "POST"], graph: str, body: Body) -> None:
        with self.connection.open(method, self.of_graph(graph), media_type="text/turtle", body=body) as response:
            self.connection.insist(response)

    @contextmanager
    def _asking(self, text: str, accept: str, graphs: tuple[tuple[str, str], ...] = ()) -> Iterator[httpx.Response]:
        if self.offer.query is None:
            raise _lacks(self.connection.url, Text(en="SPARQL queries", fr="requêtes SPARQL"))
        form = str(httpx.QueryParams([("query", text), *graphs])).encode()
        with self.connection.open("POST", self.offer.query, accept=accept, media_type=_FORM, body=form) as response:
            if response.status_code == httpx.codes.BAD_REQUEST:
                raise replies.malformed(response.url, self.connection.words(response))
            yield response

    def _of_rows(self, response: httpx.Response) -> Rows:
        found = reading.result(self.connection, response)
        if isinstance(found, Boolean):
            raise replies.not_rdf(response.url, "yes or no", Text(en="rows", fr="des lignes"))
        return found

    def _paged(self, text: str, size: int) -> Rows:
        first = self._one_page(text, size, 0)
        return Rows(first.variables, self._pages(text, size, first))

    def _pages(self, text: str, size: int, first: Rows) -> Iterator[Row]:
        found, number = first, 0
        while True:
            count = 0
            for row in found.rows:
                count += 1
                yield row
            if count < size:
                return
            number += 1
            found = self._one_page(text, size, number)

    def _one_page(self, text: str, size: int, number: int) -> Rows:
        paged = queries.page(text, size, number, nested=self.offer.kind == "Virtuoso")
        with self._asking(paged, reading.RESULTS, self._read) as response:
            return self._of_rows(response)


def pattern(graph: str) -> str:
    """The SPARQL pattern of every triple of a graph.

    >>> pattern("urn:g")
    'GRAPH <urn:g> { ?s ?p ?o }'
    """
    return "?s ?p ?o" if graph == DEFAULT else f"GRAPH {ox.NamedNode(graph)} {{ ?s ?p ?o }}"


def _lacks(url: httpx.URL, what: Text) -> Refused:
    return Refused(
        Text(
            en=f"{replies.place(url)}: the store offers no {what.en} there.",
            fr=f"{replies.place(url)} : l'entrepôt n'y offre pas : {what.fr}.",
        ),
        Text(en="Give the address of that service.", fr="Donnez l'adresse de ce service."),
    )
