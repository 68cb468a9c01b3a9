"""Places in, a map out: what a template needs to draw it as SVG, in pixels; nothing is loaded and nothing is decided here.

Plate carrée with a true scale at the middle of the view: good enough to see where things lie. A place is drawn no finer
than its precision: a town as a dot, a country as its outline, anything between as a disc of its size.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from headwater.brief.marks import one_line
from headwater.brief.outlines import Outline, outlines
from headwater.types import BriefPlace

WIDTH, HEIGHT = 720, 420
"""Pixels of the drawing; the page scales it."""
LEAST_SPAN = 6.0
"""Degrees of latitude that a map shows at least: nearer, the outlines show nothing."""
MARGIN = 0.18
"""Share of the points' own extent that is kept free around them."""
DOT = 4.0
"""Pixels of a town's dot."""
LETTER, LINE = 7.8, 16.0
"""Pixels of a letter and of a line of a label: a wide guess, so that labels do not touch."""
LONGEST = 26
"""Letters of a label; the whole name is in its title."""
MOST_LABELS = 40
_KM_A_DEGREE = 111.2
_KINDS = {"city": "dot", "facility": "dot", "country": "land"}
_LEAST_DISC, _MOST_DISC = 7.0, 130.0
_NORTHMOST, _SOUTHMOST = 84.0, -58.0  # degrees beyond which nothing is shown unless a place lies there


class Mark(NamedTuple):
    """A place on the map: its point, the radius of its disc, its label or "" where no room was left for one."""

    name: str
    title: str
    """All names of the point."""
    kind: str
    """dot, disc or land."""
    x: float
    y: float
    radius: float
    label: str
    label_x: float
    label_y: float
    anchor: str
    """start, middle or end: which end of the label stands at label_x."""


class Map(NamedTuple):
    """A drawing: the land as one path, the countries that are named as another, the marks, and names without a label."""

    width: int
    height: int
    land: str
    named: str
    marks: tuple[Mark, ...]
    unlabelled: tuple[str, ...]


