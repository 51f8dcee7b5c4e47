"""Claims read back from a graph or a store: who says what, in which words, in which mode."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg.questions.asking import Asker, Value, rows

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


def read(asker: Asker, pattern: str = "") -> Iterator[Said]:
    """The claims that match a pattern of ?claim, all of them without one; in a total order."""
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


def _text(value: Value) -> str:
    return value.value if isinstance(value, NamedNode | Literal) else ""
