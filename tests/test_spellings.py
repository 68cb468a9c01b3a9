"""Two words in, how far they are one out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.spellings import distance, likeness, plain, same_sounds

WORDS = [
    ("velden", "velden", "same"),
    ("mohammed", "muhammad", "spelling"),
    ("mohamed", "mohammad", "spelling"),
    ("osama", "usama", "spelling"),
    ("zelensky", "selenskij", "spelling"),
    ("aleksandr", "alexandr", "spelling"),
    ("yousef", "yusuf", None),
    ("brandt", "brant", "slip"),
    ("nuristani", "nooristani", "spelling"),
    ("hassan", "hussein", None),
    ("scholz", "schloz", "slip"),
    ("brandt", "brand", "slip"),
    ("petrov", "petrova", None),
    ("kovalsky", "kovalskaya", None),
    ("berg", "borg", "slip"),
    ("lee", "lea", None),
    ("boat44", "boat45", None),
    ("velden", "brandt", None),
    ("习近平", "习近朋", None),
]


@pytest.mark.parametrize(("a", "b", "expected"), WORDS)
def test_likeness(a: str, b: str, expected: str | None) -> None:
    assert likeness(a, b) == expected
    assert likeness(b, a) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Støre", "store"), ("Łódź", "lodz"), ("Вучић", "vuchic"), ("Μητσοτάκης", "mitsotakis"), ("김", "김"), ("STRASSE", "strasse")],
)
def test_plain(word: str, expected: str) -> None:
    assert plain(word) == expected


@pytest.mark.parametrize(
    ("a", "b", "most", "expected"),
    [("dam", "dam", 1, 0), ("dam", "damn", 1, 1), ("dam", "dma", 1, 1), ("dam", "boat", 1, 2), ("", "ab", 3, 2)],
)
def test_distance(a: str, b: str, most: int, expected: int) -> None:
    assert distance(a, b, most) == expected


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_two_words_are_judged_the_same_both_ways(a: str, b: str) -> None:
    assert likeness(plain(a), plain(b)) == likeness(plain(b), plain(a))
    assert same_sounds(a, a)


@given(st.text(alphabet="abcde", max_size=8), st.text(alphabet="abcde", max_size=8))
def test_a_distance_is_small_only_where_the_lengths_are_near(a: str, b: str) -> None:
    found = distance(a, b, 2)
    assert found == distance(b, a, 2)
    assert (found == 0) == (a == b)
    assert found >= min(3, abs(len(a) - len(b)))
