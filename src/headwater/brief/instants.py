"""The dates of reports as instants: ISO 8601 text in, datetimes out; nothing here looks at a clock."""

import datetime as dt
from collections.abc import Iterable

from headwater.types import BriefArticle

UNKNOWN = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
"""What stands where a format demands an instant and no report gives a date."""


def instant(text: str | None) -> dt.datetime | None:
    """The first instant of a year, month, day or instant; without an offset as UTC; None where the text is none of these.

    >>> instant("2025-03"), instant("2025-03-05T09:40:00+01:00"), instant("soon")
    (datetime.datetime(2025, 3, 1, 0, 0, tzinfo=datetime.timezone.utc), datetime.datetime(2025, 3, 5, 8, 40, tzinfo=datetime.timezone.utc), None)
    """
    if not text:
        return None
    whole = text + {4: "-01-01", 7: "-01"}.get(len(text), "")
    try:
        found = dt.datetime.fromisoformat(whole)
        return found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
    except (ValueError, OverflowError):
        return None


def appeared(article: BriefArticle) -> dt.datetime | None:
    """When an article appeared at the earliest; the latest where only that is known; None without a date."""
    return instant(article.published.earliest) or instant(article.published.latest)


def first(articles: Iterable[BriefArticle]) -> dt.datetime | None:
    """When the first of some articles appeared; None where none has a date."""
    return min((day for article in articles if (day := appeared(article))), default=None)


def last(articles: Iterable[BriefArticle]) -> dt.datetime | None:
    """When the last of some articles appeared; None where none has a date."""
    return max((day for article in articles if (day := appeared(article))), default=None)
