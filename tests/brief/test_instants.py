import datetime as dt

import pytest
from hypothesis import given

from headwater.brief.instants import first, instant, last
from headwater.types import Published
from tests.factories import make_article
from tests.strategies import hostile

DAY = dt.datetime(2025, 3, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2025", DAY.replace(month=1, day=1)),
        ("2025-03", DAY.replace(day=1)),
        ("2025-03-05", DAY),
        ("2025-03-05T09:40:00", DAY.replace(hour=9, minute=40)),
        ("2025-03-05T09:40:00+01:00", DAY.replace(hour=8, minute=40)),
        ("0001-01-01T00:00:00+14:00", None),
        ("2025-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_an_instant_is_the_first_that_the_text_allows(text: str | None, found: dt.datetime | None) -> None:
    assert instant(text) == found


@given(hostile())
def test_no_text_breaks_it(text: str) -> None:
    found = instant(text)
    assert found is None or found.tzinfo is dt.UTC


def test_first_and_last_leave_out_what_has_no_date() -> None:
    dated = [make_article(day, published=Published(earliest=day, latest=None)) for day in ("2025-03-05", "2025-03-07")]
    by = make_article("by", published=Published(latest="2025-03-04"))
    none = make_article("none", published=Published())
    assert first([none, *dated]) == DAY
    assert last([none, *dated]) == DAY.replace(day=7)
    assert first([by, *dated]) == DAY.replace(day=4)
    assert first([none]) is last([none]) is None
