"""Names of persons as words in, whether they can be one person's out."""

import pytest

from headwater.persons import agree, same_family, word_agreement

ROWS = [
    ("mara velden", "mara velden", True),
    ("mara velden", "velden", True),
    ("velden", "mara velden", True),
    ("mara", "mara velden", False),
    ("m velden", "mara velden", True),
    ("mara j velden", "mara velden", True),
    ("mara j velden", "mara k velden", False),
    ("mara anna velden", "mara lena velden", False),
    ("jean claude brandt", "j c brandt", True),
    ("ben brandt", "benjamin brandt", True),
    ("ted brandt", "theodore brandt", True),
    ("benjamin brandt", "bernard brandt", False),
    ("olaf brandt", "oskar brandt", False),
    ("daniel brandt", "daniela brandt", False),
    ("olaf brandt", "olaf brand", True),
    ("olav brandt", "olaf brandt", True),
    ("olav brantd", "olaf brandt", True),
    ("mraa brantd", "mara brandt", False),
    ("olaf brandt", "olga brandt", False),
    ("muhammad nuristani", "mohammed nooristani", True),
    ("hassan nuristani", "hussein nuristani", False),
    ("ivan petrov", "ivan petrova", False),
    ("jong un kim", "kim jong un", True),
    ("hans friedrich", "friedrich hans", False),
    ("maravelden", "mara velden", True),
    ("dost mohammad", "dost mohammad khan", True),
    ("velden", "brandt", False),
    ("", "velden", False),
]


@pytest.mark.parametrize(("a", "b", "same"), ROWS)
def test_agree(a: str, b: str, *, same: bool) -> None:
    assert agree(a.split(), b.split()) is same
    assert agree(b.split(), a.split()) is same


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("mara", "mara", "same"),
        ("m", "mara", "initial"),
        ("m", "olaf", None),
        ("liz", "elizabeth", "short"),
        ("bob", "rob", "short"),
        ("mohammed", "muhammad", "spelling"),
        ("brandt", "brantd", "slip"),
        ("marion", "marian", None),
        ("velden", "brandt", None),
    ],
)
def test_word_agreement(a: str, b: str, expected: str | None) -> None:
    assert word_agreement(a, b) == expected


def test_a_family_is_one_in_any_spelling_and_without_slips() -> None:
    assert same_family(["mara", "nuristani"], ["nooristani"])
    assert not same_family(["mara", "brandt"], ["olaf", "brant"])
    assert not same_family([], ["velden"])
