"""The named questions: which there are, by theme."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kg.errors import WrongUsage
from kg.language import Text
from kg.names import suggestion
from kg.questions import headers
from kg.questions.headers import Question

THEMES: Mapping[str, Text] = {
    "A": Text(en="Who funds what, how much", fr="Qui finance quoi, combien"),
    "B": Text(en="Where", fr="Où"),
    "C": Text(en="When", fr="Quand"),
    "D": Text(en="Who", fr="Qui"),
    "E": Text(en="Content: axes, themes, actions", fr="Contenu : axes, thèmes, actions"),
    "F": Text(en="Compare regions", fr="Comparer les régions"),
    "G": Text(en="Conflicts", fr="Contradictions"),
    "H": Text(en="Sources and trust", fr="Sources et confiance"),
    "I": Text(en="Change over time", fr="Ce qui change"),
    "J": Text(en="Network", fr="Réseau"),
}


def names(folder: Path) -> list[str]:
    """The names of the questions of a folder, in alphabetical order."""
    return sorted(path.stem for path in folder.glob("*.rq"))


def find(name: str, folder: Path) -> Question:
    """The question of that name; WrongUsage suggests the nearest one."""
    known = names(folder)
    if name not in known:
        raise WrongUsage(
            Text(en=f"There is no question '{name}'.", fr=f"Il n'y a pas de question « {name} »."),
            *suggestion(name, known),
            Text(en="List them: kg query", fr="Pour les voir toutes : kg query"),
        )
    return headers.read(folder / f"{name}.rq", name)


def by_theme(folder: Path) -> Mapping[str, list[Question]]:
    """All questions under their themes, each theme's in alphabetical order."""
    found: dict[str, list[Question]] = {theme: [] for theme in THEMES}
    for name in names(folder):
        question = find(name, folder)
        found.setdefault(question.theme, []).append(question)
    return {theme: questions for theme, questions in found.items() if questions}
