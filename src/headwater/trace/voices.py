"""The articles of a story in, who speaks with whose voice out: texts, voices and publishers as groups of articles."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from headwater.cluster import tied
from headwater.outlets import outlet_key, outlet_named, publisher_of
from headwater.trace.credits import find_wires
from headwater.types import Article, Story

Leaders = dict[str, str]


def find_texts(story: Story) -> Leaders:
    """Article to the first of those with the same text, its copies."""
    return _groups(story.articles, story.copies)


def find_voices(story: Story, articles: Mapping[str, Article]) -> Leaders:
    """Article to the first of those that speak with its voice: copies, one outlet, or one agency's text."""
    return _groups(story.articles, (*story.copies, *_sharing(story.articles, lambda i: _voice_keys(articles[i]))))


def find_publishers(story: Story, articles: Mapping[str, Article]) -> Leaders:
    """Article to the first of those of its publisher; the list tells of publishers, one registrable domain is one outlet."""
    return _groups(story.articles, _sharing(story.articles, lambda i: _publisher_keys(articles[i])))


def outlet_name(article: Article) -> str:
    """The outlet's name as the list spells it; "" where it is not known."""
    known = outlet_named(article.outlet or "")
    return known.name if known else (article.outlet or "")


def _voice_keys(article: Article) -> list[str]:
    wires = [f"wire {name}" for name in find_wires(article)]
    known = outlet_named(article.outlet or "")
    if known and known.agency:
        return [f"wire {known.name}", *wires]
    return [*([f"outlet {outlet_key(article.outlet)}"] if article.outlet else []), *_domain_key(article), *wires]


def _publisher_keys(article: Article) -> list[str]:
    return [*([f"publisher {outlet_key(publisher_of(article.outlet))}"] if article.outlet else []), *_domain_key(article)]


def _domain_key(article: Article) -> list[str]:
    # an outlet of the list may share its domain with others, as pages on a portal do
    return [f"domain {article.domain}"] if article.domain and outlet_named(article.outlet or "") is None else []


def _sharing(ids: Sequence[str], keys_of: Callable[[str], Iterable[str]]) -> list[list[str]]:
    """Groups of the articles that have a key in common."""
    holders: dict[str, list[str]] = {}
    for i in ids:
        for key in keys_of(i):
            holders.setdefault(key, []).append(i)
    return list(holders.values())


def _groups(ids: Sequence[str], joined: Iterable[Sequence[str]]) -> Leaders:
    """Each article to the first one of its group, where groups that share an article are one."""
    groups = tied([*([i] for i in ids), *joined])
    return {i: min(g, key=ids.index) for g in groups for i in g}
