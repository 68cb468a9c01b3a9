import json
from html import unescape
from html.parser import HTMLParser
from typing import Any

import jsonschema
import msgspec
from hypothesis import given, settings

from headwater.brief.timelinejs import to_timelinejs
from headwater.types import Brief, Mention, TimelineEntry
from tests.brief.briefs import briefs, claims_of, plain_brief
from tests.factories import make_brief

_WHOLE = {"type": "integer"}
_SLIDE = {
    "type": "object",
    "required": ["text", "unique_id"],
    "properties": {
        "start_date": {
            "type": "object",
            "required": ["year"],
            "properties": {
                "year": _WHOLE,
                "month": {**_WHOLE, "minimum": 1, "maximum": 12},
                "day": {**_WHOLE, "minimum": 1, "maximum": 31},
            },
            "dependentRequired": {"day": ["month"]},
            "additionalProperties": False,
        },
        "text": {
            "type": "object",
            "required": ["headline", "text"],
            "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
            "additionalProperties": False,
        },
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": {"type": "string", "pattern": "^[a-z][a-z0-9-]*$"},
        "autolink": {"const": False},
    },
    "patternProperties": {"^urn:x-headwater:": {}},
    "additionalProperties": False,
}
# the fields that the documents of TimelineJS 3 list for its JSON; the project publishes no schema
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": _SLIDE,
        "events": {"type": "array", "items": {**_SLIDE, "required": ["text", "unique_id", "start_date"]}},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


class Tags(HTMLParser):
    """The tags of a text, as a browser sees them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[tuple[str, tuple[Any, ...]]] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add((tag, tuple(attrs)))

    def handle_decl(self, decl: str) -> None:
        self.found.add((decl, ()))

    def handle_comment(self, data: str) -> None:
        self.found.add((data, ()))


def read(text: str) -> dict[str, Any]:
    timeline: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(timeline)
    return timeline


def test_a_dated_event_is_a_slide_with_the_standing_of_its_claim() -> None:
    brief = plain_brief()
    timeline = read(to_timelinejs(brief))
    [slide] = timeline["events"]
    assert slide["start_date"] == {"year": 2025, "month": 3}
    assert slide["text"]["headline"] == "It rained"
    assert slide["text"]["text"] == (
        "<p>1 article, 1 text, 1 outlet, 1 origin: origin unknown. Independent is not the same as true.</p><p>Why: A reason.</p>"
        "<p>Dated by The Velden Herald: “It rained.”</p>"
    )
    assert slide["group"] == "Happened"
    assert slide["urn:x-headwater:standing"] == {
        "origins_low": 1,
        "origins_high": 1,
        "word": "origin unknown",
        "contested": False,
        "why": ["A reason."],
    }
    assert timeline["title"]["text"]["headline"] == "Dam breaks"


def test_a_date_of_no_claim_says_so_and_a_saying_is_a_group_of_its_own() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    mention = Mention(article=story.articles[0].id, start=0, end=3)
    entry = TimelineEntry(date="2025", text="She said so in 2025.", statements=(mention,), saying=True, conflicts=("2024",))
    [slide] = read(to_timelinejs(make_brief(msgspec.structs.replace(story, timeline=(entry,)))))["events"]
    assert slide["group"] == "Said"
    assert slide["text"]["text"].startswith("<p>No claim tells of this date.</p><p>Also dated 2024.</p>")
    assert not [key for key in slide if key.startswith("urn:")]


def test_several_stories_are_groups() -> None:
    brief = plain_brief()
    other = msgspec.structs.replace(brief.stories[0], id="other", headline="It <rains> & pours")
    timeline = read(to_timelinejs(make_brief(brief.stories[0], other)))
    # a group is stripped of markup before it is shown as HTML, so it is escaped twice
    assert [unescape(slide["group"]) for slide in timeline["events"]] == ["Dam breaks", "It &lt;rains&gt; &amp; pours"]
    assert len({slide["unique_id"] for slide in timeline["events"]}) == 2


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_make_no_markup_and_no_links(brief: Brief) -> None:
    timeline = read(to_timelinejs(brief))
    words = {claim.id: claim.standing for claim in claims_of(brief)}
    for slide in (timeline["title"], *timeline["events"]):
        assert Tags(slide["text"]["headline"]).found == set()
        assert Tags(slide["text"]["text"]).found == {("p", ())}
        assert Tags(unescape(slide.get("group", ""))).found == set()
        assert "://" not in slide["text"]["text"] + slide["text"]["headline"]
        if "urn:x-headwater:claim" in slide:
            standing = words[slide["urn:x-headwater:claim"]]
            assert slide["urn:x-headwater:standing"]["word"] == standing.word
            assert f"{standing.word}{', contested' if standing.contested else ''}. Independent" in slide["text"]["text"]
    assert len({slide["unique_id"] for slide in timeline["events"]}) == len(timeline["events"])


def test_an_empty_brief_has_no_events() -> None:
    assert read(to_timelinejs(make_brief()))["events"] == []
