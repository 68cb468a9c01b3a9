"""Days of publication as they arrive in, the day that it is out; and which dates of an archive cannot be true."""

import statistics
from collections import deque
from collections.abc import Sequence

_LATEST = 9  # arrivals that are remembered: more than half of them must agree before the clock makes a leap


class Clock:
    """What day it is in a stream: a lone date from far ahead does not move it."""

    def __init__(self, *, within: int) -> None:
        """Know no day yet; days further apart than ``within`` are a leap."""
        self._within = within
        self._latest: deque[int] = deque(maxlen=_LATEST)
        self.today: int | None = None

    def hear(self, day: int | None) -> bool:
        """Take notice of an arrival's day; has a later day begun?"""
        if day is None:
            return False
        self._latest.append(day)
        if self.today is None:
            self.today = day
            return False
        ahead = [d for d in self._latest if d > self.today + self._within]
        behind = [d for d in self._latest if d < self.today - self._within]
        if 2 * len(behind) > _LATEST:
            self._set(statistics.median_low(behind))  # what set it was wrong
            return False
        if 2 * len(ahead) > _LATEST:
            self._set(min(ahead))
        elif self.today < day <= self.today + self._within:
            self._set(day)
        else:
            return False
        return True

    def _set(self, day: int) -> None:
        """Another day; what came before it is no witness against it."""
        self.today = day
        self._latest = deque((d for d in self._latest if d >= day), maxlen=_LATEST)

    def leaps(self, day: int | None) -> bool:
        """Is a day further ahead than the window reaches?"""
        return day is not None and self.today is not None and day > self.today + self._within


def doubted(days: Sequence[int | None], *, within: int) -> frozenset[int]:
    """The places of days that have no other day near them, where most have: crawl dates, 1970 and 2050.

    Where half of them stand alone (two reports, a year apart), nothing is doubted.
    """
    known = sorted((day, i) for i, day in enumerate(days) if day is not None)
    alone = [
        i
        for k, (day, i) in enumerate(known)
        if (k == 0 or day - known[k - 1][0] > within) and (k + 1 == len(known) or known[k + 1][0] - day > within)
    ]
    return frozenset(alone) if 2 * len(alone) < len(known) else frozenset()
