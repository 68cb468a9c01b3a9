"""Story, Articles and Claims in, Trace out: origins, standing, graphs, credits and gaps, by the rules of ARCHITECTURE.md."""

from collections.abc import Mapping, Sequence

import msgspec

from headwater.names import name_tokens, same_body, same_person
from headwater.text import content_id
from headwater.trace.called import side_name
from headwater.trace.calls import Traced, find_calls, find_gaps
from headwater.trace.decided import is_apart
from headwater.trace.doubt import certain_roots
from headwater.trace.drift import find_drift
from headwater.trace.family import Family, make_family
from headwater.trace.graph import find_circles, make_graph
from headwater.trace.notices import not_taken_back, with_notices
from headwater.trace.roots import find_roots
from headwater.trace.same import Root
from headwater.trace.standing import judge
from headwater.trace.voices import outlet_name
from headwater.types import Article, Claim, Notes, Origin, Rulings, Statement, Story, Trace

__all__ = ["trace"]


def trace(  # noqa: PLR0913 - the last is empty unless people decided
    story: Story,
    articles: Mapping[str, Article],
    notes: Mapping[str, Notes],
    claims: Sequence[Claim],
    statements: Mapping[str, Statement],
    *,
    rulings: Rulings | None = None,
) -> Trace:
    """Who stands behind each claim of a story, and how many of them are independent.

    Args:
        story: the articles and which of them are copies.
        articles: the story's articles by id.
        notes: their notes by id, for the credits.
        claims: the story's claims.
        statements: the story's statements by id.
        rulings: what people say of its origins.
    """
    family = make_family(story, articles, notes, statements, rulings or Rulings())
    said = {c.id: [statements[s] for s in c.statements] for c in claims}
    circles = {c.id: find_circles(said[c.id], family) for c in claims}
    traced = []
    for claim in claims:
        roots, _ = find_roots(said[claim.id], family, sure=not_taken_back(claim, statements, articles))
        certain = tuple(certain_roots(roots, {s.id: s for s in said[claim.id]}, family))
        judged = judge(said[claim.id], roots, certain, circles=circles[claim.id], family=family)
        standing = with_notices(judged, said[claim.id], articles)
        traced.append(Traced(claim, roots, certain, standing))
    origins, ids = _origins(story, [(r, t.claim.id) for t in traced for r in t.roots], family)
    behind = {t.claim.id: [(r, ids[t.claim.id, n]) for n, r in enumerate(t.roots)] for t in traced}
    return Trace(
        standings=tuple((t.claim.id, t.standing) for t in traced),
        origins=origins,
        gaps=find_gaps(claims, statements, family),
        credits=tuple(family.credits.items()),
        read=tuple(sorted({outlet_name(a) for a in articles.values() if a.outlet})),
        graphs=tuple(
            (t.claim.id, make_graph(said[t.claim.id], behind[t.claim.id], t.certain, circles[t.claim.id], family)) for t in traced
        ),
        calls=find_calls(traced, statements, family),
        drift=find_drift(story.articles, notes, family),
    )


def _origins(story: Story, found: Sequence[tuple[Root, str]], family: Family) -> tuple[tuple[Origin, ...], dict[tuple[str, int], str]]:
    """The origins of the whole story, those of most claims first, and the id of each root by its claim and its place in it.

    Equal names of different claims are one.
    """
    merged: list[tuple[Root, list[str]]] = []
    home: dict[tuple[str, int], int] = {}
    holding: dict[tuple[str, str], list[int]] = {}  # (kind, word of a name) to the merged ones that have it
    counts: dict[str, int] = {}
    for root, claim in found:
        keys = [*((_group_of(root), word) for word in sorted(name_tokens(root.name))), *(("ruled", _group(n, family)) for n in root.ruled)]
        near = sorted({i for key in keys for i in holding.get(key, ())})
        twin = next((i for i in near if _same_origin(merged[i][0], root, family) and claim not in merged[i][1]), None)
        place = counts[claim] = counts.get(claim, -1) + 1
        home[claim, place] = len(merged) if twin is None else twin
        if twin is not None:
            held, claims = merged[twin]
            claims.append(claim)
            if (held.kind, root.kind) == ("body", "person"):  # a person that was read as a body elsewhere
                merged[twin] = (msgspec.structs.replace(held, kind="person"), claims)
            continue
        for key in keys:
            holding.setdefault(key, []).append(len(merged))
        merged.append((root, [claim]))
    ids = _ids(story, [r for r, _ in merged])
    origins = [Origin(id=i, name=side_name(r, family), kind=r.kind, claims=tuple(c)) for i, (r, c) in zip(ids, merged, strict=True)]
    return tuple(sorted(origins, key=lambda o: (-len(o.claims), o.name, o.id))), {at: ids[n] for at, n in home.items()}


def _ids(story: Story, roots: Sequence[Root]) -> list[str]:
    """An id for each; two of one name that one claim keeps apart are numbered."""
    seen: dict[tuple[str, ...], int] = {}
    found = []
    for r in roots:
        key = ("origin", story.id, r.kind, r.name, r.through or "")
        seen[key] = seen.get(key, 0) + 1
        found.append(content_id(*key, *([str(seen[key])] if seen[key] > 1 else [])))
    return found


def _group(name: str, family: Family) -> str:
    """What the names that people say are one origin have in common."""
    return next((one.names[0] for one in family.rulings.one if name in one.names), name)


def _group_of(root: Root) -> str:
    """A person and a body of one name are one: which of the two it is was read differently."""
    return "body" if root.kind == "person" else root.kind


def _same_origin(a: Root, b: Root, family: Family) -> bool:
    if is_apart(a, b, family.rulings):
        return False
    if {_group(n, family) for n in a.ruled} & {_group(n, family) for n in b.ruled}:
        return True
    if {a.kind, b.kind} == {"person", "body"}:
        return name_tokens(a.name) == name_tokens(b.name)
    if a.kind == "person":
        return same_person(a.name, b.name)
    if a.kind in ("own voice", "unnamed"):
        return (a.name, a.through) == (b.name, b.through)
    return same_body(a.name, b.name)
