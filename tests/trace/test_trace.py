"""Who stands behind a claim: tables of chains in, ranges and words out."""

import pytest

from headwater.trace import trace
from headwater.types import Article, Claim, Dropped, Link, LinkKind, Notes, Span, Standing, Statement, Status, Story, Trace

Chain = tuple[tuple[str, LinkKind], ...]


def link(name: str, kind: LinkKind, **more: str) -> Link:
    return Link(name=name, kind=kind, relation="relays" if kind == "outlet" else "says", start=0, end=1, **more)  # type: ignore[arg-type]


def traced(
    *rows: tuple[str, Chain | tuple[Link, ...], Status],
    copies: tuple[tuple[int, ...], ...] = (),
    sure: bool = True,
    dropped: tuple[Dropped, ...] = (),
    domain: str | None = None,
    text: str = "xxxxxxxxx",
) -> Trace:
    """The trace of one claim that one report a row makes: (outlet, chain, status)."""
    articles, statements = {}, {}
    for i, (outlet, chain, status) in enumerate(rows):
        name = f"a{i}"
        articles[name] = Article(
            id=name, source=f"{name}.txt", page="", outlet=outlet or None, domain=domain, text=text * 2, dropped=dropped
        )
        links = tuple(c if isinstance(c, Link) else link(*c) for c in chain)
        statements[f"s{i}"] = Statement(
            id=f"s{i}", article=name, start=0, end=len(text), status=status, chain=links, sentence=Span(start=0, end=len(text)), row=1
        )
    story = Story(id="story", headline="", articles=tuple(articles), copies=tuple(tuple(f"a{i}" for i in g) for g in copies))
    claim = Claim(id="c", text="x", statements=tuple(statements), sure=tuple(statements) if sure else ())
    return trace(story, articles, {a: Notes(article=a) for a in articles}, [claim], statements)


def standing(result: Trace) -> Standing:
    return result.standings[0][1]


BERG: Chain = (("Anna Berg", "person"),)
PORT: Chain = (("port office", "body"),)
OFFICIALS: Chain = (("officials", "unnamed"),)
HERALD: Chain = (("Example Herald", "outlet"),)
VIA_HERALD: Chain = (("officials", "unnamed"), ("Example Herald", "outlet"))
BERG_VIA_HERALD: Chain = (("Anna Berg", "person"), ("Example Herald", "outlet"))


@pytest.mark.parametrize(
    ("chains", "origins", "word"),
    [
        ([()], (1, 1), "origin unknown"),
        ([(), ()], (1, 2), "origin unknown"),
        ([BERG], (1, 1), "single origin"),
        ([BERG, BERG, BERG_VIA_HERALD], (1, 1), "single origin"),
        ([BERG, (("Berg", "person"),)], (1, 1), "single origin"),
        ([BERG, PORT], (2, 2), "corroborated"),
        ([BERG, ()], (1, 2), "possibly corroborated"),
        ([BERG, PORT, ()], (2, 3), "corroborated"),
        ([OFFICIALS], (1, 1), "single origin"),
        ([OFFICIALS, OFFICIALS], (1, 2), "possibly corroborated"),
        ([VIA_HERALD, VIA_HERALD, VIA_HERALD], (1, 1), "single origin"),
        ([VIA_HERALD, HERALD], (1, 1), "single origin"),
        ([VIA_HERALD, OFFICIALS], (1, 2), "possibly corroborated"),
        ([HERALD, HERALD, ()], (1, 2), "possibly corroborated"),
        ([(("satellite images", "sensor"),), BERG], (2, 2), "corroborated"),
        ([(("police", "body"),), (("harbour police", "body"),)], (1, 1), "single origin"),
        ([(("harbour police", "body"),), (("fire service", "body"),)], (2, 2), "corroborated"),
        ([(("Freedonian army", "body"),), (("the Freedonian military", "body"),)], (1, 1), "single origin"),
        ([BERG, (("Ilse Berg", "person"),)], (1, 1), "single origin"),
        ([BERG, (("statement", "document"),)], (1, 2), "possibly corroborated"),
        ([(("statement", "document"),)], (1, 1), "single origin"),
        ([(("a man on the quay who would not give his name to the reporters there", "person"),), BERG], (1, 2), "possibly corroborated"),
    ],
)
def test_ranges(chains: list[Chain], origins: tuple[int, int], word: str) -> None:
    result = standing(traced(*[(f"Paper {i}", chain, "asserted") for i, chain in enumerate(chains)]))
    assert (result.origins, result.word) == (origins, word)


