"""The reader's attributions and those of patterns in, one list out."""

import msgspec
import pytest

from headwater.annotate.attributions.merge import merge
from headwater.annotate.attributions.raw import INNER, Raw
from headwater.types import Span


def make_raw(cue: int, content: int = 40, act: str = "says", **fields: Span | int) -> Raw:
    """A raw attribution whose cue of 4 characters and content of 9 begin there."""
    raw = Raw(source=Span(start=0, end=3), cue=Span(start=cue, end=cue + 4), content=Span(start=content, end=content + 9), act=act)
    return msgspec.structs.replace(raw, **fields)


TOLD = Span(start=60, end=67)


def test_what_only_one_of_them_finds_is_kept_in_the_order_of_cues() -> None:
    marked, patterned = [make_raw(10), make_raw(30)], [make_raw(4), make_raw(20)]
    assert merge(marked, patterned) == [patterned[0], marked[0], patterned[1], marked[1]]
    assert merge([], patterned) == patterned
    assert merge(marked, []) == marked
    assert merge([], []) == []


@pytest.mark.parametrize(("cue", "found"), [(6, 2), (7, 1), (10, 1), (13, 1), (14, 2)])
def test_cues_that_share_a_character_are_one(cue: int, found: int) -> None:
    assert len(merge([make_raw(10)], [make_raw(cue, content=70)])) == found


def test_where_both_find_a_cue_the_pattern_s_reading_stays() -> None:
    marked, patterned = (
        [make_raw(10, content=20), make_raw(10, content=40)],
        make_raw(10, content=70, act="doubts", addressee=TOLD, depth=INNER),
    )
    assert merge(marked, [patterned]) == [patterned]


def test_every_fragment_of_a_content_stays() -> None:
    marked = [make_raw(10, content=20), make_raw(10, content=40)]
    assert merge(marked, [make_raw(50)]) == [*marked, make_raw(50)]


@pytest.mark.parametrize(("act", "kept"), [("says", 1), ("denies", 1), ("plans", 1), ("orders", 0), ("asks", 0), ("declines", 0)])
def test_orders_and_questions_claim_nothing(act: str, kept: int) -> None:
    assert len(merge([make_raw(10, act=act)], [])) == kept
