"""Whom a text is speaking of: the owner that "its" points back to, the person that "she" is."""

from __future__ import annotations

import re

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed

_POINTING = Expression(r"(?:Il|Elle|Ils|Elles|C'est (?:lui|elle)|It|They)\b")
_ASIDE = Expression(
    r"\b(?:selon|d'après|avec|pour|par|chez|vers|contre|auprès d\w*|according to|with|for|by|to) ?(?:la |le |l'|les |de |the )?$",
    re.IGNORECASE,
)
_FRONTED = Expression(r"^[^.;]{3,90}, (?:la |le |l'|les |the )?(?:[a-zà-ÿ-]+ ){0,2}$")
_GENITIVE = Expression(r"(?:\bde la |\bde l'|\bdes? |\bdu |\bd'|\bof (?:the )?)$")
_SUBSIDIARY = Expression(
    r"\b(?:filiale|branche|division|subsidiary|arm|unit) (?:de la |de l'|du |de |d'|of (?:the )?)(?:groupe )?$"
)
_REACH = 350


def owner_of(document: Document, typed: Typed, position: int) -> Mention | None:
    """The organisation that a possessive points back to: the last in the sentence, else the first of the one before."""
    here = [m for m in typed.of_kind("O") if typed.position(m) < position and m.sort not in {"press", "authority"}]
    named_by = [m for m in here if not _SUBSIDIARY.search(typed.before(m))]
    if named_by:
        return next((m for m in reversed(named_by) if not _oblique(typed, m)), named_by[-1])
    following = [m for m in typed.of_kind("O") if typed.position(m) > position and m.sort != "press"]
    if following and _FRONTED.search(typed.string[position : typed.position(following[0])]):
        return following[0]
    for previous in reversed([t for t in document.prose if t.sentence.end <= typed.sentence.start][-3:]):
        named = [m for m in previous.of_kind("O") if m.sort not in {"press", "authority"}]
        if named and not _POINTING.match(previous.string):
            main = document.main("O", ("company", "model"))
            spoken_of = next((m for m in named if main is not None and m.name == main.name), None)
            if spoken_of is not None:
                return spoken_of
            direct = [m for m in named if not _oblique(previous, m) and not _GENITIVE.search(previous.before(m))]
            if direct or main is None:
                return direct[0] if direct else named[0]
    earlier = [m for t in document.prose if t.sentence.end <= typed.sentence.start for m in t.of_kind("O")]
    main = document.main("O", ("company", "model"))
    return main if main is not None and (not earlier or any(m.name == main.name for m in earlier)) else None


def _oblique(typed: Typed, mention: Mention) -> bool:
    return bool(_ASIDE.search(typed.before(mention)))


def person_before(document: Document, position: int) -> Mention | None:
    """The person last named before a place in the text, if not too far."""
    near = [m for m in document.mentions if m.kind == "P" and position - _REACH < m.end <= position]
    return near[-1] if near else None
