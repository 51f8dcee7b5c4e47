"""What single sentences state, by the table of examples and counter-examples."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from reviewed import understood

from kg.extraction import run
from kg.extraction.patterns import Pattern
from kg.extraction.rules import location, membership, role

EXAMPLES = tomllib.loads((Path(__file__).parent / "examples.toml").read_text(encoding="utf-8"))["example"]


def said(text: str, language: str) -> set[str]:
    return {
        f"{frame.type}.{filler.slot}={filler.value}"
        for frame in run.ruled(understood(text, "en" if language == "en" else "fr"))
        for filler in frame.fillers
    }


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"][:60])
def test_a_sentence_states_what_its_example_says(example: dict[str, list[str] | str]) -> None:
    found = said(str(example["text"]), str(example.get("lang", "fr")))
    assert set(example.get("says", [])) - found == set()
    for unwanted in example.get("not", []):
        assert not [f for f in found if f == unwanted or f.startswith((f"{unwanted}.", f"{unwanted}="))]


def test_a_pattern_passes_over_only_sentences_that_it_cannot_match() -> None:
    patterns = [Pattern(rule.pattern) for rule in (*role.RULES, *location.RULES, *membership.RULES)]
    expected = [p._expression for p in (Pattern(pattern.source) for pattern in patterns)]
    matched = passed = 0
    for example in EXAMPLES:
        language = "en" if example.get("lang") == "en" else "fr"
        for typed in understood(str(example["text"]), language).prose:
            for pattern, expression in zip(patterns, expected, strict=True):
                found = [m.span() for m in Pattern(pattern.source).finditer(typed.string)]
                assert found == [m.span() for m in expression.finditer(typed.string)]
                matched += bool(found)
                passed += pattern._hopeless(typed.string)
    assert matched > 0
    assert passed > 0
