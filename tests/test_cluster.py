"""Average linkage: what is merged, what never is, and that order does not matter."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.cluster import group_by_average, tied

CHAIN = {(0, 1): 0.9, (1, 2): 0.9, (2, 3): 0.9}


@pytest.mark.parametrize(
    ("count", "scores", "threshold", "floor", "groups"),
    [
        (3, {}, 0.5, 0.0, [[0], [1], [2]]),
        (3, {(0, 2): 0.5}, 0.5, 0.0, [[0, 2], [1]]),
        (3, {(0, 2): 0.49}, 0.5, 0.0, [[0], [1], [2]]),
        (4, CHAIN, 0.5, 0.0, [[0, 1], [2, 3]]),
        (3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.1}, 0.5, 0.0, [[0, 1, 2]]),
        (3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.1}, 0.5, 0.2, [[0, 1], [2]]),
        (3, {(0, 1): 0.9, (1, 2): 0.9}, 0.4, 0.2, [[0, 1], [2]]),
        (3, {(2, 0): 0.9}, 0.5, 0.0, [[0, 2], [1]]),
    ],
)
def test_groups(count: int, scores: dict[tuple[int, int], float], threshold: float, floor: float, groups: list[list[int]]) -> None:
    assert group_by_average(count, scores, threshold=threshold, floor=floor) == groups


def test_a_group_grows_beyond_what_each_was_compared_with() -> None:
    scores = {(a, b): 0.9 for a in range(6) for b in range(a + 1, min(a + 3, 6))}
    assert group_by_average(6, scores, threshold=0.5, most=2) == [[0, 1, 2, 3, 4, 5]]
    assert len(group_by_average(6, scores, threshold=0.5)) > 1


@given(st.dictionaries(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)), st.integers(0, 99))
def test_any_order_of_the_pairs_gives_the_same_groups(scores: dict[tuple[int, int], float], seed: int) -> None:
    shuffled = list(scores.items())
    random.Random(seed).shuffle(shuffled)  # noqa: S311 - an order, no secret
    groups = group_by_average(10, scores, threshold=0.5, floor=0.2)
    assert group_by_average(10, dict(shuffled), threshold=0.5, floor=0.2) == groups
    assert sorted(i for g in groups for i in g) == list(range(10))
    assert all(scores.get((a, b), 0.0) >= 0.2 for g in groups for k, a in enumerate(g) for b in g[k + 1 :])


@pytest.mark.parametrize(
    ("sets", "groups"),
    [
        ([], []),
        ([["a"], ["b"]], [["a"], ["b"]]),
        ([["a", "b"], ["c"], ["b", "c"]], [["a", "b", "c"]]),
        ([["a"], [], ["a"]], [["a"]]),
    ],
)
def test_tied(sets: list[list[str]], groups: list[list[str]]) -> None:
    assert tied(sets) == groups
