"""Articles in, sentences out."""

import itertools

import pytest
from hypothesis import given

from headwater.annotate.sentences import find_sentences
from tests.factories import make_report
from tests.strategies import anything

SENTENCES = [
    ("", []),
    ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
    ("Was it late? Yes! He left.", ["Was it late?", "Yes!", "He left."]),
    ("He left... and came back.", ["He left... and came back."]),
    ("Mr. Brandt left. He went home.", ["Mr. Brandt left.", "He went home."]),
    ("Gen. Olaf Brandt left. Dr. Velden stayed.", ["Gen. Olaf Brandt left.", "Dr. Velden stayed."]),
    ("The U.S. army left. It was late.", ["The U.S. army left.", "It was late."]),
    ("It broke at 5 p.m. on Friday. Nobody came.", ["It broke at 5 p.m. on Friday.", "Nobody came."]),
    ("Jan. 3 was cold. Feb. 4 was colder.", ["Jan. 3 was cold.", "Feb. 4 was colder."]),
    ("Ostmark Rep. Mara Velden left. Sen. Brandt of Ostmark stayed.", ["Ostmark Rep. Mara Velden left.", "Sen. Brandt of Ostmark stayed."]),
    ("It opens at 9 a.m. EST Tuesday. They left.", ["It opens at 9 a.m. EST Tuesday.", "They left."]),
    ("It opens at 9 a.m. Friday. They left.", ["It opens at 9 a.m. Friday.", "They left."]),
    ("It opens at 9 a.m. They left.", ["It opens at 9 a.m.", "They left."]),
    ("It is late, Example.com reports. They left.", ["It is late, Example.com reports.", "They left."]),
    ("It is late, Velden.Az reports. They left.", ["It is late, Velden.Az reports.", "They left."]),
    ("He said No. They left.", ["He said No.", "They left."]),
    ("Ostmark Inc. said so.", ["Ostmark Inc. said so."]),
    ("It rose 3.5 percent. Then it fell.", ["It rose 3.5 percent.", "Then it fell."]),
    ("“It is late. We go,” he said. They went.", ["“It is late. We go,” he said.", "They went."]),
    ('"It is late." He left.', ['"It is late."', "He left."]),
    ("  The dam broke.  \n\n Nobody was hurt. ", ["The dam broke.", "Nobody was hurt."]),
    ("the dam broke\nnobody was hurt", ["the dam broke", "nobody was hurt"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_find_sentences(text: str, expected: list[str]) -> None:
    assert [text[s.start : s.end] for s in find_sentences(make_report(text))] == expected


def test_a_paragraph_is_a_line_and_the_headline_is_one() -> None:
    article = make_report("It broke. It fell.\n\nIt rained.", "Dam breaks")
    assert [(article.text[s.start : s.end], s.paragraph) for s in find_sentences(article)] == [
        ("Dam breaks", 0),
        ("It broke.", 1),
        ("It fell.", 1),
        ("It rained.", 2),
    ]


@given(anything())
def test_sentences_lie_in_order_and_lose_nothing_but_space(text: str) -> None:
    found = find_sentences(make_report(text))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start and a.paragraph <= b.paragraph for a, b in itertools.pairwise(found))
    assert all("\n" not in text[s.start : s.end] for s in found)
    edges = zip([0, *(s.end for s in found)], [*(s.start for s in found), len(text)], strict=True)
    assert not "".join(text[a:b] for a, b in edges).strip(" \t\r\n")
