"""A text in, the days that it speaks of out, and the days on which it can have been published by them.

Only days of the calendar are read, with or without a year, months and years; what hangs on publication itself
("last week") is left to the marks on the article. No day is taken for past or to come where its clause does not say so.
"""

import calendar
import datetime as dt
import itertools
import re
from collections.abc import Iterator, Sequence

import msgspec

from headwater.tables import MONTH, MONTHS, WEEKDAY, WEEKDAYS

Day = dt.date
YEARS = range(1700, 2200)
"""Of news: the first papers are older than the first, and a later year is a mistake."""

_DAYS = r"(\d{1,2})(?:st|nd|rd|th)?"
_SHORT = r"(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)"
_NAMED = re.compile(
    rf"(?<![\w.-])(?:((?i:{WEEKDAY})|{_SHORT}\.?),?\s+(?:the\s+)?)?"
    rf"(?:(?P<m1>{MONTH})\.?\s+{_DAYS}(?:,?\s+((?:1[7-9]|2[01])\d\d))?|{_DAYS}\.?\s+(?:of\s+)?(?P<m2>{MONTH})\b\.?(?:,?\s+((?:1[7-9]|2[01])\d\d))?"
    rf"|(?P<m3>{MONTH})\.?,?\s+(?:of\s+)?((?:1[7-9]|2[01])\d\d)|((?:1[7-9]|2[01])\d\d)-(\d\d)-(\d\d))(?![\w%-])",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?i)\b(in|since|during|until|till|early|late|mid|before|by|of|the)[ -]+((?:19|20)\d\d)(?![\w%-]|,\d|\s+(?:people|men|women))"
)
_WEEKDAY = re.compile(rf"(?i)\b({WEEKDAY})\b")
_AHEAD = re.compile(
    r"(?i)\b(?:(?:will|shall|won't|upcoming|next|(?:is|are)\s+(?:\w+ly\s+)?(?:due|expected|scheduled|set|planned|likely|to))\b|"
    r"(?:meets?|begins?|opens?|starts?|ends?|expires?|takes? (?:place|effect|office)|returns?|resumes?)(?:\s+\w+)?\s+(?:on|in|from)\s*$)"
)
_MAYBE = re.compile(
    r"(?i)\b(?:would|could|may|might|should|plan\w*|sche\w*ed|postpone\w*|delay\w*|deadline|until|due|expect\w*|intend\w*|if|whether|hop\w+|target\w*|propos\w*"
    r"|extend\w*|forecast\w*|project\w*|aim\w*|ahead of|before)\s*(?:[\w-]+\s+){0,6}$"
)
_PAST = re.compile(
    r"(?i)\b(?:was|were|had|did|said|told|has been|have been|came|went|began|broke|gave|took|made|fell|rose|left|lost|found|held|met|led|sent|ran|won"
    r"|stood|grew|kept|knew|saw|sold|spoke|built|bought|brought|caught|fled|flew|fought|struck|became|died|set|since|[a-z]{2,}ed)\b"
)
_STAMPED = re.compile(r"(?:\(@\w+\)|\btoday,?)\s*\(?$")
_STOP = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_LEAD = 600  # characters of a text in which a weekday is that of the news
_FRESH = 6  # days between a day that is stamped, or named with weekday and year, and the article; .86 of those on AllSides (tuning part)
_NARROW = 8  # days of an interval that hold a weekday and the days after it once, or nearly
_JUST = 2  # days after a weekday of the lead within which it is printed
_TURN = 25  # of December: from here on a day without a year is named so in January too


class Spoken(msgspec.Struct, frozen=True, kw_only=True):
    """A day, month or year that a text names, and whether it lies behind or ahead."""

    words: str
    way: int
    """-1 past, 1 to come, 0 unsaid."""
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """Monday is 0."""
    stamped: bool = False
    """Does it date what stands before it, as below a quoted post, or is it "today"?"""

    def first(self, year: int) -> Day | None:
        """Its first day in a year; None where the calendar has none."""
        return _make(year, self.month or 1, self.day or 1)

    def last(self, year: int) -> Day | None:
        """Its last day in a year."""
        month = self.month or 12
        return _make(year, month, self.day or calendar.monthrange(year, month)[1])


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """The first and the last day on which a text can have appeared, None where open, and the reasons."""

    earliest: Day | None = None
    latest: Day | None = None
    exact: bool = False
    """Is the first a day that the text itself names?"""
    reasons: tuple[str, ...] = ()

    def holds(self) -> bool:
        """Is it not empty?"""
        return not (self.earliest and self.latest and self.earliest > self.latest)


