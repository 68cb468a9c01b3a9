"""Nouns of stories: statements, claims, origins and what follows from them."""

from typing import Literal

import msgspec

from headwater.types.found import LinkKind, Place, Published, Relation, Span, TimeExpression

Status = Literal["asserted", "denied", "planned", "uncertain"]
ConflictKind = Literal["number", "time", "place", "actor", "denial"]
OriginKind = Literal["person", "body", "document", "sensor", "outlet", "unnamed", "witness", "own voice"]
Word = Literal["circular", "origin unknown", "corroborated", "possibly corroborated", "single origin"]
Stance = Literal["asserts", "denies", "does not know", "could not verify"]
NodeKind = Literal["origin", "outlet", "report"]
NodeRole = Literal["origin", "first", "relay", "reprint"]
EdgeKind = Literal["own voice", "says", "credit", "wire", "outlet", "copy", "words", "quotation", "detail"]
CallKind = Literal["not read", "single origin", "no document"]


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
    """What is counted or measured, singular and lower case: person, USD, percent, lorry; "" where the noun is left out."""
    rounded: bool = False
    """Do the words say "about", or is the number a round one?"""
    step: float = 1.0
    """To which step the number is given, in its unit: a million for 143 million, 0.1 for 3.5 percent, 100 for about 1,200."""
    more: bool = False
    """Does it come on top of what was there before: "40 more lorries", "another nine"?"""
    year: int | None = None
    """Of money: the year in whose prices it is given, None where the words do not say."""


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """What a person named in a statement is called there."""

    name: str
    role: str


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
    holders: tuple[Link, ...] = ()
    """Who wants, thinks or feels it inside of that ("Freedonia hopes ..."), nearest first; never an origin."""
    quantities: tuple[Quantity, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    names: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    """Where it says that something is; a place that only names who acts is none."""
    roles: tuple[Role, ...] = ()
    negated: bool = False
    """Does it say that something is not so, whoever says it?"""
    parts: tuple[tuple[Span, ...], ...] = ()
    """The single things that it says: for each the runs of its sentence that can stand alone, its subject among them."""
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


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """The origins of a claim that take one stance to it, and the statements that show it."""

    stance: Stance
    origins: tuple[str, ...]
    """Names, as in the reasons; an outlet's name where it says so in its own voice."""
    statements: tuple[str, ...]


class Admiralty(msgspec.Struct, frozen=True, kw_only=True):
    """A suggestion on the scale of the Admiralty (NATO STANAG 2511), for a person to confirm."""

    credibility: int
    """1 confirmed, 2 probably true, 3 possibly true, 5 improbable, 6 cannot be judged; it counts origins and knows nothing of truth."""
    reliability: str = "F"
    """Always F, cannot be judged: a person knows the source."""
    words: str


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The ladder of counts for a claim, the range of independent origins, and the word that follows by rule."""

    articles: int
    texts: int
    outlets: int
    origins: tuple[int, int]
    word: Word
    contested: bool
    why: tuple[str, ...]
    sides: tuple[Side, ...] = ()
    """Who asserts, who denies, who does not know, who could not verify."""
    admiralty: Admiralty | None = None


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the graph of origins of one claim: an origin, an outlet that is credited and not read, or a report."""

    id: str
    """The id of the origin or of the article; an outlet that nobody read has one of its own."""
    name: str
    kind: NodeKind
    role: NodeRole
    read: bool = True
    """False for an outlet or a document that nobody here has read."""
    certain: bool = False
    """Does this origin raise the low end? Of origins only."""


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """What went from one point of a graph to another, and by what that is known."""

    giver: str
    taker: str
    by: EdgeKind
    directed: bool = True
    """False where the times do not tell which of the two was first."""
    why: str


class Graph(msgspec.Struct, frozen=True, kw_only=True):
    """How a claim came from its origins to the reports that make it."""

    nodes: tuple[Node, ...] = ()
    """Origins first, then outlets that are not read, then reports, oldest first."""
    edges: tuple[Edge, ...] = ()
    cycles: tuple[tuple[str, ...], ...] = ()
    """Names of outlets that credit one another in a circle."""


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


class Call(msgspec.Struct, frozen=True, kw_only=True):
    """Whom to call, or what to ask for, and for which claims."""

    name: str
    kind: CallKind
    why: str
    claims: tuple[str, ...]


class Form(msgspec.Struct, frozen=True, kw_only=True):
    """One form of a quotation, and where it stands: (article, start, end), quotation marks left out."""

    text: str
    mentions: tuple[tuple[str, int, int], ...]
    speakers: tuple[str, ...] = ()
    """Who is credited with it; a form may be credited to different people."""


class Drift(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation that reports give in different words, the oldest form first."""

    forms: tuple[Form, ...]


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
    graphs: tuple[tuple[str, Graph], ...] = ()
    """(claim id, how it came from its origins to the reports)."""
    calls: tuple[Call, ...] = ()
    drift: tuple[Drift, ...] = ()
