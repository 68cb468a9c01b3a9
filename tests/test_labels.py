"""Heads in, the columns of the reader's output out."""

import itertools

import pytest

from headwater.labels import ACTS, HEADS, NAMES, ROLES, WIDTH, bio, columns


def test_columns_cover_the_width_and_do_not_overlap() -> None:
    covered = [column for head in HEADS for column in range(WIDTH)[columns(head)]]
    assert covered == list(range(WIDTH))


@pytest.mark.parametrize("head", HEADS)
def test_a_head_has_a_column_a_label(head: str) -> None:
    where = columns(head)
    assert where.stop - where.start == len(HEADS[head]) == len(set(HEADS[head]))


@pytest.mark.parametrize("head", ["", "roles", "Role", "B-source"])
def test_an_unknown_head_is_named(head: str) -> None:
    with pytest.raises(KeyError, match=f"^'{head}'$"):
        columns(head)


def test_bio_gives_o_then_b_and_i_of_each_kind() -> None:
    assert bio(()) == ("O",)
    assert bio(("dam", "ferry")) == ("O", "B-dam", "I-dam", "B-ferry", "I-ferry")


@pytest.mark.parametrize(("head", "kinds"), [("role", ROLES), ("name", NAMES)])
def test_heads_of_spans_begin_with_o(head: str, kinds: tuple[str, ...]) -> None:
    assert HEADS[head] == bio(kinds)
    assert not any(label.startswith(("B-", "I-")) for labels in (ACTS, HEADS["kind"]) for label in labels)


def test_heads_stand_in_the_order_of_the_table() -> None:
    starts = [columns(head).start for head in HEADS]
    assert starts[0] == 0
    assert all(a < b for a, b in itertools.pairwise(starts))