def find_spoken(text: str) -> tuple[Spoken, ...]:
    """The days, months and years that a text names, in their order."""
    found: list[Spoken] = []
    starts = [0, *(m.end() for m in _STOP.finditer(text)), len(text)]
    for start, end in itertools.pairwise(starts):
        if any(c.isdigit() for c in text[start:end]):
            found += _in_sentence(text[start:end])
    return tuple(found)


def _in_sentence(sentence: str) -> Iterator[Spoken]:
    ends = []
    for match in _NAMED.finditer(sentence):
        ends.append(match.end())
        if spoken := _named(match, _way(sentence, *match.span())):
            stamped = _STAMPED.search(sentence[max(0, match.start() - _NEAR) : match.start()]) is not None
            yield msgspec.structs.replace(spoken, stamped=True, way=-1) if stamped else spoken
    taken = set(ends)
    for match in _YEAR.finditer(sentence):
        if match.end() not in taken:
            yield Spoken(words=match.group(), way=_way_of_year(sentence, match), year=int(match.group(2)))


def _named(match: re.Match[str], way: int) -> Spoken | None:
    weekday, m1, d1, y1, d2, m2, y2, m3, y3, y4, n4, d4 = match.groups()
    month = int(n4) if n4 else MONTHS[(m1 or m2 or m3).lower()]
    day, year = d1 or d2 or d4, y1 or y2 or y3 or y4
    if not 1 <= month <= 12 or (day and _make(int(year or 2000), month, int(day)) is None):
        return None
    number = WEEKDAYS.get(weekday.lower().rstrip(".")) if weekday else None
    return Spoken(
        words=match.group(), way=way, year=int(year) if year else None, month=month, day=int(day) if day else None, weekday=number
    )


def _way(sentence: str, start: int, end: int) -> int:
    """Whether a day lies behind or ahead, by the words of its clause."""
    before = sentence[max(0, start - _NEAR) : start]
    if _AHEAD.search(before):
        return 1
    if _MAYBE.search(before):
        return 0
    return -1 if _PAST.search(before) or _PAST.search(sentence[end : end + _NEAR]) else 0


