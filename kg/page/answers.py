"""What the named questions answer on a graph, for the page to show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.answers import Rows, Triples
from kg.errors import WrongUsage
from kg.language import Text
from kg.model import Iri, Literal
from kg.page.rdf import Term
from kg.questions import adhoc, binding, catalogue, headers, headings
from kg.questions.headers import Question
from kg.questions.local import Local

_MOST = 25
_HIDDEN = frozenset(("claim", "claims", "evidence"))


@dataclass(frozen=True, slots=True)
class Answered:
    """A question with its answers: None in a cell stands for nothing."""

    name: str
    title: Text
    theme: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    count: int


def of(store: ox.Store, folder: Path) -> Iterator[Answered]:
    """The answers of each named question that needs no parameter, the first 25 rows of each."""
    for theme, questions in catalogue.by_theme(folder).items():
        for question in questions:
            if not any(p.required and p.default is None for p in question.parameters):
                yield _answered(store, question, catalogue.THEMES.get(theme, Text(en=theme, fr=theme)))


def named(store: ox.Store, query: str, folder: Path) -> set[str]:
    """The resources that a query names: a question's name, or a file with a CONSTRUCT or SELECT."""
    question = catalogue.find(query, folder) if query in catalogue.names(folder) else headers.read(Path(query))
    answer = Local(store).ask(adhoc.completed(_bound(question)))
    if isinstance(answer, Triples):
        terms = [t for triple in answer.triples for t in (triple.subject, triple.predicate, triple.object)]
    elif isinstance(answer, Rows):
        terms = [t for row in answer.rows for t in row if t is not None]
    else:
        raise WrongUsage(
            Text(en=f"{query}: ASK draws nothing.", fr=f"{query} : ASK ne dessine rien."),
            Text(en="Give a CONSTRUCT or a SELECT.", fr="Donnez un CONSTRUCT ou un SELECT."),
        )
    return {t.value for t in terms if isinstance(t, ox.NamedNode)}


def _bound(question: Question) -> str:
    return binding.rewrite(question, binding.bind(question, {}, _nobody))


def _nobody(name: str, classes: tuple[str, ...]) -> ox.NamedNode:
    kinds = ", ".join(classes)
    raise WrongUsage(
        Text(en=f"'{name}' ({kinds}) is not looked up here.", fr=f"« {name} » ({kinds}) n'est pas cherché ici.")
    )


def _answered(store: ox.Store, question: Question, theme: Text) -> Answered:
    answer = Local(store).ask(_bound(question))
    title = question.title or Text(en=question.name, fr=question.name)
    if not isinstance(answer, Rows):
        return Answered(question.name, title, theme, (), (), 0)
    shown = [n for n, variable in enumerate(answer.variables) if variable not in _HIDDEN]
    columns = tuple(
        Text(en=headings.heading(answer.variables[n], "en"), fr=headings.heading(answer.variables[n], "fr"))
        for n in shown
    )
    found = (tuple(_term(row[n]) for n in shown) for row in answer.rows)
    rows = tuple(dict.fromkeys(found))
    return Answered(question.name, title, theme, columns, rows[:_MOST], len(rows))


def _term(term: object) -> Term | None:
    if isinstance(term, ox.Literal):
        return Literal(term.value, "" if term.language else term.datatype.value, term.language or "")
    return Iri(term.value) if isinstance(term, ox.NamedNode) else None
