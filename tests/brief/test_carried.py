import json

import pytest
from hypothesis import given

from headwater.brief.carried import (
    decided_lines,
    decided_values,
    dump,
    look_up,
    make_uuid,
    reasons,
    shorten,
    standing_values,
    telling,
    web_address,
)
from tests.brief.briefs import TEXT, decide_claim, plain_brief
from tests.factories import make_article, make_link, make_standing, make_statement
from tests.strategies import hostile


@given(hostile())
def test_json_says_the_same_and_holds_nothing_live(text: str) -> None:
    dumped = dump({"text": text})
    assert json.loads(dumped)["text"] == "".join("\ufffd" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    assert not set(dumped) & set("<\x00\x1b\x85\u2028\u2029\u202e\u200f\u2066\ufeff")
    assert dumped.encode("utf8")
    assert len(dump(text, indent=None).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("https://velden.example/a?b=1&c=%20", True),
        ("HTTP://velden.example", True),
        ("https://[2001:db8::1]/a", True),
        ("https://velden.example/a b", False),
        ("https://velden.example/<b>", False),
        ('https://velden.example/"', False),
        ("javascript:alert(1)", False),
        ("//velden.example", False),
        ("https://", False),
        ("https://velden.example\n", False),
        ("reports/dam.txt", False),
        ("", False),
        (None, False),
    ],
)
def test_only_plain_addresses_are_links(text: str | None, link: bool) -> None:  # noqa: FBT001 - a table
    assert web_address(text) == (text if link else None)


def test_an_id_hashes_its_parts_one_by_one() -> None:
    assert make_uuid("a", "b", "c") == make_uuid("a", "b", "c") != make_uuid("a", "bc")
    assert make_uuid("a", "\ud800")


def test_a_standing_is_whole() -> None:
    standing = make_standing(4, (1, 2), word="possibly corroborated", contested=True, why=("a", "b"))
    assert standing_values(standing) == {
        "articles": 4,
        "texts": 4,
        "outlets": 4,
        "origins_low": 1,
        "origins_high": 2,
        "word": "possibly corroborated",
        "contested": True,
        "why": ["a", "b"],
    }


def test_what_people_decided_stands_beside_the_guess() -> None:
    story = plain_brief().stories[0]
    claim = decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated"), otherwise=("It now sees one origin.",))
    assert list(decided_lines(claim)) == [
        "As people decided it: 2 articles, 2 texts, 2 outlets, 2 origins: corroborated",
        "The program thinks otherwise: It now sees one origin.",
    ]
    values = decided_values(claim)
    assert values is not None
    assert values["standing"]["word"] == "corroborated"
    assert standing_values(claim.standing)["word"] == "possibly corroborated"
    assert list(decided_lines(decide_claim(claim, None, into="x"))) == ["As people decided it: part of claim x"]
    assert list(decided_lines(decide_claim(claim))) == ["As people decided it: nothing of it counts"]
    assert decided_values(story.claims[0]) is None


def test_the_reasons_say_the_range_the_word_and_what_speaks_against_it() -> None:
    story = plain_brief().stories[0]
    lines = list(reasons(look_up(story), story.claims[1]))
    assert lines[0] == "1 article, 1 text, 1 outlet, 1 origin: single origin, contested. Independent is not the same as true."
    assert lines[1:] == ["Why: A reason.", "Conflict: denial: The army denies it"]


def test_a_telling_names_what_is_doubted() -> None:
    article = make_article(TEXT, "The Velden Herald", retracted="We retract this.")
    statement = make_statement(article, "it had fired", [make_link(article, "The army")], status="denied", sure=False)
    assert telling(article, statement) == (
        "The Velden Herald, 2024-12-16; The army; denied; perhaps of another claim; the report was retracted"
    )


def test_a_long_text_is_cut_with_a_sign() -> None:
    assert shorten("a" * 9, 9) == "a" * 9
    assert shorten("a" * 10, 9) == "a" * 8 + "…"
