"""Two dates in, which is earlier out: only an earlier report can feed a later one, and unknown times tell nothing."""

import datetime as dt

from headwater.types import Published


def is_earlier(a: Published, b: Published) -> bool:
    """Did something published at ``a`` surely appear before what was published at ``b``?

    >>> is_earlier(Published(latest="2025-03-04"), Published(earliest="2025-03-05")), is_earlier(Published(), Published())
    (True, False)
    """
    last, first = _instant(a.latest, end=True), _instant(b.earliest, end=False)
    return last is not None and first is not None and last < first


def by_date(published: Published) -> tuple[str, bool, str, str]:
    """A key that sorts by the earliest day, undated ones last; within a day, those that give an hour first.

    >>> by_date(Published(earliest="2025-03-04T08:15:00Z")) < by_date(Published(earliest="2025-03-04"))
    True
    """
    first = published.earliest or published.latest or "9999"
    return first[:_DAY], len(first) <= _DAY, first, published.latest or "9999"


_DAY = len("2025-03-04")


def _instant(value: str | None, *, end: bool) -> dt.datetime | None:
    """An ISO 8601 day or instant; of a day its beginning or its end; without an offset it is taken as UTC."""
    if not value:
        return None
    try:
        found = dt.datetime.fromisoformat(value)
    except ValueError:
        return None
    if found.tzinfo is None:
        found = found.replace(tzinfo=dt.UTC)
    return found + dt.timedelta(days=1, seconds=-1) if end and len(value) == _DAY else found
