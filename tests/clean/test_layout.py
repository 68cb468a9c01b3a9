"""Printed lines -> paragraphs, headline and what is on every page."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.clean.layout import Row, blocks

WIDE = 500.0


def row(text: str, line: int, *, left: float = 60.0, right: float = WIDE, size: float = 10.0) -> Row:
    """The ``line``-th line of the first page, lines 12 points apart."""
    bottom = 780.0 - 12 * line
    return Row(text=text, page=0, left=left, right=right, bottom=bottom, top=bottom + size)


def on(page: int, row: Row) -> Row:
    return msgspec.structs.replace(row, page=page)


def texts(*rows: Row) -> list[tuple[str, str]]:
    return [(b.text, b.kind) for b in blocks(rows)]


def test_lines_that_follow_each_other_are_one_paragraph() -> None:
    assert texts(row("The dam above Velden", 0), row("broke on Monday.", 1, right=200)) == [
        ("The dam above Velden broke on Monday.", "text")
    ]


@pytest.mark.parametrize(
    "second",
    [
        row("Nobody was hurt in the town.", 3),  # more room between the two
        row("Nobody was hurt in the town.", 1, left=75),  # an indent after a whole sentence
        row("Nobody was hurt in the town.", 1, size=14),  # other letters
    ],
)
def test_where_a_paragraph_begins(second: Row) -> None:
    assert len(texts(row("The dam above Velden broke on Monday morning.", 0), second)) == 2


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    rows = (row("The dam above Velden broke early in the", 0), row("morning.", 1, right=120), row("Nobody was hurt in the whole town.", 2))
    assert [t for t, _ in texts(*rows)] == ["The dam above Velden broke early in the morning.", "Nobody was hurt in the whole town."]


def test_a_sentence_goes_on_over_the_page() -> None:
    rows = (row("The dam above Velden broke", 0), on(1, row("on Monday morning.", 0)))
    assert texts(*rows) == [("The dam above Velden broke on Monday morning.", "text")]
    whole = (row("The dam above Velden broke.", 0), on(1, row("Nobody was hurt.", 0)))
    assert len(texts(*whole)) == 2


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("The govern-", "ment met.", "The government met."),
        ("The North\ufffe", "South line.", "The North-South line."),
        ("A well-known town, a well-", "known hall.", "A well-known town, a well-known hall."),
        ("The govern\ufffe", "ment met.", "The government met."),
        ("It was 3 -", "4 in the end.", "It was 3 - 4 in the end."),
    ],
)
def test_words_broken_at_the_end_of_a_line(first: str, second: str, joined: str) -> None:
    assert [t for t, _ in texts(row(first, 0), row(second, 1))] == [joined]


def test_what_stands_on_every_page_is_no_text() -> None:
    rows = [
        r
        for page in range(3)
        for r in (
            on(page, row(f"Velden Herald, 5 March, page {page}", 0)),
            on(page, row(f"Something new was said in sentence {'abc'[page]}.", 10)),
            on(page, row(f"{page + 1} / 3", 60)),
        )
    ]
    kinds = [kind for _, kind in texts(*rows)]
    assert kinds == ["running", "text", "number"] * 3


def test_one_page_has_no_running_head() -> None:
    assert [kind for _, kind in texts(row("Velden Herald", 0), row("12", 40))] == ["text", "text"]


def test_the_largest_letters_before_the_text_are_the_headline() -> None:
    body = [row(f"Line {n} of the report goes on and on and says what was said before", 5 + n) for n in range(8)]
    found = texts(row("Dam above Velden breaks", 0, size=18), *body)
    assert found[0] == ("Dam above Velden breaks", "headline")
    assert [kind for _, kind in found].count("headline") == 1
    after = texts(*body, row("Dam above Velden breaks", 20, size=18))
    assert "headline" not in [kind for _, kind in after]


def test_no_lines_give_no_paragraphs() -> None:
    assert blocks([]) == []
    assert blocks([row("  ", 0)]) == []


NUMBERS = st.floats(-1e4, 1e4)
ROWS = st.lists(
    st.builds(Row, text=st.text(max_size=20), page=st.integers(0, 3), left=NUMBERS, right=NUMBERS, bottom=NUMBERS, top=NUMBERS), max_size=12
)


@given(ROWS.map(lambda rows: sorted(rows, key=lambda r: r.page)))
def test_no_letter_is_lost_wherever_the_lines_stand(rows: list[Row]) -> None:
    given_letters = sorted(c for r in rows for c in r.text if c.isalnum())
    assert sorted(c for b in blocks(rows) for c in b.text if c.isalnum()) == given_letters
