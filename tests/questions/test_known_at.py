"""What was known at a date: --known-at leaves what no source published by then says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.errors import WrongUsage

Answers = Callable[..., list[tuple[str, ...]]]


def test_before_the_first_source_nothing_is_known(answers: Answers) -> None:
    assert answers("corroboration", "subject", known_at="2020") == []
    assert answers("funding", "funding", known_at="2020") == []


def test_what_a_later_source_alone_says_is_left_out(answers: Answers) -> None:
    assert answers("events", "event", known_at="2024-12") == [
        ("event-tribune-space-forum-7",), ("event-salon-spatial-occitanie-2026",), ("series-salon-spatial-occitanie",),
    ]  # fmt: skip
    assert ("event-act-in-space-2026-cannes",) in answers("events", "event", known_at="2025-11-13")


def test_the_day_itself_counts_and_a_month_counts_when_it_is_over(answers: Answers) -> None:
    assert answers("axes", "plan", known_at="2024-09-09") == []
    assert answers("axes", "plan", known_at="2024-09-10") != []
    adopted = answers("adoptions", "adopted", graph="further", known_at="2023-11-29")
    assert adopted == []
    assert answers("adoptions", "adopted", graph="further", known_at="2023-12") == [("2023-11-16",)]


def test_a_fact_that_an_earlier_source_also_states_stays(answers: Answers) -> None:
    amount = answers("envelopes", "plan amount", graph="further", known_at="2023-12-31")
    assert amount == [("strategy-occitanie-space-roadmap", "30000000")]


def test_a_contradiction_appears_with_its_second_source(answers: Answers) -> None:
    question = ("conflicts", "property value other_value", "subject=strategy-occitanie-space-roadmap")
    assert answers(*question, graph="further", known_at="2024-01") == []
    assert answers(*question, graph="further", known_at="2024-10") == [("rs:adoptedOn", "2023-11-16", "2024-06")]


def test_a_date_that_is_none_is_told(answers: Answers) -> None:
    with pytest.raises(WrongUsage, match="not a date"):
        answers("axes", "plan", known_at="soon")
