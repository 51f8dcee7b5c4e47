"""From an article to its frames, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg import shipped
from kg.extraction import (
    confidence,
    coreference,
    deciding,
    known,
    mentions,
    model,
    names,
    naming,
    refuted,
    speech,
    text,
    typed,
    values,
)
from kg.extraction.document import Document
from kg.extraction.frames import Frame
from kg.extraction.literals import Marked
from kg.extraction.merge import merged
from kg.extraction.names import Gazetteer
from kg.extraction.reading import Article
from kg.extraction.rules import (
    asset,
    asset_bodies,
    asset_listed,
    asset_works,
    event,
    funding,
    indicator,
    location,
    membership,
    pact,
    role,
    tabled,
)
from kg.extraction.rules.event_when import UNTOLD
from kg.extraction.slugs import name_of
from kg.extraction.values import currencies, recurring
from kg.language import Language

FAMILIES = (
    role,
    location,
    membership,
    asset,
    asset_bodies,
    asset_listed,
    asset_works,
    indicator,
    funding,
    event,
    pact,
    tabled,
)


def names_of(registry: Path, language: Language) -> Gazetteer:
    """The names of a registry and of what the curated files beside it introduce; without them the released graph's.

    What was decided of names is read from the folder `decisions` beside the registry.
    """
    paths = known.files(registry) or [p for p in (shipped.graph(),) if p.is_file()]
    return names.gazetteer(deciding.index(known.read(paths, language), registry.parent / "decisions"))


def understand(article: Article, gazetteer: Gazetteer) -> Document:
    """The article's sentences with everything they mention."""
    folded = Marked(text.fold(article.text))
    entities = model.entities(folded, article.language)
    figures = values.find(folded, published=article.published, language=article.language)
    figures = list(recurring.completed(figures))
    figures = list(currencies.settled(folded, figures, title=article.title or "", published=article.published))
    measured = refuted.without_refuted(folded, figures)
    common = partial(model.common, language=article.language)
    found = coreference.resolve(
        folded, mentions.find(folded, gazetteer, entities, measured, common), article.title or ""
    )
    sentences = tuple(typed.typed(folded, s, found) for s in text.sentences(folded, article.furniture))
    return Document(
        folded,
        article.language,
        article.published,
        sentences,
        tuple(found),
        gazetteer,
        article.title or "",
        name_of(article),
    )


def ruled(document: Document) -> list[Frame]:
    """What the rules find in a document, each thing once, however sure."""
    found = [_dated(frame) for family in FAMILIES for frame in family.find(document)]
    return list(merged(_about_others(document, found)))


def frames(document: Document) -> Iterator[Frame]:
    """Every frame that the document states, with its confidence and the values that are sure enough."""
    yield from naming.linked(confidence.told(document, ruled(document)), document)


def _dated(frame: Frame) -> Frame:
    """The frame without dates of which nothing is told: "last year" in a text without a date."""
    told = tuple(f for f in frame.fillers if f.value != UNTOLD)
    return frame if len(told) == len(frame.fillers) else replace(frame, fillers=told)


def _about_others(document: Document, found: Iterable[Frame]) -> Iterator[Frame]:
    """The frames, without indicators of whoever is merely named as their source."""
    for frame in found:
        kept = tuple(f for f in frame.fillers if f.slot != "subject" or not speech.attributes(document.text, f.start))
        yield replace(frame, fillers=kept) if len(kept) < len(frame.fillers) and kept else frame


def extract(article: Article, gazetteer: Gazetteer) -> Iterator[Frame]:
    """Every frame that the article states, with the values that are sure enough."""
    yield from frames(understand(article, gazetteer))
