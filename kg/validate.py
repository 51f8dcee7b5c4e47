"""Whether a graph conforms: what SHACL finds, each finding with the names and the passages behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import files, rdf, shacl, shipped
from kg.errors import Unreadable
from kg.language import Text
from kg.model import Iri, Literal
from kg.shacl import Engine, Severity
from kg.terms import curie, iri

_GRAVEST_FIRST: tuple[Severity, ...] = ("violation", "warning", "info")
_SEVERITIES = {iri("sh:Warning"): "warning", iri("sh:Info"): "info"}
_FEW = 3


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words that a claim rests on, and the source that they come from."""

    exact: str
    source: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that does not conform: where, which shape says so and in which words, and the passages behind it."""

    focus: Iri | Literal
    label: Text
    path: Iri | None
    value: Iri | Literal | None
    shape: Iri
    severity: Severity
    message: Text
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What was found, gravest first, and how many nodes some shape looked at."""

    findings: tuple[Finding, ...]
    checked: int

    @property
    def conforms(self) -> bool:
        """Whether there is no violation; warnings and remarks are allowed."""
        return not self.count("violation")

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return Counter(f.severity for f in self.findings)[severity]


def check(graphs: Sequence[Path] | bytes, *, shapes: Path | None = None, engine: Engine = "fast") -> Report:
    """Check files together, or Turtle, against shapes (ours by default); our vocabulary is always at hand.

    Raises Unreadable for a file that is missing, empty or broken, with the line.
    """
    data = ox.Store()
    if isinstance(graphs, bytes):
        load(data, graphs, "the graph", ox.RdfFormat.TURTLE)
    else:
        for path in graphs:
            load(data, files.read_bytes(path), str(path), _format(path))
    load_file(data, shipped.vocabulary())
    rules = ox.Store()
    load_file(rules, shapes or shipped.shapes())
    checked = _count_checked(data, rules)
    results = shacl.run(data, rules, engine)
    names = _Names(data, rules)
    found = (names.finding(result) for result in results)
    return Report(tuple(sorted(found, key=_place)), checked)


def load_file(store: ox.Store, path: Path) -> None:
    """Add the triples of an RDF file, whatever graph they stand in."""
    load(store, files.read_bytes(path), str(path), _format(path))


def load(store: ox.Store, content: bytes, where: str, form: ox.RdfFormat) -> None:
    """Add triples to the store's default graph; Unreadable says at which line the content is broken."""
    try:
        if form.supports_datasets:
            quads = ox.parse(content, format=form, rename_blank_nodes=True)
            store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in quads)
        else:
            store.bulk_load(content, form)
    except SyntaxError as error:
        raise rdf.broken(error, where, form.name) from error


def _format(path: Path) -> ox.RdfFormat:
    return ox.RdfFormat.from_extension(path.suffix[1:]) or ox.RdfFormat.TURTLE


def _place(finding: Finding) -> tuple[int, str, str, str, str, str]:
    return (
        _GRAVEST_FIRST.index(finding.severity),
        finding.shape,
        str(finding.focus),
        finding.path or "",
        str(finding.value),
        finding.message.en,
    )


def _count_checked(data: ox.Store, rules: ox.Store) -> int:
    """How many nodes are the target of some shape: by class, or by what is said of them."""

    def targets(kind: str) -> str:
        found = {q.object.value for q in rules.quads_for_pattern(None, ox.NamedNode(iri(kind)), None)}
        return " ".join(f"<{name}>" for name in sorted(found))

    answer = data.query(
        f"""PREFIX rdfs: <{iri("rdfs:")}>
        SELECT (COUNT(DISTINCT ?node) AS ?count) WHERE {{
            {{ VALUES ?target {{ {targets("sh:targetClass")} }} ?class rdfs:subClassOf* ?target . ?node a ?class }}
            UNION {{ VALUES ?said {{ {targets("sh:targetSubjectsOf")} }} ?node ?said ?value }}
        }}"""
    )
    return int(next(iter(answer))["count"].value)


