"""The roots of one claim in, its standing out: the ladder of counts, the range of origins, the word, the reasons."""

from collections.abc import Mapping, Sequence

from headwater.outlets import publisher_of
from headwater.trace.roots import NAMED, Family, Root
from headwater.types import Article, Standing, Statement, Word

_MOST_NAMED = 4  # names in one sentence of reasons


def judge(statements: Sequence[Statement], roots: Sequence[Root], *, circular: bool, family: Family) -> Standing:
    """The standing of a claim by the rules of ARCHITECTURE.md; what nobody names never raises the low end."""
    supporting = [s for s in statements if s.status != "denied"] or list(statements)
    ids = list(dict.fromkeys(s.article for s in supporting))
    named = [r for r in roots if r.kind in NAMED]
    others = [r for r in roots if r.kind not in NAMED]
    sure = sum(r.sure for r in named)
    low, high = (0, 0) if circular else (max(1, sure), max(1, len(named) + len(others)))
    contested = any(s.status == "denied" for s in statements) and any(s.status != "denied" for s in statements)
    return Standing(
        articles=len(ids),
        texts=len({family.voice.get(i, i) for i in ids}),
        outlets=len({_publisher(family.articles[i]) for i in ids}),
        origins=(low, high),
        word=_word(low, high, anyone=any(r.kind != "own voice" for r in roots)),
        contested=contested,
        why=_reasons(ids, named, others, circular=circular, family=family),
    )


def _publisher(article: Article) -> str:
    return publisher_of(article.outlet) if article.outlet else (article.domain or article.id)


def _word(low: int, high: int, *, anyone: bool) -> Word:
    """The first word that fits, in the order of the rules."""
    if high == 0:
        return "circular"
    if not anyone:
        return "origin unknown"
    if low >= 2:
        return "corroborated"
    return "possibly corroborated" if high >= 2 else "single origin"


def _reasons(ids: Sequence[str], named: Sequence[Root], others: Sequence[Root], *, circular: bool, family: Family) -> tuple[str, ...]:
    if circular:
        return ("The reports credit one another, and none says where it began.",)
    reasons = []
    if named:
        reasons.append(f"Named: {_list([r.name for r in named])}.")
    if doubtful := [r.name for r in named if not r.sure][: len(named) - 1]:
        reasons.append(
            f"Whether {_list(doubtful)} {'says' if len(doubtful) == 1 else 'say'} quite the same is not sure, so the low end leaves {'it' if len(doubtful) == 1 else 'them'} out."
        )
    outlets = (r for r in others if r.kind == "outlet")
    reasons += [f"{r.name} is credited, without the sources behind it, by {_reports(r.articles, family.articles)}." for r in outlets]
    groups = [r for r in others if r.kind == "unnamed"]
    if groups:
        reached = _list(
            [f"{r.name} ({'through ' + r.through if r.through else 'in ' + _reports(r.articles, family.articles)})" for r in groups]
        )
        reasons.append(
            f"Nobody names {reached}: {'they may be the same people' if len(groups) + len(named) > 1 else 'who they are stays open'}."
        )
    voices = [r for r in others if r.kind == "own voice"]
    if voices:
        who = _reports([a for r in voices for a in r.articles], family.articles)
        reasons.append(
            f"{who} {'says' if len({a for r in voices for a in r.articles}) == 1 else 'say'} it without crediting anyone, which adds to the high end alone."
        )
    if copies := len(ids) - len({family.voice.get(i, i) for i in ids}):
        reasons.append(f"{copies} of the {len(ids)} articles repeat{'s' if copies == 1 else ''} the text of another.")
    return tuple(reasons)


def _reports(ids: Sequence[str], articles: Mapping[str, Article]) -> str:
    return _list(list(dict.fromkeys(articles[i].outlet or f"the report {articles[i].source.rsplit('/', 1)[-1]}" for i in ids)))


def _list(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
