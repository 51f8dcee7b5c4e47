"""What was known at a date: a graph without the claims that no source published by then makes."""

from __future__ import annotations

from pyoxigraph import Literal, Store

from kg.questions.binding import spell

_PREFIXES = """
PREFIX rs: <https://w3id.org/regional-space/def#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX dcterms: <http://purl.org/dc/terms/>
"""
# "2024" is published by 2024-06-30 only if all of 2024 is: a date is compared by its last possible day
_LATER = """
  ?source a rs:Source .
  OPTIONAL {{ ?source schema:datePublished ?published }}
  FILTER(!BOUND(?published) || CONCAT(STR(?published), "-99") > CONCAT(STR({day}), "-99"))
"""
_STEPS = (
    # mark the sources published later, and undated ones: nothing shows that they were out by then
    "INSERT {{ ?source rs:outLater true }} WHERE {{" + _LATER + "}}",
    # a triple stays where a claim of a source that was out states it
    """DELETE {{ ?s ?p ?o }} WHERE {{
      ?claim rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; rs:evidence/oa:hasSource/rs:outLater true .
      FILTER NOT EXISTS {{
        ?other rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; rs:status ?status ; rs:evidence ?passage .
        FILTER(?status IN (rs:accepted, rs:disputed))
        FILTER NOT EXISTS {{ ?passage oa:hasSource/rs:outLater true }}
      }}
    }}""",
    "DELETE {{ ?claim ?p ?o }} WHERE {{ ?claim rs:evidence/oa:hasSource/rs:outLater true ; ?p ?o }}",
    """DELETE {{ ?part ?p ?o }} WHERE {{
      ?evidence oa:hasSource/rs:outLater true ; oa:hasSelector ?part . ?part ?p ?o
    }}""",
    "DELETE {{ ?evidence ?p ?o }} WHERE {{ ?evidence oa:hasSource/rs:outLater true ; ?p ?o }}",
    # an entity that later sources alone introduced, and that no claim left names
    """DELETE {{ ?entity ?p ?o }} WHERE {{
      ?entity dcterms:source/rs:outLater true ; ?p ?o .
      FILTER NOT EXISTS {{ ?entity dcterms:source ?other FILTER NOT EXISTS {{ ?other rs:outLater true }} }}
      FILTER NOT EXISTS {{ ?c1 rdf:subject ?entity }}
      FILTER NOT EXISTS {{ ?c2 rdf:object ?entity }}
      FILTER NOT EXISTS {{ ?c3 rs:assertedBy ?entity }}
      FILTER NOT EXISTS {{ ?out schema:publisher ?entity FILTER NOT EXISTS {{ ?out rs:outLater true }} }}
    }}""",
    "DELETE {{ ?source ?p ?o }} WHERE {{ ?source rs:outLater true ; ?p ?o }}",
)


def keep(store: Store, day: Literal) -> None:
    """Take away in place what no source published by `day` says; an undated source is taken to be later."""
    for step in _STEPS:
        store.update(_PREFIXES + step.format(day=spell(day)))
