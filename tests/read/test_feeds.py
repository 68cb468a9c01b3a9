"""Feeds in; their entries out."""

import json

import pytest

from headwater.read.feeds import Entry, from_json, from_xml, instant
from headwater.read.trees import tree_of
from tests.documents import rss

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>All the News</title><entry><title type="html">Dam &amp;amp; town</title>
<link rel="self" href="https://a.example/self"/><link rel="alternate" href="https://a.example/1"/><id>tag:1</id><updated>2025-03-06T10:00:00Z</updated>
<published>2025-03-05T10:00:00Z</published><author><name>Mara Velden</name></author><summary>Short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam <b>broke</b>.</p></div></content>
<source><title>Velden Herald</title><id>x</id></source></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title></channel>
<item><title>One</title><link>https://a.example/1</link><dc:date>2025-03-05</dc:date></item></rdf:RDF>"""
ENTRIES = [
    (
        ATOM,
        Entry(
            title="Dam & town",
            url="https://a.example/1",
            published="2025-03-05T10:00:00+00:00",
            authors=("Mara Velden",),
            publisher="Velden Herald",
            html='<div xmlns="http://www.w3.org/1999/xhtml"><p>The dam <b>broke</b>.</p></div>',
        ),
    ),
    (RDF, Entry(title="One", url="https://a.example/1", published="2025-03-05")),
    (
        rss(
            "<item><title>A &lt;b&gt;dam&lt;/b&gt;</title><guid>https://a.example/2</guid><author>m@a.example (Mara Velden)</author></item>"
        ),
        Entry(title="A dam", url="https://a.example/2", authors=("Mara Velden",)),
    ),
    (
        rss(
            "<item><description>Short</description><content:encoded><![CDATA[<p>The whole text</p>]]></content:encoded><guid isPermaLink='false'>7</guid></item>"
        ),
        Entry(publisher="All the News", html="<p>The whole text</p>"),
    ),
    (rss("<item><link>javascript:alert(1)</link><title>x</title></item>"), Entry(title="x", publisher="All the News")),
    ("<rss ><channel><item><title>Cut &nbsp; short", Entry(title="Cut short")),
]


@pytest.mark.parametrize(("content", "expected"), ENTRIES)
def test_an_entry(content: str | bytes, expected: Entry) -> None:
    assert from_xml(tree_of(content.encode() if isinstance(content, str) else content)) == [expected]


def test_a_json_feed() -> None:
    item = {
        "id": "1",
        "url": "https://a.example/1",
        "title": "One",
        "content_html": "<p>x</p>",
        "content_text": "x",
        "date_published": "2025-03-05T10:00:00Z",
    }
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "N",
        "items": [item | {"authors": [{"name": "Mara Velden"}]}, 7, {"content_text": "words"}],
    }
    expected = Entry(
        title="One", url="https://a.example/1", published="2025-03-05T10:00:00+00:00", authors=("Mara Velden",), html="<p>x</p>"
    )
    assert from_json(json.dumps(feed).encode()) == [expected, Entry(publisher="N", text="words")]
    assert from_json(b'{"version": "https://jsonfeed.org/version/1"}') == []
    assert from_json(b'{"version": "2", "see": "https://jsonfeed.org/version/1"}') is None
    assert from_json(b'{"version": "https://jsonfeed.org/version/1"') is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wed, 05 Mar 2025 11:30:00 +0100", "2025-03-05T11:30:00+01:00"),
        ("2025-03-05T11:30:00Z", "2025-03-05T11:30:00+00:00"),
        ("2025-03-05", "2025-03-05"),
        ("yesterday", None),
        ("", None),
        ("Wed, 99 Mar 2025 11:30:00 +0100", None),
        ("Wed, 05 Mar 99999999999 11:30:00 +0100", None),
    ],
)
def test_instants(text: str, expected: str | None) -> None:
    assert instant(text) == expected


def test_entities_are_neither_loaded_nor_expanded() -> None:
    bomb = '<!DOCTYPE rss [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
    [entry] = from_xml(tree_of(f"{bomb}<rss ><channel><item><title>&f;&b;t</title></item></channel></rss>".encode()))
    assert entry.title == "&f;&b;t"
