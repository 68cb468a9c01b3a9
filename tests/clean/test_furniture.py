"""Lines of a page in, the lines of the article and what was dropped out."""

from collections.abc import Sequence

import pytest

from headwater.clean.draft import Line
from headwater.clean.furniture import is_furniture, is_masthead, take_out

ABOVE = "The dam above Ostmark broke on Friday night, the council of Velden said."
BELOW = "Nine barges sank in the harbour of Velden below it."
NEWS = (ABOVE, BELOW, "Mara Velden, the mayor, asked Norway for help.")


def make_lines(texts: Sequence[str]) -> tuple[Line, ...]:
    at = 0
    found = []
    for text in texts:
        found.append(Line(text=text, field="", start=at, end=at + len(text)))
        at += len(text) + 2
    return tuple(found)


def cut(*texts: str, title: str | None = None) -> tuple[list[str], list[tuple[str, str]]]:
    kept, dropped = take_out(make_lines(texts), title=title)
    page = "\n\n".join(texts)
    assert all(page[line.start : line.end] == line.text for line in kept)
    assert all(page[d.page_start : d.page_end] == d.text and d.why for d in dropped)
    return [line.text for line in kept], [(d.kind, d.text) for d in dropped]


LINES = [
    ("byline", "By Mara Velden"),
    ("byline", "By MARA VELDEN"),
    ("byline", "By Mara Velden and Olaf Brandt"),
    ("byline", "By Mara Velden, Velden Herald"),
    ("byline", "by Mara Velden | Staff reporter"),
    ("byline", "Written by Mara Velden"),
    ("byline", "Author: Mara Velden"),
    ("byline", "Source:"),
    ("byline", "Updated: 3 May 2023 10:15"),
    ("byline", "**By Mara Velden**"),
    ("assistance", "Reporting by Mara Velden in Ostmark; Editing by Olaf Brandt"),
    ("assistance", "Additional reporting by Olaf Brandt"),
    ("assistance", "Olaf Brandt in Ostmark contributed to this report."),
    ("date", "May 3, 2023"),
    ("date", "Published May 3, 2023"),
    ("date", "Wednesday, 3 May 2023"),
    ("date", "3 May 2023, 10:15 GMT"),
    ("date", "2023-05-03"),
    ("date", "10:15 a.m."),
    ("date", "3 hours ago"),
    ("copyright", "Copyright 2023 The Velden Herald. All rights reserved."),
    ("copyright", "© 2023 Velden Media"),
    ("copyright", "(c) 2023 Velden Media"),
    ("copyright", "All rights reserved."),
    ("copyright", "This article was originally published in the Velden Herald."),
    ("caption-credit", "Photo: Olaf Brandt/Velden Herald"),
    ("caption-credit", "Photo by: Olaf Brandt"),
    ("share", "Follow us on Facebook"),
    ("share", "Share this article"),
    ("share", "Subscribe to our newsletter"),
    ("share", "Sign up for our daily briefing"),
    ("share", "Get the latest news in your inbox with our newsletter"),
    ("share", "Download our app"),
    ("share", "For more news on Ostmark follow us on Facebook"),
    ("newsletter", "Our newsletter has it all. Type your email address; our privacy policy says the rest."),
    ("contact", "Do you have a story? Write to us."),
    ("contact", "Email us at news@example.org"),
    ("related", "Related: Nine barges sink off Ostmark"),
    ("related", "Related articles:"),
    ("related", "Read more: Nine barges sink off Ostmark"),
    ("related", "See also: Nine barges sink"),
    ("related", "Editor's picks"),
    ("advertisement", "Advertisement"),
    ("advertisement", "ADVERTISEMENT"),
    ("advertisement", "Story continues below"),
    ("advertisement", "Sponsored content"),
    ("menu", "Share"),
    ("menu", "Comments (12)"),
    ("menu", "Skip to main content"),
    ("menu", "We use cookies to improve this site"),
    ("menu", "Home | World | Sport | Weather"),
    ("menu", "Most read"),
    ("menu", "The Guardian’s Mara Velden explains how the dam broke"),
    ("menu", "3 / 12 The harbour at dawn"),
    ("counter", "1,204 views"),
    ("counter", "5 min read"),
    ("counter", "Visited 300 times"),
]


@pytest.mark.parametrize(("kind", "line"), LINES)
def test_a_line_of_furniture_is_dropped(kind: str, line: str) -> None:
    assert cut(ABOVE, line, BELOW) == ([ABOVE, BELOW], [(kind, line)])


