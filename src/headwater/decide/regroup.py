"""The program's claims and what people say belongs together or apart in, claims regrouped out; of two that contradict, the later holds."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from headwater.text import fold, words
from headwater.types import BriefClaim, BriefStatement

Block = list[str]


class Wish(msgspec.Struct, frozen=True):
    """What one decision says of claims: merge, split or not the same, and the statements of each of its anchors, the nearest first."""

    decision: str
    kind: str
    statements: tuple[tuple[str, ...], ...]


class Hold(msgspec.Struct, frozen=True):
    """What is so once a decision is honoured: statements in one claim, and sets of statements that share no claim."""

    decision: str
    together: frozenset[str]
    apart: tuple[frozenset[str], ...]


class Regrouped(msgspec.Struct, frozen=True):
    """Claims as ids of statements in the order of the story; what people tied; which decision a later one contradicts."""

    blocks: tuple[tuple[str, ...], ...]
    tied: frozenset[str]
    overruled: Mapping[str, str]


def regroup(claims: Sequence[BriefClaim], wishes: Iterable[Wish]) -> Regrouped:
    """The blocks of statements after each wish in turn; ``wishes`` come in the order in which they apply."""
    said = {s.id: s for c in claims for s in c.statements}
    place = {s: n for n, s in enumerate(said)}
    blocks: list[Block] = [[s.id for s in c.statements] for c in claims]
    holds: list[Hold] = []
    tied: set[str] = set()
    overruled: dict[str, str] = {}
    for wish in wishes:
        if wish.kind == "merge":
            blocks, hold = _merge(blocks, wish)
            tied |= hold.together
        elif wish.kind == "split":
            blocks, hold = _split(blocks, wish, said)
        else:
            blocks, hold = _part(blocks, wish, said)
        home = {s: n for n, b in enumerate(blocks) for s in b}
        for held in holds:
            if held.decision not in overruled and not _holds(held, home):
                overruled[held.decision] = wish.decision
        holds.append(hold)
    ordered = (tuple(sorted(b, key=place.__getitem__)) for b in blocks)
    return Regrouped(tuple(ordered), frozenset(tied), overruled)


def _holds(hold: Hold, home: Mapping[str, int]) -> bool:
    if len({home[s] for s in hold.together}) > 1:
        return False
    held = [n for part in hold.apart for n in {home[s] for s in part}]
    return len(held) == len(set(held))


def _merge(blocks: Sequence[Block], wish: Wish) -> tuple[list[Block], Hold]:
    best = frozenset(s[0] for s in wish.statements)
    joined = [b for b in blocks if not best.isdisjoint(b)]
    whole = [s for b in joined for s in b]
    first = joined[0] if joined else None
    return [whole if b is first else b for b in blocks if b is first or b not in joined], Hold(wish.decision, best, ())


def _split(blocks: Sequence[Block], wish: Wish, said: Mapping[str, BriefStatement]) -> tuple[list[Block], Hold]:
    """The anchored statements, and those that use the same words, leave; what comes out of one claim is one claim."""
    named = {s for at in wish.statements for s in at}
    found: list[Block] = []
    left: list[Block] = []
    staying: set[str] = set()
    leaving: set[str] = set()
    for b in blocks:
        same = {fold(said[s].quote) for s in b if s in named}
        gone = [s for s in b if fold(said[s].quote) in same]
        rest = [s for s in b if s not in gone]
        found.append(rest or b)
        if gone and rest:
            left.append(gone)
            staying.update(rest)
            leaving.update(gone)
    return [*found, *left], Hold(wish.decision, frozenset(), (frozenset(staying), frozenset(leaving)))


def _part(blocks: Sequence[Block], wish: Wish, said: Mapping[str, BriefStatement]) -> tuple[list[Block], Hold]:
    """Two statements that are not one claim part their claim: each of the others goes with the one whose words it shares most."""
    best = list(dict.fromkeys(s[0] for s in wish.statements))
    found: list[Block] = []
    left: list[Block] = []
    for b in blocks:
        here = [s for s in best if s in b]
        if len(here) < 2:
            found.append(b)
            continue
        sides: dict[str, Block] = {s: [] for s in here}
        for s in b:
            sides[s if s in sides else _nearest(s, here, said)].append(s)
        first = next(s for s in here if b[0] in sides[s])
        found.append(sides.pop(first))
        left += sides.values()
    return [*found, *left], Hold(wish.decision, frozenset(), tuple(frozenset([s]) for s in best))


def _nearest(statement: str, others: Sequence[str], said: Mapping[str, BriefStatement]) -> str:
    mine = Counter(words(said[statement].quote))

    def alike(other: str) -> float:
        theirs = Counter(words(said[other].quote))
        return round(2 * (mine & theirs).total() / max(1, mine.total() + theirs.total()), 6)

    return max(others, key=alike)
