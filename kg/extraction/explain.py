"""Why a frame was made: its rule, and the words that each of its values was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extraction.frames import SLOTS, Filler, Frame
from kg.extraction.learned.evidence import RULE as LEARNED
from kg.extraction.linking import TOLD
from kg.language import Text
from kg.terms import curie


def explained(frame: Frame, text: str) -> Iterator[Text]:
    """What a reader needs to judge a frame: the type and rule, then a line a value."""
    by = _by(frame.rule)
    yield Text(
        en=f"{frame.type} {by.en}, confidence {frame.confidence:.2f}",
        fr=f"{frame.type} {by.fr}, confiance {frame.confidence:.2f}",
    )
    for slot in SLOTS[frame.type]:
        for filler in frame.fillers:
            if filler.slot == slot:
                words = " ".join(text[filler.start : filler.end].split())
                is_, sure = _linked(filler), _sure(frame, filler)
                yield Text(
                    en=f'  {slot} = {filler.value}{sure.en}   from {filler.start}-{filler.end}: "{words}"{is_.en}',
                    fr=f"  {slot} = {filler.value}{sure.fr}   de {filler.start}-{filler.end} : « {words} »{is_.fr}",
                )


def _by(rule: str) -> Text:
    if rule == LEARNED:
        return Text(en="by the classifiers, no rule says it", fr="selon les classifieurs, aucune règle ne le dit")
    return Text(en=f"by the rule {rule}", fr=f"par la règle {rule}")


def _sure(frame: Frame, filler: Filler) -> Text:
    """How sure a value is, and whether only the classifiers tell it in a frame of a rule."""
    if filler.confidence is None:
        return Text(en="", fr="")
    added = filler.rule == LEARNED != frame.rule
    share = f"{filler.confidence:.2f}"
    return Text(en=f" ({share}{', classifiers' if added else ''})", fr=f" ({share}{', classifieurs' if added else ''})")


def _linked(filler: Filler) -> Text:
    """What a name is in the registry, how surely and by what; nothing for a value that names nothing known."""
    if filler.link is None:
        return Text(en="", fr="")
    sign = "=" if filler.link.certain else "~" if filler.link.proposed else "~?"
    name, score, how = curie(filler.link.entity.iri), filler.link.score, TOLD[filler.link.how]
    return Text(en=f"   {sign} {name} ({how.en}, {score}/100)", fr=f"   {sign} {name} ({how.fr}, {score}/100)")


def lines(frames: Iterable[Frame], text: str) -> Iterator[Text]:
    """The explanation of every frame."""
    for frame in frames:
        yield from explained(frame, text)
