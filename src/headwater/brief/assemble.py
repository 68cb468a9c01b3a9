"""The parts of one story in, its BriefStory out; nothing is decided here."""

import re
from collections.abc import Mapping

import msgspec

from headwater.outlets import outlet_key
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
    Link,
    Mention,
    Notes,
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
    claims = tuple(
        BriefClaim(
            id=c.id, text=c.text, statements=tuple(_statement(parts, parts.statements[s]) for s in c.statements), standing=standings[c.id]
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
    )


def _statement(parts: Parts, s: Statement) -> BriefStatement:
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
    )


def _timeline(parts: Parts) -> tuple[TimelineEntry, ...]:
    """A row a date, with the sentence of the first article that has it."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    for i in parts.story.articles:
        for t in parts.notes[i].times:
            if t.earliest and t.latest and (date := _finest(t.earliest, t.latest)):
                found.setdefault(date, []).append((i, t.start, t.end))
    return tuple(
        TimelineEntry(date=date, text=_sentence(parts, where[0]), statements=tuple(Mention(article=a, start=s, end=e) for a, s, e in where))
        for date, where in sorted(found.items())
    )


def _finest(earliest: str, latest: str) -> str:
    """The finest day, month or year that holds both days; "" where they lie in different years."""
    if earliest == latest:
        return earliest
    if earliest[:7] == latest[:7]:
        return earliest[:7]
    return earliest[:4] if earliest[:4] == latest[:4] else ""


def _sentence(parts: Parts, where: tuple[str, int, int]) -> str:
    article, start, _ = where
    text = parts.articles[article].text
    sentence = next((s for s in parts.notes[article].sentences if s.start <= start < s.end), None)
    return text[sentence.start : sentence.end] if sentence else text[start : where[2]]


def _places(parts: Parts) -> tuple[BriefPlace, ...]:
    """A row a name, with its mentions in all articles."""
    found: dict[str, tuple[BriefPlace, list[Mention]]] = {}
    for i in parts.story.articles:
        for p in parts.notes[i].places:
            row = BriefPlace(name=p.name, lat=p.lat, lon=p.lon, precision=p.precision, country=p.country, mentions=())
            found.setdefault(p.name, (row, []))[1].append(Mention(article=i, start=p.start, end=p.end))
    return tuple(msgspec.structs.replace(row, mentions=tuple(mentions)) for _, (row, mentions) in sorted(found.items()))


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
