"""A reading -> the rows of its stories."""

import json

from headwater.listing import Listed, list_stories, to_json, to_lines
from headwater.pipeline import Reading
from tests.factories import make_story_article

NOUNS = ("crane", "harbour", "berth", "ferry")


def reading(*days: str | None) -> Reading:
    told = [make_story_article(f"a{n}", NOUNS, seed=1, day=day) for n, day in enumerate(days)]
    return Reading(articles=tuple(a for a, _ in told), notes=tuple(n for _, n in told))


def test_a_story_is_a_row() -> None:
    (story,) = list_stories(reading("2025-03-01", "2025-03-03"))
    assert (story.first, story.last) == ("2025-03-01", "2025-03-03")
    assert story.articles == ("a0", "a1")
    assert (story.outlets, story.texts) == (2, 1)


def test_lines_and_json() -> None:
    listed = list_stories(reading("2025-03-01", "2025-03-01"))
    assert "2025-03-01 " in to_lines(listed)
    assert "2 articles, 2 outlets, 1 text " in to_lines(listed)
    assert json.loads(to_json(listed))[0]["articles"] == ["a0", "a1"]


def test_nothing_is_no_line() -> None:
    assert to_lines(list_stories(Reading())) == ""
    assert json.loads(to_json(())) == []


def test_a_headline_cannot_move_the_cursor() -> None:
    row = Listed(id="1", headline="A\x1b[2J\n\u202eB", first=None, last=None, articles=("a",), outlets=1, texts=1)
    assert to_lines([row]).count("\n") == 1
    assert "\x1b" not in to_lines([row])
    assert "\u202e" not in to_lines([row])
    assert "undated" in to_lines([row])
