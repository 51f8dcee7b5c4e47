"""Whose title it is where a text leaves the body to be understood."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extraction.document import Document
from kg.extraction.engine import Rule, filler
from kg.extraction.expressions import Expression
from kg.extraction.frames import Filler, Frame
from kg.extraction.typed import Typed, compiled

_CORPORATE = Expression(
    r"(?:(?:futur|nouveau|nouvelle|jeune|actuel)e? )?(?:direct(?:eur|rice)\b|pdg\b|p-dg\b|ceo\b|dg\b|président(?:e|-directeur)?(?! d[eu])\b|co-?fondat|fondat|gérante?\b|patronn?e?\b|responsable|coordinat|coordonnat|dirigeante?\b|délégué général|chief (?:exec|tech|oper|fin|comm)|managing|director(?! of the)|(?:co-?)?founder|general manager)",
    re.IGNORECASE,
)
_WEIGHTY = 5
_BODIES = ("company", "model", "cluster", "association", "research", "public")
_AT_FRONT = compiled(r"(?:Chez|Du côté d[eu]|Côté|At) ?{the}<organisation:O>,")
_ON_BEHALF = compiled(r"[^.;⟨⟩]{0,40} (?:au nom (?:de la |de l'|du |de |d')|on behalf of (?:the )?)<organisation:O>")
_POINTING = Expression(r"(?:Il|Elle|Ils|Elles|It|They)\b")


def with_body(document: Document, frame: Frame) -> Frame:
    """A frame whose title is one of a firm or body and names none: at the one that the text is about."""
    if frame.first("organisation") is not None or not _CORPORATE.match(str(frame.first("role") or "")):
        return frame
    person = next((f for f in frame.fillers if f.slot == "person"), None)
    main = document.main("O", _BODIES[:-1])
    if person is None or main is None or document.weight(main) < _WEIGHTY:
        return frame
    return replace(frame, fillers=(*frame.fillers, filler("organisation", main, "role.meant")))


def understood(document: Document, typed: Typed, match: re.Match[str], rule: Rule) -> list[Filler]:
    """The organisation that a sentence leaves to be understood."""
    if rule.name in {"role.label", "role.fronted", "role.fronted_he", "role.this_runs"}:
        return _spoken_of_before(document, typed) if rule.name == "role.this_runs" else _about(document)
    if rule.name == "role.ranked" and re.search(r", (?:sa|son|its) ", match.group()):
        here = [m for m in typed.of_kind("O") if typed.position(m) < match.start()]
        return [filler("organisation", here[0])] if here else _spoken_of_before(document, typed)
    if rule.name in {"role.at_helm", "role.assures", "role.entrusted", "role.of_it"}:
        here = [m for m in typed.of_kind("OF") if typed.position(m) < match.start()]
        return [filler("organisation", here[0])] if here else _spoken_of_before(document, typed)
    if named := _ON_BEHALF.search(typed.string, match.end()):
        return [filler("organisation", m) for m in typed.spans(named, "organisation")]
    if rule.name == "role.title_before_plain" and (implied := _implied(document, typed, match)):
        return implied
    front = _AT_FRONT.match(typed.string)
    return [filler("organisation", m) for m in typed.spans(front, "organisation")] if front else []


def _implied(document: Document, typed: Typed, match: re.Match[str]) -> list[Filler]:
    """The organisation that a possessive or a bare title points back to: "son PDG", "the company's director"."""
    if (
        re.match(
            r"(?:Le|La|L'|The) ?(?:PDG|CEO|patronn?e?|direct(?:eur|rice) général|président|dirigeant|fondat|chief exec|managing)",
            typed.string,
        )
        and match.start() == 0
    ):
        return _spoken_of_before(document, typed)
    if not re.match(r"(?:son|sa|ses|leurs?|its) ", match.group(), re.IGNORECASE):
        return []
    here = typed.origin(match.start())
    inside = [m for m in typed.of_kind("O") if m.end <= here]
    if inside:
        return [filler("organisation", inside[-1])]
    return _spoken_of_before(document, typed)


def _about(document: Document) -> list[Filler]:
    """The body that a text is about."""
    main = document.main("O", _BODIES)
    return [filler("organisation", main)] if main is not None else []


def _spoken_of_before(document: Document, typed: Typed) -> list[Filler]:
    """What the text is about where the last sentences speak of it, else the body that the last one begins with."""
    main = document.main("O", _BODIES[:-1])
    for previous in reversed([t for t in document.prose if t.sentence.end <= typed.sentence.start][-4:]):
        named = [m for m in previous.of_kind("O") if m.sort not in {"press", "agency"}]
        if main is not None and _POINTING.match(previous.string):
            return [filler("organisation", main)]
        if named:
            return [filler("organisation", named[0])]
    return []
