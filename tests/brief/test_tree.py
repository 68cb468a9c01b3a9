"""The chains of claims as trees for a terminal."""

import json

import msgspec

from headwater.brief.tree import to_tree, to_tree_json
from headwater.types import Brief, Edge, Graph, Node
from tests.factories import make_article, make_brief, make_claim, make_standing, make_statement, make_story

NODES = (
    Node(id="o", name="Anna Berg", kind="origin", role="origin"),
    Node(id="u", name="Daily Example\x1b[2J", kind="outlet", role="relay", read=False),
    Node(id="a", name="Velden Herald", kind="report", role="first"),
    Node(id="b", name="Ostmark Post", kind="report", role="reprint"),
)
EDGES = (
    Edge(giver="o", taker="u", by="says", why="credited through it"),
    Edge(giver="u", taker="a", by="credit", why="credited"),
    Edge(giver="a", taker="b", by="words", why="the same words", directed=False),
)


def brief(*edges: Edge, cycles: tuple[tuple[str, ...], ...] = ()) -> Brief:
    article, other = make_article("The dam broke."), make_article("The dam has broken.", "Ostmark Post")
    claim = make_claim([make_statement(article, "The dam broke"), make_statement(other, "The dam has broken")], make_standing(2))
    graph = Graph(nodes=NODES, edges=edges, cycles=cycles)
    return make_brief(make_story([article, other], [msgspec.structs.replace(claim, graph=graph)], headline="The dam"))


def test_a_tree_goes_from_origin_to_reprint() -> None:
    lines = to_tree(brief(*EDGES)).splitlines()
    at = lines.index("  Anna Berg")
    assert lines[at + 1 : at + 4] == [
        "  └─ Daily Example\ufffd[2J (not read)",
        "     └─ Velden Herald",
        "        └─ Ostmark Post (the same words, direction unknown)",
    ]


def test_a_circle_ends_and_is_named() -> None:
    circle = (Edge(giver="a", taker="b", by="credit", why="credited"), Edge(giver="b", taker="a", by="credit", why="credited"))
    drawn = to_tree(brief(*circle, cycles=(("Ostmark Post", "Velden Herald"),)))
    assert drawn.count("(again)") == 1
    assert "in a circle: Ostmark Post, Velden Herald" in drawn


def test_only_the_claims_with_the_words_asked_for() -> None:
    assert "The dam" in to_tree(brief(*EDGES), claim="DAM  has")
    assert to_tree(brief(*EDGES), claim="bridge") == "No claim was found.\n"
    assert json.loads(to_tree_json(brief(*EDGES), claim="bridge")) == []


def test_json_holds_standing_and_graph() -> None:
    [row] = json.loads(to_tree_json(brief(*EDGES)))
    assert row["graph"]["nodes"][0]["name"] == "Anna Berg"
    assert row["standing"]["articles"] == 2
