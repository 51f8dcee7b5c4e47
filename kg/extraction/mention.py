"""A mention: a stretch of text that names something or states a value."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extraction.values import Value


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names something or states a value; `name` is what it stands for."""

    kind: str
    sort: str
    start: int
    end: int
    name: str
    iri: str | None = None
    nominal: bool = False
    value: Value | None = None
    known: bool = False
    labelled: bool = False

    def covers(self, other: Mention) -> bool:
        """Whether two mentions share a character."""
        return self.start < other.end and other.start < self.end
