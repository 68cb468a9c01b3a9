"""Articles, notes, statements and claims in, dated events out."""

from collections.abc import Mapping, Sequence

import msgspec
import pytest

from headwater.brief.timeline import finest, make_timeline
from headwater.types import Article, Attribution, Notes, Sentence, Span, Statement, TimeExpression, TimelineEntry
from tests.factories import make_report

Day = tuple[str, str, str]
"""The words of a date, and its earliest and latest day."""


def span(text: str, words: str) -> Span:
    return Span(start=text.index(words), end=text.index(words) + len(words))


def told(text: str, days: Sequence[Day], said: str, credited: tuple[str, str] | None = None) -> tuple[Article, Notes, Statement]:
    """An article of one sentence with its dates, one statement, and (cue, content) of an attribution."""
    article = make_report(text)
    times = tuple(
        TimeExpression(start=span(text, words).start, end=span(text, words).end, value=low, earliest=low, latest=high)
        for words, low, high in days
    )
    attributions: tuple[Attribution, ...] = ()
    if credited:
        attributions = (
            Attribution(
                source=None, cue=span(text, credited[0]), content=span(text, credited[1]), name="x", kind="person", relation="says"
            ),
        )
    where = span(text, said)
    sentence = Sentence(start=0, end=len(text), paragraph=0)
    statement = Statement(
        id=f"s{article.id}", article=article.id, start=where.start, end=where.end, sentence=Span(start=0, end=len(text)), row=0
    )
    return article, Notes(article=article.id, sentences=(sentence,), times=times, attributions=attributions), statement


def timeline(*reports: tuple[Article, Notes, Statement], claims: Mapping[str, str] | None = None) -> tuple[TimelineEntry, ...]:
    articles = {a.id: a for a, _, _ in reports}
    return make_timeline(
        list(articles),
        articles,
        {a.id: n for a, n, _ in reports},
        {s.id: s for _, _, s in reports},
        claims if claims is not None else {s.id: "c" for _, _, s in reports},
    )


SUNDAY = ("on Sunday", "2024-12-08", "2024-12-08")
MONDAY = ("on Monday", "2024-12-09", "2024-12-09")


def test_one_event_of_two_reports_is_one_row() -> None:
    first = told("The dam broke on Sunday.", [SUNDAY], "The dam broke on Sunday")
    second = told("On Sunday the dam burst.", [("On Sunday", *SUNDAY[1:])], "On Sunday the dam burst")
    rows = timeline(first, second)
    assert [(r.date, r.claim, len(r.statements), r.saying) for r in rows] == [("2024-12-08", "c", 2, False)]
    assert rows[0].text == "The dam broke on Sunday."


def test_two_events_of_one_day_are_two_rows() -> None:
    first = told("The dam broke on Sunday.", [SUNDAY], "The dam broke on Sunday")
    second = told("He resigned on Sunday.", [SUNDAY], "He resigned on Sunday")
    rows = timeline(first, second, claims={first[2].id: "c", second[2].id: "d"})
    assert [(r.date, r.claim) for r in rows] == [("2024-12-08", "c"), ("2024-12-08", "d")]


def test_days_that_cannot_both_be_are_a_conflict() -> None:
    rows = timeline(
        told("The dam broke on Sunday.", [SUNDAY], "The dam broke on Sunday"),
        told("The dam broke on Monday.", [MONDAY], "The dam broke on Monday"),
    )
    assert [(r.date, r.conflicts) for r in rows] == [("2024-12-08", ("2024-12-09",)), ("2024-12-09", ("2024-12-08",))]


def test_a_month_and_a_day_in_it_agree() -> None:
    rows = timeline(
        told("The dam broke on Sunday.", [SUNDAY], "The dam broke on Sunday"),
        told("The dam broke in December.", [("December", "2024-12-01", "2024-12-31")], "The dam broke in December"),
    )
    assert [(r.date, r.conflicts) for r in rows] == [("2024-12", ()), ("2024-12-08", ())]


