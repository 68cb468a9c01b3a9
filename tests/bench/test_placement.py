import pytest

from bench.placement import place

HOMES = {"a/1": "a", "a/2": "a", "b/1": "b", "b/2": "b"}


@pytest.mark.parametrize(
    ("stories", "count", "misplaced", "unread"),
    [
        ([["a/1", "a/2"], ["b/1", "b/2"]], 2, [], []),
        ([["a/1", "a/2"], ["b/1", "b/2"], ["a/other"]], 2, [], []),
        ([["a/1", "a/2", "b/1"], ["b/2"]], 2, ["b/1"], []),
        ([["a/1", "a/2", "b/1", "b/2"]], 1, ["b/1", "b/2"], []),
        ([["a/1", "a/2"], ["b/1"], ["b/2"]], 3, ["b/2"], []),
        ([["a/1", "a/2"], ["b/2"]], 2, [], ["b/1"]),
        ([], 0, [], ["a/1", "a/2", "b/1", "b/2"]),
    ],
)
def test_place(stories: list[list[str]], count: int, misplaced: list[str], unread: list[str]) -> None:
    assert place(HOMES, stories, folders=2) == {"stories": count, "folders": 2, "misplaced": misplaced, "unread": unread}
