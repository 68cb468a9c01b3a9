"""A scene in, pairs of statements of two articles out that are each other's likest by topic.

A value is held against the statement of another report that is most like the one that gives it, and only where that is
true both ways: the toll of one attack is not held against the toll of another that the same reports recall.
"""

from collections import defaultdict
from collections.abc import Iterable

from headwater.align.conflicts.scene import Scene

Pair = tuple[int, int, float]
"""Two statements by place, the first one first, and how alike they are by topic."""
_NEARLY = 0.95  # of the best score: as good as the best


def find_partners(scene: Scene, pairs: Iterable[Pair]) -> list[Pair]:
    """Those of some pairs that are each other's likest in both articles, the likest first."""
    best: dict[tuple[int, str], float] = defaultdict(float)
    near = []
    for a, b, score in pairs:
        home, other = scene.said[a].place[0], scene.said[b].place[0]
        near.append((a, b, score, home, other))
        best[a, other] = max(best[a, other], score)
        best[b, home] = max(best[b, home], score)
    kept = [(a, b, s) for a, b, s, home, other in near if s >= _NEARLY * max(best[a, other], best[b, home])]
    return sorted(kept, key=lambda p: (-round(p[2], 6), p[0], p[1]))
