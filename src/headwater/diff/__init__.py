"""Two briefs in, what changed between them out: which report moved which count of which claim, and why."""

from collections.abc import Sequence
from typing import NamedTuple

from headwater.diff.lines import to_json, to_lines
from headwater.diff.match import Matched, Side, look_into, match
from headwater.diff.moves import find_moves, held_in, name_of, origins_not_in
from headwater.diff.values import ClaimChange, Diff, Move, Report, StoryChange
from headwater.types import Brief, BriefArticle, BriefClaim, BriefStory, Standing

__all__ = ["ClaimChange", "Diff", "Move", "Report", "StoryChange", "diff", "to_json", "to_lines"]


def diff(old: Brief, new: Brief) -> Diff:
    """What changed from one brief to another, by stories in the order of the new brief; what is gone comes last.

    Claims are matched by the statements that they share, and by their ids where these tell more; statements by id, by
    the span that they share in the same text, and by their words in another text of the same address. Two briefs of
    the same reports, by another version of Headwater, can be compared too: what no report moved is the program's doing.
    """
    before, after = look_into(old), look_into(new)
    matched = match(before, after)
    changes = [c for pair in matched.claims if (c := _change(pair, before, after, matched))]
    heirs = _heirs(old, new, after, matched)
    held: dict[str, list[ClaimChange]] = {}
    for c in changes:
        gone = before.story[c.old[0]].id if c.old else ""
        held.setdefault(after.story[c.new[0]].id if c.new else heirs.get(gone, gone), []).append(c)
    stories = [
        *(
            _story(s, held.get(s.id, ()), [o for o in old.stories if heirs.get(o.id) == s.id], Sides(before, after, matched))
            for s in new.stories
        ),
        *(_gone(s, held.get(s.id, ())) for s in old.stories if s.id not in heirs),
    ]
    return Diff(
        stories=tuple(s for s in stories if s.came or s.went or s.noticed or s.claims or s.decisions or not (s.old and s.new)),
        same=sum(n is not None for _, n in matched.claims) - sum(bool(c.new) for c in changes),
    )


class Sides(NamedTuple):
    """Both briefs, and which is which."""

    before: Side
    after: Side
    matched: Matched


def _heirs(old: Brief, new: Brief, after: Side, matched: Matched) -> dict[str, str]:
    """Stories of the old brief to what they are now: where most of their articles are, else the story of the same id."""
    now = {o: n for n, o in matched.articles.items()}
    ids = {s.id for s in new.stories}
    found: dict[str, str] = {}
    for story in old.stories:
        homes = [after.story[now[a.id]].id for a in story.articles if a.id in now]
        if homes:
            found[story.id] = max(homes, key=lambda i: (homes.count(i), i == story.id))
        elif story.id in ids:
            found[story.id] = story.id
    return found


def _change(pair: tuple[str | None, str | None], before: Side, after: Side, matched: Matched) -> ClaimChange | None:
    """What changed of one claim, None where nothing that is counted did."""
    o, n = pair
    old, new = (before.claims[o] if o else None), (after.claims[n] if n else None)
    merged = tuple(i for i, heir in matched.merged.items() if heir == n) if n else ()
    known = {d for c in (old,) if c and c.decided for d in c.decided.decisions}
    change = ClaimChange(
        text=(new or old or _nothing()).text,
        old=(*((o,) if o else ()), *merged),
        new=(n,) if n else (),
        before=old.standing if old else None,
        after=new.standing if new else None,
        decided_before=_decided(old),
        decided_after=_decided(new),
        moves=find_moves(held_in(before, o), held_in(after, n), matched) if o and n else (),
        came=_names(n, after, without=(o, before)),
        went=_names(o, before, without=(n, after)),
        decisions=tuple(d for d in (new.decided.decisions if new and new.decided else ()) if d not in known),
        why=tuple(w for w in (new.standing.why if new else ()) if not old or w not in old.standing.why),
    )
    return change if _moved(change) else None


def _nothing() -> BriefClaim:
    raise AssertionError("a pair of claims has one of the two")


def _decided(claim: BriefClaim | None) -> Standing | None:
    return claim.decided.standing if claim and claim.decided else None


def _names(claim: str | None, side: Side, *, without: tuple[str | None, Side]) -> tuple[str, ...]:
    """The origins of a claim that are none of the other's."""
    if not claim:
        return ()
    held = held_in(side, claim)
    return origins_not_in(held, held_in(without[1], without[0])) if without[0] else tuple(o.name for o in held.origins)


def _moved(change: ClaimChange) -> bool:
    def facts(standing: Standing | None) -> object:
        if standing is None:
            return None
        return standing.articles, standing.texts, standing.outlets, standing.origins, standing.word, standing.contested

    return bool(
        facts(change.before) != facts(change.after)
        or facts(change.decided_before) != facts(change.decided_after)
        or change.came
        or change.went
        or change.moves
        or change.decisions
        or len(change.old) > 1
    )


def _story(story: BriefStory, claims: Sequence[ClaimChange], earlier: Sequence[BriefStory], sides: Sides) -> StoryChange:
    """What changed of a story of the new brief; ``earlier`` holds the stories of which it is the heir."""
    olds = {s.id: s for s in earlier}
    articles = sides.matched.articles
    for a in story.articles:
        if a.id in articles:
            olds.setdefault(sides.before.story[articles[a.id]].id, sides.before.story[articles[a.id]])
    known = {e.decision.id for s in olds.values() if s.decided for e in s.decided.log}
    log = story.decided.log if story.decided else ()
    now = {o: n for n, o in articles.items()}
    then = sides.before.articles
    return StoryChange(
        headline=story.headline,
        old=tuple(olds),
        new=(story.id,),
        came=tuple(_report(a, articles.get(a.id)) for a in story.articles if articles.get(a.id) != a.id),
        went=tuple(_report(a, now.get(a.id)) for s in earlier for a in s.articles if now.get(a.id) != a.id),
        noticed=tuple(_report(a, a.id) for a in story.articles if a.id in then and _noticed(a, then[a.id])),
        claims=tuple(claims),
        decisions=tuple(e.decision for e in log if e.decision.id not in known),
    )


def _gone(story: BriefStory, claims: Sequence[ClaimChange]) -> StoryChange:
    return StoryChange(
        headline=story.headline, old=(story.id,), new=(), went=tuple(_report(a, None) for a in story.articles), claims=tuple(claims)
    )


def _report(article: BriefArticle, other: str | None) -> Report:
    return Report(
        id=article.id,
        name=name_of(article),
        source=article.source,
        other=other,
        retracted=article.retracted,
        corrected=article.corrected,
    )


def _noticed(now: BriefArticle, then: BriefArticle) -> bool:
    return (now.retracted, now.corrected) != (then.retracted, then.corrected)
