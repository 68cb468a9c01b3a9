"""A match of a row and the moment it is read at -> an interval of days: a function for each sort of expression."""

import re
from collections.abc import Callable

from headwater.annotate.times.days import (
    SEASONS,
    SHIFT,
    UNIT_DAYS,
    Day,
    Days,
    Match,
    Moment,
    between,
    century_of,
    decade_of,
    half_of,
    holiday_of,
    make_day,
    month_of,
    one,
    quarter_of,
    season_of,
    shifted,
    undated,
    week_of,
    weekend_of,
    year_of,
)
from headwater.tables import MONTH, MONTHS, WEEKDAYS
from headwater.text import number_of, words

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_ORDINALS |= {"1": 1, "2": 2, "3": 3, "4": 4}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "tonight": "TNI", "overnight": "TNI"}
_LAST_WORD = re.compile(r"(\w+)[ -]+$")
_ALSO_WORDS = frozenset(["march", "april", "may", "june", "august"])  # verbs, first names and adjectives too
_OF_MONTH = frozenset(
    words("in of by since until till last next this early late mid from to through during before after for between and or")
)
_HAS_ENDED = re.compile(r"(?i)\bended (?:on )?$")
_JUST_OVER = 92  # days for which a quarter that is over is the one that people still report on


def _month_number(match: Match) -> int:
    return MONTHS[match["m"].lower().rstrip(".")]


def _nearest(options: list[Day | None], moment: Moment) -> Day | None:
    """The option nearest to publication; news looks back, so a day to come counts as twice as far unless the tense looks ahead."""

    def far(day: Day) -> int:
        days = (day - moment.anchor).days
        return abs(days) * (2 if (days > 0) != (moment.tense > 0) and days else 1)

    return min((d for d in options if d), key=far, default=None)


def full_date(match: Match, _: Moment) -> Days | None:
    """Of "December 8, 2024"."""
    return one(make_day(int(match["y"]), _month_number(match), int(match["d"])))


def month_day(match: Match, moment: Moment) -> Days | None:
    """Of "December 8": of the year that tense and publication ask for; "December 8-10" is an interval."""
    number, last = _month_number(match), match.groupdict().get("d2")
    years = (-1, 0) if _HAS_ENDED.search(match.string, max(0, match.start() - 10), match.start()) else (-1, 0, 1)
    options = [make_day(moment.anchor.year + i, number, int(match["d"])) for i in years]
    first = _nearest([d for d in options if d and (len(years) > 2 or d <= moment.anchor)], moment)
    if first is None or last is None:
        return one(first)
    end = make_day(first.year, number, int(last))
    return between(first, end, f"{first.isoformat()}/{end.isoformat()}") if end else one(first)


def month_year(match: Match, _: Moment) -> Days | None:
    """Of "December 2024"."""
    return month_of(int(match["y"]), _month_number(match))


def month_of_relative_year(match: Match, moment: Moment) -> Days | None:
    """Of "June last year"."""
    return month_of(moment.anchor.year + SHIFT[match["q"].lower()], _month_number(match))


def bare_month(match: Match, moment: Moment) -> Days | None:
    """Of "in January": the last one, or the next where words or tense look ahead; None for "March" as another word."""
    number, anchor = _month_number(match), moment.anchor
    before = _LAST_WORD.search(match.string, max(0, match.start() - 12), match.start())
    word = (match["p"] or (before[1] if before else "")).lower()
    if match["m"].lower() in _ALSO_WORDS and word not in _OF_MONTH and not match["p"]:
        return None
    away = (number - anchor.month) % 12
    if word in ("next", "this", "last"):
        return month_of(anchor.year + {"next": number <= anchor.month, "this": 0, "last": -(number >= anchor.month)}[word], number)
    if moment.tense > 0 or (away <= 3 and word in ("by", "until", "till")) or (away <= 3 and moment.tense == 0):
        return month_of(anchor.year + (number < anchor.month), number)
    return month_of(anchor.year - (number > anchor.month), number)


