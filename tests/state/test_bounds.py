"""Places in texts in, the words that bound the number there out."""

import pytest

from headwater.state.bounds import bound_before, bound_behind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least ", (0, "low")),
        ("it took more than the ", (8, "low")),
        ("no more than ", (0, "high")),
        ("up to ", (0, "high")),
        ("up to another ", (0, "high")),
        ("some ", (0, "about")),
        ("handsome ", None),
        ("at least some of ", None),
        ("", None),
    ],
)
def test_bound_before(text: str, expected: tuple[int, str] | None) -> None:
    assert bound_before(text + "40", len(text)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("+", "low"),
        ("-plus", "low"),
        (" or more", "low"),
        (" or fewer", "high"),
        (" or so", "about"),
        ("-odd", "about"),
        (" boats", None),
        ("", None),
    ],
)
def test_bound_behind(words: str, expected: str | None) -> None:
    assert bound_behind(words) == expected
