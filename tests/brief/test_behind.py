"""Sides, suggestions and changed quotations in words."""

import msgspec

from headwater.brief import to_html, to_markdown
from headwater.brief.behind import admiralty_words, side_lines, tellers_of, told_forms
from headwater.brief.view import view_story
from headwater.types import Admiralty, Call, Drift, Form, Side
from tests.factories import make_article, make_brief, make_claim, make_standing, make_statement, make_story

SIDES = (Side(stance="asserts", origins=("Anna Berg",), statements=()), Side(stance="denies", origins=("<b>Ivan</b>",), statements=()))


def test_a_single_side_goes_without_saying() -> None:
    assert list(side_lines(make_standing(sides=SIDES[:1]))) == []
    assert list(side_lines(make_standing(sides=SIDES))) == ["Asserted by: Anna Berg", "Denied by: <b>Ivan</b>"]


def test_the_suggestion_is_named() -> None:
    assert admiralty_words(make_standing()) == ""
    assert admiralty_words(make_standing(admiralty=Admiralty(credibility=3, words="F3: x"))) == "Admiralty F3: x"


def drifting() -> tuple[Drift, object]:
    one, two = make_article("“we go home now”", "Velden Herald"), make_article("“we went home now”", "Ostmark Post")
    forms = (
        Form(text="we go home now", mentions=((one.id, 1, 15),)),
        Form(text="we went home now", mentions=((two.id, 1, 17),), speakers=("Anna Berg",)),
    )
    drift = Drift(forms=forms)
    claim = make_claim([make_statement(one, "we go home now")], make_standing(2, sides=SIDES))
    call = Call(name="<i>Daily</i>", kind="not read", why="named by 2 articles", claims=(claim.id,))
    return drift, make_story([one, two], [claim], drift=(drift,), calls=(call,))


def test_what_changed_is_marked_against_the_oldest_form() -> None:
    drift, story = drifting()
    first, second = told_forms(view_story(story), drift)  # type: ignore[arg-type]
    assert first.pieces == (("we go home now", False),)
    assert second.pieces == (("we", False), ("went", True), ("home now", False))
    assert tellers_of(second) == "Ostmark Post"


def test_all_of_it_is_shown_and_nothing_is_live() -> None:
    _, story = drifting()
    brief = make_brief(story)  # type: ignore[arg-type]
    page, text = to_html(brief), to_markdown(brief)
    assert "Quotations that changed" in page
    assert "<mark>went</mark>" in page
    assert "**went**" in text
    assert "To call" in page
    assert "### To call" in text
    assert "<b>Ivan" not in page
    assert "<i>Daily" not in page
    assert msgspec.json.encode(brief)
