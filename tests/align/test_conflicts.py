"""Invented reports -> conflicts, with names, places and times marked by hand."""

import numpy as np
import pytest

from headwater.align import align
from headwater.judge import Verdict
from headwater.settings import AlignSettings
from headwater.state.quantities import find_quantities
from headwater.types import Article, Claim, Conflict, Link, Name, Notes, Place, Published, Sentence, Span, Statement, Story, TimeExpression

PLACES = {"Brackwater": (50.0, 4.0), "Ostmark": (52.0, 9.0), "Sund": (50.1, 4.1)}
DAYS = {"on Friday": ("2025-03-07", "2025-03-07"), "on Thursday": ("2025-03-06", "2025-03-06"), "at 11pm": None, "at 11:30pm": None}
CLOCKS = {"at 11pm": "2025-03-06T23:00", "at 11:30pm": "2025-03-06T23:30"}
NAMES = ("Velden prison", "Velden", "Freedonian", "Ruritanian", "Ostmark Navy", "Sund Navy")


def marked(text: str, words: str) -> list[tuple[int, int]]:
    """Where some words stand in a text."""
    return [(at, at + len(words)) for at in range(len(text)) if text.startswith(words, at)]


def notes_of(name: str, text: str) -> Notes:
    """Names, places and times of a text, by the lists above; one sentence."""
    vector = np.zeros((1, 384), dtype=np.float16)
    vector[0, 0] = 1
    return Notes(
        article=name,
        sentences=(Sentence(start=0, end=len(text), paragraph=0),),
        names=tuple(Name(start=s, end=e, kind="organisation") for n in NAMES for s, e in marked(text, n)),
        places=tuple(
            Place(start=s, end=e, name=n, lat=p[0], lon=p[1], precision="city", country="XX")
            for n, p in PLACES.items()
            for s, e in marked(text, n)
        ),
        vectors=vector.tobytes(),
    )


def times_of(text: str) -> tuple[TimeExpression, ...]:
    """The times of a text, by the lists above."""
    return tuple(
        TimeExpression(
            start=s,
            end=e,
            value=CLOCKS.get(words, days[0] if days else ""),
            earliest=days[0] if days else None,
            latest=days[1] if days else None,
        )
        for words, days in DAYS.items()
        for s, e in marked(text, words)
    )


def align_reports(
    *texts: str, denied: tuple[int, ...] = (), judge: object = None, **settings: float
) -> tuple[tuple[Claim, ...], tuple[Conflict, ...]]:
    """The claims and conflicts of reports of one statement each, all of one topic by their vectors."""
    articles = {
        f"a{i}": Article(id=f"a{i}", source=f"{i}.txt", page="", outlet=f"Herald {i}", text=t, published=Published())
        for i, t in enumerate(texts)
    }
    statements = [
        Statement(
            id=f"s{i}", article=f"a{i}", start=0, end=len(t), status="denied" if i in denied else "asserted",
            chain=(Link(name="Mara Velden", kind="person", relation="says", start=0, end=1),) if i in denied else (),
            quantities=find_quantities(t, 0, len(t), times=times_of(t)), times=times_of(t), sentence=Span(start=0, end=len(t)), row=0,
            names=tuple(n for n in NAMES if n in t),
        )
        for i, t in enumerate(texts)
    ]  # fmt: skip
    notes = {f"a{i}": notes_of(f"a{i}", t) for i, t in enumerate(texts)}
    story = Story(id="story", headline="", articles=tuple(articles))
    return align(story, statements, articles, notes, settings=AlignSettings(**settings), judge=judge)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("She was held in Velden prison near Brackwater", "She was held in Velden prison near Ostmark", "place"),
        ("The bank published its filing on Friday", "The bank published its filing on Thursday", "time"),
        ("The blast shook the quay at 11pm", "The blast shook the quay at 11:30pm", "time"),
        ("They answered Freedonian airstrikes against a village", "They answered Ruritanian air strikes against a village", "actor"),
    ],
)
def test_one_slot_filled_twice_is_a_conflict_of_two_claims(a: str, b: str, kind: str) -> None:
    claims, conflicts = align_reports(a, b)
    assert len(claims) == 2
    assert [c.kind for c in conflicts] == [kind]
    assert "Herald 0" in conflicts[0].why
    assert "Herald 1" in conflicts[0].why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("She was held in Velden prison near Brackwater", "She was held in Velden prison near Brackwater, in the north"),
        (
            "The fleet has bases in Brackwater and ships",
            "The fleet has bases in Ostmark and ships",
        ),  # two bases, no name is put at two places
        ("Freedonian airstrikes and Ruritanian airstrikes hit a village", "Ruritanian airstrikes hit a village"),
        ("The bank published its filing on Friday", "The bank published its filing"),
    ],
)
def test_what_can_both_hold_is_no_conflict(a: str, b: str) -> None:
    assert align_reports(a, b)[1] == ()


