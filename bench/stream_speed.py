"""A stream of articles in, the cost of one as the stream grows out: articles a second, CPU time, memory, open stories.

Only grouping and copies are timed, with notes given. Names by capitals and vectors of hashed words stand in for those of
the reader: they cost the grouping the same. Beyond its end the archive is repeated at later dates, every fifth word altered.
"""

import datetime as dt
import functools
import gzip
import json
import pathlib
import re
import sys
import time
import zlib
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

import msgspec
import numpy as np

from headwater.group import StoryStream
from headwater.models import DIMENSIONS
from headwater.types import Article, Name, Notes, Proposition, Published

POINTS = (5_000, 20_000, 50_000, 100_000, 200_000)
"""Articles at which the cost is looked at; 20,000 and 200,000 are compared."""
LAST = 2_000
"""Articles before a point over which its cost is taken."""
_BETWEEN = 30  # days between two showings of the archive
_PROPOSITIONS = 40
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*")
_WORD = re.compile(r"\w{4,}")
_PAST = dt.date(1990, 1, 1)


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """What one article costs once so many have come."""

    articles: int
    articles_per_s: float
    cpu_ms: float
    """Of one article, over the last ones before this point."""
    mean_cpu_ms: float
    """Of one article, from the beginning."""
    megabytes: float
    """Held now."""
    open_stories: int
    closed_stories: int


def run(data: pathlib.Path, *, limit: int = POINTS[-1], as_json: bool = False) -> int:
    """Print the curve; 0, or 2 where there are no records."""
    try:
        records = list(load(data))
    except (OSError, ValueError) as error:
        print(f"{data}: cannot be read ({error}); name a .jsonl or .jsonl.gz file with --data", file=sys.stderr)
        return 2
    if not records:
        print(f"{data}: no records in it; each line is an object with date, title and text", file=sys.stderr)
        return 2
    found = []
    for point in measure(records, [p for p in POINTS if p < limit] + [limit]):
        found.append(msgspec.to_builtins(point))
        if not as_json:
            print("  ".join(f"{name} {value}" for name, value in found[-1].items()), flush=True)
    if as_json:
        print(json.dumps(found))
    return 0


def load(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    """The records in time order."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        records = [json.loads(line) for line in lines if line.strip()]
    yield from sorted(records, key=lambda r: str(r.get("date") or ""))


def measure(records: Sequence[dict[str, Any]], points: Sequence[int]) -> Iterator[Point]:
    """The cost at each point."""
    stream = StoryStream()
    wall = cpu = since = 0.0
    closed = 0
    for number, (article, notes) in enumerate(islice(_endless(records), points[-1]), start=1):
        start, began = time.perf_counter(), time.process_time()
        stream.add(article, notes)
        closed += len(stream.take_closed())
        wall, cpu = wall + time.perf_counter() - start, cpu + time.process_time() - began
        if number + LAST in points:
            since = cpu
        if number in points:
            yield Point(
                articles=number,
                articles_per_s=round(number / wall, 1),
                cpu_ms=round((cpu - since) / min(LAST, number) * 1000, 3),
                mean_cpu_ms=round(cpu / number * 1000, 3),
                megabytes=_held(),
                open_stories=len(stream),
                closed_stories=closed,
            )


def _endless(records: Sequence[dict[str, Any]]) -> Iterator[tuple[Article, Notes]]:
    """The records again and again, each time later and in other words."""
    days = [dt.date.fromisoformat(r["date"][:10]).toordinal() for r in records if r.get("date")]
    honest = sorted(days)[len(days) // 1000 : -1 - len(days) // 1000] or [0]
    span = honest[-1] - honest[0] + _BETWEEN
    showing = 0
    while True:
        for number, record in enumerate(records):
            yield _article(record, f"{showing}-{number}", showing, span)
        showing += 1


def _article(record: dict[str, Any], name: str, showing: int, span: int) -> tuple[Article, Notes]:
    title, text = str(record.get("title") or ""), str(record.get("text") or "")
    if showing:
        title, text = _altered(title, showing), _altered(text, showing)
    day = _shifted(record, showing * span)
    whole = f"{title}\n\n{text}"
    article = Article(
        id=name, source=name, page="", title=title, text=whole, body=len(title) + 2, published=Published(earliest=day, latest=day)
    )
    return article, make_notes(article)


def _shifted(record: dict[str, Any], days: int) -> str | None:
    if not record.get("date"):
        return None
    first = dt.date.fromisoformat(record["date"][:10])
    return (_PAST + dt.timedelta(days=(first - dt.date(2000, 1, 1)).days + days)).isoformat()


def _altered(text: str, showing: int) -> str:
    """Every fifth word is another, the same one wherever it stands."""
    return _WORD.sub(lambda m: m[0] + chr(96 + showing) if _code(m[0]) % 5 == 0 else m[0], text)


@functools.lru_cache(maxsize=200_000)
def _code(word: str) -> int:
    return zlib.crc32(word.encode("utf8", "surrogatepass"))


def make_notes(article: Article, *, clauses: int = _PROPOSITIONS) -> Notes:
    """Names by capitals, clauses of one length, vectors of hashed words."""
    size = max(1, (len(article.text) - article.body) // clauses)
    starts = [0, *range(article.body, len(article.text), size)]
    places = [
        row * DIMENSIONS + _code(word) % DIMENSIONS
        for row, start in enumerate(starts)
        for word in article.text[start : start + size].split()
    ]
    rows = np.bincount(np.array(places, dtype=np.int64), minlength=len(starts) * DIMENSIONS).reshape(-1, DIMENSIONS).astype(np.float32)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)
    return Notes(
        article=article.id,
        names=tuple(Name(start=m.start(), end=m.end(), kind="other") for m in _NAME.finditer(article.text)),
        propositions=tuple(Proposition(start=s, end=s + size, sentence=0) for s in starts),
        vectors=rows.astype(np.float16).tobytes(),
    )


def _held() -> float:
    """Memory in MB that this process holds now; 0 where the system does not say."""
    try:
        pages = int(pathlib.Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return 0.0
    return round(pages * 4096 / 1e6, 1)
