"""The statements of one claim in, which of them use the same words out: one quotation or one sentence, passed on.

Whoever is named beside it, the same quotation has one origin: "her lawyer", "a statement" and the lawyer's name are
three ways to credit one person. Two that agree in their own words share no run of words this long.
"""

from collections.abc import Mapping, Sequence

from headwater.cluster import tied
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
    pairs = ([i, j] for j, mine in enumerate(runs) for i in range(j) if _same_words(runs[i], mine))
    groups = tied([*([i] for i in range(len(statements))), *pairs])
    first = {i: min(g) for g in groups for i in g}
    return {s.id: statements[first[i]].id for i, s in enumerate(statements)}


def _same_words(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> bool:
    shared = len(a & b)
    return shared >= _FEWEST and shared >= _SHARED * min(len(a), len(b))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    found = [part for word in words(text) for part in word.replace(".", "").split("-")]
    return frozenset(tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1))
