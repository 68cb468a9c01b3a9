"""Statements of one story in, scores of pairs out: how far two statements say the same thing."""

import re
from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from headwater.models import DIMENSIONS
from headwater.sparse import Rows, alike, tfidf_rows, unit
from headwater.tables import STOPWORDS
from headwater.text import fold, stem, words
from headwater.types import Article, Notes, Quantity, Statement

_MEANING = 0.5  # share of the vectors in a pair score; on SPARK's part here TF-IDF and MiniLM together beat either
_LEAST = 0.25  # pair scores below this are not kept; a claim has no pair below `pair_floor` anyway
_SAME_VALUE = 0.06  # added where a number with its unit agrees; hand-set, learned later
_NO_SHARED_NAME = 0.06  # taken off where both have names and share none


class Pairs(msgspec.Struct, frozen=True):
    """Scores of pairs of statements by their places: with values considered, and of the topic alone."""

    same: dict[tuple[int, int], float]
    topic: dict[tuple[int, int], float]
    """Of pairs that both have numbers only."""
    negated: tuple[bool, ...]
    """Does each statement say that something is not so?"""
    words: tuple[frozenset[str], ...]
    """The stems of the words of content of each statement."""


def score_pairs(statements: Sequence[Statement], articles: Mapping[str, Article], notes: Mapping[str, Notes]) -> Pairs:
    """Scores from 0 to 1 of the pairs that are worth a look; statements of one sentence are never a pair."""
    found = [_words(s, articles) for s in statements]
    rows = np.hstack([_MEANING**0.5 * _vectors(statements, notes), (1 - _MEANING) ** 0.5 * tfidf_rows(found)])
    names = [frozenset(w for n in s.names for w in words(n)) for s in statements]
    numbers = [s.quantities for s in statements]
    places = [(s.article, s.sentence.start) for s in statements]
    same: dict[tuple[int, int], float] = {}
    topic: dict[tuple[int, int], float] = {}
    for a, b, likeness in alike(rows, _LEAST):
        if places[a] == places[b]:
            continue
        score = likeness
        if numbers[a] and numbers[b]:
            topic[a, b] = score
            verdict = compare_values(numbers[a], numbers[b])
            if verdict == "differ":
                continue
            score += _SAME_VALUE * (verdict == "agree")
        if names[a] and names[b] and names[a].isdisjoint(names[b]):
            score -= _NO_SHARED_NAME
        same[a, b] = min(1.0, score)
    negated = tuple(_NEGATION.search(articles[s.article].text, s.start, s.end) is not None for s in statements)
    return Pairs(same, topic, negated, tuple(map(frozenset, found)))


_NEGATION = re.compile(
    r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|only|fail(?:s|ed)?|refus\w+|spared?|avoid\w*|prevent\w*|stop\w*|un\w{4,}ed)\b|n['’]t\b"
)


def compare_values(a: Sequence[Quantity], b: Sequence[Quantity]) -> str:
    """Do the numbers of two statements "agree", "differ", or is there nothing to compare ("open")? A bare number meets any."""
    verdicts = {_agree(q, r) for q in a for r in b if q.unit == r.unit or not (q.unit and r.unit)}
    if not verdicts:
        return "open"
    return "agree" if True in verdicts else "differ"


def _agree(a: Quantity, b: Quantity) -> bool:
    """Can both be right as they are worded: the same bounds, or a round number within a twentieth of the other?"""
    x, y = _value(a), _value(b)
    if x is None or y is None:
        return False
    tolerance = _ROUNDING * max(abs(x), abs(y)) if a.rounded or b.rounded else 0.0
    return abs(x - y) <= tolerance


_ROUNDING = 0.05


def _value(q: Quantity) -> float | None:
    return q.low if q.low is not None else q.high


def _vectors(statements: Sequence[Statement], notes: Mapping[str, Notes]) -> Rows:
    rows = np.zeros((len(statements), DIMENSIONS), dtype=np.float32)
    for i, s in enumerate(statements):
        held = notes[s.article].vectors
        if held:
            rows[i] = np.frombuffer(held, dtype=np.float16, count=DIMENSIONS, offset=2 * DIMENSIONS * s.row)
    return unit(rows)


def _words(statement: Statement, articles: Mapping[str, Article]) -> list[str]:
    found = words(fold(articles[statement.article].text[statement.start : statement.end]))
    return [stem(part) for w in found for part in w.split("-") if part not in STOPWORDS and part]
