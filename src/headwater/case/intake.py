"""Paths, addresses and files of notes in, articles kept in the case out; each is there as soon as it is read."""

import itertools
import pathlib
from collections.abc import Iterable, Sequence

from headwater.case import shards
from headwater.case.keep import (
    exchange,
    is_known,
    keep_article,
    keep_aside,
    keep_failure,
    keep_page,
    note_twin,
    page_is_known,
    take_up,
    twins,
)
from headwater.case.shards import sound
from headwater.case.store import Store, unpacked
from headwater.case.values import Added
from headwater.case.ways import Ways
from headwater.pipeline import Known, Outcome, ReadArticle, Result, read_each
from headwater.pipeline import Ways as Reads
from headwater.read import read
from headwater.types import Aside, Failure, Page

_BATCH = 50  # lines of a file of notes that are kept together: each is there in a moment, and a moment is lost at most


class _Tally:
    """Collects what became of everything."""

    def __init__(self) -> None:
        self.articles: list[str] = []
        self.known = 0
        self.count = 0
        self.set_aside: list[Aside] = []
        self.failures: list[Failure] = []

    def added(self) -> Added:
        """All of it."""
        return Added(articles=tuple(self.articles), known=self.known, set_aside=tuple(self.set_aside), failures=tuple(self.failures))


def add(store: Store, sources: Sequence[str], ways: Ways) -> Added:
    """Keep what is new at some sources."""
    notes = [s for s in sources if shards.is_notes(s)]
    rest = [s for s in sources if s not in notes]
    tally = _Tally()
    for path in map(pathlib.Path, notes):
        _keep_all(store, shards.outcomes(path), (shards.reader_of(path), _BATCH), ways, tally)
    if rest:
        pages = read(rest, settings=ways.settings.read, stdin=ways.stdin)
        _keep_all(store, read_each(pages, _reads(store, ways)), (ways.name(), 1), ways, tally)
    return tally.added()


def _keep_all(store: Store, outcomes: Iterable[Outcome], how: tuple[str, int], ways: Ways, tally: _Tally) -> None:
    """Keep outcomes, so many at a time; the reader works outside of any transaction."""
    reader, most = how
    ahead = iter(outcomes)
    while batch := list(itertools.islice(ahead, most)):
        with store.writing():
            for outcome in batch:
                _keep(store, outcome, reader, tally)
        if ways.progress:
            ways.progress(tally.count)


def _reads(store: Store, ways: Ways) -> Reads:
    return Reads(
        settings=ways.settings,
        reader=ways.opened(),
        known_page=lambda page: page_is_known(store, sound(page)),
        known=lambda article: is_known(store, sound(article)),
    )


def _keep(store: Store, outcome: Outcome, reader: str, tally: _Tally) -> None:
    """Keep what became of one page."""
    page, results = sound(outcome)
    tally.count += 1
    if page is not None and not results:
        tally.known += 1
        return
    if page is not None:
        take_up(store, page.source)
    held = None
    for result in results:
        held = _keep_result(store, result, reader, tally) or held
    if page is not None:
        keep_page(store, page, held)
        if held:
            store.do("DELETE FROM failure WHERE source = ? AND stage <> 'annotate'", (page.source,))


def _keep_result(store: Store, result: Result, reader: str, tally: _Tally) -> str | None:
    """Keep one result; the id of the article that it leads to."""
    match result:
        case ReadArticle():
            held, twice = keep_article(store, result, reader)
            if twice is None:
                tally.articles.append(held)
            else:
                tally.known += 1
                tally.set_aside.append(twice)
            return held
        case Known(article):
            tally.known += 1
            twin = next(t for t in twins(store, article) if t.stays)
            tally.set_aside.append(note_twin(store, twin, article))
            return twin.article.id
        case Aside():
            keep_aside(store, result)
            tally.set_aside.append(result)
        case Failure():
            keep_failure(store, result)
            tally.failures.append(result)
    return None


def read_again(store: Store, ways: Ways) -> Added:
    """Read the page of every article anew, and those that were set aside; what comes out otherwise replaces what there was."""
    tally = _Tally()
    reads = Reads(settings=ways.settings, reader=ways.opened())
    rows = [n for (n,) in store.rows(f"SELECT finding.n FROM finding {_OWN} ORDER BY finding.n")]
    for count, (page, results) in enumerate(read_each((_kept(store, n) for n in rows), reads), start=1):
        for result in sound(results):
            match result:
                case ReadArticle() if page is not None:
                    with store.writing():
                        take_up(store, page.source)
                        tally.articles.append(exchange(store, sound(page), result, ways.name()))
                case Aside():
                    tally.set_aside.append(result)
                case Failure():
                    tally.failures.append(result)
        if ways.progress:
            ways.progress(count)
    return tally.added()


_OWN = """
    LEFT JOIN article ON article.id = finding.article AND article.page = finding.page AND article.source = finding.source
    WHERE finding.article IS NULL OR article.n IS NOT NULL
"""  # a page on which the same article stands as on another is not read again


def _kept(store: Store, n: int) -> Page:
    """A page as it was found once."""
    row = store.one(
        "SELECT source, media_type, content, sha256, fetched, address, outlet, published "
        "FROM finding JOIN page ON page.sha256 = finding.page WHERE n = ?",
        (n,),
    )
    source, media_type, content, sha256, fetched, address, outlet, published = row
    return Page(
        source=source,
        media_type=media_type,
        content=unpacked(content, store.path),
        sha256=sha256,
        fetched=fetched,
        address=address,
        outlet=outlet,
        published=published,
    )
