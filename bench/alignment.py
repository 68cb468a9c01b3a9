"""Files of short texts in clusters in, how well the product tells which say the same out: SPARK and NAnCo.

Pairs of texts from two articles of one story, same cluster or not. SPARK: average precision and the best F1 over all
pairs. NAnCo: balanced accuracy of the pairs of each question, averaged.
"""

import itertools
import json
import pathlib
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from bench.corpora.spark import Labelled, read_nanco, read_spark
from bench.texts import read_texts
from headwater.align.ask import ask
from headwater.align.pairs import score_pairs
from headwater.judge import Judge, load_judge
from headwater.models import load_reader

Numbers = npt.NDArray[np.float64]


class Judged(msgspec.Struct, frozen=True):
    """The pairs of one story: whether they say the same, the score without the pair model, and with it."""

    same: npt.NDArray[np.bool_]
    alone: Numbers
    judged: Numbers


def run_spark(data: pathlib.Path, *, weights: pathlib.Path | None = None, as_json: bool = False) -> int:
    """Print average precision and best F1 of the pair score, and of the pair model asked about every pair."""
    found = list(measure(read_spark(data), load_judge(weights)).values())
    same = np.concatenate([j.same for j in found])
    alone, judged = (np.concatenate([getattr(j, name) for j in found]) for name in ("alone", "judged"))
    figures = {
        "ap": average_precision(same, alone),
        "f1": best_f1(same, alone),
        "pair_model": {"ap": average_precision(same, judged), "f1": best_f1(same, judged)},
        "pairs": len(same),
        "same": int(same.sum()),
    }
    _print(figures, as_json=as_json)
    return 0


def run_nanco(data: pathlib.Path, *, weights: pathlib.Path | None = None, as_json: bool = False) -> int:
    """Print balanced accuracy of the pair score, and of the pair model; each question counts the same.

    The protocol's threshold comes from its validation questions: each of those is held against the other three, and
    any other question against the threshold of all four.
    """
    found = measure(read_nanco(data), load_judge(weights))
    alone, judged = (_by_question({q: (j.same, getattr(j, name)) for q, j in found.items()}, name) for name in ("alone", "judged"))
    figures = {
        "balanced_accuracy": round(float(np.mean(list(alone.values()))), 4),
        "questions": alone,
        "pair_model": round(float(np.mean(list(judged.values()))), 4),
        "pairs": sum(len(j.same) for j in found.values()),
    }
    _print(figures, as_json=as_json)
    return 0


VALIDATION = ("Q2", "Q3", "Q5", "Q6")
THRESHOLDS = {"alone": 0.255, "judged": 0.236}
"""Of the four validation questions together."""


def _by_question(scores: Mapping[str, tuple[npt.NDArray[np.bool_], Numbers]], name: str) -> dict[str, float]:
    each = {}
    for question, (same, mine) in scores.items():
        others = [v for q, v in scores.items() if q != question and q in VALIDATION]
        threshold = THRESHOLDS[name]
        if question in VALIDATION and others:
            threshold = best_threshold(np.concatenate([o[0] for o in others]), np.concatenate([o[1] for o in others]))
        each[question] = round(balanced_accuracy(same, mine >= threshold), 4)
    return each


def _print(figures: Mapping[str, object], *, as_json: bool) -> None:
    print(json.dumps(figures) if as_json else "\n".join(f"{k:20} {v}" for k, v in figures.items()))


def measure(stories: Mapping[str, Sequence[Labelled]], judge: Judge) -> dict[str, Judged]:
    """Scores of all pairs from two articles of each story."""
    reader = load_reader()
    found = {}
    for name, labelled in stories.items():
        texts = read_texts([x.text for x in labelled], [(x.article, i) for i, x in enumerate(labelled)], reader)
        pairs = [(a, b) for a, b in itertools.combinations(range(len(labelled)), 2) if labelled[a].article != labelled[b].article]
        alone = score_pairs(texts, least=-1.0).topic
        asked = {p: ask(judge, texts[p[0]].text, texts[p[1]].text, alone.get(p, 0.0)) for p in pairs}
        found[name] = Judged(
            np.array([labelled[a].cluster == labelled[b].cluster for a, b in pairs], dtype=np.bool_),
            np.array([alone.get(p, 0.0) for p in pairs]),
            np.array([asked[p] for p in pairs]),
        )
    return found


def average_precision(same: npt.NDArray[np.bool_], scores: Numbers) -> float:
    """Area under precision and recall by steps, equal scores taken together."""
    precision, recall = _curve(same, scores)
    return round(float(np.sum(np.diff(np.concatenate([[0.0], recall])) * precision)), 4)


def best_f1(same: npt.NDArray[np.bool_], scores: Numbers) -> float:
    """The highest F1 of any threshold."""
    precision, recall = _curve(same, scores)
    return round(float(np.max(2 * precision * recall / np.maximum(precision + recall, 1e-12))), 4)


def _curve(same: npt.NDArray[np.bool_], scores: Numbers) -> tuple[Numbers, Numbers]:
    """Precision and recall at each threshold, the highest first."""
    order = np.argsort(-scores, kind="stable")
    last = np.concatenate([np.flatnonzero(np.diff(scores[order])), [len(order) - 1]])
    right = np.cumsum(same[order])[last]
    return right / (last + 1), right / max(int(same.sum()), 1)


def balanced_accuracy(want: npt.NDArray[np.bool_], got: npt.NDArray[np.bool_]) -> float:
    """The mean of the recalls of both classes; a class without members is left out."""
    return float(np.mean([np.mean(got[want == side] == side) for side in (True, False) if (want == side).any()]))


def best_threshold(want: npt.NDArray[np.bool_], scores: Numbers) -> float:
    """The threshold of the highest balanced accuracy, among the scores."""
    candidates = np.unique(np.round(scores, 3))
    return float(max(candidates, key=lambda t: balanced_accuracy(want, scores >= t)))
