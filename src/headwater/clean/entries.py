"""A page that is an entry of a feed, with what the feed says of it -> Draft."""

import msgspec

from headwater.clean.draft import Draft, Line
from headwater.clean.fragment import read_fragment
from headwater.errors import CleanError
from headwater.text import lines
from headwater.types import Page


class _Entry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry as the feed's reader writes it."""

    title: str = ""
    url: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    html: str = ""
    text: str = ""


def read_entry(page: Page) -> Draft:
    """The draft of a feed's entry by its own words."""
    try:
        entry = msgspec.json.decode(page.content, type=_Entry)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CleanError(f"an entry of a feed that cannot be read ({error})") from error
    body = read_fragment(entry.html, "html") if entry.html else text_lines(entry.text, "text")
    title = next(iter(text_lines(entry.title, "title")), None)
    return Draft(
        lines=body,
        title=title if body else None,
        outlet=entry.publisher,
        address=entry.url,
        authors=entry.authors,
        published=entry.published,
    )


def text_lines(text: str, field: str) -> tuple[Line, ...]:
    """The lines of a text that stands in a field of a page."""
    return tuple(Line(text=text[s:e], field=field, start=s, end=e) for s, e in lines(text))
