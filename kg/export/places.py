"""The places of the graph as GeoJSON: a point where the graph holds coordinates, codes to join a map with elsewhere."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping

import pyoxigraph as ox

from kg.export.view import Node, View
from kg.terms import iri

_PLACES = frozenset(iri(name) for name in ("schema:Place", "schema:AdministrativeArea", "rs:Region", "rs:Facility"))
_HELD = frozenset(iri(name) for name in ("schema:location", "rs:jurisdiction"))
_CODES = ("rs:nutsCode", "rs:inseeCode", "rs:isoCode")
_LATITUDES = (iri("schema:latitude"), "http://www.w3.org/2003/01/geo/wgs84_pos#lat")
_LONGITUDES = (iri("schema:longitude"), "http://www.w3.org/2003/01/geo/wgs84_pos#long")
_POINT = re.compile(r"\s*POINT\s*\(\s*(-?\d+(?:\.\d+)?)\s+(-?\d+(?:\.\d+)?)\s*\)\s*", re.IGNORECASE)

Point = dict[str, object]


def geojson(view: View) -> bytes:
    """A FeatureCollection (RFC 7946), a feature a place; `geometry` is null where the graph holds no coordinates."""
    there = _located(view)
    features = [_feature(view, place, there) for place in view.entities if _is_place(view, place)]
    collection = {"type": "FeatureCollection", "features": features}
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _is_place(view: View, node: Node) -> bool:
    return any(isinstance(t.object, ox.NamedNode) and t.object.value in _PLACES for t in view.about(node))


def _located(view: View) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for t in view.facts:
        if t.predicate.value in _HELD and isinstance(t.object, ox.NamedNode) and not isinstance(t.subject, ox.Triple):
            found[t.object.value].append(t.subject)
    return found


def _feature(view: View, place: Node, there: Mapping[str, list[Node]]) -> dict[str, object]:
    within = view.text(place, "schema:containedInPlace")
    properties: dict[str, object] = {
        "name_fr": view.label(place, "fr"),
        "name_en": view.label(place, "en"),
        "kind": next(view.kinds(place), ""),
        **{name.partition(":")[2]: view.text(place, name) for name in _CODES if view.text(place, name)},
        **({"containedInPlace": within} if within else {}),
        "here": [
            {"id": node.value, "name": view.label(node, "fr"), "kind": next(view.kinds(node), "")}
            for node in there.get(place.value, ())
        ],
    }
    return {"type": "Feature", "id": place.value, "geometry": _point(view, place), "properties": properties}


def _point(view: View, place: Node) -> Point | None:
    values = {t.predicate.value: t.object.value for t in view.about(place) if isinstance(t.object, ox.Literal)}
    for text in values.values():
        if found := _POINT.fullmatch(text):
            return _checked(found[1], found[2])
    latitude = next((values[name] for name in _LATITUDES if name in values), None)
    longitude = next((values[name] for name in _LONGITUDES if name in values), None)
    return None if latitude is None or longitude is None else _checked(longitude, latitude)


def _checked(longitude: str, latitude: str) -> Point | None:
    """A point on Earth; None where the numbers are none."""
    try:
        x, y = float(longitude), float(latitude)
    except ValueError:
        return None
    return {"type": "Point", "coordinates": [x, y]} if abs(x) <= 180 and abs(y) <= 90 else None  # noqa: PLR2004  degrees
