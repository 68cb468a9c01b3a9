"""The data folder in, labelled pairs of texts out.

    python -m training.pairs.data [--out build/pairs]

Entailment: SNLI, MNLI, MPE and SciTail; facts that a summary states: REALSumm, documents with an even place; the same
event in sentences of two articles: ECB+. Labels are entails, contradicts and same, each 1, 0 or -1 (says nothing).
"""

import argparse
import csv
import itertools
import pathlib
import pickle
import random
import re
from collections.abc import Iterator

import msgspec

from bench.corpora.ecb import Eventful, read_ecb
from bench.corpora.facts import read_facts
from bench.sets import ROOT, data_root

BUILD = ROOT / "build" / "pairs"
SEED = 20
HELD_TOPICS = 31
"""Topics of ECB+ from this one on, and"""
HELD_DOCUMENTS = 4
"""documents of REALSumm whose place ends in this digit, are not trained on."""
_PER_ARTICLES = 6  # pairs of sentences that two articles give at most, of each label


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """Two texts and what is known of them."""

    group: str
    first: str
    second: str
    held: bool = False
    """Is it left out of training, to fit how the model's answer is weighed beside the rest?"""
    entails: int = -1
    contradicts: int = -1
    same: int = -1


def entailments(path: pathlib.Path, group: str) -> Iterator[Pair]:
    """The pairs of a CSV file with premise, hypothesis and label; pairs without a label of ours are left out."""
    with path.open(encoding="utf8", newline="") as file:
        for row in csv.DictReader(file):
            label = row["label"]
            if label not in ("entailment", "neutral", "contradiction", "not_entailment"):
                continue
            premise = re.sub(r"\s*\d+jpg\d", ". ", row["premise"]).strip(". ")
            yield Pair(
                group=group,
                first=premise,
                second=row["hypothesis"],
                entails=int(label == "entailment"),
                contradicts=-1 if label == "not_entailment" else int(label == "contradiction"),
            )


def events(folder: pathlib.Path, rng: random.Random) -> Iterator[Pair]:
    """Pairs of sentences from two articles of a topic: the same where half of the fewer events are shared, not where none is.

    A topic has two stories of one kind (two earthquakes, two mergers): pairs across them are like each other and never
    the same. Half of those that are not the same are the ones most alike by their words.
    """
    topics: dict[str, dict[str, list[Eventful]]] = {}
    for sentence in read_ecb(folder):
        topics.setdefault(sentence.topic.removesuffix("plus"), {}).setdefault(sentence.article, []).append(sentence)
    for topic, articles in sorted(topics.items()):
        held = int(topic) >= HELD_TOPICS
        for a, b in itertools.combinations(sorted(articles), 2):
            same, apart = [], []
            for s, t in itertools.product(articles[a], articles[b]):
                shared = len(s.events & t.events)
                if 2 * shared >= min(len(s.events), len(t.events)):
                    same.append(Pair(group="ecb", first=s.text, second=t.text, same=1, held=held))
                elif not shared:
                    apart.append(Pair(group="ecb", first=s.text, second=t.text, same=0, held=held))
            most = _PER_ARTICLES if a.endswith("plus") == b.endswith("plus") else 1
            yield from rng.sample(same, min(len(same), most))
            apart.sort(key=_likeness, reverse=True)
            near, far = apart[: most // 2 + 1], apart[most // 2 + 1 :]
            yield from near
            yield from rng.sample(far, min(len(far), most // 2))


def _likeness(pair: Pair) -> float:
    """Share of the shorter text's words that the other has too."""
    first, second = (frozenset(t.lower().split()) for t in (pair.first, pair.second))
    return len(first & second) / (min(len(first), len(second)) or 1)


def main() -> None:
    """Write the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=pathlib.Path, default=BUILD)
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    root = data_root()
    pairs = [
        p
        for name, group in (("snli.dev", "snli"), ("mnli.dev", "mnli"), ("mpe.train", "mpe"), ("scitail.dev", "scitail"))
        for p in entailments(root / "nli" / f"{name}.csv", group)
    ]
    facts = (s for s in read_facts(root / "stated_facts" / "REALSumm") if s.document % 2 == 0)
    pairs += [
        Pair(group="realsumm", first=s.text, second=s.fact, entails=int(s.stated), held=s.document % 10 == HELD_DOCUMENTS) for s in facts
    ]
    pairs += events(root / "ecb", random.Random(SEED))  # noqa: S311
    (out / "pairs.pickle").write_bytes(pickle.dumps(pairs))
    for group in sorted({p.group for p in pairs}):
        mine = [p for p in pairs if p.group == group]
        known = {k: sum(getattr(p, k) == 1 for p in mine) for k in ("entails", "contradicts", "same")}
        print(f"{group}: {len(mine)} pairs, {known}")


if __name__ == "__main__":
    from training.pairs import data  # noqa: PLW0406 - its classes are then pickled as this module's

    data.main()
