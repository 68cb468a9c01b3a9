"""Words of number, measure and plural in, values and names of units out."""

import pytest

from headwater.state.measures import measure_at, plural_scale, singular, value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("12", 12),
        ("1,200", 1200),
        ("3.5 million", 3.5e6),
        ("20m", 20e6),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("half a million", 5e5),
        ("two hundred and fifty", 250),
        ("two thousand five hundred", 2500),
        ("three hundred thousand", 3e5),
        ("twenty-five", 25),
        ("a boat", None),
    ],
)
def test_value_of(words: str, value: float | None) -> None:
    assert value_of(words) == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("words", "value"),
    [("dozens", 24), ("hundreds", 200), ("tens of thousands", 2e4), ("hundreds of thousands", 2e5), ("tens of millions", 2e7)],
)
def test_plural_scale(words: str, value: float) -> None:
    assert plural_scale(words) == pytest.approx(value)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *(("lorries", "lorry"), ("parties", "party"), ("boxes", "box"), ("classes", "class"), ("churches", "church"), ("heroes", "hero")),
        *(("houses", "house"), ("buses", "bus"), ("viruses", "virus"), ("waves", "wave"), ("wolves", "wolf"), ("shoes", "shoe")),
        *(("women", "woman"), ("policemen", "policeman"), ("children", "child"), ("people", "person"), ("feet", "foot")),
        *(
            ("class", "class"),
            ("crisis", "crisis"),
            ("virus", "virus"),
            ("series", "series"),
            ("gas", "gas"),
            ("boat", "boat"),
            ("men", "man"),
        ),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        *(("km away", "kilometre"), ("kilometers", "kilometre"), ("sq km of forest", "square kilometre"), ("square miles", "square mile")),
        *(("km/h", "kilometre per hour"), ("miles an hour", "mile per hour"), ("miles", "mile"), ("metres", "metre"), ("m high", "metre")),
        *(("tons", "ton"), ("metric tons", "tonne"), ("kg", "kilogram"), ("litres", "litre"), ("°C", "degree Celsius"), ("hours", "hour")),
        *(("dollars", "USD"), ("euros", "EUR"), ("pounds", "GBP"), ("pounds of grain", "pound"), ("percentage points", "percentage point")),
        *(("men", None), ("kmart", None), ("footballs", None), ("", None)),
    ],
)
def test_measure_at(text: str, unit: str | None) -> None:
    assert measure_at(text, 0, len(text)) == unit
