"""JSON in, a single object, a list or a record a line; a Page a record, or the Failure of that record, out."""

from collections.abc import Iterator
from typing import Any

import msgspec

from headwater.read.pages import Item, Known, failure, page, record, too_large
from headwater.read.sniff import JSON, NINJS, without_bom
from headwater.read.stream import CHUNK, Stream
from headwater.read.values import Broken, decoded, elements, no_object
from headwater.types import Failure, Page


def from_lines(item: Item, stream: Stream, limit: int) -> Iterator[Page | Failure]:
    """A page a line that holds something, numbered from 1; a line above the limit fails alone."""
    number = 0
    for line in _lines(stream, limit):
        content = None if line is None else (line if number else without_bom(line)).strip()
        if content == b"":
            continue
        number += 1
        if content is None:
            yield failure(record(item.source, number), too_large(limit))
        else:
            yield from _single(record(item.source, number), content, item.known)
    if not number:
        yield failure(item.source, "is empty")


def from_json(item: Item, content: bytes) -> Iterator[Page | Failure]:
    """The page of a JSON object, or a page an object of a JSON list, numbered from 1."""
    text = without_bom(content)
    if text.lstrip().startswith(b"["):
        yield from _listed(item, text)
    else:
        yield from _single(item.source, text, item.known)


def _single(source: str, content: bytes | msgspec.Raw, known: Known, *, respelt: bool = False) -> Iterator[Page | Failure]:
    """The page of one JSON object, its bytes as they are; of linked data a page for each article of its graph."""
    value = decoded(content)
    if not isinstance(value, dict):
        yield failure(source, _fault(value))
        return
    graph = value.get("@graph")
    articles = [node for node in graph if _is_article(node)] if isinstance(graph, list) else []
    for number, node in enumerate(articles, start=1):
        yield page(record(source, number), JSON, _spelt(node), known)
    if not articles:
        media_type = NINJS if _is_ninjs(value) else JSON
        yield page(source, media_type, _spelt(value) if respelt else bytes(content), known)


def _is_article(node: object) -> bool:
    return isinstance(node, dict) and isinstance(node.get("articleBody"), str)


def _is_ninjs(value: dict[str, Any]) -> bool:
    """Is this an item of IPTC ninjs, of any version: an address or name of its own, and a body, headlines or a status as ninjs has them?"""
    return "uri" in value and not _NINJS.isdisjoint(value)


_NINJS = {"pubstatus", "bodies", "body_text", "body_html", "body_xhtml", "headlines", "versioncreated"}


def _spelt(value: object) -> bytes:
    return msgspec.json.encode(value, order="deterministic")


def _listed(item: Item, content: bytes) -> Iterator[Page | Failure]:
    """A page an object of a JSON list, in one spelling of JSON whatever the list's."""
    found = elements(content)
    if isinstance(found, Broken):
        yield failure(item.source, found.why)
        return
    if not found:
        yield failure(item.source, "is a JSON list with nothing in it")
    for number, element in enumerate(found, start=1):
        yield from _single(record(item.source, number), element, item.known, respelt=True)


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
