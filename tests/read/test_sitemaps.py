"""The tree of a sitemap -> what is fetched for it."""

from collections.abc import Iterator

import pytest

from headwater.read.feeds import Link
from headwater.read.pages import Item, Result, aside
from headwater.read.sitemaps import is_sitemap, pages
from headwater.read.trees import tree_of
from headwater.types import Aside, Failure

ITEM = Item(source="news.xml", name="news.xml")
SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
NEWS = (
    "<news:news><news:publication><news:name>Velden Herald</news:name><news:language>en</news:language></news:publication>"
    "<news:publication_date>2025-03-06T08:00:00Z</news:publication_date><news:title>Dam breaks</news:title></news:news>"
)


def sitemap(*urls: str) -> bytes:
    return f"<?xml version='1.0'?><urlset {SPACES}>{''.join(urls)}</urlset>".encode()


def url(number: int, more: str = "") -> str:
    return f"<url><loc> https://e.example/{number} </loc>{more}</url>"


def followed(content: bytes, most: int = 10) -> tuple[list[Link], list[Result]]:
    links: list[Link] = []

    def follow(link: Link) -> Iterator[Result]:
        links.append(link)
        yield aside(link.address, "followed")

    results = list(pages(ITEM, tree_of(content), follow, most))
    return links, [r for r in results if not (isinstance(r, Aside) and r.why == "followed")]


@pytest.mark.parametrize(("name", "is_one"), [("urlset", True), ("sitemapindex", True), ("rss", False), ("url", False), ("html", False)])
def test_what_is_a_sitemap(name: str, *, is_one: bool) -> None:
    assert is_sitemap(tree_of(f"<{name} {SPACES}/>".encode())) == is_one
    assert is_sitemap(tree_of(f"<{name}/>".encode())) == is_one


def test_a_news_sitemap_names_the_publication_and_the_date() -> None:
    links, rest = followed(sitemap(url(1, NEWS), url(2)))
    assert rest == []
    assert [(k.address, k.outlet, k.published, k.is_sitemap) for k in links] == [
        ("https://e.example/1", "Velden Herald", "2025-03-06T08:00:00+00:00", False),
        ("https://e.example/2", None, None, False),
    ]


def test_an_index_lists_sitemaps() -> None:
    links, _ = followed(f"<sitemapindex {SPACES}><sitemap><loc>https://e.example/a.xml</loc></sitemap></sitemapindex>".encode())
    assert [(k.address, k.is_sitemap) for k in links] == [("https://e.example/a.xml", True)]


def test_the_address_of_a_picture_is_not_that_of_the_page() -> None:
    links, _ = followed(sitemap('<url><i:image xmlns:i="x"><i:loc>https://e.example/p.jpg</i:loc></i:image></url>', url(1)))
    assert [k.address for k in links] == ["https://e.example/1"]


def test_no_more_than_the_most_are_fetched_and_the_rest_is_told() -> None:
    links, rest = followed(sitemap(*map(url, range(5))), most=2)
    assert len(links) == 2
    [told] = rest
    assert isinstance(told, Aside)
    assert "5 addresses, of which the first 2" in told.why


@pytest.mark.parametrize(
    "content", [sitemap(), sitemap("<url/>", "<url><loc> </loc></url>", "<other><loc>https://e.example</loc></other>")]
)
def test_one_without_addresses_is_a_failure(content: bytes) -> None:
    links, rest = followed(content)
    assert links == []
    assert [r.message for r in rest if isinstance(r, Failure)] == ["is a sitemap with no addresses in it"]


def test_a_sitemap_in_a_file_fetches_nothing() -> None:
    [result] = pages(ITEM, tree_of(sitemap(url(1))), None, 10)
    assert isinstance(result, Failure)
    assert "give its own address" in result.message
