"""Article and names -> places with a point, as coarse as the text: what is named as an actor is left to the reader of the map."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from headwater.annotate.gazetteer import Gazetteered, candidates, distance, part_of, spelled_like
from headwater.annotate.kinds import is_given_name
from headwater.demonyms import DEMONYMS
from headwater.text import fold, words
from headwater.types import Article, Name, Place

Precision = Literal["city", "region", "country", "area"]
_SIDE_BEFORE = re.compile(
    r"(?i)\b(?P<side>(?:north|south)-?(?:eastern|western)|northern|southern|eastern|western|central|north|south|east|west) $"
)
_REGION_AFTER = re.compile(r"(?i) (?P<sort>province|governorate|region|oblast|prefecture|canton|state)\b")
_REGION_BEFORE = re.compile(r"(?i)\b(?P<sort>province|governorate|region|oblast|prefecture|canton|state) of (?:the )?$")
_FACILITY = (
    r"airport|air base|airbase|airfield|naval base|military base|army base|base|port|harbou?r|prison|jail|dam|hospital|railway station"
    r"|train station|bus station|station|consulate|mosque|stadium|refinery|power plant|power station|camp|barracks"
)
_FACILITY_AFTER = re.compile(rf"(?i) (?:(?:main|international|central|provincial|regional|military|old|new) )?(?:{_FACILITY})\b")
_FACILITY_IN = re.compile(
    rf"(?P<town>.+?)(?: (?:International|Central|Military|Naval|Army|General|University|Provincial|Regional|Main|Grand))* (?i:{_FACILITY})"
)
_LIKELY_TOWN = 100_000  # people: a smaller namesake needs words such as "city of" around it
_KNOWN_TO_ALL = 500_000  # people: a larger town needs no such words where its name is written in another way
_NEAR_KM = 800  # a town lies within its region when it is nearer than this to the region's point, and in its country
_LOCATIVE = re.compile(
    r"(?i)(?:\b(?:in|at|near|to|from|of|outside|around|into|across|through|toward|towards|inside|on|over|between|city|town|port|village|capital"
    r"|province|region)[ ,]+(?:the )?(?:[a-z-]+ ){0,2})$"
)
_STRICT = re.compile(
    r"(?i)\b(?:(?:in|near|outside|around|across|throughout|inside) (?:the )?(?:(?:northern|southern|eastern|western|central|downtown|nearby) )?"
    r"|(?:city|town|port|village|capital|suburb)(?: of|,)? )$"
)
# names of towns that are more often something else: words, and family names
_OFTEN_NO_TOWN = frozenset(
    words(
        "nice reading bath mobile liberal enterprise come spring central olympic police delta summit market god man male split most bar lens "
        "orange corona pavilion eagle liberty independence freedom union hope progress victory surprise paradise best date of along born "
        "imperial royal grand normal temple university college church chapel castle garden gardens lake park beach valley hill hills woodlands "
        "lincoln jackson hamilton houston austin tyler taylor madison columbus cleveland clinton bush obama wilson anderson johnson davis "
        "campbell stewart morgan warren fairfield lancaster manning bell moore evans martin denton mason perry franklin sheridan hunter norton "
        "douglas marshall carter lawrence russell howard wayne gary irving garland carson aurora florence victoria charlotte marion chester "
        "ross nelson gilbert henderson robertson mckinney edison hutchinson burbank young chan chu cook dole paterson rangel monster may"
    )
)


class Reading(msgspec.Struct, frozen=True):
    """A name read as a place: where its words stand, the places that it may be, and how fine the text is."""

    start: int
    end: int
    options: tuple[Gazetteered, ...]
    precision: Precision | None = None
    """None: as fine as the place that is chosen."""


def find_places(article: Article, names: Sequence[Name]) -> tuple[Place, ...]:
    """The places of an article in order; a small town only where a word of place stands before it."""
    text = article.text
    settled = _settled(text, names)
    found: list[Place] = []
    for name in names:
        reading = _read(text, name) if name.kind != "person" else None
        if reading is None or (found and reading.start < found[-1].end):
            continue
        words = text[name.start : name.end]
        place = settled.get(words) or reading.options[0]
        if reading.precision is None and words not in settled and not _is_likely(text, name, place):
            continue
        found.append(_place(text, reading, place))
    return tuple(found)


def _place(text: str, reading: Reading, place: Gazetteered) -> Place:
    start, precise = reading.start, reading.precision or ("city" if place.kind == "capital" else place.kind)
    side = _SIDE_BEFORE.search(text, max(0, start - 16), start) if precise in ("country", "area") else None
    if side and reading.precision is None:
        start, precise = side.start(), "area"
        place = part_of(f"{side['side']} {place.name}") or place
    return Place(
        start=start,
        end=reading.end,
        name=text[start : reading.end],
        lat=place.lat,
        lon=place.lon,
        precision=precise,
        country=place.country or None,
    )


def _read(text: str, name: Name) -> Reading | None:
    """What the name and the words beside it may stand for: a province, a town's airport, a part of a country, a place."""
    words = text[name.start : name.end]
    found = candidates(words)
    if words.lower() in DEMONYMS and found and found[0].kind not in ("country", "capital"):
        return None
    if name.kind == "organisation":
        return _built(text, name, words, ())
    return _region(text, name, words) or _built(text, name, words, found) or _plain(text, name, words, found)