def _way_of_year(sentence: str, match: re.Match[str]) -> int:
    """The same of a year alone, where less is sure: "the 2018 elections" may be either."""
    word, before = match.group(1).lower(), sentence[max(0, match.start() - _NEAR // 2) : match.start()]
    if word in ("in", "early", "late", "mid", "until", "till", "by", "before") and _AHEAD.search(before):
        return 1
    return -1 if word in ("in", "since") and not _MAYBE.search(before) and (word == "since" or _PAST.search(before)) else 0


_NEAR = 90  # characters of a sentence before and behind a day whose verbs speak of it


def allowed_days(text: str, *, low: Day | None = None, high: Day | None = None) -> Span:
    """The days on which a text can have appeared, by the days that it speaks of, within known bounds.

    1. not before the latest past day that it names with its year; 2. before the first year, month or day to come;
    3. a day without a year is of the year of publication (so the style books of the agencies), the latest one that
    fits; 4. a day to come without a year is the next one; 5. where the latest day is stamped or stands with weekday and
    year, most likely within a week of it; 6. on the weekday of the lead or one or two days after it, where the bounds are narrow.
    """
    spoken = find_spoken(text)
    span = _by_years(spoken, Span(earliest=low, latest=high))
    span = _by_sure_days(spoken, _by_bare_days(spoken, span))
    return _by_weekdays(text, span) if span.holds() else span


def _by_years(spoken: Sequence[Spoken], span: Span) -> Span:
    """The bounds by what is named with its year."""
    for s in spoken:
        if s.year is None or s.year not in YEARS:
            continue
        if s.way < 0 and (first := s.first(s.year)) and (span.earliest is None or first > span.earliest):
            span = _later(span, first, s)
    for s in spoken:
        if s.year is None or s.year not in YEARS or s.way <= 0 or (span.earliest and span.earliest.year > s.year):
            continue
        # a year alone is another year than that of publication, which would be "this year", unless the text dates itself into it
        own = s.month or (span.earliest and span.earliest.year == s.year)
        last = s.last(s.year) if own else Day(s.year - 1, 12, 31)
        if last and (span.latest is None or last < span.latest):
            span = _sooner(span, last, f"before {s.words!r}, which it speaks of as to come")
    return span


def _by_bare_days(spoken: Sequence[Spoken], span: Span) -> Span:
    """The bounds by days without a year."""
    bare = [s for s in spoken if s.year is None and s.day]
    past = [(s, day) for s in bare if s.way < 0 and (day := _latest(s, span))]
    if past:
        s, last = max(past, key=lambda p: p[1])
        span = _later(span, last, s) if span.earliest is None or last > span.earliest else span
        end = Day(last.year, 12, 31) if (last.month, last.day) < (12, _TURN) else last + dt.timedelta(days=_FRESH)
        if span.earliest and span.earliest <= end and (span.latest is None or end < span.latest):
            span = _sooner(span, end, f"within the year of {s.words!r}, which it names without one")
    for s in (s for s in bare if s.way > 0):
        coming = _next(s, span)
        if coming and (span.latest is None or coming < span.latest):
            span = _sooner(span, coming, f"not after {s.words!r}, which it speaks of as to come")
    return span


def _by_sure_days(spoken: Sequence[Spoken], span: Span) -> Span:
    """The bounds by the latest day of all, where it is one that news is dated by."""
    full = [s for s in spoken if s.year and s.way < 0 and (s.stamped or s.weekday is not None) and s.first(s.year) == span.earliest]
    if not full or span.earliest is None or any(s.year and s.year > span.earliest.year and s.way <= 0 for s in spoken):
        return span
    fresh = span.earliest + dt.timedelta(days=_FRESH)
    return _sooner(span, fresh, f"most likely within a week of {full[0].words!r}") if span.latest is None or fresh < span.latest else span


def _latest(spoken: Spoken, span: Span) -> Day | None:
    """The latest such day within the bounds; None where nothing tells the year."""
    if span.latest is not None:
        years = range(span.latest.year, span.latest.year - 8, -1)
        days = [d for y in years if (d := spoken.first(y)) and d <= span.latest]
    elif span.earliest is not None and span.exact:
        days = [d] if (d := spoken.first(span.earliest.year)) and d >= span.earliest else []
    else:
        return None
    return next((d for d in days if spoken.weekday in (None, d.weekday())), None)


def _next(spoken: Spoken, span: Span) -> Day | None:
    if span.earliest is None or not span.exact:
        return None
    years = (span.earliest.year, span.earliest.year + 1)
    return next((d for y in years if (d := spoken.last(y)) and d >= span.earliest), None)


def _by_weekdays(text: str, span: Span) -> Span:
    """The bounds by the one weekday of the lead, where they are narrow enough to hold it once."""
    names = {WEEKDAYS[m.group(1).lower()] for m in _WEEKDAY.finditer(text[:_LEAD])}
    if len(names) != 1 or span.earliest is None or span.latest is None or (span.latest - span.earliest).days > _NARROW:
        return span
    (weekday,) = names
    days = [span.earliest + dt.timedelta(days=i) for i in range((span.latest - span.earliest).days + 1)]
    fit = [d for d in days if (d.weekday() - weekday) % 7 <= _JUST]
    if not fit or (fit[0], fit[-1]) == (span.earliest, span.latest):
        return span
    reasons = (*span.reasons, f"a {calendar.day_name[weekday]} is just past")
    return Span(earliest=fit[0], latest=fit[-1], exact=span.exact, reasons=reasons)


def _later(span: Span, day: Day, spoken: Spoken) -> Span:
    kept = (r for r in span.reasons if not r.startswith("not before"))
    why = f"not before {spoken.words!r}, which it speaks of as past"
    return Span(earliest=day, latest=span.latest, exact=spoken.day is not None, reasons=(*kept, why))


def _sooner(span: Span, day: Day, why: str) -> Span:
    kept = (r for r in span.reasons if not r.startswith(("before", "not after", "within", "most likely")))
    return Span(earliest=span.earliest, latest=day, exact=span.exact, reasons=(*kept, why))


def _make(year: int, month: int, day: int) -> Day | None:
    try:
        return Day(year, month, day)
    except ValueError:
        return None
