"""Profiles in, rows of hashed TF-IDF out, by how rare each word is among the articles that were learned."""

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
_BELOW = np.uint64((1 << 48) - 1)  # bits of a code, under the number of its part
_PLACES = 22  # bits: 4 million counts, 16 MB; of 300,000 words one in 14 shares its count with another
_MIX = np.uint64(0x9E3779B97F4A7C15)  # golden ratio in 64 bits (Knuth 1998): spreads codes over the counts
_STARTS, _SIZES = np.array([0, _TITLE, _TITLE + _BODY]), np.array(SIZES, dtype=np.uint64)


class Vocabulary:
    """How many articles hold a word; what is learned counts from the next ``settle`` on, so that order within a day tells nothing."""

    def __init__(self, counts: Mapping[int, float] | None = None, *, articles: float = 0.0) -> None:
        """Know no word, or what is kept elsewhere: how many of ``articles`` hold each."""
        self._counts = np.zeros(1 << _PLACES, dtype=np.float32)
        if counts:
            codes = np.fromiter(counts, dtype=np.uint64, count=len(counts))
            np.add.at(self._counts, _place(codes), np.fromiter(counts.values(), dtype=np.float32, count=len(counts)))
        self._new: list[Codes] = []
        self._articles = articles

    def learn(self, profile: Profile) -> None:
        """Count the words of an article, from the next ``settle`` on."""
        self._new.append(codes_of(profile))

    def settle(self) -> None:
        """Let what was learned count."""
        if not self._new:
            return
        np.add.at(self._counts, _place(np.concatenate(self._new)), np.float32(1))
        self._articles += len(self._new)
        self._new = []
        while self._articles > _MOST:
            self._counts = np.where(self._counts >= 2, self._counts / 2, 0).astype(np.float32)
            self._articles /= 2

    def rows(self, profile: Profile) -> tuple[Row, tuple[int, ...]]:
        """Three unit rows side by side (title, whole text, names), and the codes of the rarest words."""
        parts = (profile.title, profile.body, profile.names + _SALT)
        codes, counts = _counted(np.concatenate([p | np.uint64(i << 48) for i, p in enumerate(parts)]))
        part, codes = (codes >> np.uint64(48)).astype(np.int64), codes & _BELOW
        weights = (1 + np.log(counts)) * self._rarity(codes)
        row = np.bincount(
            _STARTS[part] + (codes % _SIZES[part]).astype(np.int64),
            weights=np.where((codes >> np.uint64(31)) & np.uint64(1), weights, -weights),
            minlength=sum(SIZES),
        ).astype(np.float32)
        for start, size in zip(_STARTS.tolist(), SIZES, strict=True):
            own = row[start : start + size]
            own /= math.sqrt(float(own @ own)) or 1
        return row, _rarest(codes[part > 0], weights[part > 0])

    def _rarity(self, codes: Codes) -> npt.NDArray[np.float64]:
        held = np.maximum(self._counts[_place(codes)].astype(np.float64), 1)
        return np.asarray(np.log((self._articles + OTHERS) / held + 1))


def _place(codes: Codes) -> npt.NDArray[np.int64]:
    return (codes * _MIX >> np.uint64(64 - _PLACES)).astype(np.int64)


def _rarest(codes: Codes, weights: npt.NDArray[np.float64]) -> tuple[int, ...]:
    if len(codes) > TERMS:
        likely = weights >= np.partition(weights, -TERMS)[-TERMS]
        codes, weights = codes[likely], weights[likely]
    return tuple(codes[np.lexsort((codes, -weights))[:TERMS]].tolist())


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
    first = np.ones(len(ordered), dtype=bool)
    first[1:] = ordered[1:] != ordered[:-1]
    starts = np.flatnonzero(first)
    return ordered[starts], np.diff(starts, append=len(ordered))
