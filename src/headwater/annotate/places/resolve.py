"""Readings of one article in, the place that each stands for out: by what the text says, its other places, and size.

The choice among the places of a name is a sum of few signs (after Leidner 2007 and Speriosu and Baldridge 2013): a region
that the text names behind it, the countries and regions of the article's other places, nearness to them, and population.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from headwater.annotate.gazetteer import Gazetteered, distance
from headwater.annotate.places.readings import Reading, lying_in

_NAMED = 6.0  # weight of a region that the text names behind the place
_REGION, _COUNTRY, _NEAR, _SIZE = 2.5, 3.0, 3.5, 0.7  # weights of a shared region, a shared country, nearness, and a power of ten of people
_NEAR_KM = 120  # at this distance nearness counts for half
_KIND = {"country": 3.0, "area": 2.5, "capital": 1.2, "region": 1.0, "city": 0.6, "county": 0.2, "town": 0.0, "facility": 0.4}
_SHARP = 1.6  # how far a difference of signs tells in the confidence
_SAME_TOWN_KM = 150  # a region whose point is nearer than this, or than its own spread, to a town of its name is named after it
_ROUNDS = 3
_MOST_OPTIONS = 40  # places of one name that are looked at: the rest are hamlets
_SHOWN = 3  # other places that are listed


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """The place chosen for a name, with what else it may be and why."""

    place: Gazetteered
    confidence: float
    basis: str
    others: tuple[tuple[Gazetteered, float], ...] = ()


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a name of the article stands for, as far as is known so far."""

    words: str
    place: Gazetteered
    weight: float


def resolve(readings: Sequence[Reading]) -> dict[str, Choice]:
    """The choice for each name; a name stands for one place in one article."""
    by_name: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        by_name[reading.words].append(reading)
    options = {words: _options(group) for words, group in by_name.items()}
    inside = {words: next((r.within for r in group if r.within), None) for words, group in by_name.items()}
    anchors = [_first(words, options[words], inside[words], len(group)) for words, group in by_name.items()]
    choices: dict[str, Choice] = {}
    for _ in range(_ROUNDS):
        choices = {words: _choose(words, options[words], inside[words], anchors) for words in by_name}
        anchors = [
            Anchor(words=words, place=c.place, weight=c.confidence * min(3, len(by_name[words]))) for words, c in choices.items() if c.place
        ]
    return choices


def _options(group: Sequence[Reading]) -> tuple[Gazetteered, ...]:
    """The places of a name, those of a mention that leaves fewest: "Freetown province" leaves no town.

    A region that is named after the town at the head of the list is the town, unless the words say "province".
    """
    options = min((r.options for r in group), key=len)
    if options[0].kind not in ("capital", "city", "town"):
        return options[:_MOST_OPTIONS]
    return tuple(o for o in options if not _is_named_after(o, options[0]))[:_MOST_OPTIONS]


def _is_named_after(place: Gazetteered, town: Gazetteered) -> bool:
    same = place.kind in ("region", "county") and place.country == town.country
    return same and distance(place, town) < max(_SAME_TOWN_KM, place.spread)


def _first(words: str, options: Sequence[Gazetteered], inside: Gazetteered | None, count: int) -> Anchor:
    """What a name stands for before anything else is known: sure where the text says it or where there is one place of the name."""
    fitting = lying_in(options, inside) if inside else []
    if fitting:
        return Anchor(words=words, place=fitting[0], weight=2.0)
    lead = _prior(options[0]) - max((_prior(o) for o in options[1:]), default=-9.0)
    return Anchor(
        words=words, place=options[0], weight=min(3, count) / (1 + math.exp(-_SHARP * lead)) if len(options) > 1 else min(3, count)
    )


def _prior(place: Gazetteered) -> float:
    return _KIND[place.kind] + _SIZE * math.log10(place.population + 100)


def _choose(words: str, options: Sequence[Gazetteered], inside: Gazetteered | None, anchors: Sequence[Anchor]) -> Choice:
    others = [a for a in anchors if a.words != words]
    if len(options) == 1 and inside is None:
        return Choice(place=options[0], confidence=1.0, basis="the only place of this name")
    fitting = set(map(id, lying_in(options, inside))) if inside else set()
    countries, regions = _shares(others)
    scores = [
        _prior(o)
        + (_NAMED if id(o) in fitting else 0.0)
        + _COUNTRY * countries.get(o.country, 0.0)
        + _REGION * regions.get((o.country, o.region), 0.0)
        + _NEAR * _nearness(o, others)
        for o in options
    ]
    order = sorted(range(len(options)), key=lambda i: -scores[i])
    total = sum(math.exp(_SHARP * (s - scores[order[0]])) for s in scores)
    sure = [math.exp(_SHARP * (scores[i] - scores[order[0]])) / total for i in order]
    best = options[order[0]]
    return Choice(
        place=best,
        confidence=round(sure[0], 3),
        basis=_basis(best, options, inside if id(best) in fitting else None),
        others=tuple((options[i], round(c, 3)) for i, c in list(zip(order, sure, strict=True))[1 : _SHOWN + 1]),
    )


def _shares(anchors: Sequence[Anchor]) -> tuple[Mapping[str, float], Mapping[tuple[str, str], float]]:
    """The shares of countries and of first-level regions among some places."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[tuple[str, str], float] = defaultdict(float)
    for a in anchors:
        countries[a.place.country] += a.weight
        if a.place.region:
            regions[a.place.country, a.place.region] += a.weight
    countries.pop("", None)
    whole, parts = sum(countries.values()) or 1.0, sum(regions.values()) or 1.0
    return {k: v / whole for k, v in countries.items()}, {k: v / parts for k, v in regions.items()}


def _nearness(place: Gazetteered, anchors: Sequence[Anchor]) -> float:
    """From 0 to 1: the mean nearness of the other places that are no country, the nearest ones counting most."""
    small = [(distance(place, a.place), a.weight) for a in anchors if a.place.kind not in ("country", "area")]
    near = sorted((w / (1 + (km / _NEAR_KM) ** 2) for km, w in small), reverse=True)[:3]
    return min(1.0, sum(near) / 2)


def _basis(best: Gazetteered, options: Sequence[Gazetteered], inside: Gazetteered | None) -> str:
    if inside:
        return f"the text says that it lies in {inside.name}"
    if best is options[0]:
        return f"the best known of {len(options)} places of this name" if len(options) > 1 else "the only place of this name"
    return f"of {len(options)} places of this name the one that fits the other places of the text"
