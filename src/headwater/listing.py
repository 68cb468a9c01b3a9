"""A reading in, its stories as rows out: what each is called, when, and how many articles, outlets and texts tell it."""

import json
from collections.abc import Sequence

import msgspec

from headwater.group import group
from headwater.outlets import outlet_key
from headwater.pipeline import Reading
from headwater.settings import Settings
from headwater.types import Article, Story

_UNKNOWN = "undated"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A story as a row of the list."""

    id: str
    headline: str
    first: str | None
    """The earliest day of its articles, ISO 8601; None where none has one."""
    last: str | None
    articles: tuple[str, ...]
    """Sources, oldest first."""
    outlets: int
    texts: int
    """Distinct texts: copies of one another count once."""


def list_stories(reading: Reading, *, settings: Settings | None = None) -> tuple[Listed, ...]:
    """The stories of what was read, the largest first."""
    articles = {a.id: a for a in reading.articles}
    stories = group(reading.articles, reading.notes, settings=(settings or Settings()).group)
    return tuple(_listed(story, [articles[i] for i in story.articles]) for story in stories)


def _listed(story: Story, articles: Sequence[Article]) -> Listed:
    days = sorted(d[:10] for _, p in story.published for d in (p.earliest, p.latest) if d)
    return Listed(
        id=story.id,
        headline=story.headline,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        articles=tuple(a.source for a in articles),
        outlets=len({_outlet(a) for a in articles}),
        texts=len(articles) - sum(len(copies) - 1 for copies in story.copies),
    )


def _outlet(article: Article) -> str:
    """Whose article it is; one that names nobody has an outlet of its own."""
    return outlet_key(article.outlet) if article.outlet else article.domain or article.id


def to_lines(stories: Sequence[Listed]) -> str:
    """The list as text: a line a story."""
    return "".join(
        f"{s.id}  {_days(s):24} {_many(len(s.articles), 'article')}, {_many(s.outlets, 'outlet')}, {_many(s.texts, 'text')}  {_plain(s.headline)}\n"
        for s in stories
    )


def to_json(stories: Sequence[Listed]) -> str:
    """The list as JSON: an array of objects."""
    return json.dumps(msgspec.to_builtins(stories), ensure_ascii=False, indent=1) + "\n"


def _days(story: Listed) -> str:
    if not story.first:
        return _UNKNOWN
    return story.first if story.first == story.last else f"{story.first} to {story.last}"


def _many(count: int, noun: str) -> str:
    return f"{count} {noun}" + "s" * (count != 1)


def _plain(text: str) -> str:
    """A headline on one line; what would move a terminal's cursor is taken out."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
