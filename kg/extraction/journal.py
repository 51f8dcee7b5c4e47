"""What a run over many documents has done: one file of frames a document, and a journal to go on from."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kg.errors import Unwritable
from kg.extraction.expressions import Expression
from kg.language import Text

JOURNAL = ".journal.jsonl"
_UNFIT = Expression(r"[^\w.+@-]+")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of one document: the file of its frames, or why it failed, in English and French."""

    document: str
    sha256: str = ""
    settings: str = ""
    file: str = ""
    frames: int = 0
    failure: tuple[str, str] | None = None

    def line(self) -> str:
        """The entry as one line of JSON."""
        record = {"document": self.document, "sha256": self.sha256, "settings": self.settings}
        told = {"failure": list(self.failure)} if self.failure else {"file": self.file, "frames": self.frames}
        return json.dumps(record | told, ensure_ascii=False)

    @classmethod
    def parse(cls, line: str) -> Self | None:
        """The entry of a line, or none where a run broke off within it."""
        try:
            record = json.loads(line)
            failure = record.get("failure")
            return cls(
                str(record["document"]), str(record["sha256"]), str(record["settings"]), str(record.get("file", "")),
                int(record.get("frames", 0)), (str(failure[0]), str(failure[1])) if failure else None,
            )  # fmt: skip
        except (ValueError, KeyError, TypeError, AttributeError, IndexError):
            return None


class Journal:
    """The folder that a run writes to. A file of frames is complete or absent; its entry follows it."""

    def __init__(self, folder: Path, suffix: str = "jsonl") -> None:
        """Open the folder and what earlier runs have written there."""
        self.folder = folder
        self._suffix = suffix
        self.entries: dict[str, Entry] = {}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / JOURNAL
            for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
                entry = Entry.parse(line)
                if entry is not None:
                    self.entries[entry.document] = entry
        except (OSError, UnicodeDecodeError) as error:
            raise _unwritable(folder, error) from error
        self._owners = {e.file.lower(): e.document for e in self.entries.values() if e.file}

    def has(self, document: str, settings: str) -> bool:
        """Whether the document has been read as it is now, with the same settings, and its frames are there."""
        entry = self.entries.get(document)
        if entry is None or entry.failure or entry.settings != settings or not (self.folder / entry.file).exists():
            return False
        return bool(entry.sha256) and entry.sha256 == sha256(document)

    def add(self, entry: Entry, lines: Sequence[str] = ()) -> Entry:
        """Write a document's frames, then its entry; returns the entry with the file's name."""
        try:
            if not entry.failure:
                name = self._name(entry.document)
                _replace(self.folder / name, "".join(f"{line}\n" for line in lines))
                entry = Entry(entry.document, entry.sha256, entry.settings, name, len(lines))
            with (self.folder / JOURNAL).open("ab+") as file:
                file.seek(0, os.SEEK_END)
                if file.tell() and (file.seek(-1, os.SEEK_END), file.read(1))[1] != b"\n":
                    file.write(b"\n")  # a line that an interruption cut short stays a line of its own
                file.write(f"{entry.line()}\n".encode())
        except OSError as error:
            raise _unwritable(self.folder, error) from error
        self.entries[entry.document] = entry
        return entry

    def close(self) -> None:
        """Leave the journal in the order of the documents' names: the same run, the same bytes."""
        lines = (self.entries[document].line() for document in sorted(self.entries))
        try:
            _replace(self.folder / JOURNAL, "".join(f"{line}\n" for line in lines))
        except OSError as error:
            raise _unwritable(self.folder, error) from error

    def _name(self, document: str) -> str:
        """A file name for a document: its own, unless another document of the run bears it."""
        known = self.entries.get(document)
        if known and known.file.endswith(f".{self._suffix}"):
            return known.file
        stem = _UNFIT.sub("-", Path(document).stem).strip(".-")[:_LONGEST] or "document"
        name = f"{stem}.{self._suffix}"
        if self._owners.get(name.lower(), document) != document:
            name = f"{stem}-{hashlib.sha256(document.encode(errors='replace')).hexdigest()[:8]}.{self._suffix}"
        self._owners[name.lower()] = document
        return name


def sha256(document: str) -> str:
    """The hash of a file's bytes, empty where it cannot be read."""
    try:
        with Path(document).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def _replace(path: Path, content: str) -> None:
    """Write a file whole: whoever looks sees the old one or the new one."""
    part = path.with_name(f".{path.name.lstrip('.')}.part")
    part.write_text(content, encoding="utf-8", newline="\n")
    part.replace(path)


def _unwritable(folder: Path, error: Exception) -> Unwritable:
    reason = getattr(error, "strerror", None) or str(error)
    return Unwritable(
        Text(en=f"{folder}: the frames cannot be written there ({reason}).",
             fr=f"{folder} : les cadres ne peuvent pas y être écrits ({reason})."),
        Text(en="Name another folder with --out; what is done is kept.",
             fr="Indiquez un autre dossier avec --out ; ce qui est fait est gardé."),
    )  # fmt: skip
