"""Scored pairs of articles in, groups out: average linkage over what was compared, a piece of the graph at a time."""

from collections.abc import Iterable, Mapping

from headwater.cluster import group_by_average

EVIDENCE = 0.1
"""Power of the number of pairs by which the mean of headlines' pair scores counts for more: a headline alone says so
little that stories of a hundred fall to pieces without. With texts it is not needed: on AllSides 0 is best, .1 loses .006."""
Links = Mapping[int, Mapping[int, float]]


def reach(links: Mapping[int, Iterable[int]], start: Iterable[int]) -> list[list[int]]:
    """The pieces of the graph that hold some of its nodes, each sorted, by their first node."""
    seen: set[int] = set()
    pieces = []
    for node in sorted(start):
        if node in seen:
            continue
        seen.add(node)
        piece, ahead = [node], [node]
        while ahead:
            fresh = [other for other in links.get(ahead.pop(), ()) if other not in seen]
            seen.update(fresh)
            piece += fresh
            ahead += fresh
        pieces.append(sorted(piece))
    return pieces


def split(piece: list[int], links: Links, *, threshold: float, candidates: int, bare: bool) -> list[list[int]]:
    """The groups of one piece of the graph; ``bare`` where it is all of headlines without a text.

    A mean of pair scores is no higher than the highest of them. So without more weight for many pairs, groups never
    reach beyond what pairs of the threshold or more tie together, and each such part is grouped alone.
    """
    if bare:
        return _linked(piece, links, threshold=threshold, candidates=candidates, evidence=EVIDENCE)
    strong = {node: [other for other, score in links.get(node, {}).items() if score >= threshold] for node in piece}
    place = {node: i for i, node in enumerate(piece)}
    parts = [sorted(part, key=place.__getitem__) for part in reach(strong, piece)]
    groups = [g for part in parts for g in _linked(part, links, threshold=threshold, candidates=candidates)]
    return sorted(groups, key=lambda g: place[g[0]])


def _linked(part: list[int], links: Links, *, threshold: float, candidates: int, evidence: float = 0.0) -> list[list[int]]:
    if len(part) == 1:
        return [part]
    at = {node: i for i, node in enumerate(part)}
    scores = {(i, at[b]): s for a, i in at.items() for b, s in links.get(a, {}).items() if a < b and b in at}
    groups = group_by_average(len(part), scores, threshold=threshold, most=candidates, evidence=evidence)
    return [[part[i] for i in group] for group in groups]
