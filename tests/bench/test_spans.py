import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.spans import Score, overlap, touch

SPANS = st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)).map(lambda s: (s[0], s[0] + s[1])), max_size=8, unique=True)
Spans = list[tuple[int, int]]


def rates(score: Score) -> tuple[float, float, float]:
    return score.precision, score.recall, score.f1


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ([], [], (0, 0, 0)),
        ([(0, 3)], [], (0, 0, 0)),
        ([], [(0, 3)], (0, 0, 0)),
        ([(0, 3)], [(0, 3)], (1, 1, 1)),
        ([(0, 3)], [(0, 2)], (0, 0, 0)),
        ([(0, 3), (5, 9)], [(0, 3)], (1, 1 / 2, 2 / 3)),
        ([(0, 3)], [(0, 3), (5, 9), (10, 12), (15, 16)], (1 / 4, 1, 2 / 5)),
        ([(0, 3)], [(0, 3), (0, 3)], (1, 1, 1)),  # what is found twice is found
    ],
)
def test_equal_ones_are_right(wanted: Spans, found: Spans, expected: tuple[float, float, float]) -> None:
    score = Score()
    score.add(wanted, found)
    assert rates(score) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("wanted", "found", "expected"),
    [
        ([(0, 3)], [(2, 9)], (1, 1, 1)),
        ([(0, 3)], [(3, 9)], (0, 0, 0)),
        ([(0, 9)], [(0, 2), (4, 6)], (1, 1, 1)),  # a span that is found in two pieces
        ([(0, 2), (4, 6), (20, 22)], [(0, 9)], (1, 2 / 3, 4 / 5)),
        ([(0, 2)], [(0, 9), (20, 22)], (1 / 2, 1, 2 / 3)),
    ],
)
def test_ones_that_share_a_character_are_right(wanted: Spans, found: Spans, expected: tuple[float, float, float]) -> None:
    score = Score()
    score.add_overlaps(wanted, found)
    assert rates(score) == pytest.approx(expected)


def test_documents_add_up_and_do_not_meet() -> None:
    score = Score()
    score.add([(0, 3)], [(5, 9)])
    score.add([(5, 9)], [(0, 3)])
    assert rates(score) == (0, 0, 0)
    score.add([(1, 2), (3, 4)], [(1, 2), (3, 4)])
    assert rates(score) == (1 / 2, 1 / 2, 1 / 2)
    assert (score.found, score.wanted) == (4, 4)


def test_a_score_is_shown_rounded_behind_a_prefix() -> None:
    assert Score(found=3, wanted=7, right_found=2, right_wanted=2).as_dict() == {"p": 0.6667, "r": 0.2857, "f1": 0.4}
    assert Score(found=1, wanted=1, right_found=1, right_wanted=1).as_dict("exact_") == {"exact_p": 1, "exact_r": 1, "exact_f1": 1}


@pytest.mark.parametrize(
    ("a", "b", "shared"),
    [((0, 3), (0, 3), True), ((0, 3), (2, 3), True), ((0, 3), (3, 5), False), ((0, 9), (4, 5), True), ((0, 3), (7, 9), False)],
)
def test_overlap(a: tuple[int, int], b: tuple[int, int], shared: bool) -> None:  # noqa: FBT001 - a column of the table
    assert overlap(a, b) == overlap(b, a) == shared


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ([], [], True),
        ([(0, 3)], [], False),
        ([], [(0, 3)], False),
        ([(0, 3), (8, 9)], [(4, 5), (7, 10)], True),
        ([(0, 3), (8, 9)], [(3, 8)], False),
    ],
)
def test_touch(a: Spans, b: Spans, expected: bool) -> None:  # noqa: FBT001 - a column of the table
    assert touch(a, b) == expected


@given(SPANS, SPANS)
def test_what_is_equal_overlaps_and_sides_change_places(wanted: Spans, found: Spans) -> None:
    exact, loose, turned = Score(), Score(), Score()
    exact.add(wanted, found)
    loose.add_overlaps(wanted, found)
    turned.add_overlaps(found, wanted)
    assert all(0 <= e <= o <= 1 for e, o in zip(rates(exact), rates(loose), strict=True))
    assert rates(turned) == (loose.recall, loose.precision, loose.f1)
