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
    """The best legal labels of runs that are sorted by length, the longest first.

    O and every B may follow any label; an I may follow the B and the I of its kind alone.
    """
    sizes = [len(run) for run in runs]
    scores = np.zeros((sizes[0], len(runs), runs[0].shape[1]), dtype=np.float32)
    for i, run in enumerate(runs):
        scores[: len(run), i] = run
    best = scores[0].copy()
    best[:, 2::2] = _NEVER
    back = np.zeros(scores.shape, dtype=np.int64)  # the label before, by word, run and label
    inner = np.arange(2, scores.shape[2], 2)
    alive = len(runs)
    for t in range(1, sizes[0]):
        while sizes[alive - 1] <= t:
            alive -= 1
        here = best[:alive]
        begun, within = here[:, 1::2], here[:, 2::2]
        back[t, :alive] = here.argmax(axis=1)[:, None]
        back[t, :alive, 2::2] = inner - (begun >= within)
        ways = np.maximum(begun, within)
        best[:alive] = here.max(axis=1)[:, None]
        best[:alive, 2::2] = ways
        best[:alive] += scores[t, :alive]
    return _follow(back, best.argmax(axis=1), sizes)


def _follow(back: npt.NDArray[np.int64], ends: npt.NDArray[np.int64], sizes: Sequence[int]) -> list[list[int]]:
    """The labels of each run, followed from its last word to its first."""
    labels = np.zeros((len(sizes), sizes[0]), dtype=np.int64)
    rows = np.arange(len(sizes))
    lasts = np.array(sizes) - 1
    labels[rows, lasts] = ends
    alive = 0
    for t in range(sizes[0] - 1, 0, -1):
        while alive < len(sizes) and sizes[alive] > t:
            alive += 1
        labels[:alive, t - 1] = back[t, rows[:alive], labels[:alive, t]]
    return [row[:size].tolist() for row, size in zip(labels, sizes, strict=True)]


def _read(labels: Sequence[int]) -> list[tuple[int, int, int]]:
    found: list[tuple[int, int, int]] = []
    for i, label in enumerate(labels):
        if label % 2 == 1:
            found.append((i, i + 1, (label - 1) // 2))
        elif label:
            first, _, kind = found[-1]
            found[-1] = (first, i + 1, kind)
    return found
