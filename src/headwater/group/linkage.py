"""Scored pairs of articles in, groups out: average linkage over what was compared, a piece of the graph at a time."""

from collections.abc import Iterable, Mapping

from headwater.cluster import group_by_average

EVIDENCE = 0.1
"""Power of the number of pairs by which the mean of headlines' pair scores counts for more: a headline alone says so
little that stories of a hundred fall to pieces without. With texts it is not needed: on AllSides 0 is best, .1 loses .006."""
Links = Mapping[int, Mapping[int, float]]


def reach(links: Links, start: Iterable[int]) -> list[list[int]]:
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
    """The groups of one piece of the graph; ``bare`` where it is all of headlines without a text."""
    at = {node: i for i, node in enumerate(piece)}
    scores = {(at[a], at[b]): s for a in piece for b, s in links.get(a, {}).items() if a < b}
    groups = group_by_average(len(piece), scores, threshold=threshold, most=candidates, evidence=EVIDENCE if bare else 0.0)
    return [[piece[i] for i in group] for group in groups]
