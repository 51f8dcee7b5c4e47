"""Extracted frames beside reviewed ones: what is right and wrong by frame type and by rule.

Run as a script it fits the confidence again, and prints how reliable it is: python tests/extraction/reviewed.py
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.extraction import frames, reading, run
from kg.extraction.confidence import LEAST, Fitted, Seen
from kg.extraction.frames import Frame
from kg.extraction.names import Gazetteer
from kg.extraction.reading import Article
from kg.language import Language

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FITTED = ROOT / "kg" / "extraction" / "tables" / "confidence.tsv"
HEAD = "# type\trule\tslot\tread: right\twrong\tunread: right\twrong; tests/extraction/reviewed.py fits it\n"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Value = tuple[Frame, str, bool]
"""A frame found in a text, a slot of the frame, and whether a value of the slot is right."""
Record = dict[str, Any]
Point = tuple[float, int, int]
"""A frame's confidence, how many of its values are right, and how many there are."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many values are right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "extraction" / "score.py")
    if spec is None or spec.loader is None:
        raise ImportError("score")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def documents() -> Iterator[tuple[Path, Path]]:
    """Each reviewed text with its gold frames."""
    texts = {p.stem: p for folder in ("extraction/docs", "seeds") for p in (SHARED / folder).glob("*.txt")}
    for gold in sorted((SHARED / "extraction" / "gold").glob("*.jsonl")):
        yield texts[gold.stem], gold


def _beside(folder: str, letters: str) -> Iterator[tuple[Path, Path]]:
    """The articles of a folder whose names end in some letters, with their gold frames."""
    for gold in sorted((Path(__file__).parent / folder).glob(f"*[{letters}].jsonl")):
        yield gold.with_suffix(".txt"), gold


def press() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph knows, read after they had been measured unread."""
    return _beside("press", "abcde")


def fresh() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph does not know, read after they had been measured unread."""
    return _beside("fresh", "fgnp")


def held_out() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph knows, which nobody who writes rules has read."""
    return _beside("press", "h")


def fresh_held_out() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph does not know, which nobody who writes rules has read."""
    return _beside("fresh", "km")


UNREAD = {"h": ("press", "h"), "k": ("fresh", "k"), "m": ("fresh", "m")}
"""The sets of articles that nobody who writes rules has read, each by a writer of its own."""


def retold() -> Iterator[tuple[Path, Path]]:
    """Each retelling of the seeds that has gold frames."""
    for gold in sorted((Path(__file__).parent / "more").glob("*.jsonl")):
        (text,) = ROOT.glob(f"seeds/documents/{gold.stem}-*.md")
        yield text, gold


def was_read() -> Iterator[tuple[Path, Path]]:
    """Every text that was read while rules were written, with its gold frames."""
    yield from documents()
    yield from press()
    yield from fresh()
    yield from retold()


@cache
def known(language: Language) -> Gazetteer:
    return run.names_of(ROOT / "seeds" / "registry", language)


@cache
def _read(text: Path) -> tuple[str, tuple[Frame, ...]]:
    """A text as it is read and the frames in it, even the least sure, extracted once."""
    article = reading.read(text)
    return article.text, tuple(run.extract(article, known(article.language), least=0))


def _found(text: Path) -> tuple[str, tuple[Frame, ...]]:
    """A text as it is read and the frames that are told."""
    words, found = _read(text)
    return words, tuple(frame for frame in found if frame.confidence >= LEAST)


def extracted() -> Iterator[tuple[str, tuple[Frame, ...]]]:
    for text, _ in documents():
        yield _found(text)


def counted(pairs: Iterable[tuple[Path, Path]]) -> Mapping[str, Tally]:
    """Right, wrong and missed values of some texts by type of frame, and in all."""
    return tallied((_found(text)[1], scorer().load(gold)) for text, gold in pairs)


