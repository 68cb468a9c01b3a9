"""Nouns of the brief: the fields are those of the brief's JSON."""

import msgspec

from headwater.types.decided import Decided, DecidedClaim, DecidedStory
from headwater.types.found import Aside, Candidate, Dropped, Failure, Passage, Published, Span
from headwater.types.traced import Call, Conflict, Drift, Gap, Graph, Link, Origin, Standing, Status


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
    addresses: tuple[str, ...] = ()
    """Every address under which it was found, its own first."""
    cut: str | None = None
    """Why its text is taken to break off before its end, None where it does not."""
    credit: str | None = None
    """An agency or outlet that the page's own data name as the source of the text."""
    based_on: str | None = None
    """The address of another page that the page's own data say its text is based on."""
    retracted: str | None = None
    """The words by which it was taken back; None where it was not."""
    corrected: str | None = None
    """The words by which it corrects an earlier text of its own; None where it has none."""
    decided: Decided | None = None


class BriefStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement as the brief shows it; ``sentence`` is the sentence that it stands in, ``holders`` those whose view it is."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    status: Status
    outlet_status: Status
    chain: tuple[Link, ...]
    sentence: Span
    holders: tuple[Link, ...] = ()
    sure: bool = True
    """Does it surely say what its claim says? Only such statements raise the low end."""
    decided: Decided | None = None


class BriefClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim with its statements and its standing."""

    id: str
    text: str
    statements: tuple[BriefStatement, ...]
    standing: Standing
    graph: Graph = Graph()
    """The program's guess, whatever people decided."""
    decided: DecidedClaim | None = None


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
    saying: bool = False
    """Is this when somebody said something, and not when it happened?"""
    claim: str | None = None
    """The claim that tells of the event, None where no statement holds the date."""
    conflicts: tuple[str, ...] = ()
    """Other dates that reports give for the same event."""
    decided: Decided | None = None


class BriefPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of a story with its mentions."""

    name: str
    lat: float | None
    lon: float | None
    precision: str
    country: str | None
    mentions: tuple[Mention, ...]
    use: str = "place"
    """actor where every mention names who acts and none where something is: no point of a map."""
    within_km: int = 0
    confidence: float = 1.0
    basis: str = ""
    candidates: tuple[Candidate, ...] = ()
    decided: Decided | None = None


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
    calls: tuple[Call, ...] = ()
    drift: tuple[Drift, ...] = ()
    decided: DecidedStory | None = None


class Brief(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader gets: stories, what was set aside, what failed."""

    headwater: str
    schema: int = 1
    stories: tuple[BriefStory, ...] = ()
    set_aside: tuple[Aside, ...] = ()
    failures: tuple[Failure, ...] = ()
