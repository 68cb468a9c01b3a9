"""Texts as lists of words in, rows of hashed TF-IDF out, and the pairs of rows that are alike."""

import math
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Rows = npt.NDArray[np.float32]
BUCKETS = (
    1024  # hashed words (Weinberger et al. 2009): two words share one in 1 of 1,024 cases; 2,048 give the same figures at twice the cost
)
MOST_PAIRS = 1_000_000  # pairs kept: dictionaries of that many take about 500 MB
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


def alike(rows: Rows, least: float, *, most: int = MOST_PAIRS) -> Iterator[tuple[int, int, float]]:
    """Pairs (a, b, score) of rows, a < b, whose dot product is at least ``least``, by a and b.

    Where there are more than ``most`` of them, the least alike are left out, so that thousands of texts about one
    thing do not fill the memory: about half a gigabyte holds as many pairs as are kept.
    """
    empty = np.zeros(0, dtype=np.int32)
    held = (empty, empty, np.zeros(0, dtype=np.float32))
    for start in range(0, len(rows), _BLOCK):
        scores = rows[start : start + _BLOCK] @ rows[start:].T
        a, b = np.nonzero(np.triu(scores >= least, k=1))
        found = ((a + start).astype(np.int32), (b + start).astype(np.int32), scores[a, b])
        held = (np.concatenate([held[0], found[0]]), np.concatenate([held[1], found[1]]), np.concatenate([held[2], found[2]]))
        if len(held[2]) > most:
            least = float(np.partition(held[2], -most // 2)[-most // 2])
            keep = held[2] >= least
            held = (held[0][keep], held[1][keep], held[2][keep])
    yield from zip(held[0].tolist(), held[1].tolist(), held[2].tolist(), strict=True)
