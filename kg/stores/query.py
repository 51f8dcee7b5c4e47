"""What can be told of a SPARQL query from its text: its form, and the text of one page of its answer."""

from __future__ import annotations

import re
from typing import Literal as OneOf

import pyoxigraph as ox

from kg.errors import WrongUsage
from kg.language import Text

Form = OneOf["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]
_BEFORE = re.compile(
    r"\s+|#[^\n\r]*|base\s*<[^<>\s]*>|prefix\s+[^\s:]*:\s*<[^<>\s]*>|version\s+(?:\"[^\"]*\"|'[^']*')", re.IGNORECASE
)
_FORM = re.compile(r"(select|ask|construct|describe)\b", re.IGNORECASE)
_COMMENT = re.compile(r"#[^\n\r]*")


def form(text: str) -> Form:
    r"""SELECT, ASK, CONSTRUCT or DESCRIBE; raises WrongUsage where the text is no query.

    >>> form("PREFIX a: <urn:a#> # SELECT\nask {}")
    'ASK'
    """
    found = _FORM.match(text, _prologue(text))
    if found is None:
        raise WrongUsage(
            Text(en="That is not a SPARQL query.", fr="Ce n'est pas une requête SPARQL."),
            Text(
                en="A query starts with SELECT, ASK, CONSTRUCT or DESCRIBE, after its prefixes.",
                fr="Une requête commence par SELECT, ASK, CONSTRUCT ou DESCRIBE, après ses préfixes.",
            ),
        )
    word: Form
    for word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE"):
        if found[1].upper() == word:
            return word
    raise AssertionError(found[1])


def page(text: str, size: int, number: int, *, nested: bool) -> str:
    """The query for one page of a SELECT, numbered from 0, in a total order of its rows.

    The query's own order comes first. `nested` puts the order inside, for stores that sort no more rows than they show.
    Raises WrongUsage where the query limits itself or ends with VALUES.
    """
    start = _prologue(text)
    tail = _COMMENT.sub("", text[text.rfind("}") + 1 :])
    if re.search(r"\b(limit|offset)\b", tail, re.IGNORECASE):
        raise _not_paged()
    try:
        names = " ".join(f"?{variable.value}" for variable in _variables(text))
        order = " " if re.search(r"\border\s+by\b", tail, re.IGNORECASE) else " ORDER BY "
        window = f"LIMIT {size} OFFSET {number * size}"
        if nested:
            paged = f"{text[:start]}SELECT {names} WHERE {{ {{ {text[start:]}\n{order}{names} }} }} {window}"
        else:
            paged = f"{text}\n{order}{names} {window}"
        _variables(paged)
    except SyntaxError as error:
        raise _not_paged() from error
    return paged


def _prologue(text: str) -> int:
    at = 0
    while found := _BEFORE.match(text, at):
        at = found.end()
    return at


def _variables(text: str) -> list[ox.Variable]:
    found = ox.Store().query(text)
    return found.variables if isinstance(found, ox.QuerySolutions) else []


def _not_paged() -> WrongUsage:
    return WrongUsage(
        Text(
            en="That query cannot be asked page by page.",
            fr="Cette requête ne peut pas être posée page par page.",
        ),
        Text(
            en="It must be a SELECT without LIMIT, OFFSET or VALUES at its end.",
            fr="Il faut un SELECT sans LIMIT, OFFSET ni VALUES à la fin.",
        ),
    )
