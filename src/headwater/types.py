"""Every noun of Headwater as a frozen value; imports nothing of ours.

The words are those of ARCHITECTURE.md. Offsets are Unicode code points, half-open, into the text of the
article (``article.text[start:end]``). Sequences are tuples, references are ids, ids hash content.
"""

from typing import Literal

import msgspec

Status = Literal["asserted", "denied", "planned", "uncertain"]
LinkKind = Literal["person", "body", "document", "sensor", "outlet", "unnamed", "witness"]
Relation = Literal["says", "relays", "told", "obtained", "document", "sensor"]
NameKind = Literal["person", "organisation", "place", "group", "other"]
ConflictKind = Literal["number", "time", "place", "actor", "denial"]
OriginKind = Literal["person", "body", "document", "sensor", "outlet", "unnamed", "witness", "own voice"]
Word = Literal["circular", "origin unknown", "corroborated", "possibly corroborated", "single origin"]


# read: what was found


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes as found: where, of what media type, when fetched."""

    source: str
    """The path or address as given; ``FILE#3`` is the third record of a file of records."""
    media_type: str
    """text/plain, text/html or application/json."""
    content: bytes
    sha256: str
    fetched: str | None = None
    """ISO 8601 instant, None for what was on disk."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A report that could not be worked on: at which stage, and why."""

    source: str
    stage: str
    message: str