NO_FURNITURE = [
    "By Friday the water had reached the market square.",
    "By the time Mara Velden arrived, the dam had gone.",
    "By noon, Mara Velden had left the hall.",
    "From Ostmark the road leads north to the lake.",
    "Words by the mayor did not calm the crowd.",
    "Reported by few papers, the strike went on for a month.",
    "Edited by hand, the tape ran for nine minutes.",
    "Posted to Ostmark in 2019, he rose to captain.",
    "Author Olaf Brandt was freed on Friday.",
    "Editor Mara Velden was freed on Friday.",
    "Editors of nine papers signed the letter.",
    "Source of the leak was a valve.",
    "Sources said the valve had failed.",
    "Tags on the sheep showed where they came from.",
    "Published accounts show a loss of four million.",
    "Published in May, the report names nine firms.",
    "Updated figures put the toll at 40.",
    "May 3, 2023 was the day the dam broke.",
    "3 May 2023 was the day the dam broke.",
    "3 hours ago nobody knew.",
    "5 minutes later the dam broke.",
    "12 people were hurt on the coast road.",
    "300 shares were sold to the mayor's wife.",
    "Photos of the dam were shown to the jury.",
    "Photographs: none were allowed in court.",
    "Images of the dam were sold to nine papers.",
    "Video showed the roof of the market in flames.",
    "Share prices fell by 3 percent on Friday.",
    "Shares in Ostmark Bank fell by 3 percent.",
    "Print workers walked out on Friday.",
    "Comments by the mayor angered the council.",
    "Follow-up tests found no trace of lead in the wells.",
    "Follow the money, Mara Velden told the jury.",
    "Sign up rates for the vaccine have doubled.",
    "Subscribers to the service lost their savings.",
    "Get out, the police shouted through the night.",
    "Like us, they lost everything.",
    "We use 40 litres a day, Mara Velden said.",
    "Call us what you like, Mara Velden told the council.",
    "Contact with the ship was lost at 10:15.",
    "Do you have a plan? the judge asked the mayor.",
    "Reading by candle was common in the valley.",
    "More than 40 people were hurt on the coast road.",
    "More from the valley will move to the coast this year, the council of Ostmark said.",
    "Related charges against his wife were dropped.",
    "Related companies paid no tax, the filing shows.",
    "Watch towers stand along the border.",
    "Listen to the river, the old men say.",
    "Advertisements for the lottery are banned.",
    "Advertising on the trams was banned on Friday.",
    "Email servers at the ministry failed on Friday.",
    "Home owners face higher bills this winter.",
    "Search teams found three men under the snow.",
    "Close to 40 people were hurt.",
    "Next week the council votes.",
    "Previous owners had sold the mill.",
    "Save the Lake, a charity, sued the mine.",
    "Trending down since May, prices fell again on Friday.",
    "This material may be poisonous, the ministry said.",
    "This article of the treaty bans mines.",
    "Reuters' report named nine firms.",
]


@pytest.mark.parametrize("line", NO_FURNITURE)
def test_a_line_of_news_is_kept(line: str) -> None:
    assert not is_furniture(line)
    assert cut(ABOVE, line, BELOW) == ([ABOVE, line, BELOW], [])


DATELINES = [
    ("OSTMARK (Reuters) -", "The dam above the town broke."),
    ("OSTMARK, Norway (AP) —", "The dam above the town broke."),
    ("OSTMARK, May 3 (Reuters) -", "The dam above the town broke."),
    ("OSTMARK/VELDEN (Reuters) -", "The dam above the town broke."),
    ("OSTMARK (Velden Herald) -", "The dam above the town broke."),
    ("(Reuters) -", "The dam above the town broke."),
    ("OSTMARK, Norway –", "The dam above the town broke."),
    ("OSTMARK —", "The dam above the town broke."),
    ("OSTMARK -", "“The dam broke,” Mara Velden said."),
]
NO_DATELINES = [
    "The dam – built in 1950 – broke on Friday.",
    "Mara Velden — The mayor of Ostmark — resigned.",
    "Nobody slept - The dam had gone.",
    "“The dam,” he said — “It is gone.”",
    "Ostmark Bank (OBK) - the largest lender - failed on Friday.",
    "Ostmark – Velden trains were cancelled on Friday.",
    "Velden – Brandt's wife – left on Friday.",
    "The UN – A body of states – met.",
    "NATO (the alliance) - said nothing.",
    "Sunday – The day of rest – was loud.",
]


