"""Claims with their roots in, gaps and a list to call out: who is named and not read, what rests on one origin alone."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.outlets import outlet_key
from headwater.trace.called import side_name
from headwater.trace.family import Family
from headwater.trace.same import Root
from headwater.types import Call, Claim, Gap, Standing, Statement

_SEVERAL = 2  # reports that make a claim, for its one origin to be worth a call


class Traced(msgspec.Struct, frozen=True):
    """A claim with what was found behind it."""

    claim: Claim
    roots: tuple[Root, ...]
    certain: tuple[Root, ...]
    """Those of the roots that raise the low end."""
    standing: Standing


def find_gaps(claims: Sequence[Claim], statements: Mapping[str, Statement], family: Family) -> tuple[Gap, ...]:
    """Outlets and documents that articles credit and that are not among the articles, those of most articles first."""
    return tuple(Gap(name=name, why=f"named by {_articles(who)}, not read") for name, who, _ in _unread(claims, statements, family))


def find_calls(traced: Sequence[Traced], statements: Mapping[str, Statement], family: Family) -> tuple[Call, ...]:
    """A list to call: sources not read, the one origin of what several reports say, contested claims without a document."""
    unread = [
        Call(name=name, kind="not read", why=f"named by {_articles(who)}, and nobody here has read it", claims=tuple(ids))
        for name, who, ids in _unread([t.claim for t in traced], statements, family)
    ]
    return (*unread, *_single(traced, family), *_without_document(traced))


def _unread(claims: Sequence[Claim], statements: Mapping[str, Statement], family: Family) -> list[tuple[str, set[str], list[str]]]:
    """Name, the articles that give it, and the claims for which they do."""
    named: dict[tuple[str, str], tuple[set[str], dict[str, None]]] = {}
    for claim in claims:
        for s in (statements[i] for i in claim.statements):
            for link in s.chain:
                if (
                    link.kind in ("outlet", "document")
                    and outlet_key(link.name) not in family.outlets
                    and any(c.isupper() for c in link.name)
                ):
                    who, ids = named.setdefault((link.name, link.kind), (set(), {}))
                    who.add(s.article)
                    ids[claim.id] = None
    ordered = sorted(named.items(), key=lambda item: (-len(item[1][0]), item[0]))
    return [(name, who, list(ids)) for (name, _), (who, ids) in ordered]


def _single(traced: Sequence[Traced], family: Family) -> list[Call]:
    """The origins on which alone a claim of several reports rests, those of most claims first."""
    resting: dict[str, list[str]] = {}
    for t in traced:
        if t.standing.articles >= _SEVERAL and t.standing.origins[1] == 1 and t.roots:
            resting.setdefault(side_name(t.roots[0], family), []).append(t.claim.id)
    ordered = sorted(resting.items(), key=lambda item: (-len(item[1]), item[0]))
    return [
        Call(
            name=name,
            kind="single origin",
            why=f"the only origin of {_count(len(ids), 'claim')} that several reports make",
            claims=tuple(ids),
        )
        for name, ids in ordered
    ]


def _without_document(traced: Sequence[Traced]) -> list[Call]:
    """Claims that somebody denies, and for which no document or measurement stands."""
    open_ = [t for t in traced if t.standing.contested and not any(r.kind in ("document", "sensor") for r in t.roots)]
    return [
        Call(
            name=_deniers(t.standing),
            kind="no document",
            why="denied, and no document or measurement is named on either side",
            claims=(t.claim.id,),
        )
        for t in open_
    ]


def _deniers(standing: Standing) -> str:
    names = [name for side in standing.sides if side.stance == "denies" for name in side.origins]
    return ", ".join(names) or "who denies it"


def _articles(who: set[str]) -> str:
    return _count(len(who), "article")


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
