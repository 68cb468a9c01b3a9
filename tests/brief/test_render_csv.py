import csv
import io
import re

import msgspec
import pytest
from hypothesis import given, settings

from headwater.brief.render_csv import MOST, guard_cell, to_csv
from headwater.brief.rows import COLUMNS
from headwater.types import Brief, Published
from tests.brief.briefs import briefs, claims_of, decide_claim, plain_brief, statements_of
from tests.factories import make_article, make_brief, make_claim, make_standing, make_statement, make_story
from tests.strategies import hostile


def read_rows(text: str) -> list[dict[str, str]]:
    """The rows as a program reads them that knows the mark of UTF-8 and RFC 4180."""
    return list(csv.DictReader(io.StringIO(text.encode("utf8").decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_is_a_statement_with_its_claim_and_standing() -> None:
    rows = read_rows(to_csv(plain_brief()))
    assert len(rows) == 4
    shown = [(r["claim"], r["word"], r["contested"], r["origins_low"], r["origins_high"], r["outlet"], r["credited"]) for r in rows]
    assert shown == [
        ("Forty people were hurt", "possibly corroborated", "no", "1", "2", "The Velden Herald", "Mara Velden"),
        ("Forty people were hurt", "possibly corroborated", "no", "1", "2", "Ostmark Post", "officials"),
        ("it had fired", "single origin", "yes", "1", "1", "The Velden Herald", "The army"),
        ("It rained", "origin unknown", "no", "1", "1", "The Velden Herald", "own voice"),
    ]
    assert rows[0]["why"] == "Named: Mara Velden. | Unnamed people widen the range."
    assert rows[0]["possible_origins"] == "Mara Velden | officials"
    assert rows[0]["sentence"] == "Forty people were hurt when the dam broke, Mara Velden said."
    assert rows[2]["status"] == "denied"
    assert rows[2]["conflicts"] == "denial: The army denies it"
    assert [row["claim_number"] for row in rows] == ["1", "1", "2", "3"]


def test_what_people_decided_has_columns_of_its_own() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    claims = (decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated")), *story.claims[1:])
    rows = read_rows(to_csv(make_brief(msgspec.structs.replace(story, claims=claims))))
    assert (rows[0]["word"], rows[0]["decided_word"], rows[0]["decided_origins_low"]) == ("possibly corroborated", "corroborated", "2")
    assert (rows[2]["decided_word"], rows[2]["decisions"]) == ("", "")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ('"=1', "'\"=1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("\u202e=1", "'\ufffd=1"),
        ("|cmd", "'|cmd"),
        ("- no, she said", "'- no, she said"),
        ("1/2", "'1/2"),
        ("12e5", "'12e5"),
        ("0123", "'0123"),
        ("1234567890123456", "'1234567890123456"),
        ("12345678e0123456", "'12345678e0123456"),
        ("92c54e5505f2ca42", "92c54e5505f2ca42"),
        ("40 people", "40 people"),
        ("a\r\nb\x00c", "a b\ufffdc"),
        ("", ""),
    ],
)
def test_a_cell_is_text(text: str, cell: str) -> None:
    assert guard_cell(text) == cell


def test_a_date_stays_a_date() -> None:
    article = make_article("It rained.", published=Published(earliest="2025-03-05", latest="2025-03-05"))
    rows = read_rows(to_csv(make_brief(make_story([article], [make_claim([make_statement(article, "It rained")])]))))
    assert rows[0]["published_earliest"] == "2025-03-05"


@given(hostile())
def test_no_cell_is_run(text: str) -> None:
    cell = guard_cell(text)
    bare = re.sub(r"^[\s\"\ufffd]+", "", cell)
    assert not bare.startswith(("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert len(cell.splitlines()) <= 1


def test_a_cell_fits_a_spreadsheet() -> None:
    assert len(guard_cell("=" + "a b" * MOST)) == MOST + 1 < 32_767
    assert guard_cell("a" * MOST) == "a" * MOST


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_keep_their_shape(brief: Brief) -> None:
    text = to_csv(brief)
    rows = read_rows(text)
    assert [row["statement_id"].lstrip("'") for row in rows] == [
        s.id for story in brief.stories for s in in_order(story.claims, rows, story.id)
    ]
    assert all(set(row) == {column.name for column in COLUMNS} for row in rows)
    words = {claim.id: (claim.standing.word, *map(str, claim.standing.origins)) for claim in claims_of(brief)}
    for row in rows:
        assert words[row["claim_id"].lstrip("'")] == (row["word"], row["origins_low"], row["origins_high"])
    assert text.count("\r\n") == len(rows) + 1 == len(statements_of(brief)) + 1


def in_order(claims: tuple, rows: list[dict[str, str]], story: str) -> list:  # type: ignore[type-arg]
    """The statements of claims in the order of the numbers that the rows give them."""
    numbers = {row["claim_id"].lstrip("'"): int(row["claim_number"]) for row in rows if row["story_id"].lstrip("'") == story}
    return [s for claim in sorted(claims, key=lambda claim: numbers[claim.id]) for s in claim.statements]


def test_an_empty_brief_is_a_row_of_names() -> None:
    text = to_csv(make_brief())
    assert text == "\ufeff" + ",".join(column.name for column in COLUMNS) + "\r\n"
