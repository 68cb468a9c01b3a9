"""Paths in, Brief out: the order of the stages, two articles at a time, failures kept per article."""

import importlib.metadata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import BinaryIO

import msgspec

from headwater.align import align
from headwater.annotate import annotate
from headwater.brief import Parts, brief
from headwater.clean import clean, take_back
from headwater.errors import HeadwaterError
from headwater.group import group
from headwater.judge import load_judge
from headwater.models import Reader, load_reader
from headwater.outlets import outlet_key, page_key
from headwater.read import read
from headwater.settings import Settings
from headwater.state import state
from headwater.text import words
from headwater.trace import trace
from headwater.types import Article, Aside, Brief, Failure, Notes, Page, Statement, Story

_WORKERS = 2  # articles at a time: the reader runs outside Python's lock, on one thread each
_AHEAD = 16  # articles that may wait: bounds memory, whatever the size of the input


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """What became of everything that was read; articles and notes are in the same order."""

    articles: tuple[Article, ...] = ()
    notes: tuple[Notes, ...] = ()
    statements: tuple[tuple[Statement, ...], ...] = ()
    set_aside: tuple[Aside, ...] = ()
    failures: tuple[Failure, ...] = ()


class ReadArticle(msgspec.Struct, frozen=True):
    """One article with its notes and statements."""

    article: Article
    notes: Notes
    statements: tuple[Statement, ...]


class Known(msgspec.Struct, frozen=True):
    """An article that whoever asked has already: it was not shown to the reader."""

    article: Article


Result = ReadArticle | Known | Aside | Failure
Outcome = tuple[Page | None, list[Result]]
"""A page, None where it could not be had, and what became of it."""


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """How single articles are read."""

    settings: Settings
    reader: Reader
    known_page: Callable[[Page], bool] = lambda _: False
    """Need a page not be looked at?"""
    known: Callable[[Article], bool] = lambda _: False
    """Need an article not be shown to the reader?"""


