"""Drafts and what was cut in, who published them out."""

import pytest

from headwater.clean.draft import Draft, Line
from headwater.clean.outlet import find_outlet
from headwater.types import Dropped

TEXTS = [
    ("Russian planes landed, officials said, Velden.Az reports per The Wall Street Journal.", "Velden.Az"),
    ("Images reviewed by Velden News showed the wall.", "Velden News"),
    ("The mayor told the Velden Herald in an interview that she would go.", "Velden Herald"),
    ("A reporter for the Velden Herald saw the wall fall.", None),
    ("Images reviewed by Reuters showed the wall.", None),
    ("Papers seen by the Financial Times show it.", None),
    ("The Velden Herald reports that the wall fell.", None),
    ("He reads the Velden Herald.", None),
]
CUTS = [
    ("byline", "By Mara Velden, Chief Correspondent Velden News", "Velden News"),
    ("byline", "By Mara Velden", None),
    ("byline", "By Mara Velden, Reuters", None),
    ("masthead", "VELDEN HERALD", "Velden Herald"),
    ("copyright", "© 2023 Velden Herald", "Velden Herald"),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_the_text_speaks_of_its_own_outlet(text: str, expected: str | None) -> None:
    line = Line(text=text, field="", start=0, end=len(text))
    assert find_outlet(Draft(lines=(line,)), (line,), ()) == expected


@pytest.mark.parametrize(("kind", "text", "expected"), CUTS)
def test_what_was_cut_names_the_outlet(kind: str, text: str, expected: str | None) -> None:
    assert find_outlet(Draft(lines=()), (), (Dropped(text=text, kind=kind, why="a reason"),)) == expected
