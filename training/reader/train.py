"""Examples and a reader of roles alone in, a checkpoint of the reader out.

    python -m training.reader.train --out first.pt
    python -m training.reader.train --start first.pt --rate 1e-4 --epochs 1

Starts where the reader of roles ended and learns the rest; its answers about roles are learned beside the labels
(Furlanello et al. 2018, born-again networks), so that what small batches over one task gave is not lost. Seeds
are fixed; on one machine with one number of threads the result is the same. Prints the losses of each head.
"""

import argparse
import pathlib
import pickle
import random
import time
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt
import torch

from headwater.labels import columns
from headwater.pieces import Window, windows
from training.reader.data import BUILD, Example, Labelled
from training.reader.model import Reader
from training.trainer import Trainer

SEED = 20
BATCH = 1024
"""Word pieces of a batch, padding included."""
TRUNK_RATE, HEAD_RATE = 1.5e-4, 1e-3
HIDDEN_SHARE = 0.06
"""Share of word pieces that are masked: the only noise. Dropout (.1) with a running average of the weights gave the same
figures on PolNeAR (.781 / .714 / .635) and worse vectors and names."""
MASK = 103
LIMITS = (64, 128, 192, 256)
"""Windows of an epoch are cut at one of these sizes, so that the reader knows short and long ones."""
SHARES = {"tweets": 0.15, "ecb": 0.25, "names": 0.8, "uds": 0.7}
"""Share of some sets that an epoch shows; the rest are shown whole."""
WEIGHTS = {
    "role": 1.0,
    "answer": 1.0,
    "name": 1.0,
    "act": 0.15,
    "certainty": 0.1,
    "polarity": 0.1,
    "kind": 0.15,
    "event": 0.3,
    "factuality": 0.25,
    "vector": 3.0,
}


class Sample:
    """One window with its labels by piece."""

    def __init__(self, example: Example, window: Window) -> None:
        """Bring the labels of the paragraphs to the pieces of the window."""
        self.ids, self.shapes = window.ids, window.shapes
        place = {origin: i for i, origin in enumerate(window.origins) if origin[0] >= 0}
        self.role: list[tuple[int, int]] = []
        self.answers: list[tuple[int, npt.NDArray[np.float16]]] = []
        self.name: list[tuple[int, int]] = []
        self.event: list[tuple[int, int]] = []
        self.facts: list[tuple[int, float]] = []
        self.cues: list[tuple[int, int, int, int, int]] = []
        self.spans: list[tuple[int, int, int]] = []
        for number in sorted({o[0] for o in window.origins if o[0] >= 0}):
            self._add(number, example[number], place)

    def _add(self, number: int, p: Labelled, place: dict[tuple[int, int], int]) -> None:
        at = [place.get((number, w[0]), -1) for w in p.paragraph.words]
        for values, out in ((p.roles, self.role), (p.names, self.name), (p.events, self.event)):
            if values is not None:
                out += [(i, v) for i, v in zip(at, values, strict=True) if i >= 0]
        if p.answers is not None:
            self.answers += [(i, row) for i, row in zip(at, p.answers, strict=True) if i >= 0]
        self.facts += [(at[w], v) for w, v in p.facts if at[w] >= 0]
        self.cues += [(at[w], *rest) for w, *rest in p.cues if at[w] >= 0]  # type: ignore[misc]
        for first, last, row in p.spans:
            end = p.paragraph.words[last][0] if last < len(p.paragraph.words) else len(p.paragraph.ids)
            begin, stop = place.get((number, p.paragraph.words[first][0])), place.get((number, end - 1))
            if begin is not None and stop is not None:
                self.spans.append((begin, stop + 1, row))


