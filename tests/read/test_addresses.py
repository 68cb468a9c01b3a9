"""Addresses, lists, feeds and sitemaps on a server in; pages in their order out."""

from pathlib import Path

import pytest

from headwater.read import read
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure, Page
from tests.documents import HTML, NEWS, rss
from tests.read.conftest import Server

NEAR = ReadSettings(allow_private=True, fetch_delay_s=0, max_links=3)


def item(link: str, *, words: str = "A short word.", source: str = "") -> str:
    return f"<item><title>Dam breaks</title><link>{link}</link><description>{words}</description>{source}</item>"


def shown(paths: list[str], base: str) -> list[tuple[str, str]]:
    results = list(read(paths, settings=NEAR))
    said = [r.media_type if isinstance(r, Page) else r.message if isinstance(r, Failure) else r.why for r in results]
    return [(r.source.replace(base, ""), words) for r, words in zip(results, said, strict=True)]


def test_a_list_of_addresses(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "links.urls"
    one, two = server.page("/1", HTML), server.page("/2", HTML)
    path.write_text(f"\ufeff# the dam\n{one}\r\n\nno address\n{server.base}/none\n{one}\n{two}", encoding="utf8")
    assert shown([str(path)], server.base) == [
        ("/1", "text/html"),
        (f"{path}#2", "is no http(s) address: 'no address'; give one a line"),
        ("/none", "answers 404 (Not Found): there is no such page; check the address"),
        ("/2", "text/html"),
    ]


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "with nothing in it"), (b"# x\n\n", "with nothing in it"), (b"x" * 3_000_000, "holds a line of over")]
)
def test_a_list_without_addresses(tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "links.urls"
    path.write_bytes(content)
    [result] = read([str(path)])
    assert isinstance(result, Failure)
    assert why in result.message


def test_the_pages_behind_a_feed_are_fetched_with_what_it_says_of_them(server: Server) -> None:
    source = '<source url="https://herald.example">Velden Herald</source><pubDate>Wed, 05 Mar 2025 11:30:00 +0100</pubDate>'
    feed = rss(
        item(server.page("/1", HTML), source=source),
        item(server.base + "/gone"),
        item(server.base + "/whole", words=" ".join(NEWS * 3)),
        item(server.page("/4", HTML)),
        item(server.page("/5", HTML)),
    )
    address = server.page("/feed", feed, "application/rss+xml")
    results = list(read([address], settings=NEAR))
    assert [r.source.replace(server.base, "") for r in results] == ["/1", "/gone", "/feed#2", "/feed#3", "/4", "/feed#5", "/feed"]
    first = results[0]
    assert isinstance(first, Page)
    assert (first.outlet, first.published) == ("Velden Herald", "2025-03-05T11:30:00+01:00")
    assert isinstance(results[1], Failure)
    assert [r.media_type for r in results if isinstance(r, Page)].count("application/feed-entry+json") == 3
    assert isinstance(results[-1], Aside)
    assert "first 3 (max_links)" in results[-1].why
    assert "/whole" not in server.asked
    assert "/5" not in server.asked


def test_nothing_is_fetched_for_a_feed_or_a_list_in_a_file(server: Server, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss(item(server.base + "/1")))
    (tmp_path / "map.xml").write_text(f"<urlset><url><loc>{server.base}/1</loc></url></urlset>", encoding="utf8")
    (tmp_path / "links.urls").write_text(server.base, encoding="utf8")
    assert [type(r) for r in read([str(tmp_path)], settings=NEAR)] == [Page, Failure, Failure]
    assert server.asked == []


def test_a_sitemap_and_an_index_of_them(server: Server) -> None:
    news = "<news:news><news:publication><news:name>Velden Herald</news:name></news:publication><news:publication_date>2025-03-05</news:publication_date></news:news>"
    urls = "".join(f"<url><loc>{server.page(f'/{n}', HTML)}</loc>{news}</url>" for n in range(5))
    inner = server.page("/news.xml", f"<?xml version='1.0'?><urlset xmlns='s' xmlns:news='n'>{urls}</urlset>", "application/xml")
    again = f"<sitemap><loc>{server.base}/index.xml</loc></sitemap><sitemap><loc>{inner}</loc></sitemap>"
    address = server.page("/index.xml", f"<sitemapindex xmlns='s'>{again}</sitemapindex>", "application/xml")
    results = list(read([address], settings=NEAR))
    assert [r.source.replace(server.base, "") for r in results] == ["/0", "/1", "/2", "/news.xml"]
    assert {(r.outlet, r.published) for r in results if isinstance(r, Page)} == {("Velden Herald", "2025-03-05")}


def test_lists_within_lists_end(server: Server) -> None:
    for n in range(5):
        server.page(f"/{n}", f"<sitemapindex><sitemap><loc>{server.base}/{n + 1}</loc></sitemap></sitemapindex>", "application/xml")
    assert shown([server.base + "/0"], server.base) == [
        ("/2", "is a sitemap of 1 addresses; give its own address to have the pages fetched"),
    ]


@pytest.mark.parametrize(
    "address", ["http://", "https://x y/", "https://exa\nmple/", "http://[::1", "http://a:99999/", "https://u:p@h.example/"]
)
def test_what_is_no_address(address: str) -> None:
    [result] = read([address])
    assert isinstance(result, Failure)
    assert len(result.message.splitlines()) == 1
    assert len(result.source.splitlines()) == 1
