"""A match of a row and the moment it is read at -> what is so long, so far away or so frequent: "two days ago", "three years"."""

import re

from headwater.annotate.times.days import (
    SHIFT,
    UNIT_DAYS,
    Day,
    Days,
    Match,
    Moment,
    between,
    make_day,
    month_of,
    one,
    quarter_of,
    shifted,
    undated,
    week_of,
    year_of,
)
from headwater.text import number_of

_UNIT_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_MOST_DAYS = 365_000  # a count that leads further away is no date of a report


def ago(match: Match, moment: Moment) -> Days | None:
    """Of "two weeks ago": as coarse as its unit; a value alone where the count is open."""
    count, unit = count_of(match["c"]), singular_unit(match["unit"])
    found = undated("PAST_REF") if count is None else _moved(moment.anchor, -count, unit)
    if found and moment.quarter and moment.here and unit == "year" and count == 1:
        before = quarter_of(moment.quarter.year - 1, moment.quarter.month // 3 + 1)
        return Days(found.earliest, found.latest, before.value) if before else found
    return found


def from_now(match: Match, moment: Moment) -> Days | None:
    """Of "two weeks from now"."""
    count = count_of(match["c"])
    return undated("FUTURE_REF") if count is None else _moved(moment.anchor, count, singular_unit(match["unit"]))


def later(match: Match, moment: Moment) -> Days | None:
    """Of "two days later", "a year earlier": a value counted from the last day named, without days."""
    count, unit = count_of(match["c"]), singular_unit(match["unit"])
    sign = 1 if match["way"].lower() in ("later", "on", "after") else -1
    if unit == "year" and count == 1 and sign < 0 and moment.quarter and moment.here:
        found = quarter_of(moment.quarter.year - 1, moment.quarter.month // 3 + 1)
    elif unit == "year" and sign < 0 and count is not None:
        found = _moved(moment.anchor, -count, unit)
    else:
        found = _moved(moment.day, sign * count, unit) if moment.day and count is not None else None
    return undated(found.value) if found else duration(match, moment)


def _moved(start: Day, count: float, unit: str) -> Days | None:
    """The unit that lies so many units on: a day to the day, a week as seven days around, longer ones by the calendar."""
    if unit in _UNIT_MONTHS:
        whole = int(count * _UNIT_MONTHS[unit])
        if abs(whole) * 30 > _MOST_DAYS:
            return None
        if unit == "month":
            return month_of(start.year, start.month + whole)
        year = start.year + whole // 12
        return {"year": year_of, "decade": _around_decade}[unit](year) if unit in ("year", "decade") else undated("PAST_REF")
    if unit not in UNIT_DAYS:
        return one(start) if abs(count) < 24 else None
    middle = shifted(start, int(count * UNIT_DAYS[unit])) if abs(count) < _MOST_DAYS / 14 else None
    if middle is None or unit == "day":
        return one(middle)
    week = week_of(middle)
    return between(shifted(middle, -3), shifted(middle, 3), week.value) if week else None


def _around_decade(year: int) -> Days | None:
    return between(make_day(year - 1, 1, 1), make_day(year + 1, 12, 31), f"{year:04d}")


def span(match: Match, moment: Moment) -> Days | None:
    """Of "the past two weeks", "the next three years": a duration that ends or begins with publication."""
    found = duration(match, moment)
    count, unit = count_of(match["c"] or "one"), singular_unit(match["unit"])
    if unit == "year" and not match["c"] and match["q"].lower() == "past":
        found = undated(f"{moment.anchor.year - 1:04d}")
    shift = SHIFT.get(match["q"].lower().split()[-1])
    if not found or count is None or not shift:
        return found
    days = int(count * (UNIT_DAYS.get(unit) or (_UNIT_MONTHS[unit] * 365.25 / 12 if unit in _UNIT_MONTHS else 0)))
    other = shifted(moment.anchor, shift * days) if 0 < days < _MOST_DAYS else None
    return between(min(other, moment.anchor), max(other, moment.anchor), found.value) if other else found


def duration(match: Match, _: Moment) -> Days | None:
    """Of "two years", "a 10-day": how long, without days."""
    groups = match.groupdict()
    words, unit = groups.get("c") or "one", singular_unit(match["unit"])
    return undated(length(count_of(words), unit))


def open_duration(match: Match, _: Moment) -> Days:
    """Of "weeks": how long, the count open."""
    return undated(length(None, singular_unit(match["unit"])))


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of so many units: P2Y, PT3H, PXD where the count is open."""
    times, letter = {"decade": (10, "Y"), "century": (100, "Y"), "fortnight": (2, "W"), "quarter": (3, "M")}.get(unit, (1, unit[0].upper()))
    if count is None:
        number = "X"
    else:
        value = count * times
        number = str(int(value)) if value == int(value) else f"{value:g}"
    if unit in ("hour", "minute", "second"):
        return f"PT{number}{letter}"
    return "P2D" if unit == "weekend" else f"P{number}{letter}"


def repeated(match: Match, _: Moment) -> Days:
    """Of "every day", "weekly": a set of times."""
    words = match.group().lower()
    for stem, value in (
        ("dai", "P1D"),
        ("hour", "PT1H"),
        ("week", "P1W"),
        ("month", "P1M"),
        ("quarter", "P3M"),
        ("night", "P1D"),
        ("day", "P1D"),
    ):
        if stem in words:
            return undated(value)
    return undated("P1Y")


def count_of(words: str) -> float | None:
    """How many: "two", "a", "half a", "20"; None for "several" and its like."""
    low = re.sub(r"(?:\s+(?:more|of))+$", "", words.lower().strip())
    if low in ("a", "an", "the", "another", "an additional"):
        return 1.0
    if low.startswith("half a"):
        return 0.5
    if large := _LARGE.fullmatch(low):
        return (count_of(large["many"]) or 1.0) * _POWERS[large["power"]]
    if low.endswith(" 1/2"):
        return (number_of(low.removesuffix(" 1/2")) or 0.0) + 0.5
    if low in ("a couple", "couple"):
        return 2.0
    return number_of(re.sub(r"(?<=ty) (?=\w)", "-", low)) if "," not in low else number_of(low)


_POWERS = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_LARGE = re.compile(rf"(?P<many>\S+) (?P<power>{'|'.join(_POWERS)})")


def singular_unit(word: str) -> str:
    """A unit in the singular: weeks gives week."""
    low = word.lower()
    return "century" if low.startswith("centur") else low.removesuffix("s")
