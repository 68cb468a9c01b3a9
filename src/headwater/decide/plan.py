"""A story as the program guesses it and what people decided in, the plan by which it is counted again out."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.decide.order import find_live, in_order
from headwater.decide.origins import rule_origins, speak_of
from headwater.decide.regroup import Regrouped, Wish, regroup
from headwater.text import content_id
from headwater.types import Attached, BriefClaim, BriefStory, Brought, Claim, Decision, Logged, Rulings, Status, Unattached

_OF_CLAIMS = ("merge", "split", "not the same")


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as people decided it."""

    id: str
    claims: tuple[str, ...]
    """The program's claims of which it is the main part; none where it left the one that it is a part of."""
    of: str
    """The program's claim that holds its first statement."""
    statements: tuple[str, ...]
    """All of its statements; those of the plan's ``ignored`` do not count."""


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided of one story, resolved: what is to be traced, and what is to be shown."""

    claims: tuple[Claim, ...] = ()
    statuses: Mapping[str, Status] = {}
    rulings: Rulings = Rulings()
    blocks: tuple[Block, ...] = ()
    ignored: frozenset[str] = frozenset()
    names: Mapping[str, tuple[str, ...]] = {}
    attached: Mapping[str, tuple[Attached, ...]] = {}
    """Those in force, by decision, in the order in which they apply."""
    log: tuple[Logged, ...] = ()
    unattached: tuple[Unattached, ...] = ()


def decide(story: BriefStory, decisions: Sequence[Decision], attached: Sequence[Attached]) -> Plan:
    """What is to be traced and shown of a story under people's decisions; the same for any order of them.

    Args:
        story: as the program guesses it.
        decisions: all there are, also those of other stories.
        attached: where their anchors stand now, of ``attach``.
    """
    ordered = in_order(decisions)
    live = find_live(ordered)
    places = _places(story, ordered, attached)
    standing = [d for d in ordered if d.id in live and (places[d.id] or not d.anchors)]
    ruled = rule_origins(story, [d for d in standing if d.kind in ("same origin", "not the same") and d.names])
    wishes = [Wish(d.id, d.kind, statements) for d in standing if len(statements := _statements(d, places[d.id], story)) >= _fewest(d)]
    regrouped = regroup(story.claims, wishes)
    blocks = _blocks(story.claims, regrouped)
    ignored = frozenset(s for d in standing if d.kind == "ignore" for at in _touched(places[d.id], story) for s in at)
    undone = [d for d in ordered if d.id not in live and not d.anchors]
    bearing = {d.id for d in ordered if places[d.id]} | set(ruled.names) | speak_of(story, undone)
    logged = _with_undos(bearing, ordered)
    overruled = {**_overruled(standing, places), **ruled.overruled, **regrouped.overruled}
    return Plan(
        claims=_claims(story, blocks, regrouped, ignored),
        statuses={s: d.value for d in standing if d.kind == "status" for at in places[d.id] for s in at.statements},  # type: ignore[misc]
        rulings=msgspec.structs.replace(ruled.rulings, brought=_brought(standing, places)),
        blocks=blocks,
        ignored=ignored,
        names=ruled.names,
        attached={d.id: places[d.id] for d in standing if d.id in bearing},
        log=tuple(_logged(d, live, overruled) for d in ordered if d.id in logged),
        unattached=(*ruled.unattached, *_too_few(standing, places, wishes)),
    )


def _places(story: BriefStory, ordered: Sequence[Decision], attached: Sequence[Attached]) -> dict[str, tuple[Attached, ...]]:
    """Decision to where it stands in this story."""
    here = {a.id for a in story.articles}
    claimed = {s.id for c in story.claims for s in c.statements}
    found: dict[str, tuple[Attached, ...]] = {d.id: () for d in ordered}
    for at in sorted(attached, key=lambda at: (at.decision, at.anchor)):
        if at.article in here and at.decision in found:
            kept = tuple(s for s in at.statements if s in claimed)
            found[at.decision] = (*found[at.decision], msgspec.structs.replace(at, statements=kept))
    return found


def _with_undos(decisions: set[str], ordered: Sequence[Decision]) -> set[str]:
    """The decisions with those that take them back, and those that take these back."""
    found = set(decisions)
    while more := {d.id for d in ordered if d.undoes in found} - found:
        found |= more
    return found


def _statements(decision: Decision, at: Sequence[Attached], story: BriefStory) -> tuple[tuple[str, ...], ...]:
    """The statements of each anchor of a decision on claims."""
    if decision.kind not in _OF_CLAIMS or decision.names:
        return ()
    return tuple(s for s in _touched(at, story) if s)


def _touched(at: Sequence[Attached], story: BriefStory) -> list[tuple[str, ...]]:
    """The statements at each anchor; a whole article's are all of its own."""

    def all_of(article: str) -> tuple[str, ...]:
        return tuple(s.id for c in story.claims for s in c.statements if s.article == article)

    return [all_of(a.article) if a.start == a.end else a.statements for a in at]


