"""Marks in, the spans of each role out."""

import pytest

from headwater.annotate.attributions.tag import Roles, tag
from headwater.types import Span
from tests.factories import FakeReader

TEXT = "“It is old,” said Mara Velden, who saw it; said the mayor."
READER = FakeReader(("role", "content", "“It is old,”"), ("role", "cue", "said"), ("role", "source", "Mara Velden"))


def test_spans_are_offsets_into_their_own_paragraph() -> None:
    texts = ["", TEXT, "Then Mara Velden left."]
    empty, roles, other = tag(texts, READER.read(texts))
    assert empty == Roles()
    assert [TEXT[s.start : s.end] for s in roles.content] == ["“It is old,”"]
    assert [s.start for s in roles.cue] == [13, 43]
    assert [TEXT[s.start : s.end] for s in roles.source] == ["Mara Velden"]
    assert other == Roles(source=(Span(start=5, end=16),))


def test_sources_and_cues_side_by_side_are_one_and_contents_are_fragments() -> None:
    told = [("source", "At"), ("source", "least one"), ("content", "dam broke"), ("content", "and fell")]
    texts = ["At least one said the dam broke and fell."]
    (roles,) = tag(texts, FakeReader(*(("role", role, words) for role, words in told)).read(texts))
    assert roles.source == (Span(start=0, end=12),)
    assert [s.start for s in roles.content] == [22, 32]


def test_nothing_marked_is_no_span() -> None:
    assert tag([TEXT], FakeReader().read([TEXT])) == [Roles()]
    assert tag([], []) == []


@pytest.mark.parametrize(("words", "spans"), [("Ostmark Sen. Mara Velden", 1), ("the senate. Mara Velden", 2)])
def test_a_span_goes_on_behind_a_title_s_full_stop(words: str, spans: int) -> None:
    left, _, right = words.partition(".")
    texts = [f"So said {words}, who left."]
    (roles,) = tag(texts, FakeReader(("role", "source", left), ("role", "source", right.strip())).read(texts))
    assert len(roles.source) == spans
