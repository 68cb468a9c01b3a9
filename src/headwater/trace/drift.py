"""The articles of a story in, quotations whose words changed from report to report out, side by side.

Two quotations are one where most words of the shorter stand in the longer in the same order, and they are not the same.
One that only leaves out the beginning or the end of the other is shortened, and not changed.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from headwater.cluster import tied
from headwater.text import words
from headwater.trace.family import Family
from headwater.trace.order import by_date
from headwater.trace.quoted import quoted
from headwater.types import Drift, Form, Notes

_LEAST = 6  # words of a quotation: shorter ones are alike by chance
_RUN = 3  # words in a row that two share, to be compared at all
_SAME = 0.6  # share of the shorter one's words that stand in the other in the same order
_FEWEST = 2  # such runs that they share, unless one is short
_SHORT = 8  # words
_MOST_HOLDERS = 40  # quotations with one run of words: a phrase of every day is no sign


class _Quotation:
    """A quotation with its words, and every place where just these words stand."""

    def __init__(self, text: str, key: tuple[str, ...]) -> None:
        self.text = text
        self.key = key
        self.mentions: list[tuple[str, int, int]] = []


def find_drift(order: Sequence[str], notes: Mapping[str, Notes], family: Family) -> tuple[Drift, ...]:
    """The quotations that stand in several reports in different words; those of most reports first.

    ``order`` holds the ids of the story's articles. The oldest form comes first.
    """
    found: dict[tuple[str, ...], _Quotation] = {}
    for i in sorted(order, key=lambda i: (by_date(family.published[i]), i)):
        text = family.articles[i].text
        for start, end in quoted(text):
            key = tuple(w.strip(".,'") for w in words(text[start:end]))
            if len(key) >= _LEAST:
                found.setdefault(key, _Quotation(text[start:end], key)).mentions.append((i, start, end))
    held = list(found.values())
    groups = tied([*([n] for n in range(len(held))), *(pair for pair in _candidates(held) if _changed(held[pair[0]], held[pair[1]]))])
    drifts = [Drift(forms=tuple(_form(held[n], notes) for n in sorted(g))) for g in groups if len(g) > 1]
    apart = [d for d in drifts if len({family.text.get(m[0], m[0]) for f in d.forms for m in f.mentions}) > 1]
    return tuple(sorted(apart, key=lambda d: (-len({m[0] for f in d.forms for m in f.mentions}), d.forms[0].mentions[0])))


def _candidates(held: Sequence[_Quotation]) -> list[list[int]]:
    """Pairs of quotations that share runs of words, as many as one changed word leaves."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for n, q in enumerate(held):
        for run in dict.fromkeys(q.key[i : i + _RUN] for i in range(len(q.key) - _RUN + 1)):
            holders.setdefault(run, []).append(n)
    shared: Counter[tuple[int, int]] = Counter()
    for group in holders.values():
        if len(group) <= _MOST_HOLDERS:
            shared.update((a, b) for k, b in enumerate(group) for a in group[:k])
    return [[a, b] for (a, b), runs in sorted(shared.items()) if runs >= _FEWEST or min(len(held[a].key), len(held[b].key)) < _SHORT]


def _changed(a: _Quotation, b: _Quotation) -> bool:
    """Are two the same quotation in other words, given by different articles?"""
    if {m[0] for m in a.mentions} == {m[0] for m in b.mentions}:
        return False
    short, long = sorted((a.key, b.key), key=len)
    if any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1)):
        return False
    blocks = [(m.a, m.b, m.size) for m in SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks() if m.size]
    if sum(size for _, _, size in blocks) < _SAME * len(short):
        return False
    return len(blocks) > 1 or not _only_cut(short, long, blocks[0])


def _only_cut(short: tuple[str, ...], long: tuple[str, ...], block: tuple[int, int, int]) -> bool:
    """Do the two only overlap in this block, each going on where the other stops?"""
    a, b, size = block
    return (a == 0 or b == 0) and (a + size == len(short) or b + size == len(long))


def _form(quotation: _Quotation, notes: Mapping[str, Notes]) -> Form:
    speakers = [
        a.name
        for article, start, end in quotation.mentions
        for a in notes[article].attributions
        if a.content.start < end and start < a.content.end
    ]
    return Form(text=quotation.text, mentions=tuple(quotation.mentions), speakers=tuple(dict.fromkeys(speakers)))
