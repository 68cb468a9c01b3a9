import msgspec
import pytest

from headwater.brief.view import (
    chain_words,
    doubts,
    heading,
    order_claims,
    published_words,
    report_name,
    rungs,
    sides,
    story_rungs,
    tally,
    view_story,
)
from headwater.types import Aside, BriefClaim, Conflict, Link, Origin, Published
from tests.factories import make_article, make_brief, make_claim, make_link, make_standing, make_statement, make_story

TEXT = "One is here. Two is here. Three is here. Four is here. Five is here. Six is here."
ARTICLES = tuple(make_article(TEXT, outlet) for outlet in ("Reed", "Sedge", "Rush"))


def claim(quote: str, articles: int, origins: tuple[int, int], word: str, *, contested: bool = False) -> BriefClaim:
    statements = [make_statement(article, quote) for article in ARTICLES[:articles]]
    return make_claim(statements, make_standing(articles, origins, word=word, contested=contested))


CLAIMS = (
    claim("Two is here", 3, (2, 3), "corroborated"),
    claim("One is here", 1, (1, 1), "single origin"),
    claim("Three is here", 2, (1, 1), "single origin"),
    claim("Four is here", 3, (1, 3), "origin unknown"),
    claim("Five is here", 1, (1, 1), "single origin", contested=True),
    claim("Six is here", 3, (1, 1), "single origin"),
)


def test_claims_that_matter_come_first() -> None:
    texts = [claim.text for claim in order_claims(CLAIMS)]
    assert texts == ["Six is here", "Four is here", "Two is here", "Three is here", "Five is here"]


def test_fragments_come_last_and_what_is_in_a_conflict_is_none() -> None:
    text = "One of them, Mara Velden said, saw it. The rest of us, she said on Monday, went home. It rained."
    article = make_article(text)
    claims = [make_claim([make_statement(article, quote)]) for quote in ("One of them", "The rest of us", "It rained")]
    view = view_story(make_story([article], claims))
    assert [claim.text for _, held in view.fragments for claim in held] == ["One of them", "The rest of us"]
    assert [view.numbers[claim.id] for claim in claims] == [2, 3, 1]
    assert view.crumbs == {claims[0].id, claims[1].id}
    conflict = Conflict(kind="number", claims=(claims[0].id, claims[2].id), update=False, why="")
    assert view_story(make_story([article], claims, conflicts=(conflict,))).crumbs == {claims[1].id}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('the roof was gone,"', "the roof was gone"),
        ('"We ask everybody to stay in,"', '"We ask everybody to stay in"'),
        ("“The barge was lit", "The barge was lit"),
        ('it was "lit" then', 'it was "lit" then'),
        ('he called it "a lie"', 'he called it "a lie"'),
        ("The barge sank.", "The barge sank."),
        (",", ","),
    ],
)
def test_a_heading_has_the_words_without_a_mark_that_lacks_its_other(text: str, shown: str) -> None:
    assert heading(msgspec.structs.replace(CLAIMS[0], text=text)) == shown


def test_view_numbers_claims_in_the_order_shown() -> None:
    view = view_story(make_story(ARTICLES, CLAIMS, origins=(origin("a", 1), origin("b", 2))))
    assert [view.numbers[claim.id] for claim in (*view.claims, *view.told_once[0][1])] == [1, 2, 3, 4, 5, 6]
    assert (view.once, view.told_once[0][0]) == (1, ARTICLES[0])
    assert [(shown.name, [view.numbers[id_] for id_ in claims]) for shown, claims in view.origins] == [("b", [3, 6]), ("a", [3])]


def origin(name: str, claims: int) -> Origin:
    return Origin(id=name, name=name, kind="person", claims=tuple(claim.id for claim in CLAIMS[:claims]))


@pytest.mark.parametrize(("low", "high", "words"), [(1, 1, "1 origin"), (0, 0, "0 origins"), (1, 2, "1 to 2 origins"), (3, 3, "3 origins")])
def test_rungs_say_the_range(low: int, high: int, words: str) -> None:
    assert rungs(make_standing(1, (low, high))) == ("1 article", "1 text", "1 outlet", words)


