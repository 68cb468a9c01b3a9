"""What the three kinds of page have in common before furniture is taken out: a draft of an article."""

import msgspec

from headwater.types import Dropped, Published


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A paragraph as it stands on the page, edges trimmed: its words and where they begin in which field.

    ``text`` is the page's own characters; where ``source`` is not empty, it is those of ``source`` but for mark-up
    and white space.
    """

    text: str
    field: str
    start: int
    end: int
    linked: bool = False
    """Is all of it a link to somewhere else?"""
    caption: bool = False
    """Does it stand below a picture?"""
    source: str = ""
    """The run of the page from ``start`` to ``end`` as it stands there, mark-up and all."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself, and its lines."""

    lines: tuple[Line, ...]
    title: Line | None = None
    outlet: str | None = None
    address: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    interval: Published | None = None
    """When it appeared, where the page's own data give the interval and its reason."""
    crawled: str | None = None
    language: str | None = None
    credit: str | None = None
    """An agency or outlet that the page's own data name as the source of the text."""
    based_on: str | None = None
    """The address of another site's page that the page's own data name as what it is based on, or as the canonical one."""
    signs: tuple[str, ...] = ()
    """What the page's own data and mark-up say of its kind: article, live, video, website, gated, asks (to subscribe)."""
    names: tuple[str, ...] = ()
    """Other names of its authors and outlet as the page writes them; a line of nothing else is a byline."""
    withheld: str | None = None
    """Why the page's own data say that it must not be used."""
    dropped: tuple[Dropped, ...] = ()
    """What its form alone shows to be no part of the article: the heads and feet of pages."""
