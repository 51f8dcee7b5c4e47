"""The note under every comparison: how many sources each region's rows rest on."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from kg import shipped
from kg.answers import Row
from kg.language import LANGUAGES, Language, Text
from kg.questions import catalogue, labels
from kg.questions.asking import Asker, rows
from kg.questions.labels import Labels
from kg.questions.wording import date


def note(asker: Asker, found: Iterable[Row]) -> Text:
    """How many independent sources, and of when, stand behind each region that the rows name.

    It answers with the question `coverage`, so that the note and the question never differ.
    """
    named = {term.value for row in found for term in row if isinstance(term, NamedNode)}
    counts = [
        (region.value, int(sources.value), latest.value if isinstance(latest, Literal) else "")
        for region, sources, _, _, latest in rows(asker, catalogue.find("coverage", shipped.folder("queries")).sparql)
        if isinstance(region, NamedNode) and isinstance(sources, Literal) and region.value in named
    ]
    names = labels.ask(asker, [region for region, _, _ in counts])
    said = {language: _sentence(counts, names, language) for language in LANGUAGES}
    return Text(en=said["en"], fr=said["fr"])


def _sentence(counts: list[tuple[str, int, str]], names: Labels, language: Language) -> str:
    start = Text(en="Coverage, in independent sources: ", fr="Couverture, en sources indépendantes : ").in_language(
        language
    )
    until = Text(en="latest", fr="la plus récente").in_language(language)
    told = [
        f"{names.of(region, language)} {number} ({until} {date(latest, language) or latest})"
        if latest
        else f"{names.of(region, language)} {number}"
        for region, number, latest in counts
        if number
    ]
    silent = sum(not number for _, number, _ in counts)
    if silent:
        told.append(
            Text(en=f"no source for {silent} regions", fr=f"aucune source pour {silent} régions").in_language(language)
        )
    end = Text(
        en="a thin region is one that we have read little about, not one that has little.",
        fr="une région peu couverte est une région sur laquelle nous avons peu lu, non une région qui a peu.",
    ).in_language(language)
    return f"{start}{', '.join(told) or '0'}{' ; ' if language == 'fr' else '; '}{end}"
