"""Files, folders, addresses and standard input in; a Page for each report, or a Failure or Aside with the reason, out."""

import contextlib
import os
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from headwater.errors import ReadError
from headwater.read import forms
from headwater.read.addresses import Addresses, is_address
from headwater.read.files import STDIN, Found, find
from headwater.read.pages import Item, failure
from headwater.read.stream import Stream, open_file
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure, Page

__all__ = ["read"]

DEFAULTS = ReadSettings()


def read(
    paths: Iterable[str | os.PathLike[str]], *, settings: ReadSettings = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Page | Failure | Aside]:
    """A Page for each report behind the paths, in their order, and a Failure or an Aside for each that cannot be had.

    Args:
        paths: files, folders (deep, hidden entries skipped, sorted by name), http(s) addresses, files of addresses
            (named, with the ending .urls), or "-" for ``stdin``.
        settings: how large a report and how deep a folder may be, and how pages are fetched.
        stdin: the bytes behind "-"; the form of what it holds is found out.

    docs/reading.md lists the forms that are read; each may be under gzip. JSON Lines and WARC are streamed and may be
    any size. A file is read once, whatever the number of names it is given by. The content of application/json is an
    object in UTF-8 without byte order mark. Nothing is fetched unless an address is given; then what a feed or sitemap
    at that address lists is fetched too. Bad input gives a Failure and never an exception.

    >>> [failure] = read(["no/such/report.txt"])
    >>> failure.message
    'is not there; name a file, a folder, an address or - for standard input'
    """
    if isinstance(paths, str | bytes):
        raise TypeError(f"paths is the one string {paths!r}; give a list of paths")
    return _read(paths, settings, stdin)


def _read(paths: Iterable[str | os.PathLike[str]], settings: ReadSettings, stdin: BinaryIO | None) -> Iterator[Page | Failure | Aside]:
    with contextlib.closing(Addresses(settings)) as addresses:
        for found in find(paths, max_depth=settings.max_depth):
            if isinstance(found, Failure):
                yield found
                continue
            try:
                yield from _opened(found, settings, stdin, addresses)
            except ReadError as error:
                yield failure(found.source, str(error))


def _opened(found: Found, settings: ReadSettings, stdin: BinaryIO | None, addresses: Addresses) -> Iterator[Page | Failure | Aside]:
    """The pages of a file, an address or standard input; ReadError where its bytes cannot be had."""
    ways, item = forms.Ways(settings=settings), Item(source=found.source, name=found.path)
    if found.path == STDIN:
        if stdin is None:
            raise ReadError("names standard input, but there is none; pass stdin")
        yield from forms.pages(item, Stream(stdin), ways)
    elif is_address(found.path):
        yield from addresses.pages(found.path)
    else:
        raw, size = open_file(found.path)
        with contextlib.closing(raw):
            if found.is_list:
                yield from addresses.listed(found.source, Stream(raw))
            else:
                yield from forms.pages(item, Stream(raw), ways, raw=raw, size=size)
