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
from headwater.clean import clean
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


class _Read(msgspec.Struct, frozen=True):
    """One article with its notes and statements."""

    article: Article
    notes: Notes
    statements: tuple[Statement, ...]


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
    found: list[_Read] = []
    asides: list[Aside] = []
    failures: list[Failure] = []
    for count, results in enumerate(_all(read(paths, settings=settings.read, stdin=stdin), settings, reader), start=1):
        for result in results:
            match result:
                case _Read():
                    found.append(result)
                case Aside():
                    asides.append(result)
                case Failure():
                    failures.append(result)
        if progress:
            progress(count)
    kept, twice = _once(found)
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
    read = {r.article.id: r for r in map(_Read, reading.articles, reading.notes, reading.statements)}
    stories = group(reading.articles, reading.notes, settings=settings.group)
    parts = [_parts(story, read, settings) for story in stories]
    return brief(parts, version=importlib.metadata.version("headwater"), set_aside=reading.set_aside, failures=reading.failures)


def _parts(story: Story, read: Mapping[str, _Read], settings: Settings) -> Parts:
    articles = {i: read[i].article for i in story.articles}
    notes = {i: read[i].notes for i in story.articles}
    said = [s for i in story.articles for s in read[i].statements]
    claims, conflicts = align(
        story, said, articles, notes, settings=settings.align, judge=load_judge() if settings.align.questions else None
    )
    by_id = {s.id: s for s in said}
    traced = trace(story, articles, notes, claims, by_id)
    return Parts(story=story, articles=articles, notes=notes, statements=by_id, claims=claims, conflicts=conflicts, trace=traced)


Result = _Read | Aside | Failure


def _all(pages: Iterable[Page | Failure | Aside], settings: Settings, reader: Reader) -> Iterator[list[Result]]:
    """What became of each page, in order, some pages ahead of the reader."""
    with ThreadPoolExecutor(_WORKERS) as pool:
        waiting: list[Future[list[Result]]] = []
        for page in pages:
            waiting.append(pool.submit(_one, page, settings, reader))
            if len(waiting) >= _AHEAD:
                yield waiting.pop(0).result()
        while waiting:
            yield waiting.pop(0).result()


def _one(page: Page | Failure | Aside, settings: Settings, reader: Reader) -> list[Result]:
    """What became of one page; whatever goes wrong is this page's failure alone."""
    if not isinstance(page, Page):
        return [page]
    stage = "clean"
    try:
        article = clean(page, settings=settings.clean)
        if isinstance(article, Aside):
            return [article]
        stage = "annotate"
        notes = annotate(article, reader=reader, settings=settings.annotate)
        stage = "state"
        statements = state(article, notes)
    except HeadwaterError as error:
        return [Failure(source=page.source, stage=stage, message=str(error))]
    except Exception as error:  # noqa: BLE001 - one report must never stop the others, whatever it holds
        return [
            Failure(
                source=page.source, stage=stage, message=f"a fault of Headwater's own ({type(error).__name__}: {error}); please report it"
            )
        ]
    results: list[Result] = [_Read(article, notes, statements)]
    if notes.unread:
        results.append(Failure(source=page.source, stage="annotate", message=f"too long: its last {notes.unread} sentences were not read"))
    return results


def _which(read: _Read) -> tuple[str, ...]:
    """The order of articles, and which of several with one id is kept: the same for any order of the files."""
    article = read.article
    return (article.id, article.published.earliest or "9999", article.author or "", article.page, article.source)


def _once(found: Sequence[_Read]) -> tuple[list[_Read], list[Aside]]:
    """Each article once, and a word on every one that came again; the order of the files does not matter.

    The same article has the same id, or stands under forms of one address with much the same text.
    """
    kept: dict[str, _Read] = {}
    pages: dict[str, list[str]] = {}
    twice: list[Aside] = []
    for r in sorted(found, key=lambda r: (-len(r.article.text), *_which(r))):
        keys = {key for a in r.article.addresses if (key := page_key(a))}
        others = (i for key in sorted(keys) for i in pages.get(key, [])[:_MOST_EDITIONS] if _alike(kept[i].article, r.article))
        home = r.article.id if r.article.id in kept else next(others, None)
        if home is None:
            kept[r.article.id] = r
            home = r.article.id
        else:
            first = kept[home].article
            twice.append(Aside(source=r.article.source, why=f"the same article as {first.source}"))
            addresses = tuple(dict.fromkeys((*first.addresses, *r.article.addresses)))
            kept[home] = msgspec.structs.replace(kept[home], article=msgspec.structs.replace(first, addresses=addresses))
        for key in keys:
            if home not in (editions := pages.setdefault(key, [])):
                editions.append(home)
    return sorted(kept.values(), key=_which), sorted(twice, key=lambda aside: (aside.source, aside.why))


def _alike(a: Article, b: Article) -> bool:
    """Are nearly all words of the shorter text in the other: an AMP form, a print form, an edition of one page?"""
    if outlet_key(a.outlet or "") != outlet_key(b.outlet or ""):
        return False
    mine, other = Counter(words(a.text)), Counter(words(b.text))
    return sum((mine & other).values()) >= _SAME_PAGE * min(sum(mine.values()), sum(other.values()))


_MOST_EDITIONS = 20  # of one address that an article is compared with
_SAME_PAGE = 0.9  # of the shorter text's words: an edition that was written anew shares less
