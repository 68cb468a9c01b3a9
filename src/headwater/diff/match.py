"""Two briefs in, which statements, claims and stories of one are which of the other out: by id, by span, by words."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from headwater.cluster import tied
from headwater.outlets import page_key
from headwater.text import fold
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStatement, BriefStory

_SHARED = 0.5  # of the shorter one's characters, for the same words cut otherwise


class Side(msgspec.Struct, frozen=True):
    """One of the two briefs, with what is looked up in it."""

    articles: Mapping[str, BriefArticle]
    claims: Mapping[str, BriefClaim]
    story: Mapping[str, BriefStory]
    """The story of an article or a claim."""
    home: Mapping[str, str]
    """Statement to its claim."""
    text: Mapping[str, str]
    """Article to the first of its copies."""


class Matched(msgspec.Struct, frozen=True):
    """Which is which."""

    claims: tuple[tuple[str | None, str | None], ...]
    """(old, new): each claim of each brief once, in the order of the new brief; what is gone comes last."""
    merged: Mapping[str, str]
    """Claims of the old brief that are in another one's heir now."""
    split: Mapping[str, str]
    """Claims of the new brief, to the one of the old that they left."""
    statements: Mapping[str, str]
    """New statement to the old one."""
    articles: Mapping[str, str]
    """New article to the old one: the same, or another text of its address."""


def look_into(brief: Brief) -> Side:
    """The brief with what is looked up in it."""
    claims = [(s, c) for s in brief.stories for c in s.claims]
    articles = [(s, a) for s in brief.stories for a in s.articles]
    return Side(
        articles={a.id: a for _, a in articles},
        claims={c.id: c for _, c in claims},
        story={**{a.id: s for s, a in articles}, **{c.id: s for s, c in claims}},
        home={s.id: c.id for _, c in claims for s in c.statements},
        text={i: group[0] for group in tied([a.id, *a.copy_of] for _, a in articles) for i in group},
    )


def match(old: Side, new: Side) -> Matched:
    """Each claim with its heir: the pair that shares most statements first, equal ids before others."""
    articles = _match_articles(old, new)
    statements = _match_statements(old, new, articles)
    shared = Counter((old.home[o], new.home[n]) for n, o in statements.items())
    for i in old.claims:
        if i in new.claims:
            shared[i, i] += 0
    places = {i: n for n, i in enumerate(new.claims)}
    pairs = sorted(shared, key=lambda p: (-shared[p], p[0] != p[1], places[p[1]], p[0]))
    heir: dict[str, str] = {}
    source: dict[str, str] = {}
    for o, n in pairs:
        if o not in heir and n not in source:
            heir[o], source[n] = n, o
    merged = {o: n for o, n in reversed(pairs) if o not in heir and shared[o, n]}
    split = {n: o for o, n in reversed(pairs) if n not in source and shared[o, n]}
    gone = [o for o in old.claims if o not in heir and o not in merged]
    return Matched(
        claims=(*((source.get(n), n) for n in new.claims), *((o, None) for o in gone)),
        merged=merged,
        split=split,
        statements=statements,
        articles=articles,
    )


def _match_articles(old: Side, new: Side) -> dict[str, str]:
    """New article to the old one of the same id, else of the same address or source."""
    places: dict[str, str] = {}
    for a in old.articles.values():
        if a.id not in new.articles:
            places.setdefault(_place(a), a.id)
    return {i: i if i in old.articles else places[_place(a)] for i, a in new.articles.items() if i in old.articles or _place(a) in places}


def _place(article: BriefArticle) -> str:
    return (page_key(article.address) or article.address) if article.address else article.source


def _match_statements(old: Side, new: Side, articles: Mapping[str, str]) -> dict[str, str]:
    """New statement to the old one: by id, by the span it shares in the same text, by its words in another text."""
    held: dict[str, list[BriefStatement]] = {}
    for c in old.claims.values():
        for s in c.statements:
            held.setdefault(s.article, []).append(s)
    found: dict[str, str] = {}
    for c in new.claims.values():
        for s in c.statements:
            if s.id in old.home:
                found[s.id] = s.id
            elif (other := _twin(s, held.get(articles.get(s.article, ""), []))) is not None:
                found[s.id] = other
    return found


def _twin(statement: BriefStatement, others: Sequence[BriefStatement]) -> str | None:
    """The statement of the old text that is this one."""
    if others and others[0].article != statement.article:
        words = fold(statement.quote)
        return next((o.id for o in others if fold(o.quote) == words), None)
    shared = [(min(o.end, statement.end) - max(o.start, statement.start), o) for o in others]
    best = max(shared, key=lambda pair: (pair[0], -pair[1].start), default=None)
    if best is None or best[0] < _SHARED * min(best[1].end - best[1].start, statement.end - statement.start):
        return None
    return best[1].id
