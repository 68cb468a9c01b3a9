"""Paragraphs in, marks and vectors out."""

import pathlib
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import ModelError
from headwater.labels import WIDTH
from headwater.models import DIMENSIONS, Marks, ShippedReader, load_reader
from headwater.settings import AnnotateSettings
from tests.factories import FakeReader

DAM = "The dam above the town broke on Friday."
WALL = "On Friday the wall of the dam above the town gave way."
BAKERS = "Bakers strike over the price of flour."
Numbers = npt.NDArray[Any]
LONG = "Nobody in Ostmark slept. " * 200


def vector_of(text: str) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return load_reader().read([text])[0].vector(0, len(text)).reshape(DIMENSIONS)


def test_close_sentences_have_close_vectors() -> None:
    dam, wall, bakers = map(vector_of, (DAM, WALL, BAKERS))
    assert dam.dtype == np.float32
    assert np.linalg.norm(dam) == pytest.approx(1, abs=1e-5)
    assert dam @ wall > dam @ bakers + 0.2


def test_marks_have_a_row_a_word_and_a_sum_more() -> None:
    paragraphs = [DAM, LONG, "“Go!”"]
    words = [9, 1000, 4]
    found = load_reader().read(paragraphs)
    assert [m.words.shape for m in found] == [(n, 2) for n in words]
    assert [m.scores.shape for m in found] == [(n, WIDTH) for n in words]
    assert [m.sums.shape for m in found] == [(n + 1, DIMENSIONS) for n in words]
    assert [DAM[start:end] for start, end in found[0].words] == ["The", "dam", "above", "the", "town", "broke", "on", "Friday", "."]
    assert all(np.isfinite(m.scores).all() and np.isfinite(m.sums).all() for m in found)
    assert all(np.abs(np.diff(m.sums, axis=0)).max(axis=1).min() > 0 for m in found)


def test_every_word_of_a_long_paragraph_is_scored() -> None:
    (marks,) = load_reader().read([LONG])
    assert (np.abs(marks.scores).max(axis=1) > 0).all()


def test_the_same_paragraphs_give_the_same_bytes() -> None:
    first, again = load_reader().read([DAM, LONG]), load_reader().read([DAM, LONG])
    assert [(m.scores.tobytes(), m.sums.tobytes()) for m in first] == [(m.scores.tobytes(), m.sums.tobytes()) for m in again]


def test_what_stands_before_is_seen_from_the_next_window() -> None:
    paragraphs = ["Nobody slept. " * 52, DAM]  # 156 pieces: no window of 160 holds both
    seeing, blind = (load_reader(settings=AnnotateSettings(window_pieces=160, context_pieces=n)) for n in (48, 0))
    assert seeing.read(paragraphs)[1].sums.tobytes() != seeing.read([DAM])[0].sums.tobytes()
    assert blind.read(paragraphs)[1].sums.tobytes() == blind.read([DAM])[0].sums.tobytes()


class Counting:
    """Stands for the model: a piece's score is its id and the number of the run, its state is 1."""

    def __init__(self) -> None:
        self.runs = 0

    def run(self, _: None, inputs: dict[str, Numbers]) -> tuple[Numbers, Numbers]:
        self.runs += 1
        ids = inputs["ids"]
        marks, states = np.zeros((*ids.shape, WIDTH)), np.zeros((*ids.shape, DIMENSIONS))
        marks[:, :, 0], marks[:, :, 1] = ids, self.runs
        states[:, :, 0] = 1
        assert inputs["mask"].all()
        assert inputs["shapes"].shape == ids.shape
        return marks, states


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> ShippedReader:
    reader = load_reader(settings=AnnotateSettings(window_pieces=160, context_pieces=32))
    monkeypatch.setattr(reader, "_session", Counting())
    return reader


def test_the_first_piece_of_a_word_speaks_for_it(counting: ShippedReader) -> None:
    words = ["unforeseeable", "dam", "Velden", "Ostmark"]
    ids = [counting._tokenizer.encode(word, add_special_tokens=False).ids for word in words]
    assert max(map(len, ids)) > 1
    for marks, times in zip(counting.read([" ".join(words * 40), " ".join(words)]), (40, 1), strict=True):
        assert marks.scores[:, 0].tolist() == [i[0] for i in ids] * times
        assert np.diff(marks.sums[:, 0]).tolist() == list(map(len, ids)) * times


def test_a_word_keeps_what_was_said_when_it_was_fresh(counting: ShippedReader) -> None:
    first, second = counting.read(["dam " * 400, DAM])
    assert np.bincount(first.scores[:, 1].astype(int)).tolist() == [0, 126, 126, 126, 22]
    assert set(second.scores[:, 1]) == {4}


@pytest.mark.parametrize("empty", ["", " ", "\u200b", "\x00"])
def test_a_paragraph_without_words_has_no_rows(empty: str) -> None:
    first, none, last = load_reader().read([DAM, empty, WALL])
    assert (none.words.shape, none.scores.shape, none.sums.shape) == ((0, 2), (0, WIDTH), (1, DIMENSIONS))
    assert not none.vector(0, len(empty)).any()
    assert (len(first.words), len(last.words)) == (9, 13)


def test_nothing_is_read_where_nothing_is_given() -> None:
    assert load_reader().read([]) == []


@pytest.mark.parametrize(
    ("paragraphs", "pieces"),
    [([], 0), (["dam"], 1), (["dam", "dam."], 3), (["word " * 1000], 1000)],
)
def test_pieces_are_counted_without_context_and_marks_between(paragraphs: list[str], pieces: int) -> None:
    assert load_reader().count_pieces(paragraphs) == pieces


def test_a_reader_is_loaded_once() -> None:
    assert load_reader() is load_reader(settings=AnnotateSettings())
    assert load_reader(settings=AnnotateSettings(context_pieces=16)) is not load_reader()


def test_weights_that_do_not_load_are_a_model_error() -> None:
    with pytest.raises(ModelError, match="does not load"):
        ShippedReader(b"no model", b"{}", settings=AnnotateSettings())


def test_a_folder_without_weights_is_a_model_error(tmp_path: pathlib.Path) -> None:
    with pytest.raises(ModelError, match=r"reader\.onnx: the weights are missing"):
        load_reader(folder=tmp_path)


def fake_marks(text: str) -> Marks:
    return FakeReader().read([text])[0]


@pytest.mark.parametrize(
    ("start", "end", "lengths"),
    [
        (0, 20, [1, 3, 5]),
        (0, 1, [1]),
        (2, 5, [3]),
        (3, 4, [3]),  # a part of a word is the word
        (4, 7, [3, 5]),
        (1, 2, []),
        (20, 25, []),
        (3, 3, [3]),
        (1, 1, []),
    ],
)
def test_a_vector_is_the_sum_of_the_words_that_it_touches(start: int, end: int, lengths: list[int]) -> None:
    expected = np.zeros(DIMENSIONS, dtype=np.float32)
    expected[lengths] = 1 / max(len(lengths), 1) ** 0.5
    assert np.allclose(fake_marks("A dam broke").vector(start, end), expected)


@given(st.integers(0, 40), st.integers(0, 40))
def test_any_vector_has_unit_length_or_none(start: int, length: int) -> None:
    norm = float(np.linalg.norm(fake_marks("Mara Velden   saw the dam break").vector(start, start + length)))
    assert norm == 0 or norm == pytest.approx(1, abs=1e-6)