def samples(examples: dict[str, list[Example]], rng: random.Random) -> list[Sample]:
    """The windows of one epoch: articles cut at a size by chance, sentences packed by chance."""
    found = []
    for group, articles in examples.items():
        if group in SHARES:
            articles = rng.sample(articles, int(SHARES[group] * len(articles)))  # noqa: PLW2901
        if group == "uds":
            articles = list(_packed(articles, rng))  # noqa: PLW2901
        for example in articles:
            limit = rng.choice(LIMITS)
            cut = windows([p.paragraph for p in example], limit=limit, context=rng.choice((0, 0, limit // 4)))
            found += [Sample(example, w) for w in cut]
    return found


def _packed(articles: Sequence[Example], rng: random.Random) -> Iterator[Example]:
    shuffled = list(articles)
    rng.shuffle(shuffled)
    while shuffled:
        size = rng.choice((1, 1, 2, 4))
        yield [p for e in shuffled[:size] for p in e]
        del shuffled[:size]


def batches(found: list[Sample], rng: random.Random) -> list[list[Sample]]:
    """Windows of like length together, in an order by chance."""
    rng.shuffle(found)
    found.sort(key=lambda s: (len(s.ids) + rng.randrange(16)) // 16)
    runs: list[list[Sample]] = []
    for sample in found:
        if runs and (len(runs[-1]) + 1) * max(len(sample.ids), len(runs[-1][-1].ids)) <= BATCH:
            runs[-1].append(sample)
        else:
            runs.append([sample])
    rng.shuffle(runs)
    return runs


def losses(model: Reader, batch: list[Sample], teacher: torch.Tensor, generator: torch.Generator) -> dict[str, torch.Tensor]:
    """The mean loss of each head that has labels in the batch."""
    ids, shapes, mask = padded(batch)
    noise = (torch.rand(ids.shape, generator=generator) < HIDDEN_SHARE) & (ids > MASK)
    with torch.autocast("cpu", torch.bfloat16):
        marks, states = model(ids.masked_fill(noise, MASK), shapes, mask)
    out = mark_losses(marks.float(), batch)
    spans = [(r, *s) for r, x in enumerate(batch) for s in x.spans]
    if spans:
        out["vector"] = _vector_loss(states.float(), spans, teacher)
    return out


def padded(batch: list[Sample]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Ids, shapes and mask of a batch."""
    width = max(len(s.ids) for s in batch)
    ids, shapes, mask = (torch.zeros((len(batch), width), dtype=torch.int64) for _ in range(3))
    for row, s in enumerate(batch):
        ids[row, : len(s.ids)], shapes[row, : len(s.ids)], mask[row, : len(s.ids)] = torch.tensor(s.ids), torch.tensor(s.shapes), 1
    return ids, shapes, mask


def mark_losses(marks: torch.Tensor, batch: list[Sample]) -> dict[str, torch.Tensor]:
    """The mean loss of each head of marks that has labels in the batch."""
    out: dict[str, torch.Tensor] = {}
    for head in ("role", "name", "event"):
        rows = [(r, i, v) for r, s in enumerate(batch) for i, v in getattr(s, head)]
        if rows:
            r, i, v = (torch.tensor(x) for x in zip(*rows, strict=True))
            out[head] = _tag_loss(head, marks[r, i][:, columns(head)], v)
    answers = [(r, i, row) for r, s in enumerate(batch) for i, row in s.answers]
    if answers:
        likely = torch.from_numpy(np.stack([row for _, _, row in answers])).float()
        r, i = torch.tensor([a[0] for a in answers]), torch.tensor([a[1] for a in answers])
        out["answer"] = torch.nn.functional.cross_entropy(marks[r, i][:, columns("role")], likely)
    facts = [(r, i, v) for r, s in enumerate(batch) for i, v in s.facts]
    if facts:
        r, i, v = (torch.tensor(x) for x in zip(*facts, strict=True))
        out["factuality"] = torch.nn.functional.mse_loss(marks[r, i][:, columns("factuality")].squeeze(1), v.float())
    cues = torch.tensor([(r, *c) for r, s in enumerate(batch) for c in s.cues])
    for k, head in enumerate(("act", "certainty", "polarity", "kind"), start=2):
        if len(cues) and (cues[:, k] >= 0).any():
            rows_of = marks[cues[:, 0], cues[:, 1]][:, columns(head)]
            out[head] = torch.nn.functional.cross_entropy(rows_of, cues[:, k], ignore_index=-1)
    return out


def _tag_loss(head: str, logits: torch.Tensor, values: torch.Tensor) -> torch.Tensor:
    if head == "event":
        return torch.nn.functional.binary_cross_entropy_with_logits(logits.squeeze(1), values.float())
    if head == "role":
        return torch.nn.functional.cross_entropy(logits, values)
    bits = (values.unsqueeze(1) >> torch.arange(logits.shape[1])) & 1
    told = bits.sum(1) > 0
    allowed = logits.masked_fill(bits == 0, -1e4)
    return (torch.logsumexp(logits, 1) - torch.logsumexp(allowed, 1))[told].mean() if told.any() else logits.sum() * 0


def _vector_loss(states: torch.Tensor, spans: list[tuple[int, int, int, int]], teacher: torch.Tensor) -> torch.Tensor:
    """One less the cosine to the teacher's vector, and how far the cosines among the batch's own vectors are off."""
    sums = torch.nn.functional.pad(states.cumsum(1), (0, 0, 1, 0))
    r, a, b, t = (torch.tensor(x) for x in zip(*spans, strict=True))
    student = torch.nn.functional.normalize(sums[r, b] - sums[r, a], dim=1)
    target = torch.nn.functional.normalize(teacher[t].float(), dim=1)
    return (1 - (student * target).sum(1)).mean() + 5 * ((student @ student.T - target @ target.T) ** 2).mean()


def answer(examples: Sequence[Example], path: pathlib.Path) -> None:
    """Give every paragraph what a reader of roles says about it, alone."""
    model = Reader().eval()
    model.load_state_dict(torch.load(path, weights_only=True))
    alone = [(p, w) for e in examples for p in e for w in windows([p.paragraph], limit=max(LIMITS), context=0)]
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for p, window in alone:
            ids, shapes = torch.tensor([window.ids]), torch.tensor([window.shapes])
            marks, _ = model(ids, shapes, torch.ones_like(ids))
            likely = marks[0].float()[:, columns("role")].softmax(1).numpy().astype(np.float16)
            if p.answers is None:
                p.answers = np.zeros((len(p.paragraph.words), likely.shape[1]), dtype=np.float16)
            place = {origin[1]: i for i, origin in enumerate(window.origins) if origin[0] >= 0}
            for number, (first, _, _) in enumerate(p.paragraph.words):
                if first in place:
                    p.answers[number] = likely[place[first]]


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """What is trained, how long, and from where."""

    epochs: float
    heads: tuple[str, ...] = tuple(WEIGHTS)
    start: pathlib.Path | None = None
    """A checkpoint; a fresh model without one."""
    rate: float = TRUNK_RATE


def _model(course: Course) -> Reader:
    """Where a course starts: the words' own vectors stay as they are."""
    torch.manual_seed(SEED)
    model = Reader()
    if course.start:
        model.load_state_dict(torch.load(course.start, weights_only=True))
    model.trunk.embeddings.word_embeddings.weight.requires_grad = False
    return model


def train(examples: dict[str, list[Example]], vectors: npt.NDArray[np.float16], course: Course, *, save: pathlib.Path) -> None:
    """Train; saves after each epoch."""
    rng = random.Random(SEED)  # noqa: S311
    generator = torch.Generator().manual_seed(SEED)
    teacher = torch.from_numpy(vectors)
    total = int(len(batches(samples(examples, random.Random(SEED)), rng)) * course.epochs)  # noqa: S311
    trainer = Trainer(_model(course), total, trunk=course.rate, heads=HEAD_RATE)
    step, begun = 0, time.monotonic()
    sums: dict[str, list[float]] = {}
    while step < total:
        for batch in batches(samples(examples, rng), rng)[: total - step]:
            step += 1
            parts = {k: v for k, v in losses(trainer.model, batch, teacher, generator).items() if k in course.heads}
            if parts:
                trainer.step(sum((WEIGHTS[k] * v for k, v in parts.items()), torch.zeros(())))
            for k, v in parts.items():
                sums.setdefault(k, []).append(v.item())
            if step % 100 == 0:
                print(
                    f"{step}/{total} {time.monotonic() - begun:.0f} s",
                    {k: round(float(np.mean(v)), 4) for k, v in sums.items()},
                    flush=True,
                )
                sums = {}
        torch.save(trainer.model.state_dict(), save)


def main() -> None:
    """Train and save."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=BUILD)
    parser.add_argument("--epochs", type=float, default=2.5)
    parser.add_argument("--start", default="roles.pt")
    parser.add_argument("--teacher", default="roles.pt", help="whose answers about roles are kept")
    parser.add_argument("--rate", type=float, default=TRUNK_RATE)
    parser.add_argument(
        "--heads", nargs="+", choices=list(WEIGHTS), default=list(WEIGHTS), help="train these alone, to see what the rest gives them"
    )
    parser.add_argument("--out", default="reader.pt")
    arguments = parser.parse_args()
    examples = pickle.loads((arguments.build / "examples.pickle").read_bytes())  # noqa: S301 - written by data.py
    answer([*examples["polnear"], *examples["ecb"]], arguments.build / arguments.teacher)
    course = Course(epochs=arguments.epochs, heads=tuple(arguments.heads), start=arguments.build / arguments.start, rate=arguments.rate)
    train(examples, np.load(arguments.build / "vectors.npy"), course, save=arguments.build / arguments.out)


if __name__ == "__main__":
    main()
