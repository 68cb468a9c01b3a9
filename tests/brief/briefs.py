"""Briefs for tests of the exchange formats: one that is easy to read, and strategies of briefs whose every text is hostile."""

from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from headwater.text import content_id
from headwater.types import (
    Aside,
    Brief,
    BriefArticle,
    BriefClaim,
    BriefPlace,
    BriefStatement,
    BriefStory,
    Conflict,
    ConflictKind,
    DecidedClaim,
    DecidedStory,
    Decision,
    Dropped,
    Entity,
    Failure,
    Gap,
    Link,
    Logged,
    Mention,
    Origin,
    OriginKind,
    Published,
    Span,
    Standing,
    Status,
    TimelineEntry,
    Word,
)
from tests.factories import make_article, make_brief, make_claim, make_link, make_standing, make_statement, make_story
from tests.strategies import hostile

DENIED = "The army denied that it had fired."
TEXT = "Dam breaks\n\nForty people were hurt when the dam broke, Mara Velden said. The army denied that it had fired. It rained."


def plain_brief() -> Brief:
    """Two reports of one story: a claim with two origins at most, one that is denied, one of a single report."""
    first = make_article(
        TEXT,
        "The Velden Herald",
        title="Dam breaks",
        address="https://velden.example/dam",
        published=Published(earliest="2025-03-05T09:40:00+01:00", latest="2025-03-05T09:40:00+01:00", basis="the page's own data"),
    )
    second = make_article(
        "Forty people were hurt, officials said.",
        "Ostmark Post",
        published=Published(earliest="2025-03-07", latest="2025-03-07", basis="a line"),
    )
    velden = make_link(first, "Mara Velden")
    officials = make_link(second, "officials", kind="unnamed")
    army = make_link(first, "The army", kind="body")
    claims = (
        make_claim(
            [make_statement(first, "Forty people were hurt", [velden]), make_statement(second, "Forty people were hurt", [officials])],
            make_standing(2, (1, 2), word="possibly corroborated", why=("Named: Mara Velden.", "Unnamed people widen the range.")),
        ),
        make_claim([make_statement(first, "it had fired", [army], status="denied")], make_standing(1, (1, 1), contested=True)),
        make_claim([make_statement(first, "It rained")], make_standing(1, (1, 1), word="origin unknown")),
    )
    story = make_story(
        [first, second],
        claims,
        headline="Dam breaks",
        conflicts=(Conflict(kind="denial", claims=(claims[1].id,), update=False, why="The army denies it"),),
        origins=(
            Origin(id="o1", name="Mara Velden", kind="person", claims=(claims[0].id,)),
            Origin(id="o2", name="officials", kind="unnamed", claims=(claims[0].id,)),
            Origin(id="o3", name="The Velden Herald, own voice", kind="own voice", claims=(claims[2].id,)),
        ),
        timeline=(
            TimelineEntry(date="2025-03", text="It rained.", claim=claims[2].id, statements=(Mention(article=first.id, start=0, end=3),)),
        ),
    )
    return make_brief(
        story, set_aside=(Aside(source="b.txt", why="no article"),), failures=(Failure(source="c", stage="read", message="gone"),)
    )


def claims_of(brief: Brief) -> list[BriefClaim]:
    """All claims of a brief."""
    return [claim for story in brief.stories for claim in story.claims]


def statements_of(brief: Brief) -> list[BriefStatement]:
    """All statements of a brief."""
    return [statement for claim in claims_of(brief) for statement in claim.statements]


def decide_claim(claim: BriefClaim, standing: Standing | None = None, **fields: Any) -> BriefClaim:
    """The claim with what people decided of it."""
    decided = DecidedClaim(id=claim.id, text=claim.text, statements=(), standing=standing, decisions=("d1",), **fields)
    return msgspec.structs.replace(claim, decided=decided)


