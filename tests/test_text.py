"""Strings in, strings and offsets out."""

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text import any_of, content_id, fold, lines, number_of, stem, straighten, strip_accents, trim, words
from tests.strategies import anything


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("  The Dam \n BROKE ", "the dam broke"),
        ("“It’s late”", '"it\'s late"'),
        ("«‘a’»\xa0b", "\"'a'\" b"),
        ("ÉTÉ", "été"),
    ],
)
def test_fold(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("The dam, the DAM.", ["the", "dam", "the", "dam"]),
        ("It isn’t re-run", ["it", "isn't", "re-run"]),
        ("1,200 boats for £5", ["1,200", "boats", "for", "5"]),
        ("snake_case", ["snake", "case"]),
        ("été – 日本", ["été", "日本"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n\t\n", []),
        ("one\n\n  two  \r\nthree", ["one", "two", "three"]),
        ("one\u2028two\x0bthree\x85four", ["one", "two", "three", "four"]),
        ("\ufeffone\xa0\ntwo\u200b", ["one", "two"]),
    ],
)
def test_lines(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in lines(text)] == expected


@given(anything())
def test_lines_lie_in_order_and_lose_nothing_but_space(text: str) -> None:
    spans = list(lines(text))
    assert all(start < end for start, end in spans)
    assert spans == sorted(spans)
    assert all(a[1] < b[0] for a, b in itertools.pairwise(spans))
    rest = "".join(text[a:b] for a, b in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), len(text)], strict=True))
    assert not rest.strip(" \t\r\n\v\f\x85\u2028\u2029\xa0\u200b\ufeff")


@given(anything())
def test_straighten_keeps_every_character_in_its_place(text: str) -> None:
    plain = straighten(text)
    assert len(plain) == len(text)
    assert all(a == b or b in "\"'" for a, b in zip(text, plain, strict=True))


@given(anything(), st.data())
def test_trim_leaves_a_span_inside(text: str, data: st.DataObject) -> None:
    low = data.draw(st.integers(0, len(text)))
    high = data.draw(st.integers(low, len(text)))
    start, end = trim(text, low, high, " ,")
    assert low <= start <= end <= high
    assert text[start:end] == text[low:high].strip(" ,")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("7", 7),
        ("12.5", 12.5),
        ("1,200", 1200),
        ("12,345,678.9", 12_345_678.9),
        ("1,20", None),
        ("twelve", 12),
        ("Nineteen", 19),
        ("ninety", 90),
        ("twenty-one", 21),
        ("one-two", None),
        ("zero", 0),
        ("many", None),
        ("-3", None),
        ("", None),
        ("1e5", None),
    ],
)
def test_number_of(word: str, expected: float | None) -> None:
    assert number_of(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("boats", "boat"), ("killed", "kill"), ("killing", "kill"), ("mayor's", "mayor"), ("gas", "gas"), ("bus", "bus"), ("is", "is")],
)
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


@given(st.lists(st.text("ab.+'", min_size=1, max_size=4), min_size=1, max_size=8), st.text("ab.+' ", max_size=20))
def test_any_of_finds_what_the_forms_one_by_one_find_the_longest_first(forms: list[str], text: str) -> None:
    plain = "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))
    assert re.findall(any_of(forms), text) == re.findall(plain, text)


def test_strip_accents() -> None:
    assert strip_accents("Çafé Ångström") == "Cafe Angstrom"


def test_an_id_is_that_of_its_parts_and_stays() -> None:
    assert content_id("a", "b") == "235870420603e322"
    assert len({content_id("a", "b"), content_id("ab"), content_id("", "ab"), content_id("a", "b", ""), content_id()}) == 5


@given(st.text(), st.text())
def test_ids_of_any_parts(a: str, b: str) -> None:
    assert (content_id(a) == content_id(b)) == (a == b)
    assert len(content_id(a, b, "\ud800")) == 16
