"""A found expression -> the same with the words that belong to it: "early", "the night of", "morning"."""

import re
from collections.abc import Sequence

from headwater.annotate.times.days import Days, make_day, week_of
from headwater.types import Sentence

_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
_BEFORE = re.compile(
    r"(?i)(?<!\w)(?:(?:the )?(?P<part>night|morning|afternoon|evening) of |(?:the )?(?P<week>week) of |(?:the )?(?P<end>end|close) of "
    r"|(?:the )?(?:beginning|start|middle) of |(?:the )?(?:early|late|mid)[ -]|(?:early|late|earlier|later)(?: (?:on |in )?))$"
)
_BEHIND = re.compile(r"(?i)\s(?P<part>morning|afternoon|evening|night)\b(?!['’-])")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST = 28  # characters of the longest words that stand before


def modified(text: str, match: re.Match[str], days: Sequence[Days], bounds: Sentence) -> tuple[int, int, list[Days]]:
    """The span with the words around that say which part of it is meant, and the days with that part."""
    start, end = match.span()
    found = list(days)
    if any(d.value[:1] in "PXF" for d in found):
        return start, end, found
    before = _BEFORE.search(text, max(bounds.start, start - _LONGEST), start)
    single = all(_DAY.fullmatch(d.value) for d in found)
    behind = _BEHIND.match(text, end, bounds.end) if single else None
    part = (before and before["part"]) or (behind and behind["part"])
    if behind:
        end = behind.end()
    if before and (single or not before["part"]):
        start = before.start()
        found = [_within(d, before) for d in found]
    return start, end, [_of_part(d, part) for d in found] if part and single else found


def _within(days: Days, before: re.Match[str]) -> Days:
    if before["week"]:
        return week_of(days.earliest) or days
    if before["end"] and re.fullmatch(r"\d{4}", days.value) and days.earliest:
        return Days(make_day(days.earliest.year, 12, 1), days.latest, days.value)
    return days


def _of_part(days: Days, part: str) -> Days:
    return Days(days.earliest, days.latest, days.value + _PARTS[part.lower()])
