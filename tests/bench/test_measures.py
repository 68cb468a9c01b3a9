import math
from collections import Counter
from itertools import permutations

import pytest

from bench.measures import Labels, adjusted_mutual_information, b_cubed, pairs, window_f1, windows

# six items: gold {0 1 2} {3 4 5}, found {0 1} {2 3} {4 5}
GOLD, GOT = "aaabbb", "xxyyzz"


@pytest.mark.parametrize(
    ("gold", "got", "p", "r"),
    [
        ("aabb", "xxyy", 1, 1),
        ("aabb", "xxxx", 1 / 2, 1),
        ("aabb", "wxyz", 1, 1 / 2),
        # found pairs are pure but for y: (4*1 + 2*1/2) / 6; recall 2/3, 2/3, 1/3 in either group
        (GOLD, GOT, 5 / 6, 5 / 9),
        ("", "", 0, 0),
    ],
)
def test_b_cubed(gold: str, got: str, p: float, r: float) -> None:
    found = b_cubed(gold, got)
    assert (found.p, found.r) == pytest.approx((p, r))
    assert found.f1 == pytest.approx(2 * p * r / (p + r) if p + r else 0)


@pytest.mark.parametrize(
    ("gold", "got", "p", "r"),
    [
        ("aabb", "xxyy", 1, 1),
        ("aabb", "xxxx", 2 / 6, 1),
        ("aabb", "wxyz", 0, 0),
        ("abcd", "wxyz", 1, 1),
        (GOLD, GOT, 2 / 3, 2 / 6),
    ],
)
def test_pairs(gold: str, got: str, p: float, r: float) -> None:
    found = pairs(gold, got)
    assert (found.p, found.r) == pytest.approx((p, r))


def information(gold: Labels, got: Labels) -> float:
    n, a, b = len(gold), Counter(gold), Counter(got)
    return sum(k / n * math.log(n * k / (a[x] * b[y])) for (x, y), k in Counter(zip(gold, got, strict=True)).items())


def entropy(labels: Labels) -> float:
    return -sum(k / len(labels) * math.log(k / len(labels)) for k in Counter(labels).values())


@pytest.mark.parametrize(("gold", "got"), [(GOLD, GOT), ("aaabbc", "xyxyxy"), ("aabbcc", "xxxxxy"), ("aaaabc", "xyzzzz")])
def test_ami_is_what_dealing_at_random_gives(gold: str, got: str) -> None:
    dealt = [information(gold, order) for order in permutations(got)]
    chance = sum(dealt) / len(dealt)
    want = (information(gold, got) - chance) / ((entropy(gold) + entropy(got)) / 2 - chance)
    assert adjusted_mutual_information(gold, got) == pytest.approx(want)


@pytest.mark.parametrize(
    ("gold", "got", "want"),
    [
        ("aabb", "xxyy", 1),
        ("aabb", "yyxx", 1),
        ("aaaa", "wxyz", 0),
        ("aaaa", "xxxx", 1),
        ("abcd", "wxyz", 1),
        ("aabb", "xyxy", -0.5),
        # the value that other implementations of the arithmetic mean print for these
        ("11111122222233333", "11112122223133322", 0.27821),
    ],
)
def test_ami_of_known_groupings(gold: str, got: str, want: float) -> None:
    assert adjusted_mutual_information(gold, got) == pytest.approx(want, abs=1e-5)


def test_ami_of_thousands_is_a_number() -> None:
    gold, got = [i // 3 for i in range(5000)], [i // 4 for i in range(5000)]
    assert 0.5 < adjusted_mutual_information(gold, got) < 1


def test_groupings_of_different_length_are_refused() -> None:
    for measure in (b_cubed, pairs, adjusted_mutual_information):
        with pytest.raises(ValueError, match="4 and 3 labels"):
            measure("aabb", "xxy")


def test_windows_start_at_the_first_date() -> None:
    dates = ["2024-01-10", "2024-01-03T12:00:00Z", None, "2024-01-09", "2024-01-31"]
    assert windows(dates) == ((1, 3), (0,), (4,))
    assert windows([None, ""]) == ()


def test_window_f1_is_the_mean_of_stretches() -> None:
    dates = ["2024-01-01"] * 2 + ["2024-01-09"] * 2
    assert window_f1("aaaa", "xxyy", dates) == 1
    assert window_f1("aabb", "xxyz", dates) == pytest.approx((1 + 2 / 3) / 2)
    assert window_f1("ab", "xy", [None, None]) == 0
