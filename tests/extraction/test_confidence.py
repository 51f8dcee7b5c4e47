"""How likely each value of a draft is, and which are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extraction import confidence
from kg.extraction.frames import SLOTS, Filler, FrameType
from kg.extraction.learned import evidence, forest, standing
from kg.extraction.learned.evidence import Draft, Told
from kg.extraction.learned.opinions import Thought
from kg.extraction.mention import Mention

LIKELIHOOD = st.one_of(st.none(), st.floats(0, 1))


def opinion_of(likely: float | None) -> Thought | None:
    mention = Mention("L", "", 0, 1, "A")
    return None if likely is None else Thought(likely, mention, mention)


def likely(told: Told, draft: Draft) -> float:
    """How likely a value is right that a draft tells alone."""
    ((sure,),) = confidence.likely([replace(draft, told=(told,))], forest.shipped())
    return sure


@given(LIKELIHOOD, LIKELIHOOD, LIKELIHOOD, LIKELIHOOD, st.sampled_from([(t, s) for t in SLOTS for s in SLOTS[t]]))
def test_a_likelihood_stays_within_bounds(
    seen: float | None, opinion: float | None, rival: float | None, anchor: float | None, place: tuple[FrameType, str]
) -> None:
    kind, slot = place
    one = Told(Filler(slot, "A", 0, 1), seen, opinion_of(opinion), rival)
    assert 0 < likely(one, Draft(kind, "rule", anchor, ())) < 1


@given(st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_what_speaks_for_a_value_never_makes_it_less_likely(
    seen: float, opinion: float, anchor: float, more: float
) -> None:
    filler, draft = Filler("place", "Figeac", 0, 1), Draft("Location", "rule", anchor, ())
    sure = likely(Told(filler, seen, opinion_of(opinion), 0.3), draft)
    assert likely(Told(filler, max(seen, more), opinion_of(opinion), 0.3), draft) >= sure
    assert likely(Told(filler, seen, opinion_of(max(opinion, more)), 0.3), draft) >= sure
    assert likely(Told(filler, seen, opinion_of(opinion), 0.3), replace(draft, likely=max(anchor, more))) >= sure


def test_a_rule_and_classifiers_that_agree_are_believed() -> None:
    filler, draft = Filler("place", "Figeac", 0, 1), Draft("Location", "rule", 0.9, ())
    assert likely(Told(filler, 0.2, opinion_of(0.1), 0.8), draft) < 0.5
    assert likely(Told(filler, 0.9, opinion_of(0.95), 0.05), draft) > 0.8


def test_a_value_is_seen_beside_its_rivals_and_beside_itself_elsewhere() -> None:
    def told(said: str, record: float) -> Told:
        return Told(Filler("place", said, 0, 1), record, None, None)

    made = [
        Draft("Location", "rule", None, (told("Figeac", 0.9), told("Toulouse", 0.6))),
        Draft("Location", "rule", None, (told("Toulouse", 0.8),)),
    ]
    seen = standing.rows(made, {"Location.place": 0.7})
    assert seen.shape == (3, len(standing.COLUMNS))
    by_name = [dict(zip(standing.COLUMNS, row, strict=True)) for row in seen.tolist()]
    assert [row["rank"] for row in by_name] == [0, 1, 0]
    assert [row["rivals"] for row in by_name] == [2, 2, 1]
    assert [row["rank of draft"] for row in by_name] == [0, 1, 0]
    assert [row["drafts"] for row in by_name] == [1, 2, 2]
    assert [row["letters"] for row in by_name] == [6, 8, 8]
    assert {row["slot"] for row in by_name} == {0.7}
    assert by_name[0]["second"] == by_name[1]["record"]
    assert isnan(by_name[2]["second"])
    assert isnan(by_name[0]["opinion"])


def draft_of(kind: FrameType, told: Sequence[tuple[str, str, str, float]]) -> tuple[Draft, list[float]]:
    """A draft of slots, values, rules and likelihoods, and how likely each value is."""
    values = tuple(Told(Filler(slot, said, 0, 1, rule), None, None, None) for slot, said, rule, _ in told)
    return Draft(kind, "rule", None, values), [likely for *_, likely in told]


def test_a_slot_with_room_for_one_takes_the_surer_of_rule_and_classifiers() -> None:
    draft, sure = draft_of(
        "Indicator",
        [
            ("value", "84", "r", 0.9),
            ("subject", "A", "r", 0.5),
            ("subject", "B", evidence.RULE, 0.8),
            ("subject", "C", evidence.RULE, 0.7),
        ],
    )
    frame = confidence.settled(draft, sure)
    assert frame is not None
    assert frame.values("subject") == ["B"]


@pytest.mark.parametrize(
    ("kind", "told", "slots"),
    [
        ("Location", [("entity", "A", "r", 0.6), ("place", "B", "r", 0.2)], None),
        ("Location", [("entity", "A", "r", 0.9), ("place", "B", "r", 0.3)], {"entity": ["A"], "place": ["B"]}),
        (
            "Role",
            [("person", "A", "r", 0.8), ("role", "B", "r", 0.2), ("organisation", "C", "r", 0.3)],
            {"person": ["A"], "organisation": ["C"]},
        ),
        ("Role", [("person", "A", "r", 0.4), ("role", "B", "r", 0.8)], {"person": ["A"], "role": ["B"]}),
        ("Role", [("role", "B", "r", 0.8), ("organisation", "C", "r", 0.8)], None),  # nobody has it
        ("Membership", [("member", "A", "r", 0.9), ("organisation", "B", "r", 0.3)], None),
        ("Membership", [("member", "A", "r", 0.54), ("organisation", "B", "r", 0.55)], None),
        (
            "Membership",
            [("member", "A", "r", 0.8), ("organisation", "B", "r", 0.55)],
            {"member": ["A"], "organisation": ["B"]},
        ),
    ],
)
def test_an_office_or_a_seat_is_told_where_two_of_its_values_are_sure_enough_together(
    kind: FrameType, told: list[tuple[str, str, str, float]], slots: dict[str, list[str]] | None
) -> None:
    draft, sure = draft_of(kind, told)
    frame = confidence.settled(draft, sure)
    assert (frame and {f.slot: frame.values(f.slot) for f in frame.fillers}) == slots


@pytest.mark.parametrize(("described", "sure", "told"), [(False, 0.6, True), (True, 0.6, False), (True, 0.8, True)])
def test_a_common_noun_has_to_be_surer_to_name_a_thing(*, described: bool, sure: float, told: bool) -> None:
    draft, sure_of = draft_of(
        "Asset", [("name", "usine", evidence.RULE, sure), ("kind", "facility", evidence.RULE, sure)]
    )
    frame = confidence.settled(replace(draft, rule=evidence.RULE, described=described), sure_of)
    assert (frame is not None) is told


def test_what_the_classifiers_propose_hangs_on_its_anchor() -> None:
    draft, sure = draft_of("Event", [("name", "A", evidence.RULE, 0.3), ("start", "2024", evidence.RULE, 0.9)])
    assert confidence.settled(replace(draft, rule=evidence.RULE), sure) is None
    assert confidence.settled(draft, sure) is not None


def test_where_one_of_a_rule_and_one_of_the_classifiers_are_as_sure_both_cuts_count() -> None:
    draft, sure = draft_of(
        "Location", [("entity", "A", "r", 0.9), ("place", "B", "r", 0.45), ("place", "C", evidence.RULE, 0.45)]
    )
    frame = confidence.settled(draft, sure)
    assert frame is not None
    assert (frame.values("entity"), frame.values("place")) == (["A"], ["C"])


@pytest.mark.parametrize(
    ("slot", "name", "sure", "values"),
    [
        ("funder", "CNES", 0.8, ["Région Bretagne", "CNES"]),
        ("funder", "CNES", 0.6, ["Région Bretagne"]),  # the slot is filled already
        ("funder", "Bretagne", 0.8, ["Région Bretagne"]),  # another name of who is told
        ("funder", "la Région Bretagne", 0.8, ["Région Bretagne"]),
        ("recipient", "Bretagne", 0.8, []),  # nobody pays himself
        ("recipient", "Kinéis", 0.6, ["Kinéis"]),
    ],
)
def test_what_only_the_classifiers_add_is_somebody_else_and_surer(
    slot: str, name: str, sure: float, values: list[str]
) -> None:
    told = [("amount", "12", "r", 0.9), ("funder", "Région Bretagne", "r", 0.9), (slot, name, evidence.RULE, sure)]
    draft, sure = draft_of("Funding", told)
    frame = confidence.settled(draft, sure)
    assert frame is not None
    assert frame.values(slot) == values


def test_rules_may_name_several_that_pay() -> None:
    draft, sure = draft_of(
        "Funding", [("amount", "12", "r", 0.9), ("funder", "A", "r", 0.9), ("funder", "B", "r", 0.5)]
    )
    frame = confidence.settled(draft, sure)
    assert frame is not None
    assert frame.values("funder") == ["A", "B"]


def test_a_figure_keeps_the_likeliest_measure_however_unsure_and_no_other() -> None:
    told = [("value", "84", "r", 0.9), ("measure", "jobs", "r", 0.2), ("measure", "rank", evidence.RULE, 0.3)]
    draft, sure = draft_of("Indicator", told)
    frame = confidence.settled(draft, sure)
    assert frame is not None
    assert frame.values("measure") == ["rank"]
    draft, sure = draft_of("Indicator", [("value", "84", "r", 0.2), *told[1:]])
    assert confidence.settled(draft, sure) is None


def test_a_figure_of_nobody_is_never_sure_enough_to_be_accepted_unseen() -> None:
    told = [("value", "84", "r", 0.99), ("measure", "jobs", "r", 0.99), ("subject", "A", "r", 0.98)]
    sure = []
    for values in (told, told[:2]):
        frame = confidence.settled(*draft_of("Indicator", values))
        assert frame is not None
        sure.append(frame.confidence)
    assert sure[1] < 0.95 < sure[0]
