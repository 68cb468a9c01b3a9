"""Two articles in, how surely they tell of the same events out: a logistic score over what both have.

The weights stand in ``data/pair_score.json``; ``training/pair_score.py`` learns them.
"""

import functools
import importlib.resources
from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.group.profile import Profile
from headwater.group.vocabulary import SIZES
from headwater.models import DIMENSIONS
from headwater.text import number_of

Scores = npt.NDArray[np.float64]
Rows = npt.NDArray[np.float32]

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
DAY, SHINGLES, BARE = (3 * DIMENSIONS + sum(SIZES) + k for k in range(3))
WIDTH = BARE + 1
"""Numbers of an article's row: three vectors, three rows of words, its day (-1: unknown), its shingles, is it a headline alone."""
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
        total = features @ np.array(list(map(self.features.__getitem__, FEATURES))) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -50, 50))))


class PairScore(msgspec.Struct, frozen=True):
    """Weights for two articles with bodies, and for pairs of which one is a headline alone."""

    articles: Weights
    headlines: Weights


@functools.cache
def pair_score() -> PairScore:
    """The shipped weights."""
    return msgspec.json.decode((importlib.resources.files("headwater") / "data" / "pair_score.json").read_bytes(), type=PairScore)


def row_of(profile: Profile, words: Rows) -> Rows:
    """An article's numbers side by side: its vectors, its words, and what else is compared as a number."""
    day = -1 if profile.day is None else profile.day
    rest = np.array([day, len(profile.shingles), profile.bare], dtype=np.float32)  # exact: all are far below 2 ** 24
    return np.concatenate([profile.vectors.ravel(), words, rest])


class Others(msgspec.Struct, frozen=True):
    """Articles that one is compared with."""

    profiles: Sequence[Profile]
    rows: Rows
    """What ``row_of`` gives, of these and perhaps of more."""
    places: npt.NDArray[np.int64]
    """The row of each."""

    def column(self, place: int) -> Scores:
        """One number of each."""
        return np.asarray(self.rows[self.places, place], dtype=np.float64)


class Shared(msgspec.Struct, frozen=True):
    """How many runs of words an article has in common with each of some others: of its text, and of its quotations."""

    shingles: Sequence[int]
    quotes: Sequence[int]


def compare(one: Profile, row: Rows, others: Others, shared: Shared) -> Scores:
    """The features of an article with each of some others, a row a pair."""
    found = np.zeros((len(others.profiles), len(FEATURES)))
    found[:, :7] = _cosines(row, others.rows)[others.places]
    fewest = np.minimum(len(one.shingles), others.column(SHINGLES))
    contained = np.where(fewest >= FEWEST, np.minimum(np.asarray(shared.shingles) / np.maximum(fewest, 1), 1), 0)
    if one.numbers:
        found[:, 7] = np.log1p(list(map(len, map(one.numbers.__and__, [other.numbers for other in others.profiles]))))
    found[:, 8] = np.log1p(shared.quotes)
    found[:, 9] = contained
    found[:, 10], found[:, 11] = _apart(one.day, others.column(DAY))
    for k in np.flatnonzero(found[:, 4] > _SAME_TITLE).tolist():
        found[k, 12] = _template(one.template, others.profiles[k].template) * (1 - contained[k])
    return found


def score(one: Profile, others: Others, features: Scores, *, weights: PairScore | None = None) -> Scores:
    """How surely an article and each of some others tell of the same events, 0 to 1."""
    weights = weights or pair_score()
    bare = (others.column(BARE) > 0) | one.bare
    if not bare.any():
        return weights.articles.score(features)
    return np.where(bare, weights.headlines.score(features), weights.articles.score(features))


def _cosines(row: Rows, rows: Rows) -> Scores:
    """The first seven features, of every row."""
    d = DIMENSIONS
    found = np.empty((len(rows), 7))
    for column in range(3):
        found[:, column] = rows[:, column * d : (column + 1) * d] @ row[column * d : (column + 1) * d]
    found[:, 3] = rows[:, : 2 * d] @ np.concatenate([row[d : 2 * d], row[:d]]) / 2
    at = 3 * d
    for column, size in enumerate(SIZES, start=4):
        found[:, column] = rows[:, at : at + size] @ row[at : at + size]
        at += size
    return found


def _apart(day: int | None, days: Scores) -> tuple[Scores, Scores]:
    """How far apart in time, and whether that is unknown: unknown is not near."""
    unknown = np.ones(len(days), dtype=bool) if day is None else days < 0
    return np.where(unknown, 0, np.log1p(np.minimum(np.abs(days - (day or 0)), _FAR))), unknown.astype(np.float64)


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
