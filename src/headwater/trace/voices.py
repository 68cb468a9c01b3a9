"""The articles of a story in, who speaks with whose voice out: texts, voices and publishers as groups of articles."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from headwater.cluster import tied
from headwater.outlets import outlet_key, outlet_named, publisher_of
from headwater.text import words
from headwater.trace.credits import find_wires, signs_itself
from headwater.types import Article, Statement, Story

Leaders = dict[str, str]
_RUN = 5  # words of a run; usual for near-copies (Broder 1997)
_NEW = 0.5  # share of a sentence's runs that no copy has, for it to be new


def find_texts(story: Story) -> Leaders:
    """Article to the first of those with the same text, its copies."""
    return _groups(story.articles, story.copies)


def find_voices(story: Story, articles: Mapping[str, Article]) -> Leaders:
    """Article to the first of those that speak with its voice: copies, one agency's text, or else one outlet."""
    # one copy without the agency's tag is the agency's text all the same, and ties its outlet's other reports to nothing
    read = read_outlets(story, articles)
    wires = {i: find_wires(articles[i], read=read) for i in story.articles}
    tagged = {i for group in story.copies if any(wires[i] for i in group) for i in group}
    untagged = {i for i in tagged if not wires[i] and not signs_itself(articles[i])}
    keys = _sharing(story.articles, lambda i: [] if i in untagged else _voice_keys(articles[i], wires[i]))
    return _groups(story.articles, (*story.copies, *keys))


def find_publishers(story: Story, articles: Mapping[str, Article]) -> Leaders:
    """Article to the first of those of its publisher; the list tells of publishers, one registrable domain is one outlet."""
    return _groups(story.articles, _sharing(story.articles, lambda i: _publisher_keys(articles[i])))


def find_added(story: Story, articles: Mapping[str, Article], statements: Iterable[Statement]) -> frozenset[str]:
    """The statements that a copy adds: their sentence stands in none of the texts that it is a copy of or that copy it.

    An article that prints an agency's text adds nothing: what others left out of it may be the agency's too.
    """
    read = read_outlets(story, articles)
    group = {i: g for g in story.copies for i in g}
    runs: dict[str, frozenset[tuple[str, ...]]] = {}
    added = []
    for s in statements:
        if s.article not in group or find_wires(articles[s.article], read=read) or _is_agency(articles[s.article]):
            continue
        mine = _runs(articles[s.article].text[s.sentence.start : s.sentence.end])
        for i in group[s.article]:
            if i not in runs:
                runs[i] = _runs(articles[i].text)
        others = [i for i in group[s.article] if i != s.article]
        if mine and all(len(mine - runs[i]) > _NEW * len(mine) for i in others):
            added.append(s.id)
    return frozenset(added)


def outlet_name(article: Article) -> str:
    """The outlet's name as the list spells it; "" where it is not known."""
    known = outlet_named(article.outlet or "")
    return known.name if known else (article.outlet or "")


def read_outlets(story: Story, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """The names of the outlets of whom a report is in the story."""
    return tuple(sorted({name for i in story.articles if (name := outlet_name(articles[i]))}))


def voice_names(article: Article, read: Sequence[str]) -> tuple[str, ...]:
    """The names that an article's own voice goes by: of the agency whose text it prints, then of its outlet."""
    return tuple(dict.fromkeys(filter(None, (*find_wires(article, read=read), outlet_name(article)))))


def _is_agency(article: Article) -> bool:
    known = outlet_named(article.outlet or "")
    return known is not None and known.agency


def _voice_keys(article: Article, wires: Sequence[str]) -> list[str]:
    if len(wires) == 1:
        return [f"outlet {outlet_key(wires[0])}"]  # whoever prints it, the text is the agency's
    return [*([f"outlet {outlet_key(article.outlet)}"] if article.outlet else []), *_domain_key(article)]


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
    place = {i: n for n, i in enumerate(ids)}
    groups = tied([*([i] for i in ids), *joined])
    first = {g[0]: min(g, key=place.__getitem__) for g in groups}
    return {i: first[g[0]] for g in groups for i in g}


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = words(text)
    return frozenset(tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1))
