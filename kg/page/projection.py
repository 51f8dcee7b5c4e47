"""From longitude and latitude to the map: Europe by Lambert's equal-area projection, overseas regions as insets."""

from __future__ import annotations

import math
from dataclasses import dataclass

_MIDDLE = (math.radians(10.0), math.radians(52.0))
_EARTH = 6371.0
UNIT = 1.6
"""Kilometres in one unit of the map."""


@dataclass(frozen=True, slots=True)
class Inset:
    """A region drawn apart: what lies at its middle, where that stands on the map, and how much larger it is."""

    longitude: float
    latitude: float
    x: float
    y: float
    scale: float


INSETS = {
    "01": Inset(-61.42, 16.20, -800, 20, 1.5),
    "02": Inset(-61.02, 14.65, -800, 115, 1.5),
    "03": Inset(-53.05, 3.95, -800, 210, 0.32),
    "04": Inset(55.53, -21.12, -800, 305, 1.5),
    "06": Inset(45.15, -12.82, -800, 400, 1.9),
}
"""The five overseas regions by INSEE code, in the Atlantic west of Portugal."""


def project(longitude: float, latitude: float, region: str | None = None) -> tuple[float, float]:
    """The place on the map, in units, y downwards; `region` is the INSEE code that decides on an inset."""
    inset = INSETS.get(region or "")
    if inset is not None:
        east = math.radians(longitude - inset.longitude) * math.cos(math.radians(inset.latitude))
        north = math.radians(latitude - inset.latitude)
        size = _EARTH / UNIT * inset.scale
        return (inset.x + east * size, inset.y - north * size)
    lam, phi = math.radians(longitude) - _MIDDLE[0], math.radians(latitude)
    sin0, cos0 = math.sin(_MIDDLE[1]), math.cos(_MIDDLE[1])
    away = max(1e-9, 1 + sin0 * math.sin(phi) + cos0 * math.cos(phi) * math.cos(lam))
    k = math.sqrt(2 / away) * _EARTH / UNIT
    x = k * math.cos(phi) * math.sin(lam)
    y = k * (cos0 * math.sin(phi) - sin0 * math.cos(phi) * math.cos(lam))
    return (x, -y)
