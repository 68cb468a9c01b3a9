"""Who holds a run of words: an exact inverted index in arrays, so that looking up an article's runs is a few numpy calls.

Each code has one place in a table of which a quarter at most is full. What finds its place taken, by another code or by
another holder of the same one, goes into a dictionary; the table counts, for each place, how many went there.
"""

from collections import Counter

import numpy as np
import numpy.typing as npt

from headwater.group.profile import Codes

_FIRST = 4096  # places at first; a power of two
_ROOM = 4  # places for a run at least: 12 % of them then find their place taken; 2 would be 22 % for half the memory
_FREE, _GONE = -1, -2  # no code is here; none is any more, but the dictionary has some of this place


class Holders:
    """Articles by the runs that they hold, of ``most`` holders of each and one more."""

    def __init__(self, *, most: int) -> None:
        """Hold nothing."""
        self._most = most
        self._rest: dict[int, list[int]] = {}
        self._held = 0
        self._full = 0
        self._clear(_FIRST)

    def __len__(self) -> int:
        """How many pairs of a run and a holder there are."""
        return self._held

    @property
    def tells_order(self) -> bool:
        """Has a run so many holders that who of them is remembered may hang on who came first?"""
        return self._full > 0

    def keep(self, codes: Codes, slot: int) -> None:
        """Note a holder of some runs, each given once."""
        if not len(codes):
            return
        self._held += len(codes)
        if self._held * _ROOM > len(self._slots):
            self._grow()
        places = self._places(codes)
        free = self._slots[places] < 0
        own = places[free]
        self._codes[own] = codes[free]
        self._slots[own] = slot
        free[free] = self._codes[own] == codes[free]  # of two codes for one place the last stands
        for code, place in zip(codes[~free].tolist(), places[~free].tolist(), strict=True):
            held = self._rest.setdefault(code, [])
            if len(held) < self._most:
                held.append(slot)
                self._crowd[place] += 1
                self._full += len(held) == self._most

    def forget(self, codes: Codes, slot: int) -> None:
        """Take a holder away, by the runs that it was noted with."""
        if not len(codes):
            return
        self._held -= len(codes)
        places = self._places(codes)
        mine = self._slots[places] == slot
        mine[mine] = self._codes[places[mine]] == codes[mine]
        own = places[mine]
        self._slots[own] = np.where(self._crowd[own] > 0, _GONE, _FREE)
        for code, place in zip(codes[~mine].tolist(), places[~mine].tolist(), strict=True):
            held = self._rest.get(code)
            if held is not None and slot in held:
                self._full -= len(held) == self._most
                held.remove(slot)
                self._crowd[place] -= 1
                if not self._crowd[place] and self._slots[place] == _GONE:
                    self._slots[place] = _FREE
                if not held:
                    del self._rest[code]

    def count(self, codes: Codes) -> dict[int, int]:
        """How many of some runs each holder has."""
        if not len(codes):
            return {}
        places = self._places(codes)
        slots = self._slots[places]
        near = np.flatnonzero(slots != _FREE)  # few: the rest of the work is for these alone
        places, slots, codes = places[near], slots[near], codes[near]
        rest: list[int] = slots[(slots >= 0) & (self._codes[places] == codes)].tolist()
        for code in codes[self._crowd[places] > 0].tolist():
            rest += self._rest.get(code, ())
        return Counter(rest)

    def _places(self, codes: Codes) -> npt.NDArray[np.int64]:
        return (codes & np.uint64(len(self._slots) - 1)).astype(np.int64)

    def _clear(self, size: int) -> None:
        self._codes = np.zeros(size, dtype=np.uint64)
        self._slots = np.full(size, _FREE, dtype=np.int32)
        self._crowd = np.zeros(size, dtype=np.int32)

    def _grow(self) -> None:
        """Twice the places, or as many as are wanted; what was in the dictionary gets a place where it finds one."""
        taken = self._slots >= 0
        rest = [(code, slot) for code, held in self._rest.items() for slot in held]
        codes = np.concatenate([self._codes[taken], np.array([c for c, _ in rest], dtype=np.uint64)])
        slots = np.concatenate([self._slots[taken], np.array([s for _, s in rest], dtype=np.int64)])
        self._clear(1 << (2 * _ROOM * self._held - 1).bit_length())
        self._rest = {}
        places = self._places(codes)
        self._codes[places], self._slots[places] = codes, slots
        left = (self._codes[places] != codes) | (self._slots[places] != slots)
        for code, slot, place in zip(codes[left].tolist(), slots[left].tolist(), places[left].tolist(), strict=True):
            self._rest.setdefault(code, []).append(slot)
            self._crowd[place] += 1
        self._full = sum(len(held) >= self._most for held in self._rest.values())
