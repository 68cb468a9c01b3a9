"""Places in, the bytes of ``places.tsv.gz`` out: lines sorted by key, the same for the same places."""

import gzip
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from headwater.annotate.gazetteer import SIDES, key_of, refold

RANK = {"country": 5, "area": 4, "capital": 3, "region": 2, "city": 2, "town": 2, "county": 1, "facility": 0}
"""Of two places of one name that which stands higher comes first, then the one with more people."""
CAPITAL_LEAST = 50_000
"""People of a capital that goes before larger places of its name."""
SAME_TOWN_KM = 150
"""A region or county whose point is nearer than this, or than its own spread, to a town of its name is named after it."""
RESPELLED_LEAST = (5, 50_000)
"""Letters of a name, and people of a place, from which it is listed under other transliterations too."""
RESPELLED_IN = frozenset(re.findall("..", "AEAFBHDJDZEGERETILIQIRJOKWLBLYMAMROMPKPSQASASDSOSYTNYE"))
"""Countries whose names reach English by several transliterations: every town is listed under the others too."""
CELL = 0.5
"""Degrees of the cells of which each counts once in the middle of a region: where nobody lives is part of it too."""
EARTH_KM = 12742


class Row(msgspec.Struct, kw_only=True):
    """A place on its way into the file."""

    name: str
    alternates: list[str]
    kind: str
    country: str
    region: str = ""
    """The code of its first-level region, as GeoNames has it."""
    lat: float
    lon: float
    population: int
    spread: int = 0
    """Kilometres from its point within which most of its towns lie."""
    known: frozenset[str] = frozenset()
    """Every name that the source gives, folded."""


def spread_of(lat: float, lon: float, points: Sequence[tuple[float, float]]) -> int:
    """Kilometres within which nine in ten of some points lie."""
    far = sorted(kilometres(lat, lon, *p) for p in points)
    return round(far[int(len(far) * 0.9)]) if far else 0


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """The distance of two points on a sphere."""
    half = math.sin(math.radians(to_lat - lat) / 2) ** 2
    half += math.cos(math.radians(lat)) * math.cos(math.radians(to_lat)) * math.sin(math.radians(to_lon - lon) / 2) ** 2
    return EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def sides_of(countries: Iterable[Row], cities: Iterable[Row]) -> list[tuple[str, float, float, int]]:
    """(country and side, latitude, longitude, kilometres): the middle of the towns on each side of a country's point."""
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        points[city.country].append((city.lat, city.lon))
    found = []
    for country in countries:
        cells = {(round(lat / CELL), round(lon / CELL)): (lat, lon) for lat, lon in sorted(points[country.country])}.values()
        for side in SIDES:
            here = [p for p in cells if lies(side, p, country)]
            if here:
                lat, lon = (sum(p[i] for p in here) / len(here) for i in (0, 1))
                found.append((f"{country.country} {side}", lat, lon, spread_of(lat, lon, here)))
    return found


def lies(side: str, point: tuple[float, float], country: Row) -> bool:
    """Does a point lie on this side of a country's own?"""
    lat, lon = point
    return (
        ("north" not in side or lat > country.lat)
        and ("south" not in side or lat < country.lat)
        and ("east" not in side or lon > country.lon)
        and ("west" not in side or lon < country.lon)
    )


def order(rows: Sequence[Row]) -> list[Row]:
    """Rows of one name, likeliest first; a town goes before the region or county that is named after it."""
    ranked = sorted(rows, key=lambda r: (-_rank(r), -r.population, r.name, r.country, r.lat, r.lon))
    first = ranked[0]
    if first.kind in ("region", "county"):
        towns = [r for r in ranked if r.kind in ("city", "town") and r.country == first.country]
        near = [t for t in towns if kilometres(first.lat, first.lon, t.lat, t.lon) < max(SAME_TOWN_KM, first.spread)]
        if near:
            ranked.remove(near[0])
            ranked.insert(0, near[0])
    return ranked


def _rank(row: Row) -> int:
    return RANK["city"] if row.kind == "capital" and row.population < CAPITAL_LEAST else RANK[row.kind]


def pack(rows: Iterable[Row], sides: Iterable[tuple[str, float, float, int]]) -> bytes:
    """Lines sorted by key, packed so that the same rows give the same bytes.

    A line is a place under its key, or a key and @ with the number of the line that holds the place. ~ begins the key
    of another transliteration, ! that of a side of a country.
    """
    by_key: defaultdict[str, dict[int, Row]] = defaultdict(dict)
    for row in rows:
        for form in (row.name, *row.alternates):
            by_key[key_of(form)][id(row)] = row
    entries = [(key, row) for key in sorted(by_key) if key for row in order(list(by_key[key].values()))]
    marked: list[tuple[str, Row | str]] = [(f"!{key}", f"{lat:.2f}\t{lon:.2f}\t{spread}") for key, lat, lon, spread in sides]
    marked += [(f"~{key}", row) for key, row in respelled(entries)]
    whole = sorted([*entries, *marked], key=lambda entry: entry[0])
    home: dict[int, int] = {}
    for number, (key, entry) in enumerate(whole):
        if isinstance(entry, Row) and key == key_of(entry.name):
            home.setdefault(id(entry), number)
    lines = []
    for number, (key, entry) in enumerate(whole):
        if isinstance(entry, str):
            lines.append(f"{key}\t{entry}\n")
        else:
            lines.append(f"{key}\t{cells(entry) if home[id(entry)] == number else f'@{home[id(entry)]}'}\n")
    return gzip.compress("".join(lines).encode("utf8"), compresslevel=9, mtime=0)


def respelled(entries: Iterable[tuple[str, Row]]) -> list[tuple[str, Row]]:
    """The largest place for each spelling that other transliterations share."""
    found: dict[str, Row] = {}
    for row in sorted({id(r): r for _, r in entries}.values(), key=lambda r: (-r.population, r.name, r.lat)):
        key = key_of(row.name)
        large = row.kind in ("region", "capital", "city") and row.population >= RESPELLED_LEAST[1]
        if (large or (row.kind in ("city", "town") and row.country in RESPELLED_IN)) and len(key) >= RESPELLED_LEAST[0]:
            found.setdefault(refold(key), row)
    return sorted(found.items(), key=lambda item: item[0])


def cells(row: Row) -> str:
    """A place as the cells of its line behind the key."""
    digits = 2 if row.kind == "town" else 3
    found = (row.name, row.kind, row.country, row.region, f"{row.lat:.{digits}f}", f"{row.lon:.{digits}f}", row.population, row.spread)
    line = "\t".join(map(str, found))
    if line.count("\t") != len(found) - 1 or "\n" in line or "\r" in line:
        raise ValueError(f"{row.name}: a tab or a line break in a cell")
    return line
