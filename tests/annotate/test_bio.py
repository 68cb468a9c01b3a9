"""Scores of BIO labels in, spans out."""

import itertools
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.annotate.bio import spans

KINDS = 2
LABELS = ["O", "B0", "I0", "B1", "I1"]
Scores = npt.NDArray[np.float32]
Found = list[tuple[int, int, int]]


def scores_of(*words: dict[str, float]) -> Scores:
    """A row a word; labels that are not named have 0."""
    return np.array([[word.get(label, 0) for label in LABELS] for word in words], dtype=np.float32).reshape(-1, len(LABELS))


def clear(labels: str) -> Scores:
    return scores_of(*({label: 20.0} for label in labels.split()))


def is_legal(labels: Sequence[int]) -> bool:
    return all(label in (0, 1, 3) or before in (label - 1, label) for before, label in itertools.pairwise((0, *labels)))


def spans_of(labels: Sequence[int]) -> Found:
    """Spans of a legal sequence, read off as text."""
    found = []
    for kind in range(KINDS):
        signs = "".join("B" if label == 1 + 2 * kind else "I" if label == 2 + 2 * kind else "-" for label in labels)
        starts = [at for at, sign in enumerate(signs) if sign == "B"]
        found += [(at, at + 1 + len(signs[at + 1 :]) - len(signs[at + 1 :].lstrip("I")), kind) for at in starts]
    return sorted(found)


def by_trying_all(rows: Scores) -> Found:
    """Spans of the best of all legal sequences."""
    tried = (labels for labels in itertools.product(range(len(LABELS)), repeat=len(rows)) if is_legal(labels))
    best = max(tried, key=lambda labels: sum(float(row[label]) for row, label in zip(rows, labels, strict=True)))
    return spans_of(best)


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("", []),
        ("O O O", []),
        ("B0", [(0, 1, 0)]),
        ("O B1 I1 O", [(1, 3, 1)]),
        ("B0 I0 I0", [(0, 3, 0)]),
        ("B0 B0 I0", [(0, 1, 0), (1, 3, 0)]),
        ("B0 B1 I1 B0", [(0, 1, 0), (1, 3, 1), (3, 4, 0)]),
    ],
)
def test_what_is_clear_is_read_off(labels: str, expected: Found) -> None:
    assert spans([clear(labels)]) == [expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([{"I0": 9, "B1": 1}], [(0, 1, 1)]),  # an I is no beginning, however high
        ([{"I0": 9, "O": 1}], []),
        ([{"O": 12}, {"I0": 9, "O": 1}], []),  # to begin a word earlier costs more than it gives
        ([{"O": 3, "B0": 2}, {"I0": 9, "O": 1}], [(0, 2, 0)]),  # here it is cheap
        ([{"B1": 20}, {"I0": 9, "I1": 2, "O": 1}], [(0, 2, 1)]),  # an I of another kind does not go on
        ([{"B1": 20}, {"O": 20}, {"I1": 9, "O": 1}], [(0, 1, 1)]),  # nor one after a gap
    ],
)
def test_an_i_never_starts_a_span(words: list[dict[str, float]], expected: Found) -> None:
    assert spans([scores_of(*words)]) == [expected]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=4), st.integers(0, 2**32 - 1))
def test_the_best_legal_labels_are_those_of_a_search_through_all(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = [draw.normal(scale=3, size=(length, len(LABELS))).astype(np.float32) for length in lengths]
    assert spans(rows) == [by_trying_all(r) for r in rows]


@given(st.lists(st.integers(0, 30), max_size=8), st.integers(0, 2**32 - 1))
def test_runs_do_not_touch_each_other(lengths: list[int], seed: int) -> None:
    draw = np.random.default_rng(seed)
    rows = [draw.normal(scale=3, size=(length, len(LABELS))).astype(np.float32) for length in lengths]
    together = spans(rows)
    assert together == [spans([r])[0] for r in rows]
    for found, length in zip(together, lengths, strict=True):
        assert all(0 <= first < after <= length for first, after, _ in found)
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))


def test_runs_of_any_length_stand_side_by_side() -> None:
    runs = ["O B1", "", "B0 I0 I0 O B0", "B1", ""]
    assert spans([clear(run) for run in runs]) == [[(1, 2, 1)], [], [(0, 3, 0), (4, 5, 0)], [(0, 1, 1)], []]
    assert spans([]) == []
    assert spans([clear("")]) == [[]]


def test_scores_of_any_size_are_no_trouble() -> None:
    assert spans([scores_of({"B0": 1e6}, {"I0": 1e6, "O": -1e6}), scores_of({"O": 2e4, "B1": 1e4})]) == [[(0, 2, 0)], []]
