"""kg extract beside bare spaCy in one run: a short article beside loading the model, words a second beside nlp.pipe.

python tests/benchmarks/extract.py [ROUNDS] [FOLDER OF TEXTS]
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import spacy

from kg.extraction import model, reading, run
from kg.extraction.reading import Article
from kg.language import LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[2]
SHORT: dict[Language, str] = {
    "fr": "La Région Occitanie et le CNES ont signé le 10 septembre 2024 une convention de partenariat pour 2024-2027. "
    "Carole Delga, présidente de la Région Occitanie, a annoncé 30 M€ pour la filière spatiale, qui compte 400 "
    "entreprises et 15 000 emplois. Le salon Toulouse Space Show se tiendra à Toulouse du 3 au 5 juin 2025.\n",
    "en": "Cornwall Council and the UK Space Agency signed a partnership agreement on 10 September 2024. Melissa "
    "Quinn, head of Spaceport Cornwall, announced £5 million for the spaceport in Newquay, which employs 150 people. "
    "The Space Comm Expo conference will take place in Farnborough on 3 June 2025.\n",
}


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def started(language: Language, rounds: int) -> tuple[float, ...]:
    """Medians in new processes, interleaved: loading the model, loading its parts that kg uses, a short article.

    Both are compiled beforehand, as installed packages are, whatever the environment says of bytecode.
    """
    loads = [
        f"import spacy; spacy.load({model.MODELS[language]!r}, exclude={unused!r})" for unused in ([], model.UNUSED)
    ]
    taken: tuple[list[float], ...] = ([], [], [])
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(SHORT[language], encoding="utf-8")
        told = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder) / "compiled")}
        for warming in (True, *(False for _ in range(rounds))):
            commands = (*(["-c", load] for load in loads), ["-m", "kg", "extract", str(article)])
            for times, command in zip(taken, commands, strict=True):
                start = time.perf_counter()
                subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True, env=told)
                if not warming:
                    times.append(time.perf_counter() - start)
    return tuple(statistics.median(times) for times in taken)


def warm(articles: list[Article], language: Language, rounds: int) -> tuple[float, float, float]:
    """Words a second of the whole model, of the parts that kg uses, and of kg, interleaved; the best round each."""
    known = run.names_of(ROOT / "seeds" / "registry", language)
    whole = spacy.load(model.MODELS[language])
    parts = spacy.load(model.MODELS[language], exclude=model.UNUSED)
    texts = [article.text for article in articles]
    ways: tuple[Callable[[], object], ...] = (
        lambda: list(whole.pipe(texts)),
        lambda: list(parts.pipe(texts)),
        lambda: [list(run.extract(article, known)) for article in articles],
    )
    for way in ways:
        way()
    taken = [[seconds(way) for way in ways] for _ in range(rounds)]
    words = sum(len(text.split()) for text in texts)
    best = [words / min(times) for times in zip(*taken, strict=True)]
    return best[0], best[1], best[2]


def main() -> None:
    """Print both comparisons for each language."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "seeds" / "documents"
    paths = [p for p in sorted(folder.iterdir()) if p.suffix in {".md", ".txt"}]
    articles = [reading.read(path) for path in paths]
    for language in LANGUAGES:
        whole, parts, kg = started(language, rounds)
        print(f"{language}: loading the model {whole:.2f} s, its parts that kg uses {parts:.2f} s", end="")
        print(f"; kg extract of a short article {kg:.2f} s ({kg / whole:.2f} and {kg / parts:.2f} times)")
        chosen = [article for article in articles if article.language == language]
        if chosen:
            whole, parts, kg = warm(chosen, language, rounds)
            print(
                f"{language}: {len(chosen)} texts, words a second: nlp.pipe {whole:.0f}, names alone {parts:.0f}",
                end="",
            )
            print(f"; kg {kg:.0f} ({kg / whole:.2f} and {kg / parts:.2f} of them)")


if __name__ == "__main__":
    main()
