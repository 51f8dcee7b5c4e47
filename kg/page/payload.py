"""What the page's script reads: the view as compact JSON, numbers in place of IRIs; packed, so that it loads fast."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.language import Language, Text
from kg.model import Literal
from kg.page import rdf
from kg.page.answers import Answered
from kg.page.layout import Layout
from kg.page.packing import packed
from kg.page.view import Claim, Entity, Names, Passage, Source, Term, View
from kg.questions import headings
from kg.terms import PREFIXES

Json = dict[str, Any]
"""What json.dumps takes: it leaves this module only as text."""

_XSD = PREFIXES["xsd"]
_STRING = _XSD + "string"


@dataclass(frozen=True, slots=True)
class About:
    """What a page says besides its graph: title, language, licence, outlines of the map, answers to questions."""

    title: str | None
    language: Language
    licence: str | None
    outlines: Mapping[str, object]
    answers: tuple[Answered, ...] = ()


def knowledge(view: View, layout: Layout, about: About) -> str:
    """Everything but the drawing itself, packed."""
    number = {e.iri: n for n, e in enumerate(view.entities)}
    source = {s.iri: n for n, s in enumerate(view.sources)}
    term = {t: n for n, t in enumerate(view.terms)}

    def value(o: str | Literal) -> int | Json:
        if isinstance(o, Literal):
            kind = "" if o.datatype == _STRING else o.datatype.removeprefix(_XSD)
            return _kept({"v": o.value, "d": kind, "l": o.language}) or {"v": ""}
        if o in number:
            return number[o]
        return {"u": o, "t": term[o]} if o in term else {"u": o}

    return packed(
        {
            "title": about.title or "",
            "language": about.language,
            "licence": about.licence,
            "map": about.outlines,
            "words": {w: headings.WORDS[w] for q in about.answers for r in q.rows for c in r if (w := _word(c))},
            "questions": [_question(q, value) for q in about.answers],
            "terms": [_term(t) for t in view.terms.values()],
            "entities": [_entity(e, term) for e in view.entities],
            "statements": [
                [
                    number[s.subject],
                    term[s.predicate],
                    value(s.object),
                    list(s.claims),
                    int(s.asserted) + 2 * s.disputed,
                ]
                for s in view.statements
            ],
            "claims": [_claim(c, number, term) for c in view.claims],
            "passages": [_passage(p, source) for p in view.passages],
            "sources": [_source(s, number, source) for s in view.sources],
            "groups": [
                {"name": number.get(g.name, g.name), "members": [number[m] for m in g.members], "shown": g.shown}
                | {
                    "x": round(g.corner[0], 1),
                    "y": round(g.corner[1], 1),
                    "at": [g.slot.column, g.slot.row, g.slot.wide],
                }
                for g in layout.groups
            ],
        }
    )


def _question(asked: Answered, value: Callable[[rdf.Term], int | Json]) -> Json:
    return {
        "name": asked.name,
        "title": _both(asked.title),
        "theme": _both(asked.theme),
        "count": asked.count,
        "columns": [_both(column) for column in asked.columns],
        "rows": [[None if cell is None else value(cell) for cell in row] for row in asked.rows],
    }


def _word(cell: rdf.Term | None) -> str:
    """A question's own word, which French has another for."""
    plain = isinstance(cell, Literal) and cell.datatype == _STRING and cell.value in headings.WORDS
    return cell.value if plain and isinstance(cell, Literal) else ""


def _both(text: Text) -> Json:
    return {"fr": text.fr, "en": text.en}


def _kept(fields: Json) -> Json:
    return {name: field for name, field in fields.items() if field not in (None, "", [], (), {}, False)}


def _names(names: Names | None) -> Mapping[str, str]:
    return names.by_language if names else {}


def _term(term: Term) -> Json:
    return _kept({"i": term.iri, "n": _names(term.names)})


def _entity(entity: Entity, term: Mapping[str, int]) -> Json:
    return _kept(
        {
            "i": entity.iri.replace(PREFIXES["id"], "id:", 1),
            "n": entity.names.by_language,
            "a": list(entity.aliases),
            "c": [list(code) for code in entity.codes],
            "p": {"node": "", "detail": "d", "never": "n", "bare": "b"}[entity.place],
            "at": [entity.point.x, entity.point.y, int(entity.point.exact)] if entity.point else None,
        }
    ) | {"k": term[entity.kind]}


def _claim(claim: Claim, number: Mapping[str, int], term: Mapping[str, int]) -> Json:
    return _kept(
        {
            "e": None if claim.passage is None else claim.passage + 1,
            "b": None if claim.asserted_by is None else number.get(claim.asserted_by, claim.asserted_by),
            "m": "" if claim.mode == "stated" else claim.mode,
            "s": "" if claim.status == "accepted" else claim.status,
            "x": "" if claim.method == "curated" else claim.method,
            "q": claim.direct_quotation,
            "f": claim.confidence,
            "r": term.get(claim.rule or ""),
            "o": claim.anchor and claim.anchor.value,
            "z": [o.value for o in claim.alternatives],
            "n": _by_language(claim.notes),
        }
    )


def _passage(passage: Passage, source: Mapping[str, int]) -> list[Any]:
    return [source[passage.source], passage.prefix, passage.exact, passage.suffix, passage.start, passage.end]


def _source(s: Source, number: Mapping[str, int], source: Mapping[str, int]) -> Json:
    return _kept(
        {
            "e": number[s.iri] + 1,
            "t": s.title,
            "b": None if s.publisher is None else number.get(s.publisher, s.publisher),
            "d": s.published and s.published.value,
            "k": "" if s.basis == "stated" else s.basis,
            "n": _by_language(s.notes),
            "u": s.url,
            "l": s.language,
            "c": source[s.copy_of] + 1 if s.copy_of is not None and s.copy_of in source else None,
        }
    )


def _by_language(literals: Iterable[Literal]) -> dict[str, str]:
    return {literal.language: literal.value for literal in literals}
