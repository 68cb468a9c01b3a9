"""Two articles in, how surely they tell of the same events out: a logistic score over what both have.

The weights stand in ``data/pair_score.json``; ``training/pair_score.py`` learns them.
"""

import functools
import importlib.resources
import math
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.group.profile import Profile
from headwater.group.vocabulary import SIZES
from headwater.models import DIMENSIONS
from headwater.text import number_of

Scores = npt.NDArray[np.float64]

FEATURES = (
    "title_vectors",
    "lead_vectors",
    "body_vectors",
    "title_to_lead_vectors",
    "title_words",
    "all_words",
    "names",
    "numbers",
    "quotes",
    "shared_shingles",
    "days_apart",
    "days_unknown",
    "template",
)
"""What is compared of a pair, in the order of the weights."""
WIDTH = 3 * DIMENSIONS + sum(SIZES)
"""Numbers of an article's row: three vectors, then three rows of words."""
FEWEST = 12
"""Shingles: a shorter text is a headline and is no copy of anything."""
_FAR = 7  # days: the news of a story is older than that either way, and two weeks apart say no more
_SAME_TITLE = 0.3  # cosine of the words of two headlines, below which they are of no template
_SAME_WORDS = 3  # words that two headlines of one template share at least


class Weights(msgspec.Struct, frozen=True):
    """Of each feature, and of none; a sum of 0 is as likely as not."""

    bias: float
    features: dict[str, float]

    def score(self, features: Scores) -> Scores:
        """Probabilities, a row a pair."""
        total = features @ np.array([self.features[name] for name in FEATURES]) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -50, 50))))


class PairScore(msgspec.Struct, frozen=True):
    """Weights for two articles with bodies, and for pairs of which one is a headline alone."""

    articles: Weights
    headlines: Weights


@functools.cache
def pair_score() -> PairScore:
    """The shipped weights."""
    return msgspec.json.decode((importlib.resources.files("headwater") / "data" / "pair_score.json").read_bytes(), type=PairScore)


def row_of(profile: Profile, words: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """An article's numbers side by side: its vectors, then its words."""
    return np.concatenate([profile.vectors.ravel(), words])


class Shared(msgspec.Struct, frozen=True):
    """How many runs of words an article has in common with each of some others: of its text, and of its quotations."""

    shingles: Sequence[int]
    quotes: Sequence[int]


def compare(one: Profile, row: npt.NDArray[np.float32], others: Sequence[Profile], rows: npt.NDArray[np.float32], shared: Shared) -> Scores:
    """The features of an article with each of some others, a row a pair."""
    found = np.zeros((len(others), len(FEATURES)))
    d = DIMENSIONS
    for column in range(3):
        found[:, column] = rows[:, column * d : (column + 1) * d] @ row[column * d : (column + 1) * d]
    found[:, 3] = (rows[:, :d] @ row[d : 2 * d] + rows[:, d : 2 * d] @ row[:d]) / 2
    at = 3 * d
    for column, size in enumerate(SIZES, start=4):
        found[:, column] = rows[:, at : at + size] @ row[at : at + size]
        at += size
    fewest = np.minimum(len(one.shingles), [len(other.shingles) for other in others])
    contained = np.where(fewest >= FEWEST, np.minimum(np.asarray(shared.shingles) / np.maximum(fewest, 1), 1), 0)
    found[:, 7] = np.log1p([len(one.numbers & other.numbers) for other in others])
    found[:, 8] = np.log1p(shared.quotes)
    found[:, 9] = contained
    found[:, 10:12] = [_apart(one.day, other.day) for other in others]
    for k in np.flatnonzero(found[:, 4] > _SAME_TITLE).tolist():
        found[k, 12] = _template(one.template, others[k].template) * (1 - contained[k])
    return found


def score(one: Profile, others: Sequence[Profile], features: Scores, *, weights: PairScore | None = None) -> Scores:
    """How surely an article and each of some others tell of the same events, 0 to 1."""
    weights = weights or pair_score()
    bare = np.array([one.bare or other.bare for other in others], dtype=bool)
    return np.where(bare, weights.headlines.score(features), weights.articles.score(features))


def _apart(a: int | None, b: int | None) -> tuple[float, float]:
    """How far apart in time, and whether that is unknown: unknown is not near."""
    return (0.0, 1.0) if a is None or b is None else (math.log1p(min(abs(a - b), _FAR)), 0.0)


def _template(a: Sequence[str], b: Sequence[str]) -> float:
    """1 where two headlines differ in one place alone, and there in a number or a name: reports of two matches, not of one."""
    if a == b:
        return 0.0
    head = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = min(len(a), len(b)) - head
    tail = next((i for i in range(rest) if a[-1 - i] != b[-1 - i]), rest)
    differ = (*a[head : len(a) - tail], *b[head : len(b) - tail])
    named = all(word[0].isupper() or word[0].isdigit() or number_of(word) is not None for word in differ)
    return float(named and head + tail >= _SAME_WORDS and 0 < len(differ) <= 2 * _SAME_WORDS and len(a) > tail + head < len(b))
