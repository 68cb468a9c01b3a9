"""Lines that take an article back or correct it, and lines that tell of somebody else's."""

import json
import pathlib

import pytest

import headwater
from headwater.clean.notices import find_notices
from headwater.types import Dropped
from tests.factories import FakeReader

RETRACTED = [
    "This article has been retracted.",
    "This story was withdrawn on Monday after questions about its sources.",
    "Editor’s note: This report has been withdrawn.",
    "RETRACTED: Forty hurt as dam breaks",
    "Retraction: The Herald no longer stands by this account.",
    "The Velden Herald has retracted this article.",
    "Reuters has withdrawn its story about a dam at Ostmark.",
    "We are withdrawing this story.",
    "MANDATORY KILL: Ostmark-Dam",
    "STORY REMOVED: Ostmark-Dam",
]
CORRECTED = [
    "An earlier version of this article gave a wrong number of the dead.",
    "Editor's note: An earlier version of this article misspelled Mara Velden's name.",
    "Correction: Forty people were hurt, not fourteen.",
    "CORRECTION (8 December 2024): The dam is at Ostmark.",
    "Correction, Dec. 8, 2024: The dam is at Ostmark.",
    "Corrections & clarifications: A previous version had the wrong date.",
    "• This article was amended on 8 December 2024 to give the right number.",
    "This story has been corrected to show that the dam is at Ostmark.",
    "This story has been updated to correct the name of the dam.",
    "(This story corrects spelling of the name in the second paragraph)",
    "*A previous version of this post misstated the number.",
]
NEITHER = [
    "The journal has retracted the study, Mara Velden said.",
    "The ministry corrected the number of the dead on Monday.",
    "The army has withdrawn its troops from the dam.",
    "This story has been updated to add what the army says.",
    "Corrections officers at the prison found the drugs.",
    "She said that an earlier version of this article was wrong.",
    "The correction: prices fell by a tenth.",
    "Kill rates in the valley rose.",
    "An earlier version of the bill was rejected.",
]


@pytest.mark.parametrize("line", RETRACTED)
def test_an_article_that_is_taken_back(line: str) -> None:
    assert find_notices(f"Dam breaks\n\nA dam broke.\n\n{line}\n\nIt rained.") == (line, None)


@pytest.mark.parametrize("line", CORRECTED)
def test_an_article_that_corrects_itself(line: str) -> None:
    assert find_notices(f"Dam breaks\n\nA dam broke.\n\n{line}\n\nIt rained.") == (None, line)


@pytest.mark.parametrize("line", NEITHER)
def test_what_is_told_of_others_is_no_notice(line: str) -> None:
    assert find_notices(f"Dam breaks\n\nA dam broke.\n\n{line}\n\nIt rained.") == (None, None)


def test_a_notice_among_what_was_cut_counts() -> None:
    assert find_notices("A dam broke.", [Dropped(text=CORRECTED[0], kind="contact", why="x")]) == (None, CORRECTED[0])


BODY = "The dam above Ostmark broke at dawn on Monday, Mara Velden said. Forty people were hurt, two officials said. " * 2
MARKED = {
    "retracted": ({"text": f"This article has been retracted.\n\n{BODY}"}, "This article has been retracted.", None),
    "corrected": ({"text": f"{BODY}\n\n{CORRECTED[0]}"}, None, CORRECTED[0]),
    "neither": ({"text": BODY}, None, None),
}


@pytest.mark.parametrize("case", MARKED)
def test_the_claims_that_leaned_on_it_say_so(case: str, tmp_path: pathlib.Path) -> None:
    record, retracted, corrected = MARKED[case]
    (tmp_path / "a.json").write_text(json.dumps({"outlet": "Velden Herald", "url": "https://h.example/1", **record}), encoding="utf8")
    (story,) = headwater.make_brief([str(tmp_path)]).stories
    (article,) = story.articles
    assert (article.retracted, article.corrected) == (retracted, corrected)
    says = {
        "retracted": "Leans on what was taken back since: Velden Herald.",
        "corrected": "Leans on what carries a correction: Velden Herald.",
    }
    for claim in story.claims:
        assert [line for line in claim.standing.why if line.startswith("Leans")] == ([says[case]] if case in says else [])


@pytest.mark.parametrize(("status", "marked"), [("canceled", True), ("withheld", False)])
def test_a_cancelled_item_takes_back_what_was_read_of_it(tmp_path: pathlib.Path, status: str, marked: bool) -> None:  # noqa: FBT001
    item = {
        "uri": "https://agency.example/items/1",
        "type": "text",
        "pubstatus": "usable",
        "versioncreated": "2024-12-08T08:00:00Z",
        "headline": "Dam breaks",
        "body_text": BODY,
    }
    for name, held in {"1": item, "2": {**item, "pubstatus": status}}.items():
        (tmp_path / f"{name}.json").write_text(
            json.dumps({"$schema": "https://iptc.org/std/ninjs/ninjs-schema_1.3.json", **held}), encoding="utf8"
        )
    reading = headwater.read_articles([str(tmp_path)], reader=FakeReader())
    (aside,) = reading.set_aside
    assert aside.cancels == ("https://agency.example/items/1" if marked else None)
    (story,) = headwater.pipeline.brief_of(reading).stories
    assert story.articles[0].retracted == (f"withheld by its publisher: the item's pubstatus is '{status}'" if marked else None)
