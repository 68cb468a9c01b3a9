"""The reader's marks in, raw attributions out."""

import pytest

from headwater.annotate.attributions.marked import find_marked
from headwater.types import Span
from tests.factories import FakeReader, Told

FIRST = "Mara Velden said the dam was old."
SECOND = "“It may break,” she added, “and nobody was told.”"
TEXT = f"{FIRST}\n\n{SECOND}"
PARAGRAPHS = [Span(start=0, end=len(FIRST)), Span(start=len(FIRST) + 2, end=len(TEXT))]
ROLES: list[Told] = [
    *[("role", "source", words) for words in ("Mara Velden", "she")],
    *[("role", "cue", words) for words in ("said", "added")],
    *[("role", "content", words) for words in ("the dam was old", "“It may break,”", "“and nobody was told.”")],
]


def read(*told: Told) -> list[tuple[str, str, str, str]]:
    marks = FakeReader(*told).read([TEXT[p.start : p.end] for p in PARAGRAPHS])
    found = find_marked(TEXT, PARAGRAPHS, marks)
    spans = [(r, [r.source, r.cue, r.content]) for r in found]
    return [(*(TEXT[s.start : s.end] for s in parts if s), raw.act) for raw, parts in spans]  # type: ignore[misc]


def test_an_attribution_a_fragment_of_content_in_the_order_of_cues() -> None:
    assert read(*ROLES) == [
        ("Mara Velden", "said", "the dam was old", "says"),
        ("she", "added", "“It may break,”", "says"),
        ("she", "added", "“and nobody was told.”", "says"),
    ]


@pytest.mark.parametrize(
    ("told", "acts"),
    [
        ([("act", "believes", "said")], ["believes", "says"]),
        ([("act", "orders", "added")], ["says", "orders"]),
        ([("polarity", "negative", "said")], ["denies", "says"]),
        ([("polarity", "negative", "added"), ("act", "shows", "added")], ["says", "denies"]),
        ([("polarity", "negative", "said"), ("act", "plans", "said")], ["plans", "says"]),
        ([("act", "asks", "Mara Velden")], ["says", "says"]),  # the cue says it, no word beside it
    ],
)
def test_the_act_is_that_of_the_cue(told: list[Told], acts: list[str]) -> None:
    assert [row[-1] for row in read(*ROLES, *told)][:2] == acts


@pytest.mark.parametrize(
    "role",
    [("role", "source", "Mara Velden"), ("role", "cue", "said"), ("role", "content", "the dam was old")],
)
def test_a_part_that_is_missing_leaves_the_attribution_out(role: Told) -> None:
    assert [row[1] for row in read(*(r for r in ROLES if r != role))] == ["added", "added"]


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        ("the dam was old", 1),
        ("dam was old", 1),
        ("was old", 0),  # too short
        ("the dam", 0),
        ("about the dam that was old", 0),  # what is spoken about
        ("to leave the dam as it was", 0),  # what is wanted
        ("whether the dam was old", 0),
        ("the old dam near Ostmark", 0),  # no verb
    ],
)
def test_a_content_is_a_statement(content: str, kept: int) -> None:
    text = f"Mara Velden spoke {content}."
    told: list[Told] = [("role", "source", "Mara Velden"), ("role", "cue", "spoke"), ("role", "content", content)]
    assert len(find_marked(text, [Span(start=0, end=len(text))], FakeReader(*told).read([text]))) == kept


@pytest.mark.parametrize(("act", "kept"), [("says", 1), ("believes", 0), ("plans", 0)])
def test_what_stands_before_an_attitude_is_what_it_is_about(act: str, kept: int) -> None:
    text = "The dam was old and was feared by Mara Velden."
    told: list[Told] = [
        ("role", "source", "Mara Velden"),
        ("role", "cue", "feared"),
        ("role", "content", "The dam was old"),
        ("act", act, "feared"),
    ]
    assert len(find_marked(text, [Span(start=0, end=len(text))], FakeReader(*told).read([text]))) == kept
