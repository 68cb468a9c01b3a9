"""Lines of a page in, the lines of the article and what was dropped out."""

import time
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
    ("byline", "By Mara Velden."),
    ("byline", "By Élise Velden"),
    ("byline", "By April Ryan"),
    ("byline", "By Mara Velden in Ostmark and Olaf Brandt in Velden"),
    ("byline", "By Mara Velden, with reporting from Olaf Brandt"),
    ("byline", "Posted on May 3, 2023"),
    ("byline", "Posted in: politics, world"),
    ("byline", "Filed Under Ostmark, Dams"),
    ("byline", "Written by 10:15 AM World"),
    ("byline", "Updated: Tues., 4/11/17, 9:50 a.m. ET"),
    ("assistance", "— With assistance by Mara Velden, Olaf Brandt, and Kurt Weiss"),
    ("assistance", "With reporting by the Associated Press"),
    ("assistance", "Additional reporting from agencies"),
    ("assistance", "Mara Velden, Olaf O’Brandt and the Velden Press contributed to this report."),
    ("copyright", "Copyright © 2023 Velden Media"),
    ("copyright", "Copyright The Velden Herald"),
    ("copyright", "Copyright: Velden Media Ltd"),
    (
        "copyright",
        "Copyright 2013 The Velden Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.",
    ),
    ("copyright", "This article may not be reproduced without permission."),
    ("copyright", "The Velden Herald is not responsible for the content of external sites."),
    ("copyright", "The Velden Herald is part of the Northern Media Group."),
    ("share", "Join us on Facebook.com/VeldenHerald."),
    ("share", "Find us on Instagram"),
    ("share", "Follow us on Twitter @veldenherald"),
    ("share", "Follow Mara O’Velden on X"),
    ("share", "Follow Olaf on Twitter. Send tips to olaf@example.org."),
    ("share", "Sign up for our newsletter and we will send you the news."),
    ("share", "Share this quiz to see how your score compares."),
    ("contact", "Have you been affected by the flood? Tell us your story."),
    ("contact", "Do you have information on this? Write to news@example.org."),
    ("related", "Related: 34 things to know about the new law"),
    ("related", "Related: how the dam broke"),
    ("related", "SEE ALSO: Nine barges sink, says council"),
    ("related", "See also Nine barges sink"),
    ("related", "Read More Nine barges sink off Ostmark"),
    ("related", "Read more about our plans for the valley."),
    ("related", "Read: Nine barges sink off Ostmark"),
    ("related", "Read the full indictment here."),
    ("related", "More on this story"),
    ("related", "More On This... Nine barges sink off Ostmark"),
    ("related", "Click here to read the full report."),
    ("related", "Editor’s picks"),
    ("related", "Editors’ Picks"),
    ("related", "Don't miss our special report"),
    ("related", "Don’t miss our special report"),
    ("related", "Don’t miss the best of the week"),
    ("related", "Listen again: The Morning Programme"),
    ("related", "Listen again: the full interview is on our website until the end of the month."),
    ("related", "Watch live: the council meets"),
    ("advertisement", "Article continues after advertisement"),
    ("advertisement", "Continue reading the main story"),
    ("menu", "Reuters' Mara Velden explains how the dam broke"),
    ("menu", "Reuters’ Mara Velden explains how…"),
    ("menu", "The BBC’s Mara Velden reports"),
    ("counter", "1.2k views"),
    ("counter", "12 shares 3 comments"),
    ("counter", "Visited 300 times, 1 visit(s) today"),
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
    "Copyright law does not cover recipes, the court ruled.",
    "Copyright holders sued the firm in May.",
    "Copyright was at the heart of the trial.",
    "Copyright reform passed by nine votes, the speaker said.",
    "Copyright Act changes were signed on Friday.",
    "Read more books, Mara Velden told pupils.",
    "Read the full statement aloud, the judge told the clerk.",
    "Read next to her husband's letter, the note was a threat.",
    "Read out in court, the list had nine names.",
    "Read more carefully, the clause bans mines.",
    "More on this is expected on Friday.",
    "More on the strike was to follow, the union said.",
    "More about the fire is known now.",
    "More from the same well was sold in May.",
    "More news came from the north at noon.",
    "Also from the valley came nine carts of grain.",
    "3/4 of the houses had no power.",
    "1/2 of all barges were lost.",
    "9/11 Families sued the bank.",
    "9/11 Commission members met in Ostmark on Friday.",
    "24/7 Watch was kept on the wall.",
    "Join us on Friday, the strikers told the nurses.",
    "Join us on the square, the posters said.",
    "Find us on the map, the villagers wrote on a sheet.",
    "Follow us, the guide told them.",
    "Follow me into the hall, he said.",
    "Follow our lead, Mara Velden told the council.",
    "Follow Mara Velden on Friday and the rest will come, he said.",
    "Subscribe to no creed, he told them.",
    "Sign up for the army, the posters said.",
    "Sign up to the scheme was slow, the ministry said.",
    "Sign up now or lose the house, the letter read.",
    "Share this burden, the mayor told the rich.",
    "Share on the coast of the bank's lending fell.",
    "Get our boys home, the mothers shouted at the minister's newsletter stand.",
    "Get the latest newsletter out, the editor ordered.",
    "For more information residents can visit the hall on Friday.",
    "For more on this the jury will have to wait, the judge said; he could not see the end.",
    "Do you have a story? the editor asked the boy.",
    "Do you have any information, the judge asked the mayor.",
    "Have you been affected, she asked the miners.",
    "Call us at any hour, the doctors told the families.",
    "Got a story, have you? the judge asked.",
    "Send us your sons, the general told the valley.",
    "The Ostmark Bank is part of the scheme, Mara Velden said.",
    "The Ostmark Bank is funded by the state.",
    "Ostmark Relief is a charity that runs nine kitchens in the valley.",
    "Ostmark Relief is a registered charity that runs nine kitchens.",
    "The Velden Herald is part of the plot, the minister said.",
    "The Velden Herald is funded by the state, the report says.",
    "The Lake Trust is part of the council's plan.",
    "Radio Ostmark is free to read the list on air, the court ruled.",
    "Posted in the north, the men had no winter boots.",
    "Posted to the border, she kept a diary.",
    "Posted on the door, the note named nine men.",
    "Posted by mistake, the list named nine men.",
    "Posted in Ostmark, the men had no boots.",
    "Filed under oath, the papers name nine firms.",
    "Filed in May, the suit names nine firms.",
    "Filed under Velden's name, the claim was thrown out.",
    "Written by hand, the letter was found in 2019.",
    "Written in May, the letter names nine firms.",
    "See also the court's ruling in May, the judge told him.",
    "See also page nine, the witness wrote.",
    "Don't miss the point, Mara Velden told the hall.",
    "Don’t miss the point, Mara Velden told the hall.",
    "Don't miss the bus was the rule in the valley.",
    "Click here, the message read, and the money was gone.",
    "Click here to pay, the message said.",
    "Click here and lose all: that was the trick, police said.",
    "Related: the two cases share a judge.",
    "Related by marriage, the two judges stood down.",
    "Watch: that was all the police did.",
    "Watch the river, the old men told us.",
    "Listen again, he told the jury, and the tape was played.",
    "Listen to the river, he said.",
    "You may like it or not, Mara Velden told the council.",
    "You may also like to know who paid, the judge told him.",
    "Also read out was a letter from the prisoners.",
    "Also read in court was a letter by Olaf Brandt.",
    "Continue reading to your children, Mara Velden told parents.",
    "Article continues to be law, the court ruled.",
    "Story continues in court on Friday.",
    "With assistance from the World Bank, Ostmark built nine schools.",
    "With assistance from the army, the town built a wall.",
    "With reporting by the victims at a low, police opened a line.",
    "Reporting by Olaf Brandt led to nine arrests.",
    "Editing by hand took nine weeks.",
    "Additional reporting duties were put on the banks.",
    "Writing by candle was common in the valley.",
    "Rain contributed to this report of low yields, the office said.",
    "This article was published in May and banned in June, the court heard.",
    "This material may not be published, the judge ruled.",
    "All rights reserved for the crown were sold.",
    "Updated: nine men are dead, police said.",
    "Updated rules were sent to the banks.",
    "Editor: we were wrong, the paper told its readers.",
    "300 shares were sold.",
    "40 comments were cut.",
    "12 views were heard.",
    "1,204 likes were bought, the court heard.",
    "Visited 300 times by bombers, the town was a ruin.",
    "Visited nine times, the well was dry.",
    "Photo gallery owners in Ostmark lost their case.",
    "Picture gallery fees rose in May.",
    "Image: that was all the mayor cared for.",
    "By Christmas, Mara Velden had left the hall",
    "By Friday's count nine men were dead.",
    "By Easter, nine barges had sunk",
    "By Mara Velden's account, the dam broke at noon.",
    "By God, she said, it has gone.",
    "We use cookies as bait, the trapper said.",
    "By using this road, trucks avoid the toll; the terms were set in May, he said.",
    "The BBC's Mara Velden reports that the army has left Ostmark.",
    "CNN's Mara Velden talks too much, the minister said.",
    "Reuters' Mara Velden explains too little, the minister said.",
    "Editor's picks were burned, the guild said.",
    "Users who subscribe give an email address, and the privacy policy lets the firm sell it, the court said.",
    "Print is dead, he said.",
    "Save our lake, the children wrote.",
    "Sponsored content was banned in May.",
    "Advertisement of the lottery was banned.",
    "By 11:30 a.m. the shelves were empty.",
    "By 10:15 the hall was full.",
    "Author: mills are closing all over the valley",
    "Author: Mills become a burden for the valley and the coast",
    "Copyright: ask who took the picture before you print it, the guide says.",
    "That is part of the reason why the mill closed in May.",
    "The focus on Ostmark is part of the wider effort by the council.",
    "NPR's Mara Velden reports that the fate of nine men is still unknown.",
    "Read the river here, the old men told us.",
    "CNN's Mara Velden explains that the law bans small knives on trains.",
    "Recommended by nine doctors, the drug was banned.",
    "Sponsored by the mill, the race was won by a baker.",
    "Trending songs were banned on Friday.",
    "Print this, the minister told the paper.",
    "Next: the council votes on Friday, Mara Velden said.",
    "Loading of grain was stopped on Friday.",
    "Photos of the dam: nine were shown in court.",
    "Video of the raid was shown to the jury.",
    "Listen: the river was loud that night.",
    "Image rights were sold for nine million.",
    "Date of the trial was set for May.",
    "Source: the ministry said nothing.",
]


