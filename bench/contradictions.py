"""ANLI's pairs with type tags in, how well contradictions of numbers and dates are told out: balanced accuracy.

Nie et al. 2020, tags by Williams et al. 2022. Contradiction against the rest. Typed values decide where both sides
have them; the pair model is asked where they leave it open. Beside it stands the column of another model in the file.
"""

import ast
import csv
import json
import pathlib

import numpy as np

from bench.alignment import balanced_accuracy
from headwater.align.values import compare_values
from headwater.judge import Judge, load_judge
from headwater.state.quantities import find_quantities
from headwater.text import straighten

TAGS = ("Numerical", "Dates")
OTHER = "preds-anli-roberta-largePredLabel"


def run(data: pathlib.Path, *, weights: pathlib.Path | None = None, as_json: bool = False) -> int:
    """Print the figures for each tag."""
    with data.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file))
    judge = load_judge(weights)
    figures = {}
    for tag in TAGS:
        mine = [r for r in rows if tag in ast.literal_eval(r["tags"])]
        want = np.array([r["gold_label"] == "c" for r in mine], dtype=np.bool_)
        verdicts = [_values(r["context"], r["statement"]) for r in mine]
        got = np.array([_contradicts(v, r["context"], r["statement"], judge) for v, r in zip(verdicts, mine, strict=True)], dtype=np.bool_)
        other = np.array([r[OTHER] == "c" for r in mine], dtype=np.bool_)
        decided = np.array([v != "open" for v in verdicts], dtype=np.bool_)
        figures[tag] = {
            "pairs": len(mine),
            "balanced_accuracy": round(balanced_accuracy(want, got), 4),
            "roberta_large": round(balanced_accuracy(want, other), 4),
            "decided_by_values": int(decided.sum()),
            "there": round(balanced_accuracy(want[decided], got[decided]), 4),
            "roberta_large_there": round(balanced_accuracy(want[decided], other[decided]), 4),
        }
    print(json.dumps(figures) if as_json else "\n".join(f"{tag}: {f}" for tag, f in figures.items()))
    return 0


def _values(context: str, statement: str) -> str:
    a, b = (find_quantities(straighten(t), 0, len(t)) for t in (context, statement))
    return compare_values(a, b)


def _contradicts(verdict: str, context: str, statement: str, judge: Judge) -> bool:
    return verdict == "differ" or (verdict == "open" and judge.judge(context, statement).contradicts >= 0.5)
