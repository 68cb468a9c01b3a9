"""Which of two dates is surely earlier."""

import pytest

from headwater.trace.order import by_date, is_earlier
from headwater.types import Published


@pytest.mark.parametrize(
    ("a", "b", "earlier"),
    [
        ("2025-03-04", "2025-03-05", True),
        ("2025-03-04", "2025-03-04", False),
        ("2025-03-05", "2025-03-04", False),
        ("2025-03-04T08:00:00+01:00", "2025-03-04T08:00:00+00:00", True),
        ("2025-03-04T23:30:00-05:00", "2025-03-05", False),
        ("2025-03-04", None, False),
        ("soon", "2025-03-05", False),
    ],
)
def test_is_earlier(a: str | None, b: str | None, *, earlier: bool) -> None:
    assert is_earlier(Published(earliest=a, latest=a), Published(earliest=b, latest=b)) is earlier


def test_within_a_day_those_that_give_an_hour_come_first() -> None:
    dates = ["2025-03-04", "2025-03-05T07:00:00Z", "2025-03-04T20:00:00Z", "2025-03-04T08:15:00Z"]
    ordered = sorted((Published(earliest=d, latest=d) for d in dates), key=by_date)
    assert [p.earliest for p in ordered] == [dates[3], dates[2], dates[0], dates[1]]


def test_undated_ones_come_last() -> None:
    dates = [Published(), Published(latest="2025-03-05"), Published(earliest="2025-03-04", latest="2025-03-06")]
    assert [p.earliest or p.latest for p in sorted(dates, key=by_date)] == ["2025-03-04", "2025-03-05", None]
