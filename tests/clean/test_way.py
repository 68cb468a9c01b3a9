"""Paragraphs in, their places on the page out."""

import html
import re
import time

import pytest

from headwater.clean.markup import scan
from headwater.clean.way import Finder

LEAD = "The boats lay in the harbour."
PAGES = [
    # the page, the paragraphs, what each place holds
    (f"<p>{LEAD}</p><p>The harbour stays closed.</p>", [LEAD, "The harbour stays closed."], [LEAD, "The harbour stays closed."]),
    ("<p>The caf&eacute; on the quay</p>", ["The café on the quay"], ["The caf&eacute; on the quay"]),
    ("<p>The council&#8217;s note</p>", ["The council’s note"], ["The council&#8217;s note"]),
    ("<p>Ost<b>mark</b> asked</p>", ["Ostmark asked"], ["Ost<b>mark</b> asked"]),
    ("<p>&ldquo;It went.&rdquo;</p>", ["“It went.”"], ["&ldquo;It went.&rdquo;"]),
    ("<p>“It went.”</p>", ["“It went.”"], ["“It went.”"]),
    ("<p>The road\n  stays&nbsp;closed.</p>", ["The road stays closed."], ["The road\n  stays&nbsp;closed."]),
    ("<p>One<br>Two</p>", ["One", "Two"], ["One", "Two"]),
    ("<p>It broke<!-- at noon -->.</p>", ["It broke."], ["It broke<!-- at noon -->."]),
    ("<script>It broke.</script><p>It broke.</p>", ["It broke."], ["It broke."]),
    ("<p>Yes. It broke.</p><p>Yes.</p>", ["Yes. It broke.", "Yes."], ["Yes. It broke.", "Yes."]),
    ("<p>Ostmark</p><p>Mark</p><p>mark</p>", ["mark"], ["mark"]),
    ("<p>b a</p><p>a</p><p>b</p>", ["b", "a"], ["b", "a"]),
    ("<li>Nine barges</li>", ["- Nine barges"], ["Nine barges"]),
    ("<p>It broke.</p>", ["It held."], [""]),
    ("", ["It held."], [""]),
    ("<p>It broke.</p>", ["\u200b"], [""]),
]


@pytest.mark.parametrize(("page", "paragraphs", "places"), PAGES)
def test_a_paragraph_leads_to_its_characters(page: str, paragraphs: list[str], places: list[str]) -> None:
    finder = Finder(scan(page))
    assert [page[line.start : line.end] for line in map(finder.line, paragraphs)] == places


def test_a_repeat_is_found_after_the_paragraph_before() -> None:
    page = f"<p>{LEAD}</p><p>It rained.</p><p>{LEAD}</p>"
    finder = Finder(scan(page))
    assert [finder.line(text).start for text in (LEAD, "It rained.", LEAD)] == [3, page.index("It rained."), page.rindex(LEAD)]


def test_a_block_goes_before_the_middle_of_one() -> None:
    page = "<p>Those were the days.</p><p>were</p>"
    assert Finder(scan(page)).line("were").start == page.rindex("were")


def test_a_bullet_that_the_page_does_not_write_is_left_out() -> None:
    assert Finder(scan("<li>Nine barges</li>")).line("- Nine barges").text == "Nine barges"
    assert Finder(scan("<p>- Nine barges</p>")).line("- Nine barges").text == "- Nine barges"


@pytest.mark.parametrize(
    "page",
    [
        "<p>The mayor of the town asked<button>Copy</button> the council to look at the wall in the morning.</p>",
        "<p>The mayor's wife of<sup>12</sup> the town asked the council to look at the wall in the morning.</p>",
        "<p>The mayor of the town asked the council to look at the wall in the early<sup>[3]</sup> morning.</p>",
    ],
)
def test_a_paragraph_with_pieces_left_out_is_found_roughly(page: str) -> None:
    text = re.sub(r"<(button|sup)>.*?</\1>|<[^>]*>", "", page)
    line = Finder(scan(page)).line(text.replace("mayor's", "mayors"))
    assert page[line.start : line.end] == page[3:-4]


def test_the_headline_stands_in_a_heading_the_title_or_the_pages_own_data() -> None:
    title = "Dam breaks above Ostmark"
    for page in (
        f"<title>{title} - Herald</title><nav>{title}</nav><h1>{title}</h1>",
        f"<nav>{title}</nav><title>{title} - Herald</title>",
        f"<nav>{title}</nav><meta content='{title}'>",
        f"<p>It rained.</p><p>{title}</p>",
    ):
        finder = Finder(scan(page))
        assert finder.title(title).start == page.rindex(title)
        assert finder.line("It rained.").start == max(0, page.find("It rained."))


def test_a_headline_with_references() -> None:
    page = "<meta content='Dam &amp; mill'>"
    line = Finder(scan(page)).title("Dam & mill")
    assert html.unescape(page[line.start : line.end]) == line.text == "Dam & mill"


def test_thousands_of_paragraphs_are_found_at_once() -> None:
    page = "".join(f"<p>The council&#8217;s note on the <b>harbour</b> number {i} said that nobody was hurt.</p>" for i in range(8000))
    finder = Finder(scan(page))
    start = time.monotonic()
    lines = [finder.line(f"The council’s note on the harbour number {i} said that nobody was hurt.") for i in range(8000)]
    assert [line.start for line in lines] == [m.end() for m in re.finditer("<p>", page)]
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("text", ["a a a", "a a a b", "a " * 30, "none of these words stands on that page at all"])
def test_hostile_repeats_cost_little(text: str) -> None:
    finder = Finder(scan("<p>" + "a a a a a a a a " * 60_000))
    start = time.monotonic()
    for _ in range(3000):
        finder.line(text)
    assert time.monotonic() - start < 10
