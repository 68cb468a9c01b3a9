"""The pages of a story in which people split a claim: what is left, what left, and the program's own guess, each with its place."""

import pathlib
from collections.abc import Iterator

import pytest

from headwater.brief.view import view_story
from headwater.case import Case
from headwater.decide import anchor_of, make_decision
from headwater.types import BriefClaim, BriefStory, DecidedPart, Decision
from headwater.web import writing
from tests.case.reports import WordReader, write_reports
from tests.web.conftest import make_client

WHEN = "2025-03-10T10:00:00Z"


@pytest.fixture
def case(tmp_path: pathlib.Path) -> Iterator[Case]:
    """A case in which the words that head a claim of several reports were split off."""
    with Case.create(tmp_path / "desk.headwater") as case:
        case.add(write_reports(tmp_path / "reports", 12), reader=WordReader())
        case.run()
        for story in case.brief().stories:
            articles = {a.id: a for a in story.articles}
            for claim in story.claims:
                if len({s.quote for s in claim.statements}) > 1:
                    heading = next(s for s in claim.statements if s.quote == claim.text)
                    anchors = (anchor_of(heading, articles[heading.article]),)
                    case.decide(make_decision(Decision(id="", kind="split", anchors=anchors, who="Ann", when=WHEN)))
                    case.run()
                    yield case
                    return
        raise AssertionError("no claim is told in several wordings")


def split(case: Case) -> tuple[BriefStory, BriefClaim, DecidedPart]:
    return next((s, c, c.decided.parts[0]) for s in case.brief().stories for c in s.claims if c.decided and c.decided.parts)


def test_the_page_of_what_is_left_is_headed_by_its_words(case: Case) -> None:
    _, claim, part = split(case)
    assert claim.decided
    assert claim.decided.text != claim.text == part.text
    page = make_client(case).get(f"/claim/{claim.id}").text
    assert f'<h1 class="headline" dir="auto">{claim.decided.text}</h1>' in page
    assert f'<a href="/claim/{part.id}" dir="auto">{part.text}</a>' in page
    assert claim.decided.otherwise == (f"The program keeps “{part.text}” in one claim with “{claim.decided.text}”.",)


def test_what_was_split_off_has_a_page_and_stands_among_the_claims(case: Case) -> None:
    story, claim, part = split(case)
    client = make_client(case)
    page = client.get(f"/claim/{part.id}")
    assert page.status_code == 200
    assert f'<h1 class="headline" dir="auto">{part.text}</h1>' in page.text
    assert f'split this claim off <a href="/claim/{claim.id}">' in page.text
    assert "program's own guess" not in page.text
    listed = client.get(f"/story/{story.id}").text
    for i, text in ((claim.id, claim.decided.text if claim.decided else ""), (part.id, part.text)):
        assert f'<a href="/claim/{i}">{text}</a>' in listed
    told, found = case.claim(part.id)
    assert (told.id, found.text, found.standing) == (story.id, part.text, part.standing)
    assert case.find(part.id) == ("claim", (told, found))


def test_what_was_split_off_can_be_joined_to_another_by_its_number(case: Case) -> None:
    story, claim, part = split(case)
    number = view_story(story).numbers[part.id]
    assert number == len(story.claims) + 1
    form = {"kind": ["merge"], "claim": [claim.id], "other": [str(number)], "who": ["Ben"]}
    writing.decide(case, form)
    assert case.decisions()[-1].anchors[1].quote == part.text
