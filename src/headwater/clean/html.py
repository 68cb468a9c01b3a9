"""A page of HTML -> Draft, by trafilatura and the page's own data, with the way back to the page's characters."""

import itertools
import re
from collections.abc import Iterator

import msgspec
import trafilatura
from trafilatura.settings import Document

from headwater.clean.bylines import tidy_author
from headwater.clean.captions import with_captions
from headwater.clean.dates import day_in_address, instant_of
from headwater.clean.draft import Draft, Line
from headwater.clean.furniture import is_furniture, is_masthead
from headwater.clean.linked import Linked, read_linked
from headwater.clean.markup import Markup, scan, squeeze
from headwater.clean.site import find_site, tidy_name
from headwater.clean.way import Finder
from headwater.days import find_spoken
from headwater.errors import CleanError
from headwater.outlets import domain_of, outlet_key
from headwater.text import lines, words

_MAX_DEPTH = 1500  # elements within each other: real pages stay under 100, and libxml2 gives up at 2048
_DATES = {"original_date": True, "extensive_search": True, "max_date": "2100-01-01"}  # no date of today: the same page, the same day
_PUBLISHED = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "article.published",
    "date",
    "pubdate",
    "publishdate",
    "publication_date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "parsely-pub-date",
    "sailthru.date",
)
_MICRODATA = re.compile(r"itemprop=[\"']?datePublished\b([^>]{0,300})>([^<]{0,60})")
_VALUE = re.compile(r"(?:content|datetime)=[\"']?([^\"'>]{8,40})")
_GATES = re.compile(
    r"(?i)(?:subscribe|loginorsubscribe|signin|login|register|signup|joinnow|payalittle)(?:now|today|orlogin|orsignin|orregister)?to(?:read|continue|unlock|keepreading|view)"
    r"|(?:limitof|reachedyour|usedallyour|usedyour)(?:\w{0,12})(?:free|monthly|complimentary)?articles?"
    r"|(?:article|story|content|piece)is(?:only)?(?:for|availableto|reservedfor|exclusiveto)(?:\w{0,12})(?:subscribers|members)(?:only)?"
    r"|for(?:our)?subscribersonly|exclusiveto(?:our)?subscribers|tocontinuereading,?(?:please|subscribe|register|login|sign)|unlockthis(?:article|story)"
)
_FEW_WORDS = 50  # so few are what a page says without its scripts; its own data may then hold the text
_MOST_MISSED = 50  # lines looked for in vain before the rest are not looked for


def read_html(html: str, *, address: str | None = None) -> Draft:
    """The draft of an HTML page; CleanError where its mark-up cannot be read."""
    markup = scan(html)
    if markup.deepest > _MAX_DEPTH:
        raise CleanError(f"HTML nested {markup.deepest} deep; no page of news is (the most that is read is {_MAX_DEPTH})")
    document = _extract(html, address, quick=True)
    if _is_thin(document.text or "", markup):
        document = _extract(html, address, quick=False)
    linked = read_linked(markup.linked, title=document.title)
    text, finder = document.text or "", Finder(markup)
    headline = _headline(document.title or linked.title, markup, text)
    title = finder.title(headline) if headline else None
    body = tuple(_marked(finder.line(text[s:e]), html) for s, e in lines(text))
    in_data = linked.text and not _is_shown(body, linked.text)
    body = tuple(_from_data(html, linked.text)) if in_data else with_captions(body, markup)
    here = _address(document.url, linked, address)
    site = linked.outlet or find_site(markup, here) or document.sitename
    authors = linked.authors or tuple(a for name in (document.author or "").split(";") if (a := tidy_author(name)))
    return Draft(
        lines=body,
        title=title if body else None,
        outlet=site,
        address=here,
        authors=tuple(a for a in authors if outlet_key(a) != outlet_key(site or "")),
        published=_published(document.date, markup, linked, body, here),
        language=document.language,
        credit=linked.credit,
        based_on=linked.based_on or (document.url if document.url != here else None),
        signs=_signs(markup, linked),
        names=tuple(n for n in (site, linked.outlet, linked.credit, *authors) if n),
    )


def _extract(html: str, address: str | None, *, quick: bool) -> Document:
    """What trafilatura finds; quickly, by its own rules alone, or beside those of the libraries that it falls back on."""
    try:
        found = trafilatura.bare_extraction(
            html,
            url=address,
            fast=quick,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params=dict(_DATES),
        )
    except Exception as error:  # lxml and trafilatura let errors of many kinds through on broken pages
        raise CleanError(f"HTML that cannot be read ({type(error).__name__}: {error})") from error
    return found if isinstance(found, Document) else Document()