def make_brief(
    paths: Sequence[str],
    *,
    settings: Settings | None = None,
    reader: Reader | None = None,
    progress: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Brief:
    """The brief of the reports at some paths.

    Args:
        paths: files and folders; "-" stands for ``stdin``.
        settings: every knob.
        reader: anything that marks paragraphs; the shipped reader by default.
        progress: called after each report with how many were read.
        stdin: where "-" is read from.
    """
    reading = read_articles(paths, settings=settings, reader=reader, progress=progress, stdin=stdin)
    return brief_of(reading, settings=settings)


def read_articles(
    paths: Sequence[str],
    *,
    settings: Settings | None = None,
    reader: Reader | None = None,
    progress: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Reading:
    """All the work on single articles: read, clean, annotate, state; what fails is kept with its reason."""
    settings = settings or Settings()
    reader = reader or load_reader(settings=settings.annotate)
    found: list[ReadArticle] = []
    asides: list[Aside] = []
    failures: list[Failure] = []
    pages = read(paths, settings=settings.read, stdin=stdin)
    for count, (_, results) in enumerate(read_each(pages, Ways(settings=settings, reader=reader)), start=1):
        for result in results:
            match result:
                case ReadArticle():
                    found.append(result)
                case Aside():
                    asides.append(result)
                case Failure():
                    failures.append(result)
        if progress:
            progress(count)
    kept, twice = once(found)
    return Reading(
        articles=tuple(r.article for r in kept),
        notes=tuple(r.notes for r in kept),
        statements=tuple(r.statements for r in kept),
        set_aside=(*asides, *twice),
        failures=tuple(failures),
    )


def brief_of(reading: Reading, *, settings: Settings | None = None) -> Brief:
    """All the work between articles: group, align, trace, brief."""
    settings = settings or Settings()
    read = {r.article.id: r for r in map(ReadArticle, take_back(reading.articles, reading.set_aside), reading.notes, reading.statements)}
    stories = group(reading.articles, reading.notes, settings=settings.group)
    with ThreadPoolExecutor(_WORKERS) as pool:  # the pair model runs outside Python's lock
        parts = list(pool.map(lambda story: parts_of(story, read, settings=settings), stories))
    return brief(parts, version=importlib.metadata.version("headwater"), set_aside=reading.set_aside, failures=reading.failures)


def parts_of(story: Story, read: Mapping[str, ReadArticle], *, settings: Settings) -> Parts:
    """All the work within one story: align and trace; ``read`` has its articles by id."""
    articles = {i: read[i].article for i in story.articles}
    notes = {i: read[i].notes for i in story.articles}
    said = [s for i in story.articles for s in read[i].statements]
    claims, conflicts = align(
        story, said, articles, notes, settings=settings.align, judge=load_judge() if settings.align.questions else None
    )
    by_id = {s.id: s for s in said}
    traced = trace(story, articles, notes, claims, by_id)
    return Parts(story=story, articles=articles, notes=notes, statements=by_id, claims=claims, conflicts=conflicts, trace=traced)


def read_each(pages: Iterable[Page | Failure | Aside], ways: Ways) -> Iterator[Outcome]:
    """What became of each page, in order, some pages ahead of the reader."""
    with ThreadPoolExecutor(_WORKERS) as pool:
        waiting: list[Future[Outcome]] = []
        try:
            for page in pages:
                waiting.append(pool.submit(_one, page, ways))
                if len(waiting) >= _AHEAD:
                    yield waiting.pop(0).result()
            while waiting:
                yield waiting.pop(0).result()
        finally:
            for rest in waiting:
                rest.cancel()


def _one(page: Page | Failure | Aside, ways: Ways) -> Outcome:
    """What became of one page; whatever goes wrong is this page's failure alone."""
    if not isinstance(page, Page):
        return None, [page]
    if ways.known_page(page):
        return page, []
    stage = "clean"
    try:
        article = clean(page, settings=ways.settings.clean)
        if isinstance(article, Aside):
            return page, [article]
        if ways.known(article):
            return page, [Known(article)]
        stage = "annotate"
        notes = annotate(article, reader=ways.reader, settings=ways.settings.annotate)
        stage = "state"
        statements = state(article, notes)
    except HeadwaterError as error:
        return page, [Failure(source=page.source, stage=stage, message=str(error))]
    except Exception as error:  # noqa: BLE001 - one report must never stop the others, whatever it holds
        message = f"a fault of Headwater's own ({type(error).__name__}: {error}); please report it"
        return page, [Failure(source=page.source, stage=stage, message=message)]
    results: list[Result] = [ReadArticle(article, notes, statements)]
    if notes.unread:
        results.append(Failure(source=page.source, stage="annotate", message=f"too long: its last {notes.unread} sentences were not read"))
    return page, results


def order(article: Article) -> tuple[str, ...]:
    """The order of articles, and which of several with one id is kept: the same for any order of the files."""
    return (article.id, article.published.earliest or "9999", article.author or "", article.page, article.source)


def once(found: Sequence[ReadArticle]) -> tuple[list[ReadArticle], list[Aside]]:
    """Each article once, and a word on every one that came again; the order of the files does not matter.

    The same article has the same id, or stands under forms of one address with much the same text.
    """
    kept: dict[str, ReadArticle] = {}
    pages: dict[str, list[str]] = {}
    twice: list[Aside] = []
    for r in sorted(found, key=lambda r: (-len(r.article.text), *order(r.article))):
        keys = {key for a in r.article.addresses if (key := page_key(a))}
        others = (i for key in sorted(keys) for i in pages.get(key, [])[:MOST_EDITIONS] if alike(kept[i].article, r.article))
        home = r.article.id if r.article.id in kept else next(others, None)
        if home is None:
            kept[r.article.id] = r
            home = r.article.id
        else:
            first = kept[home].article
            twice.append(Aside(source=r.article.source, why=f"the same article as {first.source}"))
            kept[home] = msgspec.structs.replace(kept[home], article=with_addresses(first, r.article))
        for key in keys:
            if home not in (editions := pages.setdefault(key, [])):
                editions.append(home)
    return sorted(kept.values(), key=lambda r: order(r.article)), sorted(twice, key=lambda aside: (aside.source, aside.why))


def with_addresses(article: Article, other: Article) -> Article:
    """The article with the addresses of another reading of it too: its own first, the others sorted."""
    own = article.addresses or other.addresses
    rest = sorted({*own, *other.addresses} - {*own[:1]})
    return msgspec.structs.replace(article, addresses=(*own[:1], *rest))


def alike(a: Article, b: Article) -> bool:
    """Are nearly all words of the shorter text in the other: an AMP form, a print form, an edition of one page?"""
    if outlet_key(a.outlet or "") != outlet_key(b.outlet or ""):
        return False
    mine, other = Counter(words(a.text)), Counter(words(b.text))
    return sum((mine & other).values()) >= _SAME_PAGE * min(sum(mine.values()), sum(other.values()))


MOST_EDITIONS = 20  # of one address that an article is compared with
_SAME_PAGE = 0.9  # of the shorter text's words: an edition that was written anew shares less
