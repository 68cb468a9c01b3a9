"""Sentences in, the clauses that they call untrue out."""

import pytest

from headwater.refuted import find_refuted, is_disowned


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("Rumours that the dam had burst were false.", ["the dam had burst"]),
        ("The mayor said online rumours that the dam had burst were entirely unfounded, and left.", ["the dam had burst"]),
        ("The mayor called claims that the dam had burst “nonsense”.", ["the dam had burst"]),
        ("The claim that nine men had drowned, as some wrote, turned out to be a hoax.", ["nine men had drowned, as some wrote"]),
        ("It is not true that the dam had burst.", ["the dam had burst"]),
        ("There was no truth in reports that the dam had burst.", ["the dam had burst"]),
        ("The mayor denied reports that the dam had burst.", ["the dam had burst"]),
        ("The mayor took back his statement that the dam had burst.", ["the dam had burst"]),
        ("The report in the Ostmark Post is false.", []),
        ("The mayor heard a rumour that the dam had burst.", []),
        ("Reports that the dam had burst were not wrong.", []),
        ("The council asked whether reports that the dam had burst were false.", []),
        ("The auditors confirmed reports that the sums were wrong.", []),
    ],
)
def test_find_refuted(text: str, clauses: list[str]) -> None:
    assert [text[slice(*r.clause)] for r in find_refuted(text, 0, len(text))] == clauses


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        ("Velden wrongly claimed that it burst", "claimed", True),
        ("Velden claimed falsely that it burst", "claimed", True),
        ("Velden lied that it burst", "lied", True),
        ("Velden claimed that it burst", "claimed", False),
        ("Velden, wrongly accused, said that it burst", "said", False),
    ],
)
def test_is_disowned(text: str, cue: str, *, expected: bool) -> None:
    start = text.index(cue)
    assert is_disowned(text, start, start + len(cue)) is expected
