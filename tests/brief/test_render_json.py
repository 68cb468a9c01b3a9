import json

import msgspec

from headwater.brief.render_json import to_json
from headwater.types import Aside, Brief
from tests.factories import make_article, make_brief, make_claim, make_link, make_statement, make_story


def example() -> Brief:
    article = make_article(
        "Près du moulin 😀 the mill burned, Ada said.", copy_of=("x",), addresses=("http://e.example/a",), cut="ends in no sign"
    )
    claim = make_claim([make_statement(article, "the mill burned", [make_link(article, "Ada said")])])
    return make_brief(make_story([article], [claim]))


def test_json_begins_with_version_and_schema_and_ends_in_a_newline() -> None:
    text = to_json(example())
    assert list(json.loads(text)) == ["headwater", "schema", "stories", "set_aside", "failures"]
    assert text.endswith("}\n")
    assert "Près du moulin 😀" in text


def test_json_reads_back_as_the_same_brief() -> None:
    assert msgspec.json.decode(to_json(example()), type=Brief) == example()


def test_json_offsets_are_code_points() -> None:
    story = json.loads(to_json(example()))["stories"][0]
    statement = story["claims"][0]["statements"][0]
    assert story["articles"][0]["text"][statement["start"] : statement["end"]] == statement["quote"]


def test_json_has_the_documented_keys_in_their_order() -> None:
    story = json.loads(to_json(example()))["stories"][0]
    assert list(story)[:5] == ["id", "headline", "articles", "claims", "conflicts"]
    assert list(story["articles"][0])[:7] == ["id", "source", "outlet", "title", "author", "language", "published"]
    assert (story["articles"][0]["addresses"], story["articles"][0]["cut"]) == (["http://e.example/a"], "ends in no sign")
    assert list(story["claims"][0]["statements"][0])[:8] == ["id", "article", "start", "end", "quote", "status", "outlet_status", "chain"]
    assert list(story["claims"][0]["standing"])[:7] == ["articles", "texts", "outlets", "origins", "word", "contested", "why"]


def test_json_of_a_broken_file_name_can_be_written() -> None:
    text = to_json(make_brief(set_aside=(Aside(source="a\udcff.txt", why="binary"),)))
    assert text.encode("utf8")
    assert json.loads(text)["set_aside"][0]["source"] == "a�.txt"
