"""A feed (RSS, Atom or JSON Feed) in; a page for each entry out: the page that it links to, or the feed's own words.

``<source>`` names the real publisher of an entry and is kept: a feed that collects others' news is no outlet.
"""

import datetime as dt
import email.utils
import html
import re
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from lxml import etree

from headwater.read import trees
from headwater.read.pages import Item, Known, Result, aside, failure, page, record
from headwater.read.values import decoded
from headwater.types import Page

ENTRY = "application/feed-entry+json"
_WHOLE_WORDS = 150  # an entry with so many is the article; with fewer it is a summary
_MIME_HTML = {"html", "xhtml", "text/html", "application/xhtml+xml"}
_JSON_FEED = "https://jsonfeed.org/version/"
_TAG = re.compile(r"<[^<>]{1,5000}>")
_ATOM = ("http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#")


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A page that a feed or sitemap lists, with what it says of it."""

    address: str
    outlet: str | None = None
    published: str | None = None
    is_sitemap: bool = False
    """What is there lists further pages."""


Follow = Callable[[Link], Iterator[Result]]
"""The pages behind a link."""


class Entry(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An entry of a feed; it is written as JSON, one object a page."""

    title: str = ""
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    """From <source>; else the feed's own title, where the entry has no address that tells it."""
    html: str = ""
    """The entry's own text as HTML."""
    text: str = ""
    """The same as plain text, where it is given so."""


Feed = list[Entry]
parsed = trees.tree_of


def pages(item: Item, feed: Feed, follow: Follow | None, most: int) -> Iterator[Result]:
    """A page an entry: its own text where that is whole or nothing may be fetched, else the page that it links to."""
    if not feed:
        yield failure(item.source, "is a feed with no entries in it")
    fetched = 0
    for number, entry in enumerate(feed, start=1):
        own = _own(item, number, entry)
        if follow is None or not entry.url or _count(entry) >= _WHOLE_WORDS or fetched >= most:
            yield own
            continue
        fetched += 1
        found = list(follow(Link(address=entry.url, outlet=entry.publisher, published=entry.published)))
        yield from found
        if found and not any(isinstance(result, Page) for result in found):
            yield own
    if follow and fetched >= most and len(feed) > most:
        yield aside(item.source, f"a feed of {len(feed)} entries: the pages behind the first {most} (max_links) were fetched")


def _own(item: Item, number: int, entry: Entry) -> Page:
    """The page that an entry's own words are."""
    known = Known(fetched=item.known.fetched, address=entry.url, outlet=entry.publisher, published=entry.published)
    return page(record(item.source, number), ENTRY, msgspec.json.encode(entry), known)


def _count(entry: Entry) -> int:
    return len((entry.text or _TAG.sub(" ", entry.html)).split())


def from_xml(root: etree._Element) -> Feed:
    """The entries of RSS (0.9 to 2.0) or Atom, in their order."""
    channel = next((e for e in root if trees.local(e) == "channel"), root)
    name = trees.text(_first(channel, "title")) or None
    found = [e for e in root.iter() if trees.local(e) in ("item", "entry")]
    return [_entry(e, name) for e in found]


def _entry(element: etree._Element, feed: str | None) -> Entry:
    source = _first(element, "source")
    publisher = (trees.text(_first(source, "title")) or (trees.text(source) if len(source) == 0 else "")) if source is not None else ""
    address = _address(element)
    body, is_html = _body(element)
    title = _first(element, "title")
    return Entry(
        title=_plain(trees.text(title)),
        url=address,
        published=instant(trees.text(_first(element, "pubDate", "published", "date", "issued", "updated"))),
        authors=tuple(_authors(element)),
        publisher=publisher or (None if address else feed),
        html=body if is_html else "",
        text="" if is_html else body,
    )


