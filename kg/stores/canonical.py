"""A graph as its canonical triples on disk: sorted N-Triples, each once, with their count and digest."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

import pyoxigraph as ox

from kg.errors import Unreadable
from kg.language import Text
from kg.stores import spelling

_RUN = 200_000
_MOST_WITH_BLANK_NODES = 2_000_000


@dataclass(frozen=True, slots=True)
class Canonical:
    """The triples of one graph, RDFC-1.0: `path` holds a line each, `digest` is the sha256 of its bytes."""

    path: Path
    count: int
    digest: str
    blank: bool
    terms: bool
    """Whether triples stand inside triples (RDF 1.2)."""

    def size(self, start: int = 0, stop: int | None = None) -> int:
        """The bytes of those lines."""
        return sum(map(len, self.lines(start, stop)))

    def lines(self, start: int = 0, stop: int | None = None) -> Iterator[bytes]:
        """The lines from `start` to `stop`, each with its line end."""
        with self.path.open("rb") as file:
            yield from islice(file, start, stop)


def of(triples: Iterable[ox.Triple | ox.Quad], path: Path) -> Canonical:
    """Write the canonical triples to `path`, in bounded memory unless there are blank nodes.

    The names of graphs are left out. Without blank nodes RDFC-1.0 is the sorted lines, so they are sorted in runs
    and merged; with them pyoxigraph names them first, which needs the whole graph in memory.
    """
    runs: list[Path] = []
    blank = terms = False
    lines = _lines(triples)
    while run := sorted(set(islice(lines, _RUN))):
        blank = blank or any(_has_blank(line) for line in run)
        terms = terms or any(b" <<( " in line for line in run)
        beside = path.with_name(f"{path.name}.{len(runs)}")
        beside.write_bytes(b"".join(run))
        runs.append(beside)
    merged = (line for line, _ in groupby(heapq.merge(*map(_read, runs))))
    count, digest = _write(_named(merged) if blank else merged, path)
    for beside in runs:
        beside.unlink()
    return Canonical(path, count, digest, blank, terms)


def respelt(graph: Canonical, path: Path) -> Canonical:
    """The same graph with numbers, booleans and dates spelt canonically: equal for graphs of equal values."""
    return of(spelling.by_value(ox.parse(path=graph.path, format=ox.RdfFormat.N_TRIPLES)), path)


def missing(wanted: Canonical, found: Canonical) -> Iterator[bytes]:
    """The lines of `wanted` that `found` lacks."""
    others = found.lines()
    other = next(others, b"")
    for line in wanted.lines():
        while other and other < line:
            other = next(others, b"")
        if line != other:
            yield line


def _lines(triples: Iterable[ox.Triple | ox.Quad]) -> Iterator[bytes]:
    for triple in triples:
        yield f"{triple.triple if isinstance(triple, ox.Quad) else triple} .\n".encode()


def _has_blank(line: bytes) -> bool:
    """Whether a canonical line names a blank node: as its subject, its object or inside a triple term."""
    if line.startswith(b"_:"):
        return True
    before, _, _ = line.partition(b'"')
    return b" _:" in before or (b"<<(" in line and b" _:" in line)


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        yield from file


def _named(lines: Iterator[bytes]) -> Iterator[bytes]:
    content = b"".join(islice(lines, _MOST_WITH_BLANK_NODES))
    if next(iter(lines), None) is not None:
        raise Unreadable(
            Text(
                en=f"More than {_MOST_WITH_BLANK_NODES:,} triples with blank nodes among them cannot be compared.",
                fr=f"Plus de {_MOST_WITH_BLANK_NODES} triplets, dont des nœuds anonymes, ne se comparent pas.",
            ),
            Text(en="Give the blank nodes names (IRIs).", fr="Donnez des noms (IRI) aux nœuds anonymes."),
        )
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.N_TRIPLES))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return iter(sorted(_lines(dataset)))


def _write(lines: Iterable[bytes], path: Path) -> tuple[int, str]:
    count, digest = 0, hashlib.sha256()
    with path.open("wb") as file:
        for line in lines:
            count += 1
            digest.update(line)
            file.write(line)
    return count, digest.hexdigest()
