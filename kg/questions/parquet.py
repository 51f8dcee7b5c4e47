"""Rows as Parquet: names and values as a reader sees them, numbers as numbers; needs the extra `parquet`."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from io import BytesIO

from pyoxigraph import Literal, NamedNode

from kg.answers import Rows, Term
from kg.errors import MissingExtra
from kg.questions.wording import is_number


def write(rows: Rows) -> bytes:
    """The rows as one Parquet file, a column a variable: doubles where every value is a number, else text."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtra("parquet", "kg query --format parquet") from error
    found = list(rows.rows)
    columns = {}
    for index, name in enumerate(rows.variables):
        terms = [row[index] for row in found]
        numbers = [_number(t) for t in terms]
        whole = any(n is not None for n in numbers) and all(
            n is not None or t is None for n, t in zip(numbers, terms, strict=True)
        )
        columns[name] = pa.array(numbers, pa.float64()) if whole else pa.array([_text(t) for t in terms], pa.string())
    out = BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def _number(term: Term | None) -> float | None:
    if not isinstance(term, Literal) or not is_number(term):
        return None
    try:
        return float(Decimal(term.value))
    except InvalidOperation:
        return None


def _text(term: Term | None) -> str | None:
    if term is None:
        return None
    return term.value if isinstance(term, NamedNode | Literal) else str(term)
