"""A clause as places of words in, the same clause once for each item of the lists in it out."""

from collections.abc import Sequence
from typing import Protocol

_JOINING = frozenset(["and", "or", "nor"])
_NAMING = (("such", "as"), ("including",))
_ITEMS = 24  # clauses that one gives at most
_DEPTH = 3  # lists within one clause


class Words(Protocol):
    """The words of a sentence, as ``parts.Line`` holds them."""

    @property
    def low(self) -> tuple[str, ...]:
        """In lower case."""

    @property
    def classes(self) -> tuple[str, ...]:
        """The class of each."""

    def is_nominal(self, at: int) -> bool:
        """May this word stand within a noun phrase?"""


def spell_out(line: Words, places: Sequence[int], *, depth: int = _DEPTH) -> list[tuple[int, ...]]:
    """The clause once for each item of its lists, the others left out; the clause itself where it has no list.

    A list is two noun phrases or adjectives joined by "and" or "or", and what commas set before them. "Between A and B"
    is none. What "such as" and "including" name stands for the noun before them, which is kept too.
    """
    named = _named(line, places)
    if named:
        return [o for n in named for o in spell_out(line, n, depth=depth)][:_ITEMS]
    at = next((i for i, k in enumerate(places) if _joins(line, places, i, k)), None)
    if at is None or not depth:
        return [tuple(places)]
    items = _items(line, places, at)
    if not items:
        return [tuple(places)]
    low, high = items[0][0], items[-1][1]
    each = [(*places[:low], *places[a:b], *places[high:]) for a, b in items]
    return [o for e in each for o in (spell_out(line, e, depth=depth - 1) if len(e) < len(places) else [e])][:_ITEMS]


def _joins(line: Words, places: Sequence[int], at: int, place: int) -> bool:
    if not 0 < at < len(places) - 1 or line.low[place] not in _JOINING or line.classes[place] != "CCONJ":
        return False
    if (line.low[place], line.low[places[at - 1]]) == ("as", "well") or line.low[places[at + 1]] == "well":
        return False
    return all(line.low[k] != "between" for k in places[max(0, at - 6) : at])


def _items(line: Words, places: Sequence[int], at: int) -> list[tuple[int, int]]:
    """The items of the list around a joining word, as ranges of positions; empty where it joins something else."""
    first = at + 1
    preposition = line.classes[places[first]] == "ADP" and line.low[places[first]] != "of"
    end = _run(line, places, first + preposition, 1)
    if end <= first + preposition:
        return []
    before = _before(line, places, at, preposition=preposition)
    if not before:
        return []
    start, stop = before[-1]
    last = line.classes[places[stop - 1]]
    if last == "VERB":
        return []
    if last == "ADJ" and line.classes[places[first]] == "ADJ" and end > first + 1:
        return [*_adjectives(line, places, stop), (first, first + 1)]
    start, stop = before[0]
    shared = line.classes[places[start]] == "DET" and line.classes[places[first]] not in ("DET", "PRON") and stop - start > 1
    return [(start + 1, stop) if shared else (start, stop), *before[1:], (first, end)]


def _before(line: Words, places: Sequence[int], at: int, *, preposition: bool) -> list[tuple[int, int]]:
    """The items before a joining word, first to last."""
    stop = at - 1 if line.low[places[at - 1]] == "," else at
    found: list[tuple[int, int]] = []
    while stop > 0:
        start = _run(line, places, stop - 1, -1) + 1
        start -= preposition and start > 0 and line.classes[places[start - 1]] == "ADP"
        if start >= stop:
            break
        found.append((start, stop))
        if start < 2 or line.low[places[start - 1]] != ",":
            break
        stop = start - 1
    return found[::-1]


def _adjectives(line: Words, places: Sequence[int], stop: int) -> list[tuple[int, int]]:
    """The adjectives before a joining word, alone or with commas between them."""
    found = [(stop - 1, stop)]
    while stop > 3 and line.low[places[stop - 2]] == "," and line.classes[places[stop - 3]] == "ADJ":
        stop -= 2
        found.append((stop - 1, stop))
    return found[::-1]


def _run(line: Words, places: Sequence[int], at: int, step: int) -> int:
    """The first position from here on that no noun phrase holds."""
    while 0 <= at < len(places) and line.is_nominal(places[at]):
        at += step
    return at


def _named(line: Words, places: Sequence[int]) -> list[tuple[int, ...]]:
    """A clause with "such as A and B": up to the noun, and with what is named in the noun's place; empty where it has none."""
    for opener in _NAMING:
        for i in range(2, len(places) - 1):
            if line.low[places[i]] != opener[0] or tuple(line.low[k] for k in places[i : i + len(opener)]) != opener:
                continue
            stop = i - 1 if line.low[places[i - 1]] == "," else i
            start = _run(line, places, stop - 1, -1) + 1
            if 0 < start < stop:
                return [tuple(places[:stop]), (*places[:start], *places[i + len(opener) :])]
    return []
