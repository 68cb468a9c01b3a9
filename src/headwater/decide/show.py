"""A story, the plan of what people decided and what tracing gave under it in, the same story with the decisions beside the guesses out."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

import msgspec

from headwater.decide.otherwise import think_of_article, think_of_claim, think_of_date, think_of_place, think_of_statement
from headwater.decide.plan import Block, Plan
from headwater.types import (
    AddedOrigin,
    Attached,
    BriefArticle,
    BriefClaim,
    BriefPlace,
    BriefStatement,
    BriefStory,
    Claim,
    Decided,
    DecidedClaim,
    DecidedPart,
    DecidedStory,
    Decision,
    Mention,
    TimelineEntry,
    Trace,
)

_Row = TypeVar("_Row", BriefPlace, TimelineEntry)


class _Shown(msgspec.Struct, frozen=True):
    """What each part of a story needs to be shown under the decisions."""

    story: BriefStory
    plan: Plan
    traced: Trace
    decisions: Mapping[str, Decision]
    """In force, in the order in which they apply."""
    counted: Mapping[str, Claim]
    """The plan's claims by id."""
    mains: Mapping[str, Block]
    """The program's claims to the blocks that they are mostly in."""


def show(story: BriefStory, plan: Plan, traced: Trace) -> BriefStory:
    """The story with what people decided beside what the program guesses; no field of a guess is changed.

    Args:
        story: as the program guesses it.
        plan: of ``decide`` for this story.
        traced: what tracing the plan's claims gave.
    """
    if not plan.log:
        return story
    known = {entry.decision.id: entry.decision for entry in plan.log}
    shown = _Shown(
        story,
        plan,
        traced,
        {i: known[i] for i in plan.attached if i in known},
        {c.id: c for c in plan.claims},
        {c: b for b in plan.blocks for c in b.claims},
    )
    return msgspec.structs.replace(
        story,
        articles=tuple(_article(a, shown) for a in story.articles),
        claims=tuple(_claim(c, shown) for c in story.claims),
        timeline=_marked(story.timeline, [r.statements for r in story.timeline], "date", shown),
        places=_marked(story.places, [r.mentions for r in story.places], "place", shown),
        decided=DecidedStory(
            log=plan.log,
            attached=tuple(at for held in plan.attached.values() for at in held),
            unattached=plan.unattached,
            origins=traced.origins,
            added=tuple(_added(d, shown) for d in shown.decisions.values() if d.kind == "add origin"),
        ),
    )


def _at(decision: Decision, shown: _Shown) -> Sequence[Attached]:
    return shown.plan.attached.get(decision.id, ())


def _added(decision: Decision, shown: _Shown) -> AddedOrigin:
    held = {s for b in shown.plan.rulings.brought if b.decision == decision.id for s in b.statements}
    claims = tuple(c.id for c in shown.plan.claims if not held.isdisjoint(c.statements))
    return AddedOrigin(
        decision=decision.id,
        name=decision.names[0],
        kind=decision.value,  # type: ignore[arg-type]  # checked as it was made
        claims=claims,
        text=decision.text,
        file=decision.file,
    )


def _article(article: BriefArticle, shown: _Shown) -> BriefArticle:
    whole = [d for d in shown.decisions.values() for at in _at(d, shown) if at.article == article.id and at.start == at.end]
    held = [d for d in whole if d.kind in ("ignore", "date")]
    if not held:
        return article
    date = next((d.value for d in reversed(held) if d.kind == "date"), None)
    decided = Decided(
        date=date,
        ignored=any(d.kind == "ignore" for d in held),
        decisions=tuple(dict.fromkeys(d.id for d in held)),
        otherwise=think_of_article(article, date),
    )
    return msgspec.structs.replace(article, decided=decided)


def _statement(statement: BriefStatement, shown: _Shown) -> BriefStatement:
    """The statement with what people decided of it alone; what they decided of its claim stands with the claim."""
    held = [
        d
        for d in shown.decisions.values()
        if d.kind in ("status", "place", "date", "ignore")
        and any(statement.id in at.statements or (at.start == at.end and at.article == statement.article) for at in _at(d, shown))
    ]
    own = [d for d in held if d.kind in ("status", "ignore") or any(statement.id in at.statements for at in _at(d, shown))]
    if not own:
        return statement
    last = {d.kind: d for d in own}
    decided = Decided(
        status=shown.plan.statuses.get(statement.id),
        place=last["place"].value if "place" in last else None,
        point=last["place"].point if "place" in last else None,
        date=last["date"].value if "date" in last else None,
        ignored=statement.id in shown.plan.ignored,
        decisions=tuple(d.id for d in own),
    )
    return msgspec.structs.replace(statement, decided=msgspec.structs.replace(decided, otherwise=think_of_statement(statement, decided)))


