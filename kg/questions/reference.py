"""The list of the questions as Markdown, made from their headers: `python -m kg.questions.reference FOLDER`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from kg.questions import catalogue
from kg.questions.headers import Question


def markdown(folder: Path) -> str:
    """Every question under its theme: its title in both languages, what it takes, which of the sixty it answers."""
    return "".join(_lines(folder))


def _lines(folder: Path) -> Iterator[str]:
    for theme, questions in catalogue.by_theme(folder).items():
        title = catalogue.THEMES[theme]
        yield f"\n### {theme}. {title.en} · {title.fr}\n\n"
        for question in questions:
            yield from _question(question)


def _question(question: Question) -> Iterator[str]:
    title = question.title
    answers = f" ({', '.join(map(str, question.answers))})" if question.answers else ""
    yield f"* `{question.name}`{answers}: {title.en if title else ''}  \n  *{title.fr if title else ''}*"
    takes = [f"`{p.name}`{' (needed)' if p.required else ''}" for p in question.parameters if p.name != "as_of"]
    if any(p.name == "as_of" for p in question.parameters):
        takes.append("`--as-of`")
    yield f"  \n  Takes {', '.join(takes)}.\n" if takes else "\n"


if __name__ == "__main__":
    sys.stdout.write(markdown(Path(sys.argv[1])))