def _is_thin(text: str, markup: Markup) -> bool:
    """Is a text so short, or so small a part of the page, that it may not be all of the article?"""
    return len(words(text)) < _FEW_WORDS or len(squeeze(text)) < _THIN * markup.visible.length


_THIN = 0.4  # of the printed characters of the page


def _headline(title: str | None, markup: Markup, text: str) -> str | None:
    """The headline; where the page's title is only its outlet's name, the nearest line like one above the text."""
    if title and not is_masthead(tidy_name(title)) and tidy_name(title) == title:
        return title
    first = squeeze(text[:_ANCHOR])
    at = markup.visible.text().find(first) if first else -1
    stops = [b for b in markup.blocks if b < at][-_ABOVE:]
    above = (markup.visible.words(start, end) for start, end in itertools.pairwise([*stops, at])) if stops else ()
    likely = [t for t in above if _LEAST_TITLE <= len(t.split()) <= _MOST_TITLE and t[-1] not in ".:;," and not is_furniture(t)]
    return likely[-1] if likely else title


_ANCHOR = 60  # characters of the text that are looked for on the page
_ABOVE = 8  # blocks above the text
_LEAST_TITLE, _MOST_TITLE = 4, 22  # words


def _address(canonical: str | None, linked: Linked, fetched: str | None) -> str | None:
    """The page's own address: the canonical one, unless it stands on another site than that where the page was found."""
    if canonical is None or canonical == linked.based_on:
        return fetched
    elsewhere = fetched is not None and domain_of(fetched) is not None and domain_of(fetched) != domain_of(canonical)
    return fetched if elsewhere else canonical


def _marked(line: Line, html: str) -> Line:
    """A line, marked where it begins and ends as a link does."""
    if line.start == line.end or len(line.text) > _LONGEST_LINK:
        return line
    opened = html.rfind("<", max(0, line.start - _TAG), line.start)
    closed = html[line.end : line.end + 4].lower()
    is_link = opened >= 0 and html[opened : opened + 2].lower() == "<a" and not html[opened + 2 : opened + 3].isalpha() and closed == "</a>"
    return msgspec.structs.replace(line, linked=True) if is_link else line


_LONGEST_LINK = 200  # characters of a link that is a headline
_TAG = 2000  # characters of a tag


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


def _published(day: str | None, markup: Markup, linked: Linked, body: tuple[Line, ...], address: str | None) -> str | None:
    """The instant that the page's own data give for the article, else the day that trafilatura finds.

    That day counts where the page's data or its address hold it too, or where the article's text does not: the
    library takes a day out of the text where it finds no other, and a day that news speaks of is no day of its own.
    """
    if linked.published and (instant := instant_of(linked.published)):
        return instant
    own = [i for v in (*(markup.meta.get(key) for key in _PUBLISHED), *_microdata(markup)) if v and (i := instant_of(v))]
    if own:
        return next((i for i in own if day and i[:10] == day[:10]), own[0])
    times = [i for v in markup.times if day and (i := instant_of(v))]
    if found := next((i for i in times if day and i[:10] == day[:10]), None):
        return found
    if day is None or (address and day_in_address(address) == day):
        return day
    spoken = itertools.chain.from_iterable(find_spoken(line.text) for line in body if day[:4] in line.text)
    in_text = any(s.day and s.year and (d := s.first(s.year)) and d.isoformat() == day for s in spoken)
    return None if in_text or day[5:] == "01-01" else day


def _microdata(markup: Markup) -> Iterator[str]:
    """What elements say that are marked as the day of publication."""
    source = markup.visible.source
    if "datePublished" not in source:
        return
    for match in _MICRODATA.finditer(source):
        value = _VALUE.search(match.group(1))
        yield value.group(1) if value else match.group(2)


def _signs(markup: Markup, linked: Linked) -> tuple[str, ...]:
    """What the page's own data and mark-up say of its kind."""
    kind = markup.meta.get("og:type", "").lower()
    found = {
        "article": linked.is_article or kind == "article",
        "live": linked.is_live,
        "video": linked.is_video or (kind.startswith("video") and not linked.is_article),
        "website": kind == "website" and not linked.is_article,
        "gated": linked.is_gated,
        "asks": _asks(markup.visible.text()),
    }
    return tuple(sign for sign, holds in found.items() if holds)


def _asks(text: str) -> bool:
    """Does the page ask to subscribe for the rest? ``text`` is its printed characters; most pages have none of the hints."""
    low = text.lower()
    return any(hint in low for hint in _HINTS) and _GATES.search(low) is not None


_HINTS = ("toread", "tocontinue", "tounlock", "tokeepreading", "toview", "articles", "subscribers", "members", "unlockthis")
