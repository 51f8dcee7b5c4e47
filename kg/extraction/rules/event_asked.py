"""An event told in questions and answers, and under headings that give the day: "C'est où ?", "JEUDI 27 NOVEMBRE"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler
from kg.extraction.mention import Mention
from kg.extraction.rules.event_when import dates
from kg.extraction.rules.happening import Happening
from kg.extraction.rules.topics import items
from kg.extraction.typed import Typed

_OF = Expression(r"(?:\bd[eu] |\bdu |\bde l[a'] ?)$")
_LABELS = (
    (Expression(r"quand|date|when|horaires?"), "start", ""),
    (Expression(r"où|lieu|where|venue|place|décor"), "place", "LFOX"),
    (Expression(r"organi|aux (?:comm|man)|à la (?:barre|man)"), "organiser", "O"),
    (Expression(r"invités?|intervenants?|speakers?|guests?"), "participant", "PO"),
    (Expression(r"partenaires?|(?:en )?soutiens?|avec l'appui|partners?|sponsors?"), "supporter", "OEL"),
)
_SUBJECTS = Expression(r"thèmes?|sujets?|au (?:programme|menu)|topics?")
_LONGEST = 90
_PLACE = Expression(r"\boù\b|\bwhere\b|quel lieu|which venue", re.IGNORECASE)
_DAY = Expression(r"\bquand\b|\bwhen\b|quelles? dates?", re.IGNORECASE)
_MAKER = Expression(
    r"\bqui (?:l'|la |le |les )?(?:organise|porte|monte|pilote|invite|est (?:derrière|aux|à la)|s'en (?:charge|occupe))|who (?:organi|runs|is behind)",
    re.IGNORECASE,
)
_BACKER = Expression(
    r"\bqui (?:l'|la |le |les )?(?:soutient|finance|parraine|appuie|aide)|quels? (?:soutiens?|partenaires?)|who (?:backs|supports|pays)",
    re.IGNORECASE,
)
_GUEST = Expression(
    r"(?:croise\w*|voi[rt]\w*|entend\w*|rencontre\w*) qui|qui (?:y |en )?(?:sera|seront|vient|viendra|participe|intervient|parle|expose)|qui (?:a-t-on|avez-vous) (?:vu|croisé)|quels? (?:invités?|intervenants?|exposants?)|^lesquels|jury|who (?:will|is|was) (?:be |there|come|speak)",
    re.IGNORECASE,
)
_ABOUT = Expression(
    r"de quoi (?:[a-zà-ÿ'-]+ ){0,3}?(?:s'agi|parl|débat|discut|caus|question)\w*|quels? (?:thèmes?|sujets?)|au programme|au menu|what (?:is|will|was)[^?]* about|what (?:did|do|will) (?:they|people|speakers|participants)[^?]* (?:talk|speak|discuss|debate)|which topics",
    re.IGNORECASE,
)


def asked(document: Document, index: int, back: int = 2) -> str:
    """The question that a sentence answers: the short one right before it, or before its neighbour."""
    for before in reversed(document.prose[max(0, index - back) : index]):
        if before.string.rstrip().endswith("?"):
            return before.string if len(before.string) < _LONGEST else ""
    return ""


def answered(document: Document, index: int, typed: Typed, *, opening: bool) -> Iterator[Filler]:
    """What a sentence tells of the text's own event by answering the question before it.

    Of an opening only when, where and who came: its other questions are about what is opened.
    """
    question = asked(document, index)
    if not question or typed.string.rstrip().endswith("?"):
        return
    if _PLACE.search(question):
        yield from (filler("place", m) for m in typed.of_kind("LF") if _stands(typed, m))
    if _DAY.search(question):
        yield from dates([d for d in typed.of_kind("D") if d.value and d.value.earliest][:1])
    for pattern, slot, kinds in ((_MAKER, "organiser", "O"), (_BACKER, "supporter", "O"), (_GUEST, "participant", "P")):
        if pattern.search(question) and not (opening and slot != "participant"):
            found = typed.of_kind(kinds) or (typed.of_kind("O") if slot == "participant" else [])
            yield from (filler(slot, m) for m in found)
    if not opening and _ABOUT.search(asked(document, index, 1)):
        lead = document.text.find(":", typed.sentence.start, typed.sentence.end) if typed.sentence.label else -1
        yield from items(document, lead + 1 if lead >= 0 else typed.sentence.start, typed.sentence.end)


def _stands(typed: Typed, mention: Mention) -> bool:
    before = typed.before(mention)
    return mention.sort not in {"country", "continent", "region"} and not re.search(
        r"⟨E\d+⟩ (?:de |du |d'|en )$", before
    )


def label(document: Document, typed: Typed, event: Happening) -> bool:
    """Give an event what a labelled line tells of it; whether the label says of what."""
    words = (typed.sentence.label or "").lower().removeprefix("le ").removeprefix("la ")
    for pattern, slots, kinds in _LABELS:
        if pattern.match(words):
            found = [m for m in typed.of_kind(kinds) if slots != "supporter" or not _OF.search(typed.before(m))]
            event.put(*(filler(slots, m) for m in (found[:2] if slots == "place" else found)))
            if slots in {"start", "place"}:
                event.put(*dates(typed.of_kind("D")[:1]))
            return True
    if _SUBJECTS.match(words):
        lead = len(words) + 3 if typed.string.lower().startswith(words) else 0
        event.put(*items(document, typed.sentence.start + lead, typed.sentence.end))
        return True
    return False
