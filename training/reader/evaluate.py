"""Two exports of the reader in, a table of their figures out: float32 and int8, by set, and the speed beside the bare trunk's.

python -m training.reader.evaluate [--exact build/reader/float32] [--small src/headwater/weights] [--split dev]
"""

import argparse
import pathlib
import tempfile
import time
from collections.abc import Iterator, Sequence

import numpy as np

from bench import attribution, factuality, names
from bench.corpora.factuality import read_factuality
from bench.corpora.names import read_names
from bench.corpora.polnear import read_polnear
from bench.sets import data_root
from headwater.models import Reader, ShippedReader, Vectors, load_reader
from headwater.pieces import Window
from headwater.settings import AnnotateSettings
from training.reader.data import BUILD, TOKENIZER
from training.reader.export import WEIGHTS
from training.trunk import write_bare


def figures(reader: Reader, split: str) -> Iterator[tuple[str, float]]:
    """The figures of one reader on every set, by name."""
    root = data_root()
    found, _ = attribution.measure(read_polnear(root / "polnear", split), reader)
    for role, values in found.items():
        yield from ((f"polnear {role} {k}", values[k]) for k in ("exact_f1", "overlap_f1"))
    for title, paths in (
        ("UNER EWT dev", [root / "names" / "uner_ewt_dev.iob2"]),
        ("GUM bio", sorted((root / "names" / "gum").glob("GUM_bio_*.conllu"))),
        ("BTC dev", [root / "names" / "btc" / "btc.dev"]),
    ):
        scores, _ = names.measure([d for p in paths if p.exists() for d in read_names(p)], reader)
        yield from ((f"{title} {kind}", scores[kind]["f1"]) for kind in ("all", *names.MAIN) if kind in scores)
    for title in ("UDS_IH2", "UW", "MEANTIME"):
        facts, _ = factuality.measure(read_factuality(root / "factuality" / f"{title}.dev.jsonl"), reader)
        yield f"{title} dev r", float(str(facts["pearson_r"]))
        yield from ((f"{title} dev {c} f1", v) for c, v in facts["class_f1"].items())  # type: ignore[attr-defined]
        yield f"{title} dev not fact", float(str(facts["not_fact_recall"]))


def speed(reader: Reader, texts: Sequence[list[str]]) -> float:
    """Word pieces a second, context left out, of one reader on one thread."""
    start = time.perf_counter()
    count = sum(reader.count_pieces(t) for t in texts)
    begun = time.perf_counter()
    for text in texts:
        reader.read(text)
    return count / (time.perf_counter() - begun - (begun - start))


class Bare(ShippedReader):
    """The trunk alone over the same windows: it marks nothing."""

    def _run(self, window: Window, scores: list[Vectors], states: list[Vectors]) -> None:  # noqa: ARG002
        ids = np.array([window.ids], dtype=np.int64)
        self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--exact", type=pathlib.Path, default=BUILD / "float32")
    parser.add_argument("--small", type=pathlib.Path, default=WEIGHTS)
    parser.add_argument("--split", default="dev")
    arguments = parser.parse_args()
    exact, small = load_reader(folder=arguments.exact), load_reader(folder=arguments.small)
    print(f"{'figure':34}{'float32':>10}{'int8':>10}{'lost':>10}")
    for (name, one), (_, other) in zip(figures(exact, arguments.split), figures(small, arguments.split), strict=True):
        print(f"{name:34}{one:10.4f}{other:10.4f}{one - other:10.4f}")
    texts = [
        [a.text[s.start : s.end] for s in attribution.lines(a.text)] for a in read_polnear(data_root() / "polnear", arguments.split)[:20]
    ]
    print_speed(small, texts)


def print_speed(reader: Reader, texts: Sequence[list[str]]) -> None:
    """Both in turn, three times; the middle one counts."""
    with tempfile.TemporaryDirectory() as folder:
        write_bare(pathlib.Path(folder) / "bare.onnx")
        bare = Bare((pathlib.Path(folder) / "bare.onnx").read_bytes(), TOKENIZER.read_bytes(), settings=AnnotateSettings())
    ours, theirs = [], []
    for _ in range(3):
        ours.append(speed(reader, texts))
        theirs.append(speed(bare, texts))
    mine, its = float(np.median(ours)), float(np.median(theirs))
    print(f"word pieces a second: reader {mine:.0f}, bare trunk {its:.0f}, share {mine / its:.3f}")


if __name__ == "__main__":
    main()
