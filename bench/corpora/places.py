"""Files of placed names in (the XML of LGL, and GeoVirus's own), documents with the points of their places out."""

import pathlib
from collections.abc import Iterator

import msgspec
from lxml import etree


class Placed(msgspec.Struct, frozen=True, kw_only=True):
    """A place that should be found: its span, and its point in degrees where the set knows one."""

    start: int
    end: int
    lat: float | None = None
    lon: float | None = None


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A text and its places in order."""

    name: str
    text: str
    places: tuple[Placed, ...]


def read_places(path: pathlib.Path) -> tuple[Document, ...]:
    """The documents of a file in LGL's form or in GeoVirus's; ValueError for another."""
    root = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, strip_cdata=True))
    articles = list(root.iter("article"))
    if not articles:
        raise ValueError(f"{path}: no article in it; give a file in LGL's or GeoVirus's form")
    return tuple(_document(article, number) for number, article in enumerate(articles))


def _document(article: etree._Element, number: int) -> Document:
    text = article.findtext("text") or ""
    found = [*_lgl(article), *_geovirus(article, text)]
    return Document(
        name=article.get("docid") or article.findtext("source") or str(number),
        text=text,
        places=tuple(sorted(set(found), key=lambda p: (p.start, p.end))),
    )


def _lgl(article: etree._Element) -> Iterator[Placed]:
    for toponym in article.iter("toponym"):
        lat, lon = (toponym.findtext(f"gaztag/{k}") or toponym.findtext(k) for k in ("lat", "lon"))
        yield Placed(start=_int(toponym, "start"), end=_int(toponym, "end"), lat=_degrees(lat), lon=_degrees(lon))


def _geovirus(article: etree._Element, text: str) -> Iterator[Placed]:
    """GeoVirus counts characters from 1."""
    for location in article.iter("location"):
        name, start = location.findtext("name") or "", _int(location, "start")
        at = next((s for s in (start - 1, start) if text[s : s + len(name)] == name), start)
        yield Placed(start=at, end=at + len(name), lat=_degrees(location.findtext("lat")), lon=_degrees(location.findtext("lon")))


def _int(element: etree._Element, tag: str) -> int:
    return int(element.findtext(tag) or 0)


def _degrees(text: str | None) -> float | None:
    return float(text) if text and text.strip() else None
