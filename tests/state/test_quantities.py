"""Spans of text in, typed numbers out."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.state.quantities import find_quantities
from headwater.text import straighten
from headwater.types import TimeExpression
from tests.strategies import anything

Row = tuple[float | None, float | None, str]
QUANTITIES: list[tuple[str, list[Row]]] = [
    ("40 people were killed", [(40, 40, "person killed")]),
    ("killing 40 people", [(40, 40, "person killed")]),
    ("all but two of the nine barges sank", [(9, 9, "barge")]),
    ("everyone except for two boys left", []),
    ("nobody other than the two pilots left", []),
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
    ("nobody slept", []),
    ("two dozen boats sank", [(24, 24, "boat")]),
    ("a dozen boats sank", [(12, 12, "boat")]),
    ("half a dozen boats sank", [(6, 6, "boat")]),
    ("half a million people fled", [(5e5, 5e5, "person")]),
    ("a million people fled", [(1e6, 1e6, "person")]),
    ("two hundred and fifty boats sank", [(250, 250, "boat")]),
    ("three hundred thousand people fled", [(3e5, 3e5, "person")]),
    ("tens of thousands of people fled", [(2e4, None, "person")]),
    ("nine lorries and two buses burned", [(9, 9, "lorry"), (2, 2, "bus")]),
    ("nine parties, two cities, ten countries and six families", [(9, 9, "party"), (2, 2, "city"), (10, 10, "country"), (6, 6, "family")]),
    ("12 boxes, nine classes and 40 houses", [(12, 12, "box"), (9, 9, "class"), (40, 40, "house")]),
    ("three women and nine children slept", [(3, 3, "person"), (9, 9, "person")]),
    ("it lies 40 km away", [(40, 40, "kilometre")]),
    ("5,000 sq km of forest burned", [(5000, 5000, "square kilometre")]),
    ("a 40-kilometre wall fell", [(40, 40, "kilometre")]),
    ("at 90 km/h and 50 mph", [(90, 90, "kilometre per hour"), (50, 50, "mile per hour")]),
    ("40 kg of grain and 300 litres of milk", [(40, 40, "kilogram"), (300, 300, "litre")]),
    ("it stood 300 metres or 900 feet high", [(300, 300, "metre"), (900, 900, "foot")]),
    ("it was 40 degrees Celsius", [(40, 40, "degree Celsius")]),
    ("up to 14 years in prison", [(None, 14, "year")]),
    ("within 48 hours", [(48, 48, "hour")]),
    ("40 pounds of grain", [(40, 40, "pound")]),
    ("it cost 40 pounds", [(40, 40, "GBP")]),
    ("40 of the 67 passengers died", [(40, 40, "person killed"), (67, 67, "person")]),
    ("12 of them were wounded", [(12, 12, "person wounded")]),
    ("between 8% and 15.5%", [(8, 15.5, "percent")]),
    ("$1.9 billion to $2.1 billion", [(1.9e9, 2.1e9, "USD")]),
    ("$1.9 to $2.1 billion", [(1.9e9, 2.1e9, "USD")]),
    ("it rose from 5% to 7%", [(5, 5, "percent"), (7, 7, "percent")]),
    ("two or three boats sank", [(2, 3, "boat")]),
    ("five and six boats sank", [(6, 6, "boat")]),
    ("the 34th president left", []),
    ("the twenty-first president left", []),
    ("they won 2-1", []),
    ("a 1-2 defeat", []),
    ("Flight 370 sank", []),
    ("they took Route 66", []),
    ("the S-400 system", []),
    ("a Boeing 737 landed", []),
    ("they met in room 12", []),
    ("1. Close the door", []),
    ("(2) close the door", []),
    ("one of the most famous boats", []),
    ("one of the largest boats", []),
    ("no one slept", []),
    ("Mara Velden, 40, slept", []),
    ("9/11 and 24/7", []),
    ("", []),
    ("at least 40 more lorries arrived", [(40, None, "lorry")]),
    ("another nine barges sank", [(9, 9, "barge")]),
    ("40 or more boats sank", [(40, None, "boat")]),
    ("40-plus boats sank", [(40, None, "boat")]),
    ("40+ boats sank", [(40, None, "boat")]),
    ("40 or fewer boats sank", [(None, 40, "boat")]),
    ("40 or so boats sank", [(40, 40, "boat")]),
    ("300-odd villagers left", [(300, 300, "person")]),
    ("not more than nine boats sank", [(None, 9, "boat")]),
    ("a minimum of nine boats", [(9, None, "boat")]),
    ("as few as nine boats", [(9, None, "boat")]),
    ("well over 300 people", [(300, None, "person")]),
    ("just under 300 people", [(300, 300, "person")]),
    ("a dozen or so people", [(12, 12, "person")]),
    ("several dozen boats", [(36, None, "boat")]),
    ("a few hundred people left", [(300, None, "person")]),
    ("a couple of boats sank", [(2, 2, "boat")]),
    ("one hundred and five people left", [(105, 105, "person")]),
    ("12\xa0000 people left", [(12_000, 12_000, "person")]),
    ("2 lakh people left", [(200_000, 200_000, "person")]),
    ("two and a half years passed", [(2.5, 2.5, "year")]),
    ("half an hour passed", [(0.5, 0.5, "hour")]),
    ("half a mile away", [(0.5, 0.5, "mile")]),
    ("3½ hours passed", [(3.5, 3.5, "hour")]),
    ("a six-month ban", [(6, 6, "month")]),
    ("a three-day visit", [(3, 3, "day")]),
    ("a 48-hour deadline", [(48, 48, "hour")]),
    ("a 3.5-year term", [(3.5, 3.5, "year")]),
    ("the 193-member assembly", [(193, 193, "person")]),
    ("a 30,000-strong army", [(30_000, 30_000, "person")]),
    ("Rs 500 crore was lost", [(5e9, 5e9, "INR")]),
    ("Rs. 2,000 was lost", [(2000, 2000, "INR")]),
    ("EUR 5 million was lost", [(5e6, 5e6, "EUR")]),
    ("USD 3bn was lost", [(3e9, 3e9, "USD")]),
    ("HK$20m was lost", [(20e6, 20e6, "HKD")]),
    ("NZ$5m was lost", [(5e6, 5e6, "NZD")]),
    ("CHF 200 was lost", [(200, 200, "CHF")]),
    ("$3m in 2019 prices", [(3e6, 3e6, "USD")]),
    ("$15 an hour", [(15, 15, "USD per hour")]),
    ("a $2.5 billion-a-year trade", [(2.5e9, 2.5e9, "USD per year")]),
    ("5,000 barrels a day", [(5000, 5000, "barrel per day")]),
    ("100 micrograms per cubic metre", [(100, 100, "microgram per cubic metre")]),
    ("minus 5 degrees", [(-5, -5, "degree")]),
    ("it fell to -5C", [(-5, -5, "degree Celsius")]),
    ("it was 40C", [(40, 40, "degree Celsius")]),
    ("growth of -3.5%", [(-3.5, -3.5, "percent")]),
    ("eight F-16 jets left", [(8, 8, "jet")]),
    ("two-thirds of the boats", [(200 / 3, 200 / 3, "percent")]),
    ("a quarter of voters", [(25, 25, "percent")]),
    ("more than half of voters", [(50, None, "percent")]),
    ("less than a third of voters", [(None, 100 / 3, "percent")]),
    ("one in five villagers", [(20, 20, "percent")]),
    ("three out of four villagers", [(75, 75, "percent")]),
    ("3/4 of voters", [(75, 75, "percent")]),
    ("one-fifth of seats", [(20, 20, "percent")]),
    ("the first half of the year", []),
    ("half the town", [(50, 50, "percent")]),
    ("the third-largest port", [(3, 3, "rank largest")]),
    ("the second biggest port", [(2, 2, "rank largest")]),
    ("the 12th most visited port", [(12, 12, "rank most visited")]),
    ("it ranked 12th", [(12, 12, "rank")]),
    ("the third port", []),
    ("half of 1% of voters", [(1, 1, "percent")]),
    ("one-man rule", []),
    ("a one-year ban", [(1, 1, "year")]),
    ("nobody was hurt", [(0, 0, "person wounded")]),
    ("no one was killed", [(0, 0, "person killed")]),
    ("there were no injuries", [(0, 0, "person wounded")]),
    ("no civilian deaths", [(0, 0, "person killed")]),
    ("a magnitude 6.4 earthquake", [(6.4, 6.4, "magnitude")]),
    ("a 6.4-magnitude earthquake", [(6.4, 6.4, "magnitude")]),
]
STEPS: list[tuple[str, float]] = [
    ("143 million boats", 1e6),
    ("3.5 million boats", 1e5),
    ("1.25 billion boats", 1e7),
    ("67 boats", 1),
    ("1,200 boats", 1),
    ("about 1,200 boats", 100),
    ("more than 300 boats", 100),
    ("about 67 boats", 1),
    ("3.5 percent", 0.1),
    ("12%", 1),
    ("two dozen boats", 12),
    ("dozens of boats", 12),
    ("hundreds of boats", 100),
    ("tens of thousands of boats", 10_000),
    ("half a million boats", 1e5),
    ("two-thirds of the boats", 5),
    ("a magnitude 6.4 earthquake", 0.1),
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


@pytest.mark.parametrize(("text", "step"), STEPS)
def test_the_step_to_which_a_number_is_given(text: str, step: float) -> None:
    assert [q.step for q in find_quantities(text, 0, len(text))] == [pytest.approx(step)]


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("40 more boats", True),
        ("another nine boats", True),
        ("40 additional boats", True),
        ("40 boats", False),
        ("more than 40 boats", False),
    ],
)
def test_what_comes_on_top_of_what_was_there(text: str, *, more: bool) -> None:
    assert [q.more for q in find_quantities(text, 0, len(text))] == [more]


@pytest.mark.parametrize(
    ("text", "year"), [("$3m in 2019 prices", 2019), ("£3m in 2015 pounds", 2015), ("$3m in 2019", None), ("40 boats", None)]
)
def test_the_year_of_prices(text: str, year: int | None) -> None:
    found = find_quantities(text, 0, len(text))
    assert found[0].year == year


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
    assert all(q.step > 0 for q in found)


@given(st.integers(min_value=2, max_value=10**9), st.sampled_from(["", "about ", "at least ", "up to "]))
def test_a_number_in_figures_keeps_its_value(number: int, bound: str) -> None:
    text = f"{bound}{number:,} boats sank"
    (found,) = find_quantities(text, 0, len(text))
    assert number in (found.low, found.high)
    assert (found.low is None, found.high is None) == (bound == "up to ", bound == "at least ")
    assert (found.start, found.end, found.unit) == (0, len(text) - len(" boats sank"), "boat")
    assert number % found.step == 0


def test_a_long_line_of_numbers_takes_no_square_of_its_length() -> None:
    def seconds(repeats: int) -> float:
        text = "Mara 5 barges, " * repeats
        began = time.process_time()
        find_quantities(text, 0, len(text))
        return time.process_time() - began

    assert seconds(8000) < 12 * seconds(2000)
