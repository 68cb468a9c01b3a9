"""Sentences in, views out: who wants, thinks or feels what. A row is a holder, and a text whose brackets hold the content."""

import pytest
from hypothesis import given

from headwater.annotate.attributions.views import find_views
from headwater.text import straighten
from headwater.types import Span
from tests.strategies import anything

VERBS = [
    ("Ostmark", "Ostmark hopes [that the talks will resume in May]."),
    ("Ostmark", "Ostmark has always supported [the treaty]."),
    ("Ostmark", "Olaf Brandt said that Ostmark seeks [a seat on the council]."),
    ("the council", "Olaf Brandt said on the one hand, the council claims [to protect the valley]."),
    ("Those", "Those who submit to [its rules] are paid."),
    ("Olaf Brandt", "Olaf Brandt, who runs the port, welcomed [the ruling]."),
    ("The council", "The council, the highest in the valley, opposes [the dam]."),
    ("Ostmark", "Ostmark closed the road and repeatedly condemned [the raid]."),
    ("We", "“We hope [that people will keep calm],” he said."),
    ("The army", "The army would like [to request whoever is engaged in this to stop]."),
]
OTHERS = [
    ("Ostmark", "Ostmark is willing [to cover the cost of the dam]."),
    ("the people of Ostmark", "He said the people of Ostmark are indifferent toward [the treaty]."),
    ("The government", "The government will [push for a new school in the valley]."),
    ("the mayor", "[The plan was] opposed by the mayor."),
    ("Ostmark", "Ostmark's support for [the treaty] has grown."),
    ("its", "He spoke of its desire to [see the dam rebuilt]."),
    ("the Ostmark government", "He confirmed the interest of the Ostmark government in [the dam]."),
    ("Ostmark", "Ostmark has no plans to [ease the ban on fishing]."),
    ("the council", "He added that the council had made an official commitment that [it would allow marches]."),
]
NONE = [
    "The support of the bridge gave way.",
    "The state of the road is poor.",
    "It will rain on Sunday.",
    "The hopes of spring.",
    "There is no plan.",
    "Ostmark troops left the valley.",
]


def found(text: str) -> list[tuple[str, str]]:
    plain = straighten(text)
    return [(part(plain, r.source), part(plain, r.content)) for r in find_views(plain, 0, len(plain))]


def part(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


@pytest.mark.parametrize(("holder", "text"), [*VERBS, *OTHERS])
def test_a_view_has_its_holder_and_its_content(holder: str, text: str) -> None:
    first, last = text.index("["), text.index("]")
    content = straighten(text[first + 1 : last])
    views = found(text.replace("[", "").replace("]", ""))
    assert any(h == holder and content in c for h, c in views), views


@pytest.mark.parametrize("text", NONE)
def test_what_nobody_wants_or_thinks_is_no_view(text: str) -> None:
    assert found(text) == []


def test_a_view_ends_with_the_quotation_that_it_stands_in() -> None:
    (view,) = found('"We support the treaty," he said.')
    assert view == ("We", "the treaty")


@given(anything())
def test_any_text_gives_spans_within_it(text: str) -> None:
    plain = straighten(text)
    for raw in find_views(plain, 0, len(plain)):
        assert raw.source is not None
        assert 0 <= raw.source.start < raw.source.end <= len(plain)
        assert 0 <= raw.content.start < raw.content.end <= len(plain)
