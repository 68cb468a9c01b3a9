"""Labelled pairs in, a checkpoint of the pair model out.

    python -m training.pairs.train [--build build/pairs] [--steps 2600]

MiniLM-L6 over both texts with one number for each of entails, contradicts and same. Seeds are fixed.
"""

import argparse
import pathlib
import pickle
import random
import time

import torch
from transformers import AutoModel

from training.pairs.data import BUILD, SEED, Pair
from training.reader.data import tokenizer
from training.trainer import Trainer
from training.trunk import CHECKPOINT

LABELS = ("entails", "contradicts", "same")
BATCH = 2048
"""Word pieces of a batch, padding included."""
MOST = (96, 48)
"""Word pieces of the first and the second text at most."""
SHARES = {"snli": 0.6, "mnli": 1.0, "mpe": 0.15, "scitail": 1.0, "realsumm": 0.9, "ecb": 0.7}
RATE, HEAD_RATE = 2e-4, 1e-3


class PairModel(torch.nn.Module):  # type: ignore[misc]  # torch is not installed where types are checked
    """The trunk over both texts; three logits from the mean of all states beside the first one."""

    def __init__(self, *, attention: str = "sdpa") -> None:
        """Load the trunk."""
        super().__init__()
        self.trunk = AutoModel.from_pretrained(
            CHECKPOINT,
            attn_implementation=attention,
            local_files_only=True,
            add_pooling_layer=False,
            hidden_dropout_prob=0.0,
            attention_probs_dropout_prob=0.0,
        )
        self.between = torch.nn.Sequential(torch.nn.Linear(768, 384), torch.nn.GELU())
        self.heads = torch.nn.Linear(384, len(LABELS))

    def forward(self, ids: torch.Tensor, types: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(batch, 3): entails, contradicts, same, as logits."""
        hidden = self.trunk(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        weights = mask.unsqueeze(-1).to(hidden.dtype)
        mean = (hidden * weights).sum(1) / weights.sum(1)
        return self.heads(self.between(torch.cat([hidden[:, 0], mean], dim=1)))


Row = tuple[list[int], list[int], tuple[int, ...]]


def rows(pairs: list[Pair], rng: random.Random) -> list[Row]:
    """Word pieces, types and labels of one epoch; "same" is asked in either order."""
    known = tokenizer()
    chosen = [p for p in pairs if not p.held and rng.random() < SHARES[p.group]]
    texts = [e.ids for e in known.encode_batch([t for p in chosen for t in (p.first, p.second)], add_special_tokens=False)]
    found: list[Row] = []
    for i, p in enumerate(chosen):
        a, b = texts[2 * i], texts[2 * i + 1]
        if p.same >= 0 and rng.random() < 0.5:
            a, b = b, a
        a, b = a[: MOST[0]], b[: MOST[1]]
        ids = [101, *a, 102, *b, 102]
        found.append((ids, [0] * (len(a) + 2) + [1] * (len(b) + 1), (p.entails, p.contradicts, p.same)))
    return found


def batches(found: list[Row], rng: random.Random) -> list[list[Row]]:
    """Rows of like length together, in an order by chance."""
    rng.shuffle(found)
    found.sort(key=lambda r: len(r[0]) // 8)
    runs: list[list[Row]] = []
    for row in found:
        if runs and (len(runs[-1]) + 1) * max(len(row[0]), len(runs[-1][0][0])) <= BATCH:
            runs[-1].append(row)
        else:
            runs.append([row])
    rng.shuffle(runs)
    return runs


def padded(batch: list[Row]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, types and mask of a batch."""
    width = max(len(r[0]) for r in batch)
    ids, types, mask = (torch.zeros((len(batch), width), dtype=torch.int64) for _ in range(3))
    for i, (pieces, kinds, _) in enumerate(batch):
        ids[i, : len(pieces)], types[i, : len(pieces)], mask[i, : len(pieces)] = torch.tensor(pieces), torch.tensor(kinds), 1
    return ids, types, mask


def train(pairs: list[Pair], *, steps: int, save: pathlib.Path) -> None:
    """Train for some steps and save."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)  # noqa: S311
    model = PairModel()
    model.trunk.embeddings.word_embeddings.weight.requires_grad_(requires_grad=False)
    trainer = Trainer(model, steps, trunk=RATE, heads=HEAD_RATE, warm=150)
    step, begun, losses = 0, time.monotonic(), []
    while step < steps:
        for batch in batches(rows(pairs, rng), rng)[: steps - step]:
            wanted = torch.tensor([r[2] for r in batch]).float()
            with torch.autocast("cpu", torch.bfloat16):
                logits = model(*padded(batch))
            known = wanted >= 0
            loss = torch.nn.functional.binary_cross_entropy_with_logits(logits.float()[known], wanted[known])
            trainer.step(loss)
            losses.append(loss.item())
            step += 1
            if step % 100 == 0:
                print(f"{step}/{steps} {time.monotonic() - begun:.0f} s {sum(losses[-100:]) / 100:.4f}", flush=True)
        torch.save(model.state_dict(), save)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=BUILD)
    parser.add_argument("--steps", type=int, default=2600)
    arguments = parser.parse_args()
    pairs = pickle.loads((arguments.build / "pairs.pickle").read_bytes())  # noqa: S301 - written by data.py
    train(pairs, steps=arguments.steps, save=arguments.build / "pairs.pt")


if __name__ == "__main__":
    main()
