"""Extraction on the reviewed texts stays above the floors of floors.toml."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from reviewed import ROOT, SHARED, cross_validated, documents, extracted, judged, scorer, unread, values

from kg.extraction import frames, reading, run

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
MORE_FLOOR = FLOORS.pop("more")
ACCEPTED = FLOORS.pop("accepted")
MORE = sorted((Path(__file__).parent / "more").glob("*.jsonl"))
needs_texts = pytest.mark.skipif(not (SHARED / "extraction").is_dir(), reason="the reviewed texts are not here")


@needs_texts
def test_precision_and_recall_reach_their_floors_by_frame_type() -> None:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for _, hits, false, kind, lost in judged():
        for name in (kind, "total"):
            right[name] += hits
            wrong[name] += false
            missed[name] += lost
    below = []
    for name, floor in FLOORS.items():
        precision = right[name] / max(1, right[name] + wrong[name])
        recall = right[name] / max(1, right[name] + missed[name])
        if precision < floor["precision"] or recall < floor["recall"]:
            below.append(f"{name}: precision {precision:.3f}, recall {recall:.3f}, floors {floor}")
    assert below == []


@needs_texts
def test_every_value_of_a_frame_rests_on_characters_of_the_text() -> None:
    for text, found, _ in extracted():
        for frame in found:
            assert frame.fillers
            for filler in frame.fillers:
                assert 0 <= filler.start < filler.end <= len(text), (frame.type, filler)
                assert text[filler.start : filler.end].strip()


@needs_texts
def test_retellings_of_the_seeds_reach_their_floor() -> None:
    score = scorer()
    known = {language: run.names_of(ROOT / "seeds" / "registry", language) for language in ("fr", "en")}
    right = said = stated = 0
    for gold in MORE:
        (text,) = ROOT.glob(f"seeds/documents/{gold.stem}-*.md")
        article = reading.read(text)
        predicted = [json.loads(frames.line(f)) for f in run.extract(article, known[article.language])]
        wanted = score.load(gold)
        right += sum(len(hits) for _, _, hits in score.pair(wanted, predicted))
        said += sum(len(values) for frame in predicted for values in frame["slots"].values())
        stated += sum(len(values) for frame in wanted for values in frame["slots"].values())
    assert right / said >= MORE_FLOOR["precision"]
    assert right / stated >= MORE_FLOOR["recall"]


@needs_texts
def test_frames_accepted_without_review_are_right_on_texts_that_their_confidence_was_not_fitted_on() -> None:
    points = list(cross_validated(list(values(unread())), list(values(documents()))))
    sure = [point for point in points if point[0] >= ACCEPTED["above"]]
    accepted = sum(count for _, _, count in sure)
    assert sum(right for _, right, _ in sure) / accepted >= ACCEPTED["precision"]
    assert accepted / sum(count for _, _, count in points) >= ACCEPTED["share"]
