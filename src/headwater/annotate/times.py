"""Article and sentences -> time expressions as intervals of days, by a table of patterns.

A row of the table is a pattern and a function from its match and the day of publication to an interval. The
interval holds every day that the words allow; where publication is known only as an interval, the days that any of
its ends allow. The rows follow the TIMEX3 sorts of TimeML (Pustejovsky et al. 2003): dates, sets left out.
"""

import calendar
import datetime as dt
import re
from collections.abc import Callable, Sequence

import msgspec

from headwater.tables import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from headwater.text import number_of
from headwater.types import Article, Sentence, TimeExpression

Day = dt.date
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_UNITS = {"day": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3650}
_AGO_SLACK = {"day": 0, "week": 3, "month": 15, "year": 0}  # days by which "two weeks ago" may be off


class Days(msgspec.Struct, frozen=True):
    """An interval of days, both included, and its TIMEX3 value."""

    earliest: Day
    latest: Day
    value: str


Row = tuple[re.Pattern[str], Callable[[re.Match[str], Day], Days | None]]


def find_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article in order, the longest where several rows match at one place."""
    anchors = _anchors(article)
    found: list[TimeExpression] = []
    for sentence in sentences:
        taken = sentence.start
        while (best := _next(article.text, taken, sentence.end)) is not None:
            match, read = best
            found.append(_expression(match, read, anchors))
            taken = match.end()
    return tuple(found)


def _anchors(article: Article) -> tuple[Day, ...]:
    days = (article.published.earliest, article.published.latest)
    return tuple(sorted({Day.fromisoformat(d[:10]) for d in days if d})) if all(days) else ()


def _next(text: str, start: int, end: int) -> tuple[re.Match[str], Callable[[re.Match[str], Day], Days | None]] | None:
    hint = _ANY.search(text, start, end)
    if hint is None:
        return None
    matches = [(m, read) for pattern, read in _ROWS if (m := pattern.search(text, max(start, hint.start() - _BACK), end))]
    return min(matches, key=lambda row: (row[0].start(), -row[0].end()), default=None)


def _expression(match: re.Match[str], read: Callable[[re.Match[str], Day], Days | None], anchors: tuple[Day, ...]) -> TimeExpression:
    """The expression by every day that publication may have been; without one, what needs no anchor."""
    readings = [d for a in anchors if (d := read(match, a))] if anchors else _unanchored(match, read)
    start, end = match.span()
    if not readings:
        return TimeExpression(
            start=start, end=end, value="PAST_REF" if match.group().lower().startswith(("last", "ear")) else "PRESENT_REF"
        )
    low, high = min(d.earliest for d in readings), max(d.latest for d in readings)
    return TimeExpression(
        start=start,
        end=end,
        value=readings[0].value if len(readings) == 1 else coarse(low, high),
        earliest=low.isoformat(),
        latest=high.isoformat(),
    )


_PROBES = (Day(1980, 1, 15), Day(2040, 9, 20))  # two days far apart: what reads the same on both needs no anchor


def _unanchored(match: re.Match[str], read: Callable[[re.Match[str], Day], Days | None]) -> list[Days]:
    first, second = (read(match, probe) for probe in _PROBES)
    return [first] if first is not None and first == second else []


def coarse(low: Day, high: Day) -> str:
    """The finest day, month or year that holds the whole interval; "" where it crosses years."""
    if low == high:
        return low.isoformat()
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.year:04d}-{low.month:02d}"
    return f"{low.year:04d}" if low.year == high.year else ""


def _month(year: int, month: int) -> Days | None:
    if not 1 <= month <= 12 or not 1000 <= year <= 2999:
        return None
    return Days(Day(year, month, 1), Day(year, month, calendar.monthrange(year, month)[1]), f"{year:04d}-{month:02d}")


def _year(year: int) -> Days:
    return Days(Day(year, 1, 1), Day(year, 12, 31), f"{year:04d}")


def _one(day: Day) -> Days:
    return Days(day, day, day.isoformat())


def _full(match: re.Match[str], _: Day) -> Days | None:
    g = match.groupdict()
    try:
        return _one(Day(int(g["y"]), MONTHS[g["m"].lower().rstrip(".")], int(g["d"])))
    except ValueError:
        return None


def _month_day(match: re.Match[str], anchor: Day) -> Days | None:
    """Of "December 8": of the year that brings it nearest to publication."""
    month, day = MONTHS[match["m"].lower().rstrip(".")], int(match["d"])
    near = []
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        try:
            near.append(Day(year, month, day))
        except ValueError:
            continue
    return _one(min(near, key=lambda d: abs((d - anchor).days))) if near else None


def _month_year(match: re.Match[str], _: Day) -> Days | None:
    return _month(int(match["y"]), MONTHS[match["m"].lower().rstrip(".")])


def _bare_month(match: re.Match[str], anchor: Day) -> Days | None:
    """Of "in January": the last one, or the next where the words look ahead and it is nearer."""
    month = MONTHS[match["m"].lower()]
    last = anchor.year if month <= anchor.month else anchor.year - 1
    ahead = match["p"].lower() in ("in mid-", "next ", "until ", "by ") and (month - anchor.month) % 12 <= 3
    coming = anchor.year if month >= anchor.month else anchor.year + 1
    return _month(coming if ahead else last, month)


def _iso(match: re.Match[str], _: Day) -> Days | None:
    try:
        return _one(Day.fromisoformat(match.group()))
    except ValueError:
        return None


def _plain_year(match: re.Match[str], _: Day) -> Days:
    return _year(int(match["y"]))


def _weekday(match: re.Match[str], anchor: Day) -> Days:
    """Of "on Thursday": the last one, publication's own day included; "next Thursday": the one after."""
    day = WEEKDAYS[match["w"].lower()]
    word = (match["q"] or "").strip().lower()
    if word == "next":
        return _one(anchor + dt.timedelta(days=(day - anchor.weekday() - 1) % 7 + 1))
    back = (anchor.weekday() - day) % 7
    return _one(anchor - dt.timedelta(days=back + (7 if word == "last" and back == 0 else 0)))


