"""Two texts in, what the second is to the first out: the shipped pair model, and the protocol that others can stand behind."""

import functools
import pathlib
from typing import Protocol

import msgspec
import numpy as np

from headwater.runtime import open_model, read_weights

_MOST = (96, 96)  # word pieces of the first and of the second text; longer ones are cut, as in training
_START, _END = 101, 102


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """What the pair model says of two texts, as probabilities from 0 to 1."""

    entails: float
    """Does the second follow from the first?"""
    contradicts: float
    """Can both not hold?"""
    same: float
    """Do both tell of the same event?"""


class Judge(Protocol):
    """Compares two texts; any object with this method will do."""

    def judge(self, first: str, second: str) -> Verdict:
        """The same two texts give the same verdict."""
        ...


class ShippedJudge:
    """MiniLM-L6 over both texts (docs/model-card.md), int8, on one thread; one pair is one run, so that no verdict depends on its company."""

    def __init__(self, model: bytes, tokenizer: bytes) -> None:
        """Load an ONNX model and its tokenizer; ModelError where the runtime refuses them."""
        self._session, self._tokenizer = open_model(model, tokenizer, what="pair model")

    def judge(self, first: str, second: str) -> Verdict:
        """What the second text is to the first."""
        a, b = (self._tokenizer.encode(t, add_special_tokens=False).ids[:most] for t, most in zip((first, second), _MOST, strict=True))
        ids = np.array([[_START, *a, _END, *b, _END]], dtype=np.int64)
        types = np.array([[0] * (len(a) + 2) + [1] * (len(b) + 1)], dtype=np.int64)
        (logits,) = self._session.run(None, {"ids": ids, "types": types, "mask": np.ones_like(ids)})
        entails, contradicts, same = (float(p) for p in 1 / (1 + np.exp(-np.clip(logits[0], -30, 30))))
        return Verdict(entails=entails, contradicts=contradicts, same=same)


@functools.cache
def load_judge(folder: str | pathlib.Path | None = None) -> ShippedJudge:
    """The shipped pair model, or the one whose judge.onnx and tokenizer.json lie in a folder; ModelError where they are missing."""
    return ShippedJudge(*read_weights("judge.onnx", pathlib.Path(folder) if folder else None))
