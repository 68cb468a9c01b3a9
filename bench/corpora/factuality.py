"""Lines of JSON in, sentences with events and how certain each is out: UW, UDS-IH2 and MEANTIME on one scale."""

import json
import pathlib

import msgspec


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An event's word and its factuality from -3 (certainly not) to 3 (certainly so)."""

    word: int
    value: float


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence and its events."""

    words: tuple[str, ...]
    events: tuple[Event, ...]


def read_factuality(path: pathlib.Path) -> tuple[Judged, ...]:
    """The sentences of one file, in order."""
    found = []
    for line in path.read_text(encoding="utf8").splitlines():
        record = json.loads(line)
        events = (Event(word=t["span1"][1] - 1, value=float(t["label"])) for t in record["targets"])
        found.append(Judged(words=tuple(record["text"].split()), events=tuple(events)))
    return tuple(found)
