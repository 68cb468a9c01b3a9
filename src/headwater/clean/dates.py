"""What a page says of its own date -> the interval in which it was published."""

import datetime as dt
import re
from collections.abc import Iterable

from headwater.clean.draft import Draft
from headwater.tables import MONTH, MONTHS
from headwater.types import Dropped, Published

OWN_DATA = "the page's own data"
_WRITTEN = re.compile(
    rf"(?i)\b(?:({MONTH})\.?\s+(\d{{1,2}}),?\s+(\d{{4}})|(\d{{1,2}})\.?\s+({MONTH})\.?,?\s+(\d{{4}})|(\d{{4}})-(\d\d)-(\d\d))\b"
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$)")


def settle_published(draft: Draft, dropped: Iterable[Dropped]) -> Published:
    """When the article appeared, by this page alone.

    1. the page's own data; 2. a date line or byline that was cut; 3. the address; 4. not after the crawl.
    """
    if draft.interval and (interval := _checked(draft.interval)):
        return interval
    if draft.published and (instant := instant_of(draft.published)):
        return Published(earliest=instant, latest=instant, basis=OWN_DATA)
    for cut in dropped:
        if cut.kind in ("date", "byline") and (day := _written(cut.text)):
            return Published(earliest=day, latest=day, basis=f"the line {cut.text[:60]!r}")
    if draft.address and (match := _ADDRESS.search(draft.address)) and (day := _day(*map(int, match.groups()))):
        return Published(earliest=day, latest=day, basis="the address")
    if draft.crawled and (instant := instant_of(draft.crawled)):
        return Published(latest=instant, basis="not after it was fetched")
    return Published()


def _checked(given: Published) -> Published | None:
    """An interval from a page's own data with both ends as days or instants; None where neither is one, or they cross."""
    earliest = instant_of(given.earliest) if given.earliest else None
    latest = instant_of(given.latest) if given.latest else None
    if not (earliest or latest) or (earliest and latest and earliest[:10] > latest[:10]):
        return None
    return Published(earliest=earliest, latest=latest, basis=given.basis)


def instant_of(value: str) -> str | None:
    """An ISO 8601 day or instant as it was written; None for anything else."""
    text = re.sub(r"\s+(?=[+-]\d\d:?\d\d$)", "", value.strip())
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return _written(text)
    if moment.year not in _YEARS:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return moment.date().isoformat()
    # midnight to the second is a day that a program padded, not a time of day
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat()


_YEARS = range(1700, 2200)  # of news: the first papers are older than the first, and a later year is a mistake


def _written(text: str) -> str | None:
    match = _WRITTEN.search(text)
    if not match:
        return None
    m1, d1, y1, d2, m2, y2, y3, m3, d3 = match.groups()
    if m1:
        return _day(int(y1), MONTHS[m1.lower()], int(d1))
    if m2:
        return _day(int(y2), MONTHS[m2.lower()], int(d2))
    return _day(int(y3), int(m3), int(d3))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None
