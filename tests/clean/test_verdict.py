"""Drafts and their lines in; why they are no articles, or why they break off, out."""

import pytest

from headwater.clean.draft import Draft, Line
from headwater.clean.furniture import take_out
from headwater.clean.verdict import why_cut, why_none
from headwater.settings import CleanSettings

SENTENCE = "The dam above Ostmark broke on Friday night, and nine barges sank in the harbour below it."
LONG = (SENTENCE,) * 9


def lines(*texts: str, linked: bool = False) -> tuple[Line, ...]:
    return tuple(Line(text=text, field="", start=i * 200 + 1, end=i * 200 + 1 + len(text), linked=linked) for i, text in enumerate(texts))


def none_of(title: str, found: tuple[Line, ...], *signs: str) -> str | None:
    draft = Draft(lines=found, title=Line(text=title, field="", start=0, end=0), signs=signs)
    kept, dropped = take_out(found, title=title)
    return why_none(draft, kept, dropped, CleanSettings())


LINKS = lines(
    "Nine barges sink in the harbour", "Ferry back in service", "Wolves near the ring road", "Trawler lost off Merra", linked=True
)
NONE = [
    ("Sorry, we can't find that page", lines(*LONG), (), "an error or search page"),
    ("Page not found", lines(*LONG), (), "an error or search page"),
    ("Search results for dam", lines(*LONG), (), "an error or search page, a search page"),
    ("Dam breaks", lines(SENTENCE, SENTENCE), ("video",), "a video or a recording"),
    ("Watch: Dam breaks", lines(SENTENCE, SENTENCE), (), "a video or a recording"),
    ("Dam breaks", lines(SENTENCE, SENTENCE, "Subscribe to read the full story"), ("gated",), "a pay-wall stub: 34 words before"),
    ("Dam breaks", lines(SENTENCE, SENTENCE), ("asks", "article"), "a pay-wall stub: 34 words, and the page asks"),
    ("Dam live", LINKS + LINKS, ("live", "article"), "a live blog's index"),
    ("World", LINKS + lines(SENTENCE, SENTENCE), ("website",), "a list of other articles"),
    ("Dam", lines("Short."), (), "no article: 1 words"),
]
SOME = [
    ("Page of history found in a cellar", lines(*LONG), ()),
    ("Search for the missing goes on", lines(*LONG), ()),
    ("404 people left their homes", lines(*LONG), ()),
    ("Dam breaks", lines(*LONG), ("video",)),
    ("Dam breaks", lines(*LONG, "Subscribe to read the full story"), ("gated", "asks")),
    ("Dam breaks", lines(SENTENCE, SENTENCE), ("gated",)),
    ("Dam live", lines(*LONG) + LINKS, ("live", "article")),
    ("Dam breaks", lines(*LONG) + LINKS, ()),
    ("World", LINKS + lines(*LONG), ("article",)),
]


@pytest.mark.parametrize(("title", "found", "signs", "why"), NONE)
def test_what_is_no_article(title: str, found: tuple[Line, ...], signs: tuple[str, ...], why: str) -> None:
    assert (none_of(title, found, *signs) or "").startswith(why)


@pytest.mark.parametrize(("title", "found", "signs"), SOME)
def test_what_is_one_all_the_same(title: str, found: tuple[Line, ...], signs: tuple[str, ...]) -> None:
    assert none_of(title, found, *signs) is None


CUT = [
    ((SENTENCE, "The opposition said that the price would…"), (), "its last paragraph ends in"),
    ((SENTENCE, "The opposition said that the plan, which had been agreed in May, was dead and"), (), "its last paragraph has no end"),
    ((SENTENCE, "Continue reading at the source"), (), "it goes on elsewhere"),
    ((SENTENCE, "Subscribe to read the full story"), ("gated",), "behind a pay-wall"),
    ((SENTENCE, SENTENCE), (), None),
    ((SENTENCE, SENTENCE), ("gated",), None),
    ((SENTENCE, "Nine barges lost"), (), None),
    ((SENTENCE, '"And then there was nothing..." he said.'), (), None),
]


@pytest.mark.parametrize(("texts", "signs", "why"), CUT)
def test_a_text_that_breaks_off(texts: tuple[str, ...], signs: tuple[str, ...], why: str | None) -> None:
    draft = Draft(lines=lines(*texts), signs=signs)
    found = why_cut(draft, *take_out(draft.lines, title=None))
    assert found is None if why is None else (found or "").startswith(why)
