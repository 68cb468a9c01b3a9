"""A story with guesses and decisions side by side in, the story as it reads with the decisions taken for the truth out."""

from collections.abc import Mapping

import msgspec

from headwater.types import BriefArticle, BriefClaim, BriefPlace, BriefStatement, BriefStory, Conflict, Published, TimelineEntry

_BASIS = "decided by a person"


def as_decided(story: BriefStory) -> BriefStory:
    """The story as people decided it: every field that holds a guess holds the decision where there is one.

    For showing; what is kept and exported is the story itself. Claims that are part of another, and what is ignored,
    are left out. Claims that left another come last. A story without decisions comes back as it is.
    """
    if story.decided is None:
        return story
    said = {s.id: _statement(s) for c in story.claims for s in c.statements}
    whole = [claim for c in story.claims if (claim := _claim(c, said))]
    parts = [
        BriefClaim(id=p.id, text=p.text, statements=tuple(said[s] for s in p.statements), standing=p.standing)
        for c in story.claims
        if c.decided
        for p in c.decided.parts
    ]
    claims = (*whole, *parts)
    home = {s.id: c.id for c in claims for s in c.statements}
    moved = {c.id: c.decided.into for c in story.claims if c.decided and c.decided.into}
    kept = {c.id for c in claims}
    return msgspec.structs.replace(
        story,
        articles=tuple(map(_article, story.articles)),
        claims=claims,
        conflicts=tuple(c for conflict in story.conflicts if (c := _conflict(conflict, moved, kept))),
        origins=story.decided.origins,
        timeline=tuple(sorted((_entry(e, story, home) for e in story.timeline), key=lambda e: e.date)),
        places=tuple(map(_place, story.places)),
    )


def _statement(statement: BriefStatement) -> BriefStatement:
    status = statement.decided.status if statement.decided else None
    return msgspec.structs.replace(statement, status=status) if status else statement


def _claim(claim: BriefClaim, said: Mapping[str, BriefStatement]) -> BriefClaim | None:
    """The claim as decided, None where nothing is left of it."""
    if claim.decided is None:
        return msgspec.structs.replace(claim, statements=tuple(said[s.id] for s in claim.statements))
    if claim.decided.standing is None:
        return None
    return msgspec.structs.replace(
        claim,
        text=claim.decided.text,
        statements=tuple(said[s] for s in claim.decided.statements),
        standing=claim.decided.standing,
    )


def _conflict(conflict: Conflict, moved: Mapping[str, str], kept: set[str]) -> Conflict | None:
    """The conflict between the claims that are left, None where they became one or went."""
    claims = tuple(dict.fromkeys(i for c in conflict.claims if (i := moved.get(c, c)) in kept))
    return msgspec.structs.replace(conflict, claims=claims) if len(claims) == len(conflict.claims) else None


def _article(article: BriefArticle) -> BriefArticle:
    date = article.decided.date if article.decided else None
    return msgspec.structs.replace(article, published=Published(earliest=date, latest=date, basis=_BASIS)) if date else article


def _entry(entry: TimelineEntry, story: BriefStory, home: Mapping[str, str]) -> TimelineEntry:
    """The entry under its decided date, and under the claim that its statement stands in now."""
    date = entry.decided.date if entry.decided else None
    claim = entry.claim
    if claim is not None:
        spans = {s.id: s for c in story.claims if c.id == claim for s in c.statements}
        inside = (home.get(i) for m in entry.statements for i, s in spans.items() if s.article == m.article and s.start <= m.start < s.end)
        claim = next(filter(None, inside), None)
    return msgspec.structs.replace(entry, date=date or entry.date, claim=claim)


def _place(place: BriefPlace) -> BriefPlace:
    """The place where people put it; without a point of theirs it has none."""
    if place.decided is None or place.decided.place is None:
        return place
    point = place.decided.point
    return msgspec.structs.replace(
        place,
        name=place.decided.place,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        country=None,
        confidence=1.0,
        basis=_BASIS,
        candidates=(),
    )
