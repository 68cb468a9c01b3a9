"""A scene in, conflicts of time, place and actor out: two statements that are alike but for what fills one slot.

A slot is a place behind a preposition, a time, or a country or body that stands before a noun; its governor is the
words of content before it, or that noun. Two statements conflict where the governors are the same, what fills the slot
differs, and neither sentence holds what fills the other's. A place needs a name in its governor: two reports that put
one named thing at two places disagree, while bases in one land and bases in another are two things.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

import msgspec

from headwater.align.conflicts.scene import Scene, far
from headwater.align.said import content_words, name_words
from headwater.demonyms import DEMONYMS
from headwater.text import fold, words
from headwater.types import Conflict, Place

Kind = Literal["time", "place", "actor"]
_BEFORE = 60  # characters before a slot in which its governor stands
_GOVERNOR = 3  # words of content nearest before a slot
_PREPOSITION = re.compile(
    r"(?i)\b(in|inside|near|at|outside|off|around)\s+(?:the\s+)?(?:[a-z]+(?:ern)?\s+)?(?:(?:city|town|village|province|region) of )?$"
)
_FORM = {"inside": "in", "at": "in", "around": "near", "off": "near", "outside": "near"}
_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_HEAD = re.compile(r"\s+((?:[a-z][a-z-]+\s+){0,1}[a-z][a-z-]{2,})")
_ACTS = re.compile(r"^(?:ha[sd]|have|is|are|was|were|did|does|will|would|could|may|might|to|and|or|of|in|on|at|for|who|which|that|\w+ed)\b")
_MINUTES = 20  # two times of day this far apart are two times


class Slot(msgspec.Struct, frozen=True, kw_only=True):
    """What fills a slot, and where."""

    kind: Kind
    form: str
    governor: frozenset[str]
    value: tuple[str, ...]
    """Words of a name, the first and last day of a time, or a time of day."""
    place: Place | None = None
    start: int
    end: int


class SlotDifference(msgspec.Struct, frozen=True):
    """Two statements, by place, that fill one slot differently."""

    a: int
    b: int
    x: Slot
    y: Slot


def find_slot_differences(scene: Scene, *, least: float) -> list[SlotDifference]:
    """Every pair of statements of two articles that differ in a slot; ``least`` is how alike by topic they are. No claim is needed yet."""
    if len(scene.articles) == 1:
        return []
    filled = [(at, slot) for at in range(len(scene.statements)) for slot in _slots(scene, at)]
    near = ((filled[i], filled[j]) for i, j in _near(scene, filled, least))
    return [SlotDifference(a, b, x, y) for (a, x), (b, y) in near if _differ(scene, a, b, x, y)]


def find_slots(scene: Scene, differences: Sequence[SlotDifference]) -> list[Conflict]:
    """Conflicts of two claims: for each kind and two values the pair of statements most alike."""
    best: dict[tuple[Kind, frozenset[tuple[str, ...]]], tuple[float, int]] = {}
    for at, d in enumerate(differences):
        key, score = (d.x.kind, frozenset((d.x.value, d.y.value))), scene.topic.get((min(d.a, d.b), max(d.a, d.b)), 0.0)
        if scene.home[d.a] != scene.home[d.b] and (key not in best or score > best[key][0]):
            best[key] = (score, at)
    return [_conflict(scene, differences[at]) for at in sorted(at for _, at in best.values())]


def _near(scene: Scene, filled: Sequence[tuple[int, Slot]], least: float) -> list[tuple[int, int]]:
    """Pairs of slots of one form and governor from two articles; the topic is the same too, or the governor is a name."""
    holders: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for i, (_, slot) in enumerate(filled):
        for word in slot.governor:
            holders[slot.kind, slot.form, word].append(i)
    shared = {p for held in holders.values() for p in itertools.combinations(held, 2)}
    return [
        (i, j)
        for i, j in sorted(shared)
        if scene.said[filled[i][0]].place[0] != scene.said[filled[j][0]].place[0]
        and (
            filled[i][1].kind == "place"
            or scene.topic.get((min(filled[i][0], filled[j][0]), max(filled[i][0], filled[j][0])), 0.0) >= least
        )
    ]


def _slots(scene: Scene, at: int) -> Iterator[Slot]:
    yield from _places(scene, at)
    yield from _times(scene, at)
    yield from _actors(scene, at)


def _places(scene: Scene, at: int) -> Iterator[Slot]:
    s, notes, text = scene.statements[at], scene.notes[scene.statements[at].article], scene.article(at).text
    for p in notes.places:
        if p.use != "place" or not s.sentence.start <= p.start < s.sentence.end:
            continue
        start = max(s.sentence.start, p.start - _BEFORE)
        before = text[start : p.start]
        preposition = _PREPOSITION.search(before)
        if preposition and _stands_for(scene, at, p.start):
            form = preposition.group(1).lower()
            named = name_words([text[n.start : n.end] for n in notes.names if start <= n.start < p.start])
            governor = named & {*words(fold(before[: preposition.start()]))[-_GOVERNOR:]}
            value = tuple(words_of(p.name))
            yield Slot(kind="place", form=_FORM.get(form, form), governor=governor, value=value, place=p, start=p.start, end=p.end)


def _times(scene: Scene, at: int) -> Iterator[Slot]:
    s, text = scene.statements[at], scene.article(at).text
    for t in s.times:
        before = text[max(s.sentence.start, t.start - _BEFORE) : t.start]
        clock = _CLOCK.search(t.value)
        if clock:
            yield Slot(kind="time", form="clock", governor=_nearest(before), value=clock.groups(), start=t.start, end=t.end)
        elif t.earliest and t.latest:
            days = (t.earliest[:10], t.latest[:10])
            yield Slot(kind="time", form="day", governor=_nearest(before), value=days, start=t.start, end=t.end)


def _actors(scene: Scene, at: int) -> Iterator[Slot]:
    s, notes, text = scene.statements[at], scene.notes[scene.statements[at].article], scene.article(at).text
    for n in notes.names:
        if not s.start <= n.start < s.end:
            continue
        head, name = _HEAD.match(text, n.end), text[n.start : n.end]
        if head and head.end() <= s.end and not _ACTS.match(head.group(1)) and _is_actor(name, n.kind):
            governor = _joined(content_words(head.group(1)))
            yield Slot(kind="actor", form="of", governor=governor, value=tuple(words_of(name)), start=n.start, end=head.end())


def _stands_for(scene: Scene, at: int, place: int) -> bool:
    """Does a statement hold a place of its sentence, or is it the first of a sentence of which none does?"""
    s = scene.statements[at]
    if s.start <= place < s.end or not s.sentence.start <= place < s.sentence.end:
        return s.start <= place < s.end
    beside = [t for t in scene.statements if t.article == s.article and t.sentence == s.sentence]
    return beside[0] is s and not any(t.start <= place < t.end for t in beside)


def _nearest(before: str) -> frozenset[str]:
    """The word of content before a time, alone and with the one before it: what happened, or was done, then."""
    near = content_words(before)[-2:]
    return frozenset((*near[-1:], "".join(near)))


def _joined(words: Sequence[str]) -> frozenset[str]:
    """Words, and each two of them as one: "air strikes" are "airstrikes"."""
    return frozenset((*words, *(a + b for a, b in itertools.pairwise(words))))


def words_of(name: str) -> list[str]:
    """The words of a name, folded and in order of the alphabet."""
    return sorted(name_words([name]))


def _is_actor(name: str, kind: str) -> bool:
    return kind in ("organisation", "group") or fold(name) in DEMONYMS


def _differ(scene: Scene, a: int, b: int, x: Slot, y: Slot) -> bool:
    if not x.value or not y.value:
        return False
    if x.kind == "time":
        return _words(scene, a, x) != _words(scene, b, y) and _apart_in_time(x, y)
    if set(x.value) & set(y.value) or (x.place and y.place and not _two_places(x.place, y.place, x.form)):
        return False
    return not _holds(scene, a, y.value) and not _holds(scene, b, x.value)


def _two_places(p: Place, q: Place, form: str) -> bool:
    """Are these two places of which neither holds the other? What is near one place may be near another, but is not said so."""
    wide = [x.precision in ("country", "area", "region") for x in (p, q)]
    if any(wide):
        return all(wide) and p.country != q.country and p.precision == q.precision == "country"
    return form == "near" or far(p, q)


def _apart_in_time(x: Slot, y: Slot) -> bool:
    if x.form == "clock":
        p, q = (60 * int(s.value[0]) + int(s.value[1]) for s in (x, y))
        return min(abs(p - q), 1440 - abs(p - q)) >= _MINUTES
    return x.value[1] < y.value[0] or y.value[1] < x.value[0]


def _words(scene: Scene, at: int, slot: Slot) -> str:
    """What fills a slot, folded: "this week" of two days is no two weeks."""
    return fold(scene.article(at).text[slot.start : slot.end])


def _holds(scene: Scene, at: int, value: tuple[str, ...]) -> bool:
    """Does the sentence of a statement hold a word of what fills the other's slot?"""
    s = scene.statements[at]
    sentence = scene.article(at).text[s.sentence.start : s.sentence.end]
    return not name_words([sentence]).isdisjoint(value)


def _conflict(scene: Scene, d: SlotDifference) -> Conflict:
    sides = [scene.quoted(at, slot.start, slot.end) for at, slot in ((d.a, d.x), (d.b, d.y))]
    claims = sorted({scene.home[d.a], scene.home[d.b]})
    return Conflict(kind=d.x.kind, claims=tuple(scene.claims[c].id for c in claims), update=False, why=f"{sides[0]} or {sides[1]}")
