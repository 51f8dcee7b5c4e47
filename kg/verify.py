"""Verifying: the words of every passage are where the graph says, and retellings keep their originals' figures."""

from __future__ import annotations

import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import documents, files, rdf
from kg.errors import Unreadable
from kg.language import Text
from kg.model import Document, Evidence, Iri, Literal
from kg.terms import curie, iri

_FIGURE = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


@dataclass(frozen=True, slots=True)
class Verified:
    """What was compared, and what does not hold."""

    passages: int
    documents: int
    originals: int
    findings: tuple[Text, ...]


def passages(graph: Path) -> Iterator[Evidence]:
    """Every passage of a graph file, in the order of names; Unreadable where the file is not Turtle."""
    said: dict[Iri, dict[Iri, list[str]]] = defaultdict(lambda: defaultdict(list))
    for _, t in rdf.read(graph):
        said[t.subject][t.predicate].append(t.object.value if isinstance(t.object, Literal) else t.object)
    for name in sorted(n for n, about in said.items() if iri("oa:hasSelector") in about):
        about = said[name]
        selected: dict[Iri, list[str]] = {}
        for selector in about[iri("oa:hasSelector")]:
            selected |= said[Iri(selector)]
        exact, before, after = ("".join(selected.get(iri(f"oa:{term}"), ())) for term in ("exact", "prefix", "suffix"))
        start, end = (_number("".join(selected.get(iri(f"oa:{term}"), ()))) for term in ("start", "end"))
        yield Evidence(name, Iri("".join(about[iri("oa:hasSource")])), exact, before, after, start, end)


def check(evidence: Iterable[Evidence], sources: Sequence[Document], originals: Path | None = None) -> Verified:
    """Compare every passage with its document and, where `originals` has them, retellings with their originals.

    An original is recognised by its SHA-256, whatever its name. Raises Unreadable where the folder has none.
    """
    by_iri = {d.iri: d for d in sources}
    findings: list[Text] = []
    count = 0
    for count, passage in enumerate(evidence, 1):  # noqa: B007  counted while it streams
        findings += _located(passage, by_iri.get(passage.source))
    held: Mapping[str, Path] = {}
    with_original = [d for d in sources if d.original]
    if originals is not None:
        held = _held(originals, {d.original.sha256 for d in with_original if d.original})
        for document in with_original:
            if document.original and document.original.sha256 in held:
                findings += _compared(document, held[document.original.sha256])
    return Verified(count, len(sources), len(held), tuple(findings))


def _located(passage: Evidence, document: Document | None) -> Iterator[Text]:
    name = curie(passage.iri)
    if document is None:
        yield Text(
            en=f"{name}: its document {curie(passage.source)} is not in the seeds.",
            fr=f"{name} : son document {curie(passage.source)} n'est pas dans les sources.",
        )
    elif document.text is not None and document.text[max(0, passage.start) : max(0, passage.end)] != passage.exact:
        yield Text(
            en=f'{name}: characters {passage.start} to {passage.end} of {document.where} are not "{passage.exact}".',
            fr=f"{name} : les caractères {passage.start} à {passage.end} de {document.where} ne sont pas "
            f"« {passage.exact} ».",
        )


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
    if original is None or document.text is None:
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
                fr=f"{document.where} : le nombre {figure} n'est pas aux caractères {first} à {last} de {path.name}.",
            )


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else -1


def _figures(text: str) -> set[str]:
    """The numbers written in digits, without the marks of thousands."""
    return {re.sub(r"[\u00a0\u202f ]", "", found) for found in _FIGURE.findall(text)}
