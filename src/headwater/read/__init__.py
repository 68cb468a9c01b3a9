"""Files, folders and standard input in; a Page for each report, or a Failure with the reason, out."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headwater.errors import ReadError
from headwater.read import records, sniff
from headwater.read.files import STDIN, Found, find
from headwater.read.pages import failure, page, too_large
from headwater.read.stream import Stream, open_file, unpacked
from headwater.settings import ReadSettings
from headwater.types import Failure, Page

__all__ = ["read"]

DEFAULTS = ReadSettings()


def read(
    paths: Iterable[str | os.PathLike[str]], *, settings: ReadSettings = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Page | Failure]:
    """A Page for each report behind the paths, in their order, and a Failure for each that cannot be had.

    Args:
        paths: files, folders (deep, hidden entries skipped, sorted by name), or "-" for ``stdin``.
        settings: how large a report and how deep a folder may be.
        stdin: the bytes behind "-"; the form of what it holds is found out.

    Text, HTML, a JSON object, a JSON list of objects and JSON Lines are read, each also under gzip. JSON Lines are
    streamed and may be any size. A file is read once, whatever the number of names it is given by. The content of
    application/json is an object in UTF-8 without byte order mark. Bad input gives a Failure and never an exception.

    >>> [failure] = read(["no/such/report.txt"])
    >>> failure.message
    'is not there; name a file, a folder or - for standard input'
    """
    if isinstance(paths, str | bytes):
        raise TypeError(f"paths is the one string {paths!r}; give a list of paths")
    return _read(paths, settings, stdin)


def _read(paths: Iterable[str | os.PathLike[str]], settings: ReadSettings, stdin: BinaryIO | None) -> Iterator[Page | Failure]:
    for found in find(paths, max_depth=settings.max_depth):
        if isinstance(found, Failure):
            yield found
            continue
        try:
            yield from _opened(found, settings.max_report_bytes, stdin)
        except ReadError as error:
            yield failure(found.source, str(error))


def _opened(found: Found, limit: int, stdin: BinaryIO | None) -> Iterator[Page | Failure]:
    """The pages of a file or of standard input; ReadError where its bytes cannot be had."""
    if found.path == STDIN:
        if stdin is None:
            raise ReadError("names standard input, but there is none; pass stdin")
        yield from _pages(found, unpacked(Stream(stdin)), limit)
        return
    raw, size = open_file(found.path)
    with contextlib.closing(raw):
        packed = Stream(raw)
        stream = unpacked(packed)
        # the size of a compressed file says nothing about the report in it
        yield from _pages(found, stream, limit, size=size if stream is packed else None)


def _pages(found: Found, stream: Stream, limit: int, *, size: int | None = None) -> Iterator[Page | Failure]:
    """The pages in a stream, by what it holds."""
    head = stream.peek(sniff.HEAD)
    if why := sniff.refuse(head, found.path):
        yield failure(found.source, why)
        return
    if sniff.opens_json(head):
        head = stream.peek_past_line(max(limit, sniff.HEAD))
    media_type = sniff.media_type(head, found.path)
    if media_type == sniff.JSON_LINES:
        yield from records.from_lines(found.source, stream, limit)
    elif size is not None and size > limit:
        yield failure(found.source, too_large(limit, size))
    elif len(content := stream.peek(limit + 1)) > limit:
        yield failure(found.source, too_large(limit))
    elif not (text := sniff.plain(content)).strip():
        yield failure(found.source, "is empty")
    elif media_type == sniff.JSON:
        yield from records.from_json(found.source, content)
    elif sniff.mostly_control(text):
        yield failure(found.source, "looks like binary data (it holds many control characters), which is no report")
    else:
        yield page(found.source, media_type, content)
