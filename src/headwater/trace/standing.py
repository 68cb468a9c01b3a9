"""The roots of one claim in, its standing out: the ladder of counts, the range of origins, the word, the reasons."""

from collections.abc import Mapping, Sequence

from headwater.cluster import tied
from headwater.trace.roots import NAMED, Family, Root, is_vague
from headwater.types import Article, Standing, Statement, Word

_MOST_NAMED = 4  # names in one sentence of reasons


def judge(statements: Sequence[Statement], roots: Sequence[Root], *, circular: bool, family: Family) -> Standing:
    """The standing of a claim by the rules of ARCHITECTURE.md; what nobody names never raises the low end."""
    supporting = [s for s in statements if s.status != "denied"] or list(statements)
    ids = list(dict.fromkeys(s.article for s in supporting))
    named = [r for r in roots if r.kind in NAMED]
    others = [r for r in roots if r.kind not in NAMED]
    low, high = (0, 0) if circular else (_low(named, family), max(1, len(named) + len(others)))
    only_denied = all(s.status == "denied" for s in statements)
    if only_denied:  # who denies a thing is no origin of it
        low, high = 1, 1
    contested = any(s.status == "denied" for s in statements)
    return Standing(
        articles=len(ids),
        texts=len({family.text[i] for i in ids}),
        outlets=len({family.publisher[i] for i in ids}),
        origins=(low, high),
        word=_word(low, high, anyone=any(r.kind != "own voice" for r in roots)),
        contested=contested,
        why=(
            *(("All who speak of it deny it.",) if only_denied else ()),
            *_reasons(ids, named, others, circular=circular, family=family),
        ),
    )


def _low(named: Sequence[Root], family: Family) -> int:
    """How many origins there are for certain: named ones that surely say the same, in words of their own, by reports of their own.

    A bare "police" or "a document" may be anybody's who is named beside it. One report cannot corroborate itself.
    """
    exact = [r for r in named if r.sure and not is_vague(r.name)]
    wordings = len(tied(r.echoes for r in exact))
    # copies are one report where they carry the same credit; a copy with a sentence of its own is a report for that one
    copied = [[a for a in r.articles if family.text[a] == text] for r in exact for text in sorted({family.text[a] for a in r.articles})]
    return max(1, min(wordings, len(tied(copied))))


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
    if len(named) < 2:
        return ()
    doubtful = [r.name for r in named if not r.sure][: len(named) - 1]
    vague = [r.name for r in named if r.sure and is_vague(r.name)]
    shared = [r.name for r in named if any(set(r.echoes) & set(o.echoes) for o in named if o is not r)]
    lines = (
        f"{_list(doubtful)} may not say quite the same, and {'is' if len(doubtful) == 1 else 'are'} left out of the low end."
        if doubtful
        else "",
        f"{_list(vague)} may be anybody's who is named beside it." if vague else "",
        f"{_list(shared)} are quoted in the same words, and count as one at the low end." if shared else "",
    )
    return tuple(filter(None, lines))


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
