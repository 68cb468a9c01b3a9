"""Nouns of single articles: what is read, cleaned and marked."""

from typing import Literal

import msgspec

LinkKind = Literal["person", "body", "document", "sensor", "outlet", "unnamed", "witness"]
Relation = Literal["says", "relays", "told", "interviewed", "obtained", "document", "sensor"]
NameKind = Literal["person", "organisation", "place", "facility", "equipment", "group", "other"]


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as found: where, of what media type, when fetched."""

    source: str
    """The path or address as given; ``FILE#3`` is the third record of a file of records."""
    media_type: str
    """text/plain, text/html, application/json, application/pdf, message/rfc822 and others: docs/reading.md lists all."""
    content: bytes
    sha256: str
    fetched: str | None = None
    """ISO 8601 instant at which it was taken from its address, by us or by who saved it; None where nobody says."""
    address: str | None = None
    """The http(s) address that it was taken from, after all redirects."""
    outlet: str | None = None
    """Who published it, as the feed or sitemap that led to it says."""
    published: str | None = None
    """ISO 8601 day or instant at which it was published, as the feed or sitemap that led to it says."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A report that could not be worked on: at which stage, and why."""

    source: str
    stage: str
    message: str


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was read and is no report to work with: no article, another language, withheld."""

    source: str
    why: str
    cancels: str | None = None
    """The address of the item that its publisher takes back by it."""


# clean: the article


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """When an article appeared: an interval of ISO 8601 days or instants, None where open, and the reason."""

    earliest: str | None = None
    latest: str | None = None
    basis: str = "the page gives no date"


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """The way back: ``text[start:end]`` of the article stands on the page at ``page_start``.

    ``field`` names the part of the page: "" for its decoded text, else the key of a JSON record.
    Both runs have the same characters but for white space, so ``page_end`` may lie further on.
    """

    start: int
    end: int
    field: str
    page_start: int
    page_end: int
    caption: bool = False
    """Does it stand below a picture?"""


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """What was cut from a page: its words, what kind of furniture, why, and where on the page it stood."""

    text: str
    kind: str
    """masthead, byline, dateline, date, menu, share, contact, copyright, advertisement, newsletter, teaser,
    caption-credit, related, counter, assistance, subscription, duplicate."""
    why: str
    field: str = ""
    page_start: int = 0
    page_end: int = 0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The article on a page. ``text`` is the headline where there is one, an empty line, then the body."""

    id: str
    source: str
    page: str
    """SHA-256 of the page."""
    address: str | None = None
    addresses: tuple[str, ...] = ()
    """Every address under which it was found, its own first."""
    outlet: str | None = None
    domain: str | None = None
    """The registrable domain: bbc.co.uk for www.bbc.co.uk."""
    title: str | None = None
    author: str | None = None
    language: str = "en"
    published: Published = Published()
    text: str
    body: int = 0
    """Where in ``text`` the body begins: 0 where there is no headline."""
    passages: tuple[Passage, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    credit: str | None = None
    """An agency or outlet that the page's own data name as the source of the text."""
    based_on: str | None = None
    """The address of another page that the page's own data say its text is based on, or that they call the canonical one."""
    cut: str | None = None
    """Why its text is taken to break off before its end, None where it does not."""
    retracted: str | None = None
    """The words by which it is taken back, None where it is not."""
    corrected: str | None = None
    """The words by which it corrects an earlier text of its own, None where it has none."""


# annotate: stand-off marks


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A run of an article's text."""

    start: int
    end: int


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and the number of the paragraph that it stands in."""

    start: int
    end: int
    paragraph: int


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A name as it stands in the text."""

    start: int
    end: int
    kind: NameKind


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """A time expression and the days that it may mean, both ends included; None where it cannot be dated."""

    start: int
    end: int
    value: str
    """TIMEX3 value: 2024-12-16, 2024-W50, 2011, PAST_REF."""
    earliest: str | None = None
    latest: str | None = None


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a name may also stand for."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    confidence: float
    """From 0 to 1."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the text with a point and how fine that point is."""

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    precision: Literal["facility", "city", "region", "country", "area"]
    country: str | None
    """ISO 3166-1 alpha-2."""
    use: Literal["place", "actor"] = "place"
    """actor where the words name who acts and not where: "Freedonia denies", "the Freetown Police"."""
    within_km: int = 0
    """Kilometres around the point within which it lies, as coarse as the text."""
    confidence: float = 1.0
    """From 0 to 1: how much better it fits than the other places of the name."""
    basis: str = ""
    """Why this place, in words."""
    candidates: tuple[Candidate, ...] = ()
    """The other places that the name may stand for, likeliest first."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who (source) is credited by which words (cue) with what (content)."""

    source: Span | None
    cue: Span
    content: Span
    name: str
    """The source resolved within the article: "he" gives the person's name."""
    kind: LinkKind
    relation: Relation
    act: Literal["says", "believes", "plans", "orders", "shows", "asks", "denies", "declines", "doubts", "views"] = "says"
    speaks_for: str | None = None
    """The body for which a named person is said to speak."""
    office: str | None = None
    """The body in which a named person is said to hold an office."""
    depth: int = 0
    """Among attributions of one content, the highest is nearest to the fact: 2 for whom another source cites, 1 for who
    says it, 0 for the outlet that was told or that saw it, -1 for an outlet that only passes it on ("via")."""


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that says one thing, without its attribution; ``sentence`` is its place in ``notes.sentences``."""

    start: int
    end: int
    sentence: int
    parts: tuple[tuple[Span, ...], ...] = ()
    """The single things that it says: for each the runs of the sentence that say it and can stand alone, its subject
    among them even where that stands before ``start``. An item of a list is one, a clause without its last phrase too."""


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """Every mark on one article, a field a layer."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    views: tuple[Attribution, ...] = ()
    """Who wants, thinks or feels what, whether or not anybody is credited with it."""
    propositions: tuple[Proposition, ...] = ()
    vectors: bytes = b""
    """float16 rows of unit length, one a proposition."""
    unread: int = 0
    """Sentences at the end of a very long text that were not read."""
