"""Claims and scores in, Conflicts out: numbers that differ for one thing, and denials."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from headwater.types import Article, Claim, Conflict, Quantity, Statement


class Difference(msgspec.Struct, frozen=True):
    """Two statements about one thing with different numbers of one unit."""

    score: float
    a: Statement
    b: Statement
    value_a: Quantity
    value_b: Quantity


def find_differences(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    topic: Mapping[tuple[int, int], float],
    articles: Mapping[str, Article],
    *,
    least: float,
) -> list[Conflict]:
    """Pairs of claims whose likeliest statements give one unit different numbers, in the order of the claims."""
    home = {s: i for i, c in enumerate(claims) for s in c.statements}
    best: dict[tuple[int, int], Difference] = {}
    for (a, b), score in sorted(topic.items()):
        s, t = statements[a], statements[b]
        pair = tuple(sorted((home[s.id], home[t.id])))
        if score < least or s.article == t.article or pair[0] == pair[1]:
            continue
        found = _difference(score, s, t)
        key = (pair[0], pair[1])
        if found and (key not in best or score > best[key].score):
            best[key] = found
    return [_conflict(claims, pair, found, articles) for pair, found in sorted(best.items())]


def _difference(score: float, s: Statement, t: Statement) -> Difference | None:
    for q in s.quantities:
        for r in t.quantities:
            if (q.unit == r.unit or not (q.unit and r.unit)) and _apart(q, r):
                return Difference(score, s, t, q, r)
    return None


def _apart(q: Quantity, r: Quantity) -> bool:
    """Can these two not both be right, rounding allowed? A bare "at least" leaves what lies above it open."""
    slack = _ROUND * max(abs(v) for v in (q.low, q.high, r.low, r.high) if v is not None) if q.rounded or r.rounded else 0.0
    if q.low is not None and r.low is not None and q.high is None and r.high is None:
        return abs(q.low - r.low) > slack
    low, high = (q, r) if (q.low or 0) <= (r.low or 0) else (r, q)
    top = low.high if low.high is not None else low.low if low.low is not None else float("inf")
    return high.low is not None and high.low - top > slack


_ROUND = 0.05  # share by which a number that is said to be about right, or is given in millions, may be off


def _conflict(claims: Sequence[Claim], pair: tuple[int, int], found: Difference, articles: Mapping[str, Article]) -> Conflict:
    a, b = articles[found.a.article], articles[found.b.article]
    unit = found.value_a.unit or found.value_b.unit
    update = unit in _TOLLS and (_before(a, b) or _before(b, a))
    what = f"{_TOLLS[unit]}: " if unit in _TOLLS else ""
    return Conflict(
        kind="number",
        claims=(claims[pair[0]].id, claims[pair[1]].id),
        update=update,
        why=f"{what}{_words(a, found.value_a)} or {_words(b, found.value_b)}"
        + ("; the later report may update the earlier" if update else ""),
    )


_TOLLS = {"person killed": "dead", "person wounded": "hurt"}  # counts that rise while an event goes on
_BEHIND = 24  # characters after a number that say what is counted


def _words(article: Article, value: Quantity) -> str:
    """A number as its report words it, with the word or two behind it, and the report."""
    behind = re.match(r"(?:\s+[\w-]+){0,2}", article.text[value.end : value.end + _BEHIND])
    words = " ".join((article.text[value.start : value.end] + (behind.group() if behind else "")).split())
    return f"“{words}” ({article.outlet or article.source.rsplit('/', 1)[-1]})"


def _before(a: Article, b: Article) -> bool:
    """Did one article surely appear before another?"""
    return bool(a.published.latest and b.published.earliest and a.published.latest < b.published.earliest)


def find_denials(claims: Sequence[Claim], statements: Sequence[Statement]) -> list[Conflict]:
    """Claims among whose statements one denies what another says."""
    by_id = {s.id: s for s in statements}
    found = []
    for claim in claims:
        sides: dict[bool, list[Statement]] = defaultdict(list)
        for s in claim.statements:
            sides[by_id[s].status == "denied"].append(by_id[s])
        if sides[True] and sides[False]:
            who = next((s.chain[0].name for s in sides[True] if s.chain), "a report in its own voice")
            others = len(sides[False])
            why = f"{who} denies it; {others} statement{'s do' if others > 1 else ' does'} not"
            found.append(Conflict(kind="denial", claims=(claim.id,), update=False, why=why))
    return found