class _View(NamedTuple):
    """Which part of the world is shown: the west and north edge in degrees, and pixels a degree."""

    west: float
    north: float
    across: float
    down: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Pixels of a point."""
        return (lon - self.west) * self.across, (self.north - lat) * self.down


class _Spot(NamedTuple):
    """A point in degrees, moved to the side of the date line that the view shows, with the most named of its places."""

    place: BriefPlace
    names: str
    """Of all its places."""
    lon: float
    lat: float


def draw_map(places: Sequence[BriefPlace]) -> Map | None:
    """The map of the places that have a point and do not merely act; None where there is none."""
    shown = [p for p in places if p.lat is not None and p.lon is not None and p.use == "place"]
    if not shown:
        return None
    spots = _spots(sorted(shown, key=lambda p: (-len(p.mentions), p.name)))
    view = _view(spots)
    countries = {s.place.country for s in spots if s.place.precision == "country" and s.place.country}
    rings = list(_paths(view))
    marks = _labelled([_mark(view, spot) for spot in spots])
    return Map(
        width=WIDTH,
        height=HEIGHT,
        land=" ".join(path for _, path in rings),
        named=" ".join(path for country, path in rings if country in countries),
        marks=tuple(marks),
        unlabelled=tuple(m.title for m in marks if not m.label),
    )


def _spots(places: Sequence[BriefPlace]) -> list[_Spot]:
    """A spot a point, with longitudes that run on without a break: the widest empty stretch is where the map is cut."""
    points: list[tuple[list[BriefPlace], float, float]] = []
    held: dict[tuple[float, float, str], list[BriefPlace]] = {}
    for p in places:
        key = (float(p.lon or 0), float(p.lat or 0), _KINDS.get(p.precision, "disc"))
        if key not in held:
            held[key] = []
            points.append((held[key], key[0], key[1]))
        held[key].append(p)
    lons = sorted({lon for _, lon, _ in points})
    gaps = [(after - before, after) for before, after in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    _, west = max(gaps, key=lambda gap: (gap[0], -abs(gap[1])))
    west = west - 360 if west >= 360 + lons[0] else west
    return [
        _Spot(same[0], ", ".join(one_line(p.name) for p in same), lon if lon >= west - 1e-9 else lon + 360, lat)
        for same, lon, lat in points
    ]


def _view(spots: Sequence[_Spot]) -> _View:
    """The part of the world that holds every spot and its disc, with a margin, in the shape of the drawing."""
    reach = [min(s.place.within_km, 1500) / _KM_A_DEGREE for s in spots]
    low = max(-90.0, min(s.lat - r for s, r in zip(spots, reach, strict=True)))
    high = min(90.0, max(s.lat + r for s, r in zip(spots, reach, strict=True)))
    middle = math.cos(math.radians(min(65.0, abs((low + high) / 2))))
    west = min(s.lon - r / middle for s, r in zip(spots, reach, strict=True))
    east = max(s.lon + r / middle for s, r in zip(spots, reach, strict=True))
    tall = max(LEAST_SPAN, (high - low) * (1 + 2 * MARGIN), (east - west) * (1 + 2 * MARGIN) * middle * HEIGHT / WIDTH)
    down = HEIGHT / min(180.0, tall)
    across = max(down * middle, WIDTH / 360)
    north = min(max(_NORTHMOST, high), max((low + high) / 2 + HEIGHT / down / 2, min(_SOUTHMOST, low) + HEIGHT / down))
    return _View((west + east) / 2 - WIDTH / across / 2, north, across, down)


def _mark(view: _View, spot: _Spot) -> Mark:
    x, y = view.at(view.west + (spot.lon - view.west) % 360, spot.lat)
    place = spot.place
    kind = _KINDS.get(place.precision, "disc")
    disc = min(_MOST_DISC, max(_LEAST_DISC, place.within_km / _KM_A_DEGREE * view.down))
    radius = DOT if kind == "dot" else disc if kind == "disc" else 0.0
    return Mark(one_line(place.name), spot.names, kind, round(x, 1), round(y, 1), round(radius, 1), "", 0.0, 0.0, "start")


Box = tuple[float, float, float, float]


def _labelled(marks: Sequence[Mark]) -> list[Mark]:
    """The marks with labels where there is room: most mentioned first, none over another, over a dot or beyond the edge."""
    taken = [(m.x - DOT, m.y - DOT, m.x + DOT, m.y + DOT) for m in marks if m.kind == "dot"]
    found: list[Mark] = []
    for mark in marks:
        text = mark.name if len(mark.name) <= LONGEST else f"{mark.name[: LONGEST - 1].rstrip()}…"
        placed = next((p for p in _positions(mark, text) if _is_free(p[1], taken)), None) if len(found) < MOST_LABELS else None
        if placed is None:
            found.append(mark)
            continue
        label, box = placed
        taken.append(box)
        found.append(label)
    return found


def _positions(mark: Mark, text: str) -> Iterator[tuple[Mark, Box]]:
    """Where a label may stand, best first: beside the dot, above and below it; upon a country or a disc."""
    wide, off = len(text) * LETTER, DOT + 4
    ways: list[tuple[float, float, str]] = [
        (off, 4.0, "start"),
        (-off, 4.0, "end"),
        (0.0, -off - 2, "middle"),
        (0.0, LINE + off - 4, "middle"),
        (off, -LINE * 0.7, "start"),
        (off, LINE, "start"),
        (-off, -LINE * 0.7, "end"),
        (-off, LINE, "end"),
    ]
    if mark.kind != "dot":
        ways = [(0.0, 4.0, "middle"), (0.0, -LINE, "middle"), (0.0, LINE + 4, "middle"), (0.0, -2 * LINE, "middle"), *ways]
    for dx, dy, anchor in ways:
        x, y = mark.x + dx, mark.y + dy
        left = {"start": x, "end": x - wide, "middle": x - wide / 2}[anchor]
        yield mark._replace(label=text, label_x=round(x, 1), label_y=round(y, 1), anchor=anchor), (left, y - LINE + 3, left + wide, y + 4)


def _is_free(box: Box, taken: Sequence[Box]) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > WIDTH - 2 or bottom > HEIGHT - 2:
        return False
    return not any(left < r and x < right and top < b and y < bottom for x, y, r, b in taken)


def _paths(view: _View) -> Iterator[tuple[str, str]]:
    """(country, path) of every ring that the view shows, cut at its edges."""
    east = view.west + WIDTH / view.across
    south = view.north - HEIGHT / view.down
    for outline in outlines():
        for turn in (-360.0, 0.0, 360.0):
            x0, y0, x1, y1 = outline.box
            if x1 + turn > view.west and x0 + turn < east and y1 > south and y0 < view.north:
                path = _path(view, outline, turn)
                if path:
                    yield outline.country, path


def _path(view: _View, outline: Outline, turn: float) -> str:
    points = _clip([view.at(lon + turn, lat) for lon, lat in outline.points])
    steps: list[str] = []
    last = None
    for x, y in points:
        here = (round(x, 1), round(y, 1))
        if here != last:
            steps.append(f"{here[0]:g} {here[1]:g}")
            last = here
    return f"M{'L'.join(steps)}Z" if len(steps) > 3 else ""


Pixel = tuple[float, float]


def _clip(points: list[Pixel]) -> list[Pixel]:
    """A ring within the drawing and a little beyond, so that its edges are not seen (Sutherland and Hodgman 1974)."""
    out = 10.0
    for axis, sign, edge in ((0, 1, -out), (0, -1, WIDTH + out), (1, 1, -out), (1, -1, HEIGHT + out)):
        points = list(_clip_side(points, axis, sign, edge))
    return points


def _clip_side(points: Sequence[Pixel], axis: int, sign: int, edge: float) -> Iterator[Pixel]:
    for i, here in enumerate(points):
        before = points[i - 1]
        inside, was_inside = (sign * (p[axis] - edge) >= 0 for p in (here, before))
        if inside != was_inside:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if inside:
            yield here
