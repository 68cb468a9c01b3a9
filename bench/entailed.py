"""Propositions of PropSegmEnt in, how well the product tells which of them another document entails out: balanced accuracy.

Chen et al. 2023, the Wikipedia half, which has text. Entailed by most of the answers, against the rest. The likeliest
sentence of the document decides, by the pair model's word on what follows and the share of the proposition's words that
stand in it; no threshold is fitted here.
"""

import json
import pathlib
from collections.abc import Sequence

import msgspec
import numpy as np

from bench.alignment import balanced_accuracy, best_threshold
from bench.corpora.facts import Stated
from bench.facts import COVERED, THRESHOLD, coverage, judged
from headwater.judge import load_judge

_YES = "RELATIONSHIP_ENTAILS"
_CLOSEST = 3  # sentences of a document that are read with a proposition: those with most of its words


class Asked(msgspec.Struct, frozen=True):
    """A proposition, the sentences of a document, and whether it follows from them."""

    text: str
    sentences: tuple[str, ...]
    entailed: bool


def measure(folder: pathlib.Path) -> dict[str, float]:
    """The figures: of the pair model with coverage, and of coverage alone at its best threshold."""
    asked = read_asked(folder)
    judge = load_judge()
    want = np.array([a.entailed for a in asked], dtype=np.bool_)
    scores, covered = [], []
    for a in asked:
        near = _closest(a)
        shares = np.array([coverage(s) for s in near])
        scores.append(float(np.max(judged(near, judge) + COVERED * (shares - 0.5))))
        covered.append(coverage(Stated(text=" ".join(a.sentences), fact=a.text, stated=a.entailed, document=0)))
    numbers, shares = np.array(scores), np.array(covered)
    return {
        "pairs": len(asked),
        "balanced_accuracy": round(balanced_accuracy(want, numbers >= THRESHOLD), 4),
        "at_its_best_threshold": round(balanced_accuracy(want, numbers >= best_threshold(want, numbers)), 4),
        "coverage_at_its_best_threshold": round(balanced_accuracy(want, shares >= best_threshold(want, shares)), 4),
    }


def _closest(asked: Asked) -> list[Stated]:
    pairs = [Stated(text=s, fact=asked.text, stated=asked.entailed, document=0) for s in asked.sentences]
    return sorted(pairs, key=coverage, reverse=True)[:_CLOSEST]


def read_asked(folder: pathlib.Path) -> list[Asked]:
    """The pairs whose documents have text, in the order of the file."""
    clusters = json.loads((folder / "document_clusters.dev.json").read_text(encoding="utf8"))
    documents = {d["document_id"]: d["sentences"] for c in clusters for d in c["documents"]}
    found = []
    for row in json.loads((folder / "relationships.dev.json").read_text(encoding="utf8")):
        of, premise = row["hypothesis_proposition"], documents.get(row["premise_document_id"])
        source = documents.get(of["document_id"])
        if not premise or not source or not source[of["sentence_index"]].get("sentence_text"):
            continue
        answers = [r["relationship"] == _YES for r in row["relationship_responses"]]
        text = _words(source[of["sentence_index"]], of["proposition"]["token_indices"])
        if text and answers:
            sentences = tuple(s["sentence_text"] for s in premise if s.get("sentence_text"))
            found.append(Asked(text, sentences, 2 * sum(answers) > len(answers)))
    return [a for a in found if a.sentences]


def _words(sentence: dict[str, list[dict[str, str]]], tokens: Sequence[int]) -> str:
    return " ".join(sentence["tokens"][i]["text"] for i in tokens)
