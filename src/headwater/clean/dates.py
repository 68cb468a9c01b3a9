"""What a page says of its own date -> the interval in which it was published, with the reason.

1. the page's own data; 2. a date line or byline that was cut; 3. the address; 4. the dateline, where it has a year;
5. the days that the text speaks of, and not after it was fetched. A day on which a page was fetched is no day of
publication, and a date that the text contradicts is given with the contradiction.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from headwater.clean.draft import Draft
from headwater.days import YEARS, Span, allowed_days, find_spoken
from headwater.tables import MONTH, MONTHS
from headwater.types import Dropped, Published

OWN_DATA = "the page's own data"
_WRITTEN = re.compile(
    rf"(?i)\b(?:({MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})|(\d{{1,2}})(?:st|nd|rd|th)?\.?\s+({MONTH})\.?,?\s+(\d{{4}})|(\d{{4}})-(\d\d)-(\d\d))\b"
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:[/-](\d{1,2}|[a-zA-Z]{3,9})[/-](\d{1,2})|(\d\d)(\d\d))(?=[/_.-]|$)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LATER = 1  # days that a text may speak of as past behind its own date: zones, and papers that go to print the evening before
_UPDATED = 31  # days between a printed date and the page's own data beyond which both are given


def settle_published(draft: Draft, dropped: Iterable[Dropped], text: str = "") -> Published:
    """When the article appeared, by this page alone: see the order above."""
    cuts = tuple(dropped)
    if draft.interval and (interval := _checked(draft.interval)):
        return interval
    found = _stated(draft, cuts)
    return _questioned(found, text, draft) if found else _inferred(draft, cuts, text)


def _stated(draft: Draft, cuts: Sequence[Dropped]) -> Published | None:
    """The date that the page gives; None where it gives none."""
    crawled = instant_of(draft.crawled) if draft.crawled else None
    lines = [(cut, day) for cut in cuts if cut.kind in ("date", "byline") and (day := written_day(cut.text))]
    instant = instant_of(draft.published) if draft.published else None
    if instant and not (crawled and "T" in instant and instant == crawled):  # what a crawler wrote in is no date of publication
        return _beside_line(instant, lines)
    if lines:
        cut, day = lines[0]
        return Published(earliest=day, latest=day, basis=f"the line {cut.text[:60]!r}")
    if draft.address and (day := day_in_address(draft.address)):
        return Published(earliest=day, latest=day, basis="the address")
    for cut in cuts:
        if cut.kind == "dateline" and (day := written_day(cut.text)):
            after = (dt.date.fromisoformat(day) + dt.timedelta(days=1)).isoformat()
            return Published(earliest=day, latest=after, basis=f"the dateline {cut.text[:60]!r}, or the day after")
    return None


def _beside_line(instant: str, lines: Sequence[tuple[Dropped, str]]) -> Published:
    """The page's own date, or, where a line prints one that is much earlier, the interval between them."""
    cut, day = next(((c, d) for c, d in lines if _apart(d, instant) > _UPDATED), (None, None))
    if cut is None or day is None or len(lines) != 1:
        return Published(earliest=instant, latest=instant, basis=OWN_DATA)
    return Published(earliest=day, latest=instant, basis=f"the line {cut.text[:60]!r}; {OWN_DATA} say {instant[:10]}")


def _questioned(found: Published, text: str, draft: Draft) -> Published:
    """A date as it is, or, where the text surely speaks of later days as past, the interval from the last of them on.

    Surely: of two such days, or of one that is more than a month later. One alone is soon a day to come, misread.
    """
    end = (found.latest or found.earliest or "")[:10]
    if not end or not any(year >= end[:4] for year in _YEAR.findall(text)):
        return found
    past = {day: s for s in find_spoken(text) if s.year and s.day and s.way < 0 and (day := s.first(s.year))}
    later = [day for day in past if (day - dt.date.fromisoformat(end)).days > _LATER]
    if not later or (len(later) == 1 and (later[0] - dt.date.fromisoformat(end)).days <= _UPDATED):
        return found
    day = max(later)
    crawled = instant_of(draft.crawled) if draft.crawled else None
    latest = crawled if crawled and crawled[:10] >= day.isoformat() else None
    basis = f"{found.basis} say{'' if found.basis == OWN_DATA else 's'} {end}, but the text speaks of {past[day].words!r} as past"
    return Published(earliest=day.isoformat(), latest=latest, basis=basis)


