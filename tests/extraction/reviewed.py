"""Extracted frames beside reviewed ones: what is right and wrong by frame type and by rule.

Run as a script it fits the confidence of each rule again: python tests/extraction/reviewed.py
"""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from kg.extraction import frames, reading, run
from kg.extraction.frames import Frame

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
FITTED = ROOT / "kg" / "extraction" / "tables" / "confidence.tsv"
HEAD = "# rule\tright values\twrong values, on the reviewed texts; refit with tests/extraction/reviewed.py\n"


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


def refit() -> str:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for frame, hits, false, _, _ in judged():
        if frame.rule:
            right[frame.rule] += hits
            wrong[frame.rule] += false
    return HEAD + "".join(f"{rule}\t{right[rule]}\t{wrong[rule]}\n" for rule in sorted(right))


if __name__ == "__main__":
    FITTED.write_text(refit(), encoding="utf-8")
