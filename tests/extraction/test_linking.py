"""Names are linked to the registry surely or not at all; what is only like a known name is left to a reader."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from kg.extraction import deciding, frames, known, run
from kg.extraction.linking import Index, Link, Wanted, within
from kg.extraction.reading import Article
from kg.terms import curie, iri

HERE = Path(__file__).parent / "names"
NEW, ASK = "-", "?"


@dataclass(frozen=True)
class Row:
    case: str
    name: str
    kind: str
    sort: str
    beside: str
    entity: str

    def link(self) -> Link | None:
        beside = within(self.beside.split(";")) if self.beside else frozenset()
        return index().link(Wanted((self.name,), self.kind, self.sort, beside))


@cache
def entities() -> tuple[known.Registered, ...]:
    return known.read([HERE / "registry.ttl"], "fr")


@cache
def index() -> Index:
    return Index(entities())


def rows() -> list[Row]:
    lines = (HERE / "table.tsv").read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if not line.startswith("#")]


def found(link: Link | None) -> str:
    return curie(link.entity.iri).removeprefix("id:") if link is not None else NEW


def test_no_name_of_the_table_is_linked_to_another_thing_and_nearly_all_are_found() -> None:
    proposed = [(row, link) for row in rows() if (link := row.link()) is not None and link.proposed]
    wrong = [(row.name, found(link)) for row, link in proposed if found(link) != row.entity]
    there = [row for row in rows() if row.entity[0] not in (NEW, ASK)]
    right = [row for row, link in proposed if found(link) == row.entity]
    seen = [row for row in there if found(row.link()) == row.entity]
    assert len(rows()) >= 100
    assert wrong == []
    assert len(right) / len(there) >= 0.95
    assert len(seen) == len(there)


@pytest.mark.parametrize("row", [r for r in rows() if r.entity.startswith(ASK)], ids=lambda r: r.name)
def test_what_only_a_reader_can_tell_is_left_to_one(row: Row) -> None:
    link = row.link()
    assert link is not None
    assert not link.proposed
    assert found(link) == row.entity.removeprefix(ASK)


@pytest.mark.parametrize(
    ("name", "kind", "entity"),
    [
        ("Space Hub Sutherland", "F", "asset-hub-sutherland"),
        ("Space Hub Bordeaux", "F", "asset-hub-bordeaux"),
        ("Space Hub Brest", "F", NEW),
        ("Thales", "O", "org-thales"),
        ("Thales Alenia Space", "O", "org-thales-alenia-space"),
        ("CSG", "F", "asset-csg"),
        ("CSX", "F", NEW),
        ("Kinéis", "S", "asset-kineis"),
        ("Kinéis", "O", "org-kineis"),
        ("Occitanie", "L", "region-occitanie"),
        ("Région Occitanie", "O", "council-occitanie"),
    ],
)
def test_look_alikes_are_told_apart(name: str, kind: str, entity: str) -> None:
    assert found(index().link(Wanted((name,), kind))) == entity


SMALL = """
id:country-france a schema:Country ; rdfs:label "France"@fr .
id:place-kourou a schema:City ; rdfs:label "Kourou"@fr ; schema:containedInPlace id:country-france .
id:asset-museum a rs:Facility ; rdfs:label "Musée de l'espace (Kourou)"@fr ; skos:altLabel "musée de l'espace"@fr ;
  schema:location id:place-kourou .
id:org-state a rs:PublicBody ; rdfs:label "État français"@fr ; skos:altLabel "État"@fr , "le gouvernement"@fr ;
  rs:jurisdiction id:country-france .
id:country-belgique a schema:Country ; rdfs:label "Belgique"@fr .
id:region-catalogne a rs:Region ; rdfs:label "Catalogne"@fr .
id:org-generalitat a rs:RegionalAuthority ; rdfs:label "Generalitat de Catalogne"@fr ; skos:altLabel "Generalitat"@fr ;
  rs:jurisdiction id:region-catalogne .
