"""PolNeAR's examples in, a reader of roles alone out: where ``train`` starts from, and whose answers it keeps.

    python -m training.reader.roles [--build build/reader] [--epochs 5] [--out roles.pt]

Paragraphs stand alone, sixteen a batch, with dropout: small steps over one task mark roles better than large ones over
many. Seeds are fixed. About 35 minutes on 2 cores.
"""

import argparse
import pathlib
import pickle
import random
import time

import numpy as np
import torch

from headwater.pieces import windows
from training.reader.data import BUILD, Example
from training.reader.model import Reader
from training.reader.train import SEED, Sample, mark_losses, padded
from training.trainer import Trainer

BATCH = 16
TRUNK_RATE, HEAD_RATE = 1e-4, 5e-4
DROPOUT = 0.1
LIMIT = 256
"""Word pieces of a window; a longer paragraph is cut."""


def paragraphs(examples: list[Example]) -> list[Sample]:
    """Every paragraph as a window of its own."""
    return [Sample([p], w) for e in examples for p in e for w in windows([p.paragraph], limit=LIMIT, context=0)]


def train(examples: list[Example], *, epochs: float, save: pathlib.Path) -> None:
    """Train the roles; the rate rises for 200 steps and falls to nothing at the last. Saves after each epoch."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311
    found = paragraphs(examples)
    total = int(len(found) * epochs / BATCH)
    trainer = Trainer(Reader(dropout=DROPOUT), total, trunk=TRUNK_RATE, heads=HEAD_RATE)
    step, begun, seen = 0, time.monotonic(), []
    while step < total:
        for batch in _batches(found, rng)[: total - step]:
            step += 1
            ids, shapes, mask = padded(batch)
            with torch.autocast("cpu", torch.bfloat16):
                marks, _ = trainer.model(ids, shapes, mask)
            loss = mark_losses(marks.float(), batch)["role"]
            trainer.step(loss)
            seen.append(loss.item())
            if step % 200 == 0:
                print(f"{step}/{total} {time.monotonic() - begun:.0f} s role {np.mean(seen):.4f}", flush=True)
                seen = []
        torch.save(trainer.model.state_dict(), save)


def _batches(found: list[Sample], rng: random.Random) -> list[list[Sample]]:
    """Paragraphs of like length together, in an order by chance."""
    order = sorted(found, key=lambda s: len(s.ids) * rng.uniform(0.8, 1.25))
    runs = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(runs)
    return runs


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=BUILD)
    parser.add_argument("--epochs", type=float, default=5)
    parser.add_argument("--out", default="roles.pt")
    arguments = parser.parse_args()
    examples = pickle.loads((arguments.build / "examples.pickle").read_bytes())  # noqa: S301 - written by data.py
    train(examples["polnear"], epochs=arguments.epochs, save=arguments.build / arguments.out)


if __name__ == "__main__":
    main()
