"""A group of statements in, those that surely say the same out, and the one whose words they share: the heading of the claim."""

from collections.abc import Sequence

from headwater.align.pairs import Pairs
from headwater.align.said import Said
from headwater.align.turned import tells_otherwise
from headwater.align.values import compare_values
from headwater.judge import Judge
from headwater.settings import AlignSettings
from headwater.text import words
from headwater.types import Statement

Alike = Sequence[Sequence[Statement]]
"""Statements of the same words, by their place."""
_CLEAREST_WORDS = 14  # a heading is best near this length: long enough to stand alone, short enough to say one thing
_CONTRADICTS = 0.5  # what the pair model says at least (0 to 1) for two statements not to say the same
_MOST_ASKED = 12  # statements of a claim that the pair model is shown beside its middle
_NAMELESS = ("unnamed", "outlet")


def find_sure(group: Sequence[int], alike: Alike, texts: Sequence[Said], pairs: Pairs, settings: AlignSettings) -> tuple[int, ...]:
    """Those of a group that are surely like its middle, the one that is most like the others; the middle first.

    Surely means by score and by words: most of the shorter one's words of content stand in the other too, and both
    have enough of them to say something that is not said every day; both say that it is so, or that it is not; and
    no two of them tell of other days, or turn round who did it to whom.
    """

    def like(a: int, b: int) -> float:
        return 1.0 if a == b else pairs.same.get((min(a, b), max(a, b)), 0.0)

    content = {i: frozenset(texts[i].words) for i in group}

    def shared(a: int, b: int) -> float:
        fewer = min(len(content[a]), len(content[b]))
        return len(content[a] & content[b]) / fewer if fewer >= settings.sure_least else 0.0

    def stance(a: int) -> tuple[str, bool]:
        return alike[a][0].status, texts[a].negated

    middle = max(group, key=lambda a: (round(sum(like(a, b) for b in group), 6), -a))
    kept: list[int] = []
    for i in (middle, *(i for i in group if i != middle)):
        near = stance(i) == stance(middle) and like(i, middle) >= settings.sure and shared(i, middle) >= settings.sure_words
        if near and not any(tells_otherwise(texts[i], texts[k]) for k in kept):
            kept.append(i)
    return tuple(kept)


def unrefuted(sure: Sequence[int], alike: Alike, texts: Sequence[Said], judge: Judge) -> tuple[int, ...]:
    """The sure ones without those that contradict the first, as the pair model says; asked only where two sources are named."""
    named = {s.chain[0].name for i in sure for s in alike[i] if s.chain and s.chain[0].kind not in _NAMELESS}
    if len(sure) < 2 or len(named) < 2:
        return tuple(sure)
    first = texts[sure[0]].text

    def refuted(i: int) -> bool:
        there, back = judge.judge(first, texts[i].text), judge.judge(texts[i].text, first)
        return max(there.contradicts, back.contradicts) >= _CONTRADICTS

    return (sure[0], *(i for n, i in enumerate(sure[1:]) if n < _MOST_ASKED and not refuted(i)))


def find_heading(group: Sequence[int], sure: Sequence[int], alike: Alike, texts: Sequence[Said], settings: AlignSettings) -> int:
    """The place of the statement that heads a claim.

    Where several surely say the same, it is one whose words most of them share; never one with a number that most of
    them lack, where another has none of these. Of those left, the one that best stands alone.
    """
    pool = list(sure) if len(sure) > 1 else list(group)
    whole = sum(len(alike[i]) for i in pool)

    def lacking(i: int) -> bool:
        having = [sum(len(alike[j]) for j in pool if compare_values((q,), texts[j].quantities) == "agree") for q in texts[i].quantities]
        return any(2 * n < whole for n in having)

    def shared(i: int) -> bool:
        mine = frozenset(texts[i].words)
        if len(sure) < 2 or not mine:
            return True
        found = sum(len(alike[j]) * len(mine.intersection(texts[j].words)) for j in pool if j != i)
        return found >= settings.sure_words * len(mine) * (whole - len(alike[i]))

    return max(pool, key=lambda i: (alike[i][0].status != "denied", not lacking(i), shared(i), *_clarity(alike[i][0], texts[i].text)))


def _clarity(statement: Statement, text: str) -> tuple[float, str]:
    """How well a statement stands alone: with names, begins like a sentence, neither long nor short."""
    size = len(words(text))
    fit = -abs(size - _CLEAREST_WORDS) / _CLEAREST_WORDS + 0.5 * min(2, len(statement.names)) + 0.5 * text[:1].isupper()
    return fit, statement.id
