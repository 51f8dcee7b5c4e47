"""Contradictions beyond two values of one property: a rank with two holders, a plan that moved, other names."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import graph, pipeline, rdf
from kg.answers import Rows
from kg.questions import running
from kg.terms import PREFIXES

HEAD = """
@prefix rs: <https://w3id.org/regional-space/def#> .
@prefix id: <https://w3id.org/regional-space/id/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
REGISTRY = """
id:org-daily a schema:Organization ; rdfs:label "Daily"@en .
id:org-north a rs:Company ; rdfs:label "North Works"@en .
id:org-south a rs:Company ; rdfs:label "South Works"@en .
id:region-west a rs:Region ; rdfs:label "West"@en .
id:place-como a schema:Place ; rdfs:label "Como"@en .
id:place-milan a schema:Place ; rdfs:label "Milan"@en .
id:asset-probe a rs:Satellite ; rdfs:label "Probe"@en .
id:event-launch a schema:Event ; rdfs:label "First launch"@en .
id:indicator-como a rs:Indicator ; rdfs:label "Como's rank"@en .
id:indicator-milan a rs:Indicator ; rdfs:label "Milan's rank"@en .
"""
TEXT = "Como grew fastest. Milan led the growth. The probe is {maker}'s. The first launch is due in {year}."


def passage(document: str, number: int, words: str, triples: str, said: str = "") -> str:
    name = f"id:p-{document}-{number}"
    return f'{name} oa:hasSource id:src-{document} ; oa:exact "{words}" {said} .\n{name} {{ {triples} }}\n'


def ranked(place: str, as_of: str) -> str:
    return (
        f"id:indicator-{place} schema:about id:place-{place} ; rs:measure rs:rank ; rs:value 1.0 ; "
        f'rs:scope id:region-west ; rs:criterion "growth"@en {as_of} .'
    )


def asked(tmp_path: Path, curated: dict[str, str], published: dict[str, str]) -> list[tuple[str, ...]]:
    """The rows of the question on seeds of these curated files, as standing, kind, subject and the two values."""
    seeds = tmp_path / "seeds"
    for folder in ("registry", "documents", "curated"):
        (seeds / folder).mkdir(parents=True)
    (seeds / "registry" / "all.ttl").write_text(HEAD + REGISTRY, encoding="utf-8")
    for document, date in published.items():
        text = TEXT.format(maker=f"{document} Works", year="2024" if document == "north" else "2022")
        header = (
            f'+++\ntitle = "{document}"\npublisher = "id:org-daily"\npublished = "{date}"\npublished_basis = "stated"\n'
            'language = "en"\nretelling_language = "en"\nkind = "news"\nretold_by = "us"\n+++\n\n'
        )
        (seeds / "documents" / f"{document}.md").write_text(header + text + "\n", encoding="utf-8")
        (seeds / "curated" / f"{document}.trig").write_text(HEAD + curated.get(document, ""), encoding="utf-8")
    path = tmp_path / "kg.ttl"
    path.write_bytes(rdf.write(graph.everything(pipeline.read(seeds))))
    answer = running.ask(running.Wanted("conflicts", (), graphs=(path,)), read_stdin=lambda: b"").answer
    assert isinstance(answer, Rows)
    places = [answer.variables.index(name) for name in ("standing", "kind", "subject", "value", "other_value")]
    return [
        tuple(str(getattr(row[i], "value", "")).removeprefix(PREFIXES["id"]) for i in places) for row in answer.rows
    ]


@pytest.mark.parametrize(
    ("as_of", "standing", "kind"),
    [('; rs:asOf "2018"^^xsd:gYear', "open", "rank"), ("", "uncertain", "undated rank")],
)
def test_a_rank_with_two_holders_is_told_with_both(tmp_path: Path, as_of: str, standing: str, kind: str) -> None:
    curated = passage("north", 1, "Como grew fastest", ranked("como", as_of))
    curated += passage("north", 2, "Milan led the growth", ranked("milan", as_of))
    rows = asked(tmp_path, {"north": curated}, {"north": "2018-10"})
    assert rows == [(standing, kind, "region-west", "place-como", "place-milan")]


def test_ranks_by_other_criteria_are_no_contradiction(tmp_path: Path) -> None:
    curated = passage("north", 1, "Como grew fastest", ranked("como", ""))
    curated += passage("north", 2, "Milan led the growth", ranked("milan", "").replace('"growth"', '"jobs"'))
    assert asked(tmp_path, {"north": curated}, {"north": "2018-10"}) == []


def launch(document: str, year: str, mode: str) -> str:
    dated = f'id:event-launch schema:startDate "{year}"^^xsd:gYear .'
    return passage(document, 1, f"The first launch is due in {year}", dated, f"; rs:mode {mode}")


@pytest.mark.parametrize(
    ("mode", "earlier", "standing"),
    [
        ("rs:planned", "2021", "apparent"),
        ("rs:stated", "2021", "open"),
        ("rs:planned", "2024", "open"),
    ],
    ids=["a plan, then another date", "two facts", "a plan that did not come first"],
)
def test_only_a_plan_that_a_later_source_moved_is_no_contradiction(
    tmp_path: Path, mode: str, earlier: str, standing: str
) -> None:
    curated = {"south": launch("south", "2022", mode), "north": launch("north", "2024", "rs:stated")}
    rows = asked(tmp_path, curated, {"south": earlier, "north": "2023-05"})
    assert [(row[0], row[2]) for row in rows] == [(standing, "event-launch")]


def made(document: str, maker: str) -> str:
    return passage(document, 1, f"The probe is {document} Works's", f"id:asset-probe rs:operator {maker} .")


def test_sources_that_name_quite_other_makers_are_told(tmp_path: Path) -> None:
    curated = {"north": made("north", "id:org-north"), "south": made("south", "id:org-south")}
    rows = asked(tmp_path, curated, {"north": "2023", "south": "2022"})
    assert rows == [("uncertain", "who", "asset-probe", "org-north", "org-south")]


def test_sources_that_share_a_maker_complete_each_other(tmp_path: Path) -> None:
    curated = {"north": made("north", "id:org-north"), "south": made("south", "id:org-south , id:org-north")}
    assert asked(tmp_path, curated, {"north": "2023", "south": "2022"}) == []