"""


def small(folder: Path) -> Path:
    head = [line for line in (HERE / "registry.ttl").read_text(encoding="utf-8").splitlines() if line.startswith("@")]
    registry = folder / "registry.ttl"
    registry.write_text("\n".join([*head, SMALL]), encoding="utf-8")
    return registry


@pytest.mark.parametrize(
    ("name", "entity", "beside", "how"),
    [
        ("musée de l'espace", "asset-museum", "Kourou", "name"),
        ("musée de l'espace", "asset-museum", "Liège", "near"),
        ("Musée de l'Espace", "asset-museum", "Liège;France", "near"),
        ("Musée de l'espace Kourou", "asset-museum", "", "name"),
        ("gouvernement", "org-state", "Québec", "near"),
        ("gouvernement", "org-state", "France", "name"),
        ("État", "org-state", "Québec", "near"),
        ("État français", "org-state", "", "name"),
        ("Generalitat", "org-generalitat", "Valence", "near"),
        ("Generalitat", "org-generalitat", "Catalogne", "name"),
    ],
)
def test_a_name_that_only_says_what_a_thing_is_links_where_the_thing_is(
    tmp_path: Path, name: str, entity: str, beside: str, how: str
) -> None:
    kind = "F" if entity.startswith("asset") else "O"
    link = Index(known.read([small(tmp_path)], "fr")).link(Wanted((name,), kind, beside=within(beside.split(";"))))
    assert link is not None
    assert (found(link), link.how, link.proposed) == (entity, how, how == "name")


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("L'État a versé 3 millions d'euros à Orvella, à Rodez.", "linked"),
        ("L'État a versé 3 millions d'euros à Orvella, à Kourou.", "linked"),
        ("L'État a versé 3 millions d'euros à Orvella, en Belgique.", "to review"),
        ("L'État a versé 3 millions d'euros à Orvella.", "to review"),
    ],
)
def test_the_state_is_that_of_the_land_that_the_document_is_about(tmp_path: Path, text: str, state: str) -> None:
    small(tmp_path)
    article = Article(text, None, None, None, "2024-06-01", "fr", None, "0" * 64, "note.txt")
    lines = [json.loads(frames.line(f)) for f in run.extract(article, run.names_of(tmp_path, "fr"))]
    assert [(k["entity"], k["state"]) for f in lines for k in f["links"] if k["slot"] == "funder"] == [
        ("id:org-state", state)
    ]


def test_a_decision_links_and_deleting_its_line_undoes_it(tmp_path: Path) -> None:
    wanted = Wanted(("Soditec",), "O")
    decided = deciding.Decided("Soditec", iri("id:org-soditech"), "same", "a reader", "the c is a slip")
    path = deciding.add(tmp_path, decided)
    link = deciding.index(entities(), tmp_path).link(wanted)
    assert link is not None
    assert (found(link), link.how, link.certain) == ("org-soditech", "decided", True)
    lines = path.read_text(encoding="utf-8").splitlines()
    assert next(csv.reader(lines[1:])) == ["name", "Soditec", "id:org-soditech", "same", "a reader", "the c is a slip"]
    path.write_text(lines[0] + "\n", encoding="utf-8")
    undone = deciding.index(entities(), tmp_path).link(wanted)
    assert undone is not None
    assert not undone.certain


def test_what_was_told_apart_is_not_offered_again(tmp_path: Path) -> None:
    for spelling in ("Soditec", "Thales Alenia Spcae"):
        entity = iri("id:org-soditech" if spelling == "Soditec" else "id:org-thales-alenia-space")
        deciding.add(tmp_path, deciding.Decided(spelling, entity, "different", "a reader", "two firms"))
    decided = deciding.index(entities(), tmp_path)
    assert [decided.link(Wanted((name,), "O")) for name in ("Soditec", "Thales Alenia Spcae")] == [None, None]


def test_a_decision_on_one_document_holds_for_that_document(tmp_path: Path) -> None:
    deciding.add(tmp_path, deciding.Decided("CST (note)", iri("id:asset-cst"), "same", "a reader", "spelt out below"))
    decided = deciding.index(entities(), tmp_path)
    here, elsewhere = (decided.link(Wanted(("CST",), "F", document=name)) for name in ("note", "other"))
    assert here is not None
    assert here.certain
    assert elsewhere is not None
    assert not elsewhere.certain


def test_a_frame_shows_what_its_names_are_linked_to_how_and_how_surely() -> None:
    text = "La Région Occitanie a versé 30 M€ à Thales Alenia Spcae, société implantée à Toulouse."
    article = Article(text, None, None, None, "2024-06-01", "fr", None, "0" * 64, "note.txt")
    lines = [json.loads(frames.line(f)) for f in run.extract(article, run.names_of(HERE, "fr"))]
    links = {link["value"]: link for line in lines for link in line["links"]}
    assert links["Région Occitanie"]["entity"] == "id:council-occitanie"
    assert links["Région Occitanie"]["state"] == "linked"
    near = links["Thales Alenia Spcae"]
    assert (near["entity"], near["how"], near["state"]) == ("id:org-thales-alenia-space", "near", "proposed")
    assert 85 <= near["score"] < 100
