"""Sites that a text names by their place or owner: "son site de La Teste-de-Buch", "le site Airbus des Mureaux"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extraction import tables
from kg.extraction.document import Document
from kg.extraction.engine import filler, worded
from kg.extraction.frames import Filler, Frame
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_context import BUILT
from kg.extraction.rules.asset_facts import possessor
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.tables import plain
from kg.extraction.typed import Typed, compiled

_HEAD = (
    r"(?:site|établissement|complexe)(?: (?:industriel|historique|français|principal|spatial|de production|européen))?"
)
_ADJECTIVE = r"(?:(?:nouve(?:au|l)|futur|grand|propre|premier|second|deuxième|immense|vaste|ancien|new|future|main|own|second|other|autre) )?"
_IN = r"(?:de |d'|du |des |à |au |aux |en |in |at |near )"
_OWNED = compiled(
    rf"(?<![\w-])(?P<its>[Ss]on|[Ll]eur|[Ii]ts|[Tt]heir) {_ADJECTIVE}(?P<name>{_HEAD} {_IN}<place:L>)(?:,? (?:\(|dans (?:la |le |l'|les )|en |in )<place8:L>)?|"
    rf"(?<![\w-])(?:[Ll]e|[Dd]u|[Aa]u|[Tt]he) {_ADJECTIVE}(?P<name7>{_HEAD}(?: [a-zà-ÿ-]+(?:ois|ais|ain|ien|ard|eux))? (?:de |d'|du |des )⟨[OXLF]\d+⟩),? (?:qui est )?(?:située?|installée?|implantée?|basée?|located|based) {_IN}<place7:L>|"
    rf"(?<![\w-])(?:[Ll]e|[Dd]u|[Aa]u|[Cc]e|[Tt]he|l') ?{_ADJECTIVE}(?P<name2>(?:{_HEAD}|station|base|centre|antenne) (?:d'|de |du |de l'|de la )?<operator:OX> {_IN}<place2:L>)|"
    rf"(?<![\w-])(?:[Ll]e|[Dd]u|[Aa]u|[Cc]e|[Tt]he|l') ?{_ADJECTIVE}(?P<name3>{_HEAD} (?:de |d'|du |des )<place3:L>),? (?:de |d'|du |de l'|de la )<operator3:OX>|"
    rf"(?<![\w-])(?:[Ll]e|[Dd]u|[Aa]u|[Ll]'|l') ?{_ADJECTIVE}(?P<name9>{_HEAD} (?P<people>[a-zà-ÿ-]+) (?:de |d'|du |de l')<operator9:OX>)|"
    rf"<operator4:OX>'s {_ADJECTIVE}(?P<name4><place4:L> (?:site|plant|factory|facility|campus|works|laboratory|lab|workshop|cleanroom|base|headquarters))(?![\w-])|"
    rf"<operator5:OX>'s {_ADJECTIVE}(?P<name5>(?:site|plant|factory|facility|campus) (?:in|at|near) <place5:L>)|"
    rf"(?<![\w-])(?:[Ll]e|[Dd]u|[Aa]u|[Tt]he|[Ll]'|l') ?{_ADJECTIVE}(?P<name6>{_HEAD} (?:de |d'|du |des )<place6:L>)"
)
_WIDE = frozenset({"country", "continent", "region"})


def find(document: Document) -> Iterator[Frame]:
    """A frame for each site that a text speaks of by its place, its owner named or meant."""
    for typed in document.prose:
        for match in _OWNED.finditer(typed.string):
            groups = {k: v for k, v in match.groupdict().items() if v}
            places = [m for k in groups if k.startswith("place") for m in typed.spans(match, k)]
            group = next(k for k in groups if k.startswith("name"))
            if "people" in groups:
                yield from _of_people(document, typed, match)
                continue
            place = places[0]
            owner = _owner(document, typed, match, groups)
            if place.sort in _WIDE or (owner is None and group != "name7" and not _told(document, typed, place)):
                continue
            name = worded("name", document, typed, match.span(group))
            whose = [filler("operator", owner)] if owner is not None else []
            kind = Filler("kind", "facility", name.start, name.end)
            yield Frame("Asset", (name, kind, *(filler("place", m) for m in places), *whose), "asset.site")


def _of_people(document: Document, typed: Typed, match: re.Match[str]) -> Iterator[Frame]:
    """As in “l'établissement cannois de Thales Alenia Space”."""
    place = tables.place_of(match["people"])
    if place is not None and (match["name9"].startswith("site") or BUILT.search(typed.string)):
        name = worded("name", document, typed, match.span("name9"))
        kind = Filler("kind", "facility", name.start, name.end)
        first = typed.origin(match.start("people"))
        where = Filler("place", place[0], first, first + len(match["people"]))
        yield Frame(
            "Asset",
            (name, kind, where, *(filler("operator", m) for m in typed.spans(match, "operator9"))),
            "asset.site",
        )


def _owner(document: Document, typed: Typed, match: re.Match[str], groups: dict[str, str]) -> Mention | None:
    named = next((m for k in groups if k.startswith("operator") for m in typed.spans(match, k)), None)
    if named is None and "its" in groups:
        return possessor(document, Spot(typed, match.start(), match.end()))
    return named


def _told(document: Document, typed: Typed, place: Mention) -> bool:
    """Whether a text that names no owner beside it is about the building of a site."""
    return bool(BUILT.search(typed.string)) and plain(place.name) in plain(document.title)
