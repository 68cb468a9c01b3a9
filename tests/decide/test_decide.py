"""What decisions do to claims, origins, statuses, places and dates; guesses stay; order and undo."""

import itertools
import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.decide import as_decided, find_live, find_unnamed, make_anchor
from headwater.trace import trace
from headwater.types import BriefClaim, BriefStory, DecidedClaim, Decision, Standing, Statement
from tests.decide.stories import BY_OUTLET, PARTS, SPRINGFIELD, decide_on, find, make

V, OP, H, R = "The Velden Herald", "Ostmark Post", "Harbour Times", "Radio North"
GUESS = decide_on([])


def claim(story: BriefStory, words: str) -> BriefClaim:
    return next(c for c in story.claims if words in c.text)


def decided(story: BriefStory, words: str) -> DecidedClaim:
    found = claim(story, words).decided
    assert found is not None
    return found


def counts(story: BriefStory, words: str) -> tuple[int, tuple[int, int]]:
    """Articles and origins of a claim under the decisions."""
    standing = decided(story, words).standing
    assert standing is not None
    return standing.articles, standing.origins


def undo(decision: Decision, when: str = "2024-12-31T00:00:00Z") -> Decision:
    return make("undo", undoes=decision.id, when=when)


def without_decisions(story: BriefStory) -> BriefStory:
    """The story with every field that holds a decision emptied."""
    blank = msgspec.structs.replace
    return blank(
        story,
        articles=tuple(blank(a, decided=None) for a in story.articles),
        claims=tuple(blank(c, decided=None, statements=tuple(blank(s, decided=None) for s in c.statements)) for c in story.claims),
        timeline=tuple(blank(e, decided=None) for e in story.timeline),
        places=tuple(blank(p, decided=None) for p in story.places),
        decided=None,
    )


ALL = [
    make("merge", find(V, "dam"), find(R, "river")),
    make("split", find(R, "river"), when="2024-12-21T00:00:00Z"),
    make("not the same", find(V, "dam"), find(OP, "dam"), when="2024-12-22T00:00:00Z"),
    make("merge", find(OP, "dam"), find(H, "dam"), when="2024-12-23T00:00:00Z"),
    make("status", find(V, "dam"), value="denied"),
    make("status", find(V, "dam"), value="uncertain", when="2024-12-24T00:00:00Z"),
    make("ignore", find(OP, "Forty")),
    make("same origin", names=("Mara Velden", "Olaf Berg")),
    make("not the same", names=("Mara Velden", "Olaf Berg"), when="2024-12-25T00:00:00Z"),
    make("same origin", find(V, "Forty"), names=("officials", "aides")),
    make("add origin", find(V, "Forty"), names=("Ingrid Falk",), value="person", text="Forty, she said on the telephone."),
    make("date", find(H, "dam"), value="2024-12-07"),
    make("place", anchors=(make_anchor(BY_OUTLET[OP], 115, 126),), value="Springfield"),
]
UNDOS = [undo(d) for d in ALL]
DOUBLE = [undo(u, when="2025-01-01T00:00:00Z") for u in UNDOS]


# one kind at a time


def test_merged_claims_are_counted_as_one_and_the_guess_stays() -> None:
    story = decide_on([make("merge", find(V, "dam"), find(R, "river"))])
    assert counts(story, "dam broke") == (4, (3, 4))
    assert claim(story, "dam broke").standing.origins == (2, 3)
    assert (decided(story, "river").into, decided(story, "river").standing) == (claim(story, "dam broke").id, None)
    assert "keeps 2 claims apart" in decided(story, "river").otherwise[0]
    assert [len(c.statements) for c in as_decided(story).claims] == [5, 3, 1, 1]


