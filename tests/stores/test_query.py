"""What is told of a query from its text."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import WrongUsage
from kg.stores import query

PREFIXED = "# SELECT in a comment\nBASE <urn:x>\nPREFIX : <urn:#ask>\nprefix a-b: <urn:a/>\n"


@pytest.mark.parametrize("form", ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"])
@pytest.mark.parametrize("before", ["", "\n\t ", PREFIXED])
def test_the_form_stands_after_the_prologue(form: str, before: str) -> None:
    assert query.form(f"{before}{form} {{}}") == form
    assert query.form(f"{before}{form.lower()}*{{}}") == form


@pytest.mark.parametrize("text", ["", "# SELECT", "INSERT DATA {}", "PREFIX : urn:a SELECT * {}", "SELECTED {}"])
def test_what_is_no_query_is_told(text: str) -> None:
    with pytest.raises(WrongUsage):
        query.form(text)


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?s ?o WHERE { ?s <urn:p> ?o }",
        "SELECT ?s ?o WHERE { ?s <urn:p> ?o } ORDER BY DESC(?o)",
        "PREFIX u: <urn:>\nSELECT * { ?s u:p ?o } # LIMIT 3",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (COUNT(*) > 0)",
    ],
)
def test_pages_cover_an_answer_without_overlap(text: str, nested: bool) -> None:  # noqa: FBT001
    store = ox.Store()
    store.extend(ox.Quad(ox.NamedNode(f"urn:{n}"), ox.NamedNode("urn:p"), ox.Literal(n % 4)) for n in range(23))
    pages = [list(store.query(query.page(text, 5, n, nested=nested))) for n in range(6)]  # type: ignore[arg-type]
    assert [len(page) for page in pages] == [5, 5, 5, 5, 3, 0]
    rows = {str(row) for page in pages for row in page}
    assert rows == {str(row) for row in store.query(text)}  # type: ignore[union-attr]


@pytest.mark.parametrize("end", ["LIMIT 3", "OFFSET 2", "limit 1 offset 1", "VALUES ?s { <urn:1> }"])
def test_a_query_that_limits_itself_is_not_paged(end: str) -> None:
    with pytest.raises(WrongUsage):
        query.page(f"SELECT ?s WHERE {{ ?s ?p ?o }} {end}", 5, 0, nested=False)
