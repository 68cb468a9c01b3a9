"""What is new in the case in, which story every article is in out; stories keep their ids while they grow.

A case of ``WHOLE`` articles or fewer is grouped whole each time, so that it holds what ``headwater brief`` of the same
reports would show, in whatever order they came. In a larger one only what new articles may belong to is grouped anew.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from headwater.case.near import Near
from headwater.case.profiles import Profiles
from headwater.case.store import Store
from headwater.group.batch import link
from headwater.group.changes import Changes
from headwater.group.linkage import EVIDENCE, split
from headwater.settings import GroupSettings
from headwater.text import content_id

WHOLE = 256
"""Articles of a case that is grouped whole at each run: that takes 0.4 s of one core at most."""
_PIECE = 512  # articles that are grouped anew together at most, those nearest to the new ones first
_BATCH = 300  # articles compared before what was found is kept: more than WHOLE, so that the first words are counted together


class Regrouped(msgspec.Struct, frozen=True, kw_only=True):
    """Where articles are now that were elsewhere, or nowhere, before."""

    story_of: dict[int, str]
    """Number of an article to the id of its story; those that moved or are new."""
    why: tuple[str, ...]


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """Articles that are grouped together: their ids, and the stories they are in."""

    ids: dict[int, str]
    story: dict[int, str]


def compare_waiting(store: Store, profiles: Profiles, *, settings: GroupSettings) -> None:
    """Compare every article that was not, some at a time; nothing but the index changes."""
    near = Near(store, profiles, settings=settings)
    with store.writing():
        waiting = near.waiting()
    for start in range(0, len(waiting), _BATCH):
        with store.writing():
            batch = waiting[start : start + _BATCH]
            for n in batch:
                near.learn(n)
            for n in batch:
                near.add(n)


def regroup(store: Store, profiles: Profiles, fresh: Sequence[int], *, settings: GroupSettings, whole: bool) -> Regrouped:
    """The stories of the new articles, and of those that they draw with them."""
    everything = [[n for (n,) in store.rows("SELECT n FROM article ORDER BY id")]] if whole else []
    pieces = everything or list(_pieces(store, profiles, fresh, settings))
    moved: dict[int, str] = {}
    changes = Changes(None)
    for piece in pieces:
        held = _held(store, piece)
        groups = _linked(profiles, piece, settings) if whole else _split(store, profiles, held, settings)
        before = held.story
        after = _named(store, groups, held)
        changes.compare(before, {n: after[n] for n in before}, held.ids)
        moved |= {n: story for n, story in after.items() if before.get(n) != story}
    return Regrouped(story_of=moved, why=tuple(f"{c.kind} {c.story}: {c.reason}" for c in changes.listed()))


def _held(store: Store, piece: Iterable[int]) -> Held:
    ids: dict[int, str] = {}
    stories: dict[int, str] = {}
    for n in piece:
        row = store.one("SELECT article.id, story.id FROM article LEFT JOIN story ON story.n = article.story WHERE article.n = ?", (n,))
        ids[n] = row[0]
        if row[1] is not None:
            stories[n] = row[1]
    return Held(ids=ids, story=stories)


def _linked(profiles: Profiles, piece: Sequence[int], settings: GroupSettings) -> list[list[int]]:
    """The groups of all articles at once."""
    if not piece:
        return []
    of = {profiles[n].article: n for n in piece}
    found = link([profiles[n] for n in piece], settings=settings).groups(threshold=settings.same_story)
    return [[of[i] for i in group] for group in found]


def _split(store: Store, profiles: Profiles, held: Held, settings: GroupSettings) -> list[list[int]]:
    """The groups of a piece by the pair scores that are kept."""
    piece = sorted(held.ids, key=lambda n: held.ids[n])
    inside = set(piece)
    links = {n: {b: s for b, s in store.rows("SELECT b, score FROM pair WHERE a = ?", (n,)) if b in inside} for n in piece}
    bare = all(profiles[n].bare for n in piece)
    return split(piece, links, threshold=settings.same_story, candidates=settings.candidates, bare=bare)


def _pieces(store: Store, profiles: Profiles, fresh: Sequence[int], settings: GroupSettings) -> Iterable[list[int]]:
    """The parts of the case that new articles may draw together, those nearest to them first.

    Two groups become one where the mean of their pair scores reaches the threshold, and so at least one of the scores:
    whatever is joined by no such score stays apart. Headlines alone have more weight together, by ``EVIDENCE``.
    """
    done: set[int] = set()
    for start in fresh:
        if start in done:
            continue
        least = settings.same_story
        if profiles[start].bare:
            least /= float(settings.candidates**2) ** EVIDENCE
        piece, ahead = {start}, [start]
        while ahead and len(piece) < _PIECE:
            rows = store.rows("SELECT b FROM pair WHERE a = ? AND score >= ? ORDER BY score DESC, b", (ahead.pop(0), least))
            more = [b for (b,) in rows if b not in piece][: _PIECE - len(piece)]
            piece.update(more)
            ahead += more
        done |= piece
        yield sorted(piece)


def _named(store: Store, groups: Sequence[Sequence[int]], held: Held) -> dict[int, str]:
    """A story for each group: the one that most of its articles were in, else a new one with the id of its oldest article."""
    claims = []
    for g, group in enumerate(groups):
        counts = Counter(held.story[n] for n in group if n in held.story)
        claims += [(-count, story, g) for story, count in counts.items()]
    named: dict[int, str] = {}
    for _, story, g in sorted(claims):
        if g not in named and story not in named.values():
            named[g] = story
    taken = set(named.values())
    for g, group in enumerate(groups):
        if g not in named:
            named[g] = _new_id(store, [held.ids[n] for n in _by_age(store, group)], taken)
            taken.add(named[g])
    return {n: named[g] for g, group in enumerate(groups) for n in group}


def _by_age(store: Store, group: Sequence[int]) -> list[int]:
    rows = {n: store.one("SELECT coalesce(latest, '9999'), id FROM article WHERE n = ?", (n,)) for n in group}
    return sorted(group, key=lambda n: rows[n])


def _new_id(store: Store, articles: Sequence[str], taken: set[str]) -> str:
    """An id that no story has or had: of the oldest article, else of a younger one."""
    for apart in ((), ("apart",), *(("apart", str(k)) for k in range(2, 1000))):
        for article in articles:
            found = content_id("story", article, *apart)
            if found not in taken and store.one("SELECT 1 FROM story WHERE id = ?", (found,)) is None:
                return found
    raise AssertionError("a thousand stories of one article")  # pragma: no cover - ids are hashes
