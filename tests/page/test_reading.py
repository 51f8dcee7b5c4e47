"""A graph read into what the page shows, laid out, and written the same each time."""

from __future__ import annotations

import math
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kg import page, shipped
from kg.cli import cli
from kg.errors import Unreadable, WrongUsage
from kg.page import conflicts, geography, groups, layout, packing, rdf, reading, selection
from kg.page.rdf import Rdf
from kg.page.view import View
from kg.terms import iri

GRAPHS = Path(__file__).parent / "graphs"
SMALL = GRAPHS / "small.ttl"


@pytest.fixture(scope="module")
def held() -> Rdf:
    return rdf.index(rdf.loaded((SMALL,)))


@pytest.fixture(scope="module")
def view(held: Rdf) -> View:
    return reading.read(held)


def embedded(html: bytes, name: str) -> Any:  # noqa: ANN401  JSON
    found = re.search(rf'id="{name}">([^<]*)</script>', html.decode())
    assert found
    return packing.unpacked(found[1])


def places(view: View) -> dict[str, str]:
    return {e.iri.rsplit("/", 1)[-1]: e.place for e in view.entities}


def test_only_what_sources_tell_of_is_drawn(view: View) -> None:
    place = places(view)
    assert place["org-cnes"] == place["region-occitanie"] == "node"
    assert place["region-bretagne"] == "bare"
    assert place["indicator-jobs"] == place["axis-skills"] == "detail"
    assert place["role-delga"] == "never"


def test_a_role_is_a_line_between_person_and_organisation(view: View) -> None:
    line = next(x for x in view.lines if x.end == iri("id:person-carole-delga") and "council" in x.start)
    said = {view.statements[s].predicate for s in line.statements}
    assert iri("rs:roleTitle") in said


def test_dates_that_exclude_each_other_are_disputed_and_more_precise_ones_are_not(held: Rdf) -> None:
    assert conflicts.disputed_properties(held, iri("id:strategy-2023")) == {iri("rs:adoptedOn")}
    precise = rdf.Rdf(
        {
            "x": {
                iri("rs:adoptedOn"): tuple(
                    rdf.Literal(value, iri(f"xsd:{kind}"))
                    for value, kind in (("2024", "gYear"), ("2024-06", "gYearMonth"))
                )
            }
        }
    )
    assert conflicts.disputed_properties(precise, "x") == frozenset()


def test_a_rejected_claim_is_kept_and_is_not_asserted(view: View) -> None:
    aside = [s for s in view.statements if not s.asserted]
    assert [float(s.object.value) for s in aside if not isinstance(s.object, str)] == [60_000_000]


def test_entities_stand_with_their_region(view: View) -> None:
    found = groups.of(view)
    assert found[iri("id:envelope-30m")] == iri("id:region-occitanie")
    assert found[iri("id:event-actinspace")] == iri("id:region-sud")
    assert found[iri("id:org-cnes")] == groups.BEYOND


def test_towns_and_what_is_in_them_are_on_the_map(view: View) -> None:
    located = {e.iri: e.point for e in geography.located(view, geography.read()).entities}
    cannes = located[iri("id:place-cannes")]
    assert cannes is not None
    assert cannes.exact
    assert located[iri("id:event-actinspace")] == cannes
    region = located[iri("id:region-occitanie")]
    assert region is not None
    assert not region.exact


def test_no_two_nodes_share_a_row_and_no_two_groups_a_slot(view: View) -> None:
    placed = layout.of(view)
    for group in placed.groups:
        rows = [placed.places[m] for m in group.members]
        assert len(set(rows)) == len(rows)
    assert len({g.slot for g in placed.groups}) == len({g.corner for g in placed.groups}) == len(placed.groups)


@pytest.fixture(scope="module")
def released() -> View:
    return reading.read(rdf.index(rdf.loaded((shipped.graph(),))))


def test_regions_of_the_released_graph_stand_about_as_on_the_map(released: View) -> None:
    placed = layout.of(released).groups
    slots = {g.name.rsplit("/", 1)[-1]: g.slot for g in placed}
    brittany, grand_est, sud = (slots[f"region-{n}"] for n in ("bretagne", "grand-est", "provence-alpes-cote-d-azur"))
    assert brittany.column < grand_est.column
    assert grand_est.row < sud.row
    assert all(g.shown >= layout.ROWS for g in placed)
    assert slots["region-ecosse"].row < brittany.row < slots["region-acores"].row


def test_records_of_the_work_are_not_drawn(released: View) -> None:
    assert not [e for e in released.entities if e.kind == iri("rs:Decision")]


