"""HTML in, an article with the way back to the page out."""

import html
import re
import time

import pytest

from headwater.clean import clean
from headwater.clean.html import read_html
from headwater.clean.markup import squeeze
from headwater.errors import CleanError
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
    "<p>The boats lay in the harbour, and the harbour lay in the dark.</p><p>The harbour stays closed until Monday, the council said.</p>",
    "<p>The council&#8217;s note was short. The caf&eacute; on the quay, Ost<b>mark</b>&#8217;s oldest, stayed open &#40;all night&#41;.</p>",
    "<blockquote>The wall was old, and everybody in the valley knew it was old.</blockquote>",
)
_MARKS = re.compile(r"(?s)<!--.*?-->|<script.*?</script>|<style.*?</style>|<[^>]*>")


def cleaned(page: str) -> Article:
    article = clean(make_page(page, "text/html"))
    assert isinstance(article, Article)
    return article


def way_back(article: Article, page: str) -> list[tuple[str, str]]:
    """The printed characters of each passage that has a way back, in the article and on the page."""
    return [
        (squeeze(article.text[p.start : p.end]), squeeze(html.unescape(_MARKS.sub("", page[p.page_start : p.page_end]))))
        for p in article.passages
        if p.page_start != p.page_end
    ]


def test_a_page_says_who_and_when() -> None:
    article = cleaned(PAGE.format("\n".join(PARAGRAPHS)))
    assert (article.title, article.outlet, article.author) == ("Dam breaks above Ostmark", "Velden Herald", "Mara Velden")
    assert (article.address, article.domain) == ("https://herald.example.org/dam", "example.org")
    assert article.published.earliest == article.published.latest == "2023-05-04T10:15:00+02:00"
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
def test_every_passage_leads_back_to_its_characters(page: str) -> None:
    article = cleaned(page)
    found = way_back(article, page)
    assert len(found) == len(article.passages) >= 3
    assert all(here == there for here, there in found)


def test_dropped_lines_lead_back_too() -> None:
    page = PAGE.format("<p>By Olaf Brandt</p>" + "\n".join(PARAGRAPHS) + "<p>Related: Nine barges sink</p>")
    dropped = {d.kind: page[d.page_start : d.page_end] for d in cleaned(page).dropped}
    assert dropped["related"] == "Related: Nine barges sink"


def test_a_dateline_with_references_shifts_the_way_back() -> None:
    page = PAGE.format("<p>OSTMARK (Reuters) &#8212; The wall&#8217;s foot <b>gave</b> way.</p>" + "\n".join(PARAGRAPHS))
    article = cleaned(page)
    assert all(here == there for here, there in way_back(article, page))
    assert [page[d.page_start : d.page_end] for d in article.dropped if d.kind == "dateline"] == ["OSTMARK (Reuters) &#8212;"]


META = '<meta property="article:published_time" content="2023-05-04T10:15:00+02:00">'
LINKED = '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", %s}</script>'
DATED = [
    (META, "", "2023-05-04T10:15:00+02:00"),
    (LINKED % '"datePublished": "2023-05-04T08:15:00Z"', "", "2023-05-04T08:15:00+00:00"),
    (LINKED % '"datePublished": "2023-05-04T08:15:00Z"' + META, "", "2023-05-04T08:15:00+00:00"),
    (LINKED % '"datePublished": "2053-05-04T08:15:00Z"', "", "2053-05-04T08:15:00+00:00"),
    ("", '<time datetime="2023-05-04T10:15:00+02:00">4 May 2023</time>', "2023-05-04T10:15:00+02:00"),
    (META, '<time datetime="2023-05-06T11:00:00+02:00">6 May 2023</time>', "2023-05-04T10:15:00+02:00"),
    ('<meta name="date" content="2023-05-04">', "", "2023-05-04"),
    ('<meta property="article:published_time" content="soon">', "", None),
    ("", "", None),
]


@pytest.mark.parametrize(("head", "body", "published"), DATED)
def test_the_instant_with_its_zone_is_kept(head: str, body: str, published: str | None) -> None:
    page = f"<html><head><title>Dam breaks</title>{head}</head><body><article><h1>Dam breaks</h1>{body}{''.join(PARAGRAPHS)}</article></body></html>"
    assert read_html(page).published == published


def test_linked_data_name_authors_and_outlet() -> None:
    linked = LINKED % '"author": [{"name": "Mara Velden"}, {"name": "Olaf Brandt"}], "publisher": {"name": "Velden Herald"}'
    article = cleaned(f"<html><head><title>Dam breaks</title>{linked}</head><body>{''.join(PARAGRAPHS)}</body></html>")
    assert (article.author, article.outlet) == ("Mara Velden, Olaf Brandt", "Velden Herald")


def test_a_text_that_only_a_script_would_show_is_read_from_the_linked_data() -> None:
    lines = [
        "The dam above Ostmark broke on Friday night, the mayor said.",
        "Nine barges sank in the harbour below it & nobody was hurt, the council said on Saturday in a note.",
    ]
    linked = LINKED % f'"headline": "Dam breaks", "articleBody": "{lines[0]}\\n\\n{html.escape(lines[1])}"'
    page = f"<html><head>{linked}</head><body><div id='root'></div><p>Please turn on scripts.</p></body></html>"
    article = cleaned(page)
    assert article.text.endswith("\n\n".join(lines))
    places = [page[p.page_start : p.page_end] for p in article.passages]
    assert places[-2:] == [lines[0], ""]


def test_a_text_on_the_page_goes_before_that_of_the_linked_data() -> None:
    page = PAGE.format("\n".join(PARAGRAPHS)).replace("<title>", LINKED % '"articleBody": "A short text."' + "<title>")
    assert "A short text." not in cleaned(page).text


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
