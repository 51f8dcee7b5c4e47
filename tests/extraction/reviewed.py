"""Extracted frames beside reviewed ones: what is right and wrong by frame type and by rule.

Run as a script it fits the confidence again, and prints how reliable it is: python tests/extraction/reviewed.py
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType

from kg.extraction import frames, reading, run
from kg.extraction.confidence import Fitted, Seen
from kg.extraction.frames import Frame
from kg.language import LANGUAGES

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FITTED = ROOT / "kg" / "extraction" / "tables" / "confidence.tsv"
HEAD = (
    "# type\trule\tslot\tright values\twrong values on texts unread when rules were written\tright\twrong on read ones"
    "; refit with tests/extraction/reviewed.py\n"
)
FOLDS = 10
BINS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01)
Value = tuple[str, Frame, str, bool]
"""The number of a text's source, a frame found in it, a slot of the frame, and whether a value of the slot is right."""
Point = tuple[float, int, int]
"""A frame's confidence, how many of its values are right, and how many there are."""


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


def extracted() -> Iterator[tuple[str, list[Frame], Path]]:
    known = {language: run.names_of(ROOT / "seeds" / "registry", language) for language in ("fr", "en")}
    for text, gold in documents():
        article = reading.read(text)
        yield article.text, list(run.extract(article, known[article.language])), gold


def judged() -> Iterator[tuple[Frame, int, int, str, int]]:
    """Each frame with its right and wrong values; a missed gold value comes as a frame of none."""
    score = scorer()
    for _, found, gold_path in extracted():
        predicted = [json.loads(frames.line(f)) for f in found]
        gold = score.load(gold_path)
        pairs = score.pair(gold, predicted)
        right = {id(p): len(h) for _, p, h in pairs}
        missed = Counter({g["type"]: sum(map(len, g["slots"].values())) for g in ()})
        for frame, record in zip(found, predicted, strict=True):
            hits = right.get(id(record), 0)
            yield frame, hits, sum(map(len, record["slots"].values())) - hits, frame.type, 0
        for g in gold:
            hits = next((len(h) for other, _, h in pairs if other is g), 0)
            missed[g["type"]] += sum(map(len, g["slots"].values())) - hits
        for kind, count in sorted(missed.items()):
            yield Frame(kind, (), ""), 0, 0, kind, count


def unread() -> Iterator[tuple[Path, Path]]:
    """Each text that was not read when rules were written, with its gold frames."""
    here = Path(__file__).parent
    for gold in sorted((here / "press").glob("*.jsonl")):
        yield gold.with_suffix(".txt"), gold
    for gold in sorted((here / "more").glob("*.jsonl")):
        (text,) = ROOT.glob(f"seeds/documents/{gold.stem}-*.md")
        yield text, gold


def values(pairs: Iterable[tuple[Path, Path]]) -> Iterator[Value]:
    """Every value that is found in some texts, judged."""
    score = scorer()
    known = {language: run.names_of(ROOT / "seeds" / "registry", language) for language in LANGUAGES}
    for text, gold in pairs:
        article = reading.read(text)
        found = list(run.extract(article, known[article.language]))
        predicted = [json.loads(frames.line(f)) for f in found]
        hits = {id(p): {(slot, n) for slot, _, n in h} for _, p, h in score.pair(score.load(gold), predicted)}
        for frame, record in zip(found, predicted, strict=True):
            for slot, said in record["slots"].items():
                for number in range(len(said)):
                    yield gold.stem[:3], frame, slot, (slot, number) in hits.get(id(record), ())


def seen(fresh: Iterable[Value], read: Iterable[Value]) -> Iterator[Seen]:
    """The counts that confidence is fitted from, in a fixed order."""
    counts: Counter[tuple[str, str, str, int]] = Counter()
    for offset, judged_values in ((0, fresh), (2, read)):
        for _, frame, slot, right in judged_values:
            counts[frame.type, frame.rule, slot, offset + (not right)] += 1
    for kind, rule, slot in sorted({key[:3] for key in counts}):
        yield Seen(kind, rule, slot, *(counts[kind, rule, slot, n] for n in range(4)))


def cross_validated(fresh: Sequence[Value], read: Sequence[Value]) -> Iterator[Point]:
    """Each frame of unread texts with the confidence that the texts of other sources give it."""
    fold = {source: number % FOLDS for number, source in enumerate(sorted({value[0] for value in fresh}))}
    for left_out in range(FOLDS):
        fitted = Fitted(seen((v for v in fresh if fold[v[0]] != left_out), read))
        right: Counter[int] = Counter()
        total: dict[int, list[Frame]] = {}
        for source, frame, _, good in fresh:
            if fold[source] == left_out:
                right[id(frame)] += good
                total.setdefault(id(frame), []).append(frame)
        for name, same in total.items():
            yield fitted.frame(same[0]), right[name], len(same)


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
    fresh, read = list(values(unread())), list(values(documents()))
    FITTED.write_text(HEAD + "".join(row.line() for row in seen(fresh, read)), encoding="utf-8")
    print("\n".join(reliability(list(cross_validated(fresh, read)))))  # noqa: T201


if __name__ == "__main__":
    main()