def test_one_document_less_leaves_nearly_everything_in_its_place(released: View) -> None:
    """Where a source with many claims is taken away: each entity still drawn is measured from its old place."""
    claims = Counter(released.passages[c.passage].source for c in released.claims if c.passage is not None)
    source, _ = sorted(claims.items(), key=lambda item: (-item[1], item[0]))[len(claims) // 4]
    before, after = layout.of(released), layout.of(without(released, source))
    old, new = (
        {m: (g.corner[0] + p.places[m][0], g.corner[1] + p.places[m][1]) for g in p.groups for m in g.members}
        for p in (before, after)
    )
    moved = sorted(math.dist(old[m], new[m]) for m in old if m in new)
    assert moved[len(moved) // 2] == 0
    assert moved[int(len(moved) * 0.9)] <= 2 * layout.CELL[0]


def without(view: View, source: str) -> View:
    """The view as it would be if nobody had read that source: entities of which it alone speaks are gone."""
    gone = {n for n, c in enumerate(view.claims) if c.passage is not None and view.passages[c.passage].source == source}
    lost = {n for n, s in enumerate(view.statements) if s.claims and gone.issuperset(s.claims)}
    said = [(n, end) for n, s in enumerate(view.statements) if s.claims for end in (s.subject, s.object)]
    told = {e.iri for e in view.entities} - {end for n, end in said if n in lost}
    told |= {str(end) for n, end in said if n not in lost}
    return replace(
        view,
        entities=tuple(e for e in view.entities if e.iri in told),
        statements=tuple(replace(s, asserted=False) if n in lost else s for n, s in enumerate(view.statements)),
        lines=tuple(
            replace(x, statements=kept)
            for x in view.lines
            if (kept := tuple(s for s in x.statements if s not in lost)) and {x.start, x.end} <= told
        ),
    )


def test_the_same_graph_gives_the_same_bytes_whatever_the_hash_seed(tmp_path: Path) -> None:
    out = []
    for seed in ("1", "2"):
        path = tmp_path / f"{seed}.html"
        command = [sys.executable, "-m", "kg", "render", "--graph", str(SMALL), "--out", str(path), "--lang", "fr"]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed})
        out.append(path.read_bytes())
    assert out[0] == out[1]


def test_a_plain_file_with_blank_nodes_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "plain.ttl"
    path.write_text(
        "@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix ex: <http://example.org/> .\n"
        'ex:ada a foaf:Person ; foaf:name "Ada" ; foaf:knows [ foaf:name "Grace" ] , ex:alan_turing .\n',
        encoding="utf-8",
    )
    first = page.render(path)
    assert first == page.render(path)
    named = [n for e in embedded(first, "knowledge")["entities"] for n in e["n"].values()]
    assert sorted(named) == ["Ada", "Grace", "alan turing"]
    assert len(embedded(first, "picture")["edges"]) == 2


def test_without_evidence_there_is_no_passage() -> None:
    html = page.render(SMALL, with_evidence=False)
    assert embedded(html, "knowledge")["passages"] == []
    assert "30 millions" not in str(embedded(html, "knowledge"))


def drawn(**part: Any) -> set[str]:  # noqa: ANN401  render's own options
    html = page.render(SMALL, **part)
    entities = embedded(html, "knowledge")["entities"]
    return {entities[n["id"]]["i"] for n in embedded(html, "picture")["nodes"]}


def test_around_an_entity_by_alias_and_depth() -> None:
    near = drawn(around="centre national d'etudes spatiales", depth=1)
    assert "id:agreement-2024" in near
    assert "id:event-actinspace" not in near
    assert near < drawn(around="CNES", depth=3)


def test_a_region_by_another_name() -> None:
    sud = drawn(region="PACA")
    assert {"id:event-actinspace", "id:place-cannes"} <= sud
    assert "id:envelope-30m" not in sud


def test_a_query_from_a_file_chooses_what_is_drawn(tmp_path: Path) -> None:
    query = tmp_path / "money.rq"
    query.write_text("CONSTRUCT { ?m rs:of ?f } WHERE { ?m schema:funder ?f }", encoding="utf-8")
    assert drawn(query=str(query)) == {"id:envelope-30m", "id:contribution-spaceship", "id:council-occitanie"}


def test_nodes_keep_the_places_of_an_earlier_page(tmp_path: Path) -> None:
    before, grown = tmp_path / "before.html", tmp_path / "grown.ttl"
    before.write_bytes(page.render(SMALL))
    more = "".join(
        f'id:org-new-{n} a rs:Company ; rdfs:label "Nouvelle {n}" ; rs:partner id:org-kineis .\n' for n in range(4)
    )
    grown.write_text(SMALL.read_text(encoding="utf-8") + more, encoding="utf-8")

    def at(html: bytes) -> dict[str, tuple[float, float]]:
        names = [e["i"] for e in embedded(html, "knowledge")["entities"]]
        return {names[n["id"]]: (n["x"], n["y"]) for n in embedded(html, "picture")["nodes"]}

    old, new = at(before.read_bytes()), at(page.render(grown, like=before))
    occitanie = ("id:council-occitanie", "id:envelope-30m", "id:org-kineis", "id:strategy-2023")
    assert len({(round(new[n][0] - old[n][0], 1), round(new[n][1] - old[n][1], 1)) for n in occitanie}) == 1
    assert len(set(new.values())) == len(new)
    with pytest.raises(Unreadable, match="not a page"):
        page.render(SMALL, like=grown)


def test_an_unknown_name_is_advice_and_leaves_the_old_page(tmp_path: Path) -> None:
    out = tmp_path / "graph.html"
    out.write_text("old", encoding="utf-8")
    result = CliRunner().invoke(cli, ["render", "--graph", str(SMALL), "--around", "Cnez", "--out", str(out)])
    assert result.exit_code == 2
    assert "Did you mean CNES?" in result.stderr
    assert out.read_text(encoding="utf-8") == "old"


def test_files_that_cannot_be_drawn_are_sentences(tmp_path: Path) -> None:
    broken, unknown = tmp_path / "broken.ttl", tmp_path / "graph.docx"
    broken.write_text("<a> <b>", encoding="utf-8")
    unknown.write_text("x", encoding="utf-8")
    for path in (broken, unknown, tmp_path / "missing.ttl"):
        with pytest.raises(Unreadable, match=path.name):
            page.render(path)


def test_restricting_keeps_claims_passages_and_sources_together(view: View) -> None:
    part = selection.restricted(view, {iri("id:envelope-30m")})
    assert {view.passages[0].exact} <= {p.exact for p in part.passages}
    assert all(c.passage is None or c.passage < len(part.passages) for c in part.claims)
    with pytest.raises(WrongUsage):
        selection.find(view, "nothing of the kind")