def test_what_is_split_off_leaves_with_all_that_use_its_words() -> None:
    story = decide_on([make("split", find(V, "dam"))])
    (part,) = decided(story, "dam broke").parts
    assert (part.standing.articles, part.standing.origins) == (2, (1, 1))
    assert counts(story, "dam broke") == (2, (1, 2))
    assert len(claim(story, "dam broke").statements) == 4
    assert [len(c.statements) for c in as_decided(story).claims] == [2, 3, 1, 1, 1, 2]
    assert part.decisions == decided(story, "dam broke").decisions != ()


def test_statements_that_are_not_the_same_part_and_the_others_go_with_the_nearer() -> None:
    story = decide_on([make("not the same", find(V, "dam"), find(OP, "dam"))])
    (part,) = decided(story, "dam broke").parts
    assert part.text == "The dam gave way at dawn"
    assert counts(story, "dam broke") == (3, (1, 2))
    assert "for one claim" in decided(story, "dam broke").otherwise[0]


def test_two_names_of_one_origin_count_once() -> None:
    story = decide_on([make("same origin", names=("Mara Velden", "Olaf Berg"))])
    assert counts(story, "dam broke") == (4, (1, 2))
    assert [o.name for o in as_decided(story).origins if o.kind == "person"] == ["Mara Velden"]
    assert decided(story, "dam broke").otherwise == ("The program takes Mara Velden and Olaf Berg for 2 origins.",)


def test_an_unnamed_group_that_is_a_person_raises_the_low_end() -> None:
    story = decide_on([make("same origin", names=("officials", "Mara Velden")), make("same origin", names=("aides", "Olaf Berg"))])
    standing = decided(story, "Forty").standing
    assert standing is not None
    assert "Named: Mara Velden and Olaf Berg." in standing.why
    assert standing.origins == (2, 2)


def test_an_own_voice_can_be_somebody() -> None:
    story = decide_on([make("same origin", names=("Harbour Times, own voice", "Mara Velden"))])
    assert counts(story, "dam broke") == (4, (2, 2))


def test_two_that_the_program_takes_for_one_are_two() -> None:
    dam = [s for s in PARTS.statements.values() if "dawn" in PARTS.articles[s.article].text[s.start : s.end] and s.chain]
    brothers = {s.id: name for s, name in zip(dam, ("Mara Velden", "Olaf Velden", "Mara Velden"), strict=True)}
    statements = {
        i: msgspec.structs.replace(s, chain=(msgspec.structs.replace(s.chain[0], name=brothers[i]),)) if i in brothers else s
        for i, s in PARTS.statements.items()
    }
    traced = trace(PARTS.story, PARTS.articles, PARTS.notes, PARTS.claims, statements)
    parts = msgspec.structs.replace(PARTS, statements=statements, trace=traced)
    assert claim(decide_on([], parts), "dam broke").standing.origins == (1, 2)
    apart = decide_on([make("not the same", names=("Mara Velden", "Olaf Velden"))], parts)
    assert counts(apart, "dam broke") == (4, (2, 3))
    assert decided(apart, "dam broke").otherwise == ("The program takes Mara Velden and Olaf Velden for one origin.",)


def test_an_origin_that_a_person_brings_counts() -> None:
    bring = make("add origin", find(V, "dam"), names=("Ingrid Falk",), value="person", text="It broke at dawn, she said.")
    story = decide_on([bring])
    assert counts(story, "dam broke") == (4, (3, 4))
    assert story.decided is not None
    assert [(o.name, o.claims, o.text) for o in story.decided.added] == [("Ingrid Falk", (claim(story, "dam broke").id,), bring.text)]
    again = decide_on([make("add origin", find(V, "dam"), names=("Mara Velden",), value="person", text="I said so.")])
    assert counts(again, "dam broke")[1] == (2, 3)  # she is an origin of it already


def test_a_status_is_decided_beside_the_guess() -> None:
    story = decide_on([make("status", find(V, "dam"), value="denied")])
    statement = next(s for s in claim(story, "dam broke").statements if s.decided)
    assert statement.decided is not None
    assert (statement.status, statement.decided.status) == ("asserted", "denied")
    assert statement.decided.otherwise == ("The program reads it as asserted.",)
    standing = decided(story, "dam broke").standing
    assert standing is not None
    assert (standing.contested, claim(story, "dam broke").standing.contested) == (True, False)


