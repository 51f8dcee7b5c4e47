"""The W3C result formats: CSV, TSV, JSON and XML for rows and booleans, Turtle and N-Triples for triples."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

import pyoxigraph as ox
from pyoxigraph import BlankNode, Literal, NamedNode

from kg.answers import Answer, Boolean, Rows, Term, Triples
from kg.terms import PREFIXES

_STRING = PREFIXES["xsd"] + "string"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RESULTS = "http://www.w3.org/2005/sparql-results#"


def as_rows(answer: Answer) -> Rows:
    """Any answer as rows: triples by subject, predicate and object, a boolean as one cell."""
    if isinstance(answer, Rows):
        return answer
    if isinstance(answer, Triples):
        return Rows(("subject", "predicate", "object"), ((t.subject, t.predicate, t.object) for t in answer.triples))
    word = Literal("true" if answer.value else "false", datatype=NamedNode(PREFIXES["xsd"] + "boolean"))
    return Rows(("answer",), iter([(word,)]))


def write(answer: Answer, kind: str) -> Iterator[str]:
    """The answer in a format, piece by piece as rows come."""
    if isinstance(answer, Boolean) and kind in ("csv", "tsv"):
        return iter([f"{str(answer.value).lower()}\n"])
    if isinstance(answer, Boolean) and kind == "json":
        return iter([json.dumps({"head": {}, "boolean": answer.value}) + "\n"])
    if isinstance(answer, Boolean) and kind == "xml":
        return _xml((), [f"<boolean>{str(answer.value).lower()}</boolean>\n"], results=False)
    if kind == "nt" and isinstance(answer, Triples):
        return (f"{triple} .\n" for triple in answer.triples)
    if kind == "ttl" and isinstance(answer, Triples):
        return iter([turtle(answer.triples)])
    return _WRITERS[kind](as_rows(answer))


def turtle(triples: Iterable[ox.Triple]) -> str:
    """Turtle, in the order of the terms, so that the same triples give the same text."""
    ordered = sorted(set(triples), key=str)
    used = {prefix: name for prefix, name in PREFIXES.items() if any(f"<{name}" in str(t) for t in ordered)}
    body = ox.serialize(ordered, format=ox.RdfFormat.TURTLE, prefixes=used)
    lines = (body or b"").decode().splitlines(keepends=True)
    return "".join(
        [
            *sorted(line for line in lines if line.startswith("@prefix ")),
            *(line for line in lines if not line.startswith("@prefix ")),
        ]
    )


def _csv(rows: Rows) -> Iterator[str]:
    return delimited(rows.variables, ([_plain(term) for term in row] for row in rows.rows))


def delimited(heading: Iterable[str], lines: Iterable[Iterable[str]]) -> Iterator[str]:
    """CSV lines (RFC 4180)."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    for line in (heading, *()):
        writer.writerow(line)
    for line in lines:
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
        writer.writerow(line)
    yield buffer.getvalue()


def _tsv(rows: Rows) -> Iterator[str]:
    yield "\t".join(f"?{v}" for v in rows.variables) + "\n"
    for row in rows.rows:
        # a literal's own tabs and line breaks are escaped in its N-Triples spelling
        yield "\t".join("" if t is None else str(t).replace("\t", r"\t") for t in row) + "\n"


def _json(rows: Rows) -> Iterator[str]:
    yield json.dumps({"vars": list(rows.variables)}).join(['{"head":', ',"results":{"bindings":['])
    before = "\n"
    for row in rows.rows:
        bound = {name: _json_term(term) for name, term in zip(rows.variables, row, strict=True) if term is not None}
        yield before + json.dumps(bound, ensure_ascii=True)
        before = ",\n"
    yield "\n]}}\n"


def _json_term(term: Term) -> Mapping[str, object]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, Literal):
        return {"type": "literal", "value": term.value, **_qualifier(term, "xml:lang", "datatype")}
    parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
    return {"type": "triple", "value": {key: _json_term(part) for key, part in parts.items()}}


def _qualifier(term: Literal, language: str, datatype: str) -> Mapping[str, str]:
    if term.language:
        return {language: term.language}
    return {} if term.datatype.value == _STRING else {datatype: term.datatype.value}


def _xml_rows(rows: Rows) -> Iterator[str]:
    return _xml(rows.variables, (_xml_row(rows.variables, row) for row in rows.rows), results=True)


def _xml(variables: Iterable[str], body: Iterable[str], *, results: bool) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_RESULTS}">\n<head>'
    yield from (f'<variable name="{html.escape(v)}"/>' for v in variables)
    yield "</head>\n" + ("<results>\n" if results else "")
    yield from body
    yield ("</results>\n" if results else "") + "</sparql>\n"


def _xml_row(variables: Iterable[str], row: Iterable[Term | None]) -> str:
    cells = (
        f'<binding name="{html.escape(v)}">{_xml_term(t)}</binding>' for v, t in zip(variables, row, strict=True) if t
    )
    return f"<result>{''.join(cells)}</result>\n"


def _xml_term(term: Term) -> str:
    if isinstance(term, NamedNode):
        return f"<uri>{html.escape(term.value)}</uri>"
    if isinstance(term, BlankNode):
        return f"<bnode>{html.escape(term.value)}</bnode>"
    if isinstance(term, Literal):
        about = "".join(f' {k}="{html.escape(v)}"' for k, v in _qualifier(term, "xml:lang", "datatype").items())
        # XML 1.0 has no way to write most control characters
        text = html.escape(_NOT_XML.sub("\ufffd", term.value), quote=False).replace("\r", "&#13;")
        return f"<literal{about}>{text}</literal>"
    parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
    return f"<triple>{''.join(f'<{key}>{_xml_term(part)}</{key}>' for key, part in parts)}</triple>"


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


_WRITERS: Mapping[str, Callable[[Rows], Iterator[str]]] = {"csv": _csv, "tsv": _tsv, "json": _json, "xml": _xml_rows}
