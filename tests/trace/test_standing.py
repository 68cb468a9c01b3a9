"""Sides, the suggestion on the Admiralty's scale, own reporting, and what nobody may call corroborated."""

from typing import Any

import msgspec
import pytest

from headwater.trace import trace
from headwater.trace.standing import suggest
from headwater.types import Notes, Sentence, Span, Standing, Trace
from tests.trace.family import Chain, Row, tell

BERG: Chain = (("Anna Berg", "person"),)
LIND: Chain = (("Ivan Lind", "person"),)


def traced(*rows: Row, copies: tuple[tuple[str, ...], ...] = (), **fields: Any) -> Trace:
    told = tell(*rows, copies=copies, **fields)
    return trace(told.story, told.articles, told.notes, [told.claim], told.statements)


def standing(*rows: Row, **fields: Any) -> Standing:
    return traced(*rows, **fields).standings[0][1]


def test_sides_say_who_asserts_denies_and_does_not_know() -> None:
    found = standing(
        Row("Velden Herald", "The dam broke in the night", BERG),
        Row("Kestrel News", "A dam went overnight", (("Mara Velden", "person"),)),
        Row("Lantern", "The dyke failed at last", (("Olaf Brandt", "person"),)),
        Row("Ostmark Post", "No dam has broken anywhere", LIND, status="denied"),
        Row("Orvane Times", "The ministry had no information about it", (("ministry", "body"),), status="uncertain"),
        Row("Pellworth Post", "The report could not be independently verified"),
    )
    assert {s.stance: s.origins for s in found.sides} == {
        "asserts": ("Anna Berg", "Mara Velden", "Olaf Brandt"),
        "denies": ("Ivan Lind",),
        "does not know": ("ministry",),
        "could not verify": ("Pellworth Post, own voice",),
    }
    assert (found.origins, found.articles) == ((3, 3), 3)


@pytest.mark.parametrize(
    ("low", "high", "asserting", "denying", "credibility"),
    [(2, 3, 3, 0, 1), (1, 2, 2, 0, 2), (1, 1, 1, 0, 3), (2, 2, 2, 3, 5), (2, 2, 2, 2, 1), (0, 0, 0, 0, 6), (1, 1, 0, 1, 5)],
)
def test_the_suggestion_counts_and_never_judges_a_source(low: int, high: int, asserting: int, denying: int, credibility: int) -> None:
    found = suggest(low, high, asserting=asserting, denying=denying)
    assert (found.reliability, found.credibility) == ("F", credibility)
    assert found.words.startswith(f"F{credibility}: ")
    assert "for a person to confirm" in found.words


def test_own_reporting_is_a_named_origin_and_a_plain_sentence_is_none() -> None:
    saw = Row("Velden Herald", "A Velden Herald reporter saw the dam break")
    assert standing(saw, Row("Ostmark Post", "The wall gave way", BERG)).origins == (2, 2)
    assert standing(Row("Velden Herald", "The dam broke"), Row("Ostmark Post", "The wall gave way", BERG)).origins == (1, 2)


def test_own_voice_beside_unnamed_sources_of_the_same_report_is_no_second_origin() -> None:
    told = tell(Row("Velden Herald", "Dam breaks. The dam broke, officials said."))
    headline, text = (
        told.statements["s0"].__class__(id=f"t{i}", article="a0", start=s, end=e, chain=c, sentence=told.statements["s0"].sentence, row=0)
        for i, (s, e, c) in enumerate([(0, 10, ()), (12, 25, tell(Row("x", "y", (("officials", "unnamed"),))).statements["s0"].chain)])
    )
    claim = told.claim.__class__(id="c", text="x", statements=("t0", "t1"), sure=("t0", "t1"))
    found = trace(told.story, told.articles, told.notes, [claim], {"t0": headline, "t1": text})
    assert found.standings[0][1].origins == (1, 1)


def test_a_headline_is_no_voice_and_no_text_beside_what_its_own_report_credits() -> None:
    told = tell(*(Row(f"Paper {i}", f"Dam at {town} gives way. The dam broke.", BERG) for i, town in enumerate(("Velden", "Ostmark"))))
    articles = {i: msgspec.structs.replace(a, body=a.text.index("The dam")) for i, a in told.articles.items()}
    statements = {}
    for i, s in told.statements.items():
        start, end = articles[s.article].body, len(articles[s.article].text)
        top, below = Span(start=0, end=start - 1), Span(start=start, end=end)
        statements[f"h{i}"] = msgspec.structs.replace(s, id=f"h{i}", end=top.end, chain=(), sentence=top)
        statements[i] = msgspec.structs.replace(s, start=start, sentence=below)
    claim = msgspec.structs.replace(told.claim, statements=tuple(statements), sure=tuple(statements))
    story = msgspec.structs.replace(told.story, copies=(("a0", "a1"),))
    found = trace(story, articles, told.notes, [claim], statements).standings[0][1]
    assert (found.texts, found.origins, found.word) == (1, (1, 1), "single origin")


