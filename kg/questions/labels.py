"""What the things in an answer are called, asked of the graph that answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.language import Language
from kg.questions.asking import Asker, rows
from kg.questions.wording import shown
from kg.terms import curie

_LABELS = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX schema: <https://schema.org/>
SELECT ?thing ?label WHERE {{
  VALUES ?thing {{ {things} }}
  {{ ?thing rdfs:label ?label }} UNION {{ ?thing schema:name ?label }}
}}
"""
BATCH = 200
"""How many things are asked about at once: what every store takes in one query."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Names by IRI and language."""

    names: Mapping[str, Mapping[str, str]]

    def of(self, name: str, language: Language) -> str:
        """The name in the language, else in any, else the short IRI."""
        known = self.names.get(name)
        if not known:
            return shown(curie(name))
        return shown(known.get(language) or known.get("") or known[min(known)])


def ask(asker: Asker, things: Iterable[str]) -> Labels:
    """The names of the things."""
    wanted = sorted(set(things))
    found: dict[str, dict[str, str]] = {}
    for batch in batches(wanted):
        for thing, label in rows(asker, _LABELS.format(things=batch)):
            if isinstance(thing, NamedNode) and isinstance(label, Literal):
                known = found.setdefault(thing.value, {})
                tag = (label.language or "").partition("-")[0]
                known[tag] = min(label.value, known.get(tag, label.value))
    return Labels(found)


def batches(names: list[str]) -> Iterable[str]:
    """IRIs as SPARQL, some at a time."""
    for start in range(0, len(names), BATCH):
        yield " ".join(str(NamedNode(name)) for name in names[start : start + BATCH])
