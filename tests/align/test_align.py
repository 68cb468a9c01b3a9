"""Statements of a story -> claims and conflicts, on statements built by hand."""

import numpy as np
import pytest

from headwater.align import align
from headwater.align.values import compare_values
from headwater.judge import Judge, Verdict
from headwater.settings import AlignSettings
from headwater.state.quantities import find_quantities
from headwater.types import Article, Claim, Conflict, Link, Notes, Published, Span, Statement, Status, Story


def align_texts(
    *texts: tuple[str, Status], when: tuple[str, ...] = (), speakers: tuple[str, ...] = (), judge: Judge | None = None
) -> tuple[tuple[Claim, ...], tuple[Conflict, ...]]:
    """Claims of one statement a report; harbour news has one vector and bakers' news another, the rest is words and values."""
    articles, notes, statements = {}, {}, []
    for i, (text, status) in enumerate(texts):
        name = f"a{i}"
        vector = np.zeros((2, 384), dtype=np.float16)
        vector[:, int("Bakers" in text)] = 1
        day = when[i] if when else None
        articles[name] = Article(id=name, source=f"{name}.txt", page="", text=text, published=Published(earliest=day, latest=day))
        notes[name] = Notes(article=name, vectors=vector.tobytes())
        link = Link(name=speakers[i] if speakers else "Anna Berg", kind="person", relation="says", start=0, end=1)
        statements.append(
            Statement(
                id=f"s{i}", article=name, start=0, end=len(text), status=status, chain=(link,) if status == "denied" or speakers else (),
                quantities=find_quantities(text, 0, len(text)), sentence=Span(start=0, end=len(text)), row=1,
            )
        )  # fmt: skip
    story = Story(id="story", headline="", articles=tuple(articles))
    return align(story, statements, articles, notes, settings=AlignSettings(), judge=judge)


def test_the_same_words_are_one_claim_and_others_another() -> None:
    claims, conflicts = align_texts(
        ("The crane fell across the main berth", "asserted"),
        ("A crane fell across the main berth", "asserted"),
        ("Bakers went on strike over pay", "asserted"),
    )
    assert [len(c.statements) for c in claims] == [2, 1]
    assert conflicts == ()


def test_a_claims_text_is_one_of_its_statements_word_for_word() -> None:
    claims, _ = align_texts(("The crane fell across the main berth", "asserted"), ("A crane fell across the main berth", "asserted"))
    assert claims[0].text in ("The crane fell across the main berth", "A crane fell across the main berth")


@pytest.mark.parametrize(
    "texts",
    [
        ("Ostmark soldiers shelled the Westland border town", "Westland soldiers shelled the Ostmark border town"),
        ("The river in Velden rose over the harbour wall on Monday", "On Tuesday the river in Velden rose over the harbour wall"),
        ("The fire killed six people in the old harbour", "The fire almost killed six people in the old harbour"),
    ],
)
def test_the_same_words_for_opposite_things_are_not_sure(texts: tuple[str, str]) -> None:
    claims, _ = align_texts((texts[0], "asserted"), (texts[1], "asserted"))
    assert all(len(c.sure) <= 1 for c in claims)


def test_what_the_pair_model_calls_a_contradiction_is_not_sure() -> None:
    class Refusing:
        def judge(self, first: str, second: str) -> Verdict:
            return Verdict(entails=0.1, contradicts=float(("rejected" in first) != ("rejected" in second)), same=0.9)

    rejected, approved = "Voters in Velden rejected the new harbour plan", "Voters in Velden approved the new harbour plan"
    for judge, sure in ((None, 2), (Refusing(), 1)):
        claims, _ = align_texts((rejected, "asserted"), (approved, "asserted"), speakers=("Anna Berg", "Karl Lund"), judge=judge)
        assert [len(c.sure) for c in claims] == [sure]


def test_a_claim_is_never_headed_by_a_number_that_most_of_its_statements_lack() -> None:
    claims, _ = align_texts(
        ("People were hurt in the fire at the old harbour", "asserted"),
        ("Nine people were hurt in the fire at the old harbour of Velden", "asserted"),
        ("Some people were hurt in the fire at the old harbour", "asserted"),
    )
    assert [(len(c.statements), "Nine" in c.text) for c in claims] == [(3, False)]


def test_a_claim_is_headed_by_words_that_its_sure_statements_share() -> None:
    claims, _ = align_texts(
        ("The fire began at dawn in the old harbour shed", "asserted"),
        ("The fire began at dawn in the old harbour shed of the Velden paint company and was soon put out", "asserted"),
    )
    assert [(len(c.sure), c.text) for c in claims] == [(2, "The fire began at dawn in the old harbour shed")]


def test_different_numbers_for_one_thing_are_two_claims_and_a_conflict() -> None:
    claims, conflicts = align_texts(
        ("The fire killed six people in the old harbour", "asserted"), ("The fire killed nine people in the old harbour", "asserted")
    )
    assert len(claims) == 2
    assert [(c.kind, len(c.claims), c.update) for c in conflicts] == [("number", 2, False)]
    assert "six" in conflicts[0].why
    assert "nine" in conflicts[0].why


def test_a_toll_of_a_later_day_is_an_update() -> None:
    texts = (("The fire killed six people in the old harbour", "asserted"), ("The fire killed nine people in the old harbour", "asserted"))
    _, conflicts = align_texts(*texts, when=("2025-03-04", "2025-03-06"))  # type: ignore[arg-type]
    assert [c.update for c in conflicts] == [True]


def test_a_denial_inside_a_claim_is_a_conflict_of_that_claim() -> None:
    claims, conflicts = align_texts(
        ("The barge lay outside its berth", "asserted"), ("denied that the barge lay outside its berth", "denied")
    )
    assert len(claims) == 1
    assert [(c.kind, c.claims) for c in conflicts] == [("denial", (claims[0].id,))]
    assert "Anna Berg" in conflicts[0].why


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("six people were killed", "six people died", "agree"),
        ("six people were killed", "nine people were killed", "differ"),
        ("at least six people were killed", "six people were killed", "agree"),
        ("about $143 million", "$140 million", "agree"),
        ("$3 billion", "$5 billion", "differ"),
        ("six people were killed", "six people were hurt", "open"),
        ("six people were killed", "nobody was there", "open"),
        ("84 passengers and four crew were aboard", "112 were aboard", "differ"),
        ("84 passengers and four crew were aboard", "84 were aboard", "agree"),
        ("five percent", "five boats", "open"),
    ],
)
def test_values(a: str, b: str, verdict: str) -> None:
    assert compare_values(find_quantities(a, 0, len(a)), find_quantities(b, 0, len(b))) == verdict
