"""What people say of the origins of a story in, what tracing is to honour out; of two that contradict, the later holds."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.cluster import tied
from headwater.names import same_body, same_person
from headwater.text import fold
from headwater.types import BriefStory, Decision, LinkKind, OneOrigin, OriginKind, Rulings, Unattached

_ORDER: tuple[OriginKind, ...] = ("person", "body", "document", "sensor", "witness", "unnamed", "outlet", "own voice")

Pair = tuple[str, str, str]
"""Two names and the decision that says what they are to each other."""


class Ruled(msgspec.Struct, frozen=True):
    """What tracing is to honour, by which names, and which decision a later one contradicts."""

    rulings: Rulings
    names: Mapping[str, tuple[str, ...]]
    """Decision to the names in the story that it speaks of."""
    overruled: Mapping[str, str]
    unattached: tuple[Unattached, ...]


def rule_origins(story: BriefStory, decisions: Sequence[Decision]) -> Ruled:
    """The pairs that decisions on names give, ``decisions`` in the order in which they apply."""
    known = _known(story)
    ties: list[Pair] = []
    apart: list[Pair] = []
    names: dict[str, tuple[str, ...]] = {}
    overruled: dict[str, str] = {}
    lost: list[Unattached] = []
    for d in decisions:
        found = {n: _find(n, known) for n in d.names}
        if d.anchors or any(found.values()):
            why = f"no origin of the story “{' '.join(story.headline.split())}” has this name now"
            lost += [Unattached(decision=d.id, what=n, why=why) for n, f in found.items() if not f]
        here = tuple(dict.fromkeys(f for f in found.values() if f))
        if not here:
            continue
        names[d.id] = here
        if d.kind == "same origin":
            whole = {m for group in _groups(ties) if not set(here).isdisjoint(group) for m in group} | set(here)
            apart = _without(apart, [p for p in apart if p[0] in whole and p[1] in whole], d.id, overruled)
            ties += [(here[0], other, d.id) for other in here[1:]]
            continue
        for n, leaving in enumerate(here):
            for staying in here[:n]:
                if any(leaving in g and staying in g for g in _groups(ties)):
                    ties = _without(ties, [t for t in ties if leaving in t[:2]], d.id, overruled)
                apart.append((staying, leaving, d.id))
    groups = _groups(ties)
    one = tuple(_one(g, known) for g in groups)
    pairs = {(x, y) for a, b, _ in apart for x in _with(a, groups) for y in _with(b, groups)}
    return Ruled(Rulings(one=one, apart=tuple(sorted(pairs))), names, overruled, tuple(lost))


def speak_of(story: BriefStory, decisions: Sequence[Decision]) -> frozenset[str]:
    """Ids of the decisions one of whose names is that of an origin of the story."""
    known = _known(story)
    return frozenset(d.id for d in decisions if any(_find(n, known) for n in d.names if d.kind != "add origin"))


def find_unnamed(decisions: Sequence[Decision], names: Mapping[str, OriginKind]) -> tuple[Unattached, ...]:
    """The names in decisions without a place that none of some origins has; for decisions that hold in every story."""
    known = {fold(n): (n, kind) for n, kind in names.items()}
    return tuple(
        Unattached(decision=d.id, what=n, why="no origin has this name now")
        for d in decisions
        if d.kind in ("same origin", "not the same") and not d.anchors
        for n in d.names
        if not _find(n, known)
    )


def _known(story: BriefStory) -> dict[str, tuple[str, OriginKind]]:
    """Folded names of the origins and links of a story, to the name and kind."""
    found: dict[str, tuple[str, OriginKind]] = {}
    for o in story.origins:
        found.setdefault(fold(o.name), (o.name, o.kind))
    for link in (link for c in story.claims for s in c.statements for link in s.chain):
        found.setdefault(fold(link.name), (link.name, link.kind))
    return found


def _find(name: str, known: Mapping[str, tuple[str, OriginKind]]) -> str | None:
    """The name as the story has it: the same, else the only one that may be it."""
    if fold(name) in known:
        return known[fold(name)][0]
    near = [other for other, kind in known.values() if may_be(name, other, kind)]
    return near[0] if len(near) == 1 else None


def may_be(name: str, other: str, kind: OriginKind | LinkKind) -> bool:
    """May a name in a decision speak of an origin or link that has another form of it?"""
    if fold(name) == fold(other):
        return True
    return (kind == "person" and same_person(name, other)) or (kind in ("body", "document", "outlet") and same_body(name, other))


def _groups(ties: Sequence[Pair]) -> list[list[str]]:
    return tied([a, b] for a, b, _ in ties)


def _with(name: str, groups: Sequence[Sequence[str]]) -> Sequence[str]:
    return next((g for g in groups if name in g), [name])


def _without(held: Sequence[Pair], wrong: Sequence[Pair], by: str, overruled: dict[str, str]) -> list[Pair]:
    """The pairs without those that a later decision contradicts."""
    for _, _, decision in wrong:
        overruled.setdefault(decision, by)
    return [pair for pair in held if pair not in wrong]


def _one(names: Sequence[str], known: Mapping[str, tuple[str, OriginKind]]) -> OneOrigin:
    """What several names that are one origin are called: by the one that says most surely who it is."""
    kinds = {n: known[fold(n)][1] for n in names}
    best = min(names, key=lambda n: _ORDER.index(kinds[n]))
    return OneOrigin(names=tuple(names), name=best, kind=kinds[best])
