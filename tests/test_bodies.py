"""Names of bodies in, their parts and whether their words are one out."""

import pytest

from headwater.bodies import forms_clash, parts, same_words

PARTS = [
    ("Velden Aktiengesellschaft", ("velden",), (), {"ag"}),
    ("Velden A.G.", ("velden",), (), {"ag"}),
    ("The 44th Ostmark Brigade", ("ostmark", "brigade"), ("44",), set()),
    ("Ostmark Brigade Forty-Four", ("ostmark", "brigade"), ("44",), set()),
    ("First Ostmark Bank", ("ostmark", "bank"), ("1",), set()),
    ("Velden Fund IV", ("velden", "fund"), ("iv",), set()),
    ("Velden & Brandt Co., Ltd.", ("velden", "brandt"), (), {"co", "ltd"}),
    ("Open Joint Stock Company Velden", ("velden",), (), {"jsc"}),
    ("The American Army", ("us", "army"), (), set()),
    ("", (), (), set()),
]


@pytest.mark.parametrize(("name", "carrying", "numbers", "forms"), PARTS)
def test_parts(name: str, carrying: tuple[str, ...], numbers: tuple[str, ...], forms: set[str]) -> None:
    found = parts(name)
    assert (found.words, found.numbers, set(found.forms)) == (carrying, numbers, forms)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("velden motors", "velden motors", True),
        ("velden motors", "motors velden", True),
        ("goodwill", "good will", True),
        ("velden organisation", "velden organization", True),
        ("velden motors", "velden motros", True),
        ("velden motros", "veldne motors", False),
        ("veldan motros", "velden motors", True),
        ("brantd motros", "brandt motors", False),
        ("bank iran", "bank iraq", False),
        ("velden motors", "velden systems", False),
        ("velden", "velden motors", False),
        ("snow", "snoe", False),
    ],
)
def test_same_words(a: str, b: str, *, same: bool) -> None:
    assert same_words(a.split(), b.split()) is same


def test_forms_clash_only_where_both_are_given_and_are_no_translations() -> None:
    assert forms_clash(parts("Velden AG"), parts("Velden Oy"))
    assert not forms_clash(parts("Velden AG"), parts("Velden"))
    assert not forms_clash(parts("Velden Inc"), parts("Velden Corporation"))
    assert not forms_clash(parts("Velden Ltd"), parts("Velden LLC"))
