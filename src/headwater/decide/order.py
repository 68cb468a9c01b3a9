"""Decisions in any order in, the order in which they apply and which of them stand out."""

from collections.abc import Iterable

from headwater.decide.make import instant
from headwater.types import Decision, Unattached


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Each decision once, by when and id: the same for any order in which they come."""
    once = {d.id: d for d in decisions}
    return tuple(sorted(once.values(), key=lambda d: (instant(d.when), d.id)))


def find_live(decisions: Iterable[Decision]) -> frozenset[str]:
    """Ids of the decisions that nothing takes back; an undo that is itself taken back counts for nothing."""
    undoing: dict[str, list[str]] = {}
    known = {d.id: d for d in decisions}
    for d in known.values():
        if d.kind == "undo" and d.undoes:
            undoing.setdefault(d.undoes, []).append(d.id)
    live: dict[str, bool] = {}
    for start in known:
        waiting = [start]
        while waiting:
            at = waiting[-1]
            open_ = [u for u in undoing.get(at, ()) if u not in live and u not in waiting]
            if at in live or not open_:
                live.setdefault(waiting.pop(), not any(live.get(u, False) for u in undoing.get(at, ())))
            else:
                waiting.append(open_[0])
    return frozenset(i for i, stands in live.items() if stands)


def find_lost_undos(decisions: Iterable[Decision]) -> tuple[Unattached, ...]:
    """The undos of decisions that nobody has."""
    known = {d.id: d for d in decisions}
    return tuple(
        Unattached(decision=d.id, what=d.undoes or "", why="there is no decision of this id to take back")
        for d in in_order(known.values())
        if d.kind == "undo" and d.undoes not in known
    )
