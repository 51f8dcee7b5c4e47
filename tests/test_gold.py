"""Every value of the gold frames of both seeds is in the graph, claimed by that seed."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from pyoxigraph import Literal, NamedNode

from kg import said
from kg.questions import labels
from kg.questions.asking import rows
from kg.questions.local import Local, load

ROOT = Path(__file__).resolve().parent.parent
EXTRACTION = ROOT.parent / "shared" / "extraction"
SEEDS = {
    "000_fe5acbadf811c0fb": "src-seed-000-occitanie-cnes",
    "002_796aa7f4de09df07": "src-seed-002-rencontres-cannes",
}
KINDS = {
    "envelope": "FundingEnvelope",
    "contribution": "Contribution",
    "facility": "Facility",
    "constellation": "Constellation",
    "jobs": "jobs",
    "rank": "rank",
    "share": "share",
}


@pytest.fixture(scope="module")
def graph() -> Local:
    return load((ROOT / "kg" / "graph" / "kg.ttl",))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", EXTRACTION / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def values_of(graph: Local, source: str) -> set[str]:
    """What a source's claims speak of: names and other names of entities, kinds, and literals."""
    claims = [c for c in said.read(graph) if c.source.endswith("/" + source)]
    literals = {c.object.value for c in claims if isinstance(c.object, Literal)}
    literals |= {a.value for c in claims for a in c.alternatives}
    things = {c.subject for c in claims} | {c.object.value for c in claims if isinstance(c.object, NamedNode)}
    names = {name for known in labels.ask(graph, things).names.values() for name in known.values()}
    others = rows(graph, "SELECT ?e ?n WHERE { ?e <http://www.w3.org/2004/02/skos/core#altLabel> ?n }")
    names |= {name.value for entity, name in others if name and entity and entity.value in things}
    kinds = rows(graph, "SELECT ?e ?k WHERE { ?e a ?k }")
    locals_ = {k.value.rsplit("#", 1)[-1] for e, k in kinds if e and k and e.value in things}
    return literals | names | locals_ | {t.rsplit("#", 1)[-1] for t in things}


@pytest.mark.skipif(not EXTRACTION.is_dir(), reason="the gold frames are not ours to ship")
@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_every_gold_value_is_in_the_graph(graph: Local, scorer: ModuleType, seed: str) -> None:
    known = values_of(graph, SEEDS[seed])
    frames = [json.loads(line) for line in (EXTRACTION / "gold" / f"{seed}.jsonl").read_text("utf-8").splitlines()]
    missing = []
    for frame in frames:
        for slot, wanted in frame["slots"].items():
            for value in wanted:
                gold = [KINDS.get(str(v), v) for v in (value if isinstance(value, list) else [value])]
                if not any(scorer.same(slot, gold, k) for k in known):
                    missing.append(f"{frame['type']}.{slot} = {value}")
    assert missing == []
