"""An expression may pass over a text unasked, but never over one that it matches."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg.extraction
from kg.extraction import literals, names, reading, run
from kg.extraction.engine import Rule
from kg.extraction.expressions import Expression
from kg.extraction.literals import Marked
from kg.extraction.patterns import Pattern
from kg.extraction.reading import Article
from kg.language import Language

HERE = Path(__file__).parent
EXAMPLES = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))["example"]
SHARE = 8
"""Each expression is asked of every eighth sentence, starting with another one each time: all pairs take minutes."""


def of(value: object) -> Iterator[Expression]:
    if isinstance(value, Expression):
        yield value
    elif isinstance(value, Rule):
        yield Pattern(value.pattern)
    elif isinstance(value, dict):
        for item in value.values():
            yield from of(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from of(item)


@cache
def expressions() -> dict[tuple[str, int], Expression]:
    found: dict[tuple[str, int], Expression] = {}
    for module in pkgutil.walk_packages(kg.extraction.__path__, "kg.extraction."):
        for value in vars(importlib.import_module(module.name)).values():
            found |= {parts(e): e for e in of(value)}
    return found


def articles() -> Iterator[Article]:
    for example in EXAMPLES:
        language: Language = "en" if example.get("lang") == "en" else "fr"
        yield Article(str(example["text"]), None, None, None, "2024-06-01", language, None, "0" * 64, "-")
    for path in sorted((HERE / "more").glob("*.txt")):
        yield reading.read(path)


def sentences() -> Iterator[str]:
    known = names.gazetteer()
    for article in articles():
        document = run.understand(article, known)
        yield document.text[:3000]
        yield from (typed.string for typed in document.sentences)


def unasked(expression: Expression) -> Expression:
    """The same expression, not compiled yet."""
    return Pattern(expression.source) if isinstance(expression, Pattern) else Expression(*parts(expression))


def parts(expression: Expression) -> tuple[str, int]:
    return expression.source, expression.flags


def test_an_expression_passes_over_only_texts_that_it_cannot_match() -> None:
    asked = [unasked(e) for e in expressions().values()]
    whole = [re.compile(e.pattern, e.flags) for e in asked]
    matched = passed = 0
    for number, sentence in enumerate(sentences()):
        marked, plain = Marked(sentence), str(sentence)
        for at in range(number % SHARE, len(asked), SHARE):
            if whole[at].search(plain):
                matched += 1
                assert not asked[at]._hopeless(marked), asked[at].source
                assert not unasked(asked[at])._hopeless(plain), asked[at].source
            else:
                passed += asked[at]._hopeless(marked)
    assert len(asked) > 1000
    assert matched > 1000
    assert passed > 10 * matched


@pytest.mark.parametrize(
    ("source", "alternatives"),
    [
        ("sign(?:ed|s)? by", [["sign", " by"]]),
        (r"(?:join|adh[éè]r)\w+ (?:the )?⟨O\d+⟩", [["adh join", "⟨o"]]),
        ("<person:P>(?: of <OL>)?leaves", [["⟨p", "leaves"]]),
        ("<party:OL+>", [["⟨l ⟨o"]]),
        ("[Ss]ite|plant", [["site"], ["plant"]]),
        ("(?<!new )(?=old )site(?! of)", [["site"]]),
        ("(?i)(?P<head>BASE)", [["base"]]),
        ("ports?", [["port"]]),
        ("(?:à |a)?x*y{0,2}", [[]]),
        ("(?:of|b?)the", [["the"]]),
        ("(unclosed", [[]]),
    ],
)
def test_what_a_match_cannot_do_without(source: str, alternatives: list[list[str]]) -> None:
    found = [{" ".join(sorted(clause)) for clause in clauses} for clauses in literals.required(source)]
    assert found == [set(clauses) for clauses in alternatives]


LETTERS = "abéis k'"
words = st.text(LETTERS, min_size=1, max_size=5)
sources = st.recursive(
    words | st.sampled_from([r"\w", r"\b", "[ab]", "[Ss]", "[^a]", ".", "^", "$", r"\.", "⟨[OL]", "(?!ab)", "(?<=é)"]),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4).map("".join)
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})")
        | st.tuples(inner, st.sampled_from(["?", "*", "+", "{0,2}", "{1,3}", "??"])).map(lambda p: f"(?:{p[0]}){p[1]}")
    ),
    max_leaves=12,
)


@given(sources, st.lists(sources, max_size=2), st.text(LETTERS + "ABÉISKıſİ⟨OL1⟩.", max_size=30), st.booleans())
def test_no_text_is_passed_over_that_matches(source: str, more: list[str], text: str, insensitive: bool) -> None:  # noqa: FBT001
    flags = re.IGNORECASE if insensitive else 0
    whole = "|".join([source, *more])
    if re.search(whole, text, flags):
        assert Expression(whole, flags).search(Marked(text))
        assert Expression(whole, flags).search(text)
