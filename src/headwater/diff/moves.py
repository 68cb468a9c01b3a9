"""A claim in two briefs in, which report moved which of its counts out; what no report moved is the program's own doing, and said so."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from headwater.diff.match import Matched, Side
from headwater.diff.values import Count, Move
from headwater.names import same_body, same_person
from headwater.outlets import outlet_key, publisher_of
from headwater.text import fold
from headwater.types import BriefArticle, BriefClaim, BriefStatement, Origin, Standing

_RUNGS: tuple[Count, ...] = ("articles", "texts", "outlets")


class Held(msgspec.Struct, frozen=True):
    """A claim in one brief: the reports that support it, in order, with their texts and publishers, and its origins."""

    side: Side
    claim: BriefClaim
    origins: tuple[Origin, ...]

    def reports(self) -> dict[str, list[BriefStatement]]:
        """Reports to their statements; those that deny it, or do not know, are left out while anybody says it."""
        asserting = {i for side in self.claim.standing.sides if side.stance == "asserts" for i in side.statements}
        open_ = [s for s in self.claim.statements if s.status != "denied"]
        said = [s for s in open_ if s.id in asserting]
        if 2 * len(said) <= len(open_):  # that it is not known is what the claim says
            said = open_
        said = said or list(self.claim.statements)
        found: dict[str, list[BriefStatement]] = {}
        for s in said:
            found.setdefault(s.article, []).append(s)
        return found

    def keys(self, article: str) -> dict[Count, str]:
        """By what a report is counted on each rung."""
        held = self.side.articles[article]
        return {
            "articles": article,
            "texts": self.side.text[article],
            "outlets": outlet_key(publisher_of(held.outlet)) if held.outlet else article,
        }


def held_in(side: Side, claim: str) -> Held:
    """A claim of one brief with its origins."""
    story = side.story[claim]
    return Held(side, side.claims[claim], tuple(o for o in story.origins if claim in o.claims))


def origins_not_in(held: Held, other: Held) -> tuple[str, ...]:
    """The names of the origins of a claim that the other one has under no form of their name."""
    return tuple(o.name for o in held.origins if not any(_same(o, r) for r in other.origins))


def _same(a: Origin, b: Origin) -> bool:
    if fold(a.name) == fold(b.name):
        return True
    if a.kind != b.kind:
        return False
    return same_person(a.name, b.name) if a.kind == "person" else a.kind == "body" and same_body(a.name, b.name)


def find_moves(old: Held, new: Held, matched: Matched) -> tuple[Move, ...]:
    """What each report that went or came moved, in the order of the reports; at the end what is counted otherwise."""
    before, after = old.reports(), new.reports()
    came = [i for i in after if matched.articles.get(i) not in before]
    stays = {matched.articles[i] for i in after if i not in came}
    went = [i for i in before if i not in stays]
    leaving = _steps(old, list(before), went, -1, [_why_went(i, before[i], new, matched) for i in went])
    coming = _steps(new, list(after), came, 1, [_why_came(i, after[i], old, matched) for i in came])
    moves = [
        *_with_origins(leaving, before, origins_not_in(old, new), (old.side, -1)),
        *_with_origins(coming, after, origins_not_in(new, old), (new.side, 1)),
    ]
    if rest := _rest(moves, old.claim.standing, new.claim.standing):
        moves.append(Move(report=None, name="the program", by=rest, why=_why_rest(rest, old, new, matched)))
    return tuple(moves)


def _steps(held: Held, everyone: Sequence[str], moved: Sequence[str], by: int, why: Sequence[str]) -> list[Move]:
    """One report after the other comes or goes, and moves a rung where nobody else stands on its place of it."""
    keys = {i: held.keys(i) for i in everyone}
    there = [i for i in everyone if i not in moved] if by > 0 else list(everyone)
    found = []
    for i, reason in zip(moved, why, strict=True):
        others = [o for o in there if o != i]
        counts = tuple((rung, by) for rung in _RUNGS if all(keys[o][rung] != keys[i][rung] for o in others))
        there = [*others, i] if by > 0 else others
        found.append(Move(report=i, name=name_of(held.side.articles[i]), by=counts, why=reason))
    return found


def name_of(article: BriefArticle) -> str:
    """What a report is called."""
    return article.outlet or article.source.rstrip("/").rpartition("/")[2] or article.id


def _why_came(article: str, said: Sequence[BriefStatement], old: Held, matched: Matched) -> str:
    before = next((matched.statements[s.id] for s in said if s.id in matched.statements), None)
    if article not in matched.articles:
        return "a new report"
    if before is not None and old.side.home[before] != old.claim.id:
        return f"its statement was in another claim: {_short(old.side.claims[old.side.home[before]].text)}"
    if before is not None:
        return "its statement no longer denies it"
    if matched.articles[article] != article:
        return "a new text of its address says it"
    return "the program did not find its statement before"


def _why_went(article: str, said: Sequence[BriefStatement], new: Held, matched: Matched) -> str:
    now = {o: n for n, o in matched.statements.items()}
    after = next((now[s.id] for s in said if s.id in now), None)
    if article not in matched.articles.values():
        return "the report is gone"
    if after is not None and new.side.home[after] != new.claim.id:
        return f"its statement is in another claim now: {_short(new.side.claims[new.side.home[after]].text)}"
    if after is not None:
        return "its statement denies it now"
    if article not in new.side.articles:
        return "the new text of its address does not say it"
    return "the program does not find its statement any more"


def _with_origins(
    moves: Sequence[Move], said: Mapping[str, Sequence[BriefStatement]], names: Sequence[str], ways: tuple[Side, int]
) -> list[Move]:
    """The moves, each with the origins that came or went and to which its report leads; each origin once."""
    side, by = ways
    found = []
    told: set[str] = set()
    for move in moves:
        led = [n for n in names if n not in told and any(_leads(s, n, side) for s in said.get(move.report or "", ()))]
        told.update(led)
        counts: tuple[tuple[Count, int], ...] = (("origins", by * len(led)),) if led else ()
        why = f"{move.why}; {'credits' if by > 0 else 'credited'} {_list(led)}" if led else move.why
        found.append(msgspec.structs.replace(move, by=(*move.by, *counts), why=why))
    return found


def _leads(statement: BriefStatement, origin: str, side: Side) -> bool:
    """Does a statement lead to an origin by what it credits itself?"""
    article = side.articles[statement.article]
    if not statement.chain:  # copies speak with one voice, that of the first
        return any(fold(origin) == fold(f"{name_of(side.articles[i])}, own voice") for i in (article.id, *article.copy_of))
    names = [fold(link.name) for link in statement.chain]
    return any(fold(origin) == n or fold(origin).startswith(f"{n}, through ") for n in names)


def _rest(moves: Iterable[Move], before: Standing, after: Standing) -> tuple[tuple[Count, int], ...]:
    """How far each count moved beyond what the reports moved."""
    sums: dict[str, int] = {}
    for move in moves:
        for count, by in move.by:
            sums[count] = sums.get(count, 0) + by
    whole: dict[Count, int] = {rung: getattr(after, rung) - getattr(before, rung) for rung in _RUNGS}
    whole["origins"] = after.origins[1] - before.origins[1]
    return tuple((count, far - sums.get(count, 0)) for count, far in whole.items() if far != sums.get(count, 0))


def _why_rest(rest: Sequence[tuple[Count, int]], old: Held, new: Held, matched: Matched) -> str:
    merged = [o for o, n in matched.merged.items() if n == new.claim.id]
    parts = [n for n, o in matched.split.items() if o == old.claim.id]
    counts = {count for count, _ in rest}
    lines = (
        f"it holds what was another claim: {_list([_short(old.side.claims[o].text) for o in merged])}" if merged else "",
        f"a part of it is another claim now: {_list([_short(new.side.claims[n].text) for n in parts])}" if parts else "",
        "its origins are told apart otherwise" if "origins" in counts else "",
        "its reports are grouped otherwise into texts and outlets" if counts & {"texts", "outlets", "articles"} else "",
    )
    return "; ".join(filter(None, lines))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return f"“{plain if len(plain) <= 60 else plain[:59].rstrip() + '…'}”"


def _list(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
