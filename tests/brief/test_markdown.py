import re

import msgspec
import pytest
from markdown_it import MarkdownIt

from headwater.brief.markdown import to_markdown
from headwater.types import Aside, BriefPlace, Conflict, Dropped, Entity, Failure, Gap, Mention, Origin, Standing, TimelineEntry
from tests.factories import make_article, make_brief, make_claim, make_link, make_standing, make_statement, make_story

HOSTILE = "# <img src=x onerror=alert(1)> [go](http://e.example) ![p](//e.example/p) ]]> \u202e\x1b[31m # h `c` *b*"


def test_a_claim_shows_standing_chain_and_sentence() -> None:
    article = make_article("First. The mill burned, Ada Brook told The Reed. Last.", "The Sedge")
    chain = [make_link(article, "Ada Brook"), make_link(article, "told The Reed", "The Reed", kind="outlet", relation="told")]
    claim = make_claim([make_statement(article, "The mill burned", chain, status="denied")], make_standing(2, (1, 2), contested=True))
    text = to_markdown(make_brief(make_story([article], [claim])))
    assert "**[1]** The mill burned  \n2 articles · 2 texts · 2 outlets · 1 to 2 origins: **single origin**, **contested**\n" in text
    assert "- why: A reason.\n" in text
    assert "- **The Sedge**, 2024-12-16; Ada Brook ← The Reed (not read); **denied**\n" in text
    assert "  > **The mill burned**, *Ada Brook* *told The Reed*.\n" in text


def test_marks_stand_next_to_letters() -> None:
    article = make_article('He said "It burned" again.')
    text = to_markdown(make_brief(make_story([article], [make_claim([make_statement(article, '"It burned"')])])))
    assert 'He said "**It burned**" again.' in text


def test_a_credit_elsewhere_is_quoted() -> None:
    article = make_article("Ada Brook spoke. The mill burned.")
    claim = make_claim([make_statement(article, "The mill burned", [make_link(article, "Ada Brook")])], make_standing(2))
    assert "  > Credited at: *Ada Brook* spoke. The mill burned.\n" in to_markdown(make_brief(make_story([article], [claim])))


def test_claims_of_one_report_come_last_under_their_report() -> None:
    article = make_article("The mill burned. It was old.", "The Sedge")
    claims = [
        make_claim([make_statement(article, "It was old")]),
        make_claim([make_statement(article, "The mill burned")], make_standing(2)),
    ]
    text = to_markdown(make_brief(make_story([article], claims)))
    assert text.index("**[1]** The mill burned") < text.index(
        "### Told by one report (1)\n\n**The Sedge**\n\n- [2] own voice: **It was old**."
    )


def test_every_part_of_a_story_is_there() -> None:
    article = make_article("The mill at Weir burned.", title="Fire", dropped=(Dropped(text="Share", kind="share", why="a share bar"),))
    claim = make_claim([make_statement(article, "The mill at Weir burned")])
    mention = Mention(article=article.id, start=12, end=16)
    story = make_story(
        [article],
        [claim],
        conflicts=(Conflict(kind="number", claims=(claim.id, claim.id), update=True, why="3 against 4."),),
        origins=(Origin(id="o", name="Ada Brook", kind="person", claims=(claim.id,)),),
        gaps=(Gap(name="The Reed", why="named by 2"),),
        timeline=(TimelineEntry(date="2024-12", text="The mill burned", statements=(mention,)),),
        places=(BriefPlace(name="Weir", lat=1.0, lon=2.0, precision="city", country="GB", mentions=(mention,)),),
        entities=(Entity(name="Weir", kind="place", also=("the Weir",), mentions=(mention,)),),
    )
    text = to_markdown(make_brief(story, set_aside=(Aside(source="m_.html", why="a menu"),), failures=(failure(),)))
    for line in (
        "- **Numbers differ, the later replaces the earlier**: 3 against 4.",
        "- Ada Brook (person): 1 claim [1]",
        "- The Reed: named by 2",
        "- **2024-12** The mill burned (The Test Post)",
        "- Weir (GB), city, 1.00 2.00, 1 mention",
        "Weir (place, 1 mention; also the Weir)",
        f"- **The Test Post**; “Fire”; 2024-12-16 (the page says so); dropped: 1 share; `{article.source}`",
        "- `m_.html`: a menu",
        "- `b.json`: not JSON (at read)",
        "1 report · 1 story · 1 set aside · 1 failed",
    ):
        assert f"{line}\n" in text, line


def test_copies_are_one_line_that_names_them_all() -> None:
    text = "The mill burned, Ada Brook said."
    articles = [make_article(text, name) for name in ("The Sedge", "The Reed", "The Rush")]
    own = make_article("The mill burned.", "The Weir")
    claim = make_claim(
        [*(make_statement(a, "The mill burned", [make_link(a, "Ada Brook")]) for a in articles), make_statement(own, "The mill burned")],
        make_standing(4),
    )
    shown = to_markdown(make_brief(make_story([*articles, own], [claim])))
    assert (
        "- **The Sedge**, 2024-12-16; Ada Brook; also in, word for word: The Reed (2024-12-16), The Rush (2024-12-16)\n"
        "  > **The mill burned**, *Ada Brook* said.\n"
        "- **The Weir**, 2024-12-16; own voice\n"
    ) in shown
    assert shown.count("*Ada Brook* said") == 1


