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
    ("in January", "2024-01-01", "2024-01-31", "2024-01"),
    ("in December", "2024-12-01", "2024-12-31", "2024-12"),
    ("by March", "2025-03-01", "2025-03-31", "2025-03"),
    ("March 2011", "2011-03-01", "2011-03-31", "2011-03"),
    ("February 2024", "2024-02-01", "2024-02-29", "2024-02"),
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("early 2011", "2011-01-01", "2011-12-31", "2011"),
    ("the end of 2026", "2026-12-01", "2026-12-31", "2026-12"),
]
NONE = [
    "They may go.",
    "March on the capital, they cried.",
    "He fed 1945 people.",
    "It cost $2011.",
    "It rose to 2011.5 points.",
    "It sold 12,011 boats.",
    "Nobody sat there.",
]
UNANCHORED = [
    ("December 8, 2024", "2024-12-08", "2024-12-08", "2024-12-08"),
    ("March 2011", "2011-03-01", "2011-03-31", "2011-03"),
    ("2011", "2011-01-01", "2011-12-31", "2011"),
    ("Monday", None, None, "PRESENT_REF"),
    ("yesterday", None, None, "PRESENT_REF"),
    ("December 8", None, None, "PRESENT_REF"),
    ("last year", None, None, "PAST_REF"),
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
