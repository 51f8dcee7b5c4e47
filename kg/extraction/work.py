"""One document's work, from its path to the lines that are written: what the processes of a run are given."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg import __version__
from kg.extraction import claims, frames, known, run
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.reading import Article, read
from kg.language import Language

if TYPE_CHECKING:
    from kg.extraction.llm import Server
    from kg.extraction.names import Gazetteer

Form = Literal["jsonl", "trig"]


@dataclass(frozen=True, slots=True)
class Result:
    """An article with its frames, and how many of a language model's were rejected."""

    article: Article
    document: Document | None
    frames: tuple[Frame, ...]
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Extraction:
    """Reads a document and extracts its frames, by the rules or by a language model; it crosses to other processes."""

    registry: Path
    form: Form = "jsonl"
    date: str | None = None
    language: Language | None = None
    url: str | None = None
    server: Server | None = None

    @property
    def settings(self) -> str:
        """All that the frames depend on besides the document, in one line; a key is no part of it."""
        server = f"{self.server.address} {self.server.model}" if self.server else "rules"
        names = hashlib.sha256()
        for path in self._known_from():
            names.update(path.read_bytes())
        asked = (self.form, self.date or "-", self.language or "-", self.url or "-")
        told = (__version__, *asked, server, names.hexdigest()[:16])
        return " ".join(told)

    def __call__(self, path: str) -> list[str]:
        """The lines of the document's frames or claims."""
        return self.content(self.result(path)).splitlines()

    def result(self, path: str) -> Result:
        """The article of a path with its frames."""
        article = read(path, date=self.date, language=self.language, url=self.url)
        if self.server is not None:
            from kg.extraction import llm

            outcome = llm.extract(article, self.server)
            document = self._understood(article) if self.form == "trig" else None
            return Result(article, document, outcome.frames, outcome.rejected)
        document = self._understood(article)
        return Result(article, document, tuple(run.frames(document)))

    def content(self, result: Result) -> str:
        """What is written for an article."""
        if self.form == "trig" and result.document is not None:
            return claims.trig(result.article, result.document, result.frames)
        return "".join(f"{line}\n" for line in frames.lines(result.frames))

    def _understood(self, article: Article) -> Document:
        registry = self.registry.resolve()
        stamps = tuple((path, (was := path.stat()).st_mtime_ns, was.st_size) for path in self._known_from())
        return run.understand(article, _names(registry, article.language, stamps))

    def _known_from(self) -> list[Path]:
        """The files that names are known from: the registry's, and the decisions beside it."""
        return [*known.files(self.registry), *sorted((self.registry.parent / "decisions").glob("*.csv"))]


@lru_cache(maxsize=4)
def _names(registry: Path, language: Language, stamps: tuple[tuple[Path, int, int], ...]) -> Gazetteer:  # noqa: ARG001
    """The names of a registry, read once in a process as long as its files stay as they are."""
    return run.names_of(registry, language)
