"""What the page's script reads: the view as compact JSON, numbers in place of IRIs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import Literal
from kg.page.layout import Layout
from kg.page.view import Claim, Entity, Names, Passage, Source, Term, View
from kg.terms import PREFIXES

Json = dict[str, Any]
"""What json.dumps takes: it leaves this module only as text."""

_XSD = PREFIXES["xsd"]
_ESCAPES: dict[str, str | int | None] = {
    "<": "\\u003c",
    ">": "\\u003e",
    "&": "\\u0026",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
}


def knowledge(view: View, layout: Layout, about: Mapping[str, Any]) -> str:
    """Everything but the drawing itself, as JSON that is safe inside a script element."""
    number = {e.iri: n for n, e in enumerate(view.entities)}
    source = {s.iri: n for n, s in enumerate(view.sources)}
    term = {t: n for n, t in enumerate(view.terms)}

    def value(o: str | Literal) -> int | Json:
        if isinstance(o, Literal):
            return _kept({"v": o.value, "d": o.datatype.removeprefix(_XSD), "l": o.language})
        return number[o] if o in number else {"u": o, "t": term.get(o)}

    return dumps(
        {
            **about,
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
                | {"x": g.middle[0], "y": g.middle[1]}
                for g in layout.groups
            ],
        }
    )


def dumps(value: object) -> str:
    """JSON with nothing in it that could end a script element."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.translate(str.maketrans(_ESCAPES))


def _kept(fields: Json) -> Json:
    return {name: field for name, field in fields.items() if field not in (None, "", [], (), {}, False)}


def _names(names: Names | None) -> Mapping[str, str]:
    return names.by_language if names else {}


def _term(term: Term) -> Json:
    return _kept({"i": term.iri, "n": _names(term.names), "c": _names(term.comment)})


def _entity(entity: Entity, term: Mapping[str, int]) -> Json:
    return _kept(
        {
            "i": entity.iri,
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
            "c": source[s.copy_of] + 1 if s.copy_of in source else None,
        }
    )


def _by_language(literals: Iterable[Literal]) -> dict[str, str]:
    return {literal.language: literal.value for literal in literals}
