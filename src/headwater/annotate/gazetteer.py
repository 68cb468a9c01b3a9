"""A place's name -> the place: data/places.tsv.gz, read once."""

import functools
import gzip
import importlib.resources
import re
from typing import Literal

import msgspec

from headwater.text import fold, strip_accents

Kind = Literal["country", "capital", "region", "city", "area"]
_RANK = {"country": 4, "area": 3, "capital": 2, "region": 1, "city": 0}
_PART = re.compile(
    r"^(?:(northern|southern|eastern|western|central|north|south|east|west|north-?eastern|north-?western|south-?eastern|south-?western|mainland|occupied|rural)\s+)(.+)$"
)
_SORT = re.compile(
    r"\s+(?:province|governorate|region|county|district|city|prefecture|oblast|state|peninsula)$|^(?:the\s+)?(?:city|town|port|province|region|state|island|village) of\s+|^the\s+"
)


class Gazetteered(msgspec.Struct, frozen=True, kw_only=True):
    """A place of the gazetteer; latitude and longitude in degrees (WGS 84)."""

    name: str
    kind: Kind
    country: str
    lat: float | None
    lon: float | None
    population: int


def look_up(name: str) -> Gazetteered | None:
    """The likeliest place of this name: countries first, then areas, capitals, regions and cities by population."""
    table = _places()
    key = _key(name)
    if key in table:
        return table[key]
    return table.get(_SORT.sub("", key))


def part_of(name: str) -> Gazetteered | None:
    """The place of which a name says a part: "eastern Freedonia" gives Freedonia; None for other names."""
    match = _PART.match(_key(name))
    return look_up(match.group(2)) if match else None


def _key(name: str) -> str:
    return strip_accents(fold(name)).replace(".", "")


@functools.cache
def _places() -> dict[str, Gazetteered]:
    packed = (importlib.resources.files("headwater") / "data" / "places.tsv.gz").read_bytes()
    table: dict[str, Gazetteered] = {}
    for line in gzip.decompress(packed).decode("utf8").splitlines():
        if line.startswith("#"):
            continue
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
        for form in (name, *filter(None, alternates.split("|"))):
            key = _key(form)
            if key not in table or _order(place) > _order(table[key]):
                table[key] = place
    return table


def _order(place: Gazetteered) -> tuple[int, int]:
    return _RANK[place.kind], place.population
