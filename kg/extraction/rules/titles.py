"""Titles read one by one: where each names its institution, and who holds it, however the sentence is turned."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.holders import SAYS, holders
from kg.extraction.rules.spoken import owner_of
from kg.extraction.rules.title_words import Title, literal, of_two, titles_in
from kg.extraction.typed import Typed, compiled

_FOR_LATTER = compiled(r"<person:P>,? pour (?:le |la )(?P<which>premier|première|second|seconde)(?=[,.; ]|$)")
_TOGETHER = compiled(r"<person:P+>,? (?:respectivement|respectively) ")
_THAT_OF = compiled(r"(?:et|puis|,) (?:celui|celle) d(?:e la |e l'|u |e |')<organisation:O>,? <person:P>")
_ITS = compiled(r"\b(?:son|sa|its) (?:[a-z]+ )?$")
_RANK = compiled(r"(?P<title>{title}) $")
_PHRASE = 150


def read(document: Document, typed: Typed, named: set[int]) -> Iterator[Frame]:
    """A frame for each title of the sentence that has a holder; `named` are ends of titles already read."""
    yield from _of_the_two(document, typed)
    if together := list(_together(document, typed, named)):
        yield from together
        return
    yield from _announced(document, typed)
    yield from _elliptic(document, typed)
    last: tuple[int, list[Mention]] | None = None
    for title in _spoken(document, typed):
        people, at = holders(document, typed, title, last)
        if not people:
            continue
        if title.at is None and at is None and typed.sentence.label:
            at = document.main("O", ("company", "model", "research", "cluster", "association"))
        last = (title.end, people)
        if _said(typed, title, named) or (title.at is None and at is None and not title.whole):
            continue
        yield from (_held(document, typed, title, p, at or title.at) for p in people if p != (at or title.at))


def _spoken(document: Document, typed: Typed) -> list[Title]:
    """The titles of a sentence; a label that only announces one ("Dirigeant : A, PDG") gives way to it."""
    found = list(titles_in(document, typed))
    return found[1:] if typed.sentence.label and len(found) > 1 and not found[0].start else found


def _said(typed: Typed, title: Title, named: set[int]) -> bool:
    """Whether another rule has read the title already."""
    start, end = (typed.origin(at) for at in title.words)
    return any(start < n <= end + (_PHRASE if title.whole else 0) for n in named)


def _of_the_two(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "le colonel A, pour le premier, et B, pour la seconde"."""
    for match in _FOR_LATTER.finditer(typed.string):
        (person,) = typed.spans(match, "person")
        if at := of_two(document, typed, match.start(), match["which"]):
            rank = _RANK.search(typed.string, 0, match.start())
            words = [literal(document, typed, *rank.span("title"))] if rank else []
            yield Frame("Role", (filler("person", person), *words, filler("organisation", at)), "role.held")


def _together(document: Document, typed: Typed, named: set[int]) -> Iterator[Frame]:
    """As in "A et B, respectivement président de C et directrice de D"."""
    match = _TOGETHER.search(typed.string)
    if match is None or any(typed.origin(match.end()) < n <= typed.sentence.end for n in named):
        return
    titles = [t for t in titles_in(document, typed) if t.start >= match.end()]
    if len(people := typed.spans(match, "person")) == len(titles):
        for person, title in zip(people, titles, strict=True):
            yield _held(document, typed, title, person, title.at)


def _announced(document: Document, typed: Typed) -> Iterator[Frame]:
    """A title without a holder in the sentence before, and a person who now speaks for the first time."""
    people, index = typed.of_kind("P"), document.prose.index(typed)
    if not people or not index or (previous := document.prose[index - 1]).of_kind("P"):
        return
    person, lead = people[0], typed.before(people[0])
    if any(m.name == person.name and m.start < person.start for m in document.mentions):
        return
    if not SAYS.search(lead):
        yield from _of_its_own(document, previous, person) if not lead else ()
        return
    titles = [t for t in titles_in(document, previous) if t.definite and t.at is not None]
    if len(titles) == 1 and not holders(document, previous, titles[0], None)[0]:
        yield _held(document, previous, titles[0], person, titles[0].at)


def _of_its_own(document: Document, previous: Typed, person: Mention) -> Iterator[Frame]:
    """As in "Le pedigree de son fondateur explique cet aplomb. A a lancé B en 2007"."""
    titles = list(titles_in(document, previous))
    if len(titles) == 1 and _ITS.search(previous.string[: titles[0].words[0]]) and not previous.of_kind("P"):
        yield _held(document, previous, titles[0], person, owner_of(document, previous, titles[0].start))


def _elliptic(document: Document, typed: Typed) -> Iterator[Frame]:
    """As in "le PDG du CNES, A, et celle de Cailabs, B": the title said once."""
    for match in _THAT_OF.finditer(typed.string):
        said = [t for t in titles_in(document, typed) if t.end <= match.start()]
        if said:
            (person,), (at,) = typed.spans(match, "person"), typed.spans(match, "organisation")
            yield _held(document, typed, said[-1], person, at)


def _held(document: Document, typed: Typed, title: Title, person: Mention, at: Mention | None) -> Frame:
    words = literal(document, typed, *title.words)
    inferred = at is not None and at is not title.at
    recalled = person not in typed.mentions
    resumed = inferred and recalled and title.resumes
    rule = "role.resumed" if resumed else "role.recalled" if recalled or inferred else "role.held"
    return Frame("Role", (filler("person", person), words, *([filler("organisation", at)] if at else [])), rule)
