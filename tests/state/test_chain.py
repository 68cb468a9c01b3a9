"""Attributions in, chains out: who is nearer to the fact."""

from typing import Any

import msgspec

from headwater.state.chain import find_crediting, find_holders, make_chain
from headwater.types import Attribution, Span

WHOLE = Span(start=0, end=100)
FACT = Span(start=60, end=90)


def credit(name: str, cue: int, content: Span = WHOLE, **fields: Any) -> Attribution:
    made = Attribution(
        source=Span(start=cue - 3, end=cue - 1),
        cue=Span(start=cue, end=cue + 2),
        content=content,
        name=name,
        kind="unnamed",
        relation="says",
        depth=1,
    )
    return msgspec.structs.replace(made, **fields)


def names(*found: Attribution, span: Span = FACT) -> list[str]:
    return [link.name for link in make_chain(find_crediting(found, span))]


def test_whoever_speaks_within_what_another_says_is_nearer() -> None:
    outer = credit("ministry", 10, Span(start=20, end=95))
    inner = credit("witnesses", 30, Span(start=35, end=95))
    innermost = credit("crew", 50, Span(start=55, end=95))
    assert names(outer, inner, innermost) == ["crew", "witnesses", "ministry"]


def test_whom_another_cites_is_nearer_and_who_was_told_is_further() -> None:
    outlet = credit("Reuters", 10, kind="outlet", relation="relays")
    assert names(outlet, credit("officials", 30, depth=2)) == ["officials", "Reuters"]
    told = credit("Reuters", 10, kind="outlet", relation="told", depth=0)
    assert names(told, credit("officials", 10)) == ["officials", "Reuters"]


def test_who_only_passes_it_on_comes_behind_the_sources_and_before_the_outlets() -> None:
    passing = credit("Ledger", 5, kind="outlet", relation="relays", depth=-1)
    outlet = credit("Reuters", 10, kind="outlet", relation="relays")
    assert names(passing, outlet, credit("officials", 30, depth=2)) == ["officials", "Ledger", "Reuters"]
    assert names(passing, credit("officials", 30)) == ["officials", "Ledger"]
    assert names(passing) == ["Ledger"]


def test_two_that_hold_each_other_are_told_apart_by_the_smaller_content() -> None:
    assert names(credit("a", 10), credit("b", 20, Span(start=5, end=95))) == ["b", "a"]


def test_a_chain_has_each_name_once_and_four_at_most() -> None:
    nested = [credit(f"n{i}", 10 + 5 * i, Span(start=12 + 5 * i, end=95)) for i in range(6)]
    assert names(*nested) == ["n5", "n4", "n3", "n2"]
    assert names(credit("a", 10), credit("A", 20)) == ["a"]


def test_what_holds_little_of_the_span_or_names_its_source_there_credits_nobody() -> None:
    assert names(credit("a", 10, Span(start=75, end=99))) == []
    assert names(credit("a", 10, source=Span(start=55, end=95))) == []


def test_a_holder_is_nobody_whose_word_it_is() -> None:
    said = credit("Brandt", 10, Span(start=20, end=95))
    hopes = credit("Ostmark", 30, Span(start=40, end=95), act="views")
    wants = credit("the council", 45, Span(start=50, end=95), act="views")
    again = credit("Brandt", 10, Span(start=20, end=95), act="views")
    found = find_holders((hopes, wants, again), (said,), FACT)
    assert [v.name for v in found] == ["the council", "Ostmark"]
    assert find_holders((hopes,), (), Span(start=30, end=90)) == ()
