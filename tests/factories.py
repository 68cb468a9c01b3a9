"""Values for tests, built by hand: the least that is needed goes in, a valid value comes out."""

import pathlib
import re
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from headwater.labels import HEADS, WIDTH, columns
from headwater.models import DIMENSIONS, Marks
from headwater.text import content_id
from headwater.types import (
    Article,
    Brief,
    BriefArticle,
    BriefClaim,
    BriefStatement,
    BriefStory,
    Link,
    Notes,
    Page,
    Proposition,
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


Told = tuple[str, str, str]
"""What a reader is told to mark: a head, a label of it without B or I, and words, wherever they stand."""
_SURE, _TOLD = 9.0, 99.0  # scores: of O everywhere, and of what is told


class FakeReader:
    """A reader without a model: it marks what it is told to; a word's state has a single one, placed by the word's length."""

    def __init__(self, *told: Told) -> None:
        """Mark these words, and nothing else."""
        self.told = told

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        """Marks of words, which end at spaces and punctuation."""
        found = [_make_marks(text) for text in paragraphs]
        for text, marks in zip(paragraphs, found, strict=True):
            for told in self.told:
                _tell(marks, text, told)
        return found

    def count_pieces(self, paragraphs: Sequence[str]) -> int:
        """A piece a word."""
        return sum(len(marks.words) for marks in map(_make_marks, paragraphs))


def _make_marks(text: str) -> Marks:
    words = np.array([m.span() for m in re.finditer(r"\w+|[^\w\s]", text)], dtype=np.int64).reshape(-1, 2)
    scores = np.zeros((len(words), WIDTH), dtype=np.float32)
    scores[:, [columns("role").start, columns("name").start]] = _SURE
    sums = np.zeros((len(words) + 1, DIMENSIONS), dtype=np.float32)
    for row, (start, end) in enumerate(words):
        sums[row + 1] = sums[row]
        sums[row + 1, (end - start) % DIMENSIONS] += 1
    return Marks(words=words, scores=scores, sums=sums)


def _tell(marks: Marks, text: str, told: Told) -> None:
    head, label, words = told
    labels, at = HEADS[head], columns(head).start
    for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        rows = [row for row, (start, end) in enumerate(marks.words) if match.start() < end and start < match.end()]
        for row in rows:
            of_word = label if labels[0] != "O" else f"{'B' if row == rows[0] else 'I'}-{label}"
            marks.scores[row, at + labels.index(of_word)] = _TOLD


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


def write_polnear(folder: pathlib.Path, name: str, text: str, marks: Mapping[str, str], *, split: str = "dev") -> None:
    """An article of PolNeAR's form with the marks of each annotator; the first is the one whom the metadata name first."""
    for part in ("text", "attributions"):
        (folder / split / part).mkdir(parents=True, exist_ok=True)
    (folder / split / "text" / f"{name}.txt").write_bytes(text.encode())
    for annotator, lines in marks.items():
        (folder / split / "attributions" / f"{name}_{annotator}.ann").write_bytes(lines.encode())
    known = folder / "metadata.tsv"
    head = known.read_text(encoding="utf8") if known.exists() else "compartment\tfilename\tlevel\tannotators\n"
    known.write_text(f"{head}{split}\t{name}\tNone\t{'|'.join(marks)}\n", encoding="utf8")


def make_standoff(text: str, *parts: str) -> str:
    """Brat lines: "T1 Cue said" is a mark where these words first stand (fragments between " ; "), "E1 Cue:T1" a link."""
    lines = []
    for part in parts:
        number, label, *rest = part.split(" ", 2)
        if number.startswith("E"):
            lines.append(f"{number}\t{part.partition(' ')[2]}")
            continue
        fragments = rest[0].split(" ; ")
        spans = ";".join(f"{text.index(f)} {text.index(f) + len(f)}" for f in fragments)
        lines.append(f"{number}\t{label} {spans}\t{' '.join(fragments)}")
    return "\n".join(lines) + "\n"


def make_story_article(name: str, nouns: Sequence[str], *, seed: int = 0, day: str | None = None) -> tuple[Article, Notes]:
    """An article of an event that has these nouns, worded by the seed, and notes with vectors of hashed words."""
    order = [nouns[(seed * 3 + k * (1 + seed % 2)) % len(nouns)] for k in range(4 * len(nouns))]
    title = f"Of {nouns[0]} and {nouns[1]} {order[0]}"
    body = " ".join(
        f"{word} number{seed} the {order[k - 1]} {'and' if k % 3 else f'then{seed}'} {nouns[k % len(nouns)]}."
        for k, word in enumerate(order)
    )
    text = f"{title}\n\n{body}"
    rows = np.zeros((2, DIMENSIONS), dtype=np.float16)
    for row, part in enumerate((title, body)):
        for word in part.split():
            rows[row, sum(map(ord, word.strip("."))) % DIMENSIONS] += 1
    rows /= np.linalg.norm(rows.astype(np.float32), axis=1, keepdims=True).astype(np.float16)
    article = Article(
        id=name, source=name, page="", title=title, text=text, body=len(title) + 2, published=Published(earliest=day, latest=day)
    )
    places = (Proposition(start=0, end=len(title), sentence=0), Proposition(start=len(title) + 2, end=len(text), sentence=1))
    return article, Notes(article=name, propositions=places, vectors=rows.tobytes())
