"""Article and names -> places with a point, as coarse as the text; a name that acts is marked as an actor."""

from collections.abc import Iterator, Mapping, Sequence

from headwater.annotate.gazetteer import Gazetteered, candidates, distance, part_of
from headwater.annotate.places import tables
from headwater.annotate.places.readings import LIKELY, MAYBE, Reading, precision_of, read_names
from headwater.annotate.places.resolve import Choice, resolve
from headwater.types import Article, Candidate, Name, Place

__all__ = ["find_places"]

_CITY_KM = {0: 3, 10_000: 5, 100_000: 10, 1_000_000: 25}  # people -> kilometres around its point in which a town lies
_AREA_KM = (120, 500)  # of an area that no table gives a size for: within one country, and of several
_BESIDE_KM = 30  # of what the text says is near a town
_NEIGHBOUR_KM = 100  # a small town is likely where another place of the text lies as near


def find_places(article: Article, names: Sequence[Name]) -> tuple[Place, ...]:
    """The places that an article names, in order, whoever found the names.

    A place has the point of the gazetteer's entry that fits the text best; ``precision`` and ``within_km`` are never
    finer than the words. Small towns are found only where words of place stand before them or other places lie near.
    """
    text = article.text
    readings = _apart(list(read_names(text, names)))
    kept = [r for r in readings if r.sure >= MAYBE]
    choices = resolve(kept)
    accepted = _accepted(kept, choices)
    return tuple(_place(text, r, choices[r.words]) for r in kept if r.words in accepted or r.sure > LIKELY)


def _apart(readings: Sequence[Reading]) -> list[Reading]:
    """The readings without those that begin within another."""
    found: list[Reading] = []
    for reading in sorted(readings, key=lambda r: (r.start, -r.end)):
        if not found or reading.start >= found[-1].end:
            found.append(reading)
    return found


def _accepted(readings: Sequence[Reading], choices: Mapping[str, Choice]) -> frozenset[str]:
    """The names that are places: what one mention makes likely holds for all, and what lies near such a place is one too."""
    likely = {r.words for r in readings if r.sure >= LIKELY}
    places = [(words, choices[words].place) for words in sorted(likely)]
    near = {r.words for r in readings if r.words not in likely and _has_neighbour(r.words, choices[r.words].place, places)}
    return frozenset(likely | near)


def _has_neighbour(words: str, place: Gazetteered, places: Sequence[tuple[str, Gazetteered]]) -> bool:
    return any(other != words and p.kind not in ("country", "area") and distance(place, p) < _NEIGHBOUR_KM for other, p in places)


def _place(text: str, reading: Reading, choice: Choice) -> Place:
    start, place = reading.start, choice.place
    precise = reading.precision or precision_of(place)
    side = tables.SIDE_BEFORE.search(text, max(0, start - 16), start) if precise in ("country", "area") else None
    if side and reading.precision is None:
        start, precise = side.start(), "area"
        named = f"{side['side']} {place.name}"
        place = next((p for p in candidates(named) if p.kind == "area"), None) or part_of(named) or place
    return Place(
        start=start,
        end=reading.end,
        name=text[start : reading.end],
        lat=place.lat,
        lon=place.lon,
        precision=precise,  # type: ignore[arg-type]
        country=place.country or None,
        use="actor" if reading.use == "actor" or _acts(text, start, reading.end) else "place",
        within_km=_within(place, precise),
        confidence=choice.confidence,
        basis=choice.basis,
        candidates=tuple(_candidates(choice)),
    )


def _acts(text: str, start: int, end: int) -> bool:
    """Do the words behind a name say that it acts, and none before it that something is there?"""
    if tables.LOCATIVE.search(text, max(0, start - 40), start):
        return False
    return tables.ACTS_AFTER.match(text, end) is not None or tables.OFFICE_AFTER.match(text, end) is not None


def _within(place: Gazetteered, precision: str) -> int:
    if precision == "facility":
        return 2
    if precision == "city":
        return max(km for people, km in _CITY_KM.items() if place.population >= people)
    if place.kind in ("capital", "city", "town"):
        return _BESIDE_KM
    return place.spread or _AREA_KM[not place.country]


def _candidates(choice: Choice) -> Iterator[Candidate]:
    for place, confidence in choice.others:
        yield Candidate(name=place.name, country=place.country or None, lat=place.lat, lon=place.lon, confidence=confidence)