_DATES = st.sampled_from(
    [None, "2025", "2025-03", "2025-03-05", "2025-03-05T09:40:00+01:00", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "soon"]
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Briefs of up to two stories; every text that comes from a report, a file's name or a person is hostile."""
    stories = [draw(_stories(str(number))) for number in range(draw(st.integers(0, 2)))]
    words = hostile()
    return make_brief(
        *stories,
        headwater=draw(words),
        set_aside=(Aside(source=draw(words), why=draw(words)),),
        failures=(Failure(source=draw(words), stage=draw(words), message=draw(words)),),
    )


@st.composite
def _stories(draw: st.DrawFn, name: str) -> BriefStory:
    words = hostile()
    articles = [draw(_articles(f"{name} {number}")) for number in range(draw(st.integers(1, 3)))]
    claims = [draw(_claims(f"{name} {number}", articles)) for number in range(draw(st.integers(0, 3)))]
    ids = tuple(claim.id for claim in claims)
    mention = Mention(article=articles[0].id, start=0, end=min(3, len(articles[0].text)))
    kind = draw(st.sampled_from(get_args(OriginKind)))
    decision = Decision(
        id=content_id("decision", name),
        kind="merge",
        who=draw(words),
        when=draw(st.sampled_from(["2025-03-09T10:00:00Z", "soon"])),
        why=draw(words),
    )
    return make_story(
        articles,
        claims,
        headline=draw(words),
        conflicts=tuple(
            Conflict(kind=draw(st.sampled_from(get_args(ConflictKind))), claims=(i,), update=draw(st.booleans()), why=draw(words))
            for i in ids
        ),
        origins=tuple(Origin(id=content_id(name, str(n)), name=draw(words), kind=kind, claims=ids) for n in range(2)),
        gaps=(Gap(name=draw(words), why=draw(words)),),
        timeline=tuple(
            TimelineEntry(
                date=draw(st.sampled_from(["2025", "2025-03", "2025-03-05"])),
                text=draw(words),
                statements=(mention,),
                claim=i,
                conflicts=(draw(words),),
            )
            for i in (*ids, None)
        ),
        places=(BriefPlace(name=draw(words), lat=1.5, lon=2.5, precision=draw(words), country=draw(words), mentions=(mention,)),),
        entities=(Entity(name=draw(words), kind=draw(words), also=(draw(words),), mentions=(mention,)),),
        decided=draw(st.sampled_from([None, DecidedStory(log=(Logged(decision=decision, live=True),))])),
    )


@st.composite
def _articles(draw: st.DrawFn, name: str) -> BriefArticle:
    words = hostile()
    maybe = st.one_of(st.none(), words)
    text = draw(words) + "."
    return make_article(
        text,
        draw(maybe),
        id=content_id("article", name),
        source=draw(words),
        title=draw(maybe),
        author=draw(maybe),
        language=draw(words),
        published=Published(earliest=draw(_DATES), latest=draw(_DATES), basis=draw(words)),
        credits=tuple(draw(st.lists(words, max_size=2))),
        copy_of=(content_id("article", name[:-1] + "0"),),
        dropped=(Dropped(text=draw(words), kind=draw(words), why=draw(words)),),
        address=draw(maybe),
        retracted=draw(maybe),
    )


@st.composite
def _claims(draw: st.DrawFn, name: str, articles: list[BriefArticle]) -> BriefClaim:
    words = hostile()
    statements = tuple(draw(_statements(f"{name} {number}", articles)) for number in range(draw(st.integers(1, 3))))
    low = draw(st.integers(0, 3))
    standing = make_standing(
        draw(st.integers(1, 9)),
        (low, low + draw(st.integers(0, 3))),
        word=draw(st.sampled_from(get_args(Word))),
        contested=draw(st.booleans()),
        why=tuple(draw(st.lists(words, max_size=2))),
    )
    claim = BriefClaim(id=content_id("claim", name), text=draw(words), statements=statements, standing=standing)
    decided = decide_claim(claim, draw(st.sampled_from([None, standing])), into=content_id("other"), otherwise=(draw(words),))
    return draw(st.sampled_from([claim, decided]))


@st.composite
def _statements(draw: st.DrawFn, name: str, articles: list[BriefArticle]) -> BriefStatement:
    article = draw(st.sampled_from(articles))
    start = draw(st.integers(0, len(article.text) - 1))
    end = draw(st.integers(start + 1, len(article.text)))
    link = Link(name=draw(hostile()), kind="person", relation="says", start=start, end=end)
    return BriefStatement(
        id=content_id("statement", name),
        article=article.id,
        start=start,
        end=end,
        quote=article.text[start:end],
        status=draw(st.sampled_from(get_args(Status))),
        outlet_status=draw(st.sampled_from(get_args(Status))),
        chain=draw(st.sampled_from([(), (link,), (link, link)])),
        sentence=Span(start=0, end=len(article.text)),
    )
