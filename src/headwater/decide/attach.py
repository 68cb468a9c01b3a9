"""Decisions and the articles and statements that are there now in, where each anchor stands out; what fails is listed.

1. The article is there, by its id, with the quotation at its place; else, in that article or in another text of its
   address, the quotation itself, where its surroundings fit best.
2. The statements of which, or of the quotation, half or more is shared: the one that shares most comes first.
3. Where none is, the statement of that article with most of the quotation's words, the same numbers and the same negations.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from headwater.decide.order import find_lost_undos, in_order
from headwater.outlets import page_key
from headwater.text import telling, words
from headwater.types import Anchor, Article, Attached, BriefArticle, BriefStatement, Decision, How, Statement, Unattached

_SHARED = 0.5  # of the shorter one's characters, for the same words cut otherwise
_ALIKE = 0.6  # of the words (Dice), for the same thing worded a little otherwise
_MOST_PLACES = 200  # of one quotation in one text that are weighed
_NEEDS = ("merge", "split", "status", "ignore", "add origin")  # kinds that are about statements, and not only about words


class _Found(msgspec.Struct, frozen=True):
    """A place of an anchor: span, statements, how it was found."""

    start: int
    end: int
    statements: tuple[str, ...]
    how: How


def attach(
    decisions: Iterable[Decision],
    articles: Mapping[str, Article | BriefArticle],
    statements: Mapping[str, Sequence[Statement | BriefStatement]],
) -> tuple[tuple[Attached, ...], tuple[Unattached, ...]]:
    """Where each anchor of each decision stands now, and which stand nowhere; each anchor is in one of the two.

    Args:
        decisions: in any order.
        articles: by id; at least those that the anchors name, by id or by address.
        statements: of these articles, by article.
    """
    ordered = in_order(decisions)
    homes = _by_address(articles)
    found: list[Attached] = []
    lost: list[Unattached] = []
    for d in ordered:
        bare = d.kind in _NEEDS or (d.kind == "not the same" and not d.names)
        for n, anchor in enumerate(d.anchors):
            at = _attach(anchor, [articles[i] for i in _candidates(anchor, articles, homes)], statements, needs=bare)
            if isinstance(at, str):
                lost.append(Unattached(decision=d.id, what=anchor.quote or anchor.address or anchor.article, why=at))
            else:
                article, place = at
                found.append(
                    Attached(
                        decision=d.id,
                        anchor=n,
                        article=article,
                        statements=place.statements,
                        start=place.start,
                        end=place.end,
                        how=place.how,
                    )
                )
    return tuple(found), (*lost, *find_lost_undos(ordered))


def _keys(article: Article | BriefArticle) -> list[str]:
    addresses = article.addresses if isinstance(article, Article) else ()
    return [page_key(a) or a for a in (*addresses, article.address) if a] or [article.source]


def _by_address(articles: Mapping[str, Article | BriefArticle]) -> dict[str, list[str]]:
    homes: dict[str, list[str]] = {}
    for i in sorted(articles):
        for key in dict.fromkeys(_keys(articles[i])):
            homes.setdefault(key, []).append(i)
    return homes


def _candidates(anchor: Anchor, articles: Mapping[str, Article | BriefArticle], homes: Mapping[str, Sequence[str]]) -> list[str]:
    """The articles in which an anchor may stand: its own first, then other texts of its address."""
    key = (page_key(anchor.address) or anchor.address) if anchor.address else ""
    return list(dict.fromkeys([*([anchor.article] if anchor.article in articles else []), *homes.get(key, ())]))


def _attach(
    anchor: Anchor,
    candidates: Sequence[Article | BriefArticle],
    statements: Mapping[str, Sequence[Statement | BriefStatement]],
    *,
    needs: bool,
) -> tuple[str, _Found] | str:
    """The article and place where an anchor stands now, or why it stands nowhere."""
    if not candidates:
        return "its article is not here, and no other text of its address"
    for article in candidates:
        own = article.id == anchor.article
        said = statements.get(article.id, ())
        if not anchor.quote:
            return article.id, _Found(0, 0, (), "as it was" if own else "in another text of its address")
        place = _at_words(anchor, article, said, own=own)
        if place is None or (needs and not place.statements):
            place = _by_words(anchor, article, said, own=own)
        if place is not None:
            return article.id, place
    return "no statement has its words now" if needs else "its words are not there now"


def _at_words(anchor: Anchor, article: Article | BriefArticle, said: Sequence[Statement | BriefStatement], *, own: bool) -> _Found | None:
    """The place of the quotation itself with the statements there."""
    there = article.text[anchor.start : anchor.end] == anchor.quote
    start = anchor.start if own and there else _look_for(anchor, article.text)
    if start is None:
        return None
    end = start + len(anchor.quote)
    shared = [(min(s.end, end) - max(s.start, start), s) for s in said]
    near = [(most, s) for most, s in shared if most > 0 and most >= _SHARED * min(s.end - s.start, end - start)]
    near.sort(key=lambda pair: (-pair[0], abs(pair[1].end - pair[1].start - (end - start)), pair[1].start))
    exact = not near or (near[0][1].start, near[0][1].end) == (start, end) or _within(near[0][1], start, end)
    how: How = "by its words in another text of its address"
    if own:
        how = "by its words" if not there else "as it was" if exact else "by overlap"
    return _Found(start, end, tuple(s.id for _, s in near), how)


def _within(statement: Statement | BriefStatement, start: int, end: int) -> bool:
    """Is the span a part of a statement, and was anchored as such: less than half of it?"""
    return statement.start <= start and end <= statement.end and end - start < _SHARED * (statement.end - statement.start)


def _look_for(anchor: Anchor, text: str) -> int | None:
    """Where a quotation stands in a text: of several places the one whose surroundings fit best, then the nearest to the old one."""
    places: list[int] = []
    at = text.find(anchor.quote)
    while at >= 0 and len(places) < _MOST_PLACES:
        places.append(at)
        at = text.find(anchor.quote, at + 1)

    def fit(place: int) -> tuple[int, int, int]:
        end = place + len(anchor.quote)
        before, after = text[max(0, place - len(anchor.before)) : place], text[end : end + len(anchor.after)]
        return _common(anchor.before[::-1], before[::-1]) + _common(anchor.after, after), -abs(place - anchor.start), -place

    return max(places, key=fit, default=None)


def _common(a: str, b: str) -> int:
    """Characters that two texts have in common at their beginning."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _by_words(anchor: Anchor, article: Article | BriefArticle, said: Sequence[Statement | BriefStatement], *, own: bool) -> _Found | None:
    """The statement with most of the quotation's words; one with other numbers or another negation says something else."""
    wanted, told = Counter(words(anchor.quote)), telling(anchor.quote)

    def fit(s: Statement | BriefStatement) -> tuple[float, int, int]:
        held = Counter(words(article.text[s.start : s.end]))
        alike = 2 * (wanted & held).total() / max(1, wanted.total() + held.total())
        return round(alike, 6), -abs(s.start - anchor.start), -s.start

    same = [s for s in said if telling(article.text[s.start : s.end]) == told]
    best = max(same, key=fit, default=None)
    if best is None or fit(best)[0] < _ALIKE:
        return None
    return _Found(best.start, best.end, (best.id,), "by its words" if own else "by its words in another text of its address")
