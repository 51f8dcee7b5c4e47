"""Extracted frames beside reviewed ones: what is right and wrong by frame type and by rule.

Run as a script it prints how reliable the confidence is: python tests/extraction/reviewed.py
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

from kg.extraction import frames, names, reading, run
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.learned.record import Seen
from kg.extraction.names import Gazetteer
from kg.extraction.reading import Article
from kg.language import Language

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Value = tuple[Frame, str, str, bool]
"""A frame found in a text, a slot of it, the rule that read a value of the slot, and whether the value is right."""
Gold = dict[str, Any]
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


@cache
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


def latest() -> Iterator[tuple[Path, Path]]:
    """As fresh, read last."""
    return _beside("fresh", "qrtwz")


def unruled() -> Iterator[tuple[Path, Path]]:
    """Articles that nobody who writes rules has read: classifiers learn from them."""
    yield from _beside("fresh", "uvxyijabcdes")
    yield from _beside("press", "ij")
    yield from _beside("wide", "o")


def held_out() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph knows, of which neither rules nor classifiers know anything."""
    return _beside("press", "h")


def fresh_held_out() -> Iterator[tuple[Path, Path]]:
    """Articles after sources that the graph does not know, of which neither rules nor classifiers know anything."""
    return _beside("fresh", "km")


def latest_held_out() -> Iterator[tuple[Path, Path]]:
    """As fresh_held_out, later: on councils, funds, plants, fairs and figures, as the first reviewed texts are."""
    return _beside("fresh", "hl")


def wide_held_out() -> Iterator[tuple[Path, Path]]:
    """As fresh_held_out, of the last articles written: from all over Europe and beyond, on all kinds of news."""
    return _beside("wide", "h")


def by_kind_held_out() -> Iterator[tuple[Path, Path]]:
    """As fresh_held_out: on events, agreements and plans, of which each article has several."""
    return _beside("wide", "l")


def unread() -> Iterator[tuple[Path, Path]]:
    """Every article of which neither rules nor classifiers know anything."""
    yield from held_out()
    yield from fresh_held_out()
    yield from latest_held_out()
    yield from wide_held_out()
    yield from by_kind_held_out()


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
    yield from latest()
    yield from retold()


@cache
def known(language: Language) -> Gazetteer:
    return run.names_of(ROOT / "seeds" / "registry", language)


@cache
def unregistered() -> Gazetteer:
    """The names that are known without any registry."""
    return names.gazetteer()


def understood(text: str, language: Language = "fr") -> Document:
    """A text made up for a test."""
    article = Article(text, None, None, None, "2024-06-01", language, None, "0" * 64, "-")
    return run.understand(article, unregistered())


@cache
def _found(text: Path) -> tuple[str, tuple[Frame, ...]]:
    """A text as it is read and the frames in it, extracted once."""
    article = reading.read(text)
    return article.text, tuple(run.extract(article, known(article.language)))


def extracted() -> Iterator[tuple[str, tuple[Frame, ...]]]:
    for text, _ in documents():
        yield _found(text)


def counted(pairs: Iterable[tuple[Path, Path]]) -> Mapping[str, Tally]:
    """Right, wrong and missed values of some texts by type of frame, and in all."""
    return tallied((_found(text)[1], scorer().load(gold)) for text, gold in pairs)


def tallied(pairs: Iterable[tuple[Iterable[Frame], list[Gold]]]) -> Mapping[str, Tally]:
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


def _sayings() -> Iterator[tuple[str, Article, list[Gold]]]:
    """Each of the single sayings, as an article, with its gold frames."""
    for path in sorted((Path(__file__).parent / "sayings").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            said, day, language = item["text"], item["date"], item["language"]
            article = Article(said, None, None, None, day, language, None, "0" * 64, item["id"])
            yield f"say-{item['id']}", article, item["frames"]


def sayings() -> Iterator[tuple[Iterable[Frame], list[Gold]]]:
    """What is found in each of the single sayings, beside its gold frames."""
    for _, article, gold in _sayings():
        yield run.extract(article, known(article.language)), gold


def taught() -> Iterator[tuple[str, Article, list[Gold]]]:
    """Every text that was read while rules were written, with its gold frames."""
    for text, golds in was_read():
        yield text.stem, reading.read(text), scorer().load(golds)
    for name, article, golds in _sayings():
        for gold in golds:
            gold["slots"] = {slot: said if isinstance(said, list) else [said] for slot, said in gold["slots"].items()}
        yield name, article, golds


def learned_from() -> Iterator[tuple[str, Article, list[Gold]]]:
    """Every text from which classifiers learn, and rules know nothing."""
    for text, gold in unruled():
        yield text.stem, reading.read(text), scorer().load(gold)


def judged(found: Sequence[Frame], gold: Sequence[Gold]) -> Iterator[Value]:
    """Every value that is found in a text, and whether it is right."""
    predicted = [json.loads(frames.line(f)) for f in found]
    hits = {id(p): {(slot, n) for slot, _, n in h} for _, p, h in scorer().pair(list(gold), predicted)}
    for frame, record in zip(found, predicted, strict=True):
        for slot in record["slots"]:
            for number, said in enumerate(frame.values(slot)):
                rule = next(f.rule for f in frame.fillers if f.slot == slot and f.value == said) or frame.rule
                yield frame, slot, rule, (slot, number) in hits.get(id(record), ())


def seen(read: Iterable[Value], unread: Iterable[Value] = ()) -> Iterator[Seen]:
    """The counts that confidence is fitted from, in a fixed order."""
    counts: Counter[tuple[tuple[str, str, str], bool, bool]] = Counter()
    for found, new in ((read, False), (unread, True)):
        for frame, slot, rule, right in found:
            counts[(frame.type, rule, slot), new, right] += 1
    for key in sorted({key for key, _, _ in counts}):
        yield Seen(*key, *(counts[key, new, right] for new in (False, True) for right in (True, False)))


def points() -> Iterator[Point]:
    """The frames of texts of which nothing is known, with how many of their values are right."""
    for text, gold in unread():
        of: defaultdict[int, list[Value]] = defaultdict(list)
        for one in judged(_found(text)[1], scorer().load(gold)):
            of[id(one[0])].append(one)
        for same in of.values():
            yield same[0][0].confidence, sum(right for *_, right in same), len(same)


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
    print("\n".join(reliability(list(points()))))  # noqa: T201  the table is what the tool is run for


if __name__ == "__main__":
    main()