def _body(element: etree._Element) -> tuple[str, bool]:
    """The longest of an entry's own texts, and whether it is HTML."""
    found: list[tuple[str, bool]] = []
    for name in ("encoded", "content", "description", "summary"):
        for child in element.iterchildren():
            if trees.local(child) != name or trees.space(child).startswith("http://search.yahoo.com"):
                continue
            kind = (child.get("type") or ("html" if trees.space(child) not in _ATOM else "text")).lower()
            if kind in ("xhtml", "application/xhtml+xml"):
                found.append(("".join(etree.tostring(inner, encoding="unicode", with_tail=True) for inner in child), True))
            else:
                found.append((trees.text(child), kind in _MIME_HTML))
    return max(found, key=lambda body: len(body[0]), default=("", False))


def _address(element: etree._Element) -> str | None:
    """The page of an entry: an alternate link, a link, or an id that is an address."""
    links = [e for e in element if trees.local(e) == "link"]
    alternate = [e.get("href") for e in links if e.get("rel", "alternate") == "alternate" and e.get("href")]
    guid = _first(element, "guid", "id")
    permanent = guid is not None and guid.get("isPermaLink", "true") != "false"
    tried = [*alternate, *(trees.text(e) for e in links), trees.text(_first(element, "origLink")), trees.text(guid) if permanent else ""]
    return next((a.strip() for a in tried if a and re.match(r"(?i)https?://\S+$", a.strip())), None)


def _authors(element: etree._Element) -> Iterator[str]:
    for child in element:
        if trees.local(child) in ("author", "creator"):
            name = trees.text(_first(child, "name")) or trees.text(child)
            bracket = re.search(r"\(([^()]+)\)\s*$", name)  # RSS: mara@example.org (Mara Velden)
            name = bracket.group(1).strip() if bracket and "@" in name else name
            if name and "@" not in name:
                yield " ".join(name.split())


def _first(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child by these names, in the order of the names."""
    children = [] if element is None else list(element)
    return next((child for name in names for child in children if trees.local(child) == name), None)


def from_json(content: bytes) -> Feed | None:
    """The entries of a JSON Feed; None where the bytes are none."""
    if _JSON_FEED.encode() not in content[:_EARLY]:
        return None
    value = decoded(content)
    if not (isinstance(value, dict) and str(value.get("version", "")).startswith(_JSON_FEED)):
        return None
    items = value.get("items")
    return [_json_entry(item, value) for item in items if isinstance(item, dict)] if isinstance(items, list) else []


_EARLY = 100_000  # bytes in which a JSON Feed says what it is


def _json_entry(item: dict[str, Any], feed: dict[str, Any]) -> Entry:
    def words(key: str) -> str:
        return value.strip() if isinstance(value := item.get(key), str) else ""

    source = item.get("_source") or item.get("source")
    name = source.get("name") or source.get("title") if isinstance(source, dict) else source
    people = item.get("authors") if isinstance(item.get("authors"), list) else [item.get("author")]
    address = next((a for key in ("url", "external_url", "id") if re.match(r"(?i)https?://\S+$", a := words(key))), None)
    title = feed.get("title")
    return Entry(
        title=words("title"),
        url=address,
        published=instant(words("date_published")),
        authors=tuple(n for p in people or () if isinstance(p, dict) and isinstance(n := p.get("name"), str) and n),
        publisher=name if isinstance(name, str) and name else (title if address is None and isinstance(title, str) else None),
        html=words("content_html"),
        text="" if words("content_html") else words("content_text") or words("summary"),
    )


def _plain(text: str) -> str:
    """A title without mark-up and references, which some feeds escape twice."""
    return " ".join(_TAG.sub("", html.unescape(text) if "&" in text else text).split())


def instant(text: str) -> str | None:
    """An ISO 8601 day or instant out of a date as feeds and messages write it (RFC 3339, RFC 822); None for anything else."""
    try:
        return (
            dt.datetime.fromisoformat(text.strip()).isoformat()
            if len(text.strip()) > _DAY
            else dt.date.fromisoformat(text.strip()).isoformat()
        )
    except ValueError:
        pass
    try:
        found = email.utils.parsedate_to_datetime(text)
        # RFC 2822: "-0000" is an instant in UTC of which the zone is not known
        return (found.replace(tzinfo=dt.UTC) if text.rstrip().endswith("-0000") else found).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


_DAY = len("2025-03-05")
