"""A page of HTML -> Draft, by trafilatura and the page's own data, with the way back to the page's characters."""

import itertools
from collections.abc import Iterator

import trafilatura
from trafilatura.settings import Document

from headwater.clean.dates import instant_of
from headwater.clean.draft import Draft, Line
from headwater.clean.linked import Linked, read_linked
from headwater.clean.markup import Markup, scan
from headwater.clean.way import Finder
from headwater.errors import CleanError
from headwater.text import lines, words

_MAX_DEPTH = 1500  # elements within each other: real pages stay under 100, and libxml2 gives up at 2048
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2100-01-01"}  # no date of today: the same page, the same day
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "pubdate",
    "dc.date",
    "dc.date.issued",
    "parsely-pub-date",
)
_FEW_WORDS = 50  # so few are what a page says without its scripts; its own data may then hold the text
_MOST_MISSED = 50  # lines looked for in vain before the rest are not looked for


def read_html(html: str, *, address: str | None = None) -> Draft:
    """The draft of an HTML page; CleanError where its mark-up cannot be read."""
    markup = scan(html)
    if markup.deepest > _MAX_DEPTH:
        raise CleanError(f"HTML nested {markup.deepest} deep; no page of news is (the most that is read is {_MAX_DEPTH})")
    document = _extract(html, address)
    linked = read_linked(markup.linked, title=document.title)
    text, finder = document.text or "", Finder(markup)
    headline = document.title or linked.title
    title = finder.title(headline) if headline else None
    body = tuple(finder.line(text[s:e]) for s, e in lines(text))
    if linked.text and not _is_shown(body, linked.text):
        body = tuple(_from_data(html, linked.text))
    return Draft(
        lines=body,
        title=title if body else None,
        outlet=linked.outlet or document.sitename,
        address=document.url or address,
        authors=linked.authors or tuple(a.strip() for a in (document.author or "").split(";") if a.strip()),
        published=_published(document.date, markup, linked),
        language=document.language,
    )


def _extract(html: str, address: str | None) -> Document:
    try:
        found = trafilatura.bare_extraction(
            html, url=address, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except Exception as error:  # lxml and trafilatura let errors of many kinds through on broken pages
        raise CleanError(f"HTML that cannot be read ({type(error).__name__}: {error})") from error
    return found if isinstance(found, Document) else Document()


def _is_shown(body: tuple[Line, ...], text: str) -> bool:
    """Does the page show its article, and not only hold it in its own data for a script?"""
    count = sum(len(words(line.text)) for line in body)
    return any(line.end for line in body) and (count >= _FEW_WORDS or 2 * count >= len(words(text)))


def _from_data(html: str, text: str) -> Iterator[Line]:
    """The lines of a text in the page's own data; a line has a place where the page's source holds it letter for letter."""
    at = missed = 0
    for start, end in lines(text):
        line = text[start:end]
        here = html.find(line, at) if missed < _MOST_MISSED else -1
        missed += here < 0
        at = max(at, here + len(line)) if here >= 0 else at
        yield Line(text=line, field="", start=max(here, 0), end=here + len(line) if here >= 0 else 0)


def _published(day: str | None, markup: Markup, linked: Linked) -> str | None:
    """The day that trafilatura finds, as the instant with its zone where the page's own data give one for that day."""
    own = [value for value in (linked.published, *(markup.meta.get(key) for key in _PUBLISHED)) if value]
    for value in itertools.chain(own, markup.times if day else ()):
        instant = instant_of(value)
        if instant and (day is None or instant[:10] == day[:10]):
            return instant
    return day
