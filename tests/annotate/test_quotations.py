"""Texts in, spans of quotations out."""

import itertools

import pytest
from hypothesis import given

from headwater.annotate.quotations import find_quotations
from tests.strategies import anything

QUOTATIONS = [
    ("", []),
    ("Nobody said a word.", []),
    ('He said "it is late" twice.', ['"it is late"']),
    ("“It is late,” he said. “We go.”", ["“It is late,”", "“We go.”"]),
    ('"It is late," he said, "and we go."', ['"It is late,"', '"and we go."']),
    ("He said «it is late» and left.", ["«it is late»"]),
    ("He said „it is late” and left.", ["„it is late”"]),
    ("„It is late“ he said and left.", ["„It is late“"]),
    ("„It is late“, he said. „We go“.", ["„It is late“", "„We go“"]),
    ("»It is late« he said and left.", ["»It is late«"]),
    ("“It is late. “We go,” he said.", ["“It is late. “We go,”"]),
    ("'It is very late,' he said.", ["'It is very late,'"]),
    ("‘It is very late,’ he said.", ["‘It is very late,’"]),
    ("‘It’s the minister’s last word,’ he said.", ["‘It’s the minister’s last word,’"]),
    ("“He said ‘it is very late’ and left.”", ["“He said ‘it is very late’ and left.”"]),
    ("The minister's son's boat wasn't late.", []),
    ("The minister’s son’s boat wasn’t late.", []),
    ('The 5" pipe and the 6" pipe', []),
    ("”It is late,” he said.", ["”It is late,”"]),
    ('He said ("it is late") and left.', ['"it is late"']),
    ('He said—"it is late"—and left.', ['"it is late"']),
    ('He said "it is late', ['"it is late']),
    ("“It is late.\n“We go.”", ["“It is late.", "“We go.”"]),
    ("“It is late\nHe left.", ["“It is late"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS)
def test_find_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


@given(anything())
def test_quotations_lie_in_order_within_a_paragraph(text: str) -> None:
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) and "\n" not in text[q.start : q.end] for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