def test_what_is_ignored_counts_for_nothing() -> None:
    story = decide_on([make("ignore", find(V, "fired"))])
    assert decided(story, "fired").standing is None
    assert all("fired" not in c.text for c in as_decided(story).claims)
    assert all("fired" not in o.name and "army" not in o.name for o in as_decided(story).origins)


def test_a_whole_article_can_be_ignored() -> None:
    story = decide_on([make("ignore", anchors=(make_anchor(BY_OUTLET[R]),))])
    assert counts(story, "dam broke")[0] == 3
    assert decided(story, "river").standing is None
    assert [a.outlet for a in story.articles if a.decided and a.decided.ignored] == [R]


def test_a_place_and_a_date_are_decided_beside_the_guess() -> None:
    at = BY_OUTLET[OP].text.index("Springfield")
    anchor = make_anchor(BY_OUTLET[OP], at, at + 11)
    story = decide_on(
        [make("place", anchors=(anchor,), value="Springfield", point=SPRINGFIELD), make("date", find(H, "dam"), value="2024-12-07")]
    )
    (place,), (entry,) = story.places, story.timeline
    assert place.decided is not None
    assert entry.decided is not None
    assert (place.lat, place.decided.point) == (39.8, SPRINGFIELD)
    assert place.decided.otherwise == ("The program takes it for Springfield (US) at 39.80, -89.60.",)
    assert (entry.date, entry.decided.date, entry.decided.otherwise) == ("2024-12-08", "2024-12-07", ("The program dates it 2024-12-08.",))
    shown = as_decided(story)
    assert (shown.places[0].lat, shown.timeline[0].date) == (42.1, "2024-12-07")


def test_an_article_is_dated_by_a_person() -> None:
    story = decide_on([make("date", anchors=(make_anchor(BY_OUTLET[R]),), value="2024-12-09")])
    (article,) = (a for a in story.articles if a.decided)
    assert article.decided is not None
    assert (article.published.earliest, article.decided.date) == (None, "2024-12-09")
    assert as_decided(story).articles[-1].published.earliest == "2024-12-09"


# contradictions


def test_of_two_that_contradict_the_later_holds_and_the_log_says_so() -> None:
    merge = make("merge", find(V, "dam"), find(R, "river"))
    split = make("split", find(R, "river"), when="2024-12-21T00:00:00Z")
    story = decide_on([split, merge])
    assert counts(story, "river") == (1, (1, 1))
    assert story.decided is not None
    assert [(e.decision.kind, e.overruled) for e in story.decided.log] == [("merge", split.id), ("split", None)]
    again = make("merge", find(V, "dam"), find(R, "river"), when="2024-12-22T00:00:00Z")
    story = decide_on([again, split, merge])
    assert decided(story, "river").into == claim(story, "dam broke").id
    assert story.decided is not None
    assert [e.overruled for e in story.decided.log] == [split.id, again.id, None]


@pytest.mark.parametrize("first", ["same origin", "not the same"])
def test_the_later_word_on_two_names_holds(first: str) -> None:
    kinds = (first, "not the same" if first == "same origin" else "same origin")
    names = ("Mara Velden", "Olaf Berg")
    decisions = [make(k, names=names, when=f"2024-12-2{n}T00:00:00Z") for n, k in enumerate(kinds)]
    story = decide_on(decisions)
    assert counts(story, "dam broke")[1] == ((2, 3) if first == "same origin" else (1, 2))
    assert story.decided is not None
    assert [e.overruled for e in story.decided.log] == [decisions[1].id, None]


