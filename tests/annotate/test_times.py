"""Articles in, time expressions with the days that they may mean out."""

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.sentences import find_sentences
from headwater.annotate.times import coarse, find_times
from headwater.types import Published, TimeExpression
from tests.factories import make_report
from tests.strategies import anything

WEDNESDAY = "2024-12-18"
# in this sentence: "The dam broke {expression}."
KNOWN = [
    ("December 8, 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("8 December 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("8th of December 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("Sunday, December 8, 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("Sept. 11, 2001", "2001-09-11", "2001-09-11", "2001-09-11"),
    ("2024-12-08", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("December 8", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("Dec. 8", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("3 January", "2025-01-03", "2025-01-03", "2025-01-03"),
    ("March 3", "2025-03-03", "2025-03-03", "2025-03-03"),
    ("July 3", "2024-07-03", "2024-07-03", "2024-07-03"),
    ("Monday", "2024-12-16", "2024-12-16", "2024-12-16"),
    ("Wednesday", "2024-12-18", "2024-12-18", "2024-12-18"),
    ("Thursday", "2024-12-12", "2024-12-12", "2024-12-12"),
    ("last Wednesday", "2024-12-11", "2024-12-11", "2024-12-11"),
    ("next Friday", "2024-12-20", "2024-12-20", "2024-12-20"),
    ("yesterday", "2024-12-17", "2024-12-17", "2024-12-17"),
    ("today", "2024-12-18", "2024-12-18", "2024-12-18"),
    ("tomorrow", "2024-12-19", "2024-12-19", "2024-12-19"),
    ("three days ago", "2024-12-15", "2024-12-15", "2024-12-15"),
    ("last week", "2024-12-09", "2024-12-15", "2024-W50"),
    ("this week", "2024-12-16", "2024-12-22", "2024-W51"),
    ("last month", "2024-11-01", "2024-11-30", "2024-11"),
    ("earlier this month", "2024-12-01", "2024-12-31", "2024-12"),
    ("next month", "2025-01-01", "2025-01-31", "2025-01"),
    ("six months ago", "2024-06-01", "2024-06-30", "2024-06"),
    ("last year", "2023-01-01", "2023-12-31", "2023"),
    ("this year", "2024-01-01", "2024-12-31", "2024"),
    ("two years ago", "2022-01-01", "2022-12-31", "2022"),
    ("January", "2024-01-01", "2024-01-31", "2024-01"),
    ("December", "2024-12-01", "2024-12-31", "2024-12"),
    ("March 2011", "2011-03-01", "2011-03-31", "2011-03"),
    ("February 2024", "2024-02-01", "2024-02-29", "2024-02"),
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("early 2011", "2011-01-01", "2011-12-31", "2011"),
    ("the end of 2026", "2026-12-01", "2026-12-31", "2026"),
    ("2024-12-08T23:30:00Z", "2024-12-08", "2024-12-08", "2024-12-08T23:30:00Z"),
    ("16.12.2024", "2024-12-16", "2024-12-16", "2024-12-16"),
    ("16/12/2024", "2024-12-16", "2024-12-16", "2024-12-16"),
    ("11/12/2024", "2024-11-12", "2024-12-11", "2024"),
    ("December 8-10", "2024-12-08", "2024-12-10", "2024-12-08/2024-12-10"),
    ("late November", "2024-11-01", "2024-11-30", "2024-11"),
    ("June last year", "2023-06-01", "2023-06-30", "2023-06"),
    ("last November", "2024-11-01", "2024-11-30", "2024-11"),
    ("next April", "2025-04-01", "2025-04-30", "2025-04"),
    ("mid-2024", "2024-01-01", "2024-12-31", "2024"),
    ("2011-2013", "2011-01-01", "2013-12-31", "2011/2013"),
    ("the 1990s", "1990-01-01", "1999-12-31", "199"),
    ("the late 1990s", "1990-01-01", "1999-12-31", "199"),
    ("the '90s", "1990-01-01", "1999-12-31", "199"),
    ("the sixties", "1960-01-01", "1969-12-31", "196"),
    ("the 1930's", "1930-01-01", "1939-12-31", "193"),
    ("the 20th century", "1901-01-01", "2000-12-31", "19"),
    ("spring 2024", "2024-03-01", "2024-05-31", "2024-SP"),
    ("the winter of 2022", "2022-12-01", "2023-02-28", "2022-WI"),
    ("last summer", "2024-06-01", "2024-08-31", "2024-SU"),
    ("this fall", "2024-09-01", "2024-11-30", "2024-FA"),
    ("the third quarter of 2023", "2023-07-01", "2023-09-30", "2023-Q3"),
    ("the third quarter", "2024-07-01", "2024-09-30", "2024-Q3"),
    ("last year's fourth quarter", "2023-10-01", "2023-12-31", "2023-Q4"),
    ("the first half of 2023", "2023-01-01", "2023-06-30", "2023-H1"),
    ("Q2 2023", "2023-04-01", "2023-06-30", "2023-Q2"),
    ("the night of December 8", "2024-12-08", "2024-12-08", "2024-12-08TNI"),
    ("Monday morning", "2024-12-16", "2024-12-16", "2024-12-16TMO"),
    ("early on Monday", "2024-12-16", "2024-12-16", "2024-12-16"),
    ("9 a.m. on Monday", "2024-12-16", "2024-12-16", "2024-12-16T09:00"),
    ("10:35 p.m. EST Monday", "2024-12-16", "2024-12-16", "2024-12-16T22:35"),
    ("overnight", "2024-12-17", "2024-12-18", "2024-12-17TNI"),
    ("last night", "2024-12-17", "2024-12-17", "2024-12-17TNI"),
    ("tonight", "2024-12-18", "2024-12-18", "2024-12-18TNI"),
    ("the day before yesterday", "2024-12-16", "2024-12-16", "2024-12-16"),
    ("the weekend", "2024-12-14", "2024-12-15", "2024-W50-WE"),
    ("last weekend", "2024-12-14", "2024-12-15", "2024-W50-WE"),
    ("the week of December 2", "2024-12-02", "2024-12-08", "2024-W49"),
    ("the past week", "2024-12-11", "2024-12-18", "P1W"),
    ("the past two weeks", "2024-12-04", "2024-12-18", "P2W"),
    ("a decade ago", "2013-01-01", "2015-12-31", "2014"),
    ("nearly two weeks ago", "2024-12-01", "2024-12-07", "2024-W49"),
    ("New Year's Day", "2025-01-01", "2025-01-01", "2025-01-01"),
    ("Christmas Day", "2024-12-25", "2024-12-25", "2024-12-25"),
    ("last Christmas", "2023-12-25", "2023-12-25", "2023-12-25"),
    ("Good Friday 2024", "2024-03-29", "2024-03-29", "2024-03-29"),
    ("Thanksgiving", "2024-11-28", "2024-11-28", "2024-11-28"),
]
UNDATED = [
    ("two days", "P2D"),
    ("about three months", "P3M"),
    ("several years", "PXY"),
    ("half an hour", "PT0.5H"),
    ("a two-week", "P2W"),
    ("a decade", "P10Y"),
    ("years", "PXY"),
    ("every day", "P1D"),
    ("every Monday", "XXXX-WXX-1"),
    ("each July", "XXXX-07"),
    ("now", "PRESENT_REF"),
    ("recently", "PAST_REF"),
    ("in recent years", "PAST_REF"),
    ("in the future", "FUTURE_REF"),
    ("years ago", "PAST_REF"),
    ("at 10:35 a.m.", "2024-12-18T10:35"),
    ("at noon", "2024-12-18T12:00"),
]
IN_SENTENCES = [
    ("The council will meet on Thursday.", [("Thursday", "2024-12-19")]),
    ("The council is to meet on Thursday.", [("Thursday", "2024-12-19")]),
    ("A service will be held in the church on Thursday.", [("Thursday", "2024-12-19")]),
    ("The wreck is to be raised on Thursday, the mayor said.", [("Thursday", "2024-12-19")]),
    ("A report would be published by the end of April.", [("the end of April", "2025-04")]),
    ("On Thursday the council will meet.", [("Thursday", "2024-12-19")]),
    ("The council said on Tuesday that it would meet on Thursday.", [("Tuesday", "2024-12-17"), ("Thursday", "2024-12-19")]),
    ("The council met on Thursday.", [("Thursday", "2024-12-12")]),
    ("The council met on Wednesday.", [("Wednesday", "2024-12-18")]),
    ("The council will meet in January.", [("January", "2025-01")]),
    ("The bridge will open by March.", [("March", "2025-03")]),
    ("They left in May.", [("May", "2024-05")]),
    ("Prices have risen since 2015.", [("2015", "2015")]),
    ("The bridge is to open by 2030.", [("2030", "2030")]),
    ("It broke on December 8. Two days later it fell.", [("December 8", "2024-12-08"), ("Two days later", "2024-12-10")]),
    ("It broke on December 8. It had rained three days earlier.", [("December 8", "2024-12-08"), ("three days earlier", "2024-12-05")]),
    ("It broke on December 8. The next day it fell.", [("December 8", "2024-12-08"), ("The next day", "2024-12-09")]),
    ("It is closed until Thursday.", [("Thursday", "2024-12-19")]),
    ("It fell two days later.", [("two days later", "P2D")]),
    ("It rose in the third quarter from a year earlier.", [("the third quarter", "2024-Q3"), ("a year earlier", "2023-Q3")]),
]
NONE = [
    "They may go.",
    "March on the capital, they cried.",
    "He fed 1945 people.",
    "It cost $2011.",
    "It rose to 2011.5 points.",
    "It sold 12,011 boats.",
    "Nobody sat there.",
    "It broke on February 30, 2024.",
    "It broke on 31 April.",
    "They marched on. March is her name.",
    "She, April Velden, left.",
    "The 40-year-old left.",
    "He is 40 years old.",
    "The fall of the wall was loud.",
    "They won 12/12.",
]
UNANCHORED = [
    ("December 8, 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("March 2011", "2011-03-01", "2011-03-31", "2011-03"),
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("Monday", None, None, "PRESENT_REF"),
    ("yesterday", None, None, "PRESENT_REF"),
    ("December 8", None, None, "PRESENT_REF"),
    ("last year", None, None, "PAST_REF"),
    ("two years", None, None, "P2Y"),
    ("11/12/2024", "2024-11-12", "2024-12-11", "2024"),
]
SPREAD = [
    (("2024-12-16", "2024-12-18"), "yesterday", ("2024-12-15", "2024-12-17", "2024-12")),
    (("2024-12-16", "2024-12-18"), "Monday", ("2024-12-16", "2024-12-16", "2024-12-16")),
    (("2024-12-31", "2025-01-01"), "yesterday", ("2024-12-30", "2024-12-31", "2024-12")),
    (("2024-12-31", "2025-01-01"), "last month", ("2024-11-01", "2024-12-31", "2024")),
    (("2024-12-31", "2025-01-01"), "last year", ("2023-01-01", "2024-12-31", "")),
    (("2024-12-31", "2025-01-01"), "2011", ("2011-01-01", "2011-12-31", "2011")),
]


def times(text: str, published: Published) -> list[tuple[str, str | None, str | None, str]]:
    article = make_report(text, published=published)
    return [(text[t.start : t.end], t.earliest, t.latest, t.value) for t in find_times(article, find_sentences(article))]


def day(value: str) -> Published:
    return Published(earliest=value, latest=value, basis="the page says so")


@pytest.mark.parametrize(("expression", "earliest", "latest", "value"), KNOWN)
def test_an_expression_counts_from_publication(expression: str, earliest: str, latest: str, value: str) -> None:
    expected = [(expression, earliest, latest, value)]
    assert times(f"The dam broke {expression}.", day(WEDNESDAY)) == expected
    assert times(f"The dam broke {expression}.", day(f"{WEDNESDAY}T23:30:00+02:00")) == expected


@pytest.mark.parametrize(("expression", "value"), UNDATED)
def test_what_has_a_value_and_no_day(expression: str, value: str) -> None:
    found = times(f"The dam held {expression}, they cried.", day(WEDNESDAY))
    assert [t[1:] for t in found] == [(None, None, value)]
    assert found[0][0] in expression


@pytest.mark.parametrize(("text", "expected"), IN_SENTENCES)
def test_the_words_around_say_which_one(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t[0], t[3]) for t in times(text, day(WEDNESDAY))] == expected


def test_what_hangs_on_another_date_has_no_day() -> None:
    found = times("It broke on December 8. Two days later it fell.", day(WEDNESDAY))
    assert found[1][1:3] == (None, None)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time(text: str) -> None:
    assert times(text, day(WEDNESDAY)) == []


@pytest.mark.parametrize(("expression", "earliest", "latest", "value"), UNANCHORED)
def test_without_publication_only_full_dates_are_dated(expression: str, earliest: str | None, latest: str | None, value: str) -> None:
    expected = [(expression, earliest, latest, value)]
    assert times(f"The dam broke {expression}.", Published()) == expected
    assert times(f"The dam broke {expression}.", Published(latest=WEDNESDAY)) == expected


@pytest.mark.parametrize(("published", "expression", "expected"), SPREAD)
def test_a_spread_of_publication_spreads_the_days(published: tuple[str, str], expression: str, expected: tuple[str, str, str]) -> None:
    found = times(f"The dam broke {expression}.", Published(earliest=published[0], latest=published[1], basis="the story"))
    assert found == [(expression, *expected)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2011 it broke. That year it rained.", ["2011", "2011"]),
        ("In 2011 it broke. The following year it held.", ["2011", "2012"]),
        ("It broke on May 6, 2013. The previous month it held.", ["2013-05-06", "2013-04"]),
        ("Sales fell in the third quarter. Profit was $3 million, up from $2 million a year earlier.", ["2024-Q3", "2023-Q3"]),
        ("For the quarter ended Sept. 30 sales fell.", ["2024-Q3", "2024-09-30"]),
        ("For the year ended Jan. 31 sales fell.", ["P1Y", "2024-01-31"]),
        ("It was due on Friday, and he came.", ["2024-12-20"]),
        ("It had been due to open on Friday.", ["2024-12-13"]),
        ("They would ignore Tuesday's ruling.", ["2024-12-17"]),
        ("They could not sleep on Friday.", ["2024-12-13"]),
        ("The mayor scheduled a vote Friday.", ["2024-12-20"]),
        ("It rained for a hundred years.", ["P100Y"]),
        ("It rained for 2 1/2 years.", ["P2.5Y"]),
        ("Two thirds left, and three-quarters of the rest.", []),
    ],
)
def test_what_the_text_named_before_and_the_tense_decide(text: str, values: list[str]) -> None:
    assert [t[3] for t in times(text, day(WEDNESDAY))] == values


def test_a_week_ago_is_as_coarse_as_a_week() -> None:
    found = times("The dam broke two weeks ago.", day(WEDNESDAY))[0]
    assert found[1:3] == ("2024-12-01", "2024-12-07")


def test_several_stand_in_order() -> None:
    text = "It broke on Monday, May 6, 2013, and again on Friday.\n\nIn 2011 it held."
    assert [t[0] for t in times(text, day(WEDNESDAY))] == ["Monday, May 6, 2013", "Friday", "2011"]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("2024-12-08", "2024-12-08", "2024-12-08"),
        ("2024-12-01", "2024-12-08", "2024-12"),
        ("2024-11-30", "2024-12-01", "2024"),
        ("2024-12-31", "2025-01-01", ""),
    ],
)
def test_coarse(low: str, high: str, expected: str) -> None:
    assert coarse(dt.date.fromisoformat(low), dt.date.fromisoformat(high)) == expected


@given(anything(), st.one_of(st.none(), st.dates(dt.date(1001, 1, 1), dt.date(9990, 1, 1))))
def test_any_text_gives_spans_in_order_and_days_in_order(text: str, published: dt.date | None) -> None:
    article = make_report(text, published=day(published.isoformat()) if published else Published())
    sentences = find_sentences(article)
    found = find_times(article, sentences)
    assert all(any(s.start <= t.start < t.end <= s.end for s in sentences) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(_ordered(t) for t in found)


def _ordered(time: TimeExpression) -> bool:
    if time.earliest is None or time.latest is None:
        return time.earliest is time.latest
    return dt.date.fromisoformat(time.earliest) <= dt.date.fromisoformat(time.latest)
