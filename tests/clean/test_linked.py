"""Linked data in, what it says of the article out."""

import json
import time
from typing import Any

import pytest

from headwater.clean.linked import Linked, read_linked

ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Dam breaks",
    "datePublished": "2023-05-04T10:15:00+02:00",
    "author": [{"@type": "Person", "name": "Mara Velden"}, {"name": "Olaf Brandt"}],
    "publisher": {"@type": "Organization", "name": "Velden Herald", "url": "https://herald.example.org"},
    "articleBody": "It broke.\n\nNobody was hurt.",
}
READ = Linked(
    is_article=True,
    title="Dam breaks",
    outlet="Velden Herald",
    authors=("Mara Velden", "Olaf Brandt"),
    published="2023-05-04T10:15:00+02:00",
    text="It broke.\n\nNobody was hurt.",
)


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        [{"@type": "WebPage"}, ARTICLE],
        {"@graph": [{"@type": "WebPage"}, ARTICLE]},
        {**ARTICLE, "@type": ["Thing", "ReportageNewsArticle"]},
    ],
    ids=["object", "list", "second", "graph", "kinds"],
)
def test_an_article_wherever_it_stands(value: object) -> None:
    assert read_linked(["{broken", json.dumps({"@type": "WebSite"}), json.dumps(value)], title="Dam breaks") == READ


def test_the_article_with_the_pages_headline_goes_first() -> None:
    scripts = [json.dumps([{**ARTICLE, "headline": "Mayor resigns"}, ARTICLE])]
    assert read_linked(scripts, title="Dam  breaks").title == "Dam breaks"
    assert read_linked(scripts, title=None).title == "Mayor resigns"


@pytest.mark.parametrize("wrapped", ["<!--{}-->", "//<![CDATA[\n{}\n//]]>", " {} "])
def test_wrapped_data(wrapped: str) -> None:
    assert read_linked([wrapped.replace("{}", json.dumps(ARTICLE))], title=None) == READ


def test_a_text_with_mark_up_and_line_ends_of_its_own() -> None:
    script = '{"@type": "Article", "articleBody": "<p>It &amp; that\nbroke.</p><p>Nobody \\"saw\\" it.</p>"}'
    assert read_linked([script], title=None).text == 'It & that\nbroke.\n\nNobody "saw" it.'


ODD: list[object] = [None, 7, "", [], {}, {"name": 7}]


@pytest.mark.parametrize(
    "field",
    [
        *([{"author": a} for a in ODD] + [{"author": a} for a in ("https://example.org/mara", {"name": "M" * 200}, [[["Mara"]]])]),
        *([{"publisher": p} for p in ODD] + [{"publisher": {"url": "https://herald.example.org"}}]),
        *([{"articleBody": b} for b in ODD] + [{"articleBody": ["It broke."]}]),
        *({"headline": h, "name": h} for h in ODD),
    ],
    ids=json.dumps,
)
def test_odd_values_are_as_none(field: dict[str, Any]) -> None:
    empty = dict.fromkeys(field)
    assert read_linked([json.dumps({**ARTICLE, **field})], title=None) == read_linked([json.dumps({**ARTICLE, **empty})], title=None)


@pytest.mark.parametrize(
    "script",
    [
        "",
        "null",
        "[" * 100_000,
        '{"@graph":' * 100_000,
        '{"@type":"Article","author":' + '{"name":' * 5000 + "1" + "}" * 5001,
        "9" * 10_000,
        '{"@type": "NewsArticle", "headline": "\\ud800"}',
        "[" + ",".join(['{"@type":"Article"}'] * 40_000) + "]",
    ],
    ids=lambda script: repr(script)[:30],
)
def test_hostile_data_say_little_and_cost_little(script: str) -> None:
    start = time.monotonic()
    found = read_linked([script] * 20, title="Dam breaks")
    assert (found.outlet, found.authors, found.text) == (None, (), "")
    assert (found.title or "").isascii()
    assert time.monotonic() - start < 5
