"""Spans that should be found and spans that were in, precision, recall and F1 out: exact and with any overlap."""

from collections.abc import Hashable, Iterable, Sequence

import msgspec


class Score(msgspec.Struct, kw_only=True):
    """Counts of right ones among what was found and among what should be."""

    found: int = 0
    wanted: int = 0
    right_found: int = 0
    right_wanted: int = 0

    def add(self, wanted: Sequence[Hashable], found: Sequence[Hashable]) -> None:
        """Count one document's items, which match where they are equal."""
        have, want = set(found), set(wanted)
        self.found += len(have)
        self.wanted += len(want)
        self.right_found += len(have & want)
        self.right_wanted += len(have & want)

    def add_overlaps(self, wanted: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> None:
        """Count one document's spans, which match where they share a character."""
        self.found += len(found)
        self.wanted += len(wanted)
        self.right_found += sum(any(overlap(f, w) for w in wanted) for f in found)
        self.right_wanted += sum(any(overlap(f, w) for f in found) for w in wanted)

    @property
    def precision(self) -> float:
        """Right ones among what was found; 0 where nothing was."""
        return self.right_found / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Right ones among what should be found; 0 where nothing should."""
        return self.right_wanted / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def as_dict(self, prefix: str = "") -> dict[str, float]:
        """Precision, recall and F1, rounded, each name behind a prefix."""
        return {f"{prefix}{k}": round(v, 4) for k, v in (("p", self.precision), ("r", self.recall), ("f1", self.f1))}


def overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Do two spans share a character?"""
    return a[0] < b[1] and b[0] < a[1]


def touch(a: Iterable[tuple[int, int]], b: Iterable[tuple[int, int]]) -> bool:
    """Do two lists of fragments share a character, or are both empty?"""
    left, right = list(a), list(b)
    return any(overlap(x, y) for x in left for y in right) if left or right else True