def _fewest(decision: Decision) -> int:
    return 1 if decision.kind == "split" else 2


def _too_few(standing: Sequence[Decision], places: Mapping[str, Sequence[Attached]], wishes: Sequence[Wish]) -> list[Unattached]:
    """Decisions on several statements of which this story has one alone."""
    honoured = {w.decision for w in wishes}
    return [
        Unattached(decision=d.id, what=d.anchors[0].quote, why="the statements that it speaks of do not stand in one story now")
        for d in standing
        if d.kind in _OF_CLAIMS and not d.names and places[d.id] and d.id not in honoured
    ]


def _blocks(claims: Sequence[BriefClaim], regrouped: Regrouped) -> tuple[Block, ...]:
    """The regrouped claims, each under the id of the first of the program's of which it holds the most; what left comes later."""
    home = {s: n for n, b in enumerate(regrouped.blocks) for s in b}
    mains: dict[int, list[str]] = {}
    for c in claims:
        held = [home[s.id] for s in c.statements]
        mains.setdefault(max(sorted(set(held)), key=held.count), []).append(c.id)
    of = {s.id: c.id for c in claims for s in c.statements}
    found = [
        Block(id=mains[n][0] if n in mains else content_id("part", b[0]), claims=tuple(mains.get(n, ())), of=of[b[0]], statements=tuple(b))
        for n, b in enumerate(regrouped.blocks)
    ]
    place = {c.id: n for n, c in enumerate(claims)}
    return tuple(sorted(found, key=lambda b: (not b.claims, place[b.claims[0] if b.claims else b.of], b.id)))


def _claims(story: BriefStory, blocks: Sequence[Block], regrouped: Regrouped, ignored: frozenset[str]) -> tuple[Claim, ...]:
    """The blocks as claims to be traced, without those of which nothing counts."""
    said = {s.id: s for c in story.claims for s in c.statements}
    texts = {c.id: c.text for c in story.claims}
    found = []
    for block in blocks:
        kept = [said[s] for s in block.statements if s not in ignored]
        sure = {s.id for s in kept if s.sure or s.id in regrouped.tied}
        text = texts[block.claims[0] if block.claims else block.of]
        if kept and all(s.quote != text for s in kept):
            text = next((s.quote for s in kept if s.id in sure), kept[0].quote)
        if kept:
            ids = tuple(s.id for s in kept)
            found.append(Claim(id=block.id, text=text, statements=ids, sure=tuple(i for i in ids if i in sure)))
    return tuple(found)


def _brought(standing: Sequence[Decision], places: Mapping[str, Sequence[Attached]]) -> tuple[Brought, ...]:
    return tuple(
        Brought(decision=d.id, name=d.names[0], kind=d.value, statements=statements)  # type: ignore[arg-type]  # checked as it was made
        for d in standing
        if d.kind == "add origin" and (statements := tuple(at.statements[0] for at in places[d.id] if at.statements))
    )


def _overruled(standing: Sequence[Decision], places: Mapping[str, Sequence[Attached]]) -> dict[str, str]:
    """Decisions on a status, a place or a date that a later one gives another value."""
    held: dict[tuple[str, str, int, int], Decision] = {}
    found: dict[str, str] = {}
    for d in standing:
        if d.kind not in ("status", "place", "date"):
            continue
        for at in places[d.id]:
            key = (d.kind, at.article, at.start, at.end)
            if key in held and (held[key].value, held[key].point) != (d.value, d.point):
                found[held[key].id] = d.id
            held[key] = d
    return found


def _logged(decision: Decision, live: frozenset[str], overruled: Mapping[str, str]) -> Logged:
    return Logged(decision=decision, live=decision.id in live, overruled=overruled.get(decision.id))
