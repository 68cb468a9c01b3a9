"""Paragraphs in, marks and vectors out: the shipped reader, and the protocol that others can stand behind."""

import functools
import pathlib
from collections.abc import Sequence
from typing import Protocol

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.labels import WIDTH
from headwater.pieces import Paragraph, Window, cut, windows
from headwater.runtime import open_model, read_weights
from headwater.settings import AnnotateSettings

Vectors = npt.NDArray[np.float32]
DIMENSIONS = 384
_LEAST = 1e-9


class Marks(msgspec.Struct, frozen=True, kw_only=True):
    """What the reader says about one paragraph: a row of scores a word, and vectors for any run of words."""

    words: npt.NDArray[np.int64]
    """(words, 2): where each word begins and ends, offsets into the paragraph."""
    scores: Vectors
    """(words, WIDTH): see ``headwater.labels`` for the columns."""
    sums: Vectors
    """(words + 1, 384): running sums of the states of the word pieces before each word."""

    def vector(self, start: int, end: int) -> Vectors:
        """The unit vector of ``paragraph[start:end]``; zeros where no word stands there."""
        first = int(np.searchsorted(self.words[:, 1], start, side="right"))
        after = int(np.searchsorted(self.words[:, 0], end, side="left"))
        total: Vectors = self.sums[max(after, first)] - self.sums[first]
        return np.asarray(total / max(float(np.linalg.norm(total)), _LEAST), dtype=np.float32)


class Reader(Protocol):
    """Reads paragraphs; any object with these two methods will do."""

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        """The marks of each paragraph of one article, in order; the same paragraphs give the same bytes."""
        ...

    def count_pieces(self, paragraphs: Sequence[str]) -> int:
        """How many word pieces stand in these paragraphs."""
        ...


class ShippedReader:
    """MiniLM-L6 (Wang et al. 2020) trained to mark who says what (docs/model-card.md), int8, on one thread.

    A window of several paragraphs is one run of the model and nothing else is in that run: so an article's marks
    depend on that article alone, and one thread keeps sums in one order.
    """

    def __init__(self, model: bytes, tokenizer: bytes, *, settings: AnnotateSettings) -> None:
        """Load an ONNX model and its tokenizer; ModelError where the runtime refuses them."""
        self._session, self._tokenizer = open_model(model, tokenizer, what="reader")
        self._limit, self._context = settings.window_pieces, settings.context_pieces

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        """The marks of each paragraph, read in windows that show what stands before it."""
        pieces = cut(self._tokenizer, paragraphs)
        scores = [np.zeros((len(p.ids), WIDTH), dtype=np.float32) for p in pieces]
        states = [np.zeros((len(p.ids), DIMENSIONS), dtype=np.float32) for p in pieces]
        for window in windows(pieces, limit=self._limit, context=self._context):
            self._run(window, scores, states)
        return [_marks(*each) for each in zip(pieces, scores, states, strict=True)]

    def count_pieces(self, paragraphs: Sequence[str]) -> int:
        """How many word pieces stand in these paragraphs, context and marks between them left out."""
        return sum(len(p.ids) for p in cut(self._tokenizer, paragraphs))

    def _run(self, window: Window, scores: list[Vectors], states: list[Vectors]) -> None:
        """Read one window; what it says about its fresh pieces goes to their paragraphs."""
        ids = np.array([window.ids], dtype=np.int64)
        shapes = np.array([window.shapes], dtype=np.int64)
        marks, state = self._session.run(None, {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)})
        at = window.fresh
        while at < len(window.origins):
            paragraph, piece = window.origins[at]
            end = at
            while end < len(window.origins) and window.origins[end][0] == paragraph:
                end += 1
            if paragraph >= 0:
                scores[paragraph][piece : piece + end - at] = marks[0, at:end]
                states[paragraph][piece : piece + end - at] = state[0, at:end]
            at = end


def _marks(paragraph: Paragraph, scores: Vectors, states: Vectors) -> Marks:
    """Rows of pieces as rows of words: the first piece of a word speaks for it."""
    first = np.array([w[0] for w in paragraph.words], dtype=np.int64)
    running = np.zeros((len(paragraph.ids) + 1, DIMENSIONS), dtype=np.float32)
    np.cumsum(states, axis=0, out=running[1:])
    return Marks(
        words=np.array([w[1:] for w in paragraph.words], dtype=np.int64).reshape(-1, 2),
        scores=scores[first],
        sums=running[[*first, len(paragraph.ids)]],
    )


def load_reader(*, settings: AnnotateSettings | None = None, folder: str | pathlib.Path | None = None) -> ShippedReader:
    """The shipped reader, or the one whose reader.onnx and tokenizer.json lie in a folder; ModelError where they are missing."""
    return _load(settings or AnnotateSettings(), pathlib.Path(folder) if folder else None)


@functools.cache
def _load(settings: AnnotateSettings, folder: pathlib.Path | None) -> ShippedReader:
    return ShippedReader(*read_weights("reader.onnx", folder), settings=settings)