def _region(text: str, name: Name, words: str) -> Reading | None:
    """Of "Freedonia province", "the province of Freedonia"."""
    after = _REGION_AFTER.match(text, name.end)
    before = _REGION_BEFORE.search(text, max(0, name.start - 20), name.start)
    sort = after or before
    regions = candidates(f"{words} {sort['sort']}") if sort else ()
    if not regions:
        return None
    return Reading(before.start() if before and not after else name.start, after.end() if after else name.end, regions, "region")


def _built(text: str, name: Name, words: str, found: tuple[Gazetteered, ...]) -> Reading | None:
    """Of "Freetown airport", "Freetown International Airport": no finer than the town."""
    after = _FACILITY_AFTER.match(text, name.end)
    if after and found and found[0].kind in ("city", "capital"):
        return Reading(name.start, after.end(), found, "city")
    inner = None if found else _FACILITY_IN.fullmatch(words)
    towns = tuple(p for p in candidates(inner["town"])[:1] if p.kind in ("city", "capital")) if inner else ()
    return Reading(name.start, name.end, towns, "city") if towns else None


def _plain(text: str, name: Name, words: str, found: tuple[Gazetteered, ...]) -> Reading | None:
    if found:
        return Reading(name.start, name.end, found)
    if part := part_of(words):
        return Reading(name.start, name.end, (part,), "area")
    like = spelled_like(words) if _STRICT.search(text, max(0, name.start - 40), name.start) else None
    return Reading(name.start, name.end, (like,), "region" if like.kind == "region" else "city") if like else None


def _is_likely(text: str, name: Name, place: Gazetteered) -> bool:
    """Is a name without words of place around it this place? Countries always, towns by their size and by what else they may be."""
    if place.kind in ("country", "area", "capital"):
        return True
    words = text[name.start : name.end]
    low = max(0, name.start - 40)
    if place.kind == "city" and " " not in words and (words.lower() in _OFTEN_NO_TOWN or is_given_name(words)):
        return _STRICT.search(text, low, name.start) is not None
    if _LOCATIVE.search(text, low, name.start):
        return True
    return place.population >= (_LIKELY_TOWN if fold(place.name) == fold(words) else _KNOWN_TO_ALL)


def _settled(text: str, names: Sequence[Name]) -> Mapping[str, Gazetteered]:
    """The names that a region or country behind a comma settles: "Paris, Texas" is no capital, here and where it stands alone."""
    found: dict[str, Gazetteered] = {}
    for inner, outer in _pairs(text, names):
        town, around = text[inner.start : inner.end], text[outer.start : outer.end]
        wider = [p for p in candidates(around) if p.kind in ("country", "region")]
        fits = next(((p, w) for w in wider for p in _within(candidates(town), w)), None)
        if fits:
            found.setdefault(town, fits[0])
            if fits[1] != wider[0]:
                found.setdefault(around, fits[1])
    return found


def _pairs(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    for inner, outer in itertools.pairwise(names):
        if text[inner.end : outer.start] == ", " and "person" not in (inner.kind, outer.kind):
            yield inner, outer


def _within(towns: Sequence[Gazetteered], wider: Gazetteered) -> list[Gazetteered]:
    """The towns that lie in a region or country, nearest to a region's point first."""
    inside = [t for t in towns if t.country == wider.country and t.kind in ("city", "capital", "region") and t != wider]
    if wider.kind == "country":
        return inside
    return sorted((t for t in inside if distance(t, wider) < _NEAR_KM), key=lambda t: distance(t, wider))
