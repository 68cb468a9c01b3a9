"""The statements of one claim in, which of them use the same words out: one quotation or one sentence, passed on.

Whoever is named beside it, the same quotation has one origin: "her lawyer", "a statement" and the lawyer's name are
three ways to credit one person. Two that agree in their own words share no run of words this long.
"""

from collections.abc import Mapping, Sequence

from headwater.text import words
from headwater.types import Article, Statement

_RUN = 5  # words of a run; usual for near-copies (Broder 1997)
_SHARED = 0.5  # share of the shorter statement's runs that the other has too
_FEWEST = 2  # runs that two statements share at least: six words in a row


def find_echoes(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, str]:
    """Statement to the first of those that use its words."""
    if len(statements) == 1:
        return {statements[0].id: statements[0].id}
    runs = [_runs(articles[s.article].text[s.start : s.end]) for s in statements]
    leader = list(range(len(statements)))

    def find(i: int) -> int:
        while leader[i] != i:
            i = leader[i]
        return i

    for i, mine in enumerate(runs):
        for j in range(i):
            shared = len(mine & runs[j])
            if shared >= _FEWEST and shared >= _SHARED * min(len(mine), len(runs[j])):
                first, second = sorted((find(i), find(j)))
                leader[second] = first
    return {s.id: statements[find(i)].id for i, s in enumerate(statements)}


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = [part for word in words(text) for part in word.replace(".", "").split("-")]
    return frozenset(tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1))
