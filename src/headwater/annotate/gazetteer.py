"""A place's name -> the places of that name: data/places.tsv.gz, unpacked once and searched where it lies."""

import bisect
import functools
import gzip
import importlib.resources
import math
import re
from collections.abc import Iterator
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.distance import kilometres
from headwater.text import fold, strip_accents

Kind = Literal["country", "capital", "region", "county", "city", "town", "area", "facility"]
SIDES = (
    *("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"),
    *("northern", "southern", "eastern", "western", "northeastern", "northwestern", "southeastern", "southwestern"),
)
_SMALL: frozenset[Kind] = frozenset(["town", "county", "facility"])
_WIDE: frozenset[Kind] = frozenset(["country", "area", "region"])
_SIDE = "north-?eastern|north-?western|south-?eastern|south-?western|northern|southern|eastern|western|central|north|south|east|west"
_PART = re.compile(rf"^(?:{_SIDE}|mainland|occupied|rural|upstate|metropolitan|greater)\s+(?P<of>.+)$")
_DIRECTION = re.compile(
    rf"^(?:{_SIDE}|centre|center|upper|lower|middle|centrale?)(?: (?:and (?:{_SIDE})|province|region|district|state|governorate|county))*$"
)
_REGION_WORD = "province|governorate|region|prefecture|oblast|state|canton|voivodeship"
_SORT = re.compile(
    rf"^(?:the )?(?:(?P<a>{_REGION_WORD}) of |(?:city|town|port|island|village|capital|county) of )?(?:the )?(?P<name>.+?)(?: (?P<b>{_REGION_WORD})| (?:city|peninsula))?$"
)
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_SHORT = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
_SHORT_FIRST = re.compile(r"^(?:st|ste|ft|mt)(?= )")
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^(?:al|el|an|ad|ar|as|ash|at|ath|az)[- ]", ""),
        (r"[^a-z]", ""),
        (r"kh|gh", "h"),
        (r"[qgc]", "k"),
        (r"ou|oo|o", "u"),
        (r"dj", "j"),
        (r"ee|ei|ey|[ye]", "i"),
        (r"w", "v"),
        (r"(.)\1+", r"\1"),
        (r"(?:ah?|ih?)$", ""),
    )
)
_FOLDED_LEAST = 5  # letters of a name from which another spelling is looked for
_KNOWN_TO_ALL = 500_000  # people of a town whose name in capitals is rather the town than an abbreviation


class Gazetteered(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer; latitude and longitude in degrees (WGS 84)."""

    name: str
    kind: Kind
    country: str
    region: str = ""
    """The code of its first-level region, as GeoNames has it; "" for what lies in none."""
    lat: float | None
    lon: float | None
    population: int
    spread: int = 0
    """Kilometres around its point within which most of it lies; 0 for towns and facilities."""


def look_up(name: str) -> Gazetteered | None:
    """The likeliest place of this name that a reader may know: a country, an area, a region or a town of 15,000 people."""
    return next((place for place in candidates(name) if place.kind not in _SMALL), None)


@functools.lru_cache(maxsize=8192)
def candidates(name: str) -> tuple[Gazetteered, ...]:
    """The places of this name, likeliest first: countries, areas, capitals, then towns and regions by population.

    A town goes before the region that is named after it. A name that says "province" means a region alone.
    """
    key = key_of(name)
    found = _table().rows(key)
    if not found:
        parts = _SORT.match(key)
        found = _table().rows(parts["name"]) if parts and parts["name"] != key else ()
        if parts and (parts["a"] or parts["b"]):
            found = tuple(p for p in found if p.kind == "region") or tuple(_as_region(p) for p in found if p.kind == "city")
    if _DIRECTION.match(key):
        return ()
    if _ACRONYM.fullmatch(name):
        return tuple(p for p in found if p.kind in ("country", "area", "capital") or p.population >= _KNOWN_TO_ALL)
    return found


def spelled_like(name: str) -> Gazetteered | None:
    """The town or region whose name is this one in another transliteration: kh or h, q or g, ou or u, al- or none."""
    key = key_of(name)
    return next(iter(_table().rows(f"~{refold(key)}")), None) if len(key) >= _FOLDED_LEAST else None


def part_of(name: str) -> Gazetteered | None:
    """The place of which a name says a part: "eastern Freedonia" gives Freedonia, a point among its towns there; None for other names."""
    match = _PART.match(key_of(name))
    place = look_up(match["of"]) if match else None
    if match is None or place is None or place.kind not in _WIDE:
        return None
    side = key_of(name)[: -len(match["of"])].strip().replace("-", "")
    at = _table().side(f"!{place.country} {side}") if place.kind == "country" else None
    return msgspec.structs.replace(place, lat=at[0], lon=at[1], spread=int(at[2])) if at else place


def distance(a: Gazetteered, b: Gazetteered) -> float:
    """Kilometres between two places, infinite where one has no point; see ``headwater.distance``."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return kilometres(a.lat, a.lon, b.lat, b.lon)


def key_of(name: str) -> str:
    """What the spellings of one name share: lower case, no accents, no full stops, "st" as "saint"."""
    folded = fold(name)
    plain = " ".join((folded if folded.isascii() else strip_accents(folded)).replace(".", "").split())
    return _SHORT_FIRST.sub(lambda match: _SHORT[match.group()], plain)


def refold(key: str) -> str:
    """What a key shares with other transliterations of its name."""
    for pattern, to in _FOLDS:
        key = pattern.sub(to, key)
    return key


def _as_region(place: Gazetteered) -> Gazetteered:
    return msgspec.structs.replace(place, kind="region")


class Table:
    """The lines of the file, sorted by key: a search reads a few lines and keeps none."""

    def __init__(self, lines: bytes) -> None:
        """Find where each line begins."""
        self._lines = lines
        ends = np.flatnonzero(np.frombuffer(lines, dtype=np.uint8) == ord("\n"))
        self._starts: npt.NDArray[np.int64] = np.concatenate(([0], ends + 1)).astype(np.int64)

    def rows(self, key: str) -> tuple[Gazetteered, ...]:
        """The places under a key, in the order of the file."""
        return tuple(_place(cells) for cells in self._under(key))

    def side(self, key: str) -> tuple[float, float, float] | None:
        """Latitude, longitude and spread of a side of a country."""
        for lat, lon, spread in self._under(key):
            return float(lat), float(lon), float(spread)
        return None

    def _under(self, key: str) -> Iterator[list[str]]:
        wanted = key.encode("utf8")
        at = bisect.bisect_left(range(len(self._starts) - 1), wanted, key=self._key)
        while at < len(self._starts) - 1 and self._key(at) == wanted:
            cells = self._cells(at)
            yield self._cells(int(cells[0][1:])) if cells[0][:1] == "@" else cells
            at += 1

    def _key(self, number: int) -> bytes:
        start = int(self._starts[number])
        return self._lines[start : self._lines.index(b"\t", start)]

    def _cells(self, number: int) -> list[str]:
        start, end = int(self._starts[number]), int(self._starts[number + 1]) - 1
        return self._lines[start:end].decode("utf8").split("\t")[1:]


def _place(cells: list[str]) -> Gazetteered:
    name, kind, country, region, lat, lon, population, spread = cells
    return Gazetteered(
        name=name,
        kind=kind,  # type: ignore[arg-type]
        country=country,
        region=region,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
        spread=int(spread),
    )


@functools.cache
def _table() -> Table:
    packed = (importlib.resources.files("headwater") / "data" / "places.tsv.gz").read_bytes()
    return Table(gzip.decompress(packed))
