"""Story, Articles and Claims in, Trace out: origins, standing, credits and gaps, by the rules of ARCHITECTURE.md."""

from collections.abc import Mapping, Sequence

from headwater.names import name_tokens, same_body, same_person
from headwater.outlets import outlet_key
from headwater.text import content_id
from headwater.trace.credits import find_credits
from headwater.trace.decided import is_apart, origin_name
from headwater.trace.notices import with_notices
from headwater.trace.roots import Family, Root, find_roots
from headwater.trace.standing import judge
from headwater.trace.voices import find_publishers, find_texts, find_voices, outlet_name
from headwater.types import Article, Claim, Gap, Notes, Origin, Rulings, Standing, Statement, Story, Trace

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
    rulings = rulings or Rulings()
    passed_on = {i: find_credits(articles[i], notes[i]) for i in story.articles}
    family = Family(
        articles=articles,
        credits=passed_on,
        bodies=_bodies(statements),
        text={**find_texts(story), **{b.decision: b.decision for b in rulings.brought}},
        voice=find_voices(story, articles),
        publisher=find_publishers(story, articles),
        outlets=frozenset(outlet_key(a.outlet) for a in articles.values() if a.outlet),
        rulings=rulings,
    )
    standings: list[tuple[str, Standing]] = []
    found: list[tuple[Root, str]] = []
    for claim in claims:
        said = [statements[s] for s in claim.statements]
        roots, circular = find_roots(said, family, sure=frozenset(claim.sure))
        standings.append((claim.id, with_notices(judge(said, roots, circular=circular, family=family), said, articles)))
        found += [(r, claim.id) for r in roots]
    return Trace(
        standings=tuple(standings),
        origins=_origins(story, found, family),
        gaps=_gaps(story, articles, claims, statements),
        credits=tuple(passed_on.items()),
        read=tuple(sorted({outlet_name(a) for a in articles.values() if a.outlet})),
    )


def _bodies(statements: Mapping[str, Statement]) -> dict[str, tuple[tuple[str, bool], ...]]:
    """Each person's bodies, as the articles of the story give them, and whether the person speaks for them."""
    found: dict[str, set[tuple[str, bool]]] = {}
    for link in (link for s in statements.values() for link in s.chain):
        for body, speaks in ((link.speaks_for, True), (link.office, False)):
            if body:
                found.setdefault(link.name, set()).add((body, speaks))
    return {name: tuple(sorted(bodies)) for name, bodies in found.items()}


def _origins(story: Story, found: Sequence[tuple[Root, str]], family: Family) -> tuple[Origin, ...]:
    """The origins of the whole story, those of most claims first; equal names of different claims are one."""
    merged: list[tuple[Root, list[str]]] = []
    holding: dict[tuple[str, str], list[int]] = {}  # (kind, word of a name) to the merged ones that have it
    for root, claim in found:
        keys = [*((root.kind, word) for word in sorted(name_tokens(root.name))), *(("ruled", _group(n, family)) for n in root.ruled)]
        near = sorted({i for key in keys for i in holding.get(key, ())})
        twin = next((i for i in near if _same_origin(merged[i][0], root, family)), None)
        if twin is not None:
            merged[twin][1].append(claim)
            continue
        for key in keys:
            holding.setdefault(key, []).append(len(merged))
        merged.append((root, [claim]))
    origins = [
        Origin(
            id=content_id("origin", story.id, r.kind, r.name, r.through or ""),
            name=origin_name(r, family),
            kind=r.kind,
            claims=tuple(dict.fromkeys(c)),
        )
        for r, c in merged
    ]
    return tuple(sorted(origins, key=lambda o: (-len(o.claims), o.name, o.id)))


def _group(name: str, family: Family) -> str:
    """What the names that people say are one origin have in common."""
    return next((one.names[0] for one in family.rulings.one if name in one.names), name)


def _same_origin(a: Root, b: Root, family: Family) -> bool:
    if is_apart(a, b, family.rulings):
        return False
    if {_group(n, family) for n in a.ruled} & {_group(n, family) for n in b.ruled}:
        return True
    if a.kind == "person":
        return same_person(a.name, b.name)
    if a.kind in ("own voice", "unnamed"):
        return (a.name, a.through) == (b.name, b.through)
    return same_body(a.name, b.name)


def _gaps(story: Story, articles: Mapping[str, Article], claims: Sequence[Claim], statements: Mapping[str, Statement]) -> tuple[Gap, ...]:
    """Outlets and documents that articles credit and that are not among the articles, those of most articles first."""
    held = {outlet_key(articles[i].outlet or "") for i in story.articles}
    named: dict[tuple[str, str], set[str]] = {}
    for s in (statements[i] for c in claims for i in c.statements):
        for link in s.chain:
            if link.kind in ("outlet", "document") and outlet_key(link.name) not in held and any(c.isupper() for c in link.name):
                named.setdefault((link.name, link.kind), set()).add(s.article)
    ordered = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(Gap(name=name, why=f"named by {len(who)} article{'s' if len(who) > 1 else ''}, not read") for (name, _), who in ordered)
