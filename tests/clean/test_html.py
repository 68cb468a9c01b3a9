"""HTML in, an article with the way back to the page out."""

import html
import re
import time

import pytest

from headwater.clean import clean
from headwater.clean.html import read_html
from headwater.errors import CleanError
from headwater.text import words
from headwater.types import Article
from tests.factories import make_page

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Dam breaks above Ostmark - Velden Herald</title>
<meta property="og:site_name" content="Velden Herald"><meta property="og:title" content="Dam breaks above Ostmark">
<meta property="article:published_time" content="2023-05-04T10:15:00+02:00"><meta name="author" content="Mara Velden">
<link rel="canonical" href="https://herald.example.org/dam">
<script>var dam = "The dam above Ostmark broke";</script><style>p {{ color: red }}</style></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Dam breaks above Ostmark</h1>
{}
</article><footer>Copyright 2023 Velden Herald</footer></body></html>
"""
PARAGRAPHS = (
    "<p>The dam above <b>Ostmark</b> broke on Friday night, and <a href='/b'>nine barges</a> sank in the harbour below it.</p>",
    "<p>Mara Velden, the mayor, said that nobody was hurt &amp; nobody was missing. Engineers will look at the wall.</p>",
    "<p>&ldquo;We heard it go,&rdquo; said Olaf Brandt, who keeps the caf&eacute; on the quay. &#8220;The water came fast.&#8221;</p>",
    "<!-- a note --><p>The road to the lake\n   stays closed\n until Monday, <i>the</i> council<script>x()</script> said.</p>",
    "<h2>What comes next</h2><p>The council meets on Tuesday at nine, and the ministry has sent four engineers to the valley.</p>",
    "<ul><li>Nine barges lost in the harbour</li><li>Forty houses without power on the north bank</li></ul>",
    "<p title='a > b'>The wall &mdash; built by hand &mdash; had stood for ninety years before it broke, the mayor said.</p>",
    "<p>More than 1&nbsp;200 people had no power on Saturday, the council of the town said in a short note.</p>",
    "<blockquote>The wall was old, and everybody in the valley knew it was old.</blockquote>",
)
_MARKS = re.compile(r"(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>|<[^>]*>")


def cleaned(page: str) -> Article:
    article = clean(make_page(page, "text/html"))
    assert isinstance(article, Article)
    return article


def way_back(article: Article, page: str) -> list[tuple[list[str], list[str]]]:
    """The words of each passage that has a way back, in the article and on the page."""
    return [
        (words(article.text[p.start : p.end]), words(html.unescape(_MARKS.sub(" ", page[p.page_start : p.page_end]))))
        for p in article.passages
        if p.page_start != p.page_end
    ]


def test_a_page_says_who_and_when() -> None:
    article = cleaned(PAGE.format("\n".join(PARAGRAPHS)))
    assert (article.title, article.outlet, article.author) == ("Dam breaks above Ostmark", "Velden Herald", "Mara Velden")
    assert (article.address, article.domain) == ("https://herald.example.org/dam", "example.org")
    assert (article.published.earliest or "")[:10] == (article.published.latest or "")[:10] == "2023-05-04"
    assert article.text.startswith("Dam breaks above Ostmark\n\nThe dam above Ostmark broke on Friday night")
    assert "Home" not in article.text
    assert "Copyright" not in article.text
    assert "x()" not in article.text


@pytest.mark.parametrize(
    "page",
    [
        PAGE.format("\n".join(PARAGRAPHS)),
        PAGE.format("".join(PARAGRAPHS)).replace("\n", "\r\n"),
        PAGE.format("\n".join(reversed(PARAGRAPHS))),
        f"<html><body>{''.join(PARAGRAPHS)}</body></html>",
        f"<p>{'</p><p>'.join(re.sub('<[^>]*>', '', p) for p in PARAGRAPHS[:3])}",
    ],
    ids=["page", "carriage returns", "reversed", "bare", "unclosed"],
)
def test_every_passage_leads_back_to_its_words(page: str) -> None:
    article = cleaned(page)
    found = way_back(article, page)
    assert len(found) == len(article.passages) >= 3
    assert all(here == there for here, there in found)


def test_dropped_lines_lead_back_too() -> None:
    page = PAGE.format("<p>By Olaf Brandt</p>" + "\n".join(PARAGRAPHS) + "<p>Related: Nine barges sink</p>")
    dropped = {d.kind: page[d.page_start : d.page_end] for d in cleaned(page).dropped}
    assert dropped["related"] == "Related: Nine barges sink"


def test_a_page_without_text_is_a_draft_without_lines() -> None:
    assert read_html("<html><body></body></html>").lines == ()
    assert read_html("").lines == ()


@pytest.mark.parametrize("tag", ["div", "b", "p", "table", "ul><li"])
def test_html_nested_100_000_deep_is_refused_at_once(tag: str) -> None:
    start = time.monotonic()
    with pytest.raises(CleanError, match=r"nested \d+ deep"):
        clean(make_page(f"<html><body>{f'<{tag}>' * 100_000}The dam broke.", "text/html"))
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("broken", ["<", "<!--", "<p", "<p a='", "</p></p></p>", "<![CDATA[", "&#xffffffff;", "<?xml", "\x00<p>a</p>"])
def test_broken_mark_up_is_a_draft_or_a_clean_error(broken: str) -> None:
    body = "".join(PARAGRAPHS)
    for page in (broken, f"{broken}{body}", f"{body}{broken}"):
        try:
            draft = read_html(page)
        except CleanError:
            continue
        assert all(0 <= line.start <= line.end <= len(page) for line in draft.lines)
