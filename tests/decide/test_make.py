"""What a decision must have, its id, and the order in which decisions apply."""

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.decide import decision_id, find_live, in_order, make_anchor, make_decision
from headwater.errors import DecisionError
from headwater.types import Anchor, Decision, Point
from tests.decide.stories import BY_OUTLET, make

ARTICLE = BY_OUTLET["Radio North"]
WORDS = make_anchor(ARTICLE, 0, 21)
WHOLE = make_anchor(ARTICLE)


def draft(kind: str, **fields: Any) -> Decision:
    return msgspec.structs.replace(Decision(id="", kind=kind, who="Ann", when="2024-12-20T10:00:00Z"), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (draft("merge", anchors=(WORDS,)), "1 places of reports are given and 2 needed"),
        (draft("split"), "0 places of reports are given and 1 needed"),
        (draft("split", anchors=(WHOLE,)), "a whole article is given"),
        (draft("same origin", names=("Mara Velden",)), "1 names are given and two needed"),
        (draft("same origin", names=("Mara Velden", "Mara Velden")), "1 names are given and two needed"),
        (draft("same origin", names=("Mara Velden", " ")), "a name is empty"),
        (draft("not the same", anchors=(WORDS,)), "neither two statements nor two names"),
        (draft("status", anchors=(WORDS,), value="true"), "'true' is no status"),
        (draft("place", anchors=(WORDS,)), "no place is named"),
        (draft("place", anchors=(WORDS,), value="Ostmark", point=Point(lat=91, lon=0)), "91, 0 is no point of the earth"),
        (draft("place", anchors=(WORDS,), value="Ostmark", point=Point(lat=float("nan"), lon=0)), "is no point of the earth"),
        (draft("date", anchors=(WORDS,), value="2024-13"), "'2024-13' is no date"),
        (draft("date", anchors=(WORDS,), value="8 December"), "'8 December' is no date"),
        (draft("date", anchors=(WORDS,), value="2024-12-32"), "'2024-12-32' is no date"),
        (draft("add origin", anchors=(WORDS,), names=("Ingrid Falk",), value="rumour", text="a call"), "'rumour' is no kind of origin"),
        (draft("add origin", anchors=(WORDS,), names=("Ingrid Falk",), value="person", text=" "), "neither a text nor a file"),
        (draft("add origin", anchors=(WORDS,), value="person", text="a call"), "0 names are given"),
        (draft("undo"), "which decision is taken back is not given"),
        (draft("ignore", anchors=(WORDS,), who=" "), "who decides is not given"),
        (draft("ignore", anchors=(WORDS,), when="yesterday"), "'yesterday' is no instant"),
        (draft("ignore", anchors=(Anchor(article="a", start=5, end=3, quote="ab"),)), "5 to 3 is no span"),
        (draft("ignore", anchors=(Anchor(article="a", start=0, end=3, quote="ab"),)), "0 to 3 is no span"),
    ],
)
def test_what_is_missing_is_said(wrong: Decision, why: str) -> None:
    with pytest.raises(DecisionError, match=why.replace("(", r"\(")):
        make_decision(wrong)


@pytest.mark.parametrize("value", ["2024", "2024-02", "2024-02-29"])
def test_a_date_is_a_year_a_month_or_a_day(value: str) -> None:
    assert make_decision(draft("date", anchors=(WHOLE,), value=value)).value == value


def test_an_instant_is_kept_in_utc() -> None:
    assert make_decision(draft("ignore", anchors=(WORDS,), when="2024-12-20T10:00:00+02:00")).when == "2024-12-20T08:00:00Z"


def test_an_id_hashes_all_the_rest() -> None:
    made = make_decision(draft("ignore", anchors=(WORDS,)))
    assert make_decision(made) == made
    others = [("who", "Ben"), ("why", "x"), ("when", "2024-12-20T10:00:01Z"), ("anchors", (WHOLE,)), ("text", "x"), ("file", "f")]
    ids = {decision_id(msgspec.structs.replace(made, **{field: value})) for field, value in others}
    assert len(ids | {made.id}) == len(others) + 1


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(DecisionError, match="no span of the"):
        make_anchor(ARTICLE, 3, len(ARTICLE.text) + 1)


FIRST = make("status", value="denied", anchors=(WORDS,))


@given(st.integers(1, 8))
def test_every_second_undo_of_an_undo_restores(depth: int) -> None:
    held = [FIRST]
    for n in range(depth):
        held.append(make("undo", undoes=held[-1].id, when=f"2024-12-2{n + 1}T00:00:00Z"))
    assert (FIRST.id in find_live(held)) == (depth % 2 == 0)


def test_decisions_that_take_each_other_back_end() -> None:
    a = msgspec.structs.replace(make("undo", undoes="b"), id="a")
    b = msgspec.structs.replace(make("undo", undoes="a"), id="b")
    assert len(find_live([a, b])) == 1


def test_decisions_apply_by_when_and_id_and_once() -> None:
    late, early = (make("status", value="denied", anchors=(WORDS,), when=f"2024-12-2{n}T00:00:00Z") for n in (2, 1))
    zoned = make("status", value="planned", anchors=(WORDS,), when="2024-12-21T03:00:00+05:00")
    assert in_order([late, early, zoned, late]) == (zoned, early, late)
