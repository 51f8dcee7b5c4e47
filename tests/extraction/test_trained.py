"""The tool that fits what is learned: the same texts teach the same, and what they teach is found again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from itertools import islice
from statistics import mean

import numpy as np
import reviewed
import trained
from trained import Examined

from kg.extraction import confidence
from kg.extraction.learned import neural, standing
from kg.extraction.learned.forest import Forest, stored
from kg.extraction.learned.opinions import Opinions, opinions
from kg.extraction.learned.record import Record
from kg.extraction.learned.weights import Weights


@cache
def texts() -> tuple[Examined, ...]:
    said = (text for text in reviewed.taught() if text[0].startswith("say-count"))
    return tuple(trained.examined(*text) for text in islice(said, 60))


def test_the_same_texts_teach_the_same_weights() -> None:
    assert trained.relations(texts()) == trained.relations(texts())


def test_what_texts_teach_tells_their_figures_from_other_numbers() -> None:
    weights = Weights(*trained.relations(texts()))
    right: list[float] = []
    wrong: list[float] = []
    for text in texts():
        figures = [v for g in text.gold if g["type"] == "Indicator" for v in g["slots"]["value"]]
        for (on,) in (on for on in Opinions(opinions(text.candidates, weights)) if len(on) == 1):
            if on.anchor.type == "Indicator":
                said = trained.value(on.mention)
                (right if any(trained.says("value", v, said) for v in figures) else wrong).append(on.likely)
    assert sum(right) / len(right) > sum(wrong) / len(wrong) + 0.3


def test_what_speaks_for_a_value_is_fitted_from_what_was_right() -> None:
    weights = Weights(*trained.relations(texts()))
    record = Record(reviewed.seen(trained.values(texts())))
    made = [(text, trained.drafts(text, weights, record, neural.shipped())) for text in texts()]
    told = [(some, [yes for *_, yes in trained.judged(text, some)], 1.0) for text, some in made]
    fitted = read(trained.confidence(told))
    sure: dict[bool, list[float]] = {True: [], False: []}
    for some, rights, _ in told:
        for one, yes in zip((p for draft in confidence.likely(some, fitted) for p in draft), rights, strict=True):
            sure[yes].append(one)
    assert mean(sure[True]) > mean(sure[False]) + 0.3


def test_trees_that_ship_tell_what_the_fitted_ones_tell() -> None:
    chance = np.random.default_rng(0)
    rows = chance.normal(size=(900, len(standing.COLUMNS)))
    rows[chance.random(rows.shape) < 0.2] = np.nan
    right = np.nan_to_num(rows[:, 0]) + np.nan_to_num(rows[:, 6]) * np.nan_to_num(rows[:, 7]) > 0
    fitted = trained.boosted(rows, right, np.ones(900))
    forest = read({"slots": np.array(["Role.role"]), "rates": np.array([0.5]), **trained.trees(fitted)})
    assert forest.rates == {"Role.role": 0.5}
    np.testing.assert_allclose(forest.total(rows), trained.BOLDER * fitted.decision_function(rows), atol=1e-5)


def read(arrays: Mapping[str, np.ndarray]) -> Forest:
    """Trees as they are read from their file."""
    file = io.BytesIO()
    np.savez(file, **arrays)
    file.seek(0)
    return stored(file)
