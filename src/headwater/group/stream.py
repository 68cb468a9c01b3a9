"""Articles as they arrive in, stories that change out: each change with its reason, ids that stay.

An article is assigned when it arrives. When its day is over, the stories in the window are formed anew from all pair
scores in it, so that the order within a day does not matter; what has left the window stays as it is.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from headwater.group.changes import Change, Changes
from headwater.group.clock import Clock
from headwater.group.linkage import reach, split
from headwater.group.pairs import PairScore
from headwater.group.profile import Profile, read_profile
from headwater.group.tell import tell
from headwater.group.vocabulary import Vocabulary
from headwater.group.window import Found, Window
from headwater.settings import GroupSettings
from headwater.text import content_id
from headwater.types import Article, Notes, Story

PATIENCE = 9
"""Arrivals after which a date far ahead of all others is no longer believed; as many as the clock remembers."""


class _Entry(msgspec.Struct):
    """An article in the window."""

    article: Article
    profile: Profile
    seen: int
    """The day on which it arrived."""
    number: int
    """How many had arrived, itself included."""
    story: str
    fresh: bool = True
    """Has its first day not ended yet?"""


class StoryStream:
    """Stories over a sliding window of days; memory grows with the window, closed stories are handed out once."""

    def __init__(self, *, settings: GroupSettings | None = None, weights: PairScore | None = None) -> None:
        """Begin with nothing; ``weights`` stand for the shipped pair score."""
        self._settings = settings or GroupSettings()
        self._vocabulary = Vocabulary()
        self._window = Window(self._vocabulary, candidates=self._settings.candidates, weights=weights)
        self._clock = Clock(within=self._settings.window_days)
        self._links: dict[int, dict[int, float]] = {}
        self._entries: dict[int, _Entry] = {}
        self._members: dict[str, list[tuple[Article, Profile]]] = defaultdict(list)
        self._open: Counter[str] = Counter()
        self._touched: set[int] = set()
        self._closed: list[Story] = []
        self._arrivals = 0

    def __len__(self) -> int:
        """How many stories may still change."""
        return len(self._open)

    def add(self, article: Article, notes: Notes) -> tuple[Change, ...]:
        """Assign an article; what changed, the end of the day before included."""
        self._arrivals += 1
        profile = read_profile(article, notes, shingle_words=self._settings.shingle_words)
        before = self._clock.today
        changes = self.end_day() if self._clock.hear(profile.day) and before is not None else ()
        return (*changes, self._assign(article, profile))

    def end_day(self) -> tuple[Change, ...]:
        """Form the stories in the window anew and let go of what has left it; what changed."""
        self._doubt(PATIENCE)
        if not self._window.whole:
            self._compare_again()
        self._vocabulary.settle()
        changes = Changes(self._day())
        for piece in reach(self._links, (s for s in self._touched if s in self._entries)):
            self._form(piece, changes)
        self._touched.clear()
        self._let_go(changes)
        return changes.listed()

    def finish(self) -> tuple[Change, ...]:
        """End the day, and close every story."""
        self._doubt(0)
        changes = self.end_day()
        rest = Changes(self._day())
        self._close(sorted(self._entries), rest, "the stream has ended")
        return (*changes, *rest.listed())

    def stories(self) -> tuple[Story, ...]:
        """The stories that may still change, the largest first."""
        told = (self._tell(story) for story in self._open)
        return tuple(sorted(told, key=lambda s: (-len(s.articles), s.id)))

    def take_closed(self) -> tuple[Story, ...]:
        """The stories that were closed since this was last asked; they are forgotten here."""
        closed, self._closed = tuple(self._closed), []
        return closed

    def _assign(self, article: Article, profile: Profile) -> Change:
        slot, found = self._window.add(profile, days=self._settings.window_days)
        entry = _Entry(article=article, profile=profile, seen=self._clock.today or 0, number=self._arrivals, story="")
        self._enter(entry, slot, found)
        self._vocabulary.learn(profile)
        story, mean, several = self._best(found)
        changes = Changes(self._day())
        if story is None:
            story = content_id("story", article.id)
            changes.add("founded", story, [article.id], "no story in the window is like it")
        else:
            changes.add("joined", story, [article.id], f"average pair score {mean:.2f} with {several} of its articles")
        self._put(slot, story)
        return changes.listed()[0]

    def _enter(self, entry: _Entry, slot: int, found: Found) -> None:
        self._entries[slot] = entry
        self._links[slot] = dict(found)
        for other, score in found:
            self._links[other][slot] = score
        self._touched.add(slot)

    def _best(self, found: Found) -> tuple[str | None, float, int]:
        """The story with the highest average pair score, at least the threshold; a pair not compared counts as 0."""
        sums: defaultdict[str, list[float]] = defaultdict(list)
        for slot, score in found:
            sums[self._entries[slot].story].append(score)
        most = self._settings.candidates
        means = [(sum(s) / min(max(self._open[story], len(s)), max(len(s), most)), len(s), story) for story, s in sums.items()]
        mean, several, story = max(means, key=lambda m: (m[0], m[2]), default=(0.0, 0, ""))
        return (story, mean, several) if mean >= self._settings.same_story else (None, mean, several)

    def _put(self, slot: int, story: str) -> None:
        entry = self._entries[slot]
        entry.story = story
        self._members[story].append((entry.article, entry.profile))
        self._open[story] += 1

    def _doubt(self, patience: int) -> None:
        """A day far ahead that no other article has, so many arrivals later, is no day: its article counts as undated."""
        ahead = {s: e.profile for s, e in self._entries.items() if self._clock.leaps(e.profile.day)}
        for slot, profile in ahead.items():
            if self._arrivals - self._entries[slot].number < patience:
                continue
            near = (abs(other.day - profile.day) for s, other in ahead.items() if s != slot and other.day and profile.day)
            if not any(gap <= self._settings.window_days for gap in near):
                self._again(slot, msgspec.structs.replace(profile, day=None))

    def _compare_again(self) -> None:
        """Compare the articles of the day anew, in the order of their ids: not all could be compared with all."""
        fresh = sorted((e.article.id, slot) for slot, e in self._entries.items() if e.fresh)
        taken = [(self._unlink(slot), self._window.take(slot)) for _, slot in fresh]
        for entry, card in taken:
            self._enter(entry, *self._window.put(card, days=self._settings.window_days))

    def _again(self, slot: int, profile: Profile) -> None:
        entry = self._drop(slot)
        entry.profile = profile
        self._enter(entry, *self._window.add(profile, days=self._settings.window_days))

    def _drop(self, slot: int) -> _Entry:
        entry = self._unlink(slot)
        self._window.remove([slot])
        return entry

    def _unlink(self, slot: int) -> _Entry:
        for other in self._links.pop(slot):
            del self._links[other][slot]
        return self._entries.pop(slot)

    def _form(self, piece: list[int], changes: Changes) -> None:
        """The groups of one piece of the graph take over the stories that most of their articles were in."""
        order = sorted(piece, key=lambda s: self._entries[s].article.id)
        bare = all(self._entries[s].profile.bare for s in piece)
        groups = split(order, self._links, threshold=self._settings.same_story, candidates=self._settings.candidates, bare=bare)
        before = {slot: self._entries[slot].story for slot in piece}
        named = self._name(groups, before)
        moved = {slot: story for group, story in zip(groups, named, strict=True) for slot in group if before[slot] != story}
        for slot in piece:
            self._entries[slot].fresh = False
        if not moved:
            return
        for slot in moved:
            self._leave(slot)
        for slot, story in moved.items():
            self._put(slot, story)
        after = {**before, **moved}
        changes.compare(before, after, {s: self._entries[s].article.id for s in piece})
        for story in sorted(set(before.values()) - set(after.values())):
            self._end(story, changes, "its last article in the window has gone to another story")

    def _leave(self, slot: int) -> None:
        entry = self._entries[slot]
        self._members[entry.story] = [m for m in self._members[entry.story] if m[0].id != entry.article.id]
        self._open[entry.story] -= 1

    def _name(self, groups: Sequence[Sequence[int]], before: dict[int, str]) -> list[str]:
        """A story for each group: what most of its settled articles were in, else most of its fresh ones, else a new one."""
        alone = [{before[s] for s in group} for group in groups]
        stories = list(itertools.chain(*alone))
        if len(stories) == len(groups) == len(set(stories)):
            return stories
        claims = []
        for g, group in enumerate(groups):
            settled = Counter(before[s] for s in group if not self._entries[s].fresh)
            fresh = Counter(before[s] for s in group if self._entries[s].fresh)
            claims += [(-settled[story], -fresh[story], story, g) for story in {*settled, *fresh}]
        named: dict[int, str] = {}
        for _, _, story, g in sorted(claims):
            if g not in named and story not in named.values():
                named[g] = story
        return [named.get(g) or content_id("story", self._entries[group[0]].article.id, "apart") for g, group in enumerate(groups)]

    def _let_go(self, changes: Changes) -> None:
        if self._clock.today is not None:
            last = self._clock.today - self._settings.window_days
            gone = sorted(s for s, e in self._entries.items() if self._leaves(e) < last)
            self._close(gone, changes, "its last article has left the window")

    def _leaves(self, entry: _Entry) -> int:
        """The day from which the window is counted: an article's own, unless that is unknown or yet to come."""
        day, today = entry.profile.day, self._clock.today or 0
        if day is None or (self._clock.leaps(day) and self._arrivals - entry.number > PATIENCE):
            return entry.seen
        return min(day, today)

    def _close(self, slots: Sequence[int], changes: Changes, why: str) -> None:
        for slot in slots:
            story = self._entries[slot].story
            self._drop(slot)
            self._open[story] -= 1
            self._end(story, changes, why)

    def _end(self, story: str, changes: Changes, why: str) -> None:
        """Close a story of which nothing is in the window."""
        if self._open[story]:
            return
        del self._open[story]
        if self._members[story]:
            changes.add("closed", story, sorted(a.id for a, _ in self._members[story]), why)
            self._closed.append(self._tell(story))
        del self._members[story]

    def _tell(self, story: str) -> Story:
        return tell(story, self._members[story], settings=self._settings)

    def _day(self) -> int | None:
        return self._clock.today
