"""Copies of a statement are shown as one."""

import msgspec

from headwater.brief.tellings import tellings
from headwater.types import BriefArticle, BriefStatement, Decided
from tests.factories import make_article, make_claim, make_link, make_statement

TEXT = "The mill burned, Ada Brook said."


def reports(*texts: str) -> list[BriefArticle]:
    return [make_article(text, f"Outlet {number}") for number, text in enumerate(texts)]


def said(article: BriefArticle, quote: str = "The mill burned", **fields: object) -> BriefStatement:
    chain = [make_link(article, "Ada Brook")] if "Ada Brook" in article.text else []
    return make_statement(article, quote, chain, **fields)


def shown(articles: list[BriefArticle], statements: list[BriefStatement], **fields: object) -> list[tuple[str, int, bool]]:
    """(outlet, how many copies, unsure) of what is shown."""
    by_id = {a.id: a for a in articles}
    claim = msgspec.structs.replace(make_claim(statements), **fields)
    return [(by_id[t.statement.article].outlet or "", len(t.also), t.unsure) for t in tellings(claim, by_id)]


def test_copies_are_one_and_none_is_lost() -> None:
    articles = reports(TEXT, "The mill burned.", TEXT)
    assert shown(articles, [said(a) for a in articles]) == [("Outlet 0", 1, False), ("Outlet 1", 0, False)]


def test_line_breaks_make_no_difference_and_letters_do() -> None:
    articles = reports(TEXT, TEXT.replace("burned,", "burned,\n"), TEXT.replace("said", "says"))
    assert [also for _, also, _ in shown(articles, [said(a, sentence=make_statement(a, a.text).sentence) for a in articles])] == [1, 0]


def test_another_part_of_the_sentence_another_credit_and_another_doubt_stand_apart() -> None:
    articles = reports(TEXT, TEXT, TEXT, TEXT)
    statements = [
        said(articles[0]),
        said(articles[1], "mill burned"),
        make_statement(articles[2], "The mill burned"),
        said(articles[3], status="denied"),
    ]
    assert len(shown(articles, statements)) == 4


def test_what_people_decided_of_and_what_was_retracted_stand_apart() -> None:
    articles = [*reports(TEXT, TEXT), make_article(TEXT, "Outlet 2", retracted="Withdrawn.")]
    statements = [said(articles[0]), said(articles[1], decided=Decided(decisions=("d",), ignored=True)), said(articles[2])]
    assert [also for _, also, _ in shown(articles, statements)] == [0, 0, 0]


def test_what_is_asked_for_stands_apart() -> None:
    articles = reports(TEXT, TEXT)
    claim = make_claim([said(a) for a in articles])
    assert len(tellings(claim, {a.id: a for a in articles}, apart=[claim.statements[1].id])) == 2


def test_only_other_words_than_the_claims_and_the_sure_ones_are_unsure() -> None:
    articles = reports(TEXT, TEXT.replace("burned", "blazed"), TEXT.replace("burned", "went up"), TEXT.replace("burned", "blazed"))
    quotes = ("The mill burned", "The mill blazed", "The mill went up", "The mill blazed")
    statements = [said(a, q, sure=n == 3) for n, (a, q) in enumerate(zip(articles, quotes, strict=True))]
    assert shown(articles, statements, text="The mill burned") == [("Outlet 0", 0, False), ("Outlet 1", 1, False), ("Outlet 2", 0, True)]


def test_words_that_a_sure_statement_has_in_another_sentence_are_sure() -> None:
    articles = reports("The mill blazed, Ada Brook said.", "On Monday the mill blazed.", "It burned.")
    statements = [said(articles[0], "The mill blazed"), said(articles[1], "the mill blazed", sure=False), said(articles[2], "It burned")]
    assert [unsure for _, _, unsure in shown(articles, statements, text="It burned")] == [False, False, False]
