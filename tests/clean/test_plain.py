"""Plain text in, a draft out."""

import itertools

import pytest
from hypothesis import given

from headwater.clean.plain import read_plain
from tests.strategies import anything

BODY = "The dam above Ostmark broke on Friday night. Nobody was hurt."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Dam breaks above Ostmark\n\n{BODY}", "Dam breaks above Ostmark"),
        (f"Dam breaks above Ostmark\n{BODY}", "Dam breaks above Ostmark"),
        (f"“It went in a minute”\n\n{BODY}", "“It went in a minute”"),
        (f"Who broke the dam?\n\n{BODY}", "Who broke the dam?"),
        (f"The Velden Herald\n\nDam breaks above Ostmark\n\n{BODY}", "Dam breaks above Ostmark"),
        (f"The Velden Crier\nFriday 7 March 2025\n\nDam breaks above Ostmark\n\n{BODY}", "Dam breaks above Ostmark"),
        (f"Velden Crier\nDam breaks above Ostmark\nBy Mara Velden\n\n{BODY}", "Dam breaks above Ostmark"),
        (f"The Velden Dam\nNine barges sink as the wall gives way above Ostmark\n\n{BODY}", "The Velden Dam"),
        (f"Velden Mourns\n7 March 2025\n\n{BODY}", "Velden Mourns"),
        (f"By Mara Velden\n\nDam breaks above Ostmark\n\n{BODY}", "Dam breaks above Ostmark"),
        (f"{BODY}\n\n{BODY}", None),
        (f"Ostmark:\n\n{BODY}", None),
        (f"{'word ' * 26}\n\n{BODY}", None),
        ("Dam breaks above Ostmark", None),
        ("Dam breaks above Ostmark\n\n", None),
        ("", None),
    ],
)
def test_a_headline_is_a_first_line_that_reads_like_one(text: str, title: str | None) -> None:
    draft = read_plain(text)
    assert (draft.title.text if draft.title else None) == title
    assert all(line != draft.title for line in draft.lines)


@given(anything())
def test_every_line_stands_where_it_says(text: str) -> None:
    draft = read_plain(text)
    found = sorted([*draft.lines, *([draft.title] if draft.title else [])], key=lambda line: line.start)
    assert all(text[cut.page_start : cut.page_end] == cut.text for cut in draft.dropped)
    assert all(text[line.start : line.end] == line.text and line.field == "" for line in found)
    assert all(a.end < b.start for a, b in itertools.pairwise(found))


def test_a_name_above_the_headline_is_the_paper() -> None:
    draft = read_plain(f"The Velden Crier\n7 March 2025\n\nDam breaks above Ostmark\n\n{BODY}")
    assert draft.outlet == "The Velden Crier"
    assert [(cut.text, cut.kind) for cut in draft.dropped] == [("The Velden Crier", "masthead")]
