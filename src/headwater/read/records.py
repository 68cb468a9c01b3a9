"""JSON in, a single object, a list or a record a line; a Page a record, or the Failure of that record, out."""

from collections.abc import Iterator

import msgspec

from headwater.read.pages import failure, page, record, too_large
from headwater.read.sniff import JSON, without_bom
from headwater.read.stream import CHUNK, Stream
from headwater.read.values import Broken, decoded, elements, no_object
from headwater.types import Failure, Page


def from_lines(source: str, stream: Stream, limit: int) -> Iterator[Page | Failure]:
    """A page a line that holds something, numbered from 1; a line above the limit fails alone."""
    number = 0
    for line in _lines(stream, limit):
        content = None if line is None else (line if number else without_bom(line)).strip()
        if content == b"":
            continue
        number += 1
        if content is None:
            yield failure(record(source, number), too_large(limit))
        else:
            yield _single(record(source, number), content)
    if not number:
        yield failure(source, "is empty")


def from_json(source: str, content: bytes) -> Iterator[Page | Failure]:
    """The page of a JSON object, or a page an object of a JSON list, numbered from 1."""
    text = without_bom(content)
    if text.lstrip().startswith(b"["):
        yield from _listed(source, text)
    else:
        yield _single(source, text)


def _single(source: str, content: bytes) -> Page | Failure:
    """The page of one JSON object, its bytes as they are."""
    value = decoded(content)
    if isinstance(value, dict):
        return page(source, JSON, content)
    return failure(source, _fault(value))


def _listed(source: str, content: bytes) -> Iterator[Page | Failure]:
    """A page an object of a JSON list, in one spelling of JSON whatever the list's."""
    found = elements(content)
    if isinstance(found, Broken):
        yield failure(source, found.why)
        return
    if not found:
        yield failure(source, "is a JSON list with nothing in it")
    for number, element in enumerate(found, start=1):
        value = decoded(element)
        if isinstance(value, dict):
            yield page(record(source, number), JSON, msgspec.json.encode(value, order="deterministic"))
        else:
            yield failure(record(source, number), _fault(value))


def _fault(value: object) -> str:
    return value.why if isinstance(value, Broken) else no_object(value)


def _lines(stream: Stream, limit: int) -> Iterator[bytes | None]:
    """The lines of a stream; None for one above the limit, of which little more than the limit is ever held."""
    held, skipping = bytearray(), False
    while block := stream.read(CHUNK):
        *ended, last = block.split(b"\n")
        for part in ended:
            held += part
            yield None if skipping or len(held) > limit else bytes(held)
            held, skipping = bytearray(), False
        held += last
        if skipping or len(held) > limit:
            held, skipping = bytearray(), True
    yield None if skipping else bytes(held)
