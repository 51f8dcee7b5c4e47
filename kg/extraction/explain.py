"""Why a frame was made: its rule, and the words that each of its values was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.frames import SLOTS, Frame
from kg.language import Text


def explained(frame: Frame, text: str) -> Iterator[Text]:
    """What a reader needs to judge a frame: the type and rule, then a line a value."""
    yield Text(
        en=f"{frame.type} by the rule {frame.rule}, confidence {frame.confidence:.2f}",
        fr=f"{frame.type} par la règle {frame.rule}, confiance {frame.confidence:.2f}",
    )
    for slot in SLOTS[frame.type]:
        for filler in frame.fillers:
            if filler.slot == slot:
                words = " ".join(text[filler.start : filler.end].split())
                yield Text(
                    en=f'  {slot} = {filler.value}   from {filler.start}-{filler.end}: "{words}"',
                    fr=f"  {slot} = {filler.value}   de {filler.start}-{filler.end} : « {words} »",
                )


def lines(frames: Iterable[Frame], text: str) -> Iterator[Text]:
    """The explanation of every frame."""
    for frame in frames:
        yield from explained(frame, text)
