"""The articles of one story in, when each was published out: what its page leaves open is narrowed by the others.

Reports of one story appear within days of each other. So a text that speaks of "18 December" and names no year is
read again between the days of the others; what its page says itself is never widened.
"""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from headwater.days import Span, allowed_days
from headwater.types import Article, Published

_BESIDE = 3  # days before the first and after the last dated report of a story: the usual life of its news
_CERTAIN = 2  # days: a narrower interval is a date that the page gives
_USEFUL = 31  # days: a wider interval of another report says little about this one
_LIFE = 13  # days after the last day that two texts name, where no page of the story has a date
_SHARED = 2  # texts that name a day, for it to be a day of the story


def narrow(articles: Sequence[Article]) -> tuple[tuple[str, Published], ...]:
    """When each article of a story was published, by its id: its own interval, or what the others leave of it."""
    return tuple((a.id, _narrowed(a, [b for b in articles if b is not a])) for a in articles)


def _narrowed(article: Article, others: Sequence[Article]) -> Published:
    own = Span(earliest=_day(article.published.earliest), latest=_day(article.published.latest))
    if own.earliest and own.latest and (own.latest - own.earliest).days <= _CERTAIN:
        return article.published
    window = _window([article, *others], others)
    if window is None:
        return article.published
    low = max(d for d in (own.earliest, window.earliest) if d)
    high = min(d for d in (own.latest, window.latest) if d)
    found = allowed_days(article.text, low=low, high=high) if low <= high else Span(earliest=low, latest=high)
    if not found.holds() or found.earliest is None or found.latest is None:
        return article.published
    if (found.earliest, found.latest) == (own.earliest, own.latest):
        return article.published
    basis = "; ".join((*found.reasons, *window.reasons))
    return Published(earliest=found.earliest.isoformat(), latest=found.latest.isoformat(), basis=basis)


def _window(articles: Sequence[Article], others: Sequence[Article]) -> Span | None:
    """The days of the other reports; where none has a date, the days after the last one that two texts name."""
    days = [(low, high) for a in others if (low := _day(a.published.earliest)) and (high := _day(a.published.latest))]
    days = [(low, high) for low, high in days if (high - low).days <= _USEFUL]
    if days:
        dated = [d for d in days if (d[1] - d[0]).days <= _CERTAIN]
        room = dt.timedelta(days=_BESIDE if dated else 0)
        low, high = min(low for low, _ in dated or days), max(high for _, high in dated or days)
        return Span(earliest=low - room, latest=high + room, reasons=(f"by the other reports of the story, {low} to {high}",))
    named = Counter(low for a in articles if (low := _day(a.published.earliest)) and not a.published.latest)
    shared = [day for day, count in named.items() if count >= _SHARED]
    if not shared:
        return None
    last = max(shared)
    return Span(
        earliest=last, latest=last + dt.timedelta(days=_LIFE), reasons=(f"by {last}, the last day that the reports of the story name",)
    )


def _day(value: str | None) -> dt.date | None:
    return dt.date.fromisoformat(value[:10]) if value else None
