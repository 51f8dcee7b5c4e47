"""From what a reader asks to an answer: find the question, bind it, ask it of files or of a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from kg import shipped
from kg.answers import Answer, Rows
from kg.errors import Unreadable, WrongUsage
from kg.language import Text
from kg.questions import adhoc, binding, catalogue, coverage, entities, headers, known, local
from kg.questions.asking import Asker, rows
from kg.questions.binding import Term
from kg.questions.headers import Question
from kg.questions.malformed import Malformed

if TYPE_CHECKING:  # loads httpx
    from kg.stores.endpoint import Endpoint

_UNDATED = """
SELECT ?source WHERE {
  ?source a <https://w3id.org/regional-space/def#Source> .
  FILTER NOT EXISTS { ?source <https://schema.org/datePublished> ?date }
}
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks: a name, a file, `-` or SPARQL; `name=value` pairs; of which files, or which store.

    `store` may also be a graph that is held already, as a shell holds one.
    """

    question: str
    values: tuple[str, ...] = ()
    as_of: str | None = None
    known_at: str | None = None
    graphs: tuple[Path, ...] = ()
    store: Endpoint | local.Local | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """An answer with the question as it was asked, and what is worth telling about it."""

    question: Question
    sparql: str
    bound: Mapping[str, Term]
    answer: Answer
    asker: Asker
    remarks: tuple[Text, ...] = ()
    coverage: Text | None = None


def ask(wanted: Wanted, read_stdin: Callable[[], bytes]) -> Asked:
    """Answer; WrongUsage, Unreadable or Refused say what stands in the way."""
    question = _question(wanted.question, read_stdin)
    values = dict(binding.split(wanted.values))
    if wanted.as_of is not None:
        _takes_a_date(question)
        values["as_of"] = wanted.as_of
    for name in values:
        if question.parameter(name) is None:
            raise binding.unknown(question, name)
    adhoc.check(question.sparql, local=wanted.store is None)
    asker, remarks = _asker(wanted)
    bound = binding.bind(question, values, _Finding(asker))
    sparql = binding.rewrite(question, bound)
    answer = _answer(asker, sparql)
    note = None
    if question.coverage and isinstance(answer, Rows):
        answer = Rows(answer.variables, list(answer.rows))
        asked_of = tuple(t for t in bound.values() if isinstance(t, NamedNode))
        note = coverage.note(asker, [*answer.rows, asked_of])
    return Asked(question, sparql, bound, answer, asker, remarks, note)


def _answer(asker: Asker, sparql: str) -> Answer:
    try:
        return asker.ask(adhoc.completed(sparql))
    except Malformed as error:
        raise error.moved(1) from error


def _question(name: str, read_stdin: Callable[[], bytes]) -> Question:
    if name == "-":
        try:
            return headers.parse(read_stdin().decode("utf-8"), "-", "-")
        except UnicodeDecodeError as error:
            raise Unreadable(
                Text(en="Standard input is not UTF-8.", fr="L'entrée standard n'est pas de l'UTF-8.")
            ) from error
    folder = shipped.folder("queries")
    if name in catalogue.names(folder):
        return catalogue.find(name, folder)
    if "{" in name:
        return headers.parse(name, "-", "-")
    if Path(name).suffix or "/" in name or Path(name).exists():
        return headers.read(Path(name))
    return catalogue.find(name, folder)


class _Finding:
    """Entities found by name in what is asked; its names are read only when one is needed."""

    def __init__(self, asker: Asker) -> None:
        self._asker = asker
        self._directory: entities.Directory | None = None

    def __call__(self, name: str, classes: tuple[str, ...]) -> NamedNode:
        if self._directory is None:
            self._directory = entities.directory(self._asker)
        return self._directory(name, classes)


def _asker(wanted: Wanted) -> tuple[Asker, tuple[Text, ...]]:
    if wanted.store is not None:
        if wanted.graphs:
            raise WrongUsage(
                Text(
                    en="Ask files or a store: --graph or --endpoint.",
                    fr="Interrogez des fichiers ou une base : --graph ou --endpoint.",
                )
            )
        from kg.questions.remote import Remote

        if isinstance(wanted.store, local.Local):
            return wanted.store, ()
        remote = Remote(wanted.store)
        return (remote, ()) if wanted.known_at is None else _known(remote.held(), wanted.known_at)
    held = local.load(wanted.graphs or (_shipped(),))
    return (held, ()) if wanted.known_at is None else _known(held, wanted.known_at)


def _known(held: local.Local, known_at: str) -> tuple[Asker, tuple[Text, ...]]:
    day = binding.date(known_at)
    if day is None:
        raise WrongUsage(
            Text(en=f"--known-at {known_at}: not a date.", fr=f"--known-at {known_at} : pas une date."),
            Text(en="Write 2024, 2024-07 or 2024-07-15.", fr="Écrivez 2024, 2024-07 ou 2024-07-15."),
        )
    undated = sum(1 for _ in rows(held, _UNDATED))
    known.keep(held.store, day)
    return held, _left_out(undated)


def _left_out(undated: int) -> tuple[Text, ...]:
    if not undated:
        return ()
    return (
        Text(
            en=f"Sources without a date are left out: {undated}.",
            fr=f"Les sources sans date sont laissées de côté : {undated}.",
        ),
    )


def _shipped() -> Path:
    path = shipped.graph()
    if not path.is_file():
        raise Unreadable(
            Text(en=f"{path}: the released graph is not there.", fr=f"{path} : le graphe publié n'est pas là."),
            Text(
                en="Build it (kg build), or name a graph with --graph.",
                fr="Construisez-le (kg build), ou nommez un graphe avec --graph.",
            ),
        )
    return path


def _takes_a_date(question: Question) -> None:
    if question.parameter("as_of") is None:
        raise WrongUsage(
            Text(
                en=f"{question.name} has no periods: --as-of changes nothing there.",
                fr=f"{question.name} n'a pas de périodes : --as-of n'y change rien.",
            ),
            Text(
                en="Leave it out; --known-at works with every question.",
                fr="Retirez-le ; --known-at vaut pour toutes les questions.",
            ),
        )
