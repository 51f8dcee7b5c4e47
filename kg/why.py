"""Why: the claims behind an entity or a statement, with their passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.errors import NonConforming, WrongUsage
from kg.language import Language, Text
from kg.names import fold, suggestion
from kg.questions import footnotes, labels, wording
from kg.questions.asking import Asker, Value, rows
from kg.questions.entities import directory
from kg.questions.footnotes import Footnotes
from kg.questions.labels import Labels
from kg.terms import PREFIXES, curie, iri

_CLAIMS = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
SELECT DISTINCT ?claim ?subject ?predicate ?object ?status ?mode ?method ?speaker ?source
       ?exact ?prefix ?suffix ?start ?end ?rule ?anchor ?alternative ?quotation
WHERE {{
  {{ {pattern} }}
  ?claim rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ; rs:status ?status ; rs:mode ?mode ;
    rs:method ?method ; rs:assertedBy ?speaker ; rs:evidence ?evidence .
  ?evidence oa:hasSource ?source ; oa:hasSelector ?quote , ?position .
  ?quote oa:exact ?exact ; oa:prefix ?prefix ; oa:suffix ?suffix .
  ?position oa:start ?start ; oa:end ?end .
  OPTIONAL {{ ?claim rs:derivation ?rule }}
  OPTIONAL {{ ?claim rs:anchor ?anchor }}
  OPTIONAL {{ ?claim rs:alternative ?alternative }}
  OPTIONAL {{ ?claim rs:directQuotation ?quotation }}
}}
ORDER BY ?predicate ?subject ?object ?source ?start ?claim
"""
_ABOUT = """
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX rs: <https://w3id.org/regional-space/def#>
SELECT ?what ?value WHERE {{
  {{ {entity} a ?value . FILTER(STRSTARTS(STR(?value), "https://w3id.org/regional-space/def#")) BIND("kind" AS ?what) }}
  UNION {{ {entity} skos:altLabel ?value . BIND("name" AS ?what) }}
}}
ORDER BY ?what ?value
"""
_GROUPS = {iri("rs:Funding"), iri("rs:Asset")}
"""Classes that only group others: the kind itself says more."""


@dataclass(frozen=True, slots=True)
class Said:
    """One claim as a reader needs it; terms as the graph has them."""

    claim: str
    subject: str
    predicate: str
    object: NamedNode | Literal
    status: str
    mode: str
    method: str
    speaker: str
    source: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    rule: str | None
    anchor: Literal | None
    alternatives: tuple[Literal, ...]
    quotation: bool

    @property
    def statement(self) -> tuple[str, str, str]:
        """What is said, whoever says it."""
        return (self.subject, self.predicate, str(self.object))


@dataclass(frozen=True, slots=True)
class Why:
    """What is claimed of an entity, and what it takes to show it."""

    entity: str
    kinds: tuple[str, ...]
    other_names: tuple[str, ...]
    claims: tuple[Said, ...]
    notes: Footnotes
    names: Labels

    def name(self, term: NamedNode | Literal | str, language: Language) -> str:
        """A term in words."""
        if isinstance(term, Literal):
            return wording.literal(term, language)
        return self.names.of(term.value if isinstance(term, NamedNode) else term, language)


def ask(asker: Asker, entity: str, predicate: str | None = None) -> Why:
    """The claims that speak of an entity (a name, an alias, a code, an IRI) or are the claim named.

    Raises WrongUsage where nothing is called so, NonConforming where nothing is claimed of it.
    """
    name = iri(entity) if entity.startswith("id:") else entity
    if name.startswith(PREFIXES["id"] + "claim-"):
        node, pattern = NamedNode(name), f"VALUES ?claim {{ {NamedNode(name)} }}"
    else:
        node = directory(asker)(entity, ())
        pattern = f"?claim rdf:subject {node} }} UNION {{ ?claim rdf:object {node}"
    claims = tuple(_claims(asker, pattern))
    if predicate is not None:
        claims = _with_predicate(claims, predicate, asker)
    if not claims:
        raise NonConforming(
            Text(en=f"Nothing is claimed of {curie(node.value)}.", fr=f"Rien n'est affirmé de {curie(node.value)}."),
            Text(en="Only the registry names it.", fr="Seul le registre le nomme."),
        )
    about = [(str(what.value), value) for what, value in rows(asker, _ABOUT.format(entity=node)) if what and value]
    kinds = tuple(v.value for what, v in about if what == "kind" and v.value not in _GROUPS)
    mentioned = {
        t for c in claims for t in (c.subject, c.predicate, c.speaker, c.mode, c.status, c.method, c.rule) if t
    }
    mentioned |= {c.object.value for c in claims if isinstance(c.object, NamedNode)} | {node.value, *kinds}
    notes = footnotes.ask(asker, [c.claim for c in claims])
    others = tuple(dict.fromkeys(v.value for what, v in about if what == "name"))
    return Why(node.value, kinds, others, claims, notes, labels.ask(asker, mentioned))


def statements(why: Why) -> Iterator[tuple[Said, Sequence[Said]]]:
    """Each statement once, with all the claims that make it, in the order of what is said."""
    grouped: dict[tuple[str, str, str], list[Said]] = {}
    for claim in why.claims:
        grouped.setdefault(claim.statement, []).append(claim)
    for claims in grouped.values():
        yield claims[0], claims


def _claims(asker: Asker, pattern: str) -> Iterator[Said]:
    found: dict[str, list[Sequence[Value]]] = {}
    for row in rows(asker, _CLAIMS.format(pattern=pattern)):
        found.setdefault(_text(row[0]), []).append(row)
    for several in found.values():
        claim, subject, predicate, value, status, mode, method, speaker, source = several[0][:9]
        exact, prefix, suffix, start, end, rule, anchor = several[0][9:16]
        if isinstance(value, NamedNode | Literal):
            yield Said(
                claim=_text(claim),
                subject=_text(subject),
                predicate=_text(predicate),
                object=value,
                status=_text(status),
                mode=_text(mode),
                method=_text(method),
                speaker=_text(speaker),
                source=_text(source),
                exact=_text(exact),
                prefix=_text(prefix),
                suffix=_text(suffix),
                start=int(_text(start)),
                end=int(_text(end)),
                rule=_text(rule) or None,
                anchor=anchor if isinstance(anchor, Literal) else None,
                alternatives=tuple(dict.fromkeys(r[16] for r in several if isinstance(r[16], Literal))),
                quotation=_text(several[0][17]) == "true",
            )


def _with_predicate(claims: Sequence[Said], wanted: str, asker: Asker) -> tuple[Said, ...]:
    """The claims with a property, named by its short IRI or its label in either language."""
    used = sorted({c.predicate for c in claims})
    named = labels.ask(asker, used).names
    spelled: Mapping[str, str] = {
        fold(name): term for term in used for name in (curie(term), *named.get(term, {}).values())
    }
    if fold(wanted) not in spelled:
        known = Text(en="It has: ", fr="On a : ")
        listed = ", ".join(sorted(curie(u) for u in used))
        raise WrongUsage(
            Text(en=f"No claim has the property '{wanted}'.", fr=f"Aucune affirmation n'a la propriété « {wanted} »."),
            *suggestion(wanted, spelled),
            Text(en=f"{known.en}{listed}.", fr=f"{known.fr}{listed}."),
        )
    return tuple(c for c in claims if c.predicate == spelled[fold(wanted)])


def _text(value: Value) -> str:
    return value.value if isinstance(value, NamedNode | Literal) else ""
