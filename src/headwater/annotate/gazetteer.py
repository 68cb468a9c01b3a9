"""A place's name -> the place: data/places.tsv.gz, read once."""

import functools
import gzip
import importlib.resources
import math
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

import msgspec

from headwater.text import fold, strip_accents

Kind = Literal["country", "capital", "region", "city", "area"]
_RANK = {"country": 4, "area": 3, "capital": 2, "region": 1, "city": 1}
_SIDE = "north-?eastern|north-?western|south-?eastern|south-?western|northern|southern|eastern|western|central|north|south|east|west"
_PART = re.compile(rf"^(?:(?P<side>{_SIDE})|mainland|occupied|rural)\s+(?P<of>.+)$")
_DIRECTION = re.compile(
    rf"^(?:{_SIDE}|centre|center|upper|lower|middle|centrale?)(?: (?:and (?:{_SIDE})|province|region|district|state|governorate|county))*$"
)
_REGION_WORD = "province|governorate|region|prefecture|oblast|state|canton|voivodeship"
_SORT = re.compile(
    rf"^(?:the )?(?:(?P<a>{_REGION_WORD}) of |(?:city|town|port|island|village|capital) of )?(?:the )?(?P<name>.+?)(?: (?P<b>{_REGION_WORD})| (?:city|peninsula))?$"
)
_SAME_TOWN_KM = 150  # a region whose point is nearer than this to a town of its name is named after it
_CAPITAL_LEAST = 50_000  # people of a capital that goes before larger places of its name
_ACRONYM = re.compile(r"[A-Z]{2,4}")
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"^al[- ]|^el[- ]|^ash[- ]|^ad[- ]|^ar[- ]|^as[- ]", ""),
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
_FOLDED_LEAST = (5, 50_000)  # letters of a name, and people of a town, from which another spelling is looked for


class Gazetteered(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer; latitude and longitude in degrees (WGS 84)."""

    name: str
    kind: Kind
    country: str
    lat: float | None
    lon: float | None
    population: int


def look_up(name: str) -> Gazetteered | None:
    """The likeliest place of this name, the first of ``candidates``."""
    return next(iter(candidates(name)), None)


@functools.lru_cache(maxsize=4096)
def candidates(name: str) -> tuple[Gazetteered, ...]:
    """The places of this name, likeliest first: countries, areas, capitals, then towns and regions by population.

    A town goes before the region that is named after it. A name that says "province" means a region alone.
    """
    key = _key(name)
    found = _places().get(key, ())
    if not found:
        parts = _SORT.match(key)
        found = _places().get(parts["name"], ()) if parts and parts["name"] != key else ()
        if parts and (parts["a"] or parts["b"]):
            found = tuple(p for p in found if p.kind == "region") or tuple(_as_region(p) for p in found if p.kind == "city")
    if _DIRECTION.match(key):
        return ()
    if _ACRONYM.fullmatch(name):
        return tuple(p for p in found if p.kind not in ("city", "region") or p.population >= _KNOWN_TO_ALL)
    return found


_KNOWN_TO_ALL = 500_000  # people of a town whose name in capitals is rather the town than an abbreviation


def spelled_like(name: str) -> Gazetteered | None:
    """The town or region whose name is this one in another transliteration: kh or h, q or g, ou or u, al- or none."""
    key = _key(name)
    return _respelled().get(_refold(key)) if len(key) >= _FOLDED_LEAST[0] else None


def part_of(name: str) -> Gazetteered | None:
    """The place of which a name says a part: "eastern Freedonia" gives Freedonia, a point among its towns there; None for other names."""
    match = _PART.match(_key(name))
    place = look_up(match["of"]) if match else None
    if match is None or place is None or place.kind not in ("country", "area", "region"):
        return None
    return _on_side(place, match["side"] or "")


def distance(a: Gazetteered, b: Gazetteered) -> float:
    """Kilometres between two places, infinite where one has no point (a sphere of 6371 km)."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    x, y = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((y - x) / 2) ** 2 + math.cos(x) * math.cos(y) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(half)))


def _as_region(place: Gazetteered) -> Gazetteered:
    return msgspec.structs.replace(place, kind="region")


def _on_side(place: Gazetteered, side: str) -> Gazetteered:
    """A country with its point among the towns of one side; other places as they are."""
    towns = _towns().get(place.country, ()) if place.kind == "country" and side and "central" not in side else ()
    if place.lat is None or place.lon is None:
        return place
    here = [
        (lat, lon)
        for lat, lon in towns
        if ("north" not in side or lat > place.lat)
        and ("south" not in side or lat < place.lat)
        and ("east" not in side or lon > place.lon)
        and ("west" not in side or lon < place.lon)
    ]
    if not here:
        return place
    return msgspec.structs.replace(
        place, lat=round(sum(lat for lat, _ in here) / len(here), 3), lon=round(sum(lon for _, lon in here) / len(here), 3)
    )


def _key(name: str) -> str:
    folded = fold(name)
    return (folded if folded.isascii() else strip_accents(folded)).replace(".", "")


def _refold(key: str) -> str:
    for pattern, to in _FOLDS:
        key = pattern.sub(to, key)
    return key


@functools.cache
def _rows() -> tuple[tuple[Gazetteered, tuple[str, ...]], ...]:
    packed = (importlib.resources.files("headwater") / "data" / "places.tsv.gz").read_bytes()
    found = []
    for line in gzip.decompress(packed).decode("utf8").splitlines():
        name, alternates, kind, country, lat, lon, population = line.split("\t")
        if kind not in _RANK:
            continue
        place = Gazetteered(
            name=name,
            kind=kind,  # type: ignore[arg-type]
            country=country,
            lat=float(lat) if lat else None,
            lon=float(lon) if lon else None,
            population=int(population or 0),
        )
        found.append((place, (name, *filter(None, alternates.split("|")))))
    return tuple(found)


@functools.cache
def _places() -> Mapping[str, tuple[Gazetteered, ...]]:
    table: dict[str, list[Gazetteered]] = defaultdict(list)
    for place, forms in _rows():
        for key in {_key(form): None for form in forms}:
            table[key].append(place)
    return {key: _ordered(places) if len(places) > 1 else tuple(places) for key, places in table.items()}


def _ordered(places: list[Gazetteered]) -> tuple[Gazetteered, ...]:
    """Likeliest first; sorting keeps the file's order, largest first, where nothing else tells."""
    ranked = sorted(places, key=lambda p: (-(_RANK[p.kind] if p.kind != "capital" or p.population >= _CAPITAL_LEAST else 1), -p.population))
    if ranked[0].kind == "region":
        town = next((p for p in ranked if p.kind == "city" and p.country == ranked[0].country), None)
        if town and distance(town, ranked[0]) < _SAME_TOWN_KM:
            ranked.remove(town)
            ranked.insert(0, town)
    return tuple(ranked)


@functools.cache
def _respelled() -> Mapping[str, Gazetteered]:
    table: dict[str, Gazetteered] = {}
    for place, _ in _rows():
        key = _key(place.name)
        if place.kind not in ("country", "area") and place.population >= _FOLDED_LEAST[1] and len(key) >= _FOLDED_LEAST[0]:
            table.setdefault(_refold(key), place)
    return table


@functools.cache
def _towns() -> Mapping[str, tuple[tuple[float, float], ...]]:
    table: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for place, _ in _rows():
        if place.kind in ("city", "capital") and place.lat is not None and place.lon is not None:
            table[place.country].append((place.lat, place.lon))
    return {country: tuple(points) for country, points in table.items()}
