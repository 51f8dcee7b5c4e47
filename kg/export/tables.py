"""The graph as one table for spreadsheets and data frames: a row for each fact and each claim that states it."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, fields

import pyoxigraph as ox

from kg.errors import MissingExtra
from kg.export.view import Claim, Node, View
from kg.terms import curie


@dataclass(frozen=True, slots=True)
class Row:
    """A fact, or a claim that is no fact; the columns after `asserted` are empty where a fact needs no claim."""

    subject: str
    subject_label: str
    predicate: str
    object: str
    object_label: str
    object_kind: str
    """iri, literal, or blank."""
    datatype: str
    language: str
    asserted: bool
    claim: str
    status: str
    mode: str
    method: str
    asserted_by: str
    source: str
    source_title: str
    source_url: str
    published: str
    passage: str


COLUMNS = tuple(field.name for field in fields(Row))


def rows(view: View) -> Iterator[Row]:
    """The rows, facts first in the order of the triples, then what is claimed and not asserted."""
    claims: dict[ox.Triple, list[Claim]] = defaultdict(list)
    for claim in view.claims:
        claims[claim.triple].append(claim)
    for fact in view.facts:
        if not claims[fact]:
            yield _row(view, fact, None)
        for claim in claims[fact]:
            yield _row(view, fact, claim)
    for claim in view.claims:
        if not claim.asserted:
            yield _row(view, claim.triple, claim)


def comma_separated(view: View) -> bytes:
    """CSV, RFC 4180, UTF-8 with a header."""
    found = io.StringIO(newline="")
    writer = csv.writer(found)
    writer.writerow(COLUMNS)
    for row in rows(view):
        values = (getattr(row, name) for name in COLUMNS)
        writer.writerow(str(v).lower() if isinstance(v, bool) else v for v in values)
    return found.getvalue().encode()


def parquet(view: View) -> bytes:
    """Parquet, the same columns; raises MissingExtra without pyarrow."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("parquet", "kg export --format parquet") from error
    found = list(rows(view))
    columns = {name: [getattr(row, name) for row in found] for name in COLUMNS}
    schema = pa.schema([(name, pa.bool_() if name == "asserted" else pa.string()) for name in COLUMNS])
    output = io.BytesIO()
    pq.write_table(pa.table(columns, schema=schema), output, compression="zstd")
    return output.getvalue()


def _row(view: View, triple: ox.Triple, claim: Claim | None) -> Row:
    value = triple.object
    node = claim.iri if claim else None
    source = claim.source if claim else None
    return Row(
        subject=_text(triple.subject),
        subject_label=view.label(triple.subject, "fr"),
        predicate=triple.predicate.value,
        object=_text(value),
        object_label=view.label(value, "fr"),
        object_kind=_kind(value),
        datatype=value.datatype.value if isinstance(value, ox.Literal) and not value.language else "",
        language=(value.language or "") if isinstance(value, ox.Literal) else "",
        asserted=claim is None or claim.asserted,
        claim=_text(node),
        status=_short(view, node, "rs:status"),
        mode=_short(view, node, "rs:mode"),
        method=_short(view, node, "rs:method"),
        asserted_by=view.text(node, "rs:assertedBy"),
        source=_text(source),
        source_title=view.text(source, "schema:name"),
        source_url=view.text(source, "schema:url"),
        published=view.text(source, "schema:datePublished"),
        passage=_passage(view, claim),
    )


def _passage(view: View, claim: Claim | None) -> str:
    if claim is None or claim.evidence is None:
        return ""
    parts = (t.object for t in view.about(claim.evidence) if curie(t.predicate.value) == "oa:hasSelector")
    quotes = (view.text(part, "oa:exact") for part in parts if not isinstance(part, ox.Literal | ox.Triple))
    return next(filter(None, quotes), "")


def _short(view: View, node: Node | None, name: str) -> str:
    return curie(view.text(node, name)).rpartition(":")[2] if node and view.text(node, name) else ""


def _text(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def _kind(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    if isinstance(term, ox.Literal):
        return "literal"
    return "iri" if isinstance(term, ox.NamedNode) else "blank"
