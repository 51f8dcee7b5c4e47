"""What an event is about: the items of a list after "autour de", "thèmes :", "consacré à"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.frames import Filler
from kg.extraction.typed import MARK, Typed, compiled

_TOPIC = compiled(
    r"(?:consacrée?s? (?:à la |à l'|aux |au |à |à des )|dédiée?s? (?:à la |à l'|aux |au |à )|sur le thème (?:de la |de l'|des |du |de |d')?|thèmes?(?: [a-zà-ÿ ]{0,30})? :|(?:pour|a pour) thème|fil conducteur :|"
    r"on the theme of|⟨E\d+⟩ (?:on|about) (?!⟨)|focus(?:ed|ing)? on|dedicated to|devoted to|tables rondes (?:sur|consacrées)|conférences sur|à ⟨N\d+⟩ (?:domaines|thèmes|sujets),? à savoir|il sera question(?: notamment)?(?: dans la matinée)? d[eu] ?|"
    r"il a été question d[eu] ?|on retiendra entre autres|abordera|aborderont|(?:au menu|au programme)(?: (?:de |du )[^.:;⟨⟩]{3,90})? :|topics(?: include| such as|:))\s?(?P<topic>(?:la |le |les |l'|des |du |de la |de l')?[^.:«»?!]{4,260})"
)
_ASIDE = re.compile(
    r"à l'heure|en (?:ville|effet|particulier|outre)|dans |pour |lors|alors|surtout|puis |chaque ", re.IGNORECASE
)
_QUESTION = re.compile(r"(?:question|au menu|parlé|programme)[^.?]{0,20}\?$", re.IGNORECASE)


def topics(document: Document, typed: Typed) -> Iterator[Filler]:
    """Each topic that a sentence announces, in the words of the text."""
    for match in _TOPIC.finditer(typed.string):
        yield from items(document, typed.origin(match.start("topic")), typed.origin(match.end("topic")))
    previous = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
    if previous and _QUESTION.search(previous[0].string) and not MARK.search(typed.string[:30]):
        yield from items(document, typed.sentence.start, typed.sentence.end)


def items(document: Document, start: int, end: int, longest: int = 250) -> Iterator[Filler]:
    """Each item of a list of topics, in the words of the text."""
    listed = document.text[start:end]
    if len(listed) > longest:
        return
    for piece in re.finditer(r"[^,;]+", listed):
        for part in re.split(_pair(piece.group()), piece.group()):
            words = re.sub(
                r"^(?:(?:et|ou|and|mais aussi|pourquoi|comment|à|de|des|du|aux|au|avec|notamment) |d')+",
                "",
                part.strip(" ."),
            )
            if _ASIDE.match(part.strip()):
                continue
            if (
                3 < len(words) < 90
                and not re.match(r"(?:qui|que|dont|où|organisée?|avec|which|who|that)\b", words)
                and (at := listed.find(words)) >= 0
            ):
                yield Filler("topic", words, start + at, start + at + len(words))


def _pair(words: str) -> str:
    """What parts two items that a list joins: "and" before an article, or between two single words."""
    return (
        r" (?:et|and) "
        if re.fullmatch(r" ?[\w-]+ (?:et|and) [\w-]+ ?", words)
        else r" et (?=(?:la|le|les|l'|des|du|de la|de l'|aux?|à la|à l') ?)"
    )
