"""Natural Earth's countries as they come in an npm package in, one small file of outlines out: ``src/headwater/data/outlines.tsv.gz``.

``npm pack world-atlas@2.0.2``, unpack it, ``pip install --no-deps pycountry==26.2.16``, then
``python training/outlines.py package/countries-50m.json``. A line of the file is a country (ISO 3166-1 alpha-2, empty
where it has none) and one ring: longitude and latitude of its first point in hundredths of a degree, then the steps
from point to point. Arcs are thinned before rings are made of them, so that neighbours still share a border.
"""

import argparse
import functools
import gzip
import importlib.metadata
import math
import pathlib
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

OUTPUT = pathlib.Path(__file__).resolve().parent.parent / "src" / "headwater" / "data" / "outlines.tsv.gz"
TOLERANCE = 0.03
"""Degrees by which a border may lie beside its true line."""
LEAST_SIDE = 0.12
"""Degrees: smaller islands are left out where their country has a larger piece."""
LEAST_POINTS = 4
"""Of a ring, the last one again its first: fewer are no area."""
SCALE = 100
NAMED = {"Kosovo": "XK"}
"""Codes of what ISO 3166 leaves out."""

Point = tuple[float, float]
Ring = list[Point]


def main(arguments: list[str] | None = None) -> int:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Make the outlines of countries.")
    parser.add_argument("topology", type=pathlib.Path, metavar="FILE", help="countries-50m.json of world-atlas")
    topology = msgspec.json.decode(parser.parse_args(arguments).topology.read_bytes())
    arcs = [thin(arc) for arc in read_arcs(topology)]
    lines = sorted(line for country in topology["objects"]["countries"]["geometries"] for line in read_country(country, arcs))
    OUTPUT.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), compresslevel=9, mtime=0))
    print(f"{OUTPUT}: {len(lines)} rings, {OUTPUT.stat().st_size:,} bytes")
    return 0


def read_arcs(topology: Any) -> Iterator[Ring]:  # noqa: ANN401 - TopoJSON as it is decoded
    """The arcs of a quantised topology as points in degrees."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def thin(points: Ring) -> Ring:
    """The points without those nearer than TOLERANCE to the line between their neighbours (Douglas and Peucker 1973)."""
    keep = {0, len(points) - 1}
    stack = [(0, len(points) - 1)]
    if points[0] == points[-1] and len(points) > 3:  # a closed line has no direction: begin at the point that is furthest away
        far = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]))
        keep.add(far)
        stack = [(0, far), (far, len(points) - 1)]
    while stack:
        a, b = stack.pop()
        far, distance = a, 0.0
        for i in range(a + 1, b):
            d = _beside(points[i], points[a], points[b])
            if d > distance:
                far, distance = i, d
        if distance > TOLERANCE:
            keep.add(far)
            stack += [(a, far), (far, b)]
    return [points[i] for i in sorted(keep)]


def _beside(p: Point, a: Point, b: Point) -> float:
    length = math.dist(a, b)
    if not length:
        return math.dist(p, a)
    return abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length


def read_country(country: Any, arcs: Sequence[Ring]) -> Iterator[str]:  # noqa: ANN401 - TopoJSON as it is decoded
    """The lines of one country."""
    polygons = {"Polygon": [country.get("arcs")], "MultiPolygon": country.get("arcs")}.get(country.get("type"), [])
    code = codes().get(str(country.get("id", "")).zfill(3), "") or NAMED.get(country["properties"]["name"], "")
    rings = [unbroken(_ring(numbers, arcs)) for polygon in polygons for numbers in polygon]
    sides = [max(max(x) - min(x) for x in zip(*ring, strict=True)) for ring in rings]
    for ring, side in zip(rings, sides, strict=True):
        steps = _steps(ring) if side >= LEAST_SIDE or side == max(sides) else []
        if len(steps) >= LEAST_POINTS:
            yield f"{code}\t{' '.join(steps)}"


def _ring(numbers: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    points: Ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def unbroken(ring: Ring) -> Ring:
    """A ring that crosses the date line with longitudes that run on beyond 180; one around a pole goes by way of it."""
    found = ring[:1]
    for lon, lat in ring[1:]:
        before = found[-1][0]
        found.append((lon + 360 * round((before - lon) / 360), lat))
    turn = found[-1][0] - found[0][0]
    if abs(turn) > 180:
        pole = -90.0 if found[0][1] < 0 else 90.0
        found += [(found[-1][0], pole), (found[0][0], pole), found[0]]
    return found


def _steps(ring: Ring) -> list[str]:
    found: list[str] = []
    x = y = 0
    for lon, lat in ring:
        at = round(lon * SCALE), round(lat * SCALE)
        if not found or at != (x, y):
            found.append(f"{at[0] - x},{at[1] - y}")
            x, y = at
    return found


@functools.cache
def codes() -> dict[str, str]:
    """ISO 3166-1 numeric to alpha-2."""
    path = importlib.metadata.distribution("pycountry").locate_file("pycountry/databases/iso3166-1.json")
    return {c["numeric"]: c["alpha_2"] for c in msgspec.json.decode(pathlib.Path(str(path)).read_bytes())["3166-1"]}


if __name__ == "__main__":
    sys.exit(main())
