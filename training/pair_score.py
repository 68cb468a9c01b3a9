"""A stream of articles with stories in, the weights of the pair score out: src/headwater/data/pair_score.json.

    python -m training.pair_score [--check]

Logistic regression in plain numpy (iteratively reweighted least squares, ridge) over the pairs of AllSides' tuning half
that are within the window. Each pair is seen as dated, as undated, and with its days moved apart by chance, so that no
weight hangs on how this one collection dates its members; headlines are the same articles without their bodies.
``--check`` prints the figures of five parts in time, each grouped by the weights of the other four, and writes nothing.
Takes two minutes, and as long again for reading the articles where the reader is new.
"""

import argparse
import hashlib
import importlib.resources
import json
import pathlib
import pickle
import random
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from bench.measures import b_cubed
from bench.sets import ROOT, find_set
from bench.stories import load, read_records
from headwater.group import StoryStream
from headwater.group.batch import link
from headwater.group.pairs import FEATURES, Others, PairScore, Shared, Weights, compare, row_of
from headwater.group.profile import Codes, Profile, read_profile
from headwater.group.vocabulary import learned
from headwater.settings import GroupSettings
from headwater.types import Article, Notes
from training.logistic import newton

TARGET = ROOT / "src" / "headwater" / "data" / "pair_score.json"
PARTS = 5
AGAINST = ("days_apart", "days_unknown", "template")
"""Features that speak against one story; all others speak for it."""
RIDGE = 1.0
"""Of standardised features; .1 and 10 give the same within .003."""
MOVED = 3
"""Days that an article's date is moved at most in its third showing."""
INVENTED = 50
"""Of so many pairs of two stories one is shown as copies, and one with headlines of one template."""
THRESHOLDS = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5)

Table = npt.NDArray[np.float64]


class Told(msgspec.Struct, frozen=True):
    """An article with its notes and the story that it is of."""

    article: Article
    notes: Notes
    story: str


