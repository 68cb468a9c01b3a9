"""What day it is in a stream, and which dates are doubted."""

from collections.abc import Sequence

import pytest

from headwater.group.clock import Clock, doubted


@pytest.mark.parametrize(
    ("days", "today"),
    [
        ([10, 11, 12], 12),
        ([10, 12, 11], 12),
        ([10, 11, 9000, 11, 12], 12),
        ([10, None, 11], 11),
        ([10, *[500] * 4], 10),
        ([10, *[500] * 5], 500),
        ([9000, 10, 10, 11, 11, 12, 12], 12),
        ([None], None),
    ],
    ids=["on", "late", "lie", "undated", "leap not yet", "leap", "first lies", "no day"],
)
def test_today(days: Sequence[int | None], today: int | None) -> None:
    clock = Clock(within=14)
    for day in days:
        clock.hear(day)
    assert clock.today == today


def test_a_later_day_is_heard_once() -> None:
    clock = Clock(within=14)
    assert [clock.hear(day) for day in (10, 10, 11, 11, 9000, 12)] == [False, False, True, False, False, True]


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        ([10, 11, 12, 9000], {3}),
        ([-9000, 10, 11, None], {0}),
        ([10, 400], set()),
        ([10, 24, 38], set()),
        ([10, 25], set()),
        ([], set()),
    ],
)
def test_doubted(days: Sequence[int | None], wrong: set[int]) -> None:
    assert doubted(days, within=14) == wrong
