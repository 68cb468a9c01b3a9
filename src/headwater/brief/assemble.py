"""The parts of one story in, its BriefStory out; nothing is decided here."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from headwater.brief.timeline import make_timeline
from headwater.outlets import outlet_key
from headwater.text import fold
from headwater.types import (
    Article,
    BriefArticle,
    BriefClaim,
    BriefPlace,
    BriefStatement,
    BriefStory,
    Claim,
    Conflict,
    Entity,
    Graph,
    Link,
    Mention,
    Notes,
    Place,
    Statement,
    Story,
    TimelineEntry,
    Trace,
)


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the stages found for one story."""

    story: Story
    articles: Mapping[str, Article]
    notes: Mapping[str, Notes]
    statements: Mapping[str, Statement]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    trace: Trace


def assemble(parts: Parts) -> BriefStory:
    """The story as the brief shows it."""
    standings = dict(parts.trace.standings)
    graphs = dict(parts.trace.graphs)
    claims = tuple(
        BriefClaim(
            id=c.id,
            text=c.text,
            statements=tuple(_statement(parts, parts.statements[s], sure=s in c.sure) for s in c.statements),
            standing=standings[c.id],
            graph=graphs.get(c.id, Graph()),
        )
        for c in parts.claims
    )
    return BriefStory(
        id=parts.story.id,
        headline=parts.story.headline,
        articles=tuple(_article(parts, i) for i in parts.story.articles),
        claims=claims,
        conflicts=parts.conflicts,
        origins=parts.trace.origins,
        gaps=parts.trace.gaps,
        timeline=_timeline(parts),
        places=_places(parts),
        entities=_entities(parts),
        calls=parts.trace.calls,
        drift=parts.trace.drift,
    )


def _article(parts: Parts, i: str) -> BriefArticle:
    article = parts.articles[i]
    copies = next((g for g in parts.story.copies if i in g), ())
    return BriefArticle(
        id=i,
        source=article.source,
        outlet=article.outlet,
        title=article.title,
        author=article.author,
        language=article.language,
        published=dict(parts.story.published).get(i, article.published),
        text=article.text,
        credits=dict(parts.trace.credits).get(i, ()),
        copy_of=tuple(c for c in copies if c != i),
        dropped=article.dropped,
        passages=article.passages,
        address=article.address,
        page=article.page,
        credit=article.credit,
        based_on=article.based_on,
        retracted=article.retracted,
        corrected=article.corrected,
        addresses=article.addresses,
        cut=article.cut,
    )


def _statement(parts: Parts, s: Statement, *, sure: bool) -> BriefStatement:
    read = {outlet_key(name) for name in parts.trace.read}
    chain: tuple[Link, ...] = tuple(msgspec.structs.replace(link, read=outlet_key(link.name) in read) for link in s.chain)
    text = parts.articles[s.article].text
    return BriefStatement(
        id=s.id,
        article=s.article,
        start=s.start,
        end=s.end,
        quote=text[s.start : s.end],
        status=s.status,
        outlet_status=s.outlet_status,
        chain=chain,
        sentence=s.sentence,
        holders=s.holders,
        sure=sure,
    )


def _timeline(parts: Parts) -> tuple[TimelineEntry, ...]:
    """The dated events of the story."""
    claims = {s: c.id for c in parts.claims for s in c.statements}
    return make_timeline(parts.story.articles, parts.articles, parts.notes, parts.statements, claims)


def _places(parts: Parts) -> tuple[BriefPlace, ...]:
    """A row a name and point, with its mentions in all articles: a place where one mention tells where, else an actor."""
    found: dict[tuple[str, float | None, float | None], list[tuple[Place, Mention]]] = {}
    for i in parts.story.articles:
        for p in parts.notes[i].places:
            if p.lat is not None and p.lon is not None:
                found.setdefault((fold(p.name), p.lat, p.lon), []).append((p, Mention(article=i, start=p.start, end=p.end)))
    rows = [_place([p for p, _ in held], tuple(m for _, m in held)) for held in found.values()]
    return tuple(sorted(rows, key=lambda row: (row.name, -len(row.mentions), row.lat, row.lon)))


def _place(same: Sequence[Place], mentions: tuple[Mention, ...]) -> BriefPlace:
    forms = Counter(p.name for p in same)
    best = max(same, key=lambda p: p.confidence)
    return BriefPlace(
        name=max(sorted(forms), key=forms.__getitem__),
        lat=best.lat,
        lon=best.lon,
        precision=best.precision,
        country=best.country,
        mentions=mentions,
        use="place" if any(p.use == "place" for p in same) else "actor",
        within_km=max(p.within_km for p in same),
        confidence=best.confidence,
        basis=best.basis,
        candidates=best.candidates,
    )


def _entities(parts: Parts) -> tuple[Entity, ...]:
    """A row a name; a person's surname alone is a form of the full name."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for i in parts.story.articles:
        for n in parts.notes[i].names:
            found.setdefault((parts.articles[i].text[n.start : n.end], n.kind), []).append(Mention(article=i, start=n.start, end=n.end))
    full = {name.split()[-1]: name for name, kind in sorted(found) if kind == "person" and re.search(r"\s", name)}
    rows: dict[tuple[str, str], tuple[set[str], list[Mention]]] = {}
    for (name, kind), mentions in found.items():
        whole = full.get(name) if kind in ("person", "other") else None
        key = (whole, "person") if whole else (name, kind)
        forms, held = rows.setdefault(key, (set(), []))
        forms.update({name} - {key[0]})
        held += mentions
    return tuple(
        Entity(name=name, kind=kind, also=tuple(sorted(forms)), mentions=tuple(held))
        for (name, kind), (forms, held) in sorted(rows.items())
    )
