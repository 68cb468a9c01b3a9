"""Rows of reports in, a story as ``trace`` takes it out; for the tests of what stands behind claims."""

from typing import Any, NamedTuple

import msgspec

from headwater.types import Article, Claim, Link, LinkKind, Notes, Published, Span, Statement, Status, Story

Chain = tuple[tuple[str, LinkKind], ...]


class Row(NamedTuple):
    """One report and its one statement, all of its text."""

    outlet: str
    text: str
    chain: Chain = ()
    day: str | None = None
    status: Status = "asserted"


class Told(NamedTuple):
    """A story of some rows, a claim of all their statements."""

    story: Story
    articles: dict[str, Article]
    notes: dict[str, Notes]
    claim: Claim
    statements: dict[str, Statement]


def tell(*rows: Row, copies: tuple[tuple[str, ...], ...] = (), **fields: Any) -> Told:
    """The story of these rows, whose articles are a0, a1 and so on; ``fields`` are of all articles."""
    articles: dict[str, Article] = {}
    statements: dict[str, Statement] = {}
    for i, row in enumerate(rows):
        article = Article(
            id=f"a{i}",
            source=f"a{i}.txt",
            page="",
            outlet=row.outlet or None,
            text=row.text,
            published=Published(earliest=row.day, latest=row.day),
        )
        articles[article.id] = msgspec.structs.replace(article, **fields)
        links = tuple(Link(name=n, kind=k, relation="relays" if k == "outlet" else "says", start=0, end=1) for n, k in row.chain)
        span = Span(start=0, end=len(row.text))
        statements[f"s{i}"] = Statement(
            id=f"s{i}", article=article.id, start=0, end=len(row.text), status=row.status, chain=links, sentence=span, row=0
        )
    story = Story(id="story", headline="", articles=tuple(articles), copies=copies)
    claim = Claim(id="c", text="x", statements=tuple(statements), sure=tuple(statements))
    return Told(story, articles, {i: Notes(article=i) for i in articles}, claim, statements)
