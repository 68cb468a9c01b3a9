"""A small invented story for tests of decisions: four reports, their statements by hand, and what the stages make of them."""

import hashlib
from collections.abc import Mapping, Sequence

import msgspec

from headwater.brief import Parts
from headwater.decide import anchor_of, attach, make_decision
from headwater.deciding import assemble_decided
from headwater.text import content_id
from headwater.trace import trace
from headwater.types import (
    Article,
    Attached,
    BriefStory,
    Claim,
    Decision,
    Link,
    Name,
    Notes,
    Place,
    Point,
    Span,
    Statement,
    Story,
    TimeExpression,
    Unattached,
)

TEXTS = {
    "The Velden Herald": "The dam broke at dawn, Mara Velden said. Forty people were hurt, officials said. The army denied that it had fired.",
    "Ostmark Post": "The dam gave way at dawn, according to Olaf Berg. Forty people were hurt, aides said. Nobody knows why it broke in Springfield.",
    "Harbour Times": "A dam broke at dawn on 8 December 2024. Forty people were hurt, officials said.",
    "Radio North": "The dam broke at dawn, Mara Velden said. The river rose by two metres, the weather office said.",
}
KINDS = {
    "Mara Velden": "person",
    "Olaf Berg": "person",
    "officials": "unnamed",
    "aides": "unnamed",
    "The army": "body",
    "the weather office": "body",
}
CUTS: Mapping[str, Sequence[tuple[str, str | None]]] = {
    "The Velden Herald": (
        ("The dam broke at dawn", "Mara Velden"),
        ("Forty people were hurt", "officials"),
        ("that it had fired", "The army"),
    ),
    "Ostmark Post": (
        ("The dam gave way at dawn", "Olaf Berg"),
        ("Forty people were hurt", "aides"),
        ("Nobody knows why it broke in Springfield", None),
    ),
    "Harbour Times": (("A dam broke at dawn on 8 December 2024", None), ("Forty people were hurt", "officials")),
    "Radio North": (("The dam broke at dawn", "Mara Velden"), ("The river rose by two metres", "the weather office")),
}
CLAIMS = (  # words that tell which statements are grouped
    ("broke at dawn", "gave way at dawn"),
    ("Forty people were hurt",),
    ("had fired",),
    ("Nobody knows why",),
    ("river rose",),
)


def make_articles(**changes: str) -> dict[str, Article]:
    """The articles by outlet; a change gives one another text under the same address."""
    found = {}
    for outlet, text in TEXTS.items():
        key = outlet.replace(" ", "_")
        words = changes.get(key, text)
        found[outlet] = Article(
            id=content_id(outlet, words),
            source=f"{key}.txt",
            page=hashlib.sha256(words.encode()).hexdigest(),
            outlet=outlet,
            text=words,
            address=f"https://{key.lower()}.example/dam",
        )
    return found


def make_statement(article: Article, words: str, source: str | None = None) -> Statement:
    start = article.text.index(words)
    end = start + len(words)
    chain: tuple[Link, ...] = ()
    if source:
        at = article.text.index(source)
        chain = (Link(name=source, kind=KINDS[source], relation="says", start=at, end=at + len(source)),)  # type: ignore[arg-type]
    return Statement(
        id=content_id(article.id, str(start), str(end)),
        article=article.id,
        start=start,
        end=end,
        chain=chain,
        status="denied" if source == "The army" else "asserted",
        sentence=Span(start=start, end=article.text.index(".", end - 1) + 1),
        row=0,
    )


def make_notes(article: Article) -> Notes:
    """Notes with the one place and the one date of the story."""
    places: tuple[Place, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    if (at := article.text.find("Springfield")) >= 0:
        places = (Place(start=at, end=at + 11, name="Springfield", lat=39.8, lon=-89.6, precision="city", country="US", confidence=0.4),)
    if (at := article.text.find("8 December 2024")) >= 0:
        times = (TimeExpression(start=at, end=at + 15, value="2024-12-08", earliest="2024-12-08", latest="2024-12-08"),)
    names = tuple(Name(start=at, end=at + len(n), kind="person") for n in ("Mara Velden", "Olaf Berg") if (at := article.text.find(n)) >= 0)
    return Notes(article=article.id, places=places, times=times, names=names)


def make_parts(
    articles: Mapping[str, Article] | None = None,
    cuts: Mapping[str, Sequence[tuple[str, str | None]]] = CUTS,
    grouped: Sequence[Sequence[str]] = CLAIMS,
) -> Parts:
    """What the stages find: statements as cut, claims by their words."""
    by_outlet = articles or make_articles()
    said = [make_statement(by_outlet[o], words, source) for o, held in cuts.items() if o in by_outlet for words, source in held]
    by_id = {a.id: a for a in by_outlet.values()}

    def group_of(s: Statement) -> int:
        words = by_id[s.article].text[s.start : s.end]
        return next((n for n, keys in enumerate(grouped) if any(k in words for k in keys)), len(grouped) + s.start)

    groups: dict[int, list[Statement]] = {}
    for s in said:
        groups.setdefault(group_of(s), []).append(s)
    claims = tuple(
        Claim(
            id=content_id("claim", g[0].id),
            text=by_id[g[0].article].text[g[0].start : g[0].end],
            statements=tuple(s.id for s in g),
            sure=tuple(s.id for s in g),
        )
        for g in groups.values()
    )
    story = Story(id=content_id("story"), headline="A dam", articles=tuple(a.id for a in by_outlet.values()))
    notes = {a.id: make_notes(a) for a in by_outlet.values()}
    statements = {s.id: s for s in said}
    return Parts(
        story=story,
        articles=by_id,
        notes=notes,
        statements=statements,
        claims=claims,
        conflicts=(),
        trace=trace(story, by_id, notes, claims, statements),
    )


PARTS = make_parts()
BY_OUTLET = {a.outlet: a for a in PARTS.articles.values()}


def find(outlet: str, words: str, parts: Parts = PARTS) -> Statement:
    """The statement of an outlet that holds these words."""
    (article,) = (a for a in parts.articles.values() if a.outlet == outlet)
    return next(s for s in parts.statements.values() if s.article == article.id and words in article.text[s.start : s.end])


def make(kind: str, *statements: Statement, when: str = "2024-12-20T10:00:00Z", **fields: object) -> Decision:
    """A decision of this kind on these statements, by Ann."""
    anchors = tuple(anchor_of(s, PARTS.articles[s.article]) for s in statements)
    draft = Decision(id="", kind=kind, who="Ann", when=when)  # type: ignore[arg-type]
    return make_decision(msgspec.structs.replace(draft, **{"anchors": anchors, **fields}))


def attach_to(decisions: Sequence[Decision], parts: Parts = PARTS) -> tuple[tuple[Attached, ...], tuple[Unattached, ...]]:
    said = {a: [s for s in parts.statements.values() if s.article == a] for a in parts.articles}
    return attach(decisions, parts.articles, said)


def decide_on(decisions: Sequence[Decision], parts: Parts = PARTS) -> BriefStory:
    """The story under these decisions."""
    return assemble_decided(parts, decisions, attach_to(decisions, parts)[0])


SPRINGFIELD = Point(lat=42.1, lon=-72.6)
