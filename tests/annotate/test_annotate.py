"""Articles in, Notes out, with an encoder that is no model."""

import numpy as np
from hypothesis import given

from headwater.annotate import annotate
from headwater.models import DIMENSIONS
from headwater.settings import AnnotateSettings
from tests.factories import FakeEncoder, make_report
from tests.strategies import anything

TEXT = (
    "Mara Velden told Reuters on Friday that the dam above Oslo was old.\n\n"
    "“We looked at it twice,” she said. Nine barges sank in the harbour, according to the ministry."
)


def test_every_layer_is_there() -> None:
    article = make_report(TEXT, "Dam above Oslo breaks")
    notes = annotate(article, encoder=FakeEncoder())
    text = article.text
    assert notes.article == article.id
    assert len(notes.sentences) == 4
    assert [text[n.start : n.end] for n in notes.names] == ["Oslo", "Mara Velden", "Reuters", "Oslo"]
    assert [text[t.start : t.end] for t in notes.times] == ["Friday"]
    assert {p.name for p in notes.places} == {"Oslo"}
    assert [a.name for a in notes.attributions] == ["Mara Velden", "Reuters", "Mara Velden", "ministry"]
    assert len(notes.propositions) == 4
    assert notes.unread == 0


def test_vectors_are_a_row_a_proposition() -> None:
    article = make_report(TEXT)
    notes = annotate(article, encoder=FakeEncoder())
    rows = np.frombuffer(notes.vectors, dtype=np.float16).reshape(-1, DIMENSIONS)
    texts = [article.text[p.start : p.end] for p in notes.propositions]
    assert np.array_equal(rows, FakeEncoder().encode(texts).astype(np.float16))


def test_a_very_long_text_is_cut_and_says_so() -> None:
    article = make_report("The dam broke on Friday. " * 30)
    notes = annotate(article, encoder=FakeEncoder(), settings=AnnotateSettings(max_sentences=10))
    assert (len(notes.sentences), notes.unread) == (10, 20)
    assert len(notes.propositions) == 10


@given(anything())
def test_the_same_article_gives_the_same_notes(text: str) -> None:
    article = make_report(text)
    first = annotate(article, encoder=FakeEncoder())
    assert annotate(article, encoder=FakeEncoder()) == first
    assert len(first.vectors) == 2 * DIMENSIONS * len(first.propositions)
