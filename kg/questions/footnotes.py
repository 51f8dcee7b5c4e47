"""Footnotes: the source behind a claim, as publisher, title, date and address, and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from kg.language import Language, Text
from kg.model import Iri
from kg.questions import labels
from kg.questions.asking import Asker, Value, rows
from kg.questions.labels import Labels
from kg.questions.wording import date, shown
from kg.terms import iri

_CLAIMS = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT ?claim ?source ?exact ?speaker ?mode WHERE {{
  VALUES ?claim {{ {things} }}
  ?claim rs:evidence ?evidence ; rs:assertedBy ?speaker ; rs:mode ?mode .
  ?evidence oa:hasSource ?source .
  OPTIONAL {{ ?evidence oa:hasSelector ?quote . ?quote oa:exact ?exact }}
}}
"""
_SOURCES = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX schema: <https://schema.org/>
SELECT ?source ?title ?publisher ?date ?basis ?url WHERE {{
  VALUES ?source {{ {things} }}
  ?source schema:name ?title ; schema:publisher ?publisher .
  OPTIONAL {{ ?source schema:datePublished ?date }}
  OPTIONAL {{ ?source rs:dateBasis ?basis }}
  OPTIONAL {{ ?source schema:url ?url }}
}}
"""
_UNDATED = Text(en="undated", fr="sans date")
_BASES = {
    iri("rs:dateExternal"): Text(en="date from another source", fr="date d'après une autre source"),
    iri("rs:dateInferred"): Text(en="date inferred from the text", fr="date déduite du texte"),
}
_RETOLD = Text(en="retold from the source", fr="d'après la source")


@dataclass(frozen=True, slots=True)
class Passage:
    """What one claim rests on."""

    source: str
    words: str
    speaker: str
    mode: str


@dataclass(frozen=True, slots=True)
class Source:
    """A source's record."""

    title: str
    publisher: str
    date: str
    basis: str
    url: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Sources numbered as they first appear in the answer."""

    sources: Mapping[str, Source]
    passages: Mapping[str, Passage]
    names: Labels
    numbers: dict[str, int] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """The number of a source, or of a claim's source."""
        source = self.passages[name].source if name in self.passages else name
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def knows(self, name: str) -> bool:
        """Whether a name is a claim's or a source's."""
        return name in self.passages or name in self.sources

    def lines(self, language: Language) -> Iterator[tuple[int, str, str]]:
        """Number, words and address of each source that was numbered."""
        for name, number in self.numbers.items():
            source = self.sources.get(name)
            if source is None:
                yield number, self.names.of(name, language), ""
                continue
            when = date(source.date, language) or shown(source.date) or _UNDATED.in_language(language)
            basis = _BASES.get(Iri(source.basis))
            told = f"{when} ({basis.in_language(language)})" if basis else when
            title = f"« {shown(source.title)} »" if language == "fr" else f'"{shown(source.title)}"'
            yield number, f"{self.names.of(source.publisher, language)}, {title}, {told}", shown(source.url)

    def passage(self, claim: str, language: Language) -> str:
        """The words that a claim rests on, marked as retold, and who says so."""
        passage = self.passages[claim]
        words = f"« {shown(passage.words)} »" if language == "fr" else f'"{shown(passage.words)}"'
        who, mode = self.names.of(passage.speaker, language), self.names.of(passage.mode, language)
        return f"[{self.number(claim)}] {who} ({mode}) : {words} ({_RETOLD.in_language(language)})"


def ask(asker: Asker, names: Iterable[str]) -> Footnotes:
    """What the graph says of these claims and sources; other names are left aside."""
    wanted = sorted(set(names))
    passages: dict[str, Passage] = {}
    for batch in labels.batches(wanted):
        for claim, source, exact, speaker, mode in rows(asker, _CLAIMS.format(things=batch)):
            known = passages.get(_text(claim))
            if known is None or _text(exact):
                passages[_text(claim)] = Passage(_text(source), _text(exact), _text(speaker), _text(mode))
    sources: dict[str, Source] = {}
    for batch in labels.batches(sorted({p.source for p in passages.values()} | set(wanted) - set(passages))):
        for source, title, publisher, when, basis, url in rows(asker, _SOURCES.format(things=batch)):
            sources[_text(source)] = Source(_text(title), _text(publisher), _text(when), _text(basis), _text(url))
    mentioned = {s.publisher for s in sources.values()} | {n for p in passages.values() for n in (p.speaker, p.mode)}
    return Footnotes(sources, passages, labels.ask(asker, mentioned))


def _text(value: Value) -> str:
    return value.value if isinstance(value, NamedNode | Literal) else ""
