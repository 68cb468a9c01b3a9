"""Sentences with judged events in, how well the reader's factuality agrees out.

At least 1 is asserted, at most -1 is denied, between them is uncertain. ``not_fact_recall`` is the share of events
that are not asserted and that the reader does not call so.
"""

import json
import pathlib
import sys

import numpy as np

from bench.corpora.factuality import Judged, read_factuality
from headwater.labels import columns
from headwater.models import Reader, load_reader

CLASSES = ("asserted", "uncertain", "denied")


def run(data: pathlib.Path, *, weights: pathlib.Path | None = None, as_json: bool = False, show: int = 0) -> int:
    """Print the figures on one file; ``show`` prints the events that are furthest off."""
    try:
        sentences = read_factuality(data)
    except (OSError, ValueError, KeyError) as error:
        print(f"{data}: {error}; give a file of JSON lines with text and targets", file=sys.stderr)
        return 2
    figures, mistakes = measure(sentences, load_reader(folder=weights))
    print(json.dumps(figures) if as_json else "\n".join(f"{k:18}{v}" for k, v in figures.items()))
    print("\n".join(mistakes[:show]), end="\n" if show else "")
    return 0


def measure(sentences: tuple[Judged, ...], reader: Reader) -> tuple[dict[str, object], list[str]]:
    """Pearson's r, F1 of each class, the recall of what is no fact; and the worst events first. Each sentence is read alone."""
    column = columns("factuality").start
    gold, got, words = [], [], []
    for sentence in sentences:
        starts = np.cumsum([0] + [len(w) + 1 for w in sentence.words])
        marks = reader.read([" ".join(sentence.words)])[0]
        for event in sentence.events if len(marks.words) else ():
            at = int(np.searchsorted(marks.words[:, 1], starts[event.word], side="right"))
            gold.append(event.value)
            got.append(float(marks.scores[min(at, len(marks.scores) - 1), column]))
            words.append(f"[{sentence.words[event.word]}] {' '.join(sentence.words)[:200]}")
    wanted, found = [_class(v) for v in gold], [_class(v) for v in got]
    pairs = list(zip(wanted, found, strict=True))
    rest = [f for w, f in pairs if w != "asserted"]
    order = sorted(range(len(gold)), key=lambda i: -abs(gold[i] - got[i]))
    figures: dict[str, object] = {
        "pearson_r": round(float(np.corrcoef(gold, got)[0, 1]), 4) if len(set(gold)) > 1 and len(set(got)) > 1 else 0.0,
        "class_f1": {c: round(_f1(pairs, c), 4) for c in CLASSES},
        "not_fact_recall": round(sum(f != "asserted" for f in rest) / len(rest), 4) if rest else 0.0,
        "events": len(gold),
    }
    return figures, [f"{gold[i]:+.1f} read {got[i]:+.1f} {words[i]}" for i in order]


def _class(value: float) -> str:
    return "asserted" if value >= 1 else "denied" if value <= -1 else "uncertain"


def _f1(pairs: list[tuple[str, str]], kind: str) -> float:
    both = sum(w == f == kind for w, f in pairs)
    total = sum(w == kind for w, _ in pairs) + sum(f == kind for _, f in pairs)
    return 2 * both / total if total else 0.0