def test_a_dated_saying_is_marked_and_no_conflict() -> None:
    text = "The dam broke on Sunday, she said on Monday."
    rows = timeline(
        told(text, [SUNDAY, MONDAY], "The dam broke on Sunday", ("said", "The dam broke on Sunday")),
        told("The dam broke on Sunday.", [SUNDAY], "The dam broke on Sunday"),
    )
    assert [(r.date, r.saying, r.claim, r.conflicts) for r in rows] == [
        ("2024-12-08", False, "c", ()),
        ("2024-12-09", True, None, ()),
    ]


@pytest.mark.parametrize(
    ("text", "saying"),
    [
        ("Nine barges sank, he said on Monday, up from four on Sunday.", {"2024-12-09": True, "2024-12-08": False}),
        ("Nine barges sank, he said in a letter, late on Monday, and four on Sunday.", {"2024-12-09": True, "2024-12-08": False}),
    ],
)
def test_a_day_of_a_remark_behind_a_saying_is_none_of_it(text: str, saying: dict[str, bool]) -> None:
    rows = timeline(told(text, [SUNDAY, MONDAY], "Nine barges sank", ("he said", "Nine barges sank")), claims={})
    assert {r.date: r.saying for r in rows} == saying


def test_a_saying_has_the_day_on_which_it_was_said_and_another_day_beside_it_is_none() -> None:
    text = "Nineteen are hurt, Mara Velden said on Monday, up from twelve on Sunday."
    [sunday, monday] = timeline(told(text, [MONDAY, SUNDAY], "Nineteen are hurt", ("said", "Nineteen are hurt")))
    assert (sunday.date, sunday.saying, sunday.text) == ("2024-12-08", False, "up from twelve on Sunday.")
    assert (monday.date, monday.saying, monday.text) == ("2024-12-09", True, text)


def test_one_day_named_twice_beside_a_saying_is_one_saying() -> None:
    text = "The dam broke, she said on Monday, 9 December."
    days = [MONDAY, ("9 December", *MONDAY[1:])]
    rows = timeline(told(text, days, "The dam broke", ("said", "The dam broke")))
    assert [(r.date, r.saying, len(r.statements)) for r in rows] == [("2024-12-09", True, 2)]


def test_no_two_rows_have_the_same_words() -> None:
    text = "The dam broke on Sunday, she said on Monday."
    rows = timeline(told(text, [SUNDAY, MONDAY], "The dam broke on Sunday", ("said", "The dam broke on Sunday")))
    assert [(r.date, r.text) for r in rows] == [("2024-12-08", "The dam broke on Sunday"), ("2024-12-09", text)]


def test_the_event_and_the_saying_of_one_day_have_their_own_words() -> None:
    text = "The dam broke on Monday, she said on Monday."
    article, notes, statement = told(text, [MONDAY], "The dam broke on Monday", ("said", "The dam broke on Monday"))
    second = text.rindex("on Monday")
    again = msgspec.structs.replace(notes.times[0], start=second, end=second + len("on Monday"))
    rows = timeline((article, msgspec.structs.replace(notes, times=(*notes.times, again)), statement))
    assert [(r.saying, r.text) for r in rows] == [(False, "The dam broke on Monday"), (True, text)]


def test_copies_of_a_sentence_in_no_claim_are_one_row() -> None:
    first = told("Rain fell on Sunday.", [SUNDAY], "Rain fell on Sunday")
    second = told("Rain fell  on Sunday.", [SUNDAY], "Rain fell  on Sunday")
    [row] = timeline(first, second, claims={})
    assert [m.article for m in row.statements] == [first[0].id, second[0].id]


def test_what_crosses_years_or_has_no_days_is_left_out() -> None:
    article, notes, statement = told("From 2023 to 2024.", [("2023 to 2024", "2023-01-01", "2024-12-31")], "From 2023")
    assert timeline((article, notes, statement)) == ()


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("2024-12-08", "2024-12-08", "2024-12-08"), ("2024-11-30", "2024-12-01", "2024"), ("2024-12-31", "2025-01-01", "")],
)
def test_finest(low: str, high: str, expected: str) -> None:
    assert finest(low, high) == expected
