"""Explaining an answer: the question's SPARQL, its parameters, and the claims that each row rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from kg.answers import Row
from kg.language import Language, Text
from kg.questions import footnotes, labels
from kg.questions.asking import Asker, rows
from kg.questions.binding import Term, spell
from kg.questions.headers import Question
from kg.questions.sheets import Columns, cell

_BEHIND = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT DISTINCT ?claim WHERE {{
  VALUES ?subject {{ {subjects} }}
  VALUES ?object {{ {objects} }}
  ?claim rdf:subject ?subject ; rdf:object ?object .
}}
ORDER BY ?claim
"""
_TITLE = Text(en="The claims that each row rests on", fr="Les affirmations sur lesquelles repose chaque ligne")
_PARAMETERS = Text(en="Parameters", fr="Paramètres")
_NONE = Text(en="no claim of its own: counted or compared", fr="pas d'affirmation propre : compté ou comparé")


def head(question: Question, sparql: str, bound: Mapping[str, Term], language: Language) -> Iterator[str]:
    """Title, what it means, parameters and the SPARQL that was asked."""
    for text in (question.title, question.text):
        if text:
            yield f"# {text.in_language(language)}\n"
    if question.parameters:
        yield f"# {_PARAMETERS.in_language(language)}:\n"
    for parameter in question.parameters:
        value = bound.get(parameter.name)
        yield f"#   {parameter.name} = {spell(value) if value else '-'}  ({parameter.text.in_language(language)})\n"
    body = sparql[sparql.rfind("# ///\n") + 6 :] if "# ///\n" in sparql else sparql
    yield "\n".join(line for line in body.splitlines() if line.strip()) + "\n\n"


def claims(variables: tuple[str, ...], found: Sequence[Row], asker: Asker, language: Language) -> Iterator[str]:
    """For each row, its claims with their passages: those it names, else those that link two of its values."""
    yield f"\n{_TITLE.in_language(language)}\n"
    columns = Columns(variables)
    grouped: dict[tuple[str, ...], list[str]] = {}
    names = labels.ask(asker, {t.value for row in found for t in row if isinstance(t, NamedNode)})
    for row in found:
        said = tuple(filter(None, (cell(row[i], names, language) for i in columns.shown)))
        grouped.setdefault(said, []).extend(_proofs(columns, row, asker))
    notes = footnotes.ask(asker, {name for proofs in grouped.values() for name in proofs})
    for cells, proofs in grouped.items():
        yield " · ".join(cells) + "\n"
        lines = [notes.passage(name, language) for name in proofs if name in notes.passages]
        yield from (f"    {line}\n" for line in dict.fromkeys(lines))
        if not lines:
            yield f"    ({_NONE.in_language(language)})\n"
    yield "\n"
    yield from (f"[{number}] {', '.join(filter(None, (words, url)))}\n" for number, words, url in notes.lines(language))


def _proofs(columns: Columns, row: Row, asker: Asker) -> list[str]:
    named = [t.value for i in columns.provenance if isinstance(t := row[i], NamedNode)]
    if named:
        return named
    terms = [t for t in row if t is not None]
    subjects = [str(t) for t in terms if isinstance(t, NamedNode)]
    if not subjects:
        return []
    objects = [spell(t) for t in terms if not hasattr(t, "predicate") and str(t)[:2] != "_:"]  # type: ignore[arg-type]
    found = rows(asker, _BEHIND.format(subjects=" ".join(subjects), objects=" ".join(objects)))
    return [claim.value for (claim,) in found if isinstance(claim, NamedNode)]
