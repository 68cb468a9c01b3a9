"""Article and sentences -> time expressions as intervals of days, by a table of patterns.

A row of the table is a pattern and a function from its match and the moment it is read at to an interval. The
interval holds every day that the words allow; where publication is known only as an interval, the days that any of
its ends allow. The values follow TIMEX3 of TimeML (Pustejovsky et al. 2003). Durations, sets of times and what hangs
on another date of the text ("two days later") have a value and no days.
"""

import re
from collections.abc import Sequence

import msgspec

from headwater.annotate.times.days import Day, Days, Moment, coarse
from headwater.annotate.times.modifiers import modified
from headwater.annotate.times.rows import HINT, ROWS, TENSED, Read
from headwater.annotate.times.tense import tense_at
from headwater.types import Article, Sentence, TimeExpression

__all__ = ["coarse", "find_times"]

_BACK = 40  # characters that an expression may begin before the word that gives it away
_AHEAD = 60  # characters behind that word that are read


_RESULTS = re.compile(r"[$£€¥%]|\b(?:million|billion|percent|per cent|cents|shares?|profits?|earnings|sales|revenues?|income)\b")


class Context(msgspec.Struct):
    """What the article has named so far, by the first reading of publication."""

    day: Day | None = None
    quarter: Day | None = None
    named: Days | None = None
    here: bool = False
    """Is the sentence that is read about results of that quarter?"""


def find_times(article: Article, sentences: Sequence[Sentence]) -> tuple[TimeExpression, ...]:
    """The time expressions of an article in order, the longest where several rows match at one place."""
    anchors = _anchors(article)
    found: list[TimeExpression] = []
    context = Context()
    for sentence in sentences:
        taken = sentence.start
        context.here = context.quarter is not None and _RESULTS.search(article.text, sentence.start, sentence.end) is not None
        while hint := HINT.search(article.text, taken, sentence.end):
            best = _best(article.text, hint, max(sentence.start, taken), sentence.end)
            if best is None:
                taken = hint.end()
                continue
            expression = _expression(article.text, best, anchors, context, sentence)
            if expression is not None:
                found.append(expression)
            taken = max(hint.end(), best[0].end())
    return _joined(article.text, found)


def _anchors(article: Article) -> tuple[Day, ...]:
    days = (article.published.earliest, article.published.latest)
    return tuple(sorted({Day.fromisoformat(d[:10]) for d in days if d})) if all(days) else ()


def _best(text: str, hint: re.Match[str], start: int, end: int) -> tuple[re.Match[str], Read] | None:
    """The longest match of the rows for a hint that covers it."""
    start, end = max(start, hint.start() - _BACK), min(end, hint.end() + _AHEAD)
    window = text[start:end].lower()
    rows = (row for row in ROWS[str(hint.lastgroup)] if not row.needs or any(word in window for word in row.needs))
    found = [(m, row.read) for row in rows if (m := _covering(row.pattern, text, hint, (start, end)))]
    return max(found, key=lambda f: f[0].end() - f[0].start(), default=None)


def _covering(pattern: re.Pattern[str], text: str, hint: re.Match[str], bounds: tuple[int, int]) -> re.Match[str] | None:
    start, end = bounds
    while (match := pattern.search(text, start, end)) and match.end() <= hint.start():
        start = max(match.end(), start + 1)
    return match if match and match.start() <= hint.start() else None


def _expression(
    text: str, best: tuple[re.Match[str], Read], anchors: tuple[Day, ...], context: Context, bounds: Sentence
) -> TimeExpression | None:
    """The expression by every day that publication may have been; None where the calendar has no such day."""
    match, read = best
    tense = tense_at(text, match, bounds) if read in TENSED else 0
    readings = [read(match, Moment(a, tense, context.day, context.quarter, context.here, context.named)) for a in anchors or _PROBES]
    if None in readings:
        return None
    days = [d for d in readings if d]
    start, end, days = modified(text, match, days, bounds)
    if anchors and not match.groupdict().get("ago"):
        _remember(context, days[0])
    same = all(d == days[0] for d in days)
    if not anchors and not same:
        look = "PAST_REF" if match.group().lower().startswith(("last", "ear", "past")) else "PRESENT_REF"
        return TimeExpression(start=start, end=end, value=look)
    lows, highs = [d.earliest for d in days if d.earliest], [d.latest for d in days if d.latest]
    if not lows or not highs:
        return TimeExpression(start=start, end=end, value=days[0].value)
    low, high = min(lows), max(highs)
    value = days[0].value if same else coarse(low, high)
    return TimeExpression(start=start, end=end, value=value, earliest=low.isoformat(), latest=high.isoformat())


_PROBES = (Day(1980, 1, 15), Day(2040, 9, 20))  # two days far apart: what reads the same on both needs no anchor


def _remember(context: Context, days: Days) -> None:
    if days.earliest is not None and days.latest is not None and _NAMED.match(days.value):
        context.named = days
    if days.earliest is not None and days.earliest == days.latest:
        context.day = days.earliest
    if days.earliest and days.latest and "-Q" in days.value and (days.latest - days.earliest).days < _QUARTER_DAYS:
        context.quarter, context.here = days.earliest, True


_QUARTER_DAYS = 93
_NAMED = re.compile(r"\d{4}(?!/)")


def _joined(text: str, found: Sequence[TimeExpression]) -> tuple[TimeExpression, ...]:
    """A clock time and the day behind it as one expression: "9 a.m. on Tuesday"."""
    kept: list[TimeExpression] = []
    for time in found:
        last = kept[-1] if kept else None
        clock = last is not None and last.earliest is None and _CLOCK.fullmatch(last.value) is not None
        if last and clock and _DAY.match(time.value) and text[last.end : time.start] in _JOINTS:
            value = time.value[:10] + last.value[10:]
            kept[-1] = msgspec.structs.replace(time, start=last.start, value=value)
        else:
            kept.append(time)
    return tuple(kept)


_CLOCK = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!/)")
_JOINTS = (" ", ", ", " on ", ", on ", " of ")
