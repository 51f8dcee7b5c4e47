"""Verifying: are the words of every passage where the graph says, and do retellings keep their originals' figures?"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import documents, files
from kg.errors import Unreadable
from kg.graph import Graph
from kg.language import Text
from kg.model import Document

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was compared, and what does not hold."""

    passages: int
    documents: int
    originals: int
    findings: tuple[Text, ...]


def check(graph: Graph, originals: Path | None = None) -> Verified:
    """Compare every passage with its document and, where `originals` has them, retellings with their originals.

    An original is recognised by its SHA-256, whatever its name. Raises Unreadable where the folder has none.
    """
    by_iri = {d.iri: d for d in graph.documents}
    evidence = {c.evidence.iri: c.evidence for c in graph.claims}
    findings = [
        Text(
            en=f"{e.iri}: characters {e.start} to {e.end} of {by_iri[e.source].where} are not the words quoted.",
            fr=f"{e.iri} : les caractères {e.start} à {e.end} de {by_iri[e.source].where} ne sont pas les mots cités.",
        )
        for e in evidence.values()
        if by_iri[e.source].text[e.start : e.end] != e.exact
    ]
    held: Mapping[str, Path] = {}
    with_original = [d for d in graph.documents if d.original]
    if originals is not None:
        held = _held(originals, {d.original.sha256 for d in with_original if d.original})
        for document in with_original:
            if document.original and document.original.sha256 in held:
                findings += _compared(document, held[document.original.sha256])
    return Verified(len(evidence), len(graph.documents), len(held), tuple(findings))


def _held(folder: Path, wanted: set[str]) -> dict[str, Path]:
    if not folder.is_dir():
        raise Unreadable(
            Text(en=f"{folder}: no such folder.", fr=f"{folder} : ce dossier n'existe pas."),
            Text(en="Name the folder that holds the originals.", fr="Nommez le dossier qui contient les originaux."),
        )
    found = {}
    for path in sorted(Path(parent) / name for parent, _, names in os.walk(folder) for name in names):
        if path.is_file() and 0 < path.stat().st_size <= files.LIMIT:
            digest = hashlib.sha256(path.read_bytes()).hexdigest()
            if digest in wanted:
                found[digest] = path
    if not found:
        raise Unreadable(
            Text(
                en=f"{folder}: none of the {len(wanted)} originals is here.",
                fr=f"{folder} : aucun des {len(wanted)} originaux n'est ici.",
            ),
            Text(
                en="An original is recognised by its SHA-256: the file must be the one that was retold.",
                fr="Un original se reconnaît à son SHA-256 : le fichier doit être celui qui a été reformulé.",
            ),
        )
    return found


def _compared(document: Document, path: Path) -> Iterator[Text]:
    original = document.original
    if original is None:
        return
    text = path.read_bytes().decode("utf-8")
    if len(text) != original.length:
        yield Text(
            en=f"{document.where}: the original has {len(text)} characters, not {original.length}.",
            fr=f"{document.where} : l'original a {len(text)} caractères, pas {original.length}.",
        )
    for (start, end), (first, last) in zip(documents.paragraphs(document.text), original.passages, strict=True):
        there = _figures(text[first:last])
        for figure in sorted(_figures(document.text[start:end]) - there):
            yield Text(
                en=f"{document.where}: the figure {figure} is not in characters {first} to {last} of {path.name}.",
                fr=f"{document.where} : le nombre {figure} n'est pas dans les caractères {first} à {last} de {path.name}.",
            )


def _figures(text: str) -> set[str]:
    """The numbers written in digits, without the marks of thousands."""
    return {re.sub(r"[\u00a0\u202f ]", "", found) for found in _FIGURE.findall(text)}
