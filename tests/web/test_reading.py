from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from headwater.brief import marks
from headwater.types import BriefArticle, BriefStory, Dropped, Notes, Passage, Span
from headwater.web.reading import RUN, blocks, paragraphs, shared_runs, shared_share
from tests.factories import make_article, make_claim, make_link, make_statement, make_story
from tests.strategies import anything

TEXT = "Dam breaks\n\nMara Velden said the dam broke. Nobody was hurt.\n\nThe Velden Herald said so too."


def made(text: str = TEXT, **fields: Any) -> tuple[BriefStory, BriefArticle]:
    article = make_article(text, title="Dam breaks", **fields)
    return make_story([article], [make_claim([make_statement(article, "the dam broke", [make_link(article, "Mara Velden")])])]), article


def words_of(story: BriefStory, article: BriefArticle) -> list[str]:
    return ["".join(p.text for run in b.runs for p in run.pieces) for b in blocks(story, article, Notes(article=article.id)) if b.runs]


def test_every_word_stands_once_and_in_order() -> None:
    story, article = made()
    assert words_of(story, article) == [line for line in TEXT.split("\n") if line]


def test_a_statement_is_one_run_with_its_claim_and_credits_are_marked() -> None:
    story, article = made()
    runs = [run for b in blocks(story, article, Notes(article=article.id)) for run in b.runs]
    [said] = [run for run in runs if run.statement]
    assert ("".join(p.text for p in said.pieces), said.first, said.claim) == ("the dam broke", True, story.claims[0])
    assert [p.text for run in runs for p in run.pieces if marks.CREDIT in p.names] == ["Mara Velden"]


def test_a_statement_over_two_paragraphs_begins_once() -> None:
    article = make_article("One two\nthree four")
    story = make_story([article], [make_claim([make_statement(article, "two\nthree")])])
    runs = [run for b in blocks(story, article, Notes(article=article.id)) for run in b.runs if run.statement]
    assert [("".join(p.text for p in run.pieces), run.first) for run in runs] == [("two", True), ("three", False)]


def test_the_first_line_is_the_headline_where_it_is_the_title() -> None:
    story, article = made()
    assert [b.headline for b in blocks(story, article, Notes(article=article.id))] == [True, False, False]


def test_furniture_stands_where_it_stood() -> None:
    first, second = TEXT.index("Mara"), TEXT.index("The Velden")
    passages = (
        Passage(start=0, end=10, field="", page_start=100, page_end=110),
        Passage(start=first, end=second - 2, field="", page_start=200, page_end=260),
        Passage(start=second, end=len(TEXT), field="", page_start=300, page_end=340),
    )
    kinds = {"menu": 5, "share": 150, "advertisement": 270, "copyright": 400}
    dropped = (
        *(Dropped(text=kind, kind=kind, why="", page_start=at, page_end=at + 5) for kind, at in kinds.items()),
        Dropped(text="lost", kind="teaser", why=""),
    )
    story, article = made(passages=passages, dropped=dropped)
    shown = [b.dropped[0].kind if b.dropped else "text" for b in blocks(story, article, Notes(article=article.id))]
    assert shown == ["menu", "text", "share", "text", "advertisement", "text", "copyright", "teaser"]


@given(text=anything(), data=st.data())
def test_no_text_is_lost_whatever_the_spans(text: str, data: st.DataObject) -> None:
    if not text:
        return
    article = make_article(text)
    at = st.integers(0, len(text))
    spans = [sorted(data.draw(st.tuples(at, at))) for _ in range(3)]
    claims = [make_claim([make_statement(article, text[a:b])]) for a, b in spans if text[a:b]]
    story = make_story([article], claims)
    assert words_of(story, article) == [line for line in text.split("\n") if line]


def test_shared_runs_are_words_in_a_row_whatever_the_marks() -> None:
    one = "Police said: “the ferry left at seven”, and nobody saw it."
    other = "THE FERRY LEFT AT SEVEN - and nobody knows."
    [span] = shared_runs(one, other)
    assert one[span.start : span.end] == "the ferry left at seven”, and nobody"


def test_fewer_words_in_a_row_are_not_shared() -> None:
    assert shared_runs("one two three four", "one two three four") == ()
    assert RUN == 5


@given(one=anything(), other=anything())
def test_shared_runs_lie_in_the_text_in_order(one: str, other: str) -> None:
    spans = shared_runs(one, other)
    ends = [0, *(end for s in spans for end in (s.start, s.end)), len(one)]
    assert ends == sorted(ends)
    assert 0 <= shared_share(one, spans) <= 100
    assert "".join(p.text for line in paragraphs(one, spans) for p in line) == one.replace("\n", "")


def test_a_whole_copy_is_shared_wholly() -> None:
    text = "The ferry left at seven and nobody saw it again."
    assert shared_share(text, shared_runs(text, text)) == 100
    assert shared_share(text, (Span(start=0, end=0),)) == 0