def _inferred(draft: Draft, cuts: Sequence[Dropped], text: str) -> Published:
    """The interval that the text allows, not after the page was fetched and not after the year of its copyright line."""
    crawled = instant_of(draft.crawled) if draft.crawled else None
    high, why = (dt.date.fromisoformat(crawled[:10]), "not after it was fetched") if crawled else _copyright(cuts)
    span = allowed_days(_dated(text, cuts), high=high)
    if not span.holds():
        past = allowed_days(text).earliest if crawled else None
        if past and crawled and past > dt.date.fromisoformat(crawled[:10]):
            return Published(
                earliest=past.isoformat(), basis=f"the text speaks of days after {crawled[:10]}, when it is said to have been fetched"
            )
        span = Span(latest=high)
    if span.earliest is None and span.latest is None:
        return Published()
    latest = span.latest.isoformat() if span.latest else None
    latest = crawled if crawled and span.latest == high else latest
    reasons = (*span.reasons, *((why,) if why and span.latest == high else ()))
    return Published(earliest=span.earliest.isoformat() if span.earliest else None, latest=latest, basis="; ".join(reasons))


def _dated(text: str, cuts: Sequence[Dropped]) -> str:
    """The text with the day of its dateline as one that it speaks of as past."""
    days = [match.group() for cut in cuts if cut.kind == "dateline" and (match := _BARE.search(cut.text))]
    return f"{text}\n\nIt was filed on {days[0]}." if days else text


_BARE = re.compile(rf"(?i)\b(?:{MONTH})\.?\s+\d{{1,2}}\b|\b\d{{1,2}}\s+(?:{MONTH})\b")


def _copyright(cuts: Sequence[Dropped]) -> tuple[dt.date | None, str]:
    """The last day of the latest year of the copyright lines."""
    years = [int(y) for cut in cuts if cut.kind == "copyright" for y in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", cut.text)]
    return (dt.date(max(years), 12, 31), f"not after {max(years)}, the year of the copyright line") if years else (None, "")


def day_in_address(address: str) -> str | None:
    """The day that stands in an address: /2023/05/03/, /2023-05-03-, /2023/may/03/, /20230503/."""
    for match in _ADDRESS.finditer(address):
        year, month, day = match[1], match[2] or match[4], match[3] or match[5]
        number = int(month) if month.isdigit() else MONTHS.get(month.lower(), 0)
        if found := _day(int(year), number, int(day)):
            return found
    return None


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
        return written_day(text)
    if moment.year not in YEARS:
        return None
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return moment.date().isoformat()
    # midnight to the second is a day that a program padded, not a time of day
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat()


def written_day(text: str) -> str | None:
    """The first day that is written out with its year in a text, ISO 8601; None where there is none."""
    match = _WRITTEN.search(text)
    if not match:
        return None
    m1, d1, y1, d2, m2, y2, y3, m3, d3 = match.groups()
    if m1:
        return _day(int(y1), MONTHS[m1.lower()], int(d1))
    if m2:
        return _day(int(y2), MONTHS[m2.lower()], int(d2))
    return _day(int(y3), int(m3), int(d3))


def _apart(day: str, other: str) -> int:
    """Days from one day to another."""
    return (dt.date.fromisoformat(other[:10]) - dt.date.fromisoformat(day[:10])).days


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat() if year in YEARS else None
    except ValueError:
        return None
