"""How a claim went from its origins to the reports."""

from headwater.trace import trace
from headwater.types import Edge, Graph
from tests.trace.family import Chain, Row, tell

BERG: Chain = (("Anna Berg", "person"),)


def graph(*rows: Row, copies: tuple[tuple[str, ...], ...] = ()) -> Graph:
    told = tell(*rows, copies=copies)
    return dict(trace(told.story, told.articles, told.notes, [told.claim], told.statements).graphs)["c"]


def edges(found: Graph) -> set[tuple[str, str, str]]:
    names = {n.id: n.name for n in found.nodes}
    return {(names[e.giver], names[e.taker], e.by) for e in found.edges}


def edge(found: Graph, by: str) -> Edge:
    return next(e for e in found.edges if e.by == by)


def test_a_relay_has_it_from_the_report_and_the_report_from_its_origin() -> None:
    found = graph(Row("Velden Herald", "The dam broke", BERG), Row("Ostmark Post", "A dam has burst", (("Velden Herald", "outlet"),)))
    assert edges(found) == {("Anna Berg", "Velden Herald", "says"), ("Velden Herald", "Ostmark Post", "credit")}
    assert {n.name: n.role for n in found.nodes} == {"Anna Berg": "origin", "Velden Herald": "first", "Ostmark Post": "relay"}


def test_an_outlet_that_nobody_read_stands_between() -> None:
    found = graph(Row("Ostmark Post", "A dam has burst", (("Anna Berg", "person"), ("Velden Herald", "outlet"))))
    assert edges(found) == {("Anna Berg", "Velden Herald", "says"), ("Velden Herald", "Ostmark Post", "credit")}
    assert [n.read for n in found.nodes if n.name == "Velden Herald"] == [False]


def test_only_the_earlier_feeds_the_later_and_unknown_times_give_no_direction() -> None:
    text = "The dam above Ostmark broke in the night and flooded the lower streets"
    dated = graph(Row("Velden Herald", text, day="2025-03-05"), Row("Ostmark Post", text, day="2025-03-04"))
    assert (edge(dated, "words").giver, edge(dated, "words").directed) == ("a1", True)
    assert {n.id: n.role for n in dated.nodes if n.kind == "report"} == {"a1": "first", "a0": "reprint"}
    assert edge(graph(Row("Velden Herald", text), Row("Ostmark Post", text)), "words").directed is False


def test_a_copy_and_a_shared_quotation_are_joined() -> None:
    told = graph(Row("Velden Herald", "The dam broke"), Row("Ostmark Post", "The dam broke"), copies=(("a0", "a1"),))
    assert ("Velden Herald", "Ostmark Post", "copy") in edges(told)
    quoted = graph(
        Row("Velden Herald", "She called it “the worst night in all our years here” and left.", BERG),
        Row("Ostmark Post", "To a lawyer it was “the worst night in all our years here”.", (("a lawyer", "unnamed"),)),
    )
    assert ("Velden Herald", "Ostmark Post", "quotation") in edges(quoted)


def test_circles_are_named_even_where_there_is_a_way_in() -> None:
    herald: Chain = (("Velden Herald", "outlet"),)
    post: Chain = (("Ostmark Post", "outlet"),)
    found = graph(
        Row("Velden Herald", "The dam broke", post), Row("Ostmark Post", "A dam has burst", herald), Row("Kestrel News", "It burst", BERG)
    )
    assert found.cycles == (("Ostmark Post", "Velden Herald"),)


def test_a_report_that_is_credited_before_it_appeared_says_so() -> None:
    rows = (
        Row("Ostmark Post", "A dam has burst", (("Velden Herald", "outlet"),), "2025-03-04"),
        Row("Velden Herald", "Broke", BERG, "2025-03-05"),
    )
    assert "later" in edge(graph(*rows), "credit").why


def test_the_order_of_the_reports_changes_nothing() -> None:
    rows = (
        Row("Velden Herald", "The dam broke", BERG, "2025-03-04"),
        Row("Ostmark Post", "A dam has burst", (("Velden Herald", "outlet"),), "2025-03-05"),
    )
    assert edges(graph(*rows)) == edges(graph(*rows[::-1]))