def test_what_nobody_names_never_raises_the_low_end() -> None:
    rows = [(f"Paper {i}", chain, "asserted") for i, chain in enumerate([OFFICIALS, VIA_HERALD, (), (), HERALD] * 4)]
    assert standing(traced(*rows)).origins[0] == 1  # type: ignore[arg-type]


def test_a_statement_that_only_probably_says_the_same_does_not_raise_the_low_end() -> None:
    rows = (("Paper 1", BERG, "asserted"), ("Paper 2", PORT, "asserted"))
    assert standing(traced(*rows, sure=False)).origins == (1, 2)  # type: ignore[arg-type]


def test_the_same_quotation_has_one_origin_whoever_is_named_beside_it() -> None:
    quoted = "we are disappointed by the decision of the council but hardly surprised by it"
    rows = (("Paper 1", BERG, "asserted"), ("Paper 2", (("port office", "body"),), "asserted"), ("Paper 3", OFFICIALS, "asserted"))
    assert standing(traced(*rows, text=quoted)).origins == (1, 1)  # type: ignore[arg-type]


def test_copies_have_one_voice() -> None:
    rows = (("Paper 1", (), "asserted"), ("Paper 2", (), "asserted"), ("Paper 3", (), "asserted"))
    result = standing(traced(*rows, copies=((0, 1),)))  # type: ignore[arg-type]
    assert (result.articles, result.texts, result.outlets, result.origins) == (3, 2, 3, (1, 2))


def test_two_articles_of_one_outlet_have_one_voice() -> None:
    result = standing(traced(("Paper 1", (), "asserted"), ("Paper 1", (), "asserted")))
    assert (result.articles, result.outlets, result.origins) == (2, 1, (1, 1))


def test_two_outlets_of_one_publisher_are_one_on_the_ladder() -> None:
    assert standing(traced(("Daily Express", (), "asserted"), ("Daily Mirror", (), "asserted"))).outlets == 1


def test_two_hosts_of_one_domain_are_one_outlet_with_one_voice() -> None:
    hosts = [(host, (), "asserted") for host in ("north.example-paper.com", "south.example-paper.com")]
    result = standing(traced(*hosts, domain="example-paper.com"))  # type: ignore[arg-type]
    assert (result.texts, result.outlets, result.origins) == (2, 1, (1, 1))


def test_two_articles_of_one_outlet_are_two_texts() -> None:
    assert standing(traced(("Paper 1", (), "asserted"), ("Paper 1", (), "asserted"))).texts == 2


def test_two_papers_with_one_agencys_text_have_one_voice() -> None:
    tag = (Dropped(text="PORT CITY (Reuters) -", kind="dateline", why=""),)
    result = traced(("Paper 1", (), "asserted"), ("Paper 2", (), "asserted"), dropped=tag)
    assert standing(result).origins == (1, 1)
    assert dict(result.credits)["a0"] == ("Reuters",)


def test_a_body_and_whoever_speaks_for_it_are_one() -> None:
    speaker = (link("Anna Berg", "person", speaks_for="port office"),)
    assert standing(traced(("Paper 1", speaker, "asserted"), ("Paper 2", PORT, "asserted"))).origins == (1, 1)


def test_a_body_and_whoever_holds_an_office_in_it_may_be_one() -> None:
    officer = (link("Anna Berg", "person", office="port office"),)
    assert standing(traced(("Paper 1", officer, "asserted"), ("Paper 2", PORT, "asserted"))).origins[0] == 1


def test_a_report_is_followed_to_the_report_that_it_credits() -> None:
    result = traced(("Paper 1", HERALD, "asserted"), ("Example Herald", BERG, "asserted"))
    assert standing(result).origins == (1, 1)
    assert [o.name for o in result.origins] == ["Anna Berg"]