def tallied(pairs: Iterable[tuple[Iterable[Frame], list[Record]]]) -> Mapping[str, Tally]:
    """Right, wrong and missed values of found frames beside gold ones, by type of frame and in all."""
    score = scorer()
    tally: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for found, gold in pairs:
        predicted = [json.loads(frames.line(f)) for f in found]
        hits = [(frame["type"], len(h)) for frame, _, h in score.pair(gold, predicted)]
        said = [(frame["type"], sum(map(len, frame["slots"].values()))) for frame in predicted]
        stated = [(frame["type"], sum(map(len, frame["slots"].values()))) for frame in gold]
        for place, sign, counts in ((0, 1, hits), (1, 1, said), (1, -1, hits), (2, 1, stated), (2, -1, hits)):
            for kind, count in counts:
                tally[kind][place] += sign * count
                tally["total"][place] += sign * count
    return {kind: Tally(*counts) for kind, counts in tally.items()}


def sayings() -> Iterator[tuple[Iterable[Frame], list[Record]]]:
    """What is found in each of the single sayings, beside its gold frames."""
    for path in sorted((Path(__file__).parent / "sayings").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            said, day, language = item["text"], item["date"], item["language"]
            article = Article(said, None, None, None, day, language, None, "0" * 64, item["id"])
            yield run.extract(article, known(article.language)), item["frames"]


def values(pairs: Iterable[tuple[Path, Path]]) -> Iterator[Value]:
    """Every value that is found in some texts, judged."""
    score = scorer()
    for text, gold in pairs:
        _, found = _read(text)
        predicted = [json.loads(frames.line(f)) for f in found]
        hits = {id(p): {(slot, n) for slot, _, n in h} for _, p, h in score.pair(score.load(gold), predicted)}
        for frame, record in zip(found, predicted, strict=True):
            for slot, said in record["slots"].items():
                for number in range(len(said)):
                    yield frame, slot, (slot, number) in hits.get(id(record), ())


def seen(read: Iterable[Value], unread: Iterable[Value] = ()) -> Iterator[Seen]:
    """The counts that confidence is fitted from, in a fixed order."""
    counts: Counter[tuple[tuple[str, str, str], bool, bool]] = Counter()
    for found, new in ((read, False), (unread, True)):
        for frame, slot, right in found:
            counts[(frame.type, frame.rule, slot), new, right] += 1
    for key in sorted({key for key, _, _ in counts}):
        yield Seen(*key, *(counts[key, new, right] for new in (False, True) for right in (True, False)))


def left_out() -> Iterator[Point]:
    """The frames of unread sets, each set rated by what all other texts tell of its rules."""
    read = list(values(was_read()))
    unread = {name: list(values(_beside(*where))) for name, where in UNREAD.items()}
    for name, judged in unread.items():
        others = [value for other, found in unread.items() if other != name for value in found]
        yield from rated(judged, Fitted(seen(read, others)))


def rated(found: Iterable[Value], fitted: Fitted) -> Iterator[Point]:
    """Each frame with its confidence, how many of its values are right, and how many there are."""
    by_frame: defaultdict[int, list[Value]] = defaultdict(list)
    for value in found:
        by_frame[id(value[0])].append(value)
    for same in by_frame.values():
        yield fitted.frame(same[0][0]), sum(right for _, _, right in same), len(same)


def reliability(points: Sequence[Point]) -> Iterator[str]:
    """A table: of frames said to be so sure, how many values are right."""
    yield "| confidence | frames | values | said | right |"
    yield "| --- | --- | --- | --- | --- |"
    for low, high in [*pairwise(BINS), (0.9, 1.01)]:
        inside = [p for p in points if low <= p[0] < high]
        count = sum(n for _, _, n in inside)
        if count:
            said = sum(c * n for c, _, n in inside) / count
            right = sum(r for _, r, _ in inside) / count
            name = f"{low:.2f} to {high:.2f}" if high < 1 else f"{low:.2f} and above"
            yield f"| {name} | {len(inside)} | {count} | {said:.3f} | {right:.3f} |"


def main() -> None:
    unread = [value for where in UNREAD.values() for value in values(_beside(*where))]
    FITTED.write_text(HEAD + "".join(row.line() for row in seen(values(was_read()), unread)), encoding="utf-8")
    print("\n".join(reliability(list(left_out()))))  # noqa: T201  the table is what the tool is run for


if __name__ == "__main__":
    main()