@pytest.mark.parametrize("line", NO_FURNITURE)
def test_a_line_of_news_is_kept(line: str) -> None:
    assert not is_furniture(line)
    assert cut(ABOVE, line, BELOW) == ([ABOVE, line, BELOW], [])


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


def test_a_share_is_no_numbered_picture() -> None:
    assert cut(*NEWS, "9/11 Families sued the bank", "3/4 of the houses had no power.", "1/4 of the barges sank.")[1] == []


def test_a_sentence_heads_no_teasers() -> None:
    lines = ("More on this is expected on Friday.", "Also in the valley nine mills closed.", "A title with no full stop")
    assert cut(*NEWS, *lines) == ([*NEWS, *lines], [])


@pytest.mark.parametrize("heading", ["Don’t miss", "Don't miss:", "More On This...", "You might also like:", "Read more"])
def test_titles_below_a_box_go_with_it(heading: str) -> None:
    kept, dropped = cut(*NEWS, heading, "Nine barges sink off Ostmark", "Mayor resigns", BELOW)
    assert kept == [*NEWS, BELOW]
    assert [text for _, text in dropped] == [heading, "Nine barges sink off Ostmark", "Mayor resigns"]


def test_thousands_of_headings_cost_no_more_than_their_number() -> None:
    start = time.monotonic()
    assert cut(*["More news", "Mara Velden left Ostmark on Friday."] * 3000)[0] != []
    assert time.monotonic() - start < 5


@pytest.mark.parametrize("line", ["By A" + " & a" * 30 + "!", "A " * 5000, "Visited 1 times" + "," * 5000 + "x", "(Reporting by " * 2000])
def test_hostile_lines_are_read_at_once(line: str) -> None:
    start = time.monotonic()
    cut(line.strip())
    assert time.monotonic() - start < 1


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
