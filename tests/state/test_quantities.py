"""Spans of text in, typed numbers out."""

import itertools

import pytest
from hypothesis import given

from headwater.state.quantities import find_quantities
from headwater.text import straighten
from headwater.types import TimeExpression
from tests.strategies import anything

Row = tuple[float | None, float | None, str]
QUANTITIES: list[tuple[str, list[Row]]] = [
    ("40 people were killed", [(40, 40, "person killed")]),
    ("killing 40 people", [(40, 40, "person killed")]),
    ("19 migrants drowned", [(19, 19, "person killed")]),
    ("the death toll rose to 67", [(67, 67, "person killed")]),
    ("nine soldiers and two officers died", [(9, 9, "person killed"), (2, 2, "person killed")]),
    ("Nine people were killed and 12 wounded", [(9, 9, "person killed"), (12, 12, "person wounded")]),
    ("it injured 14 people", [(14, 14, "person wounded")]),
    ("one of the men left", [(1, 1, "person")]),
    ("the 40 people, 12 of them children, slept", [(40, 40, "person"), (12, 12, "person")]),
    ("100,000 people fled", [(100_000, 100_000, "person")]),
    ("At least 40 people were killed", [(40, None, "person killed")]),
    ("more than 1,200 protesters marched", [(1200, None, "person")]),
    ("no fewer than nine barges sank", [(9, None, "barge")]),
    ("fewer than nine barges sank", [(None, 9, "barge")]),
    ("up to 300 boats sank", [(None, 300, "boat")]),
    ("some 50 boats sank", [(50, 50, "boat")]),
    ("between 20 and 30 boats sank", [(20, 30, "boat")]),
    ("20-30 boats sank", [(20, 30, "boat")]),
    ("20 to 30 boats sank", [(20, 30, "boat")]),
    ("thirty-two boats sank", [(32, 32, "boat")]),
    ("three hundred sheep drowned", [(300, 300, "sheep")]),
    ("dozens of boats sank", [(24, None, "boat")]),
    ("hundreds of people were hurt", [(200, None, "person wounded")]),
    ("several villages burned", [(3, None, "village")]),
    ("2,500 tonnes of grain rotted", [(2500, 2500, "tonne")]),
    ("it lies 40 kilometres away", [(40, 40, "kilometre")]),
    ("about $3.5 million was lost", [(3.5e6, 3.5e6, "USD")]),
    ("at least $2 billion was lost", [(2e9, None, "USD")]),
    ("it cost 3.5 million euros", [(3.5e6, 3.5e6, "EUR")]),
    ("it cost £20m", [(20e6, 20e6, "GBP")]),
    ("it cost €1.2bn", [(1.2e9, 1.2e9, "EUR")]),
    ("it cost 5 billion yen", [(5e9, 5e9, "JPY")]),
    ("prices rose by 4.2 percent", [(4.2, 4.2, "percent")]),
    ("12% of wells were dry", [(12, 12, "percent")]),
    ("between 3 and 4 per cent", [(3, 4, "percent")]),
    ("a 40-year-old man fell", []),
    ("he was 40 years old", []),
    ("it broke at 10:30 a.m.", []),
    ("the 3rd division left", []),
    ("they won 3-1", []),
    ("the G7 met", []),
    ("the F-16 jets left", []),
    ("COVID-19 spread", []),
    ("nobody was hurt", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), QUANTITIES)
def test_find_quantities(text: str, expected: list[Row]) -> None:
    assert [(q.low, q.high, q.unit) for q in find_quantities(text, 0, len(text))] == [
        (None if low is None else pytest.approx(low), None if high is None else pytest.approx(high), unit) for low, high, unit in expected
    ]


@pytest.mark.parametrize(
    ("text", "rounded"),
    [("40 boats", False), ("about 40 boats", True), ("nearly 40 boats", True), ("3 million boats", True), ("dozens of boats", True)],
)
def test_rounded(text: str, *, rounded: bool) -> None:
    assert [q.rounded for q in find_quantities(text, 0, len(text))] == [rounded]


def test_a_number_within_a_time_is_none() -> None:
    text = "In 2019 the dam held 40 boats"
    times = (TimeExpression(start=3, end=7, value="2019", earliest="2019-01-01", latest="2019-12-31"),)
    assert [(q.low, q.unit) for q in find_quantities(text, 0, len(text), times=times)] == [(40, "boat")]


def test_only_the_span_is_read() -> None:
    text = "Nine boats sank. 40 boats were kept. 50 boats left."
    assert [(text[q.start : q.end], q.unit) for q in find_quantities(text, 17, 36)] == [("40", "boat")]


@given(anything())
def test_any_text_gives_values_in_order(text: str) -> None:
    found = find_quantities(straighten(text), 0, len(text))
    assert all(0 <= q.start < q.end <= len(text) and q.unit for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(q.low is None or q.high is None or q.low <= q.high for q in found)
    assert all((q.low, q.high) != (None, None) for q in found)
