"""The tree of a sitemap in; the pages that it lists, or the sitemaps that an index lists, out.

A news sitemap names the publication and the date of each page; both are kept.
"""

from collections.abc import Iterator

from lxml import etree

from headwater.read import trees
from headwater.read.feeds import Follow, Link, instant
from headwater.read.pages import Item, Result, aside, failure


def is_sitemap(root: etree._Element) -> bool:
    """Is this the tree of a sitemap or of an index of sitemaps?"""
    return trees.local(root) in ("urlset", "sitemapindex")


def pages(item: Item, root: etree._Element, follow: Follow | None, most: int) -> Iterator[Result]:
    """The pages that a sitemap lists, ``most`` at the most; a failure where nothing may be fetched."""
    links = list(_links(root))
    if not links:
        yield failure(item.source, "is a sitemap with no addresses in it")
    elif follow is None:
        yield failure(item.source, f"is a sitemap of {len(links)} addresses; give its own address to have the pages fetched")
    else:
        for link in links[:most]:
            yield from follow(link)
        if len(links) > most:
            yield aside(item.source, f"a sitemap of {len(links)} addresses, of which the first {most} (max_links) were fetched")


def _links(root: etree._Element) -> Iterator[Link]:
    for element in root:
        if trees.local(element) not in ("url", "sitemap"):
            continue
        said = {trees.local(e): trees.text(e) for e in element.iterdescendants() if trees.local(e) in ("loc", "name", "publication_date")}
        loc = next((trees.text(e) for e in element if trees.local(e) == "loc"), "")
        if loc:
            date = instant(said.get("publication_date", ""))
            yield Link(address=loc, outlet=said.get("name") or None, published=date, is_sitemap=trees.local(element) == "sitemap")
