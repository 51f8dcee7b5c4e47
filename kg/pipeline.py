"""From the seeds to the graph and its files: read all, check all, write all or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg import (
    curated,
    decisions,
    described,
    documents,
    files,
    graph,
    page,
    rdf,
    registry,
    shipped,
    telling,
    validate,
    vocabulary,
)
from kg.errors import NonConforming, raise_all
from kg.graph import Graph
from kg.language import Text
from kg.memory import uncollected
from kg.model import Iri
from kg.terms import iri

_FEW = 10
"""How many violations are told in full."""


@dataclass(frozen=True, slots=True)
class Built:
    """Where a build wrote the graph, the facts alone and the page, and its counts by what is counted."""

    graph: Path
    facts: Path
    page: Path
    counts: tuple[tuple[Text, int], ...]


def read(seeds: Path) -> Graph:
    """The graph that the seeds say.

    Mistakes are told all together, those that would only follow from others left out: first the documents', then
    the registry's and the passages', then unknown names.
    """
    words = vocabulary.read(shipped.vocabulary())
    sources, errors = documents.read_all(seeds / "documents")
    raise_all(errors)
    entities, errors = registry.read_all(seeds / "registry", words)
    by_iri = {d.iri: d for d in sources}
    found = list(curated.read_all(seeds / "curated", "curated", by_iri, words))
    if (seeds / "extracted").is_dir():
        found += curated.read_all(seeds / "extracted", "extracted", by_iri, words)
    for file in found:
        entities += file.entities
        errors += file.errors
        sources += [file.document] if file.document else []
    raise_all([*errors, *registry.duplicates(entities)])
    entities += [described.unknown_publisher(d) for d in sources if d.publisher == described.UNKNOWN_PUBLISHER][:1]
    known = {e.iri for e in entities} | {d.iri for d in sources}
    errors += registry.unknown_references(entities, known)
    for file in found:
        errors += curated.unknown_entities(file, known)
    verdicts, mistakes = decisions.read_all(seeds / "decisions", known)
    raise_all([*errors, *mistakes])
    claims = tuple(c for file in found for c in file.claims)
    return Graph(tuple(entities), tuple(sources), claims, tuple(verdicts), words)


def build(seeds: Path, out: Path) -> Built:
    """Read the seeds, check the graph, and write its files: all of them, or none.

    Raises what `read` raises, NonConforming where a shape is violated, Unwritable where the files cannot be written.
    """
    with uncollected():
        read_graph = read(seeds)
        facts, triples = set(graph.facts(read_graph)), set(graph.everything(read_graph))
        counts = tuple(_counts(read_graph, len(facts), len(triples)))
        built = Built(out / "kg.ttl", out / "facts.ttl", out / "graph.html", counts)
        whole = rdf.write(triples)
        with ThreadPoolExecutor() as beside:  # the validator computes outside Python's lock, while the page is made
            report = beside.submit(validate.check, whole, at_once=False)
            drawn = beside.submit(page.render, _held(whole))
            _conforming(report.result())
            contents = {built.facts: rdf.write(facts), built.page: drawn.result(), built.graph: whole}
    files.replace(contents)
    return built


def _held(turtle: bytes) -> ox.Store:
    store = ox.Store()
    store.bulk_load(turtle, format=ox.RdfFormat.TURTLE)
    return store


def _conforming(report: validate.Report) -> None:
    violations = [f for f in report.findings if f.severity == "violation"]
    if violations:
        count = len(violations)
        raise NonConforming(
            Text(
                en=f"The graph does not conform: {count} violation{'s' * (count > 1)}. Nothing was written.",
                fr=f"Le graphe n'est pas conforme : {count} violation{'s' * (count > 1)}. Rien n'a été écrit.",
            ),
            *(sentence for finding in violations[:_FEW] for sentence in telling.sentences(finding)),
        )


def _counts(read_graph: Graph, facts: int, triples: int) -> Iterator[tuple[Text, int]]:
    yield Text(en="sources", fr="sources"), len(read_graph.documents)
    yield Text(en="entities", fr="entités"), len(read_graph.entities)
    regions = Counter(e.kind for e in read_graph.entities)[iri("rs:Region")]
    yield Text(en="of these regions", fr="dont régions"), regions
    yield Text(en="claims", fr="affirmations"), len(read_graph.claims)
    passages: set[Iri] = {c.evidence.iri for c in read_graph.claims}
    yield Text(en="passages", fr="passages"), len(passages)
    yield Text(en="decisions", fr="décisions"), len(read_graph.decisions)
    yield Text(en="facts", fr="faits"), facts
    yield Text(en="triples", fr="triplets"), triples
