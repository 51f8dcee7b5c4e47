"""Bring a graph into a store whole or not at all, and make sure that it arrived."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal as OneOf

import pyoxigraph as ox

from kg.errors import NonConforming, Refused
from kg.language import Text
from kg.stores import canonical, replies
from kg.stores.canonical import Canonical
from kg.stores.connection import Body
from kg.stores.endpoint import DEFAULT, Endpoint

STAGING = "https://w3id.org/regional-space/staging/"
CHUNK = 50_000
_CHUNK_OF_UPDATE = 5_000

Way = OneOf["nothing", "put", "stage", "add"]
Say = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What was brought where: the store's kind, the triples it now holds there, their digest, and how."""

    kind: str
    graph: str
    count: int
    digest: str
    way: Way
    respelt: bool
    """Whether the store keeps the values of numbers but spells them its own way."""


class Push:
    """One graph on its way to one graph of a store (DEFAULT, or an IRI).

    What is compared gathers beside the file of `local`, in the caller's own folder;
    `chunk` is how many triples go in one request.
    """

    def __init__(self, store: Endpoint, local: Canonical, graph: str, *, say: Say, chunk: int = CHUNK) -> None:
        self.store = store
        self.local = local
        self.graph = graph
        self._folder = local.path.parent
        self._say = say
        self._chunk = chunk

    @cached_property
    def _local_values(self) -> Canonical:
        return _values(self.local)

    def replace(self) -> Pushed:
        """Have the graph hold these triples and no others: afterwards it is the new one or still the old one."""
        if (found := self._held(self.graph)) is not None:
            return self._done("nothing", found)
        offer = self.store.offer
        small = self.local.count <= self._chunk or self.local.blank
        if offer.graphs is not None and (offer.update is None or (offer.whole and small)):
            if not offer.whole:
                self._say(_unsure(offer.kind))
            self.store.put(self.graph, self._body())
            return self._done("put", self._arrived(self.graph))
        self._stage()
        self.store.update(f"MOVE GRAPH {ox.NamedNode(self.staging)} TO {_target(self.graph)}")
        return self._done("stage", self._arrived(self.graph))

    def add(self) -> Pushed:
        """Have the graph hold these triples besides its own."""
        if self.local.blank:
            raise _blank()
        before = canonical.of(self.store.get(self.graph), self._folder / "before")
        if self._within(before):
            return self._done("nothing", before)
        if self.store.offer.update is None:
            self.store.post(self.graph, self._body())
        else:
            self._stage()
            staging = ox.NamedNode(self.staging)
            self.store.update(f"ADD GRAPH {staging} TO {_target(self.graph)} ;\nDROP SILENT GRAPH {staging}")
        after = canonical.of(self.store.get(self.graph), self._folder / "after")
        if not self._within(after):
            raise self._differs(after)
        return self._done("add", after)

    @property
    def staging(self) -> str:
        """The graph in which chunks gather: its name is the content's, so that the next try finds it again."""
        return f"{STAGING}{self.local.digest[:32]}"

    def _stage(self) -> None:
        """Fill the staging graph, from where an earlier try stopped; what is not right there is made anew."""
        if self.local.blank and self.local.count > self._size():
            raise _blank()
        for last in (False, True):
            done = self.store.count(self.staging) or 0
            if done > self.local.count or last:
                self._drop()
                done = 0
            try:
                self._fill(done)
            except KeyboardInterrupt:
                self._leave()
                raise
            if self._held(self.staging) is not None:
                return
        raise self._differs(canonical.of(self.store.get(self.staging), self._folder / "staged"))

    def _fill(self, done: int) -> None:
        size = self._size()
        done -= done % size
        if done:
            self._say(_resuming(done, self.local.count))
        for start in range(done, self.local.count, size):
            self._bring(start, start + size)
            if self.local.count > size:
                self._say(_progress(min(start + size, self.local.count), self.local.count))

    def _drop(self) -> None:
        self.store.update(f"DROP SILENT GRAPH {ox.NamedNode(self.staging)}")

    def _leave(self) -> None:
        """Tidy up after Ctrl-C: a staging graph of one chunk goes, a longer one waits for the next try."""
        if self.local.count <= self._size():
            with contextlib.suppress(Refused):
                self._drop()
        else:
            self._say(_waits(self.staging))

    def _size(self) -> int:
        return self._chunk if self.store.offer.graphs is not None else min(self._chunk, _CHUNK_OF_UPDATE)

    def _body(self, start: int = 0, stop: int | None = None) -> Body:
        return Body(lambda: self.local.lines(start, stop), self.local.size(start, stop))

    def _bring(self, start: int, stop: int) -> None:
        if self.store.offer.graphs is not None:
            self.store.post(self.staging, self._body(start, stop))
            return
        triples = b"".join(self.local.lines(start, stop)).decode()
        self.store.update(f"INSERT DATA {{ GRAPH {ox.NamedNode(self.staging)} {{\n{triples}}} }}")

    def _held(self, graph: str) -> Canonical | None:
        """What the store holds there where it is these triples; None where it is not."""
        count = self.store.count(graph)
        if count == 0 or count not in (None, self.local.count, self._local_values.count):
            return None
        found = canonical.of(self.store.get(graph), self._folder / "held")
        return found if self._same(found) else None

    def _arrived(self, graph: str) -> Canonical:
        found = canonical.of(self.store.get(graph), self._folder / "found")
        counted = self.store.count(graph)
        if not self._same(found) or counted not in (None, found.count):
            raise self._differs(found)
        return found

    def _same(self, found: Canonical) -> bool:
        return found.digest == self.local.digest or _values(found).digest == self._local_values.digest

    def _within(self, found: Canonical) -> bool:
        if next(canonical.missing(self.local, found), None) is None:
            return True
        return next(canonical.missing(self._local_values, _values(found)), None) is None

    def _done(self, way: Way, found: Canonical) -> Pushed:
        respelt = next(canonical.missing(self.local, found), None) is not None
        return Pushed(self.store.offer.kind, self.graph, found.count, found.digest, way, respelt)

    def _differs(self, found: Canonical) -> Refused:
        place = replies.place(self.store.connection.url)
        lost = next(canonical.missing(self._local_values, _values(found)), b"")
        example = replies.quoted(lost)
        return Refused(
            Text(
                en=f"{place}: {self.local.count} triples were sent, {found.count} came back, and they are not the same"
                f" (the first that is missing: {example}).",
                fr=f"{place} : {self.local.count} triplets envoyés, {found.count} revenus, et ce ne sont pas les mêmes"
                f" (le premier qui manque : {example}).",
            ),
            Text(
                en="Does something else write to that graph? Push again, or load the file by the store's own tool.",
                fr="Quelqu'un d'autre écrit-il dans ce graphe ? Recommencez, ou chargez par l'outil de l'entrepôt.",
            ),
        )


