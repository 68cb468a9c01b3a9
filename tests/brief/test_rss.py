from typing import Any

import feedparser
import msgspec
import pytest
from hypothesis import given, settings
from lxml import etree

from headwater.brief.rss import to_rss
from headwater.types import Brief, BriefStory, Published
from tests.brief.briefs import briefs, claims_of, decide_claim, plain_brief
from tests.brief.test_timelinejs import Tags
from tests.factories import make_article, make_brief, make_claim, make_standing, make_statement, make_story

DATES = "Fri, 07 Mar 2025 00:00:00 +0000"


def read(text: str) -> Any:
    feed = feedparser.parse(text.encode())
    assert not feed.bozo, feed.bozo_exception
    assert feed.version == "rss20"
    return feed


def replace(brief: Brief, story: BriefStory, number: int, **standing: Any) -> Brief:
    claims = list(story.claims)
    claims[number] = msgspec.structs.replace(claims[number], standing=msgspec.structs.replace(claims[number].standing, **standing))
    return msgspec.structs.replace(brief, stories=(msgspec.structs.replace(story, claims=tuple(claims)),))


def test_an_item_is_a_claim_with_its_standing() -> None:
    feed = read(to_rss(plain_brief()))
    first = feed.entries[0]
    assert first.title == "[possibly corroborated] Forty people were hurt"
    assert first.summary.startswith(
        "<p>Forty people were hurt</p>"
        "<p>2 articles, 2 texts, 2 outlets, 1 to 2 origins: possibly corroborated. Independent is not the same as true.</p>"
        "<p>Why: Named: Mara Velden.</p><p>Why: Unnamed people widen the range.</p>"
    )
    assert (first.published, first.link, first.tags[0].term) == (DATES, "https://velden.example/dam", "possibly corroborated")
    assert first.headwater_standing["origins_high"] == "2"
    denied = next(entry for entry in feed.entries if "it had fired" in entry.title)
    assert denied.title == "[contested, single origin] it had fired"
    assert [tag.term for tag in denied.tags] == ["single origin", "contested"]
    assert feed.feed.updated == DATES


def test_only_what_is_new_or_stands_otherwise_is_told_of_an_older_brief() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    assert read(to_rss(brief, brief)).entries == []
    older = replace(brief, story, 0, origins=(1, 1), word="single origin")
    [changed] = read(to_rss(brief, older)).entries
    assert "<p>Before: 2 articles, 2 texts, 2 outlets, 1 origin: single origin.</p>" in changed.summary
    less = make_brief(msgspec.structs.replace(story, claims=story.claims[1:]))
    [new] = read(to_rss(brief, less)).entries
    assert "Before" not in new.summary
    assert new.guid == changed.guid == read(to_rss(brief)).entries[0].guid
    assert read(to_rss(older)).entries[0].guid != new.guid


def test_a_claim_that_has_another_id_and_the_same_statement_is_the_same() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    renamed = (msgspec.structs.replace(story.claims[0], id="another"), *story.claims[1:])
    assert read(to_rss(brief, make_brief(msgspec.structs.replace(story, claims=renamed)))).entries == []


def test_a_decision_is_a_change() -> None:
    brief = plain_brief()
    story = brief.stories[0]
    claims = (decide_claim(story.claims[0], make_standing(2, (2, 2), word="corroborated")), *story.claims[1:])
    [changed] = read(to_rss(make_brief(msgspec.structs.replace(story, claims=claims)), brief)).entries
    assert changed.title == "[possibly corroborated] Forty people were hurt"
    assert "<p>As people decided it: 2 articles, 2 texts, 2 outlets, 2 origins: corroborated</p>" in changed.summary


@pytest.mark.parametrize(
    ("text", "title"),
    [("AT&T won 3 < 4", "AT&T won 3 < 4"), ("<b>bold</b>", "‹b>bold‹/b>"), ("&lt;b&gt; &#60;", "＆lt;b＆gt; ＆#60;"), ("<!--", "‹!--")],
)
def test_a_title_has_no_markup(text: str, title: str) -> None:
    brief = plain_brief()
    story = brief.stories[0]
    claims = (msgspec.structs.replace(story.claims[0], text=text), *story.claims[1:])
    feed = etree.fromstring(to_rss(make_brief(msgspec.structs.replace(story, claims=claims))).encode())
    assert feed.findtext("channel/item/title") == f"[possibly corroborated] {title}"


def test_without_dates_there_is_no_date() -> None:
    article = make_article("It rained.", published=Published())
    text = to_rss(make_brief(make_story([article], [make_claim([make_statement(article, "It rained")])])))
    assert "pubDate" not in text
    assert "lastBuildDate" not in text
    read(text)


@settings(max_examples=20)
@given(briefs())
def test_hostile_briefs_are_feeds(brief: Brief) -> None:
    text = to_rss(brief)
    channel = etree.fromstring(text.encode()).find("channel")
    assert channel is not None
    assert [element.tag for element in channel][:4] == ["title", "link", "description", "language"]
    standings = {claim.id: claim.standing for claim in claims_of(brief)}
    items = channel.findall("item")
    assert len(items) == len(standings) == len({item.findtext("guid") for item in items})
    for item in items:
        held = item.find("{urn:x-headwater:}standing")
        assert held is not None
        standing = standings[held.get("claim", "")]
        assert (held.get("word"), held.get("origins_low"), held.get("origins_high")) == (standing.word, *map(str, standing.origins))
        assert f"{standing.word}]" in (item.findtext("title") or "")
        assert Tags(item.findtext("title") or "").found == set()
        assert "<" not in (item.findtext("description") or "").replace("<p>", "").replace("</p>", "")
    assert len(read(text).entries) == len(items)


def test_an_empty_brief_is_a_feed_without_items() -> None:
    assert read(to_rss(make_brief())).entries == []
