"""Claims keep their ids: the one with most of what there was."""

import pytest

from headwater.brief import Parts
from headwater.case.lineage import keep_names
from headwater.types import Claim, Story, Trace


def parts(*claims: str) -> Parts:
    """A story of claims, each given as its statements: "abc" has a, b and c; the program would name it by the first."""
    return Parts(
        story=Story(id="story", headline="", articles=()),
        articles={},
        notes={},
        statements={},
        claims=tuple(Claim(id=said[0].upper(), text="", statements=tuple(said)) for said in claims),
        conflicts=(),
        trace=Trace(standings=(), origins=(), gaps=(), credits=(), read=()),
    )


@pytest.mark.parametrize(
    ("before", "after", "names", "went"),
    [
        ({}, ["ab", "c"], {"A": "A", "C": "C"}, {}),
        ({"b": "B", "c": "B"}, ["abc"], {"A": "B"}, {}),  # it grew at its beginning
        ({"a": "A", "b": "A", "c": "C"}, ["abc"], {"A": "A"}, {"C": "A"}),  # two became one
        ({"a": "A", "b": "A", "c": "A"}, ["a", "bc"], {"A": "A'", "B": "A"}, {}),  # one became two: the larger part keeps the id
        ({"a": "A", "b": "B"}, ["ba"], {"B": "A"}, {"B": "A"}),
        ({"a": "A", "b": "B"}, ["b", "a"], {"B": "B", "A": "A"}, {}),
        ({"x": "X"}, ["a"], {"A": "A"}, {}),  # what is gone leaves no name
    ],
)
def test_names(before: dict[str, str], after: list[str], names: dict[str, str], went: dict[str, str]) -> None:
    kept = keep_names(before, [parts(*after)], lambda i: len(i) > 1 or i not in before.values())
    shown = {own: name if len(name) == 1 else f"{own}'" for own, name in kept.names.items()}
    assert shown == names
    assert kept.went == went
    assert len(set(kept.names.values())) == len(kept.names)
