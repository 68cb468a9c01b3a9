"""Groups of statements and scores of pairs in, fewer groups out: the pair model is asked about the groups left open.

A question is about two groups, not two statements: the pair of theirs that is most alike. It is asked where the score
says neither yes nor no, those nearest to yes first, so often an article at most. An answer of yes makes two groups one.
"""

from collections.abc import Mapping, Sequence

from headwater.align.ask import ask
from headwater.align.conflicts import Scene
from headwater.align.pairs import Pairs
from headwater.align.said import Said
from headwater.judge import Judge
from headwater.settings import AlignSettings

Pair = tuple[int, int]


def ask_about(groups: Sequence[Sequence[int]], scene: Scene, pairs: Pairs, judge: Judge, *, settings: AlignSettings) -> list[list[int]]:
    """The groups after all answers, each sorted, by their first member."""
    texts, same = scene.said, pairs.same
    home = {i: at for at, group in enumerate(groups) for i in group}
    merged = {at: list(group) for at, group in enumerate(groups)}
    leader = list(range(len(groups)))
    left = settings.questions * len(scene.articles)
    for _, (a, b) in _open(home, texts, same, least=settings.ask_from):
        first, second = sorted((_find(leader, home[a]), _find(leader, home[b])))
        if first == second or not _may_meet(merged[first], merged[second], texts, pairs, settings.ask_floor):
            continue
        if left == 0:
            break
        left -= 1
        if ask(judge, texts[a].text, texts[b].text, same[min(a, b), max(a, b)]) >= settings.ask_yes:
            merged[first] += merged.pop(second)
            leader[second] = first
    return sorted(sorted(g) for g in merged.values())


def _open(home: Mapping[int, int], texts: Sequence[Said], same: Mapping[Pair, float], *, least: float) -> list[tuple[float, Pair]]:
    """For every two groups the pair from two articles that is most alike, where it is at all; the most alike first."""
    best: dict[Pair, tuple[float, Pair]] = {}
    for (a, b), score in same.items():
        key = (min(home[a], home[b]), max(home[a], home[b]))
        if key[0] == key[1] or score < least or texts[a].place[0] == texts[b].place[0]:
            continue
        best[key] = max(best.get(key, (-1.0, (0, 0))), (round(score, 6), (a, b)))
    return sorted(best.values(), key=lambda found: (-found[0], found[1]))


def _find(leader: list[int], at: int) -> int:
    while leader[at] != at:
        at = leader[at]
    return at


def _may_meet(one: Sequence[int], other: Sequence[int], texts: Sequence[Said], pairs: Pairs, floor: float) -> bool:
    """Is the mean score of all pairs of two groups not too low, and does none stand in the way: of one sentence, or of other values?"""
    met = [(min(a, b), max(a, b)) for a in one for b in other]
    if any(texts[a].place == texts[b].place or ((a, b) in pairs.topic and (a, b) not in pairs.same) for a, b in met):
        return False
    return sum(pairs.same.get(p, 0.0) for p in met) >= floor * len(met)