def iso_date(match: Match, _: Moment) -> Days | None:
    """Of "2024-12-08", an instant behind it left out of the interval."""
    day = make_day(int(match["y"]), int(match["mm"]), int(match["d"]))
    return Days(day, day, match.group()) if day else None


def slashed_date(match: Match, _: Moment) -> Days | None:
    """Of "11/12/2024": both days that it may be."""
    a, b, year = int(match["a"]), int(match["b"]), int(match["y"])
    days = sorted({d for d in (make_day(year, a, b), make_day(year, b, a)) if d})
    if not days:
        return None
    return one(days[0]) if len(days) == 1 else between(days[0], days[1], f"{year:04d}")


def dotted_date(match: Match, _: Moment) -> Days | None:
    """Of "16.12.2024": the day stands first."""
    return one(make_day(int(match["y"]), int(match["b"]), int(match["a"])))


def plain_year(match: Match, _: Moment) -> Days | None:
    """Of "2011"; "2011-2013" is an interval."""
    first, last = int(match["y"]), match.groupdict().get("y2")
    if not last:
        return year_of(first)
    end = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return between(make_day(first, 1, 1), make_day(end, 12, 31), f"{first:04d}/{end:04d}") if first < end else year_of(first)


def end_of_year(match: Match, moment: Moment) -> Days | None:
    """Of "the end of 2026" and of "year-end": its last month."""
    year = int(match["y"]) if match.groupdict().get("y") else moment.anchor.year
    return between(make_day(year, 12, 1), make_day(year, 12, 31), f"{year:04d}")


def decade(match: Match, moment: Moment) -> Days | None:
    """Of "the 1990s" and of "the '90s"; of the century that lies nearest behind publication."""
    if match["y"]:
        return decade_of(int(match["y"]))
    short = match["short"].lower()
    year = moment.anchor.year - moment.anchor.year % 100 + (int(short) if short.isdigit() else int(number_of(f"{short}ty") or 0))
    return decade_of(year if year <= moment.anchor.year else year - 100)


