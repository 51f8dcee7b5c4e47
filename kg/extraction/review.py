"""Review: what a reader says of each frame, kept line by line, and the claims that the accepted ones become."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from kg import files
from kg.errors import Unreadable, WrongUsage
from kg.extraction import claims, deciding, naming
from kg.extraction.frames import SLOTS, Filler, Frame, Value
from kg.extraction.linking import Link
from kg.extraction.slugs import name_of
from kg.extraction.work import Result
from kg.language import Text
from kg.names import suggestion
from kg.terms import curie

_SEEN = 200
Verdict = Literal["accept", "correct", "reject", "undo"]
Slots = Mapping[str, list[Value]]


@dataclass(frozen=True, slots=True)
class Review:
    """The verdicts on one article's frames; each is on the disk as soon as it is given, so that nothing is lost.

    `journal` has one JSON object a line, the last one on a frame holds; `claims` is what `kg build` reads.
    """

    result: Result
    folder: Path
    by: str = "kg review"

    @property
    def name(self) -> str:
        """The article's name, as its files bear it."""
        return name_of(self.result.article)

    @property
    def journal(self) -> Path:
        """Where the verdicts are."""
        return self.folder / f"{self.name}.review.jsonl"

    @property
    def claims(self) -> Path:
        """Where the accepted frames' claims are."""
        return self.folder / f"{self.name}.trig"

    def verdicts(self) -> dict[str, tuple[Verdict, Slots]]:
        """What was said of each frame, by its key; a frame whose verdict was undone is not there."""
        found: dict[str, tuple[Verdict, Slots]] = {}
        if not self.journal.is_file():
            return found
        for number, line in enumerate(files.read_text(self.journal).splitlines(), 1):
            try:
                said = json.loads(line)
                found[said["frame"]] = (said["verdict"], said["slots"])
            except (ValueError, KeyError, TypeError) as error:
                raise Unreadable(
                    Text(
                        en=f"{self.journal}:{number}: not a verdict.",
                        fr=f"{self.journal}:{number} : pas un verdict.",
                    ),
                    Text(en="Correct or delete that line.", fr="Corrigez ou supprimez cette ligne."),
                ) from error
        return {key: said for key, said in found.items() if said[0] != "undo"}

    def waiting(self) -> Iterator[Frame]:
        """The frames on which nothing was said yet, in reading order."""
        said = self.verdicts()
        return (frame for frame in in_order(self.result.frames) if key(frame) not in said)

    def say(self, frame: Frame, verdict: Verdict, slots: Slots | None = None) -> None:
        """Keep a verdict, at once."""
        kept = {"frame": key(frame), "verdict": verdict, "type": frame.type, "slots": slots or slots_of(frame)}
        self.folder.mkdir(parents=True, exist_ok=True)
        with self.journal.open("a", encoding="utf-8") as file:
            file.write(json.dumps(kept, ensure_ascii=False) + "\n")
            file.flush()
            os.fsync(file.fileno())

    def conclude(self) -> int:
        """Write the claims of the frames accepted so far; how many they are. Without any, the file is taken away."""
        named = self._accepted()
        if not named or self.result.document is None:
            self.claims.unlink(missing_ok=True)
            return 0
        for doubt in (d for frame in named for d in self._doubts(frame)):
            if (doubt.entry, doubt.link.entity.iri) not in deciding.waiting(self.decisions):
                self.decide(doubt, "unsure", why="nobody has looked at it")
        written = claims.trig(self.result.article, self.result.document, named, status="accepted")
        files.replace({self.claims: written.encode()})
        return len(named)

    def _accepted(self) -> list[Frame]:
        """The accepted frames with the reader's values, linked by what is decided so far."""
        said = self.verdicts()
        accepted = [
            corrected(frame, said[key(frame)][1])
            for frame in in_order(self.result.frames)
            if key(frame) in said and said[key(frame)][0] in ("accept", "correct")
        ]
        return list(naming.linked(accepted, self.result.document)) if self.result.document is not None else []

    @property
    def decisions(self) -> Path:
        """The folder of decisions, beside the one of extracted claims."""
        return self.folder.parent / "decisions"

    @property
    def undecided(self) -> Path:
        """The file that decisions on names are added to."""
        return self.decisions / deciding.FILE

    def named(self, frame: Frame) -> Frame:
        """The frame with its names linked by what is decided so far."""
        return frame if self.result.document is None else next(naming.linked([frame], self.result.document))

    def doubts(self, frame: Frame) -> list[Doubt]:
        """The frame's names that are only like known ones, as far as nobody has said anything of them yet."""
        said = deciding.waiting(self.decisions)
        return [d for d in self._doubts(self.named(frame)) if (d.entry, d.link.entity.iri) not in said]

    def _doubts(self, frame: Frame) -> Iterator[Doubt]:
        seen: set[str] = set()
        for filler in frame.fillers:
            if filler.link is not None and not filler.link.certain and str(filler.value) not in seen:
                seen.add(str(filler.value))
                yield Doubt(str(filler.value), filler.link, self.name, (filler.start, filler.end))

    def unsure(self) -> int:
        """How many names of the accepted frames are only like known ones."""
        return len({doubt.entry for frame in self._accepted() for doubt in self._doubts(frame)})

    def decide(self, doubt: Doubt, verdict: deciding.Verdict, *, why: str = "") -> Path:
        """Keep a decision on a name, at once; it holds for what is read from then on. The file that it stands in."""
        text, (start, end) = self.result.article.text, doubt.span
        words = " ".join(text[max(0, start - _SEEN // 2) : end + _SEEN // 2].split())
        reason = f"{why or 'asked'}: {doubt.link.how}, {doubt.link.score}/100, in {self.name}: « {words} »"
        decided = deciding.Decided(doubt.entry, doubt.link.entity.iri, verdict, self.by, reason)
        path = deciding.add(self.decisions, decided)
        if self.result.document is not None:
            known = self.result.document.known
            known.index = deciding.index(known.index.entities, self.decisions)
        return path


@dataclass(frozen=True, slots=True)
class Doubt:
    """A name of one document that is only like a known one, and where it stands."""

    spelling: str
    link: Link
    document: str
    span: tuple[int, int]

    @property
    def entity(self) -> str:
        """The short name of the known one."""
        return curie(self.link.entity.iri)

    @property
    def entry(self) -> str:
        """The spelling as a decision has it: initials mean something else in every document."""
        return f"{self.spelling} ({self.document})" if self.link.how in ("initials", "context") else self.spelling


def in_order(frames: Iterable[Frame]) -> list[Frame]:
    """Frames as a reader meets them."""
    return sorted(frames, key=lambda f: (min(x.start for x in f.fillers), f.type, key(f)))


def key(frame: Frame) -> str:
    """The frame's name: what it says and where, whatever rule found it."""
    said = sorted((f.slot, str(f.value), f.start, f.end) for f in frame.fillers)
    return hashlib.sha256(json.dumps([frame.type, said], ensure_ascii=False).encode()).hexdigest()[:16]


def slots_of(frame: Frame) -> dict[str, list[Value]]:
    """The frame's values by slot."""
    return {slot: frame.values(slot) for slot in SLOTS[frame.type] if frame.values(slot)}


def corrected(frame: Frame, slots: Slots) -> Frame:
    """The frame with a reader's values: a kept value keeps its characters, a new one rests on the frame's own passage.

    Raises WrongUsage for a slot that frames of the type do not have.
    """
    for slot in slots:
        if slot not in SLOTS[frame.type]:
            known = ", ".join(SLOTS[frame.type])
            raise WrongUsage(
                Text(en=f"A frame {frame.type} has no slot '{slot}'.", fr=f"{frame.type} n'a pas de case « {slot} »."),
                *suggestion(slot, SLOTS[frame.type]),
                Text(en=f"It has: {known}.", fr=f"On a : {known}."),
            )
    start, end = min(f.start for f in frame.fillers), max(f.end for f in frame.fillers)
    fillers = []
    for slot, values in slots.items():
        for value in values:
            was = next((f for f in frame.fillers if f.slot == slot and f.value == value), None)
            near = was or next((f for f in frame.fillers if f.slot == slot), None)
            place = (near.start, near.end) if near else (start, end)
            fillers.append(was or Filler(slot, value, *place, rule="review"))
    return replace(frame, fillers=tuple(fillers), confidence=1.0)


def read_correction(frame: Frame, typed: str) -> Slots:
    """The frame's slots with `slot=value` put in place; several values are set apart by ` ; `, none empties the slot.

    Raises WrongUsage where it is no such pair, or no such slot.
    """
    slot, equals, text = typed.partition("=")
    if not equals:
        raise WrongUsage(Text(en="Write slot=value.", fr="Écrivez case=valeur."))
    values = [_value(part.strip()) for part in text.split(" ; ") if part.strip()]
    slots = {**slots_of(frame), slot.strip(): values}
    found = {name: said for name, said in slots.items() if said}
    corrected(frame, found)
    return found


def _value(text: str) -> Value:
    """A number where it is one, else the words; dates stay words."""
    try:
        number = float(text.replace("\u202f", "").replace(" ", "").replace(",", "."))
    except ValueError:
        return text
    if len(text) == 4 and text.isdecimal():
        return text
    return int(number) if number == int(number) else number
