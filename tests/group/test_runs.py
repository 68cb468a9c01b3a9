"""Who holds a run of words, beside a plain dictionary of sets."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.group.runs import Holders

# few codes, many of one place in a small table: all ways of meeting happen
CODES = st.sets(st.integers(0, 12).map(lambda n: (n % 4) << 40 | n), max_size=8)
STEPS = st.lists(st.tuples(st.integers(0, 5), CODES), max_size=30)


def coded(codes: set[int]) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
    return np.array(sorted(codes), dtype=np.uint64)


@given(STEPS)
def test_the_counts_are_those_of_sets(steps: list[tuple[int, set[int]]]) -> None:
    holders, held = Holders(most=100), dict[int, set[int]]()
    for slot, codes in steps:
        if slot in held:
            holders.forget(coded(held.pop(slot)), slot)
        else:
            holders.keep(coded(codes), slot)
            held[slot] = codes
        asked = {n for _, some in steps for n in some}
        assert holders.count(coded(asked)) == {s: len(c & asked) for s, c in held.items() if c & asked}
        assert len(holders) == sum(map(len, held.values()))


def test_codes_of_one_place_are_told_apart_before_and_after_it_grows() -> None:
    holders = Holders(most=10)
    same_place = coded({n << 40 for n in range(20)})
    holders.keep(same_place, 0)
    for slot in range(1, 40):
        holders.keep(coded(set(range(slot * 1000, slot * 1000 + 500))), slot)
    assert holders.count(same_place) == {0: 20}
    assert holders.count(coded({7 << 40, 3010, 3011})) == {0: 1, 3: 2}
    holders.forget(same_place, 0)
    assert holders.count(same_place) == {}


@pytest.mark.parametrize("most", [1, 3])
def test_of_a_run_that_very_many_hold_only_some_are_remembered(most: int) -> None:
    holders, run = Holders(most=most), coded({5})
    for slot in range(10):
        holders.keep(run, slot)
        assert holders.tells_order == (slot >= most)
    assert len(holders.count(run)) == most + 1
    for slot in range(10):
        holders.forget(run, slot)
    assert Counter(holders.count(run)) == Counter()
    assert len(holders) == 0
    assert not holders.tells_order
