"""Profiles in, rows of hashed TF-IDF out, by how rare each word is among the articles that were learned."""

import itertools
import math
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

from headwater.group.profile import Codes, Profile, once

Row = npt.NDArray[np.float32]

OTHERS = 1000
"""Articles about other things that are counted in, so that a folder of eight reports stays one story."""
_MOST = 20_000  # articles that are remembered: then every count is halved, so that memory follows the news and not the archive
_TITLE, _BODY, _NAMES = 512, 1024, 512  # buckets of hashed words (Weinberger et al. 2009)
SIZES = (_TITLE, _BODY, _NAMES)
TERMS = 16
"""Rarest words of an article by which others are found."""
_SALT = np.uint64(1 << 40)  # names are counted apart from words


class Vocabulary:
    """How many articles hold a word; what is learned counts from the next ``settle`` on, so that order within a day tells nothing."""

    def __init__(self, counts: Mapping[int, float] | None = None, *, articles: float = 0.0) -> None:
        """Know no word, or what is kept elsewhere: how many of ``articles`` hold each."""
        self._counts: dict[int, float] = dict(counts or {})
        self._new: list[Codes] = []
        self._articles = articles

    def learn(self, profile: Profile) -> None:
        """Count the words of an article, from the next ``settle`` on."""
        self._new.append(codes_of(profile))

    def settle(self) -> None:
        """Let what was learned count."""
        counts = self._counts
        for codes in self._new:
            for code in codes.tolist():
                counts[code] = counts.get(code, 0.0) + 1
        self._articles += len(self._new)
        self._new = []
        while self._articles > _MOST:
            self._counts = {code: n / 2 for code, n in self._counts.items() if n >= 2}
            self._articles /= 2

    def rows(self, profile: Profile) -> tuple[Row, tuple[int, ...]]:
        """Three unit rows side by side (title, whole text, names), and the codes of the rarest words."""
        parts, best = [], (np.zeros(0, dtype=np.uint64), np.zeros(0))
        for codes, size in zip((profile.title, profile.body, profile.names + _SALT), SIZES, strict=True):
            unique, counts = _counted(codes)
            weights = (1 + np.log(counts)) * self._rarity(unique)
            parts.append(_row(unique, weights, size))
            if size != _TITLE:
                best = (np.concatenate([best[0], unique]), np.concatenate([best[1], weights]))
        order = np.lexsort((best[0], -best[1]))[:TERMS]
        return np.concatenate(parts), tuple(best[0][order].tolist())

    def _rarity(self, codes: Codes) -> npt.NDArray[np.float64]:
        held = np.fromiter(map(self._counts.get, codes.tolist(), itertools.repeat(1.0)), dtype=np.float64, count=len(codes))
        return np.asarray(np.log(1 + (self._articles + OTHERS) / held))


def codes_of(profile: Profile) -> Codes:
    """What is counted of an article: its words and its names, each once."""
    return once(np.concatenate([profile.body, profile.names + _SALT]))


def learned(profiles: Iterable[Profile]) -> Vocabulary:
    """A vocabulary that knows all of some articles."""
    vocabulary = Vocabulary()
    for profile in profiles:
        vocabulary.learn(profile)
    vocabulary.settle()
    return vocabulary


def _counted(codes: Codes) -> tuple[Codes, npt.NDArray[np.int64]]:
    """The codes, each once, and how often each is there."""
    ordered = np.sort(codes)
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(ordered) else np.zeros(0, dtype=np.int64)
    return ordered[starts], np.diff(np.append(starts, len(ordered)))


def _row(codes: Codes, weights: npt.NDArray[np.float64], size: int) -> Row:
    signs = np.where((codes >> np.uint64(31)) & np.uint64(1), 1.0, -1.0)
    row = np.bincount((codes % np.uint64(size)).astype(np.int64), weights=weights * signs, minlength=size)
    length = math.sqrt(float(row @ row))
    return (row / length if length else row).astype(np.float32)
