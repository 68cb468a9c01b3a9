"""A scene in, conflicts of numbers out: one unit, one thing, two values that cannot both be right.

Tested in this order: the same event (no two places or days in their way), the same quantity and scope, values that
differ by more than their rounding; then whether the later report updates the earlier.
"""

import re
from collections import defaultdict

import msgspec

from headwater.align.conflicts.partners import Pair, find_partners
from headwater.align.conflicts.scene import Scene, elsewhere, own_places, where
from headwater.align.said import content_words
from headwater.align.values import apart, comparable, compare_days, compare_values
from headwater.types import Article, Conflict, Quantity

_TOLLS = {"person killed": "dead", "person wounded": "hurt"}  # counts that rise while an event goes on
_BEHIND = 24  # characters after a number that say what is counted
_SOME = re.compile(r"(?i)\W*(?:several|some|one of)\b|[\w.,$-]+\s(?:more|others?|another|additional|of (?:the|them|its|his|her|their))\b")
_AROUND = 45  # characters on either side of an amount that say what it is an amount of


class Difference(msgspec.Struct, frozen=True):
    """Two statements about one thing with different numbers of one unit."""

    score: float
    a: int
    b: int
    value_a: Quantity
    value_b: Quantity


def find_numbers(scene: Scene, *, least: float) -> list[Conflict]:
    """Pairs of claims whose likeliest statements give one unit different numbers, in the order of the claims."""
    best: dict[tuple[int, int], Difference] = {}
    for unit, pairs in sorted(_by_unit(scene, least).items()):
        for a, b, score in find_partners(scene, pairs):
            found = _difference(scene, a, b, score, unit)
            if found is None:
                continue
            first, second = sorted((scene.home[a], scene.home[b]))
            if first != second and ((first, second) not in best or score > best[first, second].score):
                best[first, second] = found
    return [_conflict(scene, pair, found) for pair, found in sorted(best.items())]


def _by_unit(scene: Scene, least: float) -> dict[str, list[Pair]]:
    """The pairs from two articles that are so much alike and both have a number of a unit, or a bare one, by the unit."""
    units = [{q.unit for q in s.quantities} for s in scene.said]
    found: dict[str, list[Pair]] = defaultdict(list)
    for (a, b), score in scene.topic.items():
        if score < least or not units[a] or not units[b] or scene.said[a].place[0] == scene.said[b].place[0]:
            continue
        for unit in units[a] | units[b]:
            if all(unit in held or "" in held or not unit for held in (units[a], units[b])):
                found[unit].append((a, b, score))
    return found


def _difference(scene: Scene, a: int, b: int, score: float, unit: str) -> Difference | None:
    """The first values of a unit that differ, None where any of them agree or the two tell of different events."""
    x, y = scene.said[a], scene.said[b]
    mine, other = ([q for q in scene.said[i].quantities if comparable(q.unit, unit) and _counts(scene, i, q)] for i in (a, b))
    if compare_values(mine, other) == "agree" or compare_days(x.days, y.days) == "differ" or elsewhere(where(scene, a), where(scene, b)):
        return None
    for q in mine:
        for r in other:
            if comparable(q.unit, r.unit) and apart(q, r) and _one_scope(scene, a, b, q, r):
                return Difference(score, a, b, q, r)
    return None


def _counts(scene: Scene, at: int, q: Quantity) -> bool:
    """Is it a count of all there are: not "several", not "two more", not "one of the"?"""
    article = scene.article(at)
    return not _SOME.match(article.text[q.start : q.end + _BEHIND])


def _one_scope(scene: Scene, a: int, b: int, q: Quantity, r: Quantity) -> bool:
    """Are two amounts of money, or two shares, amounts of one thing, as far as the words beside them tell?"""
    if q.unit != "percent" and not q.unit.isupper():
        return True
    return not _beside(scene, a, q).isdisjoint(_beside(scene, b, r))


def _beside(scene: Scene, at: int, q: Quantity) -> frozenset[str]:
    s, text = scene.statements[at], scene.article(at).text
    near = f"{text[max(s.start, q.start - _AROUND) : q.start]} {text[q.end : min(s.end, q.end + _AROUND)]}"
    return frozenset(w for w in content_words(near) if not w[:1].isdigit()) - scene.said[at].names - _SCALES


_SCALES = frozenset(
    content_words("billion million trillion thousand about nearly more than least estimated expected percent company bank year quarter")
)


def _conflict(scene: Scene, pair: tuple[int, int], found: Difference) -> Conflict:
    a, b = scene.article(found.a), scene.article(found.b)
    unit = found.value_a.unit or found.value_b.unit
    rising = unit in _TOLLS and _is_own_event(scene, found.a) and _is_own_event(scene, found.b)
    update = rising and (_before(a, b) or _before(b, a))
    what = f"{_TOLLS[unit]}: " if unit in _TOLLS else ""
    return Conflict(
        kind="number",
        claims=(scene.claims[pair[0]].id, scene.claims[pair[1]].id),
        update=update,
        why=f"{what}{_words(scene, found.a, found.value_a)} or {_words(scene, found.b, found.value_b)}"
        + ("; the later report may update the earlier" if update else ""),
    )


def _is_own_event(scene: Scene, at: int) -> bool:
    """Does a statement tell of what its article reports, and not of something that was elsewhere before it?"""
    return not elsewhere(where(scene, at), own_places(scene, at))


def _words(scene: Scene, at: int, value: Quantity) -> str:
    """A number as its report words it, with the word or two behind it in its paragraph, and the report."""
    behind = re.match(r"(?:[^\S\n]+[\w-]+){0,2}", scene.article(at).text[value.end : value.end + _BEHIND])
    return scene.quoted(at, value.start, value.end + (behind.end() if behind else 0))


def _before(a: Article, b: Article) -> bool:
    """Did one article surely appear before another?"""
    return bool(a.published.latest and b.published.earliest and a.published.latest < b.published.earliest)
