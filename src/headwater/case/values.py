"""What a case answers with: frozen rows, of which each is a line of a list or one thing that was asked for."""

from typing import Literal

import msgspec

from headwater.types import Aside, BriefArticle, BriefClaim, BriefStatement, BriefStory, Decision, Failure, Published

FoundKind = Literal["story", "claim", "statement", "article", "origin", "decision"]


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of everything that was added."""

    articles: tuple[str, ...] = ()
    """Ids of the new articles."""
    known: int = 0
    """Reports that were there already: the same page, or the same article on another page."""
    set_aside: tuple[Aside, ...] = ()
    failures: tuple[Failure, ...] = ()


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One time at which the stories were brought up to date."""

    id: int
    """1, 2, 3 and so on."""
    when: str
    """ISO 8601 instant in UTC."""
    changed: tuple[str, ...] = ()
    """Ids of the stories that are new or not what they were; a story that went into another is not among them."""
    articles: int = 0
    """Articles that this run took in."""
    gone: tuple[str, ...] = ()
    """Ids of the stories of which nothing is left: all their articles went to others."""
    why: tuple[str, ...] = ()
    """What became of stories, a sentence a change."""


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a row of the list."""

    id: str
    headline: str
    first: str | None
    """The earliest day of its articles, ISO 8601; None where none has one."""
    last: str | None
    articles: int
    texts: int
    outlets: int
    claims: int
    origins: int
    conflicts: int
    new: int
    """Claims that are new or changed since the story's version before the last run; 0 where the last run left it alone."""


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a search found."""

    kind: Literal["article", "statement"]
    id: str
    article: str
    story: str | None
    claim: str | None
    headline: str
    outlet: str | None
    start: int
    """Where in the article's text the snippet stands."""
    end: int
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """Where in the snippet the words that were looked for stand."""


class StoryArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with the story that it is in; None before the first run that takes it in."""

    article: BriefArticle
    story: str | None


class KeptPage(msgspec.Struct, frozen=True, kw_only=True):
    """A page as it was found, and every time that it was."""

    source: str
    media_type: str
    content: bytes
    sha256: str
    fetched: str | None
    """ISO 8601 instant at which it was taken from its address; None where nobody says."""
    address: str | None
    added: str
    """ISO 8601 instant at which it came into the case."""


class OriginRow(msgspec.Struct, frozen=True, kw_only=True):
    """An origin over all stories, as a row of the list."""

    name: str
    kind: str
    stories: int
    claims: int


class Credit(msgspec.Struct, frozen=True, kw_only=True):
    """One statement that an origin is credited with."""

    story: str
    claim: str
    text: str
    """The claim's."""
    statement: BriefStatement
    outlet: str | None
    published: Published


class OriginPage(msgspec.Struct, frozen=True, kw_only=True):
    """All that one origin is credited with, over time, across stories."""

    name: str
    kinds: tuple[str, ...]
    also: tuple[str, ...]
    """Other forms of the name that count as the same in a story."""
    stories: tuple[StoryRow, ...]
    credits: tuple[Credit, ...]
    """Oldest first."""
    more: int = 0
    """Credits beyond those that are shown."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a person may decide, with what a yes would change."""

    id: str
    kind: Literal["same claim", "same origin", "same person"]
    story: str
    claims: tuple[BriefClaim, ...] = ()
    """The two claims (same claim), or the claim whose origins are asked for."""
    names: tuple[str, ...] = ()
    """The two names (same origin, same person)."""
    effect: str = ""
    """What a yes would change, in words."""
    weight: float = 0.0
    """How much it would change: questions come the heaviest first."""


StoryClaim = tuple[BriefStory, BriefClaim]
Thing = BriefStory | StoryClaim | tuple[BriefStory, BriefClaim, BriefStatement] | StoryArticle | OriginPage | Decision
Found = tuple[FoundKind, Thing]
"""What an id names, and that."""
