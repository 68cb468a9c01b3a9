"""The lines of claims under what people decided."""

from headwater.commands.lists import _claims
from tests.brief.briefs import decide_claim
from tests.factories import make_article, make_claim, make_standing, make_statement, make_story


def test_a_claim_that_lost_articles_alone_says_what_was_guessed() -> None:
    article = make_article("The dam broke.")
    claim = make_claim([make_statement(article, "The dam broke")], make_standing(5, (1, 1)))
    (line,) = _claims(make_story([article], [decide_claim(claim, make_standing(4, (1, 1)))]))
    assert "  4 articles, 1 origin, single origin (decided; guess 5 articles, 1 origin)  " in line
    (line,) = _claims(make_story([article], [decide_claim(claim, make_standing(5, (1, 2), word="possibly corroborated"))]))
    assert "  5 articles, 1 to 2 origins, possibly corroborated (decided; guess 1)  " in line
