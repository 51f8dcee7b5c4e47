"""Asking: one call for a graph held here and for a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from pyoxigraph import BlankNode, Literal, NamedNode

from kg.answers import Answer, Rows

Value = NamedNode | Literal | BlankNode | None
_TERMS = (NamedNode, Literal, BlankNode)


class Asker(Protocol):
    """What answers SPARQL."""

    def ask(self, sparql: str) -> Answer:
        """The answer; WrongUsage where the query is malformed, Refused where a store does not answer."""
        ...


def rows(asker: Asker, sparql: str) -> Iterator[Sequence[Value]]:
    """The rows of one of our own SELECT queries."""
    answer = asker.ask(sparql)
    if isinstance(answer, Rows):
        for row in answer.rows:
            yield [term if isinstance(term, _TERMS) else None for term in row]
