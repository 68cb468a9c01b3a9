"""Which statements of a claim use the same words."""

import pytest

from headwater.trace.echoes import find_echoes
from headwater.types import Article, Span, Statement


def echoes(*texts: str) -> list[int]:
    """For each text the number of the first that has its words."""
    articles = {f"a{i}": Article(id=f"a{i}", source="", page="", text=text) for i, text in enumerate(texts)}
    statements = [
        Statement(id=f"s{i}", article=f"a{i}", start=0, end=len(text), sentence=Span(start=0, end=len(text)), row=0)
        for i, text in enumerate(texts)
    ]
    return [int(found[1:]) for found in find_echoes(statements, articles).values()]


QUOTATION = "we are disappointed by the decision of the council but hardly surprised"


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((f"“{QUOTATION}”", f'"{QUOTATION.capitalize()},"'), [0, 0]),
        ((QUOTATION, f"the lawyer called it wrong and said that {QUOTATION}"), [0, 0]),
        ((QUOTATION, "they were let down by what the council decided, though they had seen it coming"), [0, 1]),
        (("six people were killed", "six people were killed"), [0, 1]),
        ((QUOTATION, "nobody was hurt in the harbour last night", QUOTATION), [0, 1, 0]),
        (("the F.B.I. special agent of many years left today", "The FBI special agent of many years left today."), [0, 0]),
        (("", ""), [0, 1]),
    ],
    ids=["quoted", "within more", "own words", "too short", "others between", "points", "nothing"],
)
def test_echoes(texts: tuple[str, ...], expected: list[int]) -> None:
    assert echoes(*texts) == expected
