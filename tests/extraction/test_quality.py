"""Extraction on the reviewed texts stays above the floors of floors.toml."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from reviewed import (
    SHARED,
    by_kind_held_out,
    counted,
    documents,
    extracted,
    fresh,
    fresh_held_out,
    held_out,
    latest_held_out,
    points,
    press,
    retold,
    sayings,
    tallied,
    wide_held_out,
)

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
ACCEPTED = FLOORS.pop("accepted")
SETS = {
    "more": retold,
    "press": press,
    "held out": held_out,
    "fresh": fresh,
    "fresh held out": fresh_held_out,
    "latest held out": latest_held_out,
    "wide held out": wide_held_out,
    "by kind held out": by_kind_held_out,
}
SAYINGS = FLOORS.pop("sayings")
BY_SET = {name: FLOORS.pop(name) for name in SETS}
needs_texts = pytest.mark.skipif(not (SHARED / "extraction").is_dir(), reason="the reviewed texts are not here")


@needs_texts
def test_precision_and_recall_reach_their_floors_by_frame_type() -> None:
    reached = counted(documents())
    below = [
        f"{name}: precision {reached[name].precision:.3f}, recall {reached[name].recall:.3f}, floors {floor}"
        for name, floor in FLOORS.items()
        if reached[name].precision < floor["precision"] or reached[name].recall < floor["recall"]
    ]
    assert below == []


@needs_texts
def test_every_value_of_a_frame_rests_on_characters_of_the_text() -> None:
    for text, found in extracted():
        for frame in found:
            assert frame.fillers
            for filler in frame.fillers:
                assert 0 <= filler.start < filler.end <= len(text), (frame.type, filler)
                assert text[filler.start : filler.end].strip()


@needs_texts
@pytest.mark.parametrize("name", SETS)
def test_other_texts_reach_their_floor(name: str) -> None:
    reached = counted(SETS[name]())["total"]
    assert reached.precision >= BY_SET[name]["precision"]
    assert reached.recall >= BY_SET[name]["recall"]


@needs_texts
def test_sayings_reach_their_floor() -> None:
    reached = tallied(sayings())["total"]
    assert reached.precision >= SAYINGS["precision"]
    assert reached.recall >= SAYINGS["recall"]


@needs_texts
def test_frames_accepted_without_review_are_right_on_texts_that_nobody_read() -> None:
    told = list(points())
    sure = [point for point in told if point[0] >= ACCEPTED["above"]]
    accepted = sum(count for _, _, count in sure)
    assert sum(right for _, right, _ in sure) / accepted >= ACCEPTED["precision"]
    assert accepted / sum(count for _, _, count in told) >= ACCEPTED["share"]
