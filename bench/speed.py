"""Texts in, articles a second out: of the whole pipeline, and of the reader alone over the same inputs."""

import gzip
import json
import pathlib
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

from bench.sets import find_set
from headwater.brief import to_json
from headwater.models import Marks, Reader, load_reader
from headwater.pipeline import make_brief

WORKERS = 2
"""Calls of the reader alone at a time: the pipeline works on two articles at a time."""


class Recorder:
    """A reader that passes everything on and keeps what it was asked."""

    def __init__(self, reader: Reader) -> None:
        """Stand before a reader."""
        self._reader = reader
        self.calls: list[tuple[str, ...]] = []

    def read(self, paragraphs: Sequence[str]) -> list[Marks]:
        """The marks of the reader behind."""
        self.calls.append(tuple(paragraphs))
        return self._reader.read(paragraphs)

    def count_pieces(self, paragraphs: Sequence[str]) -> int:
        """The count of the reader behind."""
        return self._reader.count_pieces(paragraphs)


def run(data: pathlib.Path | None, *, limit: int = 1000, as_json: bool = False) -> int:
    """Print the speed on the first texts of a file of records; 0, or 2 where there are none."""
    try:
        path = data or find_set("background")
        records = list(islice(_records(path), limit))
    except OSError as error:
        print(f"{error}; name a .jsonl or .jsonl.gz file with --data", file=sys.stderr)
        return 2
    if not records:
        print(f"{path}: no records in it; each line is an object with title and text", file=sys.stderr)
        return 2
    figures = measure(records)
    print(json.dumps(figures) if as_json else "\n".join(f"{name:26}{value:>12}" for name, value in figures.items()))
    return 0


def measure(records: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Articles a second of the pipeline and of the reader alone in one run, their ratio, word pieces a second, peak memory."""
    reader = load_reader()
    reader.read(["warm"])
    recorder = Recorder(reader)
    with tempfile.TemporaryDirectory() as folder:
        write_texts(records, pathlib.Path(folder))
        start = time.perf_counter()
        brief = to_json(make_brief([folder], reader=recorder))
        whole = time.perf_counter() - start
    peak = peak_megabytes()
    with ThreadPoolExecutor(WORKERS) as pool:
        start = time.perf_counter()
        list(pool.map(reader.read, recorder.calls))
        alone = time.perf_counter() - start
    pieces = sum(reader.count_pieces(texts) for texts in recorder.calls)
    return {
        "articles": len(records),
        "articles_per_s": round(len(records) / whole, 2),
        "reader_articles_per_s": round(len(records) / alone, 2) if alone else 0.0,
        "ratio": round(alone / whole, 3),
        "pieces": pieces,
        "reader_pieces_per_s": round(pieces / alone) if alone else 0,
        "peak_mb": peak,
        "brief_mb": round(len(brief.encode("utf8")) / 1e6, 1),
    }


def write_texts(records: Iterable[dict[str, Any]], folder: pathlib.Path) -> None:
    """A plain text file a record: the title, an empty line, the text."""
    for number, record in enumerate(records):
        (folder / f"{number:06}.txt").write_text(f"{record.get('title') or ''}\n\n{record.get('text') or ''}", encoding="utf8")


def peak_megabytes() -> float:
    """The most memory that this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6, 1)  # Linux counts KiB


def _records(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
