"""Pairs or sets in, groups out: average linkage that does not chain, and sets with a member in common made one."""

import heapq
from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Pair = tuple[int, int]
T = TypeVar("T", bound=Hashable)
_DIGITS = 6  # of a score: what lies behind them may differ between machines


def group_by_average(  # noqa: PLR0913 - the last two are for graphs in which not all pairs were compared
    count: int, scores: Mapping[Pair, float], *, threshold: float, floor: float = 0.0, most: int | None = None, evidence: float = 0.0
) -> list[list[int]]:
    """Groups of 0 to count - 1, each sorted, by their first member.

    Merges the two groups with the highest average score of their pairs (UPGMA, Sokal and Michener 1958) while it
    is at least ``threshold``; a pair without a score counts as 0. Two groups with any pair below ``floor`` are never
    merged; a pair without a score is below any floor but 0. Where each was compared with ``most`` others only, that
    many pairs count for each of the smaller group, so that a group may grow larger. The mean of many pairs is surer than
    one pair: it counts for more by the number of pairs to the power of ``evidence``.
    """
    groups = {i: [i] for i in range(count)}
    links: dict[int, dict[int, tuple[float, float, int]]] = {i: {} for i in range(count)}  # sum, least, how many
    for (a, b), score in scores.items():
        if a != b:
            links[a][b] = links[b][a] = (score, score, 1)
    heap = [(-round(s, _DIGITS), min(p), max(p)) for p, s in scores.items() if s >= threshold]
    heapq.heapify(heap)
    while heap:
        score, a, b = heapq.heappop(heap)
        if a not in groups or b not in groups or b not in links[a] or -score != _average(links[a][b], groups[a], groups[b], most, evidence):
            continue
        if floor and not _dense(links[a][b], groups[a], groups[b], floor):
            continue
        _merge(groups, links, a, b)
        for other, link in links[a].items():
            if (average := _average(link, groups[a], groups[other], most, evidence)) >= threshold:
                heapq.heappush(heap, (-average, min(a, other), max(a, other)))
    return sorted((sorted(g) for g in groups.values()), key=lambda g: g[0])


def _average(link: tuple[float, float, int], a: list[int], b: list[int], most: int | None, evidence: float) -> float:
    pairs = len(a) * len(b)
    compared = pairs if most is None else min(pairs, max(link[2], most * min(len(a), len(b))))
    return float(round(link[0] / compared * pairs**evidence, _DIGITS))


def _dense(link: tuple[float, float, int], a: list[int], b: list[int], floor: float) -> bool:
    return link[1] >= floor and link[2] == len(a) * len(b)


def _merge(groups: dict[int, list[int]], links: dict[int, dict[int, tuple[float, float, int]]], a: int, b: int) -> None:
    """Group b goes into group a; sums and least scores of both are joined."""
    groups[a] = groups[a] + groups.pop(b)
    gone = links.pop(b)
    for other, (total, least, many) in gone.items():
        links[other].pop(b, None)
        if other == a:
            continue
        before = links[a].get(other, (0.0, 1.0, 0))
        links[a][other] = links[other][a] = (before[0] + total, min(before[1], least), before[2] + many)
    links[a].pop(b, None)


def tied(sets: Iterable[Iterable[T]]) -> list[list[T]]:
    """Groups of the members of some sets, where sets with a member in common are one; members as they first come.

    >>> tied([["a"], ["b", "c"], ["c", "d"]])
    [['a'], ['b', 'c', 'd']]
    """
    leader: dict[T, T] = {}

    def find(member: T) -> T:
        while leader[member] != member:
            leader[member] = member = leader[leader[member]]
        return member

    for group in sets:
        members = list(group)
        for member in members:
            leader.setdefault(member, member)
            leader[find(member)] = find(members[0])
    groups: dict[T, list[T]] = {}
    for member in leader:
        groups.setdefault(find(member), []).append(member)
    return list(groups.values())