def test_the_toll_of_one_attack_is_not_held_against_the_toll_of_another() -> None:
    here, there = "The blast killed six people in Brackwater", "The blast killed thirty people in Ostmark"
    _, conflicts = align_reports(here, there)
    assert conflicts == ()


def test_a_value_is_held_against_the_likest_statement_of_the_other_report() -> None:
    _, conflicts = align_reports("The blast killed six people at the old harbour", "The blast killed nine people at the old harbour")
    assert [c.kind for c in conflicts] == ["number"]


def test_amounts_of_two_things_are_no_conflict() -> None:
    _, conflicts = align_reports("The bank booked a charge of $5 billion for taxes", "The bank held reserves of $31 billion offshore")
    assert conflicts == ()


def test_a_denial_is_set_against_the_claim_that_it_is_most_like() -> None:
    texts = ("The barge left its berth before dawn", "The owner denied that the barge left its berth that night")
    claims, conflicts = align_reports(*texts, denied=(1,), same_claim=0.99, conflict_topic=0.3)
    assert len(claims) == 2
    assert [(c.kind, len(c.claims)) for c in conflicts] == [("denial", 2)]
    assert "Mara Velden" in conflicts[0].why


def test_to_reject_a_plan_denies_nothing() -> None:
    texts = ("The harbour board laid a plan for the berth before the town", "The town rejected the plan of the harbour board for the berth")
    assert align_reports(*texts, denied=(1,), conflict_topic=0.3)[1] == ()


class Yes:
    """A pair model that says yes to all, and counts."""

    def __init__(self) -> None:
        """Nothing asked yet."""
        self.asked: list[tuple[str, str]] = []

    def judge(self, first: str, second: str) -> Verdict:
        """Both follow from each other."""
        self.asked.append((first, second))
        return Verdict(entails=0.999, contradicts=0.001, same=0.999)


OPEN = ("The crane toppled across the berth", "A hoist crashed down at the quay beside the berth")


def test_the_pair_model_joins_what_the_scores_leave_open() -> None:
    assert len(align_reports(*OPEN, same_claim=0.95)[0]) == 2
    judge = Yes()
    claims, _ = align_reports(*OPEN, same_claim=0.95, judge=judge)
    assert [len(c.statements) for c in claims] == [2]
    assert judge.asked == [OPEN, OPEN[::-1]]


def test_the_pair_model_is_not_asked_about_values_that_differ_nor_more_often_than_allowed() -> None:
    judge = Yes()
    claims, _ = align_reports("The blast killed six people", "The blast killed nine people", judge=judge)
    assert (len(claims), judge.asked) == (2, [])
    align_reports(*OPEN, same_claim=0.95, judge=judge, questions=0)
    assert judge.asked == []


def test_a_number_is_shown_with_words_of_its_own_paragraph_alone() -> None:
    _, conflicts = align_reports(
        "The fire at the depot leaves nineteen injured\n\nNineteen people", "The fire at the depot leaves twelve injured\n\nTwelve people"
    )
    whys = [c.why for c in conflicts if c.kind == "number"]
    assert whys
    assert all("“nineteen injured”" in why and "“twelve injured”" in why for why in whys)
