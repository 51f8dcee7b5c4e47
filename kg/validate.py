"""Whether a graph conforms to the shapes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pyoxigraph as ox

from kg import files, rdf, shacl, shipped
from kg.errors import Unreadable
from kg.findings import Finding, Words
from kg.language import Text
from kg.model import Iri, Literal, Triple
from kg.shacl import SEVERITIES, Engine, Result, Severity
from kg.terms import iri

_OF_WHOLE_GRAPHS = (iri("rs:EntityShape-claimed"), iri("rs:EntityShape-reference-known"))
_TRUE = ox.Literal("true", datatype=ox.NamedNode(iri("xsd:boolean")))


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, gravest first; how many nodes some shape looked at; whether there are claims at all.

    Of facts alone, without any claim, it is not asked that each rests on a claim and that its sources are described.
    """

    findings: tuple[Finding, ...]
    checked: int
    has_claims: bool

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and remarks are allowed."""
        return not self.count("violation")

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(f.severity == severity for f in self.findings)


def check(
    graphs: Sequence[Path] | bytes, *, shapes: Path | None = None, engine: Engine = "fast", at_once: bool = True
) -> Report:
    """Check files together, or Turtle, against shapes (ours by default); our vocabulary is always at hand.

    `at_once` lets the fast engine use two cores: not where something else keeps one busy.
    Raises Unreadable for a file that is missing, empty or broken, with the line.
    """
    if isinstance(graphs, bytes):
        data = parsed(graphs, "-", ox.RdfFormat.TURTLE)
    else:
        data = [triple for path in graphs for triple in read(path)]
    data += read(shipped.vocabulary())
    rules = read(shapes or shipped.shapes())
    held = _store(data)
    has_claims = any(held.quads_for_pattern(None, ox.NamedNode(rdf.TYPE), ox.NamedNode(iri("rs:Claim"))))
    for shape in () if has_claims else _OF_WHOLE_GRAPHS:
        rules.append(ox.Triple(ox.NamedNode(shape), ox.NamedNode(iri("sh:deactivated")), _TRUE))
    words = Words(held, _store(rules))
    # a value may fail two constraints of one shape, which has one message
    found = dict.fromkeys(map(words.finding, _placed(shacl.run(data, rules, engine, at_once=at_once), data)))
    return Report(tuple(sorted(found, key=_place)), _count_checked(held, rules), has_claims)


def read(path: Path) -> list[ox.Triple]:
    """The triples of an RDF file, whatever graph they stand in."""
    form = ox.RdfFormat.from_extension(path.suffix[1:]) or ox.RdfFormat.TURTLE
    return parsed(files.read_bytes(path), str(path), form)


def parsed(content: bytes, where: str, form: ox.RdfFormat) -> list[ox.Triple]:
    """The triples, spelled as they are; Unreadable says at which line the content is broken."""
    try:
        quads = list(ox.parse(content, format=form, rename_blank_nodes=True))
    except SyntaxError as error:
        raise rdf.broken(error, where, form.name) from error
    if b"<<" in content and any(isinstance(quad.object, ox.Triple) for quad in quads):
        raise Unreadable(
            Text(
                en=f"{where}: it quotes triples (RDF 1.2), which SHACL does not read.",
                fr=f"{where} : il cite des triplets (RDF 1.2), que SHACL ne lit pas.",
            ),
            Text(en="Describe them with rdf:Statement.", fr="Décrivez-les par rdf:Statement."),
        )
    return [quad.triple for quad in quads]


def _placed(results: Iterable[Result], data: Sequence[ox.Triple]) -> Iterator[Result]:
    """The results, those on a literal wherever the data spells it so: a literal alone tells no reader where to look."""
    literals: dict[Literal, list[Result]] = defaultdict(list)
    for result in results:
        if isinstance(result.focus, Literal):
            literals[result.focus].append(result)
        else:
            yield result
    for triple in data if literals else ():
        if isinstance(triple.object, ox.Literal) and (spelled := _literal(triple.object)) in literals:
            where, path = Iri(str(triple.subject).strip("<>")), Iri(triple.predicate.value)
            yield from (replace(result, focus=where, path=path, value=spelled) for result in literals[spelled])


def _literal(term: ox.Literal) -> Literal:
    return Literal(term.value, "" if term.language else term.datatype.value, term.language or "")


def _store(triples: Iterable[ox.Triple]) -> ox.Store:
    store = ox.Store()
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    return store


def report_turtle(report: Report) -> bytes:
    """The report in SHACL's own vocabulary, Turtle, its nodes named: the same report gives the same bytes."""
    return rdf.write(_report_triples(report))


def _report_triples(report: Report) -> Iterator[Triple]:
    whole = Iri("urn:regional-space-kg:report")
    conforms = Literal("true" if report.conforms else "false", iri("xsd:boolean"))
    yield Triple(whole, rdf.TYPE, iri("sh:ValidationReport"))
    yield Triple(whole, iri("sh:conforms"), conforms)
    for number, finding in enumerate(report.findings, 1):
        node = Iri(f"{whole}:{number}")
        yield Triple(whole, iri("sh:result"), node)
        yield Triple(node, rdf.TYPE, iri("sh:ValidationResult"))
        yield Triple(node, iri("sh:focusNode"), _named(finding.focus))
        yield Triple(node, iri("sh:resultSeverity"), iri(f"sh:{finding.severity.capitalize()}"))
        yield Triple(node, iri("sh:resultMessage"), Literal(finding.message.fr, "", "fr"))
        yield Triple(node, iri("sh:resultMessage"), Literal(finding.message.en, "", "en"))
        if finding.path:
            yield Triple(node, iri("sh:resultPath"), finding.path)
        if finding.value is not None:
            yield Triple(node, iri("sh:value"), _named(finding.value))
        if finding.shape:
            yield Triple(node, iri("sh:sourceShape"), finding.shape)


def _named(node: Iri | Literal) -> Iri | Literal:
    """The node, a blank one under a name."""
    if isinstance(node, str) and node.startswith("_:"):
        return Iri(f"urn:regional-space-kg:blank:{node[2:]}")
    return node


def _place(finding: Finding) -> tuple[int, str, str, str, str, str]:
    return (
        SEVERITIES.index(finding.severity),
        finding.shape,
        str(finding.focus),
        finding.path or "",
        str(finding.value),
        finding.message.en,
    )


def _count_checked(data: ox.Store, rules: Sequence[ox.Triple]) -> int:
    """How many nodes are the target of some shape: by class, or by what is said of them."""

    def targets(kind: str) -> str:
        found = {str(t.object) for t in rules if t.predicate.value == iri(kind)}
        return " ".join(sorted(name for name in found if name.startswith("<")))

    answer = data.query(
        f"""PREFIX rdfs: <{iri("rdfs:")}>
        SELECT DISTINCT ?node WHERE {{
            {{ VALUES ?target {{ {targets("sh:targetClass")} }} ?class rdfs:subClassOf* ?target . ?node a ?class }}
            UNION {{ VALUES ?said {{ {targets("sh:targetSubjectsOf")} }} ?node ?said ?value }}
        }}"""
    )
    return sum(1 for _ in answer) if isinstance(answer, ox.QuerySolutions) else 0
