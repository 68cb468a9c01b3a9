import pytest

from headwater.brief.marks import CONTEXT, CREDIT, QUOTE, credit_contexts, cut, one_line, plain, sentence_pieces
from headwater.types import Span
from tests.factories import make_article, make_link, make_statement


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb\nc", "a\tb\nc"),
        ("\x1b]0;title\x07", "�]0;title�"),
        ("\u202eexe.fdp\u2066x\u2069", "�exe.fdp�x�"),
        ("a\u2028b\r\nc", "a b \nc"),
        ("d\u00e9j\u00e0 \U0001f600", "d\u00e9j\u00e0 \U0001f600"),
        ("\udc80", "�"),
    ],
)
def test_plain_replaces_what_disturbs_one_for_one(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert len(plain(text)) == len(text)


def test_one_line_folds_white_space() -> None:
    assert one_line(" a\n\n\tb\x00 ") == "a b�"


def test_cut_gives_back_the_whole_span_and_the_marks_on_each_piece() -> None:
    pieces = cut("0123456789", Span(start=1, end=9), [(0, 4, "a"), (2, 6, "b"), (2, 6, "b"), (20, 30, "c"), (5, 5, "d")])
    assert [(p.text, p.start, p.names) for p in pieces] == [("1", 1, ("a",)), ("23", 2, ("a", "b")), ("45", 4, ("b",)), ("678", 6, ())]


def test_sentence_marks_statement_and_credit() -> None:
    article = make_article("First. The mill burned, the mayor said. Last.")
    statement = make_statement(article, "The mill burned", [make_link(article, "the mayor said")])
    marked = [(p.text, p.names) for p in sentence_pieces(article.text, statement)]
    assert marked == [("The mill burned", (QUOTE,)), (", ", ()), ("the mayor said", (CREDIT,)), (".", ())]
    assert credit_contexts(article.text, statement) == ()


def test_credit_in_another_sentence_is_shown_with_its_words() -> None:
    article = make_article("Ada Brook gave a talk on Monday. The mill burned. " + "word " * 100)
    statement = make_statement(article, "The mill burned", [make_link(article, "Ada Brook")])
    (context,) = credit_contexts(article.text, statement)
    assert (context[0].text, context[0].names) == ("Ada Brook", (CREDIT,))
    assert context[-1].text == "…"
    assert sum(len(piece.text) for piece in context) <= len("Ada Brook") + CONTEXT + 1
    assert not context[1].text.endswith(" wo")


def test_credits_close_together_are_one_context() -> None:
    article = make_article("Ada Brook told The Reed.\n" + "x " * 400 + "\nThe mill burned.")
    statement = make_statement(article, "The mill burned", [make_link(article, "Ada Brook"), make_link(article, "The Reed")])
    (context,) = credit_contexts(article.text, statement)
    assert [piece.text for piece in context] == ["Ada Brook", " told ", "The Reed", "."]


def test_a_sentence_without_end_is_cut_around_the_statement() -> None:
    article = make_article("word " * 5000 + "the mill burned " + "word " * 5000)
    pieces = sentence_pieces(article.text, make_statement(article, "the mill burned"))
    assert pieces[0].text == pieces[-1].text == "…"
    assert sum(len(piece.text) for piece in pieces) < 1300
