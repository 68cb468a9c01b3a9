"""Parts of the calendar -> intervals of days with their TIMEX3 values: months, quarters, seasons, weeks, decades."""

import calendar
import datetime as dt
import re

import msgspec

Day = dt.date
Match = re.Match[str]
UNIT_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
SHIFT = {
    **dict.fromkeys(("last", "past", "previous", "preceding"), -1),
    **dict.fromkeys(("this", "current"), 0),
    **dict.fromkeys(("next", "coming", "following", "upcoming"), 1),
}
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}


class Days(msgspec.Struct, frozen=True):
    """A TIMEX3 value and the interval of days that it may mean, both included; None where it cannot be dated."""

    earliest: Day | None
    latest: Day | None
    value: str


class Moment(msgspec.Struct, frozen=True):
    """What an expression is read against."""

    anchor: Day
    """The day of publication."""
    tense: int = 0
    """-1 where the words around look back, 1 where they look ahead, 0 where they do neither."""
    day: Day | None = None
    """The last day that the article named before."""
    quarter: Day | None = None
    """The first day of the last quarter that the article named before."""
    here: bool = False
    """Is this sentence about results of that quarter?"""
    named: Days | None = None
    """The last year, month, week or day that the article named before."""


def coarse(low: Day, high: Day) -> str:
    """The finest day, month or year that holds the whole interval; "" where it crosses years."""
    if low == high:
        return low.isoformat()
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.year:04d}-{low.month:02d}"
    return f"{low.year:04d}" if low.year == high.year else ""


def undated(value: str) -> Days:
    """A value without an interval: a duration, a set of times, "now"."""
    return Days(None, None, value)


def make_day(year: int, month: int, day: int) -> Day | None:
    """The day of these numbers, None where the calendar has none."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def shifted(day: Day, days: int) -> Day | None:
    """The day so many days on, None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def one(day: Day | None) -> Days | None:
    """A single day."""
    return Days(day, day, day.isoformat()) if day else None


def between(low: Day | None, high: Day | None, value: str) -> Days | None:
    """An interval under a value; None where an end lies outside the calendar."""
    return Days(low, high, value) if low and high and low <= high else None


def months(year: int, month: int, count: int, value: str) -> Days | None:
    """So many months from the first of one; months beyond 12 count on into the next year."""
    first, last = year * 12 + month - 1, year * 12 + month + count - 2
    if not first // 12 >= 1000 or last // 12 > 2999:
        return None
    end = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return Days(Day(first // 12, first % 12 + 1, 1), Day(last // 12, last % 12 + 1, end), value)


def month_of(year: int, month: int) -> Days | None:
    """A month; months below 1 and beyond 12 count on into other years."""
    whole = year * 12 + month - 1
    return months(year, month, 1, f"{whole // 12:04d}-{whole % 12 + 1:02d}")


def year_of(year: int) -> Days | None:
    """A year."""
    return months(year, 1, 12, f"{year:04d}")


def quarter_of(year: int, quarter: int) -> Days | None:
    """A quarter of a calendar year; quarters below 1 and beyond 4 count on into other years."""
    whole = year * 4 + quarter - 1
    return months(whole // 4, whole % 4 * 3 + 1, 3, f"{whole // 4:04d}-Q{whole % 4 + 1}")


def half_of(year: int, half: int) -> Days | None:
    """A half of a calendar year."""
    return months(year, half * 6 - 5, 6, f"{year:04d}-H{half}")


def season_of(year: int, name: str) -> Days | None:
    """A season by its months in the north; winter begins in December of its year."""
    value, month = SEASONS[name]
    return months(year, month, 3, f"{year:04d}-{value}")


def week_of(day: Day | None) -> Days | None:
    """The week of a day, Monday to Sunday."""
    monday = shifted(day, -day.weekday()) if day else None
    if monday is None:
        return None
    year, week, _ = monday.isocalendar()
    return between(monday, shifted(monday, 6), f"{year:04d}-W{week:02d}")


def weekend_of(day: Day | None) -> Days | None:
    """The Saturday and Sunday of a day's week."""
    week = week_of(day)
    return between(shifted(week.latest, -1), week.latest, f"{week.value}-WE") if week and week.latest else None


def decade_of(year: int) -> Days | None:
    """The ten years that begin with a year."""
    return months(year, 1, 120, f"{year // 10}")


def century_of(number: int) -> Days | None:
    """A century by its number: the 20th is 1901 to 2000."""
    return months(number * 100 - 99, 1, 1200, f"{number - 1:02d}")


def easter(year: int) -> Day:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm, Meeus 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    g = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * g) // 451
    month, day = divmod(h + g - 7 * m + 114, 31)
    return Day(year, month, day + 1)


def holiday_of(year: int, name: str) -> Day:
    """A holiday whose name says the day alone."""
    fixed = {"new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26)}
    fixed |= {"halloween": (10, 31), "may day": (5, 1), "valentine's day": (2, 14), "christmas day": (12, 25)}
    if name in fixed:
        return Day(year, *fixed[name])
    if name.startswith("thanksgiving"):
        return Day(year, 11, 22 + (3 - Day(year, 11, 22).weekday()) % 7)
    return easter(year) + dt.timedelta(days={"good friday": -2, "easter monday": 1}.get(name, 0))