def test_reports_that_only_credit_one_another_are_circular() -> None:
    rows = (("Example Herald", (("Example Post", "outlet"),), "asserted"), ("Example Post", HERALD, "asserted"))
    result = standing(traced(*rows))  # type: ignore[arg-type]
    assert (result.origins, result.word) == ((0, 0), "circular")


def test_a_circle_with_a_way_in_is_no_circle() -> None:
    rows = (
        ("Example Herald", (("Example Post", "outlet"),), "asserted"),
        ("Example Post", HERALD, "asserted"),
        ("Example Post", BERG, "asserted"),
    )
    result = standing(traced(*rows))  # type: ignore[arg-type]
    assert (result.origins, result.word) == ((1, 1), "single origin")


def test_a_denial_contests_and_is_no_origin_of_what_it_denies() -> None:
    result = standing(traced(("Paper 1", BERG, "asserted"), ("Paper 2", PORT, "denied")))
    assert (result.origins, result.contested, result.articles) == ((1, 1), True, 1)


def test_who_is_named_and_not_read_is_a_gap() -> None:
    result = traced(("Paper 1", VIA_HERALD, "asserted"), ("Paper 2", HERALD, "asserted"), ("Example Post", (), "asserted"))
    assert [(g.name, g.why) for g in result.gaps] == [("Example Herald", "named by 2 articles, not read")]


def test_every_reason_names_only_what_the_reports_hold() -> None:
    result = standing(traced(("Paper 1", BERG, "asserted"), ("Paper 2", VIA_HERALD, "asserted"), ("Paper 3", (), "asserted")))
    text = " ".join(result.why)
    for name in ("Anna Berg", "officials", "Example Herald", "Paper 3"):
        assert name in text


def test_one_report_does_not_corroborate_itself() -> None:
    both = traced(("Paper 1", BERG, "asserted"), ("Paper 1", PORT, "asserted"))
    assert standing(both).origins == (2, 2)  # two reports of one paper
    printed_twice = (("Paper 1", BERG, "asserted"), ("Paper 2", BERG, "asserted"))
    assert standing(traced(*printed_twice, copies=((0, 1),))).origins == (1, 1)  # type: ignore[arg-type]


def test_what_all_deny_has_no_support() -> None:
    result = standing(traced(("Paper 1", BERG, "denied"), ("Paper 2", PORT, "denied")))
    assert (result.origins, result.contested) == ((1, 1), True)
    assert result.why[0] == "All who speak of it deny it."


def test_an_outlet_of_the_story_is_followed_whatever_it_is_taken_for() -> None:
    rows = (("Fjordposten", (("the Kvellsbladet", "body"),), "asserted"), ("Kvellsbladet", (("Fjordposten", "person"),), "asserted"))
    assert standing(traced(*rows)).word == "circular"  # type: ignore[arg-type]


def test_many_reports_that_cite_one_another_take_no_time() -> None:
    post, herald = (("Example Post", "outlet"),), (("Example Herald", "outlet"),)
    rows = [("Example Herald", post, "asserted"), ("Example Post", herald, "asserted")] * 400
    assert standing(traced(*rows)).word == "circular"  # type: ignore[arg-type]


def test_the_same_words_of_two_named_people_count_once_and_show_both() -> None:
    quoted = "we are disappointed by the decision of the council but hardly surprised by it"
    result = standing(traced(("Paper 1", BERG, "asserted"), ("Paper 2", (("Ivan Lind", "person"),), "asserted"), text=quoted))
    assert result.origins == (1, 2)
    assert "Anna Berg and Ivan Lind" in " ".join(result.why)


@pytest.mark.parametrize(
    ("a", "b"),
    [("United Nations", "UN"), ("Department of Transport", "transport ministry"), ("Road Board", "the Road Board")],
)
def test_two_names_of_one_body_are_one_origin(a: str, b: str) -> None:
    assert standing(traced(("Paper 1", ((a, "body"),), "asserted"), ("Paper 2", ((b, "body"),), "asserted"))).origins == (1, 1)
