"""Profiles in, scored pairs out: the articles that may be compared now, found by an exact inverted index."""

import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np

from headwater.group.pairs import DAY, WIDTH, Others, PairScore, Rows, Shared, compare, row_of, score
from headwater.group.profile import Profile
from headwater.group.runs import Holders
from headwater.group.vocabulary import Vocabulary

_HOLDERS = 64  # articles: of a longer list of holders the latest are looked at, so that one article costs the same in any stream
_FIRST = 64  # rows that are held at first; twice as many whenever they are full
_GATHER = 4  # times as many rows as are compared: from there on copying these out is faster than comparing all
LEAST = 0.02
"""A lower pair score is not kept: it is nothing in any average."""

Found = list[tuple[int, float]]


class Card(msgspec.Struct, frozen=True):
    """An article as the window holds it."""

    profile: Profile
    row: Rows
    terms: tuple[int, ...]
    """Its rarest words."""
    slot: int | None = None
    """Where its runs are still noted; None where they are not."""


class Window:
    """Articles by slot, a number that is given anew once its article is gone."""

    def __init__(self, vocabulary: Vocabulary, *, candidates: int, weights: PairScore | None = None) -> None:
        """Compare an article with ``candidates`` others at most."""
        self._vocabulary = vocabulary
        self._weights = weights
        self._most = candidates
        self._rows = np.zeros((_FIRST, WIDTH), dtype=np.float32)
        self._copied = np.zeros((candidates, WIDTH), dtype=np.float32)  # used again and again: fresh memory costs more than the copy
        self._top = 0  # slots that were ever given
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
        words, terms = self._vocabulary.rows(profile)
        return self.put(Card(profile, row_of(profile, words), terms), days=days)

    def put(self, card: Card, *, days: int) -> tuple[int, Found]:
        """The same for an article whose words have been weighed."""
        profile = card.profile
        shared = self._present(self._shingles.count(profile.shingles))
        quoted = self._quotes.count(profile.quotes)
        slots = self._candidates(card, shared, days)
        found: Found = []
        if slots:
            others = self._others(slots)
            counts = Shared(*(list(map(held.get, slots, itertools.repeat(0))) for held in (shared, quoted)))
            scores = score(profile, others, compare(profile, card.row, others, counts), weights=self._weights)
            found = [(slots[k], round(float(scores[k]), 6)) for k in np.flatnonzero(scores >= LEAST).tolist()]
        return self._keep(card), found

    def take(self, slot: int) -> Card:
        """Forget an article, and give what is needed to put it back before the vocabulary settles."""
        profile, row, terms = self.profiles[slot], self._rows[slot].copy(), self._of_slot[slot]
        if self._shingles.tells_order or self._quotes.tells_order:
            self.remove([slot])
            return Card(profile, row, terms)
        self._forget(slot)
        return Card(profile, row, terms, slot)

    def remove(self, slots: Iterable[int]) -> None:
        """Forget some articles."""
        for slot in slots:
            profile = self._forget(slot)
            self._shingles.forget(profile.shingles, slot)
            self._quotes.forget(profile.quotes, slot)
            self._free.append(slot)

    def _forget(self, slot: int) -> Profile:
        """Take an article away, and leave its runs noted."""
        for term in self._of_slot.pop(slot):
            held = self._terms[term]
            held.remove(slot)
            if not held:
                del self._terms[term]
        return self.profiles.pop(slot)

    def _present(self, counts: Mapping[int, int]) -> dict[int, int]:
        """Without the articles that were taken and not put back yet."""
        return {slot: many for slot, many in counts.items() if slot in self.profiles}

    def _others(self, slots: Sequence[int]) -> Others:
        """What an article is compared with; a window that is not much larger is read as it lies."""
        profiles = [self.profiles[s] for s in slots]
        if self._top > _GATHER * len(slots):
            copied = self._copied[: len(slots)]
            np.take(self._rows, slots, axis=0, out=copied, mode="clip")
            return Others(profiles, copied, np.arange(len(slots)))
        return Others(profiles, self._rows[: self._top], np.array(slots))

    def _keep(self, card: Card) -> int:
        slot = self._new(card) if card.slot is None else card.slot
        self.profiles[slot] = card.profile
        self._of_slot[slot] = card.terms
        for term in card.terms:
            self._terms.setdefault(term, []).append(slot)
        return slot

    def _new(self, card: Card) -> int:
        """A slot with an article's row and runs in it."""
        if self._free:
            slot = self._free.pop()
        else:
            slot, self._top = self._top, self._top + 1
        if slot >= len(self._rows):
            self._rows = np.concatenate([self._rows, np.zeros_like(self._rows)])
        self._rows[slot] = card.row
        self._shingles.keep(card.profile.shingles, slot)
        self._quotes.keep(card.profile.quotes, slot)
        return slot

    def _candidates(self, card: Card, shared: Mapping[int, int], days: int) -> list[int]:
        """The slots with the most in common, rare words and shingles; all of them where they are few."""
        near = list(self.profiles)
        if not self.whole:
            votes = Counter(s for term in card.terms for s in self._terms.get(term, ())[-_HOLDERS:])
            votes.update({s: n // 4 + 1 for s, n in shared.items()})  # four shingles are eight words in a row
            near = sorted(votes, key=lambda s: (-votes[s], self.profiles[s].article))[: self._most]
        slots = np.array(sorted(near), dtype=np.int64)
        if card.profile.day is not None:
            theirs = self._rows[slots, DAY]
            slots = slots[(theirs < 0) | (np.abs(theirs - card.profile.day) <= days)]
        found: list[int] = slots.tolist()
        return found
