"""What people decided stands beside the guess in every form that people read: the briefs and the tree."""

import json

import msgspec

from headwater.brief import to_html, to_markdown, to_tree, to_tree_json
from headwater.brief.carried import log_lines
from headwater.brief.escape import escape
from headwater.types import Anchor, Brief, Decided, DecidedStory, Decision, Logged, Unattached
from tests.brief.briefs import decide_claim, plain_brief
from tests.factories import make_brief, make_standing

SAME = Decision(
    id="d1",
    kind="same origin",
    names=("Mara Velden", "officials"),
    anchors=(Anchor(article="a", start=0, end=3, quote="Forty people <b>\nwere hurt"),),
    who="The desk",
    when="2025-03-10T09:00:00.123Z",
    why="She speaks for them.",
)
UNDO = Decision(id="d2", kind="undo", undoes="d0", who="Ben", when="2025-03-11T09:00:00Z")


def decided_brief() -> Brief:
    story = plain_brief().stories[0]
    several, denied, once = story.claims
    said = msgspec.structs.replace(several.statements[0], decided=Decided(status="uncertain", decisions=("d1",)))
    several = msgspec.structs.replace(several, statements=(said, *several.statements[1:]))
    log = (Logged(decision=SAME, live=True, overruled="d3"), Logged(decision=UNDO, live=False))
    return make_brief(
        msgspec.structs.replace(
            story,
            claims=(
                decide_claim(several, make_standing(2, (1, 1), word="single origin"), otherwise=("The program takes them for 2 origins.",)),
                denied,
                decide_claim(once),
            ),
            decided=DecidedStory(log=log, unattached=(Unattached(decision="d1", what="Anna", why="nobody has this name"),)),
        )
    )


LINES = (
    "As people decided it: 2 articles, 2 texts, 2 outlets, 1 origin: single origin",
    "The program thinks otherwise: The program takes them for 2 origins.",
    "As people decided it: nothing of it counts",
)


def test_the_log_says_who_when_why_and_what_came_of_it() -> None:
    assert list(log_lines(decided_brief().stories[0])) == [
        (
            "same origin: Mara Velden, officials; “Forty people <b> were hurt”; by The desk, 2025-03-10 09:00 UTC: She speaks for them. "
            "(overruled by a later one)"
        ),
        "undo: d0; by Ben, 2025-03-11 09:00 UTC (taken back)",
        "Tied to nothing that is there now: “Anna”: nobody has this name",
    ]
    assert list(log_lines(plain_brief().stories[0])) == []


def test_the_briefs_say_it_beside_the_guess() -> None:
    made = decided_brief()
    markdown, html = to_markdown(made), to_html(made)
    for line in LINES:
        assert escape(line) in markdown
        assert f'<li dir="auto">{line}</li>' in html
    assert "1 to 2 origins: **possibly corroborated**" in markdown
    assert "**uncertain by decision**" in markdown
    assert '<span class="label decided">uncertain by decision</span>' in html
    for line in log_lines(made.stories[0]):
        assert escape(line) in markdown
    assert "Forty people &lt;b&gt; were hurt”; by The desk" in html
    assert markdown.count("What people decided") == html.count("What people decided") == 1


def test_without_decisions_nothing_is_said_of_them() -> None:
    assert "decided" not in to_markdown(plain_brief())
    assert "decided" not in to_html(plain_brief()).partition("</style>")[2]


def test_the_tree_says_it() -> None:
    drawn = to_tree(decided_brief())
    assert all(f"\n  {line}\n" in drawn for line in LINES[:2])
    rows = json.loads(to_tree_json(decided_brief()))
    assert [row["decided"] and row["decided"]["standing"]["word"] for row in rows] == ["single origin", None]
