"""Stored notes in, what a case costs out: time to add to a small and to a large one, bytes an article, time of a query.

The reader is not run: names by capitals, clauses of one length, a credit in every third of them and vectors of hashed
words stand in for what it finds. They cost the case the same. Both cases end on the same day, so that as many articles
lie in the window of the new ones; what differs is how much lies behind. What lies furthest back has fewer clauses, so that
filling takes minutes: the size of an article is taken from the small case.
"""

import contextlib
import datetime as dt
import hashlib
import json
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import msgspec

from bench.sets import find_set
from bench.stream_speed import load, make_notes
from headwater.case import Case
from headwater.case.shards import head, line
from headwater.pipeline import ReadArticle
from headwater.state import state
from headwater.text import content_id
from headwater.types import Article, Attribution, Notes, Page, Published, Sentence, Span

SIZES = (1_000, 20_000)
"""Articles of the two cases."""
ADDED = (1, 10, 100)
"""Articles that are added at a time."""
TIMES = 5
"""Additions of one size; the median counts."""
QUERIES = 200
"""Of each kind; the time below which 95 % lie counts."""
_BATCH = 500  # articles of one file of notes while a case is filled
_CLAUSES = 16  # of an article: those of the example have 17 statements each
_FAR_CLAUSES = 4  # of an article that lies further back than the small case reaches: only that it is there counts
_CREDITED = 3  # every third clause is credited to somebody


