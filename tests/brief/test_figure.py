"""The graph of origins as a drawing."""

import xml.etree.ElementTree as ET

import msgspec
import pytest

from headwater.brief.figure import LONGEST, MOST_ROWS, draw_origins
from headwater.types import BriefStory, Edge, Graph, Node
from tests.factories import make_article, make_claim, make_statement, make_story

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = "<script>alert(1)</script>\"'& \u202e\x00 and so on and on"


def story(count: int, name: str = "Paper") -> tuple[BriefStory, str]:
    """A story of one claim: an origin, an outlet that nobody read, and so many reports."""
    article = make_article("The dam broke.")
    origin = Node(id="o", name=f"{name} origin", kind="origin", role="origin", certain=True)
    unread = Node(id="u", name=f"{name} unread", kind="outlet", role="relay", read=False)
    roles = ("first", "relay", "reprint")
    reports = [Node(id=f"r{i}", name=f"{name} {i}", kind="report", role=roles[i % 3]) for i in range(count)]  # type: ignore[arg-type]
    edges = [Edge(giver="o", taker="u", by="says", why=name), *(Edge(giver="u", taker=r.id, by="credit", why=name) for r in reports)]
    edges.append(Edge(giver="r0", taker=f"r{count - 1}", by="words", directed=False, why=name))
    graph = Graph(nodes=(origin, unread, *reports), edges=tuple(edges))
    claim = msgspec.structs.replace(make_claim([make_statement(article, "The dam broke")]), graph=graph)
    return make_story([article], [claim]), claim.id


@pytest.mark.parametrize("count", [1, 2, 7, 30])
def test_every_box_lies_inside_and_none_on_another(count: int) -> None:
    root = ET.fromstring(draw_origins(*story(count)))  # noqa: S314 - drawn here
    _, _, width, height = map(float, root.get("viewBox", "").split())
    boxes = [tuple(float(r.get(name, 0)) for name in ("x", "y", "width")) for r in root.iter(f"{SVG}rect")]
    assert len(boxes) == len(set(boxes)) == count + 2
    assert all(0 <= x <= width - wide and 0 <= y <= height - 26 for x, y, wide in boxes)
    assert all(y != other_y or x + wide < other or other + more < x for x, y, wide in boxes for other, other_y, more in boxes if x != other)


def test_a_box_is_as_wide_as_the_longest_name_of_its_column_so_that_none_is_cut() -> None:
    name = "people familiar with an inspection"
    root = ET.fromstring(draw_origins(*story(3, name)))  # noqa: S314 - drawn here
    shown = {
        "".join(g.find(f"{SVG}text").itertext()): float(g.find(f"{SVG}rect").get("width", 0))  # type: ignore[union-attr]
        for g in root.iter(f"{SVG}g")
    }
    assert set(shown) == {f"{name} {rest}" for rest in ("origin", "unread", "0", "1", "2")}
    assert all(wide >= 6.5 * len(words) for words, wide in shown.items())
    short = ET.fromstring(draw_origins(*story(3)))  # noqa: S314 - drawn here
    assert max(float(r.get("width", 0)) for r in short.iter(f"{SVG}rect")) < min(shown.values())


def test_what_was_not_read_is_dashed_and_what_has_no_direction_has_no_head() -> None:
    root = ET.fromstring(draw_origins(*story(3)))  # noqa: S314 - drawn here
    dashed = [g.findtext(f"{SVG}title") for g in root.iter(f"{SVG}g") if g.find(f"{SVG}rect").get("stroke-dasharray")]  # type: ignore[union-attr]
    assert dashed == ["Paper unread (not read)"]
    assert sum("marker-end" not in p.attrib for p in root.findall(f"{SVG}path")) == 1


def test_words_of_reports_are_escaped_and_long_names_keep_a_title() -> None:
    drawn = draw_origins(*story(2, HOSTILE))
    root = ET.fromstring(drawn)  # noqa: S314 - drawn here
    assert "<script" not in drawn
    assert "\u202e" not in drawn
    labels = [t.text or "" for g in root.iter(f"{SVG}g") for t in g.iter(f"{SVG}text")]
    assert all(len(label) <= LONGEST for label in labels)
    assert any("and so on and on" in (t.text or "") for t in root.iter(f"{SVG}title"))


def test_it_has_a_title_and_says_in_words_what_it_shows() -> None:
    drawn_story, claim = story(2)
    root = ET.fromstring(draw_origins(drawn_story, claim))  # noqa: S314 - drawn here
    assert root.findtext(f"{SVG}title") == "Where this claim comes from"
    assert "Paper origin to Paper unread: Paper." in (root.findtext(f"{SVG}desc") or "")
    assert root.get("aria-labelledby") == f"figure-{claim}-title figure-{claim}-words"


def test_what_is_too_much_for_a_column_is_counted() -> None:
    drawn = draw_origins(*story(3 * MOST_ROWS + 30))
    assert drawn.count("<rect") < 4 * MOST_ROWS
    assert "more</text>" in drawn


def test_no_claim_and_no_graph_give_nothing() -> None:
    article = make_article("The dam broke.")
    claim = make_claim([make_statement(article, "The dam broke")])
    assert draw_origins(make_story([article], [claim]), claim.id) == ""
    assert draw_origins(make_story([article], [claim]), "nobody") == ""
