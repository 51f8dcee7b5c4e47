"""The tool that fits what is learned: the same texts teach the same, and what they teach is found again."""

from __future__ import annotations

from functools import cache
from itertools import islice

import reviewed
import trained
from trained import Examined

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
    told = [one for text in texts() for one in trained.judged(text, trained.drafts(text, weights, record))]
    fitted = trained.confidence(told, [1.0] * len(told))
    assert fitted["opinion"] > 0
    assert {right for _, _, right in told} == {True, False}