class Aside(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was read and is no report to work with: no article, another language, withheld."""

    source: str
    why: str


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


class Dropped(msgspec.Struct, frozen=True, kw_only=True):
    """What was cut from a page: its words, what kind of furniture, why, and where on the page it stood."""

    text: str
    kind: str
    """masthead, byline, dateline, date, menu, share, contact, copyright, advertisement, newsletter, teaser,
    caption-credit, related, counter, assistance, duplicate."""
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


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the text with a point and how fine that point is."""

    start: int
    end: int
    name: str
    lat: float | None
    lon: float | None
    precision: Literal["city", "region", "country", "area"]
    country: str | None
    """ISO 3166-1 alpha-2."""


class Attribution(msgspec.Struct, frozen=True, kw_only=True):
    """Who (source) is credited by which words (cue) with what (content)."""

    source: Span | None
    cue: Span
    content: Span
    name: str
    """The source resolved within the article: "he" gives the person's name."""
    kind: LinkKind
    relation: Relation
    act: Literal["says", "denies", "plans", "asks", "doubts"] = "says"
    speaks_for: str | None = None
    """The body for which a named person is said to speak."""
    office: str | None = None
    """The body in which a named person is said to hold an office."""
    depth: int = 0
    """0 for the outermost of several attributions of one content; the highest is nearest to the fact."""


class Proposition(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that says one thing, without its attribution; ``sentence`` is its place in ``notes.sentences``."""

    start: int
    end: int
    sentence: int


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """Every mark on one article, a field a layer."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    vectors: bytes = b""
    """float16 rows of unit length: first one for headline and lead together, then one a proposition."""
    unread: int = 0
    """Sentences at the end of a very long text that were not read."""


# state: what one article says once


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a chain: whom the article credits, and the words that show it."""

    name: str
    kind: LinkKind
    relation: Relation
    start: int
    end: int
    speaks_for: str | None = None
    """The body for which a named person is said to speak: the two are one origin."""
    office: str | None = None
    """The body in which a named person is said to hold an office: the two may be one origin."""
    read: bool = False
    """Is a report of this source among the articles of the story?"""


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number with what is counted: ``low`` to ``high``, None where the words leave that end open."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    """What is counted or measured, singular and lower case: person, USD, percent, lorry."""
    rounded: bool = False
    """Do the words say "about", or is the number a round one?"""


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """What one article says once: its span, its chain, its status, its typed values."""

    id: str
    article: str
    start: int
    end: int
    status: Status = "asserted"
    outlet_status: Status = "asserted"
    chain: tuple[Link, ...] = ()
    """Nearest to the fact first; empty for the article's own voice."""
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    names: tuple[str, ...] = ()
    sentence: Span
    row: int
    """Its row in the vectors of the article's notes."""


# group, align, trace


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """The articles that tell of the same events, oldest first, and what holds between them."""

    id: str
    headline: str
    articles: tuple[str, ...]
    copies: tuple[tuple[str, ...], ...] = ()
    """Groups of articles that share most of their sentences word for word."""
    published: tuple[tuple[str, Published], ...] = ()
    """(article id, date as settled by the whole story)."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """The statements of a story that say the same thing; ``text`` is one of them, word for word."""

    id: str
    text: str
    statements: tuple[str, ...]
    sure: tuple[str, ...] = ()
    """Those of the statements that surely say the same; the others probably do, and never raise a low end."""


class Conflict(msgspec.Struct, frozen=True, kw_only=True):
    """Claims that cannot all hold; one claim alone where a denial of it stands among its statements."""

    kind: ConflictKind
    claims: tuple[str, ...]
    update: bool
    why: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The ladder of counts for a claim, the range of independent origins, and the word that follows by rule."""

    articles: int
    texts: int
    outlets: int
    origins: tuple[int, int]
    word: Word
    contested: bool
    why: tuple[str, ...]


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """An ultimate source of claims in a story."""

    id: str
    name: str
    kind: OriginKind
    claims: tuple[str, ...]


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """An origin that articles name and nobody here has read."""

    name: str
    why: str


class Trace(msgspec.Struct, frozen=True, kw_only=True):
    """What following the claims of a story upstream gave."""

    standings: tuple[tuple[str, Standing], ...]
    """(claim id, standing)."""
    origins: tuple[Origin, ...]
    gaps: tuple[Gap, ...]
    credits: tuple[tuple[str, tuple[str, ...]], ...]
    """(article id, outlets and agencies that the article as a whole passes on)."""
    read: tuple[str, ...]
    """Names of sources of whom an article of the story was read."""


# brief: what the reader gets; the fields are those of the brief's JSON


class BriefArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article as the brief shows it."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    author: str | None
    language: str
    published: Published
    text: str
    credits: tuple[str, ...]
    copy_of: tuple[str, ...]
    dropped: tuple[Dropped, ...]
    passages: tuple[Passage, ...]
    address: str | None
    page: str


class BriefStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as the brief shows it; ``sentence`` is the sentence that it stands in."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    status: Status
    outlet_status: Status
    chain: tuple[Link, ...]
    sentence: Span


class BriefClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its statements and its standing."""

    id: str
    text: str
    statements: tuple[BriefStatement, ...]
    standing: Standing


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A run of the text of one article."""

    article: str
    start: int
    end: int


class TimelineEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A dated event: the finest year, month or day that holds it, and where that is said."""

    date: str
    text: str
    statements: tuple[Mention, ...]


class BriefPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a story with its mentions."""

    name: str
    lat: float | None
    lon: float | None
    precision: str
    country: str | None
    mentions: tuple[Mention, ...]


class Entity(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody or something named in a story, with the other forms of the name."""

    name: str
    kind: str
    also: tuple[str, ...]
    mentions: tuple[Mention, ...]


class BriefStory(msgspec.Struct, frozen=True, kw_only=True):
    """One story of a brief."""

    id: str
    headline: str
    articles: tuple[BriefArticle, ...]
    claims: tuple[BriefClaim, ...]
    conflicts: tuple[Conflict, ...]
    origins: tuple[Origin, ...]
    gaps: tuple[Gap, ...]
    timeline: tuple[TimelineEntry, ...]
    places: tuple[BriefPlace, ...]
    entities: tuple[Entity, ...]


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader gets: stories, what was set aside, what failed."""

    headwater: str
    schema: int = 1
    stories: tuple[BriefStory, ...] = ()
    set_aside: tuple[Aside, ...] = ()
    failures: tuple[Failure, ...] = ()
