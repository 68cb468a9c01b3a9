"""Profiles of an archive in, who may be one story with whom out: every article at once."""

from collections.abc import Sequence

import msgspec

from headwater.group.clock import doubted
from headwater.group.linkage import reach, split
from headwater.group.pairs import PairScore
from headwater.group.profile import Profile
from headwater.group.vocabulary import learned
from headwater.group.window import Window
from headwater.settings import GroupSettings


class Linked(msgspec.Struct, frozen=True):
    """Articles and the pair scores between them."""

    articles: tuple[str, ...]
    """Ids, in order of time; scores name articles by their places."""
    scores: dict[int, dict[int, float]]
    candidates: int
    bare: tuple[bool, ...]
    """Which of them are headlines alone."""

    def groups(self, *, threshold: float) -> list[list[str]]:
        """The ids of the articles of each story."""
        parts: list[list[int]] = []
        for piece in reach(self.scores, range(len(self.articles))):
            bare = all(self.bare[i] for i in piece)
            parts += split(piece, self.scores, threshold=threshold, candidates=self.candidates, bare=bare)
        return [[self.articles[i] for i in part] for part in parts]


def link(profiles: Sequence[Profile], *, settings: GroupSettings, weights: PairScore | None = None) -> Linked:
    """The scores of all pairs within the window, by the shipped weights or by others; any order gives the same."""
    ordered = sorted(_timely(profiles, settings.window_days), key=lambda p: (p.day is None, p.day or 0, p.article))
    window = Window(learned(ordered), candidates=settings.candidates, weights=weights)
    forget = all(p.day is not None for p in ordered)  # an undated article comes last, and may be of any day
    scores: dict[int, dict[int, float]] = {}
    at: dict[int, int] = {}  # slot -> place
    today: int | None = None
    for place, profile in enumerate(ordered):
        if forget and profile.day != today:
            today = profile.day or 0
            window.remove([s for s, p in window.profiles.items() if (p.day or 0) < today - settings.window_days])
        slot, found = window.add(profile, days=settings.window_days)
        at[slot] = place
        scores[place] = {at[other]: score for other, score in found}
        for other, score in found:
            scores[at[other]][place] = score
    return Linked(tuple(p.article for p in ordered), scores, settings.candidates, tuple(p.bare for p in ordered))


def _timely(profiles: Sequence[Profile], window_days: int) -> list[Profile]:
    """Profiles without the days that cannot be true."""
    wrong = doubted([p.day for p in profiles], within=window_days)
    return [msgspec.structs.replace(p, day=None) if i in wrong else p for i, p in enumerate(profiles)]
