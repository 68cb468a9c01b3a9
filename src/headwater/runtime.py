"""Weights on disk in, a model that runs and its tokenizer out: one thread, so that sums keep one order."""

import importlib.resources
import pathlib
from importlib.resources.abc import Traversable

import onnxruntime
from tokenizers import Tokenizer

from headwater.errors import ModelError


def read_weights(name: str, folder: pathlib.Path | None = None) -> tuple[bytes, bytes]:
    """A model and its tokenizer, of the package or of a folder; ModelError where they are missing."""
    place: Traversable = folder or importlib.resources.files("headwater") / "weights"
    try:
        return (place / name).read_bytes(), (place / "tokenizer.json").read_bytes()
    except OSError as error:
        raise ModelError(f"{error.filename}: the weights are missing; install headwater again") from error


def open_model(model: bytes, tokenizer: bytes, *, what: str) -> tuple[onnxruntime.InferenceSession, Tokenizer]:
    """An ONNX model and its tokenizer, without padding or cutting; ModelError where the runtime refuses them."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        words = Tokenizer.from_buffer(tokenizer)
    except Exception as error:  # onnxruntime and tokenizers raise bare exceptions of their own
        raise ModelError(f"the shipped {what} does not load ({error}); install headwater again") from error
    words.no_padding()
    words.no_truncation()
    return session, words
