"""Why: the claims behind an entity or a statement, with their passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import said
from kg.errors import NonConforming, WrongUsage
from kg.language import Language, Text
from kg.names import fold, suggestion
from kg.questions import footnotes, labels, wording
from kg.questions.asking import Asker, rows
from kg.questions.entities import directory
from kg.questions.footnotes import Footnotes
from kg.questions.labels import Labels
from kg.said import Said
from kg.terms import PREFIXES, curie, iri

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
    claims = tuple(said.read(asker, pattern))
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