def _near_day(match: re.Match[str], anchor: Day) -> Days:
    shift = {"yesterday": -1, "tomorrow": 1}.get(match["n"].lower(), 0)
    return _one(anchor + dt.timedelta(days=shift))


def _relative(match: re.Match[str], anchor: Day) -> Days | None:
    """Of "last week", "earlier this month", "next year": a calendar unit counted from publication's own."""
    which, unit = match["which"].lower().split()[-1], match["unit"].lower()
    shift = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}[which]
    if unit == "year":
        return _year(anchor.year + shift)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + shift
        return _month(months // 12, months % 12 + 1)
    if unit == "week":
        monday = anchor - dt.timedelta(days=anchor.weekday() - 7 * shift)
        year, week, _ = monday.isocalendar()
        return Days(monday, monday + dt.timedelta(days=6), f"{year:04d}-W{week:02d}")
    return None


def _ago(match: re.Match[str], anchor: Day) -> Days | None:
    """Of "two weeks ago": as coarse as its unit."""
    count = 1.0 if match["c"].lower() in ("a", "an") else number_of(match["c"])
    unit = match["unit"].lower().rstrip("s")
    if count is None or unit not in _UNITS or count * _UNITS[unit] > 365_000:
        return None
    if unit == "year":
        return _year(anchor.year - int(count)) if anchor.year - count >= 1000 else None
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 - int(count)
        return _month(months // 12, months % 12 + 1)
    middle = anchor - dt.timedelta(days=int(count * _UNITS[unit]))
    slack = dt.timedelta(days=_AGO_SLACK.get(unit, 0))
    return Days(middle - slack, middle + slack, coarse(middle - slack, middle + slack) or f"{middle.year}")


def _end_of(match: re.Match[str], _: Day) -> Days:
    year = int(match["y"])
    return Days(Day(year, 12, 1), Day(year, 12, 31), f"{year:04d}-12")


def _row(pattern: str, read: Callable[[re.Match[str], Day], Days | None]) -> Row:
    return re.compile(pattern), read


_M = rf"(?P<m>(?i:{MONTH}))\.?"
_Y = r"(?P<y>(?:1[89]|20)\d\d)"
_PART = r"(?:(?i:early|late|mid)[- ])?"
_ROWS: tuple[Row, ...] = (
    _row(rf"(?:(?i:{WEEKDAY}),?\s+)?\b{_M}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_Y}\b", _full),
    _row(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_M},?\s+{_Y}\b", _full),
    _row(r"\b\d{4}-\d\d-\d\d\b", _iso),
    _row(rf"\b(?<!\d ){_PART}{_M},?\s+(?:of\s+)?{_Y}\b", _month_year),
    _row(rf"\b{_M}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?!,?\s*\d{{4}}|[.,]\d|%)", _month_day),
    _row(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{_M}\b(?!\s+\d{{4}})", _month_day),
    _row(
        rf"\b(?P<p>(?i:in mid-|in early |in late |in |last |since |until |next |by |from |during ))(?P<m>(?i:{'|'.join(m for m in MONTHS if len(m) > 3)}|May))\b(?!\.?,?\s+(?:\d|of \d))",
        _bare_month,
    ),
    _row(rf"\b(?i:the end of|end of|year-end) {_Y}\b", _end_of),
    _row(
        rf"(?<![\d$€£,.:-]){_PART}(?<!\w){_Y}\b(?![\d%]|[.,:]\d|\s+(?:people|soldiers|troops|men|women|children|dollars|euros|pounds|miles|km|metres|meters|feet|jobs|workers))",
        _plain_year,
    ),
    _row(rf"\b(?:(?P<q>(?i:last|next|this|late|early))\s+)?(?P<w>(?i:{WEEKDAY}))\b", _weekday),
    _row(r"\b(?P<n>(?i:yesterday|today|tonight|tomorrow))\b", _near_day),
    _row(
        r"\b(?P<which>(?i:(?:earlier |later |early |late )?(?:this|last|next|previous|coming|the past)))\s+(?P<unit>(?i:week|month|year))\b",
        _relative,
    ),
    _row(rf"\b(?P<c>(?i:{_NUMBER}))\s+(?P<unit>(?i:days?|weeks?|months?|years?))\s+(?i:ago|earlier)\b", _ago),
)
_BACK = 24  # characters that an expression may begin before the word that gives it away
_ANY = re.compile(
    rf"(?i)\b(?:{MONTH}|{WEEKDAY}|yesterday|today|tonight|tomorrow|weeks?|months?|years?|days?)\b|(?<!\d)(?:1[89]|20)\d\d(?!\d)"
)
