"""The roll of a network of regions: "vingt-trois régions", then their names, sentence after sentence."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extraction.document import Document
from kg.extraction.engine import filler
from kg.extraction.frames import Frame
from kg.extraction.mention import Mention
from kg.extraction.typed import Typed, compiled

_SO_MANY = compiled(
    r"<count:N> (?:autres )?(?:régions|collectivités|villes|communes|territoires|regions|cities)(?: [a-zà-ÿ-]+)?(?: (?:d'|de |of )⟨L\d+⟩)?[^.;⟨⟩]{0,90}\b(?:réseau|association|membres?|adhérent\w*|fédér\w+|regroup\w+|network|members?)\b"
)
_AT_LEAST = 5
_MOST = 0.6
_LOCAL = frozenset({"region", "city", "commune", "department"})


def find(document: Document, index: int, typed: Typed) -> Iterator[Frame]:
    """A frame for each region named after so many were said to form a network, where most of that number are."""
    match = _SO_MANY.search(typed.string)
    group = document.main("O", ("cluster", "association", "model", "company"))
    if match is None or group is None:
        return
    value = typed.spans(match, "count")[0].value
    wanted = int(value.number) if value is not None and value.number is not None else 0
    named: dict[str, Mention] = {}
    for later in document.prose[index + 1 :]:
        for place in later.of_kind("L"):
            if place.sort in _LOCAL:
                named.setdefault(place.name, place)
    if wanted >= _AT_LEAST and _MOST * wanted <= len(named) <= wanted:
        at = filler("organisation", group)
        yield from (Frame("Membership", (filler("member", m), at), "membership.roll") for m in named.values())
