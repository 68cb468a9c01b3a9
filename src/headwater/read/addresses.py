"""An http(s) address or a file of them in; the pages behind them out.

What a feed or a sitemap at a given address lists is fetched too, and nothing that those pages list.
"""

import functools
import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from headwater.errors import ReadError
from headwater.read import forms
from headwater.read.feeds import Link
from headwater.read.pages import Item, Known, Result, failure, printable, record
from headwater.read.stream import CHUNK, Stream
from headwater.settings import ReadSettings

if TYPE_CHECKING:
    from headwater.read.fetch import Fetcher

_LONGEST = 8_000  # characters of an address: servers refuse longer ones
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_LEVELS = 2  # lists within each other that are followed: an index of sitemaps, and a sitemap


def is_address(path: str) -> bool:
    """Is this an address that can be fetched, and no path?"""
    return path[:8].lower().startswith(("http://", "https://"))


class Addresses:
    """Fetches each address once; nothing is opened before the first is asked for."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._fetcher: Fetcher | None = None
        self._seen: set[str] = set()

    def close(self) -> None:
        """End what was opened."""
        if self._fetcher:
            self._fetcher.close()

    def listed(self, source: str, stream: Stream) -> Iterator[Result]:
        """The pages of a file with an address a line; empty lines and lines that begin with # are passed over."""
        number, rest = 0, b""
        while True:
            block = stream.read(CHUNK)
            *whole, rest = (rest + block).split(b"\n") if block else [rest, b""]
            for line in whole:
                address = line.decode("utf8", "replace").strip("\ufeff \t\r")
                if not address or address.startswith("#"):
                    continue
                number += 1
                if _ADDRESS.fullmatch(address) and len(address) <= _LONGEST:
                    yield from self._safely(address)
                else:
                    yield failure(record(source, number), f"is no http(s) address: {printable(address[:80])!r}; give one a line")
            if not block:
                break
            if len(rest) > CHUNK:
                raise ReadError(f"holds a line of over {CHUNK:,} bytes, which is no address; give one a line")
        if not number:
            yield failure(source, "is a list of addresses with nothing in it; give one a line")

    def pages(self, address: str, known: Known | None = None, *, levels: int = _LEVELS) -> Iterator[Result]:
        """The pages behind an address; ReadError where it gives none."""
        if not _ADDRESS.fullmatch(address) or len(address) > _LONGEST:
            raise ReadError("is no address that can be fetched; check it for spaces and quotation marks")
        if address in self._seen:
            return
        self._seen.add(address)
        from headwater.read.fetch import Fetcher  # noqa: PLC0415 - who reads files alone need not wait for the network's libraries

        self._fetcher = self._fetcher or Fetcher(self._settings)
        got = self._fetcher.fetch(address)
        known = known or Known()
        known = Known(fetched=got.fetched, address=got.address, outlet=known.outlet, published=known.published)
        name = urlsplit(got.address).path.rpartition("/")[2] or "page"
        item = Item(source=printable(address), name=name, known=known)
        follow = functools.partial(self._followed, levels=levels - 1) if levels else None
        yield from forms.pages(item, Stream(io.BytesIO(got.content)), forms.Ways(settings=self._settings, follow=follow))

    def _followed(self, link: Link, *, levels: int) -> Iterator[Result]:
        return self._safely(link.address, Known(outlet=link.outlet, published=link.published), levels=levels if link.is_sitemap else 0)

    def _safely(self, address: str, known: Known | None = None, *, levels: int = _LEVELS) -> Iterator[Result]:
        try:
            yield from self.pages(address, known, levels=levels)
        except ReadError as error:
            yield failure(printable(address), str(error))