def test_story_rungs_count_copies_once_and_only_origins_that_are_named() -> None:
    first, second, third = make_article("a", "Reed"), make_article("b", "REED"), make_article("c", None)
    copies = (first, make_article("b", "REED", copy_of=(first.id, "elsewhere")), third)
    assert second.id == copies[1].id
    voice = Origin(id="v", name="Reed", kind="own voice", claims=())
    unnamed = Origin(id="u", name="officials", kind="unnamed", claims=())
    outlet = Origin(id="o", name="Lantern", kind="outlet", claims=())
    story = make_story(copies, origins=(voice, unnamed, outlet, origin("a", 0)))
    assert story_rungs(story) == ("3 articles", "2 texts", "2 outlets", "1 origin named")


def test_chain_is_drawn_nearest_first_and_says_who_was_not_read() -> None:
    article = make_article("Two officials told The Reed.")
    chain = (make_link(article, "Two officials", kind="unnamed"), make_link(article, "The Reed", kind="outlet", relation="told"))
    assert chain_words(chain) == "Two officials ← The Reed (not read)"
    assert chain_words(chain[:1]) == "Two officials"
    assert chain_words(()) == "own voice"
    assert chain_words((read_outlet(),)) == "The Reed"


def read_outlet() -> Link:
    return Link(name="The Reed", kind="outlet", relation="says", start=0, end=1, read=True)


def test_doubts_name_status_and_the_outlets_own() -> None:
    article = make_article("The mill burned, Ada said.")
    chain = (make_link(article, "Ada said"),)
    assert doubts(make_statement(article, "The mill burned", chain)) == ()
    both = make_statement(article, "The mill burned", chain, status="denied", outlet_status="uncertain")
    assert doubts(both) == ("denied", "the outlet's own voice: uncertain")
    assert doubts(make_statement(article, "The mill burned", status="planned", outlet_status="planned")) == ("planned",)


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2024-12-16", "2024-12-16", "2024-12-16"),
        ("2024-12", "2025-01", "2024-12 to 2025-01"),
        (None, "2024", "by 2024"),
        ("2024", None, "2024 or later"),
        (None, None, "date unknown"),
    ],
)
def test_published_words(earliest: str | None, latest: str | None, words: str) -> None:
    assert published_words(Published(earliest=earliest, latest=latest)) == words


@pytest.mark.parametrize(("outlet", "source", "name"), [("Reed", "a/b.txt", "Reed"), (None, "a/b.txt", "b.txt"), ("", "-", "-")])
def test_report_name_falls_back_to_the_source(outlet: str | None, source: str, name: str) -> None:
    assert report_name(make_article("x", outlet, source=source)) == name


def test_a_conflict_of_two_claims_has_a_side_each() -> None:
    view = view_story(make_story(ARTICLES, CLAIMS))
    conflict = Conflict(kind="number", claims=(CLAIMS[0].id, CLAIMS[4].id), update=False, why="")
    assert [(side.claim, len(side.statements), side.more) for side in sides(view, conflict)] == [(CLAIMS[0], 1, 2), (CLAIMS[4], 1, 0)]


def test_a_side_shows_the_words_of_its_claim_first() -> None:
    chains = [[make_link(article, word)] for article, word in zip(ARTICLES, ("One", "Two", "Three"), strict=True)]
    said = [
        make_statement(article, quote, chain, sure=sure)
        for article, quote, chain, sure in zip(
            ARTICLES, ("Two is here", "Six is here", "Five is here"), chains, (False, True, True), strict=True
        )
    ]
    claim = msgspec.structs.replace(make_claim(said), text="Five is here")
    view = view_story(make_story(ARTICLES, [claim, CLAIMS[1]]))
    side, _ = sides(view, Conflict(kind="number", claims=(claim.id, CLAIMS[1].id), update=False, why=""))
    assert [s.quote for s in side.statements] == ["Five is here", "Six is here", "Two is here"]


def test_a_denial_within_a_claim_is_split() -> None:
    said, denied = make_statement(ARTICLES[0], "One is here"), make_statement(ARTICLES[1], "One is here", status="denied")
    claim = make_claim([said, denied])
    view = view_story(make_story(ARTICLES, [claim]))
    shown = sides(view, Conflict(kind="denial", claims=(claim.id,), update=False, why=""))
    assert [(side.label, side.statements) for side in shown] == [("Said", (said,)), ("Denied", (denied,))]


def test_tally_says_what_the_brief_holds() -> None:
    brief = make_brief(make_story(ARTICLES), set_aside=(Aside(source="a", why="b"),))
    assert tally(brief) == ("3 reports", "1 story", "1 set aside", "0 failed")
