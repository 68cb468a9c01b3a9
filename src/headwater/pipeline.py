"""Paths in, Brief out: the order of the stages, two articles at a time, failures kept per article."""

import importlib.metadata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import BinaryIO

import msgspec

from headwater.align import align
from headwater.annotate import annotate
from headwater.brief import Parts, brief
from headwater.clean import clean, take_back
from headwater.editions import MOST_EDITIONS, order, set_aside, settle, with_addresses
from headwater.errors import HeadwaterError
from headwater.group import group
from headwater.judge import load_judge
from headwater.models import Reader, load_reader
from headwater.outlets import page_key
from headwater.read import read
from headwater.settings import Settings
from headwater.state import state
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


def once(found: Sequence[ReadArticle]) -> tuple[list[ReadArticle], list[Aside]]:
    """Each article once, and a word on every one that came again; the order of the files does not matter.

    The same article has the same id, or stands under forms of one address with much the same text (``editions``).
    """
    shelf = _Shelf()
    for r in sorted(found, key=lambda r: (-len(r.article.text), *order(r.article))):
        shelf.put(r)
    return sorted(shelf.kept.values(), key=lambda r: order(r.article)), sorted(shelf.asides(), key=lambda aside: (aside.source, aside.why))


class _Shelf:
    """The articles that stay, and what became of the others."""

    def __init__(self) -> None:
        self.kept: dict[str, ReadArticle] = {}
        self._pages: dict[str, list[str]] = {}
        self._went: dict[str, tuple[str, bool]] = {}
        self._twice: list[tuple[str, str, bool]] = []

    def put(self, r: ReadArticle) -> None:
        """Keep an article, or one that it is one with."""
        own = r.article.id
        if own in self.kept or own in self._went:
            self._let_go(r, own, earlier=False)
            return
        near = dict.fromkeys(i for key in _keys(r) for i in self._pages.get(key, ())[:MOST_EDITIONS])
        settled = {i: s for i in near if (s := settle(self.kept[i].article, r.article))}
        home = next((i for i, s in settled.items() if s.stays), None)
        if home is not None:
            self._let_go(r, home, earlier=settled[home].earlier)
            return
        self.kept[own] = r
        for i, s in settled.items():
            gone = self.kept.pop(i)
            for key in _keys(gone):
                self._pages[key].remove(i)
            self._went[i] = (own, s.earlier)
            self._let_go(gone, own, earlier=s.earlier)
        self._index(own)

    def _let_go(self, r: ReadArticle, home: str, *, earlier: bool) -> None:
        """Keep the addresses of an article that is one with another."""
        self._twice.append((r.article.source, home, earlier))
        home, _ = self._led(home)
        held = self.kept[home]
        self.kept[home] = msgspec.structs.replace(held, article=with_addresses(held.article, r.article))
        self._index(home)

    def _index(self, home: str) -> None:
        for key in _keys(self.kept[home]):
            if home not in (editions := self._pages.setdefault(key, [])):
                editions.append(home)

    def _led(self, article: str) -> tuple[str, bool]:
        """The article that stands for one now, and whether a later edition came between."""
        earlier = False
        while article in self._went:
            article, since = self._went[article]
            earlier = earlier or since
        return article, earlier

    def asides(self) -> Iterator[Aside]:
        """The word on each article that does not stay, with the one that does."""
        for source, home, earlier in self._twice:
            last, since = self._led(home)
            yield set_aside(source, self.kept[last].article, earlier=earlier or since)


def _keys(r: ReadArticle) -> list[str]:
    return sorted({key for a in r.article.addresses if (key := page_key(a))})
