"""Where articles were and where they are in, what changed out: a list with reasons."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

Kind = Literal["founded", "joined", "merged", "split", "moved", "closed"]


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change of a story."""

    day: str | None
    """The day of the stream, ISO 8601; None before any article had one."""
    kind: Kind
    story: str
    """The story that is there afterwards."""
    articles: tuple[str, ...]
    other: str | None = None
    """The story that the articles were in before."""
    reason: str


class Changes:
    """Collects the changes of one moment."""

    def __init__(self, day: int | None) -> None:
        """Begin with none."""
        self._day = dt.date.fromordinal(day).isoformat() if day else None
        self._found: list[Change] = []

    def add(self, kind: Kind, story: str, articles: Sequence[str], reason: str, *, other: str | None = None) -> None:
        """Note one change."""
        self._found.append(Change(day=self._day, kind=kind, story=story, articles=tuple(articles), other=other, reason=reason))

    def compare(self, before: Mapping[int, str], after: Mapping[int, str], ids: Mapping[int, str]) -> None:
        """Note what became of each story: merged where all of it went, split where a new one began, else moved."""
        moved: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
        for slot, story in before.items():
            if after[slot] != story:
                moved[story, after[slot]].append(slot)
        for (old, new), slots in sorted(moved.items()):
            articles = sorted(ids[s] for s in slots)
            if old not in after.values():
                self.add("merged", new, articles, f"the pair scores of the day bring all of story {old} here", other=old)
            elif new not in before.values():
                self.add("split", new, articles, f"the pair scores of the day set them apart from story {old}", other=old)
            else:
                self.add("moved", new, articles, f"the pair scores of the day are higher here than in story {old}", other=old)

    def listed(self) -> tuple[Change, ...]:
        """All of them, in order."""
        return tuple(self._found)
