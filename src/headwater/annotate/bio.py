"""Scores of BIO labels in, spans out: the best sequence in which every I follows its own kind."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
_NEVER = np.float32(-1e9)


def spans(rows: Sequence[Scores]) -> list[list[tuple[int, int, int]]]:
    """For each run of words the spans (first word, the word after the last, number of the kind), in order.

    ``rows`` holds an array (words, 1 + 2 kinds) a run: O, then B and I of each kind. The labels are those of the
    sequence with the highest sum of log-probabilities among the legal ones (Viterbi 1967); an I that follows
    neither B nor I of its kind is not legal. Runs are decoded side by side.
    """
    found: list[list[tuple[int, int, int]]] = [[] for _ in rows]
    order = [i for i in sorted(range(len(rows)), key=lambda i: -len(rows[i])) if len(rows[i])]
    if order:
        for i, labels in zip(order, _decode([_log(rows[i]) for i in order]), strict=True):
            found[i] = _read(labels)
    return found


def _log(scores: Scores) -> Scores:
    top = scores.max(axis=1, keepdims=True)
    return np.asarray(scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True)), dtype=np.float32)


def _decode(runs: Sequence[Scores]) -> list[list[int]]:
    """The best legal labels of runs that are sorted by length, the longest first."""
    states = runs[0].shape[1]
    legal = np.zeros((states, states), dtype=np.float32)  # from, to
    for kind in range((states - 1) // 2):
        inner = 2 + 2 * kind
        legal[:, inner] = _NEVER
        legal[[inner - 1, inner], inner] = 0
    first = np.stack([r[0] for r in runs])
    first[:, 2::2] = _NEVER
    best = first
    back: list[npt.NDArray[np.int64]] = []
    for t in range(1, len(runs[0])):
        alive = sum(len(r) > t for r in runs)
        ways = best[:alive, :, None] + legal[None]
        back.append(ways.argmax(axis=1))
        best = best.copy()
        best[:alive] = ways.max(axis=1) + np.stack([r[t] for r in runs[:alive]])
    ends = best.argmax(axis=1)
    found = []
    for i, run in enumerate(runs):
        labels = [int(ends[i])]
        for t in range(len(run) - 2, -1, -1):
            labels.append(int(back[t][i, labels[-1]]))
        found.append(labels[::-1])
    return found


def _read(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for i, label in enumerate(labels):
        if label % 2 == 1:
            found.append((i, i + 1, (label - 1) // 2))
        elif label:
            first, _, kind = found[-1]
            found[-1] = (first, i + 1, kind)
    return found
