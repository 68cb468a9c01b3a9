"""Text and names in, what each may stand for as a place out: the places of the name, how fine the text is, and why it is a place."""

from collections.abc import Iterator, Sequence

import msgspec

from headwater.annotate.gazetteer import Gazetteered, candidates, distance, part_of, spelled_like
from headwater.annotate.places import tables
from headwater.demonyms import DEMONYMS
from headwater.given import is_given_name
from headwater.outlets import outlet_named
from headwater.tables import is_outlet_name
from headwater.text import fold
from headwater.types import Name

Precision = str
_NEAR_KM = 800  # a town lies within its region when it is nearer than this to the region's point
_LIKELY_TOWN = 100_000  # people: a smaller namesake needs words such as "city of" around it
_KNOWN_TO_ALL = 500_000  # people: a larger town needs no such words where its name is written in another way
_LEAST_LETTERS = 4  # of a small town that stands without words of place
SURE, LIKELY, MAYBE = 2, 1, 0


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A name read as a place: where its words stand, the places that it may be, and how fine the text is."""

    start: int
    end: int
    words: str
    """The name alone, without the words around it that belong to the span."""
    options: tuple[Gazetteered, ...]
    precision: Precision | None = None
    """None: as fine as the place that is chosen."""
    use: str = "place"
    sure: int = LIKELY
    """2: the words around say that it is a place; 1: it is likely; 0: only if something else in the article speaks for it."""
    within: Gazetteered | None = None
    """The region or country that the text says it lies in."""
    near: bool = False
    """Is the point that of a town which the text names beside it?"""


def read_names(text: str, names: Sequence[Name]) -> Iterator[Reading]:
    """The readings of the names of an article, in order."""
    around = [n for n in names if n.kind not in ("equipment", "group")]
    for i, name in enumerate(around):
        behind = around[i + 1] if i + 1 < len(around) else None
        reading = _read(text, name, behind)
        if reading is not None:
            yield reading


def _read(text: str, name: Name, behind: Name | None) -> Reading | None:
    words = text[name.start : name.end]
    if (words.lower() in DEMONYMS and not _is_land(words)) or (name.kind != "place" and _is_outlet(words)):
        return None
    found = candidates(words)
    outer = _container(text, name, behind, found)
    if name.kind == "person" and outer is None:
        return _of_person(text, name, words)
    if name.kind == "organisation" and outer is None:
        return _body(text, name, found, behind)
    region = _region(text, name, words)
    if region:
        return region
    return _built(text, name, found, behind) or _plain(text, name, words, found, outer) or _inside(name, words)


def _is_outlet(words: str) -> bool:
    """Is this the name of a paper or a station, in which a place is no place?"""
    return " " in words and (is_outlet_name(words) or outlet_named(words) is not None)


def _is_land(words: str) -> bool:
    """Is a word that may stand for a people a name of the land itself?"""
    first = next(iter(candidates(words)), None)
    return first is not None and first.kind in ("country", "capital") and fold(words) in (fold(first.name), fold(words))


def _container(text: str, name: Name, behind: Name | None, found: Sequence[Gazetteered]) -> Gazetteered | None:
    """The region or country behind a comma in which one of the places lies: of "Paris, Texas" Texas."""
    if behind is None or not found or text[name.end : behind.start] not in (", ", ", in "):
        return None
    wider = [p for p in candidates(text[behind.start : behind.end]) if p.kind in ("country", "region", "county", "area")]
    return next((w for w in wider if lying_in(found, w)), None)


def lying_in(towns: Sequence[Gazetteered], wider: Gazetteered) -> list[Gazetteered]:
    """The towns that lie in a region, county or country, nearest to its point first but for countries."""
    inside = [t for t in towns if t.country == wider.country and t.kind not in ("country", "area") and t != wider]
    if wider.kind == "country":
        return inside
    if wider.region and wider.kind == "region":
        inside = [t for t in inside if t.region in ("", wider.region)]
    near = [t for t in inside if distance(t, wider) < max(_NEAR_KM if wider.kind == "region" else 0, 2 * wider.spread, 60)]
    return near if wider.kind == "region" else sorted(near, key=lambda t: distance(t, wider))


def _region(text: str, name: Name, words: str) -> Reading | None:
    """Of "Freedonia province", "the province of Freedonia"."""
    after = tables.REGION_AFTER.match(text, name.end)
    before = tables.REGION_BEFORE.search(text, max(0, name.start - 20), name.start)
    sort = after or before
    regions = tuple(p for p in candidates(f"{words} {sort['sort']}") if p.kind in ("region", "county")) if sort else ()
    if not regions:
        return None
    start = before.start() if before and not after else name.start
    return Reading(start=start, end=after.end() if after else name.end, words=words, options=regions, precision="region", sure=SURE)


def _built(text: str, name: Name, found: tuple[Gazetteered, ...], behind: Name | None) -> Reading | None:
    """Of "Freetown airport", "Freetown International Airport": no finer than the town, unless the airport itself is known."""
    words = text[name.start : name.end]
    if found and found[0].kind == "facility":
        return Reading(start=name.start, end=name.end, words=words, options=found, precision="facility", sure=SURE)
    after = tables.FACILITY_AFTER.match(text, name.end)
    if after and found and found[0].kind in ("city", "capital"):
        return Reading(start=name.start, end=after.end(), words=words, options=found, precision="city", sure=SURE)
    inner = None if found else tables.FACILITY_IN.fullmatch(words)
    end = after.end() if after else name.end
    if after or inner:
        known = _airfield(inner["town"] if inner else words, text[name.start : end])
        if known:
            return Reading(start=name.start, end=end, words=words, options=known, precision="facility", sure=SURE)
    towns = tuple(p for p in candidates(inner["town"])[:1] if p.kind in ("city", "capital")) if inner else ()
    if towns:
        return Reading(start=name.start, end=name.end, words=words, options=towns, precision="city", sure=SURE)
    return _beside(text, name, end, behind) if (after and not found) or inner else None


def _airfield(name: str, whole: str) -> tuple[Gazetteered, ...]:
    """The airport or air base of this name, whichever of the two the text calls it."""
    if not tables.AIR.search(whole):
        return ()
    plain = name.replace("-", " ")
    return tuple(p for word in ("airport", "air base") for p in candidates(f"{plain} {word}") if p.kind == "facility")


def _beside(text: str, name: Name, end: int, behind: Name | None) -> Reading | None:
    """Of "the Freedom prison near Freetown": the point of the town that the text names beside it."""
    if behind is None or not tables.NEAR_AFTER.fullmatch(text, end, behind.start):
        return None
    towns = tuple(p for p in candidates(text[behind.start : behind.end]) if p.kind in ("city", "capital"))
    if not towns:
        return None
    return Reading(start=name.start, end=end, words=text[name.start : end], options=towns, precision="area", sure=SURE, near=True)


def _plain(text: str, name: Name, words: str, found: tuple[Gazetteered, ...], outer: Gazetteered | None) -> Reading | None:
    if found:
        sure = SURE if outer else _sureness(text, name, words, found)
        return Reading(start=name.start, end=name.end, words=words, options=found, sure=sure, within=outer)
    if part := part_of(words):
        return Reading(start=name.start, end=name.end, words=words, options=(part,), precision="area", sure=SURE)
    like = spelled_like(words) if tables.STRICT.search(text, max(0, name.start - 40), name.start) else None
    if like is None:
        return None
    precision = "region" if like.kind == "region" else "city"
    return Reading(start=name.start, end=name.end, words=words, options=(like,), precision=precision, sure=SURE)


def _sureness(text: str, name: Name, words: str, found: Sequence[Gazetteered]) -> int:
    """Is a name without a region behind it a place? Countries always, towns by their size and by what else they may be."""
    first, low = found[0], max(0, name.start - 40)
    if first.kind in ("country", "area", "capital"):
        return SURE
    if first.kind == "county" and " " in words:
        return SURE
    strict = tables.STRICT.search(text, low, name.start) is not None or tables.REPUBLICAN.search(text, low, name.start) is not None
    strict = strict or _is_dateline(text, name, words)
    if " " not in words and (words.lower() in tables.OFTEN_NO_TOWN or is_given_name(words)):
        return (LIKELY if name.kind in ("place", "facility") else MAYBE) if strict else MAYBE - 1 if name.kind != "place" else MAYBE
    if strict:
        return SURE
    known = [p for p in found if p.kind in ("region", "city")]
    if known and (
        tables.LOCATIVE.search(text, low, name.start)
        or known[0].population >= (_LIKELY_TOWN if fold(known[0].name) == fold(words) else _KNOWN_TO_ALL)
    ):
        return LIKELY
    return MAYBE if len(words) >= _LEAST_LETTERS and not words.isupper() else MAYBE - 1


def _is_dateline(text: str, name: Name, words: str) -> bool:
    """Does the name open a paragraph in capitals: "FREETOWN, Freedonia (AP) --"?"""
    if not (words.isupper() and len(words) >= _LEAST_LETTERS):
        return False
    opens = name.start == 0 or text[name.start - 1] == "\n" or text[: name.start].rstrip().endswith((".", "!", "?", '"', "”"))
    return opens and tables.DATELINE.match(text, name.end) is not None


def _of_person(text: str, name: Name, words: str) -> Reading | None:
    """What a reader of names took for a person and words of place surround."""
    found = candidates(words) if tables.STRICT.search(text, max(0, name.start - 40), name.start) else ()
    known = tuple(p for p in found if p.kind in ("country", "capital", "region", "county") or p.population >= _LIKELY_TOWN)
    if not known or is_given_name(words.split(maxsplit=1)[0]):
        return None
    return Reading(start=name.start, end=name.end, words=words, options=known, sure=MAYBE)


def _body(text: str, name: Name, found: tuple[Gazetteered, ...], behind: Name | None) -> Reading | None:
    """A body of which the name is a place's, or begins or ends with one: "Washington", the "Freetown Police", the "Bank of Freedonia"."""
    words = text[name.start : name.end]
    if _is_dateline(text, name, words):
        return _plain(text, name, words, found, None)
    first = next(iter(found), None)
    if first and first.kind in ("country", "capital", "region"):
        return Reading(start=name.start, end=name.end, words=words, options=found, use="actor", sure=LIKELY)
    return _inside(name, words) or (_built(text, name, found, behind) if not found else None)


