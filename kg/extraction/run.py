"""From an article to its frames, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg import shipped
from kg.extraction import confidence, coreference, known, mentions, model, names, text, typed, values
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.merge import merged
from kg.extraction.names import Gazetteer
from kg.extraction.reading import Article
from kg.extraction.rules import asset, event, funding, indicator, location, membership, pact, premises, role
from kg.language import Language

FAMILIES = (role, location, membership, asset, premises, indicator, funding, event, pact)


def names_of(registry: Path, language: Language) -> Gazetteer:
    """The names of a registry and of what the curated files beside it introduce; without them the released graph's."""
    paths = known.files(registry) or [p for p in (shipped.graph(),) if p.is_file()]
    return names.gazetteer(known.read(paths, language))


def understand(article: Article, gazetteer: Gazetteer) -> Document:
    """The article's sentences with everything they mention."""
    folded = text.fold(article.text)
    entities = model.entities(folded, article.language)
    measured = values.find(folded, published=article.published, language=article.language)
    found = coreference.resolve(folded, mentions.find(folded, gazetteer, entities, measured))
    sentences = tuple(typed.typed(folded, s, found) for s in text.sentences(folded, article.furniture))
    return Document(
        folded, article.language, article.published, sentences, tuple(found), gazetteer, article.title or ""
    )


def frames(document: Document) -> Iterator[Frame]:
    """Every frame that the document states, each once, with its confidence."""
    found = [frame for family in FAMILIES for frame in family.find(document)]
    yield from confidence.rated(merged(found))


def extract(article: Article, gazetteer: Gazetteer) -> Iterator[Frame]:
    """Every frame that the article states."""
    yield from frames(understand(article, gazetteer))
