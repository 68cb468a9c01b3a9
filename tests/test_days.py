"""Texts in, the days that they speak of and the days on which they can have appeared out."""

import datetime as dt

import pytest
from hypothesis import given

from headwater.days import Day, allowed_days, find_spoken
from tests.strategies import anything

SPOKEN = [
    ("The dam broke on Friday, May 5, 2023.", [(2023, 5, 5, -1)]),
    ("The council will meet on 9 May.", [(None, 5, 9, 1)]),
    ("The bank meets again on December 16.", [(None, 12, 16, 1)]),
    ("It was built in 1931 and repaired in March 2014.", [(2014, 3, None, -1), (1931, None, None, -1)]),
    ("The vote had been expected by June 3.", [(None, 6, 3, 0)]),
    ("It may open in 2031.", [(2031, None, None, 0)]),
    ("The 2018 elections may follow February 30.", [(2018, None, None, 0)]),
    ("Nine barges, 2,000 people, 2014 crowns.", []),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_days_that_a_text_speaks_of(text: str, expected: list[tuple[int | None, int | None, int | None, int]]) -> None:
    assert [(s.year, s.month, s.day, s.way) for s in find_spoken(text)] == expected


ALLOWED = [
    ("The dam broke on May 5, 2023.", None, ("2023-05-05", None)),
    ("The dam broke on Friday, May 5, 2023.", None, ("2023-05-05", "2023-05-07")),
    ("The dam broke on May 5, 2023. The wall will stand by July 2023, she said.", None, ("2023-05-05", "2023-07-31")),
    ("The dam broke on May 5, 2023. The council will meet on May 20.", None, ("2023-05-05", "2023-05-20")),
    ("He fled on December 8. He will stay until early 2025.", None, ("2024-12-08", "2024-12-31")),
    ("He fled on December 8.", None, (None, None)),
    ("He fled on December 8.", "2025-06-30", ("2024-12-08", "2024-12-31")),
    ("He fled on December 28.", "2025-06-30", ("2024-12-28", "2025-01-03")),
    ("It was built in 1931.", None, ("1931-01-01", None)),
    ("Nothing was said of any day.", None, (None, None)),
    ('"The dam is down" (@velden) May 5, 2023', None, ("2023-05-05", "2023-05-11")),
]


@pytest.mark.parametrize(("text", "high", "expected"), ALLOWED)
def test_days_on_which_a_text_can_have_appeared(text: str, high: str | None, expected: tuple[str | None, str | None]) -> None:
    span = allowed_days(text, high=Day.fromisoformat(high) if high else None)
    assert (span.earliest and span.earliest.isoformat(), span.latest and span.latest.isoformat()) == expected
    assert bool(span.reasons) == (expected != (None, None))


def test_the_weekday_of_the_lead_narrows_a_narrow_interval() -> None:
    span = allowed_days("The dam broke on Thursday, she said.", low=Day(2024, 12, 17), high=Day(2024, 12, 23))
    assert (span.earliest, span.latest) == (Day(2024, 12, 19), Day(2024, 12, 21))
    assert span.reasons == ("a Thursday is just past",)


@given(anything())
def test_any_text_has_an_answer(text: str) -> None:
    span = allowed_days(f"On May 5, 2023 {text} was", high=dt.date(2024, 1, 1))
    assert span.latest is not None
