"""Articles and Notes in, Statements out."""

import pytest
from hypothesis import given

from headwater.annotate import annotate
from headwater.state import state
from headwater.types import Article, Published, Statement
from tests.factories import FakeReader, make_report
from tests.strategies import anything

CHAINS = [
    # a text, the words of one of its statements, its chain with the nearest to the fact first
    ("The bridge was safe for lorries.", "The bridge was safe for lorries.", []),
    ("Mara Velden said the bridge was safe.", "the bridge was safe.", ["Mara Velden"]),
    ("Reuters reported that the talks had failed, citing officials.", "the talks had failed", ["officials", "Reuters"]),
    ("Reuters reported, citing the army, that 40 soldiers were killed.", "40 soldiers were killed.", ["army", "Reuters"]),
    ("The Velden Herald, citing officials, said the bridge was safe.", "the bridge was safe.", ["officials", "Velden Herald"]),
    (
        "The talks had failed by noon, the Velden Herald reported, citing Reuters.",
        "The talks had failed by noon",
        ["Reuters", "Velden Herald"],
    ),
    ("Mara Velden told Reuters that the bridge was safe.", "the bridge was safe.", ["Mara Velden", "Reuters"]),
    ("The firm hid its losses, according to documents seen by Reuters.", "The firm hid its losses", ["documents", "Reuters"]),
    (
        "Three miners were rescued at dawn. This is reported by dpa, citing the Ostmark fire service.",
        "Three miners were rescued at dawn.",
        ["Ostmark fire service", "dpa"],
    ),
    ("Mara Velden said the dam was old, adding that the wall had cracks.", "the wall had cracks.", ["Mara Velden"]),
    ("“The river rose fast,” said Olaf Brandt, who lives there. “We ran for the hill.”", "“We ran for the hill.”", ["Olaf Brandt"]),
    ("The army said nine boats sank. Nobody in the town slept.", "Nobody in the town slept.", []),
    ("The army said nine boats sank.\n\nIt rained all night in the valley.", "It rained all night in the valley.", []),
]
STANCES = [
    ("Mara Velden denied that the dam was old.", "denied", "asserted"),
    ("Mara Velden claimed that the dam was old.", "asserted", "uncertain"),
    ("Mara Velden said the dam was old.", "asserted", "asserted"),
    ("Mara Velden said the dam may be old.", "uncertain", "asserted"),
    ("The dam was allegedly old and unsafe.", "uncertain", "uncertain"),
    ("The mayor will open the bridge on Friday.", "planned", "planned"),
    ("The mayor opened the bridge on Friday.", "asserted", "asserted"),
    ("Mara Velden vowed that the dam would be rebuilt.", "planned", "asserted"),
    ("Mara Velden said rumours that the dam had burst were wrong.", "denied", "asserted"),
    ("Mara Velden said reports that the dam had burst were a hoax.", "denied", "asserted"),
    ("Mara Velden called reports that the dam had burst a lie.", "denied", "asserted"),
    ("Reports that the dam had burst are untrue, Mara Velden said.", "denied", "asserted"),
    ("Rumours that the dam had burst are false.", "denied", "denied"),
    ("Mara Velden disputed suggestions that the dam had burst.", "denied", "asserted"),
    ("Mara Velden said there was no truth in rumours that the dam had burst.", "denied", "asserted"),
    ("Mara Velden wrongly claimed that the dam had burst.", "uncertain", "denied"),
    ("Mara Velden falsely said the dam had burst.", "uncertain", "denied"),
    ("Mara Velden lied that the dam had burst.", "uncertain", "denied"),
    ("Mara Velden retracted her claim that the dam had burst.", "denied", "asserted"),
    ("Mara Velden withdrew a statement that the dam had burst.", "denied", "asserted"),
    ("Mara Velden said the letter in the Ostmark Post was false.", "asserted", "asserted"),
    ("Mara Velden said the charges were false.", "denied", "asserted"),
    ("The harbour office has denied this.", "denied", "denied"),
]


def stated(article: Article) -> tuple[Statement, ...]:
    return state(article, annotate(article, reader=FakeReader()))


@pytest.mark.parametrize(("text", "quote", "chain"), CHAINS)
def test_a_chain_begins_next_to_the_fact(text: str, quote: str, chain: list[str]) -> None:
    found = {text[s.start : s.end]: s for s in stated(make_report(text))}
    assert [link.name for link in found[quote].chain] == chain


def test_a_link_shows_its_words_and_what_it_is() -> None:
    text = "The bridge was safe for lorries, police spokesman Olaf Brandt told Reuters on Friday."
    first, second = next(s.chain for s in stated(make_report(text)) if s.start == 0)
    assert (first.name, first.kind, first.relation, first.speaks_for) == ("Olaf Brandt", "person", "says", "police")
    assert (second.name, second.kind, second.relation) == ("Reuters", "outlet", "told")
    assert [text[link.start : link.end] for link in (first, second)] == ["police spokesman Olaf Brandt", "Reuters"]
    assert not first.read


def test_the_articles_own_outlet_is_never_a_link() -> None:
    text = "Reuters reported that the talks had failed, citing officials."
    (statement,) = stated(make_report(text, outlet="Reuters"))
    assert [link.name for link in statement.chain] == ["officials"]


@pytest.mark.parametrize(("text", "own", "outlets"), STANCES)
def test_stances(text: str, own: str, outlets: str) -> None:
    (statement,) = stated(make_report(text))
    assert (statement.status, statement.outlet_status) == (own, outlets)


def test_a_statement_has_its_values() -> None:
    text = "At least 40 people in Oslo were killed on Friday, December 13, the harbour ministry said."
    article = make_report(text, published=Published(earliest="2024-12-18", latest="2024-12-18"))
    statement = stated(article)[0]
    assert [(q.low, q.high, q.unit) for q in statement.quantities] == [(40, None, "person killed")]
    assert [t.value for t in statement.times][-1:] == ["2024-12-13"]
    assert statement.names == ("Oslo",)
    assert (statement.sentence.start, statement.sentence.end) == (0, len(text))


def test_ids_are_of_the_article_and_the_span() -> None:
    first, second = make_report("The dam broke. The dam broke."), make_report("The dam broke. The dam broke. It rained.")
    ids = [s.id for article in (first, second) for s in stated(article)]
    assert len(ids) == len(set(ids)) >= 4
    assert [s.id for s in stated(first)] == ids[:2]


@given(anything())
def test_statements_are_the_propositions_in_order(text: str) -> None:
    article = make_report(text)
    notes = annotate(article, reader=FakeReader())
    found = state(article, notes)
    assert [(s.start, s.end, s.row) for s in found] == [(p.start, p.end, row) for row, p in enumerate(notes.propositions)]
    assert len({s.id for s in found}) == len(found)
    for s in found:
        assert s.article == article.id
        assert s.sentence.start <= s.start < s.end <= s.sentence.end
        assert all(s.start <= v.start < v.end <= s.end for v in s.quantities)
        assert all(0 <= link.start < link.end <= len(text) and link.name for link in s.chain)
        assert len({link.name.lower() for link in s.chain}) == len(s.chain) <= 4
