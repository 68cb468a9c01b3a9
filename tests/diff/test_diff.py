"""Which report moved which count of which claim, and why."""

import itertools
import json
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.diff import ClaimChange, Diff, diff, to_json, to_lines
from headwater.types import Brief, Decision
from tests.decide.stories import CLAIMS, CUTS, TEXTS, decide_on, find, make, make_articles, make_parts

V, OP, H, R = "The Velden Herald", "Ostmark Post", "Harbour Times", "Radio North"
RUNGS = ("articles", "texts", "outlets")


def brief_of(
    outlets: Sequence[str] = tuple(TEXTS), decisions: Sequence[Decision] = (), grouped: Sequence[Sequence[str]] = CLAIMS, **changes: str
) -> Brief:
    articles = {o: a for o, a in make_articles(**changes).items() if o in outlets}
    return Brief(headwater="0.1.0", stories=(decide_on(decisions, make_parts(articles, grouped=grouped)),))


def change(found: Diff, words: str) -> ClaimChange:
    (story,) = found.stories
    (one,) = (c for c in story.claims if words in c.text)
    return one


WHOLE = brief_of()


def test_nothing_changed() -> None:
    assert diff(WHOLE, WHOLE) == Diff(same=5)
    assert to_lines(diff(WHOLE, WHOLE)) == "Nothing changed: 5 claims of which nothing moved.\n"


def test_a_new_report_moves_what_it_says() -> None:
    found = diff(brief_of([V, H, R]), WHOLE)
    (story,) = found.stories
    assert [(r.name, r.other) for r in story.came] == [(OP, None)]
    dam = change(found, "dam broke")
    assert dam.before is not None
    assert dam.after is not None
    assert (dam.before.origins, dam.after.origins) == ((1, 2), (2, 3))
    (move,) = dam.moves
    assert (move.name, move.by) == (OP, (("articles", 1), ("texts", 1), ("outlets", 1), ("origins", 1)))
    assert move.why == "a new report; credits Olaf Berg"
    assert dam.came == ("Olaf Berg",)
    assert "Named: Mara Velden and Olaf Berg." in dam.why
    assert [(c.text, c.before) for c in story.claims if not c.old] == [("Nobody knows why it broke in Springfield", None)]
    assert found.same == 2


def test_a_report_that_goes_takes_its_counts_with_it() -> None:
    found = diff(WHOLE, brief_of([V, H, R]))
    (move,) = change(found, "dam broke").moves
    assert (move.name, dict(move.by)["origins"], move.why) == (OP, -1, "the report is gone; credited Olaf Berg")
    assert [(c.text, c.after) for c in found.stories[0].claims if not c.new] == [("Nobody knows why it broke in Springfield", None)]
    assert [r.name for r in found.stories[0].went] == [OP]


def test_the_same_reports_grouped_otherwise_are_the_program_s_doing() -> None:
    merged = brief_of(grouped=[(*CLAIMS[0], *CLAIMS[4]), *CLAIMS[1:4]])
    dam = change(diff(WHOLE, merged), "dam broke")
    assert len(dam.old) == 2
    (move,) = dam.moves
    assert (move.report, move.by) == (None, (("origins", 1),))
    assert move.why.startswith("it holds what was another claim: “The river rose by two metres”")
    split = change(diff(merged, WHOLE), "dam broke")
    assert split.moves[0].why.startswith("a part of it is another claim now: “The river rose")
    parted = diff(WHOLE, brief_of(grouped=[("broke at dawn",), ("gave way at dawn",), *CLAIMS[1:]]))
    assert (
        change(parted, "dam broke").moves[0].why == "its statement is in another claim now: “The dam gave way at dawn”; credited Olaf Berg"
    )


def test_another_text_of_an_address_is_the_same_report() -> None:
    changed = brief_of(
        Radio_North="Update. The dam broke at dawn, Mara Velden said. The river rose by two metres, the weather office said."
    )
    found = diff(WHOLE, changed)
    (story,) = found.stories
    assert [(r.name, r.other is not None) for r in (*story.came, *story.went)] == [(R, True), (R, True)]
    assert story.claims == ()
    assert "+ Radio North [Radio_North.txt] (another text of its address)" in to_lines(found)


def test_a_text_that_no_longer_says_it_takes_its_count_away() -> None:
    cuts = {**CUTS, R: (("The river rose by two metres", "the weather office"),)}
    articles = make_articles(Radio_North="Correction: it was not at dawn. The river rose by two metres, the weather office said.")
    new = Brief(headwater="0.1.0", stories=(decide_on([], make_parts(articles, cuts)),))
    (move,) = change(diff(WHOLE, new), "dam broke").moves
    assert (move.name, move.why) == (R, "the new text of its address does not say it")