def _inside(name: Name, words: str) -> Reading | None:
    """The place at the beginning or the end of the name of a body or a building."""
    tokens = words.split(" ")
    for count in range(min(4, len(tokens) - 1), 0, -1):
        head = " ".join(tokens[:count])
        clean = head.removesuffix("'s").removesuffix("’s")
        if reading := _nested(clean, name.start, tokens[count]):
            return reading
    tail = tables.OF_PLACE.search(words)
    return _nested(tail["place"], name.start + tail.start("place"), "") if tail else None


def _nested(words: str, start: int, following: str) -> Reading | None:
    found = candidates(words) if words and words[0].isupper() else ()
    if not found or (words.lower() in DEMONYMS and not _is_land(words)) or (" " not in words and is_given_name(words)):
        return None
    first = found[0]
    single = " " not in words
    if single and words.lower() in tables.OFTEN_NO_TOWN and first.kind not in ("country", "capital", "region"):
        return None
    if single and words.lower() in tables.OFTEN_NO_REGION and first.kind not in ("country", "capital"):
        return None
    sure = SURE if first.kind in ("country", "capital", "region", "county") else LIKELY if first.population >= _LIKELY_TOWN else MAYBE
    if single and len(words) < _LEAST_LETTERS and first.kind != "country":
        return None
    if following in ("&", "and", "of"):
        return None
    return Reading(start=start, end=start + len(words), words=words, options=found, use="actor", sure=sure)


def precision_of(place: Gazetteered) -> str:
    """How fine a place of the gazetteer is, in the words of ``Place``."""
    return {"capital": "city", "town": "city", "county": "region"}.get(place.kind, place.kind)
