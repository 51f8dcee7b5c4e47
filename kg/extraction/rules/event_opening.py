"""Inaugurations, openings and launches: events that a verb or a noun tells, named by what is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules import event_words as say
from kg.extraction.rules.event_facts import where
from kg.extraction.rules.happening import Happening
from kg.extraction.typed import Typed, compiled

_HOUSES = ("company", "model", "cluster", "association", "research", "facility")
_LAUNCH = compiled(
    r"(?P<what><OX>) (?:(?:se lance|s'est lancée?|ouvrait|ouvrira|ouvre|naît|voit le jour|est (?:officiellement )?lancée?)"
    r"(?: ses portes)?)(?: [a-zà-ÿ]+ment)? "
)
_IN_TOWN = re.compile(r"⟨[OFX]\d+⟩,? (?:[^.;:⟨⟩]{0,60} )?(?:à|in|at|près de) ⟨L(?P<town>\d+)⟩")
_TOWN_OF = re.compile(r"(?:\b[ÀàA] |\b[Ii]n |\bat )⟨L(?P<town>\d+)⟩[^.;⟨⟩]{0,40}[.?]? ?(?:la |le |l'|the )?$")
_LEAST = 7
"""A launch is told to the month at least: a year alone tells when a firm was founded."""


def find(document: Document, typed: Typed) -> Happening | None:
    """The inauguration, opening or launch that a sentence tells, if it tells one."""
    match = say.INAUGURATED.search(typed.string)
    if match is None:
        told = _opened(document, typed) if typed.of_kind("D") and not typed.of_kind("E") else None
        return told or _told_launch(document, typed)
    if not typed.of_kind("D") and not typed.of_kind("P"):
        return None
    start, end = typed.origin(match.start("name")), typed.origin(match.end("name"))
    name = document.text[start:end]
    if "⟨" not in match["name"]:
        subject = document.main("FS") or document.main("OL", ("model",))
        name = _of(name, subject) if subject is not None else name
    return Happening(Filler("name", name, start, end), "inauguration", mentions=1, held=True)


def _of(noun: str, subject: Mention) -> str:
    return f"{noun} d'{subject.name}" if re.match(r"[AEIOUYÀ-ÖÙ-Ý]", subject.name) else f"{noun} de {subject.name}"


def _opened(document: Document, typed: Typed) -> Happening | None:
    """The inauguration that a verb states: "ses fondateurs l'ont inauguré le 14 octobre"."""
    match = say.INAUGURATES.search(typed.string)
    if match is None:
        return _launched(document, typed)
    start, end = typed.origin(match.start()), typed.origin(match.end())
    if match["what"] is not None:
        what = document.text[typed.origin(match.start("what")) : typed.origin(match.end("what"))]
        return Happening(Filler("name", f"inauguration de {what}", start, end), "inauguration", mentions=1, held=True)
    mark = match["passive"] or match["active"]
    subject = typed.mentions[int(mark[2:-1])] if mark else document.main("OF", _HOUSES)
    if subject is None:
        return None
    return Happening(Filler("name", _of("inauguration", subject), start, end), "inauguration", mentions=1, held=True)


def _launched(document: Document, typed: Typed) -> Happening | None:
    """The launch of a house, where the sentence tells its month or day and its place."""
    match = _LAUNCH.search(typed.string)
    days = [d for d in typed.of_kind("D") if d.value and len(d.value.earliest or "") >= _LEAST]
    if match is None or not days or not any(where(typed, None)):
        return None
    what = typed.spans(match, "what")[0]
    name = _of("lancement", replace(what, name=document.text[what.start : what.end]))
    return Happening(Filler("name", name, what.start, what.end), "inauguration", mentions=1, held=True)


def _told_launch(document: Document, typed: Typed) -> Happening | None:
    """The launch that a noun tells, where the sentence gives its month or day and its place."""
    match = say.LAUNCHED.search(typed.string)
    days = [d for d in typed.of_kind("D") if d.value and len(d.value.earliest or "") >= _LEAST]
    if match is None or not days or not any(where(typed, None)):
        return None
    start, end = typed.origin(match.start("name")), typed.origin(match.end("name"))
    return Happening(Filler("name", document.text[start:end], start, end), "inauguration", mentions=1, held=True)


def seat(document: Document, name: str) -> Iterator[Filler]:
    """The town that the text puts what is opened in, told anywhere."""
    for typed in document.prose:
        for mention in typed.mentions:
            if mention.kind not in "OFX" or not (
                name.endswith((mention.name, document.text[mention.start : mention.end]))
            ):
                continue
            at = typed.position(mention)
            after = _IN_TOWN.match(typed.string[at:])
            before = _TOWN_OF.search(typed.string[:at])
            found = [typed.mentions[int(m["town"])] for m in (after, before) if m]
            if towns := [m for m in found if m.sort in {"city", "commune"}]:
                yield filler("place", towns[0])
                return


def there(document: Document, typed: Typed) -> Iterator[Filler]:
    """The town of the sentence before, where "y" points to it."""
    if re.search(r"(?<![\w'-])y (?:a|ont|est|sont|sera|seront|avait|était)\b", typed.string):
        before = [t for t in document.prose if t.sentence.end <= typed.sentence.start][-1:]
        towns = [m for t in before for m in t.of_kind("L") if m.sort in {"city", "commune", "model"}]
        yield from (filler("place", m) for m in towns[:1])
