"""Values for tests, built by hand: the least that is needed goes in, a valid value comes out."""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np

from headwater.models import DIMENSIONS, Vectors
from headwater.text import content_id
from headwater.types import (
    Article,
    Brief,
    BriefArticle,
    BriefClaim,
    BriefStatement,
    BriefStory,
    Link,
    Page,
    Published,
    Span,
    Standing,
)


def make_page(content: str | bytes, media_type: str = "text/plain") -> Page:
    """A page with this content; text stands there as UTF-8."""
    data = content.encode() if isinstance(content, str) else content
    return Page(source="report.txt", media_type=media_type, content=data, sha256=content_id(data.hex()))


def make_report(body: str, title: str | None = None, **fields: Any) -> Article:
    """A cleaned article with this body under this headline."""
    text = f"{title}\n\n{body}" if title else body
    start = len(text) - len(body) if title else 0
    return Article(id=content_id(text), source="report.txt", page=content_id("page"), title=title, text=text, body=start, **fields)


class FakeEncoder:
    """An encoder without a model: a text's row has a single one, placed by its length."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A unit row a text."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in enumerate(texts):
            rows[row, len(text) % DIMENSIONS] = 1
        return rows

    def count_pieces(self, texts: Sequence[str]) -> int:
        """A piece a word."""
        return sum(len(text.split()) for text in texts)


def make_article(text: str, outlet: str | None = "The Test Post", **fields: Any) -> BriefArticle:
    """A brief's article with this text."""
    article = BriefArticle(
        id=content_id("article", outlet or "", text),
        source=f"{content_id(text)}.txt",
        outlet=outlet,
        title=None,
        author=None,
        language="en",
        published=Published(earliest="2024-12-16", latest="2024-12-16", basis="the page says so"),
        text=text,
        credits=(),
        copy_of=(),
        dropped=(),
        passages=(),
        address=None,
        page=content_id("page", text),
    )
    return msgspec.structs.replace(article, **fields)


def make_link(article: BriefArticle, words: str, name: str | None = None, **fields: Any) -> Link:
    """A link shown by the first place where these words stand in the article."""
    start = article.text.index(words)
    link = Link(name=name or words, kind="person", relation="says", start=start, end=start + len(words))
    return msgspec.structs.replace(link, **fields)


def make_statement(article: BriefArticle, quote: str, chain: Sequence[Link] = (), **fields: Any) -> BriefStatement:
    """A statement at the first place of the quote; its sentence ends at full stops and line ends."""
    start = article.text.index(quote)
    end = start + len(quote)
    begin = max(article.text.rfind(". ", 0, start) + 2 if ". " in article.text[:start] else 0, article.text.rfind("\n", 0, start) + 1)
    stops = [article.text.find(stop, end - 1) for stop in (".", "\n")]
    stop = min((place + (article.text[place] == ".") for place in stops if place >= 0), default=len(article.text))
    statement = BriefStatement(
        id=content_id(article.id, str(start), str(end)),
        article=article.id,
        start=start,
        end=end,
        quote=quote,
        status="asserted",
        outlet_status="asserted",
        chain=tuple(chain),
        sentence=Span(start=begin, end=max(stop, end)),
    )
    return msgspec.structs.replace(statement, **fields)


def make_standing(articles: int = 1, origins: tuple[int, int] = (1, 1), **fields: Any) -> Standing:
    """A standing with these counts, a text and an outlet an article."""
    standing = Standing(
        articles=articles, texts=articles, outlets=articles, origins=origins, word="single origin", contested=False, why=("A reason.",)
    )
    return msgspec.structs.replace(standing, **fields)


def make_claim(statements: Sequence[BriefStatement], standing: Standing | None = None) -> BriefClaim:
    """The claim of these statements, with the words and the id of the first."""
    standing = standing or make_standing(len({statement.article for statement in statements}))
    return BriefClaim(id=statements[0].id, text=statements[0].quote, statements=tuple(statements), standing=standing)


def make_story(articles: Sequence[BriefArticle], claims: Sequence[BriefClaim] = (), **fields: Any) -> BriefStory:
    """A story of these articles, with the id of the first."""
    story = BriefStory(
        id=articles[0].id,
        headline="A headline",
        articles=tuple(articles),
        claims=tuple(claims),
        conflicts=(),
        origins=(),
        gaps=(),
        timeline=(),
        places=(),
        entities=(),
    )
    return msgspec.structs.replace(story, **fields)


def make_brief(*stories: BriefStory, **fields: Any) -> Brief:
    """A brief of these stories."""
    return msgspec.structs.replace(Brief(headwater="0.1.0", stories=stories), **fields)
