"""The roots of one claim in, its standing out: the ladder of counts, the range of origins, the word, the reasons."""

from collections.abc import Mapping, Sequence

from headwater.trace.roots import NAMED, Family, Root, is_vague
from headwater.types import Article, Standing, Statement, Word

_MOST_NAMED = 4  # names in one sentence of reasons


def judge(statements: Sequence[Statement], roots: Sequence[Root], *, circular: bool, family: Family) -> Standing:
    """The standing of a claim by the rules of ARCHITECTURE.md; what nobody names never raises the low end."""
    supporting = [s for s in statements if s.status != "denied"] or list(statements)
    ids = list(dict.fromkeys(s.article for s in supporting))
    named = [r for r in roots if r.kind in NAMED]
    others = [r for r in roots if r.kind not in NAMED]
    # "police" or "a statement" alone may be anybody's who is named beside it
    exact = [r for r in named if not is_vague(r.name)] or named[:1]
    sure = sum(r.sure for r in exact)
    low, high = (0, 0) if circular else (max(1, sure), max(1, len(named) + len(others)))
    contested = any(s.status == "denied" for s in statements) and any(s.status != "denied" for s in statements)
    return Standing(
        articles=len(ids),
        texts=len({family.text[i] for i in ids}),
        outlets=len({family.publisher[i] for i in ids}),
        origins=(low, high),
        word=_word(low, high, anyone=any(r.kind != "own voice" for r in roots)),
        contested=contested,
        why=_reasons(ids, named, others, circular=circular, family=family),
    )


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
    voices = [r for r in others if r.kind == "own voice"]
    repeated = len(ids) - len({family.voice.get(i, i) for i in ids})
    lines = (
        f"Named: {_list([r.name for r in named])}." if named else "",
        *_doubts(named),
        *(
            f"Credited without a word on its own sources: {r.name} (by {_reports(r.articles, family.articles)})."
            for r in others
            if r.kind == "outlet"
        ),
        *_unnamed([r for r in others if r.kind == "unnamed"], family),
        f"In {'its' if len(voices) == 1 else 'their'} own voice, crediting nobody: {_reports([r.articles[0] for r in voices], family.articles)}."
        if voices
        else "",
        "What nobody names widens the range and never raises its low end." if others and len(named) + len(others) > 1 else "",
        f"{repeated} of the {len(ids)} articles {'has' if repeated == 1 else 'have'} no voice apart: a copy, the same outlet again, or one agency's text."
        if repeated
        else "",
    )
    return tuple(filter(None, lines))


def _doubts(named: Sequence[Root]) -> tuple[str, ...]:
    """Which named origins are left out of the low end, since what they say may not be quite the same."""
    names = [r.name for r in named if not r.sure][: len(named) - 1]
    if not names:
        return ()
    return (f"{_list(names)} may not say quite the same, and {'is' if len(names) == 1 else 'are'} left out of the low end.",)


def _unnamed(groups: Sequence[Root], family: Family) -> tuple[str, ...]:
    """The groups that nobody names, and by whom each was reached."""
    if not groups:
        return ()
    reached = [f"{r.name} ({'through ' + r.through if r.through else 'in ' + _reports(r.articles, family.articles)})" for r in groups]
    return (f"Unnamed: {_list(reached)}.{' They may be the same people.' if len(groups) > 1 else ''}",)


def _reports(ids: Sequence[str], articles: Mapping[str, Article]) -> str:
    return _list(list(dict.fromkeys(articles[i].outlet or f"the report {articles[i].source.rsplit('/', 1)[-1]}" for i in ids)))


def _list(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
