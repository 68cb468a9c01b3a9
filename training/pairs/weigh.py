"""The pair model and the topics of ECB+ that it was not trained on in, src/headwater/data/claim_score.json out.

    python -m training.pairs.weigh [--weights src/headwater/weights]

Logistic regression, ridge, over pairs of sentences from two articles of a story: the same events or none in common.
Likeness below a quarter is left out, as in the product.
"""

import argparse
import itertools
import json
import pathlib

import msgspec
import numpy as np
import numpy.typing as npt

from bench.corpora.ecb import Eventful, read_ecb
from bench.sets import ROOT, find_set
from bench.texts import read_texts
from headwater.align.ask import ClaimScore, evidence
from headwater.align.pairs import score_pairs
from headwater.judge import load_judge
from headwater.models import load_reader
from training.logistic import Table, newton
from training.pairs.data import HELD_TOPICS
from training.reader.export import WEIGHTS

TARGET = ROOT / "src" / "headwater" / "data" / "claim_score.json"
RIDGE = 1.0
SENSES = (1, 1, 1, -1, 1)
"""Which way each part of the evidence speaks; a weight against its sense is left out."""
MOST = 1500
"""Pairs of a topic, the likest first: the product asks about no others."""


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=pathlib.Path, default=WEIGHTS)
    rows, same = read_rows(parser.parse_args().weights)
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    used = [True] * len(SENSES)
    while True:
        table = np.column_stack([np.ones(len(rows)), ((rows - mean) / spread)[:, used]])
        weights = np.zeros(len(SENSES) + 1)
        weights[[True, *used]] = newton(table, same, ridge=RIDGE)
        wrong = [u and w * sense < 0 for u, w, sense in zip(used, weights[1:], SENSES, strict=True)]
        if not any(wrong):
            break
        used = [u and not w for u, w in zip(used, wrong, strict=True)]
    slopes = weights[1:] / spread
    found = ClaimScore(round(float(weights[0] - slopes @ mean), 3), *(round(float(s), 3) for s in slopes))
    TARGET.write_text(json.dumps(msgspec.to_builtins(found), indent=1) + "\n", encoding="utf8")
    print(len(rows), "pairs,", int(same.sum()), "the same:", msgspec.to_builtins(found))


def read_rows(weights: pathlib.Path) -> tuple[Table, npt.NDArray[np.bool_]]:
    """What is known of each pair, and whether both tell of the same events."""
    topics: dict[str, list[Eventful]] = {}
    for sentence in read_ecb(find_set("ecb")):
        if int(sentence.topic.removesuffix("plus")) >= HELD_TOPICS:
            topics.setdefault(sentence.topic.removesuffix("plus"), []).append(sentence)
    reader, judge = load_reader(), load_judge(weights)
    rows, labels = [], []
    for sentences in topics.values():
        texts = read_texts([s.text for s in sentences], [(s.article, s.place) for s in sentences], reader)
        topic = score_pairs(texts).topic
        near = [
            (k, p)
            for p in itertools.combinations(range(len(texts)), 2)
            if (k := topic.get(p)) and sentences[p[0]].article != sentences[p[1]].article
        ]
        for likeness, (a, b) in sorted(near, reverse=True)[:MOST]:
            shared = len(sentences[a].events & sentences[b].events)
            if shared and 2 * shared < min(len(sentences[a].events), len(sentences[b].events)):
                continue
            rows.append(evidence(judge.judge(texts[a].text, texts[b].text), judge.judge(texts[b].text, texts[a].text), likeness))
            labels.append(shared > 0)
    return np.array(rows), np.array(labels, dtype=np.bool_)


if __name__ == "__main__":
    main()
