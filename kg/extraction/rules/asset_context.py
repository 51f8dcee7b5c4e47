"""Where an asset is and whose it is when only the text as a whole says so: the one company and the one town it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from kg.extraction.document import Document
from kg.extraction.expressions import Expression
from kg.extraction.mention import Mention
from kg.extraction.rules.asset_spots import Spot
from kg.extraction.tables import plain
from kg.extraction.typed import MARK

BUILT = Expression(
    r"constru|bâti|s'offr|inaugur|installer|s'installe|implant|ouvrir|ouvert|ouvre|agrandi|extension|aménag|réhabilit|première pierre|⟨R\d+⟩ pierre|chantier|sort(?:ira)? de terre|"
    r"voi[rt] le jour|verra le jour|coupe le ruban|baptis|s'étendra|occupera|accueillera|poussera|occupants|rebaptis|mètres carrés|m2|m²|"
    r"build|built|open(?:ed|s|ing)|construct|first stone|⟨R\d+⟩ stone|breaks ground|invest",
    re.IGNORECASE,
)
_ROCKETS = r"(?:(?:micro-?|mini-?)?(?:lanceur|fusée)s?|rockets?|launchers?)(?![\w-])"
_MAKES_ROCKETS = Expression(
    rf"⟨O\d+⟩,?(?: [^.;⟨⟩]{{0,60}})? (?:concev\w*|conçoi\w+|produi\w+|fabriqu\w+|développ\w+|construi\w+|assembl\w+|develop\w*|build\w*|mak\w+|design\w*)[^.;⟨⟩]{{0,50}}{_ROCKETS}|"
    rf"⟨O\d+⟩,? (?:[a-zà-ÿ'-]+ ){{0,6}}(?:de|des|d'|of) (?:[a-zà-ÿ-]+ ){{0,2}}{_ROCKETS}|"
    rf"(?:constructeur|fabricant|concepteur|spécialiste|start-up|maker|builder)s? (?:[a-zà-ÿ]+ )?(?:de |des |of )(?:[a-zà-ÿ]+ )?{_ROCKETS},? ⟨O\d+⟩|"
    rf"⟨O\d+⟩[^.;⟨⟩]{{0,30}} (?:ses|sa|its|leurs) (?:[a-zà-ÿ]+ )?{_ROCKETS}",
    re.IGNORECASE,
)
_OLD = Expression(r"Ariane|Vega|Diamant|Soyou|Soyuz|Falcon|Atlas|Proton|Saturn|Electron|Callisto")
"""Launchers that a text names as known ones: their maker is not what the text is about."""
_AID = Expression(
    r"(?:\bl'aide|\b[Ll]e dispositif|\bl'appel à projets|\bla subvention|\ble fonds|\bthe grant|\bthe scheme) [«\"]? ?$"
)
_THIS_AID = Expression(
    r"(?:Cette aide|Ce dispositif|Cet appel à projets|Cette subvention|Ce fonds|This grant|This scheme)\b"
)
_OPENING = 5
_OFTEN = 2
_TOWNS = ("commune", "city")
_MAKERS = ("company", "model")


def maker(document: Document, asset: Mention, spots: Sequence[Spot]) -> Mention | None:
    """Whose an asset without a stated maker is: its namesake's, the text's one rocket maker's, the aiding authority's."""
    if asset.sort == "programme":
        return _aiding(document, spots)
    companies = [m for m in document.mentions if m.kind == "O" and m.sort in _MAKERS]
    if _OLD.search(asset.name):
        return None
    if kin := _kin(document, asset):
        return kin
    if asset.sort == "launcher" and (rockets := _rocket_maker(document, companies)):
        return rockets
    return _about_one(document, companies) if asset.kind == "S" and not asset.known else None


def _kin(document: Document, asset: Mention) -> Mention | None:
    """The body whose name or acronym a thing's name begins with: ClearSpace and ClearSpace-1, UVSQ and UVSQ-Sat."""
    stem = re.match(r"[A-ZÀ-Ý][a-zà-ÿ]{3,}|[A-Z]{3,}(?=-)", asset.name)
    for m in document.mentions if stem else ():
        bodies = m.kind == "O" and m.sort in {*_MAKERS, "research"} and not m.nominal
        written = document.text[m.start : m.end]
        if stem and bodies and asset.name not in {m.name, written} and f"{written} ".startswith(stem.group()):
            return m
    return None


def _about_one(document: Document, companies: Sequence[Mention]) -> Mention | None:
    """The one company that a text is about by its title, where it names no other as often."""
    ranked = Counter(m.name for m in companies).most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or plain(ranked[0][0]) not in plain(document.title):
        return None
    alone = len(ranked) == 1 or ranked[0][1] >= _OFTEN * ranked[1][1]
    return next(m for m in companies if m.name == ranked[0][0]) if alone else None


def _aiding(document: Document, spots: Sequence[Spot]) -> Mention | None:
    """The authority that a text is about, where it calls a programme an aid or a scheme."""
    prose = document.prose
    follows = [prose[i + 1].string for i, t in enumerate(prose[:-1]) if any(s.typed is t for s in spots)]
    if not any(_AID.search(s.before) for s in spots) and not any(_THIS_AID.match(f) for f in follows):
        return None
    main = document.main("O")
    return main if main is not None and main.sort == "authority" else None


def _rocket_maker(document: Document, companies: Sequence[Mention]) -> Mention | None:
    if len({m.name for t in document.prose for m in t.of_kind("S") if m.sort == "launcher"}) > 1:
        return None
    tally = Counter(m.name for m in companies)
    speak = Counter(
        t.mentions[int(mark["number"])].name
        for t in document.prose
        for match in _MAKES_ROCKETS.finditer(t.string)
        for mark in MARK.finditer(match.group())
        if mark["kind"] == "O"
    )
    ranked = (speak + tally).most_common(2)
    if not ranked or tally[ranked[0][0]] < _OFTEN or (not speak[ranked[0][0]] and tally[ranked[0][0]] < 2 * _OFTEN):
        return None
    if len(ranked) > 1 and ranked[0][1] <= ranked[1][1]:
        return None
    return next(m for m in companies if m.name == ranked[0][0])


def town(document: Document, name: str, spots: Sequence[Spot]) -> Mention | None:
    """The town of the facility that a text is about: the one it names most, where it speaks of a building."""
    if not any(BUILT.search(s.typed.string) for s in spots) or not _about(document, name, spots):
        return None
    places = [m for m in document.mentions if m.kind == "L" and m.sort in _TOWNS]
    heading = plain(document.title) + " " + " ".join(plain(t.string) for t in document.prose[:1])
    ranked = Counter(m.name for m in places).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    best = ranked[0][0]
    if ranked[0][1] == 1 and plain(best) not in heading:
        return None
    return next(m for m in places if m.name == best)


def _about(document: Document, name: str, spots: Sequence[Spot]) -> bool:
    opening = document.prose[:_OPENING]
    return len(spots) > 1 or plain(name) in plain(document.title) or any(s.typed is t for s in spots for t in opening)
