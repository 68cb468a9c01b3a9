"""The statements of one claim in, which of them come from one text out: the same words, quotation, or rare detail.

Whoever is named beside it, the same quotation has one origin: "her lawyer", "a statement" and the lawyer's name are
three ways to credit one person. Two that agree in their own words share no run of words this long. A name spelled as
hardly anybody spells it was copied; that two agree on what is true is no evidence of copying.
"""

from collections.abc import Iterable, Mapping, Sequence

from headwater.cluster import tied
from headwater.text import words
from headwater.trace.quoted import quoted
from headwater.types import Article, EdgeKind, Statement

_RUN = 5  # words of a run; usual for near-copies (Broder 1997)
_SHARED = 0.5  # share of the shorter statement's runs that the other has too
_FEWEST = 2  # runs that two statements share at least: six words in a row

Runs = frozenset[tuple[str, ...]]


def find_echoes(statements: Sequence[Statement], articles: Mapping[str, Article]) -> dict[str, str]:
    """Statement to the first of those that use its words."""
    return _leaders(statements, _same_words(statements, articles))


def find_ties(
    statements: Sequence[Statement], articles: Mapping[str, Article], details: Mapping[str, Sequence[str]]
) -> dict[EdgeKind, dict[str, str]]:
    """By what they are tied, then statement to the first of those that it is tied with; one that is tied with none is left out.

    ``details`` holds the rare details of each article, as ``details.find_details`` gives them.
    """
    if len(statements) == 1:  # as most claims have
        return {"words": {}, "quotation": {}, "detail": {}}
    by_kind: dict[EdgeKind, list[list[int]]] = {
        "words": _same_words(statements, articles),
        "quotation": _sharing([_quotations(s, articles) for s in statements]),
        "detail": _sharing([_details(s, articles, details) for s in statements]),
    }
    return {kind: _leaders(statements, groups) if groups else {} for kind, groups in by_kind.items()}


def _leaders(statements: Sequence[Statement], groups: Iterable[Sequence[int]]) -> dict[str, str]:
    found = tied([*([i] for i in range(len(statements))), *groups])
    first = {i: least for g in found for least in [min(g)] for i in g}
    return {s.id: statements[first[i]].id for i, s in enumerate(statements)}


def _same_words(statements: Sequence[Statement], articles: Mapping[str, Article]) -> list[list[int]]:
    if len(statements) == 1:
        return []
    runs = [_runs(articles[s.article].text[s.start : s.end]) for s in statements]
    return [[i, j] for j, mine in enumerate(runs) for i in range(j) if _alike(runs[i], mine)]


def _alike(a: Runs, b: Runs) -> bool:
    shared = len(a & b)
    return shared >= _FEWEST and shared >= _SHARED * min(len(a), len(b))


def _runs(text: str) -> Runs:
    found = [part for word in words(text) for part in word.replace(".", "").split("-")]
    return frozenset(tuple(found[i : i + _RUN]) for i in range(len(found) - _RUN + 1))


def _quotations(statement: Statement, articles: Mapping[str, Article]) -> Runs:
    """The runs of words within the quotations that a statement holds or touches."""
    text = articles[statement.article].text
    first = min(statement.start, statement.sentence.start)
    spans = [(first + s, first + e) for s, e in quoted(text[first : max(statement.end, statement.sentence.end)])]
    return frozenset(run for s, e in spans if s < statement.end and statement.start < e for run in _runs(text[s:e]))


def _details(statement: Statement, articles: Mapping[str, Article], details: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, ...]]:
    text = articles[statement.article].text[min(statement.start, statement.sentence.start) : max(statement.end, statement.sentence.end)]
    return frozenset((d,) for d in details.get(statement.article, ()) if d in text)


def _sharing(marks: Sequence[Runs]) -> list[list[int]]:
    """Groups of the statements, by their places, that have a mark in common."""
    holders: dict[tuple[str, ...], list[int]] = {}
    for i, mine in enumerate(marks):
        for mark in sorted(mine):
            holders.setdefault(mark, []).append(i)
    return [group for group in holders.values() if len(group) > 1]
