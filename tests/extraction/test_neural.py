"""The network that reads words by their vectors: what it is given, and what it makes of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reviewed import understood

from kg.extraction.learned import layers, neural, vectors
from kg.extraction.learned.examined import Candidate, candidates
from kg.extraction.learned.laid import KINDS, laid
from kg.extraction.learned.relations import ANCHORS, RELATIONS, value

SAID = (
    "La Région Occitanie finance l'usine de Sireus Orbital à hauteur de 4,2 M€. Installée à Blagnac, la société "
    "emploie 84 personnes et en vise 150 en 2027."
)


def likeness(one: str, other: str) -> float:
    a, b = (vectors.matrix()[vectors.row(word) - vectors.WORDS].astype(float) for word in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


@pytest.mark.parametrize(
    ("word", "alike", "unlike"),
    [
        ("signed", "signent", "launcher"),
        ("subvention", "funding", "satellite"),
        ("employs", "emploient", "launches"),
        ("located", "située", "signed"),
        ("président", "chairman", "factory"),
    ],
)
def test_words_that_mean_alike_lie_near_in_both_languages(word: str, alike: str, unlike: str) -> None:
    assert likeness(word, alike) > likeness(word, unlike) + 0.2


def test_what_is_no_word_has_a_row_of_its_own() -> None:
    rows = {vectors.row(token) for token in ("2027", "☃", *vectors.SIGNS)}
    assert len(rows) == len(vectors.SIGNS) + 2
    assert max(rows) < vectors.WORDS <= vectors.row("usine") < vectors.WORDS + len(vectors.matrix())


def test_a_text_is_laid_out_as_tokens_that_its_mentions_cover() -> None:
    document = understood(SAID)
    out = laid(document.text, document.prose)
    assert len(out.words) == len(out.kinds) == len(out.looks)
    assert list(out.words).count(vectors.BREAK) == len(document.prose)
    for sentence in document.prose:
        for mention in sentence.mentions:
            start, end = out.spans[mention.start]
            words = vectors.TOKEN.findall(document.text[mention.start : mention.end])
            assert list(out.words[start:end]) == [vectors.row(word) for word in words]
            assert set(out.kinds[start:end]) == {1 + KINDS.index(mention.kind)}


def test_a_word_that_is_mentioned_twice_over_is_the_same_token_both_times() -> None:
    out = next(candidates(understood("Maud Vercel, président du pôle Garonne Orbital, a signé."))).seen.laid
    at = list(out.words).index(vectors.row("président"))
    assert out.spans["Maud Vercel, président".index("président")] == (at, at + 1)


@given(st.integers(-9, 9), st.integers(-5000, 5000))
def test_distances_fall_into_as_many_classes_as_the_network_has(sentences: int, tokens: int) -> None:
    classes = len(neural.shipped().weights["far"])
    assert 0 < neural.distance(sentences, tokens) < classes
    assert (neural.distance(sentences, tokens) >= classes // 2) == (tokens >= 0)


def test_the_network_tells_every_slot_that_the_regressions_tell() -> None:
    asked = {(a.type, a.slot) for a in ANCHORS} | {(r.type, r.slot) for r in RELATIONS}
    assert set(neural.shipped().numbers) == asked
    assert len(neural.shipped().weights["out.w"]) == len(asked)


def read(text: str) -> tuple[neural.Reading, list[Candidate]]:
    found = list(candidates(understood(text)))
    return neural.shipped().read(found[0].seen.laid, found[0].seen.alone), found


def fills(text: str, anchor: object, kind: str, slot: str) -> dict[object, float]:
    """What the network says of each that may fill a slot of an anchor's frame."""
    reading, found = read(text)
    candidate = next(c for c in found if value(c.mention) == anchor)
    (relation,) = [r for r in RELATIONS if (r.type, r.slot) == (kind, slot)]
    pairs = list(candidate.pairs_of(relation))
    _, told = reading.told(candidate.mention, [(p.mention, p.away, p.between) for p in pairs])
    return {
        value(p.mention): float(row[reading.network.numbers[kind, slot]]) for p, row in zip(pairs, told, strict=True)
    }


def test_the_network_tells_who_pays_from_who_is_paid() -> None:
    payer, paid = (fills(SAID, 4_200_000, "Funding", slot) for slot in ("funder", "recipient"))
    assert max(payer, key=lambda who: payer[who]) == "Région Occitanie"
    assert max(paid, key=lambda who: paid[who]) == "Sireus Orbital"


def test_what_is_told_depends_on_what_the_document_is_about() -> None:
    said = "{}Vercel Optique a été reçu par Sireus Orbital. Le site emploie 150 personnes."
    about = "Sireus Orbital recrute. Sireus Orbital investit. "
    one, other = (fills(said.format(before), 150, "Indicator", "subject") for before in (about, ""))
    assert one["Sireus Orbital"] - one["Vercel Optique"] > other["Sireus Orbital"] - other["Vercel Optique"]


def test_a_sentence_has_the_tokens_before_its_break() -> None:
    out = laid((document := understood(SAID)).text, document.prose)
    found = neural.sentences(out)
    assert len(found) == len(document.prose)
    assert [out.words[end] for end in found[:, 1].tolist()] == [vectors.BREAK] * len(found)
    assert found[0, 0] == 0
    assert found[1:, 0].tolist() == (found[:-1, 1] + 1).tolist()


def test_a_long_text_is_read_in_blocks_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, _ = read(SAID)
    monkeypatch.setattr(neural, "_BLOCK", 7)
    in_blocks, _ = read(SAID)
    for whole, parts in zip(reading.mentions, in_blocks.mentions, strict=True):
        assert np.allclose(whole, parts, atol=1e-5)


def test_an_anchor_with_nobody_near_is_read_too() -> None:
    reading, found = read("Sireus Orbital emploie 84 personnes.")
    alone, beside = reading.told(found[0].mention, [])
    assert len(alone) == len(reading.network.numbers)
    assert beside.shape == (0, len(alone))


def test_many_mentions_look_at_one_another_in_batches_as_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, _ = read(SAID * 20)
    monkeypatch.setattr(layers, "_AT_ONCE", 7)
    in_batches, _ = read(SAID * 20)
    for whole, parts in zip(reading.mentions, in_batches.mentions, strict=True):
        assert np.allclose(whole, parts, atol=1e-4)


def test_a_mention_hears_only_of_those_near_it() -> None:
    """What stands so many mentions away that no look reaches it changes nothing; what stands near does."""
    far = "Le site emploie 12 personnes. " * (neural.LOOKS * layers.NEAR)
    for between, same in ((far, True), ("", False)):
        (one, _), (other, _) = (read(f"{first} {between}{SAID}") for first in ("Le CNES signe.", "Airbus finance."))
        last, again = (reading.mentions[0][-1] for reading in (one, other))
        assert np.allclose(last, again, atol=1e-4) == same


def test_who_else_may_fill_a_slot_counts() -> None:
    reading, found = read(SAID)
    candidate = next(c for c in found if value(c.mention) == 4_200_000)
    pairs = [(p.mention, p.away, p.between) for p in candidate.pairs]
    _, together = reading.told(candidate.mention, pairs)
    _, by_itself = reading.told(candidate.mention, pairs[:1])
    assert not np.allclose(together[:1], by_itself, atol=1e-3)
