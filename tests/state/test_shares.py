"""Spans of text in, shares, ranks, noughts and magnitudes out."""

import pytest

from headwater.state.shares import find_shares

ROWS = [
    ("two-thirds of voters", [(200 / 3, "percent")]),
    ("half of voters", [(50, "percent")]),
    ("half the voters", [(50, "percent")]),
    ("the second half of the match", []),
    ("one in ten boats", [(10, "percent")]),
    ("one in a million", []),
    ("nine out of ten boats", [(90, "percent")]),
    ("five of ten boats", []),
    ("nine in eight boats", []),
    ("3/4 of boats", [(75, "percent")]),
    ("on 9/11 of all days", []),
    ("3/0 of boats", []),
    ("the fourth-highest dam", [(4, "rank highest")]),
    ("ranked third", [(3, "rank")]),
    ("ranked No. 3", [(3, "rank")]),
    ("ranked first", [(1, "rank")]),
    ("the largest dam", []),
    ("the second dam", []),
    ("none of them died", [(0, "person killed")]),
    ("no one said he was hurt, nine died", [(0, "person wounded")]),
    ("no reports of injuries", []),
    ("no known casualties", [(0, "person wounded")]),
    ("no boats sank", []),
    ("magnitude of 6.4", [(6.4, "magnitude")]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_find_shares(text: str, expected: list[tuple[float, str]]) -> None:
    found = list(find_shares(text, 0, len(text)))
    assert [q.unit for q in found] == [unit for _, unit in expected]
    assert [q.low for q in found] == pytest.approx([value for value, _ in expected])