class Adding(msgspec.Struct, frozen=True, kw_only=True):
    """What it takes to add some articles to a case, and to bring its stories up to date."""

    case: int
    """Articles that were there."""
    added: int
    seconds: float
    """The median."""


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What a case costs."""

    adding: tuple[Adding, ...]
    slower: dict[str, float]
    """By how many are added: how much longer it takes in the large case than in the small one."""
    bytes_per_article: dict[str, int]
    open_ms: dict[str, float]
    query_ms: dict[str, float]
    """In the large case, the time below which 95 % of the queries lie."""
    fill_articles_per_s: float


def run(data: pathlib.Path | None, *, sizes: Sequence[int] = SIZES, as_json: bool = False) -> int:
    """Print the figures; 0, or 2 where there are no records."""
    try:
        records = list(load(data or find_set("background")))
    except (OSError, ValueError) as error:
        print(f"{error}; name a .jsonl or .jsonl.gz file with --data", file=sys.stderr)
        return 2
    if len(records) < sum(ADDED):
        print(f"{len(records)} records are too few; {sum(ADDED)} are the least", file=sys.stderr)
        return 2
    figures = measure(records, sizes)
    print(json.dumps(msgspec.to_builtins(figures)) if as_json else _told(figures))
    return 0


def measure(records: Sequence[dict[str, Any]], sizes: Sequence[int], times: int = TIMES) -> Figures:
    """The figures of a small and a large case, filled with the records up to one day and added to with those after it."""
    fresh = times * sum(ADDED)
    adding: list[Adding] = []
    weight, opening, queries, speed = {}, {}, {}, 0.0
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "bench.headwater"
            until = len(records) - fresh
            old = _repeated(records[:until], size)
            filling = 0.0
            with Case.create(path) as case:
                for start in range(0, len(old), _BATCH):
                    far = start + _BATCH <= size - sizes[0]
                    clauses = _FAR_CLAUSES if far else _CLAUSES
                    notes = _write([_article(*o, clauses=clauses) for o in old[start : start + _BATCH]], pathlib.Path(folder))
                    filling += _timed(lambda: _add(case, notes))  # noqa: B023 - called at once
                speed = round(len(old) / filling, 1)
            weight[str(size)] = path.stat().st_size // size  # the log is folded in when a case is closed
            opening[str(size)] = round(1000 * _timed(lambda: Case.open(path).close()), 1)  # noqa: B023 - called at once
            with Case.open(path) as case:
                adding += _adding(case, size, records[until:], times)
                queries = _queries(case)
    slower = {str(n): round(_seconds(adding, sizes[-1], n) / max(1e-9, _seconds(adding, sizes[0], n)), 2) for n in ADDED}
    return Figures(
        adding=tuple(adding), slower=slower, bytes_per_article=weight, open_ms=opening, query_ms=queries, fill_articles_per_s=speed
    )


def _seconds(adding: Sequence[Adding], case: int, added: int) -> float:
    return next(a.seconds for a in adding if (a.case, a.added) == (case, added))


def _repeated(records: Sequence[dict[str, Any]], size: int) -> list[tuple[dict[str, Any], int]]:
    """The last records, so many; where there are fewer, earlier showings of them too, each with its number."""
    found: list[tuple[dict[str, Any], int]] = []
    showing = 0
    while len(found) < size:
        part = records[-(size - len(found)) :]
        found = [(r, showing) for r in part] + found
        showing += 1
    return found


def _adding(case: Case, size: int, records: Sequence[dict[str, Any]], times: int) -> list[Adding]:
    """The additions, small ones between large ones, so that all meet the same window."""
    taken: dict[int, list[float]] = {n: [] for n in ADDED}
    rest = [_article(r, 0) for r in records]
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(times):
            for n in ADDED:
                part, rest = rest[:n], rest[n:]
                notes = _write(part, pathlib.Path(folder))
                taken[n].append(_timed(lambda: _add(case, notes)))  # noqa: B023 - called at once
    return [Adding(case=size, added=n, seconds=round(sorted(t)[len(t) // 2], 4)) for n, t in taken.items()]


def _queries(case: Case) -> dict[str, float]:
    """Times of what the pages ask for, the time below which 95 % lie, in milliseconds."""
    rows = case.stories()
    stories = [row.id for row in rows[:: max(1, len(rows) // QUERIES)]]
    largest = [row.id for row in rows[:QUERIES]]
    claims = [c.id for s in stories[:QUERIES] for c in case.story(s).claims[:1]]
    articles = [a.id for s in stories[:QUERIES] for a in case.story(s).articles[:1]]
    names = [o.name for o in case.origins(limit=QUERIES)]
    words = [n.split()[0] for n in names]
    kinds: dict[str, list[Callable[[], object]]] = {
        "stories": [lambda: case.stories(limit=100)] * 20,
        "story": [partial(case.story, i) for i in stories],
        "largest stories": [partial(case.story, i) for i in largest],
        "claim": [partial(case.claim, i) for i in claims],
        "article": [partial(case.article, i) for i in articles],
        "page": [partial(case.page, i) for i in articles],
        "search": [partial(case.search, w, limit=50) for w in words],
        "origins": [lambda: case.origins(limit=100)] * 20,
        "origin": [partial(case.origin, n) for n in names],
    }
    return {kind: _at_95([1000 * _timed(q) for q in queries]) for kind, queries in kinds.items() if queries}


def _at_95(times: Sequence[float]) -> float:
    return round(sorted(times)[int(0.95 * (len(times) - 1))], 1)


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _add(case: Case, notes: pathlib.Path) -> None:
    case.add([str(notes)])
    case.run()


def _write(read: Sequence[ReadArticle], folder: pathlib.Path) -> pathlib.Path:
    """A file of notes."""
    path = folder / "notes.jsonl"
    with path.open("wb") as file:
        file.write(head("bench"))
        for r in read:
            content = r.article.text.encode("utf8", "replace")
            page = Page(source=r.article.source, media_type="text/plain", content=content, sha256=r.article.page)
            file.write(line((page, [r])))
    return path


def _article(record: dict[str, Any], showing: int, *, clauses: int = _CLAUSES) -> ReadArticle:
    """What the stages would give for a record."""
    title, text = str(record.get("title") or "").strip() or "Untitled", str(record.get("text") or "")
    if showing:
        title = f"{title} {showing}"
    whole = f"{title}\n\n{text}"
    outlet = str(record.get("outlet") or "") or None
    day = str(record["date"])[:10] if record.get("date") else None
    if day and showing:
        day = (dt.date.fromisoformat(day) - dt.timedelta(days=366 * 25 * showing)).isoformat()
    article = Article(
        id=content_id(outlet or "", whole),
        source=f"{record.get('id')}-{showing}",
        page=hashlib.sha256(whole.encode("utf8", "replace")).hexdigest(),
        outlet=outlet,
        title=title,
        text=whole,
        body=len(title) + 2,
        published=Published(earliest=day, latest=day, basis="the record says so"),
    )
    notes = _credited(article, make_notes(article, clauses=clauses))
    return ReadArticle(article, notes, state(article, notes))


def _credited(article: Article, notes: Notes) -> Notes:
    """The notes with a sentence a clause, and a credit in some of them: to a name that stands there."""
    size = len(article.text)
    clauses = tuple(
        msgspec.structs.replace(p, end=min(p.end, size), sentence=k) for k, p in enumerate(notes.propositions) if p.start < size
    )
    names = {(n.start, n.end) for n in notes.names}
    return msgspec.structs.replace(
        notes,
        sentences=tuple(Sentence(start=p.start, end=p.end, paragraph=k) for k, p in enumerate(clauses)),
        propositions=clauses,
        vectors=notes.vectors[: len(clauses) * (len(notes.vectors) // max(1, len(notes.propositions)))],
        attributions=tuple(_credits(article.text, clauses, sorted(names))),
    )


def _credits(text: str, clauses: Sequence[Any], names: Sequence[tuple[int, int]]) -> Iterator[Attribution]:
    for p in clauses[::_CREDITED]:
        with contextlib.suppress(StopIteration):
            start, end = next((s, e) for s, e in names if p.start < s and e <= p.end)
            span = Span(start=start, end=end)
            yield Attribution(
                source=span, cue=span, content=Span(start=p.start, end=p.end), name=text[start:end], kind="person", relation="says"
            )


def _told(figures: Figures) -> str:
    lines = [f"case of {a.case:>6}, {a.added:>3} added  {a.seconds:>8.3f} s" for a in figures.adding]
    lines += [f"{n:>3} added: {x} times as long in the large case" for n, x in figures.slower.items()]
    lines += [f"case of {n:>6}: {b:,} bytes an article, opens in {figures.open_ms[n]} ms" for n, b in figures.bytes_per_article.items()]
    lines += [f"{kind:16} {ms:>7} ms at 95 %" for kind, ms in figures.query_ms.items()]
    return "\n".join([*lines, f"filled with {figures.fill_articles_per_s} articles a second"])