def test_names_that_nobody_has_are_listed() -> None:
    lost = make("same origin", find(V, "dam"), names=("Mara Velden", "Kim Nobody"))
    story = decide_on([lost])
    assert story.decided is not None
    assert [(u.decision, u.what) for u in story.decided.unattached] == [(lost.id, "Kim Nobody")]
    bare = make("same origin", names=("Mara Velden", "Kim Nobody"))
    assert [u.what for u in find_unnamed([bare], {"Mara Velden": "person"})] == ["Kim Nobody"]


# order and undo


def test_guesses_and_decisions_never_share_a_field() -> None:
    assert without_decisions(decide_on(ALL)) == GUESS
    assert decide_on(ALL) != GUESS


@given(st.permutations(ALL))
def test_the_order_in_which_decisions_come_changes_nothing(shuffled: list[Decision]) -> None:
    assert decide_on(shuffled) == decide_on(ALL)


@given(st.sets(st.integers(0, len(ALL) - 1)), st.sets(st.integers(0, len(ALL) - 1)), st.randoms())
def test_an_undone_decision_was_never_made_and_an_undone_undo_restores_it(undone: set[int], restored: set[int], rng: random.Random) -> None:
    held = [*ALL, *(UNDOS[n] for n in undone), *(DOUBLE[n] for n in restored & undone)]
    rng.shuffle(held)
    assert find_live(held) >= {DOUBLE[n].id for n in restored & undone}
    plain = [d for n, d in enumerate(ALL) if n not in undone or n in restored]
    with_undos, never_made = as_decided(decide_on(held)), as_decided(decide_on(plain))
    assert _facts(with_undos) == _facts(never_made)


def _facts(story: BriefStory) -> object:
    """All that is shown as decided, without the log."""
    return msgspec.to_builtins(msgspec.structs.replace(without_decisions(story), decided=None))


@given(st.permutations(range(len(ALL))), st.integers(0, 5))
def test_a_subset_of_decisions_is_honoured_whatever_it_is(order: list[int], size: int) -> None:
    story = decide_on([ALL[n] for n in order[:size]])
    assert without_decisions(story) == GUESS
    shown = as_decided(story)
    held = list(itertools.chain.from_iterable(c.statements for c in shown.claims))
    assert len({s.id for s in held}) == len(held)
    ignored = {s.id for c in story.claims for s in c.statements if s.decided and s.decided.ignored}
    assert {s.id for s in held} | ignored == {s.id for c in GUESS.claims for s in c.statements}
    assert len({c.id for c in shown.claims}) == len(shown.claims)


def test_undos_stand_in_the_log() -> None:
    merge = ALL[0]
    story = decide_on([merge, undo(merge)])
    assert story.decided is not None
    assert [(e.decision.kind, e.live) for e in story.decided.log] == [("merge", False), ("undo", True)]
    assert claim(story, "dam broke").decided is None


def test_an_origin_that_a_person_brings_stands_beside_those_credited_with_the_words_that_it_was_brought_for() -> None:
    dam = next(c for c in PARTS.claims if find(V, "dam").id in c.statements)
    unsure = msgspec.structs.replace(dam, sure=(find(H, "dam").id,))
    parts = msgspec.structs.replace(PARTS, claims=tuple(unsure if c is dam else c for c in PARTS.claims))

    def under(statement: Statement, name: str = "Ingrid Falk") -> Standing:
        bring = make("add origin", statement, names=(name,), value="person", text="It broke at dawn, she said.")
        standing = decided(decide_on([bring], parts), "dam broke").standing
        assert standing is not None
        return standing

    assert under(find(V, "dam")).origins == (2, 4)
    assert under(find(R, "dam")).origins == (2, 4), "the same words in another report"
    assert not any("Mara Velden may not say" in why for why in under(find(V, "dam")).why)
    assert any("Olaf Berg may not say quite the same" in why for why in under(find(V, "dam")).why)
    assert under(find(H, "dam")).origins == (1, 4), "of whom nobody named is credited"
    assert under(find(V, "dam"), "Mara Velden").origins == (1, 3), "she does not corroborate herself"
