"""Spans of one paragraph in, attributions out.

In the texts {} holds a source, <> a cue and [] a content; a row is such a text and, for each cue in order, the cue,
its source and its contents.
"""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.attributions.link import Linked, link
from headwater.types import Span

Row = tuple[str, str | None, list[str]]
Spans = dict[str, list[Span]]

ONE = [
    ("{Mara Velden} <said> [the dam was old].", ("said", "Mara Velden", ["the dam was old"])),
    ("[The dam was old], {Mara Velden} <said>.", ("said", "Mara Velden", ["The dam was old"])),
    ("[The dam was old], <said> {Mara Velden}.", ("said", "Mara Velden", ["The dam was old"])),
    ("<According to> {Mara Velden}, [the dam was old].", ("According to", "Mara Velden", ["the dam was old"])),
    ("[The dam], {Mara Velden} <said>, [was old].", ("said", "Mara Velden", ["The dam", "was old"])),
    ("[“The dam is old,”] {Mara Velden} <said>. [“It will break.”]", ("said", "Mara Velden", ["“The dam is old,”", "“It will break.”"])),
    ("It was <reported> [that the dam was old].", ("reported", None, ["that the dam was old"])),
    ("{Mara Velden}, who runs the port of Ostmark, <declined> on Friday.", ("declined", "Mara Velden", [])),
    ("{Mara Velden} has often <told> {the mayor} [the dam was old].", ("told", "Mara Velden", ["the dam was old"])),
    ("{The Velden Herald}: [the dam broke], <said> {the mayor}.", ("said", "the mayor", ["the dam broke"])),
    ("{Mara Velden} left; <said> {the mayor}, [the dam was old].", ("said", "the mayor", ["the dam was old"])),
    ("{Mara Velden} met {the mayor}. {She} <said> [the dam was old].", ("said", "She", ["the dam was old"])),
]
SEVERAL = [
    (
        "{Mara Velden} <said> [the dam was old] but {the ministry} <denied> [any danger].",
        [("said", "Mara Velden", ["the dam was old"]), ("denied", "the ministry", ["any danger"])],
    ),
    (
        "[The dam was old], {Mara Velden} <said>. {The ministry} <denied> [any danger].",
        [("said", "Mara Velden", ["The dam was old"]), ("denied", "The ministry", ["any danger"])],
    ),
    (
        "{Mara Velden} <said> [the dam was old] and <warned> [that it would break].",
        [("said", "Mara Velden", ["the dam was old"]), ("warned", "Mara Velden", ["that it would break"])],
    ),
    (
        "[“It is old,”] <said> {Mara Velden}. [“It is safe,”] <said> {the mayor}.",
        [("said", "Mara Velden", ["“It is old,”"]), ("said", "the mayor", ["“It is safe,”"])],
    ),
    (
        "{The mayor} <denied> it; [the dam was old], {Mara Velden}, who has long run the port of Ostmark, <said>.",
        [("denied", "The mayor", []), ("said", "Mara Velden", ["the dam was old"])],
    ),
    (
        "{The Velden Herald} <reported>, <citing> {two officials}, [that the dam was old].",
        [("reported", "The Velden Herald", []), ("citing", "two officials", ["that the dam was old"])],
    ),
]
BRACKETS = {"{": "}", "<": ">", "[": "]"}
FAR = "Nobody came. " * 5


def read_marked(marked: str) -> tuple[str, Spans]:
    """The text without its brackets, and the spans that they held."""
    text = ""
    spans: Spans = {role: [] for role in BRACKETS}
    opened = 0
    for sign in marked:
        if sign in BRACKETS:
            opened = len(text)
        elif sign in BRACKETS.values():
            role = next(role for role, end in BRACKETS.items() if end == sign)
            spans[role].append(Span(start=opened, end=len(text)))
        else:
            text += sign
    return text, spans


def rows(marked: str) -> list[Row]:
    text, spans = read_marked(marked)

    def part(span: Span) -> str:
        return text[span.start : span.end]

    found = link(text, spans["{"], spans["<"], spans["["])
    return [(part(a.cue), part(a.source) if a.source else None, [part(c) for c in a.contents]) for a in found]


@pytest.mark.parametrize(("marked", "expected"), ONE)
def test_a_cue_finds_its_source_and_its_contents(marked: str, expected: Row) -> None:
    assert rows(marked) == [expected]


@pytest.mark.parametrize(("marked", "expected"), SEVERAL)
def test_several_cues_take_each_what_is_theirs(marked: str, expected: list[Row]) -> None:
    assert rows(marked) == expected


@pytest.mark.parametrize("marked", ["", "Nobody came.", "{Mara Velden} came.", "[The dam was old].", "{Mara Velden}: [the dam was old]."])
def test_without_a_cue_there_is_no_attribution(marked: str) -> None:
    assert rows(marked) == []


def test_what_is_far_away_is_not_linked() -> None:
    assert rows(f"{{Mara Velden}} came. {FAR}Somebody <said> [the dam was old]. {FAR}[The ferry was late].") == [
        ("said", None, ["the dam was old"])
    ]


@st.composite
def paragraphs(draw: st.DrawFn) -> tuple[str, Spans]:
    """Texts put together from words that hold a role or none."""
    piece = st.tuples(
        st.sampled_from(["{Mara Velden}", "{she}", "<said>", "<warned that>", "[the dam was old]", "[it broke]", "nobody", "he came"]),
        st.sampled_from([" ", " ", ", ", ". ", "; ", ".” "]),
    )
    return read_marked("".join(itertools.chain.from_iterable(draw(st.lists(piece, max_size=25)))))


@given(paragraphs())
def test_every_cue_has_one_attribution_and_no_content_two(paragraph: tuple[str, Spans]) -> None:
    text, spans = paragraph
    found = link(text, spans["{"], spans["<"], spans["["])
    assert [a.cue for a in found] == spans["<"]
    assert all(a.source is None or a.source in spans["{"] for a in found)
    contents = [c for a in found for c in a.contents]
    assert len(contents) == len({c.start for c in contents})
    assert all(c in spans["["] for c in contents)


@given(paragraphs(), st.integers(0, 99))
def test_the_order_in_which_spans_are_given_changes_nothing(paragraph: tuple[str, Spans], seed: int) -> None:
    text, spans = paragraph
    shuffled = {role: random.Random(seed).sample(found, len(found)) for role, found in spans.items()}  # noqa: S311 - an order, no secret
    expected = link(text, spans["{"], spans["<"], spans["["])
    found = [
        Linked(cue=a.cue, source=a.source, contents=tuple(sorted(a.contents, key=lambda c: c.start)))
        for a in link(text, shuffled["{"], shuffled["<"], shuffled["["])
    ]
    assert sorted(found, key=lambda a: a.cue.start) == list(expected)
