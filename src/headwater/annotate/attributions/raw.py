"""An attribution as spans: what the patterns and the reader's marks give, and resolving takes."""

import msgspec

from headwater.types import Relation, Span

INNER, OWN, THROUGH, PASSED = 2, 1, 0, -1
"""Nearer to the fact than another source of the same content; as it stands; told by it or shown it; only passing it on."""


class Raw(msgspec.Struct, frozen=True, kw_only=True):
    """An attribution before its source is resolved; ``source`` None stands for the source before it."""

    source: Span | None
    cue: Span
    content: Span
    act: str = "says"
    depth: int = OWN
    """Where it stands among several of one content: INNER, OWN or PASSED."""
    addressee: Span | None = None
    """Whom the source speaks to."""
    relation: Relation = "told"
    """How the addressee came by it."""
