import pytest

from headwater.brief.view import view_story
from headwater.types import BriefStory, DecidedClaim
from headwater.web.listing import PER_PAGE, ClaimList, Filter, list_claims, read_filter, read_page, shown_standing
from tests.factories import make_article, make_claim, make_link, make_standing, make_statement, make_story

WORDS = ("corroborated", "single origin", "circular", "possibly corroborated", "origin unknown")


def made() -> BriefStory:
    article = make_article(
        "Velden said a dam broke. Brook said a mill broke. Weir burned. Rain fell. Snow fell. Hail fell.", "The Test Post"
    )
    quotes = ("a dam broke", "a mill broke", "Weir burned", "Rain fell", "Snow fell")
    origins = ((2, 2), (1, 1), (0, 0), (1, 2), (1, 3))
    claims = [
        make_claim([make_statement(article, q, [make_link(article, "Velden")] if q == "a dam broke" else ())], make_standing(3, o, word=w))
        for q, o, w in zip(quotes, origins, WORDS, strict=True)
    ]
    return make_story([article], [*claims, make_claim([make_statement(article, "Hail fell")], make_standing(1))])


def test_what_somebody_denies_comes_first_in_its_standing_and_fragments_last_of_all() -> None:
    article = make_article("Rain fell. Snow fell. Hail fell. One of them, Mara Velden said, was seen from the tower of the old town.")
    claims = [
        make_claim([make_statement(article, "Rain fell")], make_standing(9)),
        make_claim([make_statement(article, "Snow fell")], make_standing(2, contested=True)),
        make_claim([make_statement(article, "One of them")], make_standing(9)),
        make_claim([make_statement(article, "Hail fell")], make_standing(1)),
    ]
    found = list_claims(view_story(make_story([article], claims)), Filter())
    assert texts(found) == ["Snow fell", "Rain fell", "Hail fell", "One of them"]
    assert [(g.title, g.once) for g in found.groups][1:] == [("Told by one report", True), ("Fragments", True)]
    assert "no fact of their own" in found.groups[-1].words
    assert (found.found, found.all) == (4, 4)


def listed(wanted: Filter) -> ClaimList:
    return list_claims(view_story(made()), wanted)


def texts(found: ClaimList) -> list[str]:
    return [c.text for g in found.groups for c in g.claims]


def test_fewest_origins_come_first_and_what_one_report_tells_last() -> None:
    found = listed(Filter())
    assert texts(found) == ["Weir burned", "Snow fell", "a mill broke", "Rain fell", "a dam broke", "Hail fell"]
    assert [g.once for g in found.groups] == [False] * 5 + [True]
    assert found.summary == "6 claims"


@pytest.mark.parametrize(
    ("wanted", "left"),
    [
        (Filter(words="RAIN"), ["Rain fell"]),
        (Filter(words="velden"), ["a dam broke"]),
        (Filter(words="velden dam"), ["a dam broke"]),
        (Filter(words="velden mill"), []),
        (Filter(words="test post", told="one"), ["Hail fell"]),
        (Filter(standing="circular"), ["Weir burned"]),
        (Filter(told="one"), ["Hail fell"]),
        (Filter(contested=True), []),
    ],
)
def test_a_filter_leaves_what_fits(wanted: Filter, left: list[str]) -> None:
    assert texts(listed(wanted)) == left
    assert wanted.is_on


def test_what_people_decided_counts() -> None:
    claim = made().claims[0]
    decided = DecidedClaim(id=claim.id, text=claim.text, statements=(), standing=make_standing(1, (0, 0), word="circular"))
    assert shown_standing(type(claim)(**{**{f: getattr(claim, f) for f in claim.__struct_fields__}, "decided": decided})).word == "circular"
    gone = DecidedClaim(id=claim.id, text=claim.text, statements=(), standing=None)
    assert shown_standing(type(claim)(**{**{f: getattr(claim, f) for f in claim.__struct_fields__}, "decided": gone})) == claim.standing


def test_a_page_beyond_the_last_is_the_last() -> None:
    assert texts(listed(Filter(page=99))) == texts(listed(Filter()))
    assert PER_PAGE > 100


@pytest.mark.parametrize("given", ["", "0", "-1", "x", "1.5", "9" * 40, "٣", "²"])
def test_a_page_that_is_no_number_is_the_first(given: str) -> None:
    assert read_page({"page": given}) == 1


def test_an_address_that_asks_for_nonsense_asks_for_nothing() -> None:
    assert read_filter({"standing": "<b>", "told": "x", "contested": "yes", "q": "\x00 "}).standing == ""
    assert not read_filter({"standing": "<b>", "told": "x", "contested": "yes"}).is_on