def _target(graph: str) -> str:
    return "DEFAULT" if graph == DEFAULT else f"GRAPH {ox.NamedNode(graph)}"


def read(triples: Iterable[ox.Triple | ox.Quad], folder: Path) -> Canonical:
    """The triples of a push, canonical, in a file of `folder`; raises NonConforming where there are none."""
    found = canonical.of(triples, folder / "local")
    if found.count == 0:
        raise _empty()
    return found


def _values(graph: Canonical) -> Canonical:
    return canonical.respelt(graph, graph.path.with_name(f"{graph.path.name}.values"))


def _empty() -> NonConforming:
    return NonConforming(
        Text(en="There is no triple to push.", fr="Il n'y a aucun triplet à envoyer."),
        Text(
            en="To empty a graph, use the store's own tool, or DROP GRAPH.",
            fr="Pour vider un graphe, utilisez l'outil de l'entrepôt, ou DROP GRAPH.",
        ),
    )


def _blank() -> NonConforming:
    return NonConforming(
        Text(
            en="The graph has blank nodes: sent twice or in pieces, they would become others.",
            fr="Le graphe a des nœuds anonymes : envoyés deux fois ou par morceaux, ils en deviendraient d'autres.",
        ),
        Text(
            en="Give them names (IRIs), or replace a whole graph in one request (--chunk).",
            fr="Donnez-leur des noms (IRI), ou remplacez un graphe entier en une requête (--chunk).",
        ),
    )


def _unsure(kind: str) -> Text:
    return Text(
        en=f"{kind}: replaced in one request; whether a killed store keeps the old graph is the store's doing.",
        fr=f"{kind} : remplacé en une requête ; si l'entrepôt est tué, lui seul décide de ce qui reste.",
    )


def _resuming(done: int, count: int) -> Text:
    return Text(
        en=f"Resuming: {done} of {count} triples are already there.",
        fr=f"Reprise : {done} triplets sur {count} y sont déjà.",
    )


def _progress(done: int, count: int) -> Text:
    return Text(en=f"{done} of {count} triples sent.", fr=f"{done} triplets sur {count} envoyés.")


def _waits(staging: str) -> Text:
    return Text(
        en=f"The graph is unchanged. What was sent waits in <{staging}>: push again to resume, or drop that graph.",
        fr=f"Le graphe est inchangé. Ce qui est envoyé attend dans <{staging}> : relancez, ou supprimez ce graphe.",
    )
