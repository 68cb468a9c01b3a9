"""Article and names -> places with a point, as coarse as the text: what is named as an actor is left to the reader of the map."""

import re
from collections.abc import Sequence
from typing import Literal

from headwater.annotate.gazetteer import Gazetteered, look_up, part_of
from headwater.types import Article, Name, Place

_PART_BEFORE = re.compile(r"(?:\b(?:[Nn]orthern|[Ss]outhern|[Ee]astern|[Ww]estern|[Cc]entral|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est)\s+)$")
_LIKELY_CITY = 100_000  # people: a smaller namesake needs words such as "city of" around it
_LOCATIVE = re.compile(
    r"(?:\b(?:in|at|near|to|from|of|outside|around|into|across|through|toward|towards|inside|on|over|between|city|town|port|village|capital|province|region)[ ,]+(?:the\s+)?(?:[a-z-]+\s+){0,2})$"
)


def find_places(article: Article, names: Sequence[Name]) -> tuple[Place, ...]:
    """The places of an article in order; a small town only where a word of place stands before it."""
    found: list[Place] = []
    for name in names:
        text = article.text[name.start : name.end]
        before = article.text[max(0, name.start - 40) : name.start]
        start = name.start
        place = part_of(text)
        precise: Literal["city", "region", "country", "area"] = "area"
        if place is None:
            place = look_up(text)
            if place is None or not _likely(place, name, before):
                continue
            precise = "city" if place.kind == "capital" else place.kind
        if precise in ("country", "area") and (match := _PART_BEFORE.search(before)):
            start, precise = name.start - len(match.group()), "area"
        found.append(
            Place(
                start=start,
                end=name.end,
                name=article.text[start : name.end],
                lat=place.lat,
                lon=place.lon,
                precision=precise,
                country=place.country or None,
            )
        )
    return tuple(found)


def _likely(place: Gazetteered, name: Name, before: str) -> bool:
    if place.kind in ("country", "area", "capital"):
        return name.kind in ("place", "other", "organisation")
    if name.kind == "person":
        return False
    return place.population >= _LIKELY_CITY or _LOCATIVE.search(before) is not None
