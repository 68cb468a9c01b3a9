"""What is a fragment that states no fact of its own."""

import pytest

from headwater.brief.fragments import is_crumb, is_fragment
from tests.factories import make_article, make_claim, make_standing, make_statement

LONG = "and so on and on, Mara Velden said at the gate on Tuesday"


def fragment(quote: str, *, alone: bool = False) -> bool:
    article = make_article(f"It rained. {quote}." if alone else f"It rained. She saw {quote} {LONG}.")
    return is_fragment(article, make_statement(article, quote))


@pytest.mark.parametrize(
    "quote",
    [
        "One of them",
        "asking not to be named",
        "the mayor of Ostmark",
        "the rules require",
        "who cannot return home",
        "which remained shut",
        "after the count",
        "in hospital on Friday morning",
        "Some 600 people",
        "all three survivors of the crash",
    ],
)
def test_a_few_words_without_a_fact_are_a_fragment(quote: str) -> None:
    assert fragment(quote)


@pytest.mark.parametrize(
    "quote",
    [
        "a dock worker has died",
        "the roof was gone",
        "nobody rang and nobody came",
        "its cable had been cut",
        "they didn't know",
        "12 were aboard",
        "six dead",
        "killing two of them",
        "who met Karl Lund",
        "when 31 people drowned",
        "Brightwater Lines runs it",
        "she hopes so",
    ],
)
def test_what_says_something_is_none(quote: str) -> None:
    assert not fragment(quote)


def test_a_whole_sentence_and_a_long_one_are_none() -> None:
    assert not fragment("Silence in Ostmark", alone=True)
    assert not fragment("the mayor of the old harbour town of Ostmark")


def test_a_claim_is_a_crumb_where_all_its_statements_are_and_nobody_denies_it() -> None:
    article = make_article(f"One of them {LONG}. The barge sank {LONG}.")
    crumb, whole = make_statement(article, "One of them"), make_statement(article, "The barge sank")
    articles = {article.id: article}
    assert is_crumb(make_claim([crumb]), articles)
    assert is_crumb(make_claim([crumb], make_standing(4)), articles)
    assert not is_crumb(make_claim([crumb, whole]), articles)
    assert not is_crumb(make_claim([crumb], make_standing(1, contested=True)), articles)