@pytest.mark.parametrize(("dateline", "news"), DATELINES)
def test_a_dateline_is_cut(dateline: str, news: str) -> None:
    assert cut(ABOVE, f"{dateline} {news}") == ([ABOVE, news], [("dateline", dateline)])


@pytest.mark.parametrize("line", NO_DATELINES)
def test_a_dash_is_no_dateline(line: str) -> None:
    assert cut(ABOVE, line) == ([ABOVE, line], [])


@pytest.mark.parametrize(
    ("line", "kept", "dropped"),
    [
        ("It broke. (Reporting by Mara Velden; Editing by Olaf Brandt)", "It broke.", ("assistance", "(Reporting by Mara Velden; Editing by Olaf Brandt)")),
        ("It broke. (Additional reporting by Mara Velden)", "It broke.", ("assistance", "(Additional reporting by Mara Velden)")),
        ("Image copyright Reuters Image caption The dam broke", "The dam broke", ("caption-credit", "Image copyright Reuters Image caption")),
        ("Image caption The dam broke", "The dam broke", ("caption-credit", "Image caption")),
        ("Image copyright was the subject of the trial.", "Image copyright was the subject of the trial.", None),
        ("It broke (reporting by Mara Velden is in chapter two).", "It broke (reporting by Mara Velden is in chapter two).", None),
        ("It broke (he wrote by hand).", "It broke (he wrote by hand).", None),
    ],
)  # fmt: skip
def test_pieces_at_the_edges(line: str, kept: str, dropped: tuple[str, str] | None) -> None:
    assert cut(ABOVE, line) == ([ABOVE, kept], [dropped] if dropped else [])


@pytest.mark.parametrize(
    ("line", "masthead"),
    [
        ("The Velden Herald", True),
        ("VELDEN HERALD", True),
        ("**The Velden Herald**", True),
        ("Radio Ostmark", True),
        ("Reuters", True),
        ("Ostmark", False),
        ("The dam broke", False),
        ("The dam broke, says the Velden Herald", False),
        ("Nobody knew of the storm but the Post", False),
    ],
)
def test_a_masthead_is_a_name_and_nothing_else(line: str, *, masthead: bool) -> None:
    assert is_masthead(line) is masthead
    assert cut(line, *NEWS) == (([*NEWS], [("masthead", line)]) if masthead else ([line, *NEWS], []))
    assert cut(*NEWS, line) == ([*NEWS, line], [])


def test_the_headline_again_is_dropped() -> None:
    assert cut("Dam  breaks “above” Ostmark", *NEWS, title='Dam breaks "above" Ostmark') == (
        [*NEWS],
        [("duplicate", "Dam  breaks “above” Ostmark")],
    )


def test_labels_take_their_values_with_them() -> None:
    items = ("- Author:", "- Mara Velden", "- Published:", "- noon")
    assert cut(*items, *NEWS) == ([*NEWS], [("byline", item) for item in items])


def test_a_gallery_goes_with_its_title() -> None:
    gallery = ("The dam at dawn", "1/9 The dam at dawn. Olaf Brandt", "2/9 The harbour at dawn")
    assert cut(*NEWS, *gallery, BELOW) == ([*NEWS, BELOW], [("menu", line) for line in gallery])


def test_teasers_go_to_the_end() -> None:
    teasers = ("More news", "Bakers in Lisbon strike, the guild in Lisbon said.", "no capitals here", "A film about Rome won in Venice.")
    assert cut(*NEWS, *teasers) == ([*NEWS], [("teaser", line) for line in teasers])


def test_news_after_teasers_is_kept() -> None:
    teasers = ("More news", "Bakers in Lisbon strike, the guild in Lisbon said.")
    after = ("Later the council of Velden asked the mayor of Ostmark to resign.", "It rained.")
    assert cut(*NEWS, *teasers, *after) == ([*NEWS, *after], [("teaser", line) for line in teasers])


def test_a_heading_of_teasers_at_the_top_heads_nothing() -> None:
    assert cut(ABOVE, "More news from the valley", BELOW)[0] == [ABOVE, "More news from the valley", BELOW]


def test_nothing_gives_nothing() -> None:
    assert cut() == ([], [])
