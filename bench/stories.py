"""A stream of articles with stories in, how well the grouping finds them out."""

import gzip
import json
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from bench.measures import adjusted_mutual_information, b_cubed, pairs, window_f1
from headwater.group import StoryStream, group
from headwater.pipeline import Reading, read_articles
from headwater.settings import CleanSettings, Settings
from headwater.types import Story

GIVEN = ("id", "date", "outlet", "url", "title", "text")
"""What the program gets to see of a record; its story stays here."""
SETTINGS = Settings(clean=CleanSettings(min_words=1))
"""The grouping is measured here: headlines alone are articles too."""

Record = dict[str, Any]


def run(data: pathlib.Path, *, as_json: bool = False) -> int:
    """Print the grouping's quality on a file of records; 0, or 2 where there are none."""
    try:
        records = list(load(data))
    except (OSError, ValueError) as error:
        print(f"{data}: cannot be read ({error}); name a .jsonl or .jsonl.gz file with --data", file=sys.stderr)
        return 2
    if not records:
        print(f"{data}: no records in it; each line is an object with {', '.join(GIVEN)}, story", file=sys.stderr)
        return 2
    reading = read_records(records)
    figures = {name: _timed(records, reading, way) for name, way in (("batch", in_batch), ("stream", in_stream))}
    if as_json:
        print(json.dumps(figures))
    else:
        print(f"{'':14}{'batch':>12}{'stream':>12}")
        print("\n".join(f"{name:14}{value:>12}{figures['stream'][name]:>12}" for name, value in figures["batch"].items()))
    return 0


def _timed(records: Sequence[Record], reading: Reading, way: Callable[[Reading], Iterable[Story]]) -> dict[str, float]:
    start = time.perf_counter()
    labels = labels_of(reading, way(reading), len(records))
    seconds = round(time.perf_counter() - start, 1)
    return {**measure(records, labels), "seconds": seconds}


def load(path: pathlib.Path) -> Iterator[Record]:
    """The records of a file of JSON lines, packed or not, in time order as far as they have dates."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as lines:
        records = [_record(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
    yield from sorted(records, key=lambda r: str(r.get("date") or ""))


def _record(path: pathlib.Path, number: int, line: str) -> Record:
    try:
        record: Record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{path.name}, line {number}: {error.msg}") from error
    return record


def read_records(records: Sequence[Record]) -> Reading:
    """What the program reads of some records; the source of the third is ``FILE#3``."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "records.jsonl"
        with path.open("w", encoding="utf8") as lines:
            lines.writelines(json.dumps({k: r.get(k) for k in GIVEN if r.get(k) is not None}) + "\n" for r in records)
        return read_articles([str(path)], settings=SETTINGS)


def in_batch(reading: Reading) -> tuple[Story, ...]:
    """The stories of all articles at once."""
    return group(reading.articles, reading.notes, settings=SETTINGS.group)


def in_stream(reading: Reading) -> Iterator[Story]:
    """The stories of articles that arrive one by one, as the records stand."""
    stream = StoryStream(settings=SETTINGS.group)
    notes = {n.article: n for n in reading.notes}
    for article in sorted(reading.articles, key=lambda a: number_of(a.source)):
        stream.add(article, notes[article.id])
        yield from stream.take_closed()
    stream.finish()
    yield from stream.take_closed()


def labels_of(reading: Reading, stories: Iterable[Story], count: int) -> tuple[str | int, ...]:
    """A label a record: its story, or its own number where the program put it in none."""
    story_of = {article: story.id for story in stories for article in story.articles}
    return label({a.source: story_of[a.id] for a in reading.articles if a.id in story_of}, count)


def number_of(source: str) -> int:
    """The number of the record that a source names; the only record of a file has none."""
    return int(source.rpartition("#")[2]) if "#" in source else 1


def label(story_of: Mapping[str, str], count: int) -> tuple[str | int, ...]:
    """A label a record from the stories of sources like ``FILE#3``, the third record; its own number where it has none."""
    by_number = {number_of(source): story for source, story in story_of.items()}
    return tuple(by_number.get(number, number) for number in range(1, count + 1))


def measure(records: Sequence[Record], labels: Sequence[str | int]) -> dict[str, float]:
    """The figures of a grouping of the whole stream; an article in no story counts as a story of its own."""
    gold = [number if r.get("story") is None else str(r["story"]) for number, r in enumerate(records)]
    whole = b_cubed(gold, labels)
    figures = {
        "b3_p": whole.p,
        "b3_r": whole.r,
        "b3_f1": whole.f1,
        "pair_f1": pairs(gold, labels).f1,
        "ami": adjusted_mutual_information(gold, labels),
        "b3_f1_7day": window_f1(gold, labels, [r.get("date") for r in records]),
    }
    return {**{name: round(value, 4) for name, value in figures.items()}, "articles": len(records)}
