"""Articles in, Notes out, with a reader that is no model."""

import re
from collections.abc import Sequence

import numpy as np
from hypothesis import given

from headwater.annotate import annotate
from headwater.models import DIMENSIONS, Marks
from headwater.settings import AnnotateSettings
from tests.factories import FakeReader, make_report
from tests.strategies import anything

TEXT = (
    "Mara Velden told Reuters on Friday that the dam above Oslo was old.\n\n"
    "“We looked at it twice,” she said. Nine barges sank in the harbour, according to the ministry."
)


def test_every_layer_is_there() -> None:
    article = make_report(TEXT, "Dam above Oslo breaks")
    notes = annotate(article, reader=FakeReader())
    text = article.text
    assert notes.article == article.id
    assert len(notes.sentences) == 4
    assert [text[n.start : n.end] for n in notes.names] == ["Oslo", "Mara Velden", "Reuters", "Oslo"]
    assert [text[t.start : t.end] for t in notes.times] == ["Friday"]
    assert {p.name for p in notes.places} == {"Oslo"}
    assert [a.name for a in notes.attributions] == ["Mara Velden", "Reuters", "Mara Velden", "ministry"]
    assert len(notes.propositions) == 4
    assert notes.unread == 0


def test_a_vector_is_that_of_its_proposition_s_words() -> None:
    article = make_report(TEXT, "Dam above Oslo breaks")
    notes = annotate(article, reader=FakeReader())
    rows = np.frombuffer(notes.vectors, dtype=np.float16).reshape(-1, DIMENSIONS)
    assert len({row.tobytes() for row in rows}) == len(rows) == len(notes.propositions)
    for row, p in zip(rows, notes.propositions, strict=True):
        expected = np.zeros(DIMENSIONS)
        for word in re.findall(r"\w+|[^\w\s]", article.text[p.start : p.end]):
            expected[len(word)] += 1
        assert np.allclose(row, expected / np.linalg.norm(expected), atol=1e-3)


def test_a_correction_says_nothing_of_the_world() -> None:
    text = (
        "Nine barges sank in the harbour.\n\nCorrection: An earlier version of this article said the mayor had sold 40 barges. "
        "He sold four of them.\n\nEditor's note: This article has been retracted because Mara Velden said she was never asked."
    )
    notes = annotate(make_report(text), reader=FakeReader())
    assert [text[p.start : p.end] for p in notes.propositions] == ["Nine barges sank in the harbour.", "He sold four of them."]
    assert (notes.attributions, notes.views) == ((), ())


def test_a_correction_of_another_is_news() -> None:
    text = "The Velden Herald said in a correction that an earlier version of its article was wrong."
    assert annotate(make_report(text), reader=FakeReader()).propositions


def test_each_paragraph_is_read_once_with_those_around_it() -> None:
    asked: list[list[str]] = []

    class Asked(FakeReader):
        def read(self, paragraphs: Sequence[str]) -> list[Marks]:
            asked.append(list(paragraphs))
            return super().read(paragraphs)

    annotate(make_report(TEXT, "Dam above Oslo breaks"), reader=Asked())
    assert asked == [["Dam above Oslo breaks", *TEXT.split("\n\n")]]


def test_what_the_reader_marks_is_credited() -> None:
    text = "Nobody slept.\n\nMara Velden let it be known on Friday the dam was old."
    told = [("role", "source", "Mara Velden"), ("role", "cue", "let it be known"), ("role", "content", "the dam was old")]
    article = make_report(text)
    assert annotate(article, reader=FakeReader()).attributions == ()
    (found,) = annotate(article, reader=FakeReader(*told)).attributions
    assert (found.name, found.kind, found.act) == ("Mara Velden", "person", "says")
    assert [text[s.start : s.end] for s in (found.source, found.cue, found.content) if s] == [words for _, _, words in told]


def test_a_very_long_text_is_cut_and_says_so() -> None:
    article = make_report("The dam broke on Friday. " * 30)
    notes = annotate(article, reader=FakeReader(), settings=AnnotateSettings(max_sentences=10))
    assert (len(notes.sentences), notes.unread) == (10, 20)
    assert len(notes.propositions) == 10


@given(anything())
def test_the_same_article_gives_the_same_notes(text: str) -> None:
    article = make_report(text)
    first = annotate(article, reader=FakeReader())
    assert annotate(article, reader=FakeReader()) == first
    assert len(first.vectors) == 2 * DIMENSIONS * len(first.propositions)
