"""Opened bytes in; a page for each report in them, by their form, or the reason why there is none, out.

Archives and messages are opened and each part read by the same rules; feeds and sitemaps lead to further pages
only where they were fetched themselves.
"""

import contextlib
import io
from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from headwater.errors import ReadError
from headwater.read import feeds, mail, mhtml, records, sitemaps, sniff, warc, zips
from headwater.read.feeds import Follow
from headwater.read.pages import Item, Result, failure, page, too_large
from headwater.read.stream import Stream, unpacked
from headwater.settings import ReadSettings

_DEEPEST = 3  # archives within each other: a message in a zip with a zip attached


class Ways(msgspec.Struct, frozen=True, kw_only=True):
    """How far reading goes from here."""

    settings: ReadSettings
    follow: Follow | None = None
    """None where nothing may be fetched."""


def pages(item: Item, packed: Stream, ways: Ways, *, raw: BinaryIO | None = None, size: int | None = None) -> Iterator[Result]:
    """The pages in a stream, by what it holds; ``raw`` is the same file where it can be read from any place."""
    stream = unpacked(packed)
    plain = stream is packed
    head = stream.peek(sniff.HEAD, lenient=True)
    form = sniff.container(head, item.name)
    if form == sniff.WARC:
        yield from warc.records(item, stream, ways.settings)
    elif form == sniff.ZIP:
        yield from _zip(item, stream, ways, raw if plain else None)
    elif form is None and (why := sniff.refuse(head, item.name)):
        yield failure(item.source, why)
    elif form is None and (kind := _kind(stream, head, item, ways.settings)) == sniff.JSON_LINES:
        yield from records.from_lines(item, stream, ways.settings.max_report_bytes)
    else:
        # the size of a compressed file says nothing about the report in it
        content = _whole(stream, ways.settings.max_report_bytes, size if plain else None)
        yield from _container(item, form, content, ways) if form else _single(item, kind, content, ways)


def _kind(stream: Stream, head: bytes, item: Item, settings: ReadSettings) -> str:
    if sniff.opens_json(head):
        head = stream.peek_past_line(max(settings.max_report_bytes, sniff.HEAD))
    return sniff.media_type(head, item.name)


def _whole(stream: Stream, limit: int, size: int | None) -> bytes:
    """All that is left of a stream; ReadError where that is more than one report may have."""
    if size is not None and size > limit:
        raise ReadError(too_large(limit, size))
    if len(content := stream.peek(limit + 1)) > limit:
        raise ReadError(too_large(limit))
    return content


def _single(item: Item, media_type: str, content: bytes, ways: Ways) -> Iterator[Result]:
    """The pages of what is text: one, or those of a JSON list or a JSON feed."""
    text = sniff.plain(content)
    if not text.strip():
        yield failure(item.source, "is empty")
    elif media_type == sniff.JSON:
        yield from _json(item, content, ways)
    elif sniff.mostly_control(text):
        yield failure(item.source, "looks like binary data (it holds many control characters), which is no report")
    else:
        yield page(item.source, media_type, content, item.known)


def _json(item: Item, content: bytes, ways: Ways) -> Iterator[Result]:
    entries = feeds.from_json(content)
    yield from records.from_json(item, content) if entries is None else feeds.pages(item, entries, ways.follow, ways.settings.max_links)


def _container(item: Item, form: str, content: bytes, ways: Ways) -> Iterator[Result]:
    """The pages of a PDF, a feed or sitemap, a saved page or a message."""
    match form:
        case sniff.PDF:
            yield page(item.source, sniff.PDF, content.lstrip(), item.known)
        case sniff.MHTML:
            yield mhtml.saved(item, content)
        case sniff.MAIL:
            yield page(item.source, sniff.MAIL, content, item.known)
            for part in mail.attachments(item, content):
                yield from _part(part, ways) if isinstance(part, mail.Attachment) else iter((part,))
        case _:
            tree = feeds.parsed(content)
            if sitemaps.is_sitemap(tree):
                yield from sitemaps.pages(item, tree, ways.follow, ways.settings.max_links)
            else:
                yield from feeds.pages(item, feeds.from_xml(tree), ways.follow, ways.settings.max_links)


def _part(part: mail.Attachment, ways: Ways) -> Iterator[Result]:
    return _inner(part.item, io.BytesIO(part.content), ways)


def _zip(item: Item, stream: Stream, ways: Ways, raw: BinaryIO | None) -> Iterator[Result]:
    """The pages of a zip file: an office document is one, an archive has one or more for each member."""
    limit = ways.settings.max_archive_bytes
    if raw is None:
        content = stream.peek(min(limit, ways.settings.max_response_bytes) + 1)
        if len(content) > ways.settings.max_response_bytes:
            raise ReadError("is an archive too large to be held in memory (max_response_bytes); save it and name the file")
        raw = io.BytesIO(content)
    with contextlib.closing(zips.opened(raw)) as archive:
        if media_type := zips.document(archive):
            raw.seek(0)
            yield page(item.source, media_type, _whole(Stream(raw), ways.settings.max_report_bytes, None), item.known)
            return
        if item.depth >= _DEEPEST:
            raise ReadError(f"is an archive more than {_DEEPEST} archives deep; unpack the outer ones")
        for found in zips.members(item, archive, ways.settings):
            if isinstance(found, zips.Member):
                with contextlib.closing(found.raw):
                    yield from _inner(found.item, found.raw, ways)
            else:
                yield found


def _inner(item: Item, raw: BinaryIO, ways: Ways) -> Iterator[Result]:
    """The pages of a part; what is wrong with it is its own failure, and nothing is fetched for it."""
    seekable = raw if isinstance(raw, io.BytesIO) else None
    try:
        yield from pages(item, Stream(raw), msgspec.structs.replace(ways, follow=None), raw=seekable)
    except ReadError as error:
        yield failure(item.source, str(error))
