"""What statements of one story are compared by in, scores of pairs out: how far two say the same thing."""

from collections.abc import Sequence

import msgspec
import numpy as np

from headwater.align.said import Said
from headwater.align.values import compare_values
from headwater.sparse import alike, tfidf_rows, unit

_MEANING = 0.5  # share of the vectors in a pair score; on SPARK's part here TF-IDF and vectors together beat either
_LEAST = 0.15  # pair scores below this are not kept; a claim has no pair below `pair_floor` anyway
_SAME_VALUE = 0.06  # added where a number with its unit agrees; by hand on dev
_NO_SHARED_NAME = 0.06  # taken off where both have names and share none

Places = tuple[int, int]


class Pairs(msgspec.Struct, frozen=True):
    """Scores of pairs of statements by their places, a < b; pairs that are hardly alike have none."""

    same: dict[Places, float]
    """Values considered: pairs whose numbers differ are not in it."""
    topic: dict[Places, float]
    """Values left aside."""


def score_pairs(statements: Sequence[Said], *, least: float = _LEAST) -> Pairs:
    """Scores from 0 to 1 of the pairs that are worth a look; statements of one sentence are never a pair."""
    if not statements:
        return Pairs({}, {})
    vectors = unit(np.stack([s.vector for s in statements]))
    rows = np.hstack([_MEANING**0.5 * vectors, (1 - _MEANING) ** 0.5 * tfidf_rows([s.words for s in statements])])
    same: dict[Places, float] = {}
    topic: dict[Places, float] = {}
    for a, b, likeness in alike(rows, least):
        x, y = statements[a], statements[b]
        if x.place == y.place:
            continue
        topic[a, b] = likeness
        verdict = compare_values(x.quantities, y.quantities)
        if verdict == "differ":
            continue
        apart = bool(x.names) and bool(y.names) and x.names.isdisjoint(y.names)
        same[a, b] = min(1.0, likeness + _SAME_VALUE * (verdict == "agree") - _NO_SHARED_NAME * apart)
    return Pairs(same, topic)
