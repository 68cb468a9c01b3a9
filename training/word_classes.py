"""GUM's sentences in, the weights of the word classes out: src/headwater/data/word_classes.npy.

    python -m training.word_classes [--check]

One softmax layer in plain numpy (Adam, six rounds) over the reader's states, trained on GUM's news, interviews, court
records and academic texts (CC BY); biographies and travel guides are kept to measure with. ``--check`` prints the share
of their words that get the right class and writes nothing. Takes one minute, and has to be run again for a new reader.
"""

import argparse
import pathlib

import numpy as np
import numpy.typing as npt

from bench.sets import ROOT, find_set
from headwater.annotate.wordclasses import CLASSES, features
from headwater.models import load_reader

TARGET = ROOT / "src" / "headwater" / "data" / "word_classes.npy"
TRAINED = ("news", "interview", "court", "academic")
KEPT = ("bio", "voyage")
ROUNDS, BATCH, RATE, RIDGE = 6, 256, 2e-3, 1e-5
Matrix = npt.NDArray[np.float32]


def main() -> None:
    """Train, and write the weights or print how good they are."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="print the share of right classes on what is kept; write nothing")
    options = parser.parse_args()
    folder = find_set("gum")
    weights = train(*read(folder, TRAINED))
    if options.check:
        rows, wanted = read(folder, KEPT)
        print(f"{np.mean((rows @ weights[:-1] + weights[-1]).argmax(axis=1) == wanted):.4f} of {len(wanted)} words")
        return
    np.save(TARGET, weights.astype(np.float16))


def read(folder: pathlib.Path, genres: tuple[str, ...]) -> tuple[Matrix, npt.NDArray[np.int64]]:
    """A row of features a word, and the number of its class, paragraph by paragraph."""
    reader = load_reader()
    rows: list[Matrix] = []
    wanted: list[int] = []
    for path in sorted(p for genre in genres for p in folder.glob(f"GUM_{genre}_*.conllu")):
        for text, spans in paragraphs(path):
            marks = reader.read([text])[0]
            rows.append(beside(features([text[s:e] for s, e in marks.words], np.diff(marks.sums, axis=0))))
            wanted += [CLASSES.index(max(spans, key=lambda t: (min(e, t[1]) - max(s, t[0]), -t[0]))[2]) for s, e in marks.words]
    return np.concatenate(rows), np.array(wanted)


def beside(rows: Matrix) -> Matrix:
    """Each row between those of the word before and after."""
    edge = np.zeros((1, rows.shape[1]), dtype=np.float32)
    return np.hstack([np.vstack([edge, rows[:-1]]), rows, np.vstack([rows[1:], edge])])


def paragraphs(path: pathlib.Path) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """The paragraphs of a file: the text, and (start, end, class) of each token that stands in it."""
    found: list[tuple[str, list[tuple[int, int, str]]]] = []
    for block in path.read_text(encoding="utf8").split("\n\n"):
        lines = block.splitlines()
        sentence = next((x.removeprefix("# text = ") for x in lines if x.startswith("# text = ")), None)
        if sentence is None:
            continue
        if not found or any(x.startswith("# newpar") for x in lines):
            found.append(("", []))
        text, spans = found[-1]
        at = len(text) + 1 if text else 0
        text = f"{text} {sentence}" if text else sentence
        for row in (x.split("\t") for x in lines if x[:1].isdigit()):
            if row[0].isdigit() and (start := text.find(row[1], at)) >= 0:
                at = start + len(row[1])
                spans.append((start, at, row[3] if row[3] in CLASSES else "X"))
        found[-1] = (text, spans)
    return [f for f in found if f[1]]


def train(rows: Matrix, wanted: npt.NDArray[np.int64]) -> Matrix:
    """The weights, with the row that is added to all behind the others."""
    rows = np.hstack([rows, np.ones((len(rows), 1), dtype=np.float32)])
    weights = np.zeros((rows.shape[1], len(CLASSES)), dtype=np.float32)
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    chance = np.random.default_rng(1)
    for step, (turn, batch) in enumerate(((r, b) for r in range(ROUNDS) for b in _batches(chance, len(rows))), start=1):
        scores = rows[batch] @ weights
        share = np.exp(scores - scores.max(axis=1, keepdims=True))
        share /= share.sum(axis=1, keepdims=True)
        share[np.arange(len(batch)), wanted[batch]] -= 1
        slope = rows[batch].T @ share / len(batch) + RIDGE * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.99 * spread + 0.01 * slope**2
        rate = RATE * (1 - turn / ROUNDS)
        weights -= (rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.99**step)) + 1e-8)).astype(np.float32)
    return weights


def _batches(chance: np.random.Generator, count: int) -> list[npt.NDArray[np.int64]]:
    order = chance.permutation(count)
    return [order[i : i + BATCH] for i in range(0, count, BATCH)]


if __name__ == "__main__":
    main()
