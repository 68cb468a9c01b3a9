"""Texts in, vectors out: the shipped encoder, and the protocol that others can stand behind."""

import functools
import importlib.resources
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

from headwater.errors import ModelError
from headwater.settings import AnnotateSettings

Vectors = npt.NDArray[np.float32]
DIMENSIONS = 384


class Encoder(Protocol):
    """Turns texts into vectors; any object with these two methods will do."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A row of DIMENSIONS numbers and unit length a text; the same texts give the same bytes."""
        ...

    def count_pieces(self, texts: Sequence[str]) -> int:
        """How many word pieces the encoder reads in these texts."""
        ...


class MiniLM:
    """The shipped MiniLM-L6 (Wang et al. 2020) sentence encoder, int8, on one thread.

    Rows of one call may share a batch, and int8 scales depend on a batch: to be the same in any company, the
    texts of one article are encoded by one call. One thread keeps sums in one order.
    """

    def __init__(self, model: bytes, tokenizer: bytes, *, settings: AnnotateSettings) -> None:
        """Load an ONNX model and its tokenizer; ModelError where the runtime refuses them."""
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_buffer(tokenizer)
        except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
            raise ModelError(f"the shipped encoder does not load ({error}); install headwater again") from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(settings.max_pieces)
        self._batch_pieces = settings.batch_pieces

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A unit row of 384 numbers a text, in the order of the texts."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        ids = [e.ids for e in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda i: (len(ids[i]), i))
        for batch in _batches(order, [len(i) for i in ids], self._batch_pieces):
            rows[batch] = self._run([ids[i] for i in batch])
        return rows

    def count_pieces(self, texts: Sequence[str]) -> int:
        """How many word pieces the encoder reads in these texts, padding left out."""
        return sum(len(e.ids) for e in self._tokenizer.encode_batch(list(texts)))

    def _run(self, ids: list[list[int]]) -> Vectors:
        width = max(map(len, ids))
        pieces = np.zeros((len(ids), width), dtype=np.int64)
        mask = np.zeros((len(ids), width), dtype=np.int64)
        for row, text in enumerate(ids):
            pieces[row, : len(text)] = text
            mask[row, : len(text)] = 1
        vectors: Vectors = self._session.run(None, {"input_ids": pieces, "attention_mask": mask})[0]
        return vectors


def load_encoder(*, settings: AnnotateSettings | None = None) -> MiniLM:
    """The shipped encoder; ModelError where its files are missing."""
    return _load(settings or AnnotateSettings())


@functools.cache
def _load(settings: AnnotateSettings) -> MiniLM:
    folder = importlib.resources.files("headwater") / "weights"
    try:
        model, tokenizer = (folder / "encoder.onnx").read_bytes(), (folder / "tokenizer.json").read_bytes()
    except OSError as error:
        raise ModelError(f"{error.filename}: the shipped weights are missing; install headwater again") from error
    return MiniLM(model, tokenizer, settings=settings)


def _batches(order: list[int], lengths: list[int], most: int) -> list[list[int]]:
    """Runs of texts, shortest first, whose padded size stays within ``most`` word pieces."""
    batches: list[list[int]] = []
    for i in order:
        if batches and (len(batches[-1]) + 1) * lengths[i] <= most:
            batches[-1].append(i)
        else:
            batches.append([i])
    return batches
