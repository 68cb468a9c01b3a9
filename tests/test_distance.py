"""Points -> kilometres."""

import pytest

from headwater.distance import kilometres


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 1), 111.19),
        ((0, 0), (0, 180), 20015.1),
        ((90, 0), (-90, 77), 20015.1),
        ((10, 179.5), (10, -179.5), 109.5),
    ],
)
def test_along_a_great_circle(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert kilometres(*one, *other) == pytest.approx(km, abs=0.1)
    assert kilometres(*other, *one) == pytest.approx(km, abs=0.1)