def main(arguments: list[str] | None = None) -> None:
    """Learn from all and write, or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="print cross-validated figures and write nothing")
    options = parser.parse_args(arguments)
    told = read_told(find_set("allsides"))
    if options.check:
        check(told)
        return
    weights = learn(*read_pairs(told))
    TARGET.write_text(json.dumps(msgspec.to_builtins(weights), indent=1) + "\n", encoding="utf8")
    print(TARGET.read_text(encoding="utf8"))


def read_told(path: pathlib.Path) -> list[Told]:
    """The articles in time order; what the reader says is kept under build/ as long as reader and articles are the same."""
    reader = (importlib.resources.files("headwater") / "weights" / "reader.onnx").read_bytes()
    kept = ROOT / "build" / "pair_score" / f"{hashlib.sha256(reader + path.read_bytes()).hexdigest()[:16]}.pickle"
    if not kept.exists():
        records = list(load(path))
        reading = read_records(records)
        numbers = [int(a.source.rpartition("#")[2]) for a in reading.articles]
        stories = [str(records[n - 1]["story"]) for n in numbers]
        rows = sorted(zip(numbers, map(Told, reading.articles, reading.notes, stories), strict=True), key=lambda r: r[0])
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(pickle.dumps([t for _, t in rows]))
    found: list[Told] = pickle.loads(kept.read_bytes())  # noqa: S301 - written here
    return found


class Pairs(msgspec.Struct, frozen=True):
    """Pairs of articles that are within the window: their places, features and whether they are of one story."""

    places: npt.NDArray[np.int64]
    features: Table
    same: npt.NDArray[np.bool_]

    def among(self, places: Sequence[int]) -> "Pairs":
        """The pairs of which both articles are among some."""
        keep = np.isin(self.places, places).all(axis=1)
        return Pairs(self.places[keep], self.features[keep], self.same[keep])


def learn(articles: Pairs, headlines: Pairs) -> PairScore:
    """The weights for articles and for headlines, as they ship."""
    parts = [_fit(*_shown(pairs)) for pairs in (articles, headlines)]
    return PairScore(*(Weights(round(w.bias, 3), {k: round(v, 3) for k, v in w.features.items()}) for w in parts))


def headline_of(told: Told) -> Profile:
    """The profile of an article's headline alone."""
    article, notes = told.article, told.notes
    first = sum(1 for p in notes.propositions if p.start < article.body)
    bare = msgspec.structs.replace(article, text=(article.title or "") + "\n\n", body=len(article.title or "") + 2)
    marks = msgspec.structs.replace(
        notes,
        names=tuple(n for n in notes.names if n.start < article.body),
        propositions=notes.propositions[:first],
        vectors=notes.vectors[: first * len(notes.vectors) // max(len(notes.propositions), 1)],
    )
    return read_profile(bare, marks)


def pairs_of(profiles: Sequence[Profile], stories: Sequence[str]) -> Pairs:
    """Every pair within the window."""
    window, vocabulary = GroupSettings().window_days, learned(profiles)
    rows = np.stack([row_of(p, vocabulary.rows(p)[0]) for p in profiles])
    known, places = [], []
    for i, one in enumerate(profiles):
        others = [j for j in range(i) if abs((one.day or 0) - (profiles[j].day or 0)) <= window]
        near = [profiles[j] for j in others]
        shared = Shared(*([_common(own, theirs) for theirs in rest] for own, rest in _runs(one, near)))
        if others:
            known.append(compare(one, rows[i], Others(near, rows, np.array(others)), shared))
            places += [(j, i) for j in others]
    same = np.array([stories[a] == stories[b] for a, b in places])
    return Pairs(np.array(places), np.concatenate(known), same)


def _runs(one: Profile, others: Sequence[Profile]) -> Iterator[tuple[frozenset[int], list[Codes]]]:
    yield frozenset(one.shingles.tolist()), [o.shingles for o in others]
    yield frozenset(one.quotes.tolist()), [o.quotes for o in others]


def _common(own: frozenset[int], theirs: Codes) -> int:
    return len(own.intersection(theirs.tolist()))


def _shown(pairs: Pairs) -> tuple[Table, npt.NDArray[np.bool_]]:
    """Features and labels to learn from: each pair dated, undated and moved, and invented pairs of one template."""
    chance = random.Random(1)  # noqa: S311 - moves dates, no secret
    at, unknown = FEATURES.index("days_apart"), FEATURES.index("days_unknown")
    undated, moved = pairs.features.copy(), pairs.features.copy()
    undated[:, at], undated[:, unknown] = 0, 1
    steps = np.array([chance.randint(-MOVED, MOVED) for _ in pairs.same])
    moved[:, at] = np.log1p(np.minimum(np.abs(np.expm1(moved[:, at]) + steps), 7))
    copies, templates = _invented(pairs, shared_shingles=0.9), _invented(pairs, title_vectors=0.85, title_words=0.8, template=1.0)
    labels = np.concatenate([pairs.same, pairs.same, pairs.same, np.ones(len(copies), bool), np.zeros(len(templates), bool)])
    return np.concatenate([pairs.features, undated, moved, copies, templates]), labels


def _invented(pairs: Pairs, **values: float) -> Table:
    """Pairs of two stories, some features of them set by hand: this collection has hardly any copies and templates."""
    found = pairs.features[~pairs.same][::INVENTED].copy()
    for name, value in values.items():
        found[:, FEATURES.index(name)] = value
    return found


def _fit(features: Table, labels: npt.NDArray[np.bool_]) -> Weights:
    """Ridge logistic regression on standardised features; one that would count against its sense is left out."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    used, senses = spread > 0, np.array([-1 if name in AGAINST else 1 for name in FEATURES])
    spread[spread == 0] = 1
    table = (features - mean) / spread
    weights = np.zeros(len(FEATURES) + 1)
    while True:
        weights[:] = 0
        weights[[True, *used]] = newton(np.hstack([np.ones((len(table), 1)), table[:, used]]), labels, ridge=RIDGE)
        wrong = weights[1:] * senses < 0
        if not wrong.any():
            break
        used &= ~wrong
    raw = weights[1:] / spread
    return Weights(float(weights[0] - raw @ mean), dict(zip(FEATURES, raw.tolist(), strict=True)))


def check(told: Sequence[Told]) -> None:
    """Print B-cubed F1 of each part in time, grouped by weights of the others, batch and stream, for each threshold."""
    everything, bare = read_pairs(told)
    parts = [range(len(told) * k // PARTS, len(told) * (k + 1) // PARTS) for k in range(PARTS)]
    rest = [[i for i in range(len(told)) if i not in part] for part in parts]
    weights = [learn(everything.among(r), bare.among(r)) for r in rest]
    for way in ("batch", "headlines", "undated", "stream"):
        figures = [_figures([told[i] for i in part], w, way) for part, w in zip(parts, weights, strict=True)]
        for threshold in figures[0]:
            f1 = [f[threshold] for f in figures]
            print(f"{way:10} {threshold:.2f}  mean {np.mean(f1):.4f}  spread {np.std(f1):.4f}  {np.round(f1, 3)}", flush=True)


def read_pairs(told: Sequence[Told]) -> tuple[Pairs, Pairs]:
    """The pairs of articles, and those of their headlines."""
    stories = [t.story for t in told]
    whole = pairs_of([read_profile(t.article, t.notes) for t in told], stories)
    return whole, pairs_of([headline_of(t) for t in told], stories)


def _figures(told: Sequence[Told], weights: PairScore, way: str) -> dict[float, float]:
    """B-cubed F1 by threshold."""
    if way == "stream":
        return {t: _score(told, _streamed(told, weights, t)) for t in THRESHOLDS[2:5]}
    profiles = [headline_of(t) if way == "headlines" else read_profile(t.article, t.notes) for t in told]
    if way == "undated":
        profiles = [msgspec.structs.replace(p, day=None) for p in profiles]
    linked = link(profiles, settings=GroupSettings(), weights=weights)
    return {t: _score(told, linked.groups(threshold=t)) for t in THRESHOLDS}


def _streamed(told: Sequence[Told], weights: PairScore, threshold: float) -> list[Sequence[str]]:
    stream = StoryStream(settings=GroupSettings(same_story=threshold), weights=weights)
    for t in told:
        stream.add(t.article, t.notes)
    stream.finish()
    return [s.articles for s in stream.take_closed()]


def _score(told: Sequence[Told], groups: Iterable[Sequence[str]]) -> float:
    of = {article: number for number, group in enumerate(groups) for article in group}
    return b_cubed([t.story for t in told], [of[t.article.id] for t in told]).f1


if __name__ == "__main__":
    main()
