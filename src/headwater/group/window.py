"""Profiles in, scored pairs out: the articles that may be compared now, found by an exact inverted index."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from headwater.group.pairs import WIDTH, PairScore, Shared, compare, row_of, score
from headwater.group.profile import Codes, Profile
from headwater.group.vocabulary import Vocabulary

_HOLDERS = 64  # articles: of a longer list of holders the latest are looked at, so that one article costs the same in any stream
_FIRST = 64  # rows that are held at first; twice as many whenever they are full
LEAST = 0.02
"""A lower pair score is not kept: it is nothing in any average."""

Found = list[tuple[int, float]]


class Holders:
    """Who holds a run of words: an exact inverted index, of the first ``most`` holders of each."""

    def __init__(self, *, most: int) -> None:
        """Hold nothing."""
        self._most = most
        self.of: dict[int, int | list[int]] = {}

    def keep(self, codes: Codes, slot: int) -> None:
        """Note a holder of some runs. Nearly every run has one alone; a list for each would take twice the memory."""
        of = self.of
        for code in codes.tolist():
            held = of.get(code)
            if held is None:
                of[code] = slot
            elif isinstance(held, int):
                of[code] = [held, slot]
            elif len(held) < self._most:
                held.append(slot)

    def forget(self, codes: Codes, slot: int) -> None:
        """Take a holder away."""
        of = self.of
        for code in codes.tolist():
            held = of.get(code)
            if held == slot:
                del of[code]
            elif isinstance(held, list) and slot in held:
                held.remove(slot)
                if not held:
                    del of[code]

    def count(self, codes: Codes) -> Counter[int]:
        """How many of some runs each holder has."""
        found: Counter[int] = Counter()
        for held in [h for h in map(self.of.get, codes.tolist()) if h is not None]:
            if isinstance(held, int):
                found[held] += 1
            else:
                found.update(held)
        return found


class Window:
    """Articles by slot, a number that is given anew once its article is gone."""

    def __init__(self, vocabulary: Vocabulary, *, candidates: int, weights: PairScore | None = None) -> None:
        """Compare an article with ``candidates`` others at most."""
        self._vocabulary = vocabulary
        self._weights = weights
        self._most = candidates
        self._rows = np.zeros((_FIRST, WIDTH), dtype=np.float32)
        self._free: list[int] = []
        self._terms: dict[int, list[int]] = {}
        self._shingles = Holders(most=candidates)
        self._quotes = Holders(most=candidates)
        self._of_slot: dict[int, tuple[int, ...]] = {}
        self.profiles: dict[int, Profile] = {}

    @property
    def whole(self) -> bool:
        """Is every article compared with every other? Then the order of adding changes nothing."""
        return len(self.profiles) <= self._most

    def add(self, profile: Profile, *, days: int) -> tuple[int, Found]:
        """The slot of an article, and the slots that it may be one story with: not more than ``days`` apart."""
        row, terms = self._vocabulary.rows(profile)
        whole = row_of(profile, row)
        shared, quoted = self._shingles.count(profile.shingles), self._quotes.count(profile.quotes)
        slots = self._candidates(profile, terms, shared, days)
        found: Found = []
        if slots:
            others = [self.profiles[s] for s in slots]
            counts = Shared([shared.get(s, 0) for s in slots], [quoted.get(s, 0) for s in slots])
            features = compare(profile, whole, others, self._rows[slots], counts)
            scores = score(profile, others, features, weights=self._weights).tolist()
            found = [(s, round(x, 6)) for s, x in zip(slots, scores, strict=True) if x >= LEAST]
        return self._keep(profile, whole, terms), found

    def remove(self, slots: Iterable[int]) -> None:
        """Forget some articles."""
        for slot in slots:
            for term in self._of_slot.pop(slot):
                held = self._terms[term]
                held.remove(slot)
                if not held:
                    del self._terms[term]
            profile = self.profiles.pop(slot)
            self._shingles.forget(profile.shingles, slot)
            self._quotes.forget(profile.quotes, slot)
            self._free.append(slot)

    def _keep(self, profile: Profile, row: np.ndarray[tuple[int], np.dtype[np.float32]], terms: tuple[int, ...]) -> int:
        slot = self._free.pop() if self._free else len(self.profiles)
        if slot >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[slot] = row
        self.profiles[slot] = profile
        self._of_slot[slot] = terms
        for term in terms:
            self._terms.setdefault(term, []).append(slot)
        self._shingles.keep(profile.shingles, slot)
        self._quotes.keep(profile.quotes, slot)
        return slot

    def _candidates(self, profile: Profile, terms: Sequence[int], shared: Counter[int], days: int) -> list[int]:
        """The slots with the most in common, rare words and shingles; all of them where they are few."""
        near = list(self.profiles)
        if not self.whole:
            votes = Counter(s for term in terms for s in self._terms.get(term, ())[-_HOLDERS:])
            votes.update({s: n // 4 + 1 for s, n in shared.items()})  # four shingles are eight words in a row
            near = sorted(votes, key=lambda s: (-votes[s], self.profiles[s].article))[: self._most]
        return sorted(s for s in near if _within(profile.day, self.profiles[s].day, days))


def _within(a: int | None, b: int | None, days: int) -> bool:
    return a is None or b is None or abs(a - b) <= days