def _claim(claim: BriefClaim, shown: _Shown) -> BriefClaim:
    statements = tuple(_statement(s, shown) for s in claim.statements)
    main = shown.mains[claim.id]
    bearing = _bearing(claim, main, shown)
    if not bearing:
        return msgspec.structs.replace(claim, statements=statements)
    into = main.id if main.id != claim.id else None
    kept = shown.counted.get(main.id) if into is None else None
    decided = DecidedClaim(
        id=main.id,
        text=kept.text if kept else claim.text,
        statements=kept.statements if kept else (),
        standing=dict(shown.traced.standings).get(main.id) if kept else None,
        into=into,
        parts=tuple(_part(b, shown) for b in shown.plan.blocks if not b.claims and b.of == claim.id and b.id in shown.counted),
        decisions=tuple(d.id for d in bearing),
        otherwise=_otherwise(claim, bearing, shown),
    )
    return msgspec.structs.replace(claim, statements=statements, decided=decided)


def _otherwise(claim: BriefClaim, bearing: Sequence[Decision], shown: _Shown) -> tuple[str, ...]:
    """What the program thinks otherwise than the decisions on a claim that no later one contradicts."""
    overruled = {entry.decision.id for entry in shown.plan.log if entry.overruled}
    said = (think_of_claim(claim, d, _at(d, shown), shown.plan.names.get(d.id, ()), shown.story) for d in bearing if d.id not in overruled)
    return tuple(dict.fromkeys(line for lines in said for line in lines))


def _part(block: Block, shown: _Shown) -> DecidedPart:
    claim = shown.counted[block.id]
    held = {*block.statements, *(s.id for c in shown.story.claims if c.id == block.of for s in c.statements)}
    return DecidedPart(
        id=claim.id,
        text=claim.text,
        statements=claim.statements,
        standing=dict(shown.traced.standings)[claim.id],
        decisions=tuple(d.id for d in shown.decisions.values() if _speaks_of(d, held, shown)),
    )


def _bearing(claim: BriefClaim, main: Block, shown: _Shown) -> list[Decision]:
    """The decisions that bear on a claim: on its statements, on those that came to it, on its origins."""
    held = {s.id for s in claim.statements} | set(main.statements)
    named = {o.name for o in shown.story.origins if claim.id in o.claims} | {link.name for s in claim.statements for link in s.chain}
    return [d for d in shown.decisions.values() if _speaks_of(d, held, shown) or not named.isdisjoint(shown.plan.names.get(d.id, ()))]


def _speaks_of(decision: Decision, statements: set[str], shown: _Shown) -> bool:
    if decision.id in shown.plan.names or decision.kind in ("place", "date"):
        return False  # a matter of its origins, or of when and where, and not of what counts
    articles = {at.article for at in _at(decision, shown) if at.start == at.end}
    if any(not statements.isdisjoint(at.statements) for at in _at(decision, shown)):
        return True
    return bool(articles) and any(s.id in statements for c in shown.story.claims for s in c.statements if s.article in articles)


def _marked(rows: Sequence[_Row], mentions: Sequence[Sequence[Mention]], kind: str, shown: _Shown) -> tuple[_Row, ...]:
    """The rows of places or dates, each with what people decided of it: where their words hold a mention of one row alone."""
    held: dict[int, list[Decision]] = {}
    for d in (d for d in shown.decisions.values() if d.kind == kind):
        for at in _at(d, shown):
            there = [
                n
                for n, found in enumerate(mentions)
                if any(m.article == at.article and m.start < at.end and at.start < m.end for m in found)
            ]
            if len(there) == 1:
                held.setdefault(there[0], []).append(d)
    return tuple(_row(row, held[n], kind) if n in held else row for n, row in enumerate(rows))


def _row(row: _Row, decisions: Sequence[Decision], kind: str) -> _Row:
    last = decisions[-1]
    decided = Decided(
        place=last.value if kind == "place" else None,
        point=last.point,
        date=last.value if kind == "date" else None,
        decisions=tuple(dict.fromkeys(d.id for d in decisions)),
        otherwise=think_of_place(row, last) if isinstance(row, BriefPlace) else think_of_date(row, last),
    )
    return msgspec.structs.replace(row, decided=decided)
