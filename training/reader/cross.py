"""re3d in, the figures of names on documents that were not trained on out: three folds by document.

    python -m training.reader.cross [--build build/reader] [--epochs 3]

Each fold trains the names alone, on all sets of names without the fold's documents of re3d. About 15 minutes on 2 cores.
"""

import argparse
import pathlib
import pickle
import tempfile

import numpy as np
from tokenizers import Tokenizer

from bench import names
from bench.corpora.names import Document, read_names
from bench.sets import data_root
from headwater.models import load_reader
from training.reader.data import BUILD, TOKENIZER, Example, named, tokenizer
from training.reader.export import export
from training.reader.train import Course, train

FOLDS = 3


def main() -> None:
    """Train and score each fold, then all together."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=BUILD)
    parser.add_argument("--epochs", type=float, default=3)
    arguments = parser.parse_args()
    known = tokenizer()
    documents = read_names(data_root() / "names" / "re3d")
    everything = pickle.loads((arguments.build / "examples.pickle").read_bytes())  # noqa: S301 - written by data.py
    vectors = np.load(arguments.build / "vectors.npy")
    totals: dict[str, list[float]] = {}
    for fold in range(FOLDS):
        mine = documents[fold::FOLDS]
        groups = {"names": _without(everything["names"], mine, known), "tweets": everything["tweets"]}
        with tempfile.TemporaryDirectory() as folder:
            place = pathlib.Path(folder)
            train(groups, vectors, Course(epochs=arguments.epochs, heads=("name",)), save=place / "fold.pt")
            export(place / "fold.pt", place / "reader.onnx")
            (place / "tokenizer.json").write_bytes(TOKENIZER.read_bytes())
            figures, _ = names.measure(mine, load_reader(folder=place))
        print(fold, len(mine), figures, flush=True)
        for kind, values in figures.items():
            totals.setdefault(kind, []).append(values["f1"])
    print({kind: round(float(np.mean(v)), 4) for kind, v in totals.items()})


def _without(examples: list[Example], documents: tuple[Document, ...], known: Tokenizer) -> list[Example]:
    """The examples that are none of these documents."""
    out = {tuple(p.paragraph.ids for p in named(d, known)) for d in documents}
    return [e for e in examples if tuple(p.paragraph.ids for p in e) not in out]


if __name__ == "__main__":
    main()
