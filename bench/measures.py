"""Two groupings of the same items in, how well they agree out: B-cubed, pairs, adjusted mutual information.

A grouping is a sequence of labels, one an item; items with the same label are together. Plain numpy.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Labels = Sequence[Hashable]
TINY = 1e-12
"""Below this a difference of entropies (nats) is rounding."""


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Precision, recall and their harmonic mean."""

    p: float
    r: float
    f1: float


def _agreement(precision: float, recall: float) -> Agreement:
    both = precision + recall
    return Agreement(p=precision, r=recall, f1=2 * precision * recall / both if both else 0.0)


def _check(gold: Labels, got: Labels) -> int:
    if len(gold) != len(got):
        raise ValueError(f"{len(gold)} and {len(got)} labels: both groupings need one label an item")
    return len(gold)


def b_cubed(gold: Labels, got: Labels) -> Agreement:
    """B-cubed (Bagga and Baldwin 1998): the share of each item's group that belongs there, averaged over items."""
    n = _check(gold, got)
    if not n:
        return Agreement(p=0.0, r=0.0, f1=0.0)
    of_gold, of_got, of_both = Counter(gold), Counter(got), Counter(zip(gold, got, strict=True))
    precision = math.fsum(k * k / of_got[c] for (_, c), k in of_both.items()) / n
    recall = math.fsum(k * k / of_gold[g] for (g, _), k in of_both.items()) / n
    return _agreement(precision, recall)


def pairs(gold: Labels, got: Labels) -> Agreement:
    """Pairs of items that are together, found and right; where neither grouping has any, all is right."""
    _check(gold, got)
    together = [sum(math.comb(k, 2) for k in Counter(x).values()) for x in (gold, got, list(zip(gold, got, strict=True)))]
    want, have, both = together
    if not want and not have:
        return Agreement(p=1.0, r=1.0, f1=1.0)
    return _agreement(both / have if have else 0.0, both / want if want else 0.0)


def adjusted_mutual_information(gold: Labels, got: Labels) -> float:
    """AMI (Vinh, Epps and Bailey 2010), normalised by the arithmetic mean: 1 for the same grouping, about 0 by chance."""
    n = _check(gold, got)
    of_gold, of_got, of_both = Counter(gold), Counter(got), Counter(zip(gold, got, strict=True))
    if len(of_both) == len(of_gold) == len(of_got):
        return 1.0
    mutual = math.fsum(k / n * math.log(n * k / (of_gold[g] * of_got[c])) for (g, c), k in of_both.items())
    mean = (_entropy(of_gold, n) + _entropy(of_got, n)) / 2
    expected = _expected_information(list(of_gold.values()), list(of_got.values()), n)
    return (mutual - expected) / (mean - expected) if abs(mean - expected) > TINY else 0.0


def _entropy(sizes: Counter[Hashable], n: int) -> float:
    return -math.fsum(k / n * math.log(k / n) for k in sizes.values())


def _expected_information(rows: list[int], columns: list[int], n: int) -> float:
    """The mean mutual information of two groupings of these sizes, items dealt at random."""
    logs = np.concatenate(([0.0], np.cumsum(np.log(np.arange(1, n + 1)))))
    many = [(a, b, x * y) for a, x in sorted(Counter(rows).items()) for b, y in sorted(Counter(columns).items())]
    return math.fsum(times * _expected_cell(a, b, n, logs) for a, b, times in many)


def _expected_cell(a: int, b: int, n: int, logs: npt.NDArray[np.float64]) -> float:
    """What one cell with margins ``a`` and ``b`` adds; ``logs[k]`` is the logarithm of k factorial."""
    k = np.arange(max(1, a + b - n), min(a, b) + 1)
    log_chance = logs[a] + logs[b] + logs[n - a] + logs[n - b] - logs[n] - logs[k] - logs[a - k] - logs[b - k] - logs[n - a - b + k]
    return float(np.sum(k / n * np.log(n * k / (a * b)) * np.exp(log_chance)))


def windows(dates: Sequence[str | None], *, days: int = 7) -> tuple[tuple[int, ...], ...]:
    """The items of each stretch of ``days`` days, from the first date on; undated items and empty stretches are left out."""
    numbers = {i: dt.date.fromisoformat(d[:10]).toordinal() for i, d in enumerate(dates) if d}
    if not numbers:
        return ()
    first = min(numbers.values())
    stretches: defaultdict[int, list[int]] = defaultdict(list)
    for i, number in numbers.items():
        stretches[(number - first) // days].append(i)
    return tuple(tuple(stretches[k]) for k in sorted(stretches))


def window_f1(gold: Labels, got: Labels, dates: Sequence[str | None], *, days: int = 7) -> float:
    """The mean B-cubed F1 of the stretches of ``days`` days, each looked at alone."""
    _check(gold, got)
    scores = [b_cubed([gold[i] for i in part], [got[i] for i in part]).f1 for part in windows(dates, days=days)]
    return math.fsum(scores) / len(scores) if scores else 0.0
