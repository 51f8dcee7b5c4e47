"""French and English: one text in both, and which one the reader wants."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence in both languages."""

    en: str
    fr: str

    def __str__(self) -> str:
        return self.en

    def in_language(self, language: Language) -> str:
        """The sentence in `language`.

        >>> Text(en="year", fr="année").in_language("fr")
        'année'
        """
        return self.fr if language == "fr" else self.en


def of_locale() -> Language:
    """The reader's language by the environment: French where the locale is French, else English.

    KG_LANG wins, then LC_ALL, LC_MESSAGES and LANG in POSIX order.
    """
    for name in ("KG_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.lower().startswith("fr") else "en"
    return "en"
