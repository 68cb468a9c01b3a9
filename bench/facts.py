"""Texts and atomic facts in, how well the product tells which facts a text states out: balanced accuracy.

Zhang and Bansal 2021: REALSumm trains the pair model by its documents of even place, so those of odd place are
reported; PyrXSum trains nothing and is reported whole.
"""

import json
import pathlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from bench.alignment import balanced_accuracy, best_threshold
from bench.corpora.facts import Stated, read_facts
from headwater.align.said import content_words
from headwater.judge import Judge, load_judge

TRAINS = "REALSumm"
COVERED = 2.0
"""Weight of the share of a fact's words that the text has, beside the logit of the pair model."""
THRESHOLD = 0.0
Numbers = npt.NDArray[np.float64]


def run(data: pathlib.Path, *, weights: pathlib.Path | None = None, as_json: bool = False) -> int:
    """Print balanced accuracy of the pair model with coverage, and of coverage alone at its best threshold."""
    facts = [f for f in read_facts(data) if data.name != TRAINS or f.document % 2]
    want = np.array([f.stated for f in facts], dtype=np.bool_)
    covered = np.array([coverage(f) for f in facts])
    scores = judged(facts, load_judge(weights)) + COVERED * (covered - 0.5)
    figures = {
        "facts": len(facts),
        "balanced_accuracy": round(balanced_accuracy(want, scores >= THRESHOLD), 4),
        "at_its_best_threshold": round(balanced_accuracy(want, scores >= best_threshold(want, scores)), 4),
        "coverage_at_its_best_threshold": round(balanced_accuracy(want, covered >= best_threshold(want, covered)), 4),
    }
    print(json.dumps(figures) if as_json else "\n".join(f"{k:32} {v}" for k, v in figures.items()))
    return 0


def coverage(fact: Stated) -> float:
    """Share of a fact's words of content that stand in the text."""
    words = content_words(fact.fact)
    return sum(w in set(content_words(fact.text)) for w in words) / len(words) if words else 0.0


def judged(facts: Sequence[Stated], judge: Judge) -> Numbers:
    """Logits that a fact follows from its text."""
    chances = np.clip([judge.judge(f.text, f.fact).entails for f in facts], 1e-4, 1 - 1e-4)
    return np.asarray(np.log(chances / (1 - chances)))
