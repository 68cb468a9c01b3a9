import pytest

from headwater.brief.view import OWN_VOICE
from headwater.types import BriefStory
from headwater.web import upstream
from headwater.web.upstream import BAR, Way, ladder, origins_figure, ways
from tests.factories import make_article, make_claim, make_link, make_standing, make_statement, make_story


def made() -> BriefStory:
    one = make_article("Officials said the dam broke, the Velden Herald reported.", "The Test Post")
    two = make_article("The dam broke, officials told the Velden Herald.", "Ostmark Today")
    three = make_article("The dam broke.", "Ostmark Rail")
    four = make_article("Officials confirmed that the dam broke.", "The Fourth")
    herald = {"name": "Velden Herald", "kind": "outlet"}
    statements = [
        make_statement(one, "the dam broke", [make_link(one, "Officials", "officials"), make_link(one, "the Velden Herald", **herald)]),
        make_statement(two, "The dam broke", [make_link(two, "officials"), make_link(two, "the Velden Herald", **herald)]),
        make_statement(three, "The dam broke"),
        make_statement(four, "the dam broke", [make_link(four, "Officials", "officials")]),
    ]
    return make_story([one, two, three, four], [make_claim(statements, make_standing(4, (1, 3)))])


def test_ways_lead_from_an_origin_through_relays_to_reports() -> None:
    story = made()
    officials, own = ways(story, story.claims[0].statements)
    assert (officials.name, [a.outlet for _, a in officials.statements]) == ("officials", ["The Fourth"])
    [herald] = officials.through
    assert (herald.name, herald.kind, [a.outlet for _, a in herald.statements]) == (
        "Velden Herald (not read)",
        "outlet",
        ["The Test Post", "Ostmark Today"],
    )
    assert (own.name, [a.outlet for _, a in own.statements]) == (OWN_VOICE, ["Ostmark Rail"])


def test_every_statement_stands_at_the_end_of_one_way() -> None:
    story = made()

    def count(found: tuple[Way, ...]) -> int:
        return sum(len(w.statements) + count(w.through) for w in found)

    assert count(ways(story, story.claims[0].statements)) == 4
    assert ways(story, ()) == ()


def test_the_longest_rung_fills_the_bar_and_the_range_has_two_lengths() -> None:
    rungs = ladder(make_standing(4, (1, 3)))
    assert [r.words for r in rungs][-1] == "1 to 3 origins"
    assert rungs[0].sure == rungs[0].possible == BAR
    assert (rungs[-1].sure, rungs[-1].possible) == (BAR / 4, BAR * 3 / 4)
    assert all(r.sure <= r.possible <= BAR for r in ladder(make_standing(0, (0, 0))))


@pytest.mark.parametrize(("drawing", "shown"), [("", None), ("<svg></svg>", "<svg></svg>")])
def test_the_graph_is_shown_where_there_is_something_to_draw(monkeypatch: pytest.MonkeyPatch, drawing: str, shown: str | None) -> None:
    story = made()
    monkeypatch.setattr(upstream, "draw_origins", lambda _story, _claim: drawing)
    assert origins_figure(story, story.claims[0]) == shown