def test_decisions_are_told_with_what_they_moved() -> None:
    decision = make("same origin", names=("Mara Velden", "Olaf Berg"), why="They share a desk.")
    found = diff(WHOLE, brief_of(decisions=[decision]))
    assert found.stories[0].decisions == (decision,)
    dam = change(found, "dam broke")
    assert dam.before == dam.after
    assert dam.decided_after is not None
    assert (dam.decided_before, dam.decided_after.origins, dam.decisions) == (None, (1, 2), (decision.id,))
    assert "decided: same origin Mara Velden, Olaf Berg (by Ann, 2024-12-20T10:00:00Z): They share a desk." in to_lines(found)
    back = diff(
        brief_of(decisions=[decision]), brief_of(decisions=[decision, make("undo", undoes=decision.id, when="2024-12-21T00:00:00Z")])
    )
    assert change(back, "dam broke").decided_after is None
    assert [d.kind for d in back.stories[0].decisions] == ["undo"]


def test_a_report_that_was_taken_back_since_is_told() -> None:
    story = WHOLE.stories[0]
    articles = (msgspec.structs.replace(story.articles[0], retracted="This article has been retracted."), *story.articles[1:])
    new = msgspec.structs.replace(WHOLE, stories=(msgspec.structs.replace(story, articles=articles),))
    found = diff(WHOLE, new)
    assert [r.retracted for r in found.stories[0].noticed] == ["This article has been retracted."]
    assert "! The Velden Herald [The_Velden_Herald.txt]: taken back: This article has been retracted." in to_lines(found)


def test_a_new_story_and_one_that_is_gone() -> None:
    nothing = Brief(headwater="0.1.0")
    assert [(s.old, bool(s.new), len(s.claims), len(s.came)) for s in diff(nothing, WHOLE).stories] == [((), True, 5, 4)]
    assert [(bool(s.old), s.new, len(s.claims), len(s.went)) for s in diff(WHOLE, nothing).stories] == [(True, (), 5, 4)]
    assert to_lines(diff(nothing, WHOLE)).startswith("A dam (new)\n")
    assert to_lines(diff(WHOLE, nothing)).startswith("A dam (gone)\n")


def test_what_is_printed_is_plain_and_the_json_is_all_of_it() -> None:
    story = msgspec.structs.replace(WHOLE.stories[0], headline="A\x1b[2Jdam\u202e\nbroke")
    found = diff(Brief(headwater="0.1.0"), msgspec.structs.replace(WHOLE, stories=(story,)))
    assert to_lines(found).startswith("A [2Jdam broke (new)\n")
    assert msgspec.convert(json.loads(to_json(found)), Diff) == found


SUBSETS = [list(s) for n in range(1, 5) for s in itertools.combinations(TEXTS, n)]
GROUPINGS = [CLAIMS, [(*CLAIMS[0], *CLAIMS[4]), *CLAIMS[1:4]], [("broke at dawn",), *CLAIMS[1:]], [("dawn", "Forty"), *CLAIMS[2:]]]
briefs = st.sampled_from([brief_of(subset, (), grouped) for subset in SUBSETS for grouped in GROUPINGS])


@given(briefs, briefs)
def test_the_moves_of_a_claim_are_all_that_it_moved(old: Brief, new: Brief) -> None:
    found = diff(old, new)
    for c in (c for s in found.stories for c in s.claims if c.before and c.after):
        assert c.before is not None
        assert c.after is not None
        for rung in RUNGS:
            assert sum(by for m in c.moves for count, by in m.by if count == rung) == getattr(c.after, rung) - getattr(c.before, rung)
        assert sum(by for m in c.moves for count, by in m.by if count == "origins") == c.after.origins[1] - c.before.origins[1]
        assert all(m.why for m in c.moves)


@given(briefs, briefs)
def test_each_claim_and_each_report_is_told_once(old: Brief, new: Brief) -> None:
    found = diff(old, new)
    told = [i for s in found.stories for c in s.claims for i in c.new]
    assert len(told) == len(set(told))
    assert found.same + len(told) == sum(len(s.claims) for s in new.stories)
    gone = {i for s in found.stories for c in s.claims if not c.new for i in c.old}
    assert gone.isdisjoint(c.id for s in new.stories for c in s.claims)
    had, has = ({a.id for s in b.stories for a in s.articles} for b in (old, new))
    assert {r.id for s in found.stories for r in s.came} == has - had
    assert {r.id for s in found.stories for r in s.went} == had - has
    assert to_lines(found)


@pytest.mark.parametrize("outlets", SUBSETS)
def test_there_and_back_moves_nothing(outlets: list[str]) -> None:
    part = brief_of(outlets)
    there, back = diff(part, WHOLE), diff(WHOLE, part)
    for c in (c for s in there.stories for c in s.claims if c.old and c.new):
        (other,) = (b for s in back.stories for b in s.claims if b.old == c.new)
        assert (other.before, other.after) == (c.after, c.before)
        assert (other.came, other.went) == (c.went, c.came)


def test_the_story_of_a_decision_on_nothing_stays_out() -> None:
    parts = make_parts()
    assert diff(WHOLE, brief_of(decisions=[make("date", find(H, "dam", parts), value="2024-12-08")])).stories[0].claims == ()
