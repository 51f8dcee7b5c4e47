"""Frames that say the same thing twice become one, however many there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.extraction.frames import SLOTS, Filler, Frame, FrameType
from kg.extraction.merge import merged

NAMES = ("CNES", "cnes", "ESA", "Toulouse", "Région Occitanie")
FIGURES = (30, 30.0, 450)


@st.composite
def stated(draw: st.DrawFn) -> Frame:
    kind: FrameType = draw(st.sampled_from(sorted(SLOTS)))
    slots = draw(st.lists(st.sampled_from(SLOTS[kind]), min_size=1, max_size=3))
    values = st.sampled_from(FIGURES if kind in {"Funding", "Indicator"} else NAMES)
    return Frame(kind, tuple(Filler(slot, draw(values), 0, 1) for slot in slots), "rule")


def one_after_another(frames: list[Frame]) -> list[Frame]:
    """The same, each frame joined to the first that it makes one with, tried by itself."""
    kept: list[Frame] = []
    for frame in frames:
        for at, other in enumerate(kept):
            both = list(merged([other, frame]))
            if len(both) == 1:
                kept[at] = both[0]
                break
        else:
            kept.append(frame)
    return [frame for frame in kept if frame.identified]


@given(st.lists(stated().filter(lambda frame: frame.identified), max_size=8))
def test_many_frames_are_joined_as_two_are(frames: list[Frame]) -> None:
    assert list(merged(frames)) == one_after_another(frames)


def test_what_a_second_frame_adds_remembers_its_rule() -> None:
    first = Frame("Location", (Filler("entity", "CNES", 0, 4),), "one")
    second = Frame("Location", (Filler("entity", "CNES", 0, 4), Filler("place", "Toulouse", 9, 17)), "two")
    (both,) = merged([first, second])
    assert both.rule == "one"
    assert [(f.slot, f.rule) for f in both.fillers] == [("entity", None), ("place", "two")]
