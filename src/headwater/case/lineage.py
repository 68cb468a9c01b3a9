"""Claims before and after in, the ids that they keep out: a claim keeps its id while it grows, moves or loses a part."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from headwater.brief import Parts
from headwater.text import content_id
from headwater.types import BriefStory

_SAME = 0.5  # of a statement's characters


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """The id of each claim, by the one that the program would give it; and where ids went that no claim has any more."""

    names: dict[str, str]
    went: dict[str, str]


def keep_names(before: Mapping[str, str], after: Sequence[Parts], is_free: Callable[[str], bool]) -> Kept:
    """What each claim is called from now on.

    A claim takes the id of the one that most of its statements were in; of two with a right to it, the one with more of
    them, then the one with more statements.

    Args:
        before: statement to the id of the claim that it was in, of ``claims_before``.
        after: the stories as the program guesses them.
        is_free: may a new claim take this id?
    """
    claims = [c for parts in after for c in parts.claims]
    wishes = []
    for at, claim in enumerate(claims):
        counts = Counter(before[s] for s in claim.statements if s in before)
        wishes += [(-count, -len(claim.statements), old, at) for old, count in counts.items()]
    named: dict[int, str] = {}
    heirs: set[str] = set()
    for _, _, old, at in sorted(wishes):
        if at not in named and old not in heirs:
            named[at] = old
            heirs.add(old)
    taken = set(heirs)
    for at, claim in enumerate(claims):
        if at not in named:
            named[at] = _free(claim.id, lambda i: i not in taken and is_free(i))
            taken.add(named[at])
    went: dict[str, str] = {}
    for _, _, old, at in sorted(wishes):
        if old not in heirs:
            went.setdefault(old, named[at])
    return Kept(names={claims[at].id: name for at, name in named.items()}, went=went)


def claims_before(olds: Sequence[BriefStory], after: Sequence[Parts]) -> dict[str, str]:
    """Statement to the claim that it was in; one that another reader cut otherwise counts as that which it mostly is."""
    found: dict[str, str] = {}
    spans: dict[str, list[tuple[int, int, str]]] = {}
    for s, claim in ((s, c.id) for old in olds for c in old.claims for s in c.statements):
        found[s.id] = claim
        spans.setdefault(s.article, []).append((s.start, s.end, claim))
    for new in (s for parts in after for s in parts.statements.values()):
        if new.id not in found and new.article in spans:
            shared, claim = max((min(new.end, end) - max(new.start, start), claim) for start, end, claim in spans[new.article])
            if shared >= _SAME * (new.end - new.start):
                found[new.id] = claim
    return found


def renamed(parts: Parts, names: Mapping[str, str]) -> Parts:
    """The parts of a story with other ids of claims, wherever they stand."""
    if all(names.get(c.id, c.id) == c.id for c in parts.claims):
        return parts

    def name(claim: str) -> str:
        return names.get(claim, claim)

    replace = msgspec.structs.replace
    return replace(
        parts,
        claims=tuple(replace(c, id=name(c.id)) for c in parts.claims),
        conflicts=tuple(replace(c, claims=tuple(map(name, c.claims))) for c in parts.conflicts),
        trace=replace(
            parts.trace,
            standings=tuple((name(c), standing) for c, standing in parts.trace.standings),
            origins=tuple(replace(o, claims=tuple(map(name, o.claims))) for o in parts.trace.origins),
            graphs=tuple((name(c), graph) for c, graph in parts.trace.graphs),
            calls=tuple(replace(c, claims=tuple(map(name, c.claims))) for c in parts.trace.calls),
        ),
    )


def _free(name: str, is_free: Callable[[str], bool]) -> str:
    """A name that is free: this one, or one that follows from it."""
    while not is_free(name):
        name = content_id("claim", name, "apart")
    return name
