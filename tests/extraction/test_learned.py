"""What the classifiers see and think."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewed import understood

from kg.extraction import run
from kg.extraction.frames import SLOTS
from kg.extraction.learned import offices, record, traits, weights
from kg.extraction.learned.evidence import drafts
from kg.extraction.learned.examined import candidates
from kg.extraction.learned.offices import with_offices
from kg.extraction.learned.opinions import Opinions, opinions
from kg.extraction.learned.relations import ANCHORS, RELATIONS, value
from kg.extraction.learned.weights import Weights

SAID = (
    "Thales Alenia Space, installée à Figeac depuis 2019, conçoit des antennes. La société emploie 84 salariés et a "
    "levé 12 millions d'euros auprès du fonds Garonne Capital. Sa directrice, Maud Vercel, vise 150 salariés en 2027."
)


def thought(text: str) -> Opinions:
    return Opinions(opinions(candidates(understood(text)), weights.shipped()))


def test_a_sentence_is_seen_as_words_and_kinds_of_things() -> None:
    (first, *_) = understood(SAID).prose
    line = traits.tokens(first)
    assert line.words[:4] == ("⟨O", ",", "installé", "à")
    (town,) = [m for m in first.mentions if m.kind == "L"]
    assert line.words[line.at[town.start]] == "⟨L"
    assert traits.prepared_by(line.words, line.at[town.start]) == "à"
    assert traits.leads(line.words, 0)


def test_what_stands_near_may_fill_the_slots_of_what_a_frame_hangs_on() -> None:
    jobs = next(c for c in candidates(understood(SAID)) if value(c.mention) == 84)
    (subject,) = [r for r in RELATIONS if (r.type, r.slot) == ("Indicator", "subject")]
    assert "Thales Alenia Space" in {value(p.mention) for p in jobs.pairs_of(subject)}
    assert {a.type for a in jobs.anchors()} == {"Indicator"}


def test_the_classifiers_tell_staff_from_money_and_a_seat_from_a_date() -> None:
    on = thought(SAID)
    (staff,) = on.on("Indicator", 84)
    assert staff.named == "jobs"
    assert staff.likely > 0.5
    (money,) = on.on("Funding", 12_000_000)
    assert money.likely > 0.5
    assert money.named == "investment"


def test_a_slot_is_filled_from_as_many_sentences_away_as_it_says() -> None:
    said = (
        "Exotrail a levé 54 M€. "
        + "Le tour est clos. " * 4
        + "Bpifrance y a pris part. La date reste inconnue. Eurazeo aussi."
    )
    money = next(c for c in candidates(understood(said)) if value(c.mention) == 54_000_000)
    (funder,) = [r for r in RELATIONS if (r.type, r.slot) == ("Funding", "funder")]
    named = {value(p.mention): p.away for p in money.pairs_of(funder)}
    assert named["Bpifrance"] == funder.after
    assert "Eurazeo" not in named


@pytest.mark.parametrize(
    ("words", "office"),
    [
        ("le chef du service", "chef"),
        ("Président du pôle", "Président"),
        ("ambassadrice en Bretagne", "ambassadrice"),
        ("l'adjointe au maire", "adjointe"),
    ],
)
def test_offices_are_told_in_small_letters_and_capitals(words: str, office: str) -> None:
    document = understood(f"Anne Dupont, {words}, était là.")
    (sentence,) = document.prose
    enriched = with_offices(document.text, sentence, document.language)
    assert office in [m.name for m in enriched.mentions if m.kind == offices.KIND]


def test_everything_that_rules_say_is_weighed_and_nothing_else_is_lost() -> None:
    document = understood(SAID)
    ruled = run.ruled(document)
    made = list(drafts(ruled, thought(SAID), record.shipped()))
    for frame, draft in zip(ruled, made, strict=False):
        assert {(f.slot, f.value) for f in frame.fillers} <= {(t.filler.slot, t.filler.value) for t in draft.told}
    told = list(run.frames(document))
    assert told
    assert all(0 < f.confidence < 1 and f.fillers for f in told)


def test_weights_that_know_nothing_leave_everything_open() -> None:
    (staff,) = Opinions(opinions(candidates(understood(SAID)), Weights())).on("Indicator", 84)
    assert staff.likely == 0
    assert {t.likely for values in staff.slots.values() for t in values.values()} == {0.0}


@settings(deadline=None, max_examples=30)
@given(
    st.lists(
        st.sampled_from(
            ["Airbus", "Toulouse", "12 M€", "84 salariés", "le salon Space Expo", "en 2024", "et", ", à", ". "]
        )
    )
)
def test_frames_rest_on_the_text_whatever_it_says(words: list[str]) -> None:
    text = " ".join(words)
    for frame in run.frames(understood(text)):
        assert all(0 <= f.start < f.end <= len(text) for f in frame.fillers)
        assert all(f.slot in SLOTS[frame.type] for f in frame.fillers)


def test_a_sentence_of_hundreds_of_names_has_pairs_in_proportion() -> None:
    document = understood(", ".join(f"Orbital{n} à Figeac pour {n + 10} M€" for n in range(300)))
    seen = list(candidates(document))
    assert len(seen) > 300
    assert max(len(c.pairs) for c in seen) <= 120


def test_every_classifier_is_fitted() -> None:
    for anchor in ANCHORS:
        assert set(weights.shipped().classes(anchor.type, anchor.slot)) > {weights.NONE}
    for relation in RELATIONS:
        assert weights.FILLS in weights.shipped().classes(relation.type, relation.slot)
