"""Noun phrases in, what they are as sources out."""

import pytest

from headwater.annotate.attributions.phrases import head_kind, is_credible, is_named


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("a court filing", "document"),
        ("the Ostmark army", "body"),
        ("officials in the army", "unnamed"),
        ("satellite images of the dam", "sensor"),
        ("a spokesman for the army", "person"),
        ("nine residents", "witness"),
        ("one of the officials", "unnamed"),
        ("a daily in the north", "outlet"),
        ("Mara Velden", None),
        ("the lake", None),
        ("", None),
    ],
)
def test_head_kind(phrase: str, kind: str | None) -> None:
    assert head_kind(phrase) == kind


@pytest.mark.parametrize(
    ("phrase", "credible"),
    [
        ("Mara Velden", True),
        ("the Ostmark army", True),
        ("she", True),
        ("WHO", True),
        ("one of the officials", True),
        ("one of the lakes", False),
        ("citing a passenger", False),
        ("residents of the valley", True),
        ("a note of that day", True),
        ("the lake", False),
        ("the news that", False),
        ("the", False),
        ("The", False),
        ("", False),
        (" ".join(["Velden"] * 40), False),
    ],
)
def test_is_credible(phrase: str, *, credible: bool) -> None:
    assert is_credible(phrase) is credible


@pytest.mark.parametrize(
    ("phrase", "named"),
    [("Mara Velden", True), ("the mayor of Ostmark", True), ("the mayor", False), ("citing Mara Velden", False), ("", False)],
)
def test_is_named(phrase: str, *, named: bool) -> None:
    assert is_named(phrase) is named
