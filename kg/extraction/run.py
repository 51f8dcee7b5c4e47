"""From an article to its frames, stage by stage."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction import coreference, mentions, model, text, typed, values
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.reading import Article
from kg.extraction.merge import merged
from kg.extraction.names import Gazetteer
from kg.extraction.rules import asset, event, funding, indicator, location, membership, pact, role

FAMILIES = (role, location, membership, asset, indicator, funding, event, pact)


def understand(article: Article, known: Gazetteer) -> Document:
    """The article's sentences with everything they mention."""
    folded = text.fold(article.text)
    entities = model.entities(folded, article.language)
    measured = values.find(folded, published=article.published, language=article.language)
    found = coreference.resolve(folded, mentions.find(folded, known, entities, measured))
    sentences = tuple(typed.typed(folded, s, found) for s in text.sentences(folded, article.furniture))
    return Document(folded, article.language, article.published, sentences, tuple(found), known)


def extract(article: Article, known: Gazetteer) -> Iterator[Frame]:
    """Every frame that the article states."""
    document = understand(article, known)
    found = [frame for family in FAMILIES for frame in family.find(document)]
    yield from merged(found)