class _Names:
    """What the nodes of a graph are called, which passages stand behind them, and what the shapes say."""

    def __init__(self, data: ox.Store, rules: ox.Store) -> None:
        self._data = data
        self._rules = rules

    def finding(self, result: shacl.Result) -> Finding:
        """A result in the words of its shape, with names and passages."""
        return Finding(
            focus=result.focus,
            label=self._label(result.focus),
            path=result.path,
            value=result.value,
            shape=result.shape,
            severity=result.severity,
            message=self._message(result),
            passages=tuple(sorted(set(self._passages(result)))),
        )

    def name(self, node: Iri | Literal) -> Text:
        """What to call a node in a sentence."""
        return self._label(node)

    def _message(self, result: shacl.Result) -> Text:
        shape = ox.NamedNode(result.shape) if result.shape else None
        said = {q.object for q in self._rules.quads_for_pattern(shape, ox.NamedNode(iri("sh:message")), None)}
        by_language = {m.language or "": m.value for m in sorted(said, key=str) if shape}
        by_language = by_language or {m.language: m.value for m in result.said}
        return _both(by_language, Text(en="This shape is not met.", fr="Cette forme n'est pas respectée."))

    def _label(self, node: Iri | Literal) -> Text:
        if isinstance(node, Literal):
            return Text(en=node.value, fr=node.value)
        for predicate in ("rdfs:label", "schema:name"):
            if labels := {o.language or "": o.value for o in self._objects(node, predicate)}:
                return _both(labels, Text(en=curie(node), fr=curie(node)))
        return self._composed(node)

    def _composed(self, node: Iri) -> Text:
        """The name of a claim from what it states, of a passage from its source; else the short name."""
        parts = [next(self._objects(node, f"rdf:{part}"), None) for part in ("subject", "predicate", "object")]
        if all(part is not None for part in parts):
            texts = [self._label(_term(part)) for part in parts if part is not None]
            return Text(en=" · ".join(t.en for t in texts), fr=" · ".join(t.fr for t in texts))
        for source in self._objects(node, "oa:hasSource"):
            title = self._label(_term(source))
            return Text(en=f"passage of “{title.en}”", fr=f"passage de « {title.fr} »")
        return Text(en=curie(node), fr=curie(node))

    def _passages(self, result: shacl.Result) -> Iterator[Passage]:
        """Those of the claims behind the focus and path; of the focus itself where it is a claim or a passage."""
        if isinstance(result.focus, Literal) or result.focus.startswith("_:"):
            return
        focus = ox.NamedNode(result.focus)
        evidence = list(self._objects(result.focus, "rs:evidence"))
        if next(self._objects(result.focus, "oa:hasSelector"), None) is not None:
            evidence.append(focus)
        evidence += [q.subject for q in self._quads(None, "oa:hasSelector", focus)]
        if not evidence:
            evidence = [e for claim in self._claims(focus, result) for e in self._objects(claim, "rs:evidence")]
        for passage in evidence:
            yield from self._quotes(passage)

    def _claims(self, focus: ox.NamedNode, result: shacl.Result) -> list[ox.NamedNode]:
        about = sorted((q.subject for q in self._quads(None, "rdf:subject", focus)), key=str)
        path = {ox.NamedNode(result.path)} if result.path else set()
        on_path = [c for c in about if path & set(self._objects(c, "rdf:predicate"))]
        of_value = [c for c in on_path if result.value in {_term(o) for o in self._objects(c, "rdf:object")}]
        return of_value or on_path or about[:_FEW]

    def _quotes(self, passage: ox.NamedNode) -> Iterator[Passage]:
        source = next((_term(s) for s in self._objects(passage, "oa:hasSource")), None)
        title = self._label(source).en if source else ""
        url = next((u.value for u in self._objects(source, "schema:url")), None) if isinstance(source, str) else None
        for selector in self._objects(passage, "oa:hasSelector"):
            for words in self._objects(selector, "oa:exact"):
                yield Passage(words.value, title, url)

    def _objects(self, subject: object, predicate: str) -> Iterator[ox.Literal | ox.NamedNode]:
        if isinstance(subject, str):
            subject = ox.BlankNode(subject[2:]) if subject.startswith("_:") else ox.NamedNode(subject)
        if not isinstance(subject, ox.Literal):
            yield from sorted((q.object for q in self._quads(subject, predicate, None)), key=str)

    def _quads(self, subject: object, predicate: str, value: object) -> Iterable[ox.Quad]:
        return self._data.quads_for_pattern(subject, ox.NamedNode(iri(predicate)), value)


def _both(by_language: dict[str, str], otherwise: Text) -> Text:
    """A text in both languages out of what there is."""
    any_text = next(iter(by_language.values()), None)
    if any_text is None:
        return otherwise
    en = by_language.get("en", any_text)
    return Text(en=en, fr=by_language.get("fr", en))


def _term(node: object) -> Iri | Literal:
    if isinstance(node, ox.Literal):
        return Literal(node.value, "" if node.language else node.datatype.value, node.language or "")
    if isinstance(node, ox.NamedNode):
        return Iri(node.value)
    return Iri(str(node))
