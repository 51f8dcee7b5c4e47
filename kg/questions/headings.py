"""What the columns of the named questions are called, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from kg.language import Language, Text

HEADINGS: Mapping[str, Text] = {
    "source": Text(en="sources", fr="sources"),
}


def heading(variable: str, language: Language) -> str:
    """The heading of a column; a variable of an ad hoc query keeps its own name."""
    known = HEADINGS.get(variable)
    return known.in_language(language) if known else variable.replace("_", " ")
