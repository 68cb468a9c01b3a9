"""The roots of one claim in, sentences out: one for each thing that moved its count."""

from collections import Counter
from collections.abc import Sequence

from headwater.trace.family import Family
from headwater.trace.same import NAMED, Root, is_vague

_MOST_NAMED = 4  # names in one sentence of reasons
Circles = Sequence[Sequence[str]]
"""Names of outlets that credit one another, a circle each."""


def explain(  # noqa: PLR0913 - all that moves a count
    ids: Sequence[str], roots: Sequence[Root], certain: Sequence[Root], *, circles: Circles, only_denied: bool, family: Family
) -> tuple[str, ...]:
    """Why a claim has its range; ``ids`` are the articles that make it, ``certain`` the roots that raise its low end."""
    named = [r for r in roots if r.kind in NAMED]
    others = [r for r in roots if r.kind not in NAMED]
    voices = [r for r in others if r.kind == "own voice"]
    lines = (
        "All who speak of it deny it." if only_denied else "",
        *_circles(circles, ways_in=bool(roots)),
        f"Named: {_list([r.name for r in named])}." if named else "",
        *_doubts(named, certain),
        *(
            f"Credited without a word on its own sources: {r.name} (by {_reports(r.articles, family)})."
            for r in others
            if r.kind == "outlet"
        ),
        *_unnamed([r for r in others if r.kind == "unnamed"], family),
        f"In {'its' if len(voices) == 1 else 'their'} own voice, crediting nobody: {_list(list(dict.fromkeys(family.speaker[r.name] for r in voices)))}."
        if voices
        else "",
        "What nobody names widens the range and never raises its low end." if others and len(roots) > 1 else "",
        *_repeats(ids, family),
    )
    return tuple(filter(None, lines))


def _circles(circles: Circles, *, ways_in: bool) -> list[str]:
    if not circles and not ways_in:
        return ["The reports credit one another, and none says where it began."]
    end = "" if ways_in else ", and none says where it began"
    return [f"In a circle, each crediting the next: {', '.join(c)} and {c[0]} again{end}." for c in circles]


def _doubts(named: Sequence[Root], certain: Sequence[Root]) -> tuple[str, ...]:
    """Which named origins are left out of the low end, since what they say may not be quite the same."""
    if len(named) < 2:
        return ()
    doubtful = [r.name for r in named if not r.sure and r not in certain][: len(named) - 1]
    vague = [r.name for r in named if r.sure and is_vague(r)]
    shared = [r.name for r in named if any(set(r.echoes) & set(o.echoes) for o in named if o is not r)]
    verb = "is" if len(doubtful) == 1 else "are"
    lines = (
        f"{_list(doubtful)} may not say quite the same, and {verb} left out of the low end." if doubtful else "",
        f"{_list(vague)} may be anybody's who is named beside it." if vague else "",
        f"{_list(shared)} are quoted in the same words, and count as one at the low end." if shared else "",
    )
    return tuple(filter(None, lines))


def _unnamed(groups: Sequence[Root], family: Family) -> tuple[str, ...]:
    """The groups that nobody names, and by whom each was reached."""
    if not groups:
        return ()
    reached = [f"{r.name} ({'through ' + r.through if r.through else 'in ' + _reports(r.articles, family)})" for r in groups]
    return (f"Unnamed: {_list(reached)}.{' They may be the same people.' if len(groups) > 1 else ''}",)


def _repeats(ids: Sequence[str], family: Family) -> list[str]:
    """Which of the reports have no voice apart, and whose text they print."""
    groups: dict[str, list[str]] = {}
    for i in ids:
        groups.setdefault(family.voice.get(i, i), []).append(i)
    lines = []
    for first, held in groups.items():
        if len(held) < 2:
            continue
        texts = Counter(family.text[i] for i in held)
        names = _list(list(dict.fromkeys(family.report(i) for i in held)))
        whose = family.speaker[first]
        if len({family.report(i) for i in held}) == 1:
            lines.append(f"{len(held)} reports of {names} count as one.")
        elif len(texts) == 1:
            lines.append(f"{names} print one text{f', that of {whose}' if _prints(held, whose, family) else ''}.")
        else:
            lines.append(f"{names} speak with one voice{f', that of {whose}' if _prints(held, whose, family) else ''}.")
    return lines


def _prints(ids: Sequence[str], whose: str, family: Family) -> bool:
    """Do reports of other outlets among these print this agency's text?"""
    return any(whose in family.names[i] and family.report(i) != whose for i in ids)


def _reports(ids: Sequence[str], family: Family) -> str:
    return _list(list(dict.fromkeys(family.report(i) for i in ids)))


def _list(names: Sequence[str]) -> str:
    if len(names) > _MOST_NAMED:
        return f"{', '.join(names[:_MOST_NAMED])} and {len(names) - _MOST_NAMED} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