def test_one_name_read_as_a_person_and_as_a_body_is_one_origin() -> None:
    told = tell(Row("Velden Herald", "The dam broke", BERG), Row("Ostmark Post", "The bridge stands", (("Anna Berg", "body"),)))
    claims = [told.claim.__class__(id=i, text="x", statements=(i,), sure=(i,)) for i in ("s1", "s0")]
    found = trace(told.story, told.articles, told.notes, claims, told.statements)
    assert [(o.name, o.kind, o.claims) for o in found.origins] == [("Anna Berg", "person", ("s1", "s0"))]


def test_a_body_that_was_read_as_a_person_is_a_body() -> None:
    found = traced(Row("Velden Herald", "The dam broke", (("Harbour Safety Office", "person"),)))
    assert [(o.name, o.kind) for o in found.origins] == [("Harbour Safety Office", "body")]


def test_two_papers_of_one_site_and_an_agency_never_raise_the_low_end() -> None:
    rows = (Row("Velden City", "Our reporter saw the dam break"), Row("Velden World", "The wall gave way, as our reporter saw"))
    assert standing(*rows, domain="velden.org").origins == (1, 1)


@pytest.mark.parametrize(
    ("a", "b", "origins"),
    [
        ((("a Road Board spokesman", "unnamed"),), (("Road Board", "body"),), (1, 1)),
        ((("Mara Feldens", "person"),), (("Mara Feldenz", "person"),), (1, 1)),
        ((("local police", "body"),), BERG, (1, 2)),
        ((("provincial police", "body"),), BERG, (2, 2)),
    ],
)
def test_equal_roots_are_one_and_vague_ones_raise_nothing(a: Chain, b: Chain, origins: tuple[int, int]) -> None:
    assert standing(Row("Velden Herald", "The dam broke", a), Row("Ostmark Post", "The wall gave way", b)).origins == origins


def test_a_rare_slip_that_two_share_makes_them_one_at_the_low_end() -> None:
    from headwater.trace.echoes import find_ties  # noqa: PLC0415 - looked at alone here

    told = tell(Row("Velden Herald", "Mara Vedlen left", BERG), Row("Ostmark Post", "So Mara Vedlen went", LIND))
    ties = find_ties(list(told.statements.values()), told.articles, {"a0": ("Mara Vedlen",), "a1": ("Mara Vedlen",)})
    assert ties["detail"] == {"s0": "s0", "s1": "s0"}
    assert ties["words"] == {}


def test_calls_list_who_is_not_read_who_stands_alone_and_what_lacks_a_document() -> None:
    found = traced(
        Row("Velden Herald", "The dam broke", (("Anna Berg", "person"), ("Daily Example", "outlet"))),
        Row("Ostmark Post", "The wall gave way", BERG),
        Row("Lantern", "Nothing broke", LIND, status="denied"),
    )
    assert [(c.name, c.kind, c.claims) for c in found.calls] == [
        ("Daily Example", "not read", ("c",)),
        ("Anna Berg", "single origin", ("c",)),
        ("Ivan Lind", "no document", ("c",)),
    ]


def test_the_next_sentence_may_say_that_it_could_not_be_verified() -> None:
    told = tell(Row("Velden Herald", "The dam broke, she said. The Herald could not independently verify this.", BERG))
    first, second = Sentence(start=0, end=24, paragraph=0), Sentence(start=25, end=72, paragraph=0)
    said = msgspec.structs.replace(told.statements["s0"], end=14, sentence=Span(start=0, end=24))
    notes = {"a0": Notes(article="a0", sentences=(first, second))}
    found = trace(told.story, told.articles, notes, [told.claim], {"s0": said}).standings[0][1]
    assert [(s.stance, s.origins) for s in found.sides] == [
        ("asserts", ("Anna Berg",)),
        ("could not verify", ("Velden Herald, own voice",)),
    ]
    assert found.origins == (1, 1)
