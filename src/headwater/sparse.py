"""Texts as lists of words in, rows of hashed TF-IDF out, and the pairs of rows that are alike."""

import math
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float32]
BUCKETS = 2048  # hashed words (Weinberger et al. 2009): two words share one in 1 of 2,048 cases
_BLOCK = 512  # rows compared at a time: 512 x 20,000 float32 are 40 MB


def tfidf_rows(texts: Sequence[Sequence[str]], *, others: int = 0) -> Rows:
    """A unit row of BUCKETS numbers a text: log-scaled counts times how rare a word is among these texts.

    ``others`` texts without any of the words are counted in, so that in a handful of texts about one thing its own
    words are not taken for common ones.
    """
    found = Counter(word for words in texts for word in set(words))
    rows = np.zeros((len(texts), BUCKETS), dtype=np.float32)
    for i, words in enumerate(texts):
        for word, count in sorted(Counter(words).items()):
            code = zlib.crc32(word.encode("utf8"))
            rows[i, code % BUCKETS] += (1 if code >> 31 else -1) * (1 + math.log(count)) * math.log(1 + (len(texts) + others) / found[word])
    return unit(rows)


def unit(rows: Rows) -> Rows:
    """Rows of unit length; a row of zeros stays."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return (rows / np.where(lengths == 0, 1, lengths)).astype(np.float32)


def alike(rows: Rows, least: float) -> Iterator[tuple[int, int, float]]:
    """Pairs (a, b, score) of rows, a < b, whose dot product is at least ``least``."""
    for start in range(0, len(rows), _BLOCK):
        scores = rows[start : start + _BLOCK] @ rows[start:].T
        a, b = np.nonzero(np.triu(scores >= least, k=1))
        yield from zip((a + start).tolist(), (b + start).tolist(), scores[a, b].tolist(), strict=True)
