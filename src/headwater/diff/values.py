"""Nouns of what changed between two briefs."""

from typing import Literal

import msgspec

from headwater.types import Decision, Standing

Count = Literal["articles", "texts", "outlets", "origins"]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report that came or went; ``other`` is the text of the same address in the other brief, None where there is none."""

    id: str
    name: str
    source: str
    other: str | None = None
    retracted: str | None = None
    corrected: str | None = None


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """What one report, or the program, moved of a claim's counts."""

    report: str | None
    """The report's id, None where the program counts otherwise and no report came or went."""
    name: str
    by: tuple[tuple[Count, int], ...]
    """Each count with how far it moved; of the origins, the high end."""
    why: str


class ClaimChange(msgspec.Struct, frozen=True, kw_only=True):
    """A claim whose counts, word or origins changed; new where ``before`` is None, gone where ``after`` is None."""

    text: str
    old: tuple[str, ...]
    """Ids in the old brief: several where it was merged, none where it is new."""
    new: tuple[str, ...]
    before: Standing | None
    after: Standing | None
    decided_before: Standing | None = None
    """Under people's decisions, None where there were none."""
    decided_after: Standing | None = None
    moves: tuple[Move, ...] = ()
    came: tuple[str, ...] = ()
    """Names of origins that stand behind it now and did not before."""
    went: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    """Ids of the decisions made since that bear on it."""
    why: tuple[str, ...] = ()
    """The reasons of its standing now that it did not have before."""


class StoryChange(msgspec.Struct, frozen=True, kw_only=True):
    """A story in which something changed; new where ``old`` is empty, gone where ``new`` is empty."""

    headline: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    came: tuple[Report, ...] = ()
    went: tuple[Report, ...] = ()
    noticed: tuple[Report, ...] = ()
    """Reports of both briefs that were taken back or corrected since."""
    claims: tuple[ClaimChange, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """Those made since, in the order in which they apply."""


class Diff(msgspec.Struct, frozen=True, kw_only=True):
    """What changed between two briefs; ``same`` counts the claims of which nothing moved."""

    stories: tuple[StoryChange, ...] = ()
    same: int = 0