def test_one_sentence_of_one_report_is_one_line_with_all_its_claims() -> None:
    article = make_article("The mill burned and the weir broke, Ada Brook said.")
    link = make_link(article, "Ada Brook")
    claims = [make_claim([make_statement(article, quote, [link])]) for quote in ("The mill burned", "the weir broke")]
    shown = to_markdown(make_brief(make_story([article], claims)))
    assert "- [1] [2] Ada Brook: **The mill burned** and **the weir broke**, *Ada Brook* said.\n" in shown


def test_fragments_come_last_with_their_number_and_their_report() -> None:
    article = make_article("One of them, Ada Brook said, saw the mill burn on Monday. It was old.", "The Sedge")
    claims = [make_claim([make_statement(article, quote)]) for quote in ("One of them", "saw the mill burn on Monday", "It was old")]
    shown = to_markdown(make_brief(make_story([article], claims)))
    assert "### Told by one report (2)" in shown
    last = shown.index("### Fragments (1)")
    assert last > shown.index("### Reports")
    assert "- The Sedge: [3] own voice: **One of them**, Ada Brook said, saw" in shown[last:]


def test_conflicts_come_before_what_one_report_tells_and_the_words_last() -> None:
    first, second = make_article("The mill burned. It was old.", "The Sedge"), make_article("No mill burned.", "The Reed")
    claim = make_claim(
        [make_statement(first, "The mill burned"), make_statement(second, "No mill burned", status="denied")],
        make_standing(2, contested=True),
    )
    conflict = Conflict(kind="denial", claims=(claim.id,), update=False, why="The Reed denies it")
    shown = to_markdown(
        make_brief(make_story([first, second], [claim, make_claim([make_statement(first, "It was old")])], conflicts=(conflict,)))
    )
    parts = ["### Claims", "### Conflicts", "### Told by one report", "### Reports", "## What the words mean"]
    assert [shown.index(part) for part in parts] == sorted(shown.index(part) for part in parts)
    assert "- **Denied**: The Reed denies it: [1] The mill burned (2 articles" in shown
    assert "  - Said\n    - The Sedge; own voice: **The mill burned**.\n  - Denied\n    - The Reed; own voice; **denied**: " in shown


def test_a_report_that_was_taken_back_or_corrected_says_so_with_its_words() -> None:
    back = make_article("The mill burned.", "The Sedge", retracted="This article is *withdrawn*.")
    mended = make_article("The mill burned down.", "The Reed", corrected="An earlier version named another mill.")
    claim = make_claim([make_statement(back, "The mill burned"), make_statement(mended, "The mill burned")], make_standing(2))
    shown = to_markdown(make_brief(make_story([back, mended], [claim])))
    assert "; **retracted**: This article is \\*withdrawn\\*.; `" in shown
    assert "; **corrected**: An earlier version named another mill.; `" in shown
    assert "- **The Sedge**, 2024-12-16; **retracted**; own voice\n" in shown
    assert "- **The Reed**, 2024-12-16; own voice\n" in shown


def test_where_else_a_report_was_found_and_that_it_breaks_off() -> None:
    own, other = "http://e.example/a", "http://e.example/amp/a"
    article = make_article("The mill burned.", address=own, addresses=(own, other), cut="ends in the middle of a sentence")
    text = to_markdown(make_brief(make_story([article])))
    assert f"; breaks off: ends in the middle of a sentence; also at `{other}`; `{article.source}`" in text
    whole = to_markdown(make_brief(make_story([make_article("The mill burned.", address=own, addresses=(own,))])))
    assert "breaks off" not in whole
    assert "also at" not in whole


def failure() -> Failure:
    return Failure(source="b.json", stage="read", message="not JSON")


@pytest.mark.parametrize("standing", [make_standing(2, why=(HOSTILE,)), make_standing(1)], ids=["claim", "told once"])
def test_text_of_a_report_is_never_live(standing: Standing) -> None:
    article = make_article(HOSTILE, HOSTILE, source=HOSTILE, title=HOSTILE, author=HOSTILE, credits=(HOSTILE,), copy_of=(HOSTILE,))
    article = msgspec.structs.replace(article, addresses=(HOSTILE,), cut=HOSTILE)
    statement = make_statement(article, HOSTILE, [make_link(article, "go", HOSTILE, kind="outlet")])
    conflict = Conflict(kind="denial", claims=(statement.id,), update=False, why=HOSTILE)
    story = make_story(
        [article], [make_claim([statement], standing)], headline=HOSTILE, gaps=(Gap(name=HOSTILE, why=HOSTILE),), conflicts=(conflict,)
    )
    text = to_markdown(make_brief(story, failures=(Failure(source=HOSTILE, stage=HOSTILE, message=HOSTILE),)))
    assert not re.search("[\u202e\x1b]", text)
    tokens = [inner for token in MarkdownIt().enable(["table", "strikethrough"]).parse(text) for inner in (token, *(token.children or ()))]
    assert {token.tag for token in tokens if token.type == "heading_open"} == {"h1", "h2", "h3"}
    assert not {"html_inline", "html_block", "image", "link_open", "fence", "code_block", "hr", "table_open"} & {t.type for t in tokens}
    assert not any(re.search(r"://|www\.", token.content) for token in tokens if token.type == "text")
    assert "<img src=x onerror=alert(1)>" in "".join(token.content for token in tokens if token.type == "text")


def test_an_empty_brief_says_so() -> None:
    text = to_markdown(make_brief())
    assert "0 reports · 0 stories · 0 set aside · 0 failed" in text
    assert "No story was found" in text
    assert text.endswith("\n")
