"""What a SPARQL query answers, the same for a graph held here and for a store: rows, yes or no, triples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Triple

Term = NamedNode | Literal | BlankNode | Triple
Row = tuple[Term | None, ...]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to SELECT: `rows` is read once, each as long as `variables`; None where unbound."""

    variables: tuple[str, ...]
    rows: Iterable[Row]


@dataclass(frozen=True, slots=True)
class Boolean:
    """The answer to ASK."""

    value: bool


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to CONSTRUCT and DESCRIBE: `triples` is read once."""

    triples: Iterable[Triple]


Answer = Rows | Boolean | Triples


def of_oxigraph(answer: QuerySolutions | QueryBoolean | QueryTriples) -> Answer:
    """What pyoxigraph answered, from its store or from its reading of a remote answer.

    >>> from pyoxigraph import Store
    >>> of_oxigraph(Store().query("ASK {}"))
    Boolean(value=True)
    """
    if isinstance(answer, QueryBoolean):
        return Boolean(bool(answer))
    if isinstance(answer, QueryTriples):
        return Triples(answer)
    names = tuple(variable.value for variable in answer.variables)
    return Rows(names, _rows(answer, len(names)))


def _rows(solutions: QuerySolutions, width: int) -> Iterator[Row]:
    for solution in solutions:
        yield tuple(solution[index] for index in range(width))
