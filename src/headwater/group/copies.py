"""Profiles in, groups of copies out: texts that share most of their 5-word shingles outside quotations."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.cluster import group_by_average
from headwater.group.pairs import FEWEST
from headwater.group.profile import Profile

_COMMON = 20  # articles: what more of them share is furniture or a set phrase, and weighs less the more of them there are
_BLOCK = 4096  # shingles at a time: with 5,000 articles 80 MB


def copies_of(profiles: Sequence[Profile], *, threshold: float) -> tuple[tuple[str, ...], ...]:
    """Groups of article ids, two or more each, in the order of the profiles.

    Containment of shingles (Broder 1997): the share of the smaller text's shingles that the other has too. Exact: every
    shingle of every text counts; average linkage over all pairs keeps copies from chaining.
    """
    long = [p for p in profiles if len(p.shingles) >= FEWEST]
    if len(long) < 2:
        return ()
    contained = _containments(long)
    a, b = np.nonzero(np.triu(contained >= threshold / 2, k=1))
    scores = dict(zip(zip(a.tolist(), b.tolist(), strict=True), contained[a, b].tolist(), strict=True))
    groups = group_by_average(len(long), scores, threshold=threshold)
    return tuple(tuple(long[i].article for i in g) for g in groups if len(g) > 1)


def _containments(profiles: Sequence[Profile]) -> npt.NDArray[np.float32]:
    """What share of the smaller text each two have in common, common shingles weighing less."""
    owners = np.repeat(np.arange(len(profiles)), [len(p.shingles) for p in profiles])
    _, places, held = np.unique(np.concatenate([p.shingles for p in profiles]), return_inverse=True, return_counts=True)
    weights = np.minimum(1, _COMMON / held)
    sizes = np.bincount(owners, weights=weights[places], minlength=len(profiles))
    several = held[places] > 1
    column = np.cumsum(held > 1) - 1  # of the shingles that more than one text has
    rows, columns, roots = owners[several], column[places[several]], np.sqrt(weights[places[several]])
    order = np.argsort(columns, kind="stable")
    rows, columns, roots = rows[order], columns[order], roots[order]
    shared = np.zeros((len(profiles), len(profiles)), dtype=np.float32)
    for start in range(0, int(column[-1]) + 1 if len(column) else 0, _BLOCK):
        first, last = np.searchsorted(columns, (start, start + _BLOCK))
        block = np.zeros((len(profiles), _BLOCK), dtype=np.float32)
        block[rows[first:last], columns[first:last] - start] = roots[first:last]
        shared += block @ block.T
    return np.asarray(shared / np.minimum.outer(sizes, sizes), dtype=np.float32)
