"""Lines that were cut in, authors out."""

import pytest

from headwater.clean.bylines import find_authors
from headwater.types import Dropped

BYLINES = [
    ("By Mara Velden", "Mara Velden"),
    ("**By Mara Velden**", "Mara Velden"),
    ("By Mara Velden.", "Mara Velden"),
    ("By MARA VELDEN", "Mara Velden"),
    ("By Mara Velden, Correspondent", "Mara Velden"),
    ("By Mara Velden, Chief Correspondent, Velden Herald", "Mara Velden"),
    ("By Mara Velden Staff Writer", "Mara Velden"),
    ("By Mara Velden | Staff reporter", "Mara Velden"),
    ("By Mara Velden in Ostmark", "Mara Velden"),
    ("By Mara Velden, May 3, 2023", "Mara Velden"),
    ("Written by Mara Velden", "Mara Velden"),
    ("Author: Mara Velden", "Mara Velden"),
    ("By Mara van der Velden and Olaf O’Brandt, CNN", "Mara van der Velden, Olaf O'Brandt"),
    ("By Mara Velden, Olaf Brandt and Kurt Weiss", "Mara Velden, Olaf Brandt, Kurt Weiss"),
    ("By Mara Velden in Ostmark and Olaf Brandt in Velden", "Mara Velden, Olaf Brandt"),
    ("By Mara Velden and Reuters", "Mara Velden"),
    ("By Reuters", "Reuters"),
    ("By Velden staff", ""),
    ("By Staff Reporter", ""),
    ("By:", ""),
    ("Edited by Mara Velden", ""),
    ("Updated: May 3, 2023", ""),
    ("Source: Mara Velden", ""),
]


def make_cut(text: str, kind: str = "byline") -> Dropped:
    return Dropped(text=text, kind=kind, why="a reason")


@pytest.mark.parametrize(("line", "authors"), BYLINES)
def test_a_byline_names_authors(line: str, authors: str) -> None:
    assert ", ".join(find_authors([make_cut(line)])) == authors


def test_the_first_byline_with_a_name_counts() -> None:
    assert find_authors([make_cut("Updated: noon"), make_cut("By Mara Velden"), make_cut("By Olaf Brandt")]) == ("Mara Velden",)


def test_a_label_takes_the_line_below_it() -> None:
    assert find_authors([make_cut("- Author:"), make_cut("- Mara Velden"), make_cut("- Date:")]) == ("Mara Velden",)


def test_no_other_kind_names_authors() -> None:
    assert find_authors([make_cut("By Mara Velden", "caption-credit")]) == ()
    assert find_authors([]) == ()
