"""Where things are on the map: outlines, towns by name within their region, and what lies in them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

from kg.model import Literal
from kg.page import countries, kinds
from kg.page.projection import project
from kg.page.view import Entity, Point, View
from kg.terms import iri

_VENDOR = resources.files("kg.page") / "vendor"
_WITHIN = tuple(iri(n) for n in ("schema:containedInPlace", "schema:location", "rs:jurisdiction", "rs:signedAt"))
_LATITUDES = (iri("schema:latitude"), "http://www.w3.org/2003/01/geo/wgs84_pos#lat")
_LONGITUDES = (iri("schema:longitude"), "http://www.w3.org/2003/01/geo/wgs84_pos#long")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Geography:
    """Outlines as SVG paths, and the middle of each French region by INSEE code."""

    outlines: Mapping[str, Any]
    middles: Mapping[str, tuple[float, float]]


def read() -> Geography:
    """The outlines that the package carries."""
    outlines = json.loads((_VENDOR / "geography.json").read_text(encoding="utf-8"))
    return Geography(outlines, {r["code"]: (r["x"], r["y"]) for r in outlines["regions"]})


def located(view: View, geography: Geography) -> View:
    """The view with a place on the map for each entity that has one, or lies in something that has one."""
    within = _within(view)
    entities = {e.iri: e for e in view.entities}
    regions = {
        s: code for s, e in entities.items() if e.kind == kinds.REGION and (code := _insee(e)) in geography.middles
    }
    found = {s: Point(*geography.middles[code], exact=False) for s, code in regions.items()}
    found.update(_given(view))
    towns, known = _towns(), countries.known()
    for subject, entity in entities.items():
        code = _region(subject, within, regions) or _country(subject, within, entities, known)
        if subject not in found and (point := _town(entity, code, towns)):
            found[subject] = point
    return replace(view, entities=tuple(replace(e, point=_nearest(e.iri, within, found)) for e in view.entities))


def _within(view: View) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for predicate in _WITHIN:
        for s in view.statements:
            if s.predicate == predicate and s.asserted and not isinstance(s.object, Literal):
                found[s.subject].append(s.object)
    return found


def _given(view: View) -> dict[str, Point]:
    """Coordinates that the graph itself states."""
    degrees: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for s in view.statements:
        for name, predicates in (("latitude", _LATITUDES), ("longitude", _LONGITUDES)):
            if s.predicate in predicates and isinstance(s.object, Literal):
                try:
                    degrees[s.subject][name] = float(s.object.value)
                except ValueError:
                    continue
    placed = {s: project(at["longitude"], at["latitude"]) for s, at in sorted(degrees.items()) if len(at) == 2}  # noqa: PLR2004  both
    return {s: Point(round(x), round(y), exact=True) for s, (x, y) in placed.items()}


def _insee(entity: Entity) -> str:
    return next((code for name, code in entity.codes if name == "rs:inseeCode"), "")


def _towns() -> dict[tuple[str, str], tuple[float, float]]:
    rows = (line.split("\t") for line in (_VENDOR / "towns.tsv").read_text(encoding="utf-8").splitlines())
    return {(name.casefold(), region): (float(lat), float(lon)) for name, region, lat, lon in rows}


def _town(entity: Entity, region: str, towns: Mapping[tuple[str, str], tuple[float, float]]) -> Point | None:
    """A town by its name in its region or country; by its name alone where neither is known and no other bears it."""
    if not entity.kind.startswith(iri("schema:")) or ("Place" not in entity.kind and "City" not in entity.kind):
        return None
    for name in (*entity.names.by_language.values(), *entity.aliases):
        if region and (at := towns.get((name.casefold(), region))):
            return _point(at, region)
        abroad = [at for (town, code), at in towns.items() if town == name.casefold() and code.isalpha()]
        if not region and len(abroad) == 1:
            return _point(abroad[0], "")
    return None


def _point(at: tuple[float, float], region: str) -> Point:
    x, y = project(at[1], at[0], region)
    return Point(round(x), round(y), exact=True)


def _region(subject: str, within: Mapping[str, list[str]], regions: Mapping[str, str]) -> str:
    return next((regions[s] for s in _upwards(subject, within) if s in regions), "")


def _country(
    subject: str, within: Mapping[str, list[str]], entities: Mapping[str, Entity], known: dict[str, countries.Country]
) -> str:
    above = (entities[s].names.by_language.values() for s in _upwards(subject, within) if s in entities)
    return next((found.code for names in above if (found := countries.among(names, known))), "")


def _nearest(subject: str, within: Mapping[str, list[str]], found: Mapping[str, Point]) -> Point | None:
    return next((found[s] for s in _upwards(subject, within) if s in found), None)


def _upwards(subject: str, within: Mapping[str, list[str]]) -> Iterator[str]:
    """The entity, then what it lies in, nearest first."""
    level, seen = [subject], {subject}
    for _ in range(_DEEPEST):
        yield from level
        level = [up for s in level for up in within.get(s, ()) if up not in seen and not seen.add(up)]  # type: ignore[func-returns-value]