def century(match: Match, moment: Moment) -> Days | None:
    """Of "the 20th century" and "this century"."""
    if match["n"]:
        return century_of(int(match["n"])) if 10 < int(match["n"]) < 30 else None
    return century_of((moment.anchor.year - 1) // 100 + 1 + SHIFT[match["q"].lower()])


def weekday(match: Match, moment: Moment) -> Days | None:
    """Of "on Thursday": the last one, publication's own day included, or the coming one by tense or "next"."""
    day, anchor = WEEKDAYS[match["w"].lower()], moment.anchor
    word = (match["q"] or "").strip().lower().split(" ")[-1]
    if word == "previous" and moment.day:
        return one(shifted(moment.day, -((moment.day.weekday() - day) % 7 or 7)))
    back, ahead = (anchor.weekday() - day) % 7, (day - anchor.weekday()) % 7
    if word in ("next", "coming"):
        return one(shifted(anchor, ahead or 7))
    if word in ("last", "past"):
        return one(shifted(anchor, -(back or 7)))
    looks_back = moment.tense > 0 and _OWNER.match(match.string, match.end()) and not _TOWARDS.search(match.string, 0, match.start())
    coming = (moment.tense > 0 and not looks_back) or (word == "this" and moment.tense >= 0)
    return one(shifted(anchor, ahead if coming else -back))


_OWNER = re.compile(r"['’]s\b")
_TOWARDS = re.compile(r"(?i)\b(?:for|before|until|in|of|at|by|this|coming) $")


def weekday_set(match: Match, _: Moment) -> Days:
    """Of "every Monday", "Mondays"."""
    return undated(f"XXXX-WXX-{WEEKDAYS[match['w'].lower()] + 1}")


def month_set(match: Match, _: Moment) -> Days:
    """Of "each July"."""
    return undated(f"XXXX-{_month_number(match):02d}")


def near_day(match: Match, moment: Moment) -> Days | None:
    """Of "yesterday", "tonight", "last night", "the day after tomorrow"."""
    words = match.group().lower()
    shift = -1 if "yesterday" in words or words == "last night" else 1 if "tomorrow" in words else 0
    shift += (words.startswith(("the day after", "day after"))) - (words.startswith(("the day before", "day before")))
    day = shifted(moment.anchor, shift)
    part = next((p for p in _PARTS if words.endswith(p)), None)
    return Days(day, day, day.isoformat() + (_PARTS[part] if part else "")) if day else None


def overnight(_: Match, moment: Moment) -> Days | None:
    """Of "overnight": the night before publication."""
    before = shifted(moment.anchor, -1)
    return between(before, moment.anchor, f"{before.isoformat()}TNI") if before else None


def relative_unit(match: Match, moment: Moment) -> Days | None:
    """Of "last week", "this month", "next year": a calendar unit counted from publication's own."""
    return _unit_at(moment, match["unit"].lower(), SHIFT[match["q"].lower().split()[-1]])


def _unit_at(moment: Moment, unit: str, shift: int) -> Days | None:
    anchor = moment.anchor
    if unit in UNIT_DAYS:
        day = shifted(anchor, shift * UNIT_DAYS[unit])
        past = shifted(anchor, -7) if unit == "weekend" and shift == 0 and moment.tense <= 0 and anchor.weekday() < 5 else day
        return {"week": week_of, "weekend": weekend_of, "day": one}.get(unit, lambda _: None)(past)
    if unit == "decade":
        return decade_of(anchor.year - anchor.year % 10 + 10 * shift)
    year = anchor.year + (shift if unit == "year" else 0)
    if unit == "year":
        return year_of(year)
    return month_of(year, anchor.month + shift) if unit == "month" else quarter_of(year, (anchor.month + 2) // 3 + shift)


def the_weekend(_: Match, moment: Moment) -> Days | None:
    """Of "the weekend": the last one, or the coming one where the words look ahead."""
    return _unit_at(moment, "weekend", 0)


_ENDED = re.compile(rf"(?i) end(?:ed|ing|s)\b(?: (?:on )?(?P<m>{MONTH})\b)?")


def the_unit(match: Match, moment: Moment) -> Days | None:
    """Of "the quarter", "the week": a value without days, for it may be any that the text is about."""
    unit, ended = match["unit"].lower(), _ENDED.match(match.string, match.end())
    found = _unit_at(moment, unit, 0)
    if ended and unit == "year":
        return undated("P1Y")
    if ended and ended["m"] and unit == "quarter":
        month = _month_number(ended)
        found = quarter_of(moment.anchor.year - (month > moment.anchor.month), (month + 2) // 3)
    elif unit == "quarter":
        first = moment.quarter
        found = (
            quarter_of(first.year, first.month // 3 + 1) if first else quarter_of(moment.anchor.year, (moment.anchor.month + 2) // 3 - 1)
        )
    return undated(found.value) if found else None


def other_unit(match: Match, moment: Moment) -> Days:
    """Of "that day", "the same year", "the next day": counted from the last day named, a value without days."""
    unit, word = match["unit"].lower(), match["q"].lower().split()[-1]
    shift = {"next": 1, "following": 1, "previous": -1, "preceding": -1}.get(word, 0)
    base = _fine_enough(moment, unit)
    found = _unit_at(Moment(base, -1), unit, shift) if base else None
    return undated(found.value if found else _unknown(unit))


def _fine_enough(moment: Moment, unit: str) -> Day | None:
    """The first day of the last date named that is as fine as a unit: of "2011" no month, but the year."""
    least = {"year": 4, "quarter": 7, "month": 7}.get(unit)
    if least and moment.named and (len(moment.named.value) >= least or moment.named.value[4:6] == "-W"):
        return moment.named.earliest
    return moment.day


def _unknown(unit: str) -> str:
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}.get(unit, "XXXX")


def season(match: Match, moment: Moment) -> Days | None:
    """Of "spring 2024", "last summer", "this fall", "in the winter": the last one, or the coming one by word or tense."""
    groups, anchor, name = match.groupdict(), moment.anchor, match["s"].lower()
    if groups.get("y"):
        return season_of(int(groups["y"]), name)
    word = (groups.get("q") or "").lower().split(" ")[-1]
    begun = anchor.year - (SEASONS[name][1] > anchor.month)
    over = not (anchor.month - SEASONS[name][1]) % 12 <= 2
    if word in ("next", "coming") or (moment.tense > 0 and over and word != "last"):
        return season_of(begun + 1, name)
    if word == "this":
        return season_of(anchor.year - (name == "winter" and anchor.month < 6), name)
    return season_of(begun - (word == "last" and not over), name)


def quarter(match: Match, moment: Moment) -> Days | None:
    """Of "the third quarter of 2024", "fourth-quarter": of the year that is named, else the last one that has begun."""
    groups, anchor = match.groupdict(), moment.anchor
    half = (groups.get("of") or "quarter").lower() == "half"
    number = _ORDINALS.get(match["n"].lower()) or (2 if half else 4)
    shift = groups.get("q") or groups.get("q2")
    make = half_of if half else quarter_of
    if groups.get("y"):
        return make(int(groups["y"]), number)
    if shift:
        return make(anchor.year + SHIFT[shift.lower()], number)
    if groups.get("ago"):
        return make(anchor.year - 1, number)
    found = make(anchor.year, number)
    if found is None or found.earliest is None or found.latest is None:
        return None
    if moment.tense > 0 and (anchor - found.latest).days > _JUST_OVER:
        return make(anchor.year + 1, number)
    return make(anchor.year - 1, number) if moment.tense <= 0 and found.earliest > anchor else found


def named_quarter(match: Match, moment: Moment) -> Days | None:
    """Of "the latest quarter", "the year-earlier period": by the last quarter that the text named, a value without days."""
    base = moment.quarter
    year, number = (base.year, base.month // 3 + 1) if base else (moment.anchor.year, (moment.anchor.month + 2) // 3 - 1)
    if match.groupdict().get("y"):
        year = int(match["y"])
    elif "year" in match["q"].lower():
        year -= 1
    elif match["q"].lower() in ("previous", "prior"):
        number -= 1
    found = quarter_of(year, number)
    return undated(found.value) if found else None


def holiday(match: Match, moment: Moment) -> Days | None:
    """Of "Christmas Day", "Good Friday": of the year that is named or that tense and publication ask for."""
    name = re.sub(r"[’ʼ]", "'", match["h"].lower())
    year = match.groupdict().get("y")
    if year:
        return one(holiday_of(int(year), name))
    shift = SHIFT.get((match.groupdict().get("q") or "").lower(), 0)
    years = [y for y in range(moment.anchor.year - 1, moment.anchor.year + 2) if 1583 <= y <= 2999]
    days: list[Day | None] = [holiday_of(y, name) for y in years]
    return one(_nearest([d for d in days if d and (not shift or (d > moment.anchor) == (shift > 0))], moment))


def clock(match: Match, moment: Moment) -> Days | None:
    """Of "10:35 a.m.", "noon": a value on the last day named, or on publication's, without days."""
    groups, day = match.groupdict(), moment.day or moment.anchor
    word = (groups.get("word") or "").lower()
    if word:
        return undated(f"{day.isoformat()}T{'24:00' if word == 'midnight' else '12:00'}")
    hour, minute, half = int(groups["hh"]), int(groups["mi"] or 0), (groups.get("ap") or "").lower()[:1]
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    hour = hour % 12 + 12 * (half == "p") if half else hour
    return undated(f"{day.isoformat()}T{hour:02d}:{minute:02d}")


def fixed(value: str) -> Callable[[Match, Moment], Days]:
    """A reader that gives one value without days: PRESENT_REF for "now"."""
    return lambda _match, _moment: undated(value)
