"""What can go wrong, as sentences: where, what, and what to do next.

KgError
├── Several           several of those below, told together
├── NonConforming   1  the data does not conform
│   └── BadSeed     1  a seed says what cannot be: a file, a passage, a value
├── WrongUsage      2  an unknown name, option or parameter, a malformed query
│   └── MissingExtra 2 a command whose extra is not installed
├── Unreadable      3  an input is missing, unreadable, or not what it should be
├── Unwritable      3  an output cannot be written
└── Refused         4  a store or site refused or did not answer
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Self

from kg.language import Language, Text


class KgError(Exception):
    """A mistake that its reader can mend; the command line alone turns it into an exit code."""

    exit_code = 1

    def __init__(self, *sentences: Text) -> None:
        super().__init__("\n".join(s.en for s in sentences))
        self.sentences = sentences

    def in_language(self, language: Language) -> str:
        """What went wrong and what to do next, a sentence a line."""
        return "\n".join(s.in_language(language) for s in self.sentences)


class NonConforming(KgError):
    """The data does not conform."""


class BadSeed(NonConforming):
    """A seed says what cannot be."""

    @classmethod
    def at(cls, where: object, en: str, fr: str, *advice: Text) -> Self:
        """The mistake `en`, `fr` at a place, then what to do."""
        return cls(Text(en=f"{where}: {en}.", fr=f"{where} : {fr}."), *advice)


class Several(KgError):
    """Several mistakes found in one run, told together; the gravest gives the exit code."""

    def __init__(self, errors: Iterable[KgError]) -> None:
        found = list(errors)
        super().__init__(*(s for e in found for s in e.sentences))
        self.exit_code = max(e.exit_code for e in found)


def raise_all(errors: Collection[KgError]) -> None:
    """Raise what was found, if anything was."""
    if errors:
        raise next(iter(errors)) if len(errors) == 1 else Several(errors)


class WrongUsage(KgError):
    """An unknown name, option or parameter, or a malformed query."""

    exit_code = 2


class MissingExtra(WrongUsage):
    """A command whose optional dependencies are not installed."""

    def __init__(self, extra: str, command: str) -> None:
        name = f"regional-space-kg[{extra}]"
        super().__init__(
            Text(
                en=f"{command} needs the extra '{extra}', which is not installed.",
                fr=f"{command} demande l'extra « {extra} », qui n'est pas installé.",
            ),
            Text(en=f"Install it: pip install '{name}'", fr=f"Installez-le : pip install '{name}'"),
        )


class Unreadable(KgError):
    """An input is missing, unreadable, or not what it should be."""

    exit_code = 3


class Unwritable(KgError):
    """An output cannot be written; what stood there before still stands."""

    exit_code = 3


class Refused(KgError):
    """A store or a site refused, or did not answer."""

    exit_code = 4
