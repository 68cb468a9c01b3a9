"""Words in, whether they are given names, and short forms of one, out."""

import pytest

from headwater.given import is_given_name, is_short_for


@pytest.mark.parametrize(
    ("word", "known"), [("Mara", True), ("MARA", True), ("José", True), ("Ostmark", False), ("", False), ("The", False)]
)
def test_is_given_name(word: str, *, known: bool) -> None:
    assert is_given_name(word) is known


@pytest.mark.parametrize(
    ("a", "b", "short"),
    [
        ("ben", "benjamin", True),
        ("bob", "rob", True),
        ("bill", "william", True),
        ("ben", "bernard", False),
        ("mara", "olaf", False),
        ("olaf", "olaf", True),
    ],
)
def test_is_short_for(a: str, b: str, *, short: bool) -> None:
    assert is_short_for(a, b) is short
    assert is_short_for(b, a) is short
