"""Nouns of what people decide, and of what a brief shows of it; a guess and a decision never share a field."""

from typing import Literal

import msgspec

from headwater.types.found import LinkKind
from headwater.types.traced import Origin, OriginKind, Standing, Status

DecisionKind = Literal["merge", "split", "same origin", "not the same", "status", "place", "date", "ignore", "add origin", "undo"]
How = Literal["as it was", "by overlap", "by its words", "by its words in another text of its address", "in another text of its address"]


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """Words of an article to which a decision is tied; with ``start`` and ``end`` 0 and no quotation, the whole article."""

    article: str
    """The article's id, which hashes its text."""
    start: int
    end: int
    quote: str
    before: str = ""
    """Up to 32 characters that stand before the quotation: they tell it from the same words elsewhere in the text."""
    after: str = ""
    address: str | None = None
    """The article's address, or its source where it has none: where the text there changes, the quotation is looked for in the new one."""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """Degrees, WGS 84."""

    lat: float
    lon: float


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What one person decided, when and why; kept for good, and taken back only by another decision.

    =============  ======================================================================================================
    kind           what it says
    =============  ======================================================================================================
    merge          the claims that hold the anchored statements are one claim
    split          the anchored statements leave their claim and are a claim of their own
    same origin    the named sources are one origin; in the stories of the anchors, in all stories where there are none
    not the same   the anchored statements are not one claim; or, with names, the named sources are not one origin
    status         the anchored statements are asserted, denied, planned or uncertain (``value``)
    place          what the anchored words tell of happened, or lies, at ``value`` (a name) and ``point``
    date           what the anchored words tell of happened in ``value`` (a year, month or day); of a whole article: it appeared then
    ignore         the anchored statements, or articles, count for nothing
    add origin     somebody brings an origin (``names``, of the kind ``value``) for the claims of the anchored statements:
                   a call, a document, a track, with its ``text`` and perhaps a ``file``
    undo           the decision ``undoes`` is taken back; an undo that is undone restores
    =============  ======================================================================================================
    """

    id: str
    """16 hexadecimal digits that hash all the rest."""
    kind: DecisionKind
    anchors: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    value: str | None = None
    point: Point | None = None
    who: str
    when: str
    """ISO 8601 instant in UTC: 2024-12-16T08:30:00Z."""
    why: str = ""
    undoes: str | None = None
    text: str | None = None
    file: str | None = None
    """SHA-256 of the file's bytes."""
    file_name: str | None = None


class Attached(msgspec.Struct, frozen=True, kw_only=True):
    """Where one anchor of a decision stands now."""

    decision: str
    anchor: int
    """The anchor's place among those of its decision, from 0."""
    article: str
    statements: tuple[str, ...]
    """The statement that holds most of the anchored words first; none where the anchor is a whole article or no statement's words."""
    start: int
    end: int
    how: How


class Unattached(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a decision that is tied to nothing that is there now: an anchor, a name or an undone decision."""

    decision: str
    what: str
    """The quotation, the name, or the id."""
    why: str


class DecidedPart(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that people split off one of the program's, and that the program does not have."""

    id: str
    text: str
    statements: tuple[str, ...]
    standing: Standing
    decisions: tuple[str, ...] = ()


class DecidedClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as people decided it; the program's own grouping and standing stay beside it."""

    id: str
    text: str
    statements: tuple[str, ...]
    """Those that count, also those that the program put into other claims."""
    standing: Standing | None
    """None where nothing is left of the claim: it is part of another, or all of it is ignored."""
    into: str | None = None
    """The claim of which it is a part now."""
    parts: tuple[DecidedPart, ...] = ()
    decisions: tuple[str, ...] = ()
    """Ids of the decisions that bear on it, in the order in which they apply."""
    otherwise: tuple[str, ...] = ()
    """What the program now thinks otherwise, a sentence each."""


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided of a statement, a place, a date or an article; None where they decided nothing of it."""

    status: Status | None = None
    place: str | None = None
    point: Point | None = None
    date: str | None = None
    ignored: bool = False
    decisions: tuple[str, ...] = ()
    otherwise: tuple[str, ...] = ()


class AddedOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """An origin that a person brought to a story."""

    decision: str
    name: str
    kind: LinkKind
    claims: tuple[str, ...]
    text: str | None
    file: str | None


class Logged(msgspec.Struct, frozen=True, kw_only=True):
    """A decision as a story's log shows it."""

    decision: Decision
    live: bool
    """False where another decision took it back."""
    overruled: str | None = None
    """The later decision that contradicts it, where there is one."""


class DecidedStory(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided of a story: the log in the order in which it applies, and the origins when it is honoured."""

    log: tuple[Logged, ...] = ()
    attached: tuple[Attached, ...] = ()
    unattached: tuple[Unattached, ...] = ()
    """What the decisions that bear on this story are not tied to any more."""
    origins: tuple[Origin, ...] = ()
    """Those under the decisions, also the added ones; claims are named by the ids that they have under the decisions."""
    added: tuple[AddedOrigin, ...] = ()


# what tracing is to honour


class OneOrigin(msgspec.Struct, frozen=True, kw_only=True):
    """Names that people say are one origin, and what it is called and is."""

    names: tuple[str, ...]
    name: str
    kind: OriginKind


class Brought(msgspec.Struct, frozen=True, kw_only=True):
    """An origin that a person brought for the claims of some statements."""

    decision: str
    name: str
    kind: LinkKind
    statements: tuple[str, ...]


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """What people say of origins: which must be one, which must not, and which they brought."""

    one: tuple[OneOrigin, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    brought: tuple[Brought, ...] = ()
