"""A web archive (WARC) in, record by record; a page for each answer that is a page out, and a word on the others.

Our own reader of ISO 28500, since a record's length may lie: a header within a record's body ends that record, and
what follows no header is passed over up to the next one.
"""

import re
from collections import Counter
from collections.abc import Iterator

import msgspec

from headwater.errors import ReadError
from headwater.read import packing
from headwater.read.feeds import instant
from headwater.read.pages import Item, Known, Result, aside, failure, page, record, too_large
from headwater.read.sniff import HTML, PDF, TEXT
from headwater.read.stream import CHUNK, Stream
from headwater.settings import ReadSettings

_HEADER = 1 << 16  # bytes of a header: real ones have under 2,000
_NEXT = re.compile(rb"(?<=\n)WARC/[01]\.\d{1,2}\r?\n(?=[A-Za-z-]{1,40}:)")
_MARK = 64  # bytes in which a header shows that it is one
_TYPES = {"text/html": HTML, "application/xhtml+xml": HTML, "application/pdf": PDF}
_MOST_SHOWN = 5  # kinds of records left aside that are named
LIES = "has a length that its archive does not bear out; what was there up to the next record was read"

STRAYS = "holds what is no record, as if the length of the one before were wrong; it was passed over up to the next record"


class _Header(msgspec.Struct, frozen=True, kw_only=True):
    """The fields of a record that are asked for."""

    kind: str
    address: str
    date: str
    media_type: str
    length: int


def records(item: Item, stream: Stream, settings: ReadSettings) -> Iterator[Result]:
    """A page for each answer of HTML, PDF or plain text, numbered in their order; an Aside that counts the rest."""
    number, left = 0, Counter[str]()
    while True:
        try:
            header, is_true = _next_header(stream)
            if not is_true:
                yield failure(item.source, f"{STRAYS} (after page {number})")
            if header is None:
                break
            result = None if header.kind in ("request", "metadata", "warcinfo") else _page(item, number + 1, stream, header, settings)
        except ReadError as error:
            # the bytes behind are damaged, and nothing more can be had of them
            yield failure(item.source, f"{error} (after record {number})")
            return
        if header.kind in ("request", "metadata", "warcinfo"):
            _body(stream, header.length, 0)
        elif isinstance(result, str):
            left[result] += 1
        elif result is not None:
            number += 1
            yield from result
    if left:
        kinds = ", ".join(f"{count} {why}" for why, count in left.most_common(_MOST_SHOWN)) + (", ..." if len(left) > _MOST_SHOWN else "")
        yield aside(item.source, f"{left.total()} records that are no pages: {kinds}")
    elif not number:
        yield failure(item.source, "is a web archive with no pages in it")


def _next_header(stream: Stream) -> tuple[_Header | None, bool]:
    """The header of the next record, taken, None at the end; and whether it stood where it had to."""
    is_true = True
    while True:
        head = stream.peek(_HEADER, lenient=True)
        if not head:
            return None, is_true
        blank = len(head) - len(head.lstrip(b"\r\n"))
        if blank:
            stream.read(blank)
            continue
        end = re.search(rb"\r?\n\r?\n", head)
        if not head.startswith((b"WARC/0.", b"WARC/1.")) or end is None:
            _pass_over(stream)
            is_true = False
            continue
        stream.read(end.end())
        return _parsed(head[: end.start()]), is_true


def _parsed(block: bytes) -> _Header:
    fields: dict[str, str] = {}
    for line in re.sub(rb"\r?\n[ \t]+", b" ", block).splitlines()[1:]:
        name, _, value = line.partition(b":")
        fields.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("utf8", "replace"))
    length = fields.get("content-length", "")
    return _Header(
        kind=fields.get("warc-type", "").lower(),
        address=fields.get("warc-target-uri", "").strip("<>"),
        date=fields.get("warc-date", ""),
        media_type=fields.get("content-type", ""),
        length=int(length) if length.isdecimal() and len(length) <= _DIGITS else -1,
    )


_DIGITS = 15  # of a length: more is no file


def _pass_over(stream: Stream) -> None:
    """Go on to what looks like a header, or to the end."""
    _body(stream, -1, 0)


def _body(stream: Stream, length: int, keep: int) -> tuple[bytes, bool]:
    """Up to ``keep`` bytes of a record's body, all of it taken, and whether its length is true; -1 is an unknown length."""
    kept, taken, first = bytearray(), 0, True
    while length < 0 or taken < length:
        block = stream.peek(CHUNK if length < 0 else min(CHUNK, length - taken + _MARK), lenient=True)
        if not block:
            return bytes(kept), length < 0
        inside = block if length < 0 else block[: length - taken]
        # the last byte before may be the line end that a header follows
        found = next((m for m in _NEXT.finditer(block) if m.start() < len(inside) and not (first and m.start() == 0)), None)
        if found:
            kept += block[: min(found.start(), keep - len(kept))]
            stream.read(found.start())
            return bytes(kept), False
        more = len(block) - _MARK if length < 0 and len(block) == CHUNK else len(inside)
        if len(inside) == CHUNK and length >= 0:
            more = len(inside) - _MARK
        kept += block[: max(0, min(more, keep - len(kept)))]
        stream.read(more)
        taken, first = taken + more, False
    return bytes(kept), True


def _page(item: Item, number: int, stream: Stream, header: _Header, settings: ReadSettings) -> list[Result] | str:
    """The page of a record, its body taken; or why it is none, in words that can be counted."""
    limit, source = settings.max_report_bytes, record(item.source, number)
    known = Known(fetched=instant(header.date.replace("Z", "+00:00")), address=header.address or None)
    head = stream.peek(_HEADER, lenient=True)
    head = head if header.length < 0 else head[: header.length]
    status, fields, start = (0, {}, 0) if header.kind != "response" else _answer(head)
    why, media_type = _wanted(header, status, fields)
    body, true = _body(stream, header.length, 0 if why else start + 2 * limit + _HEADER)
    if why:
        return why if true else [failure(source, LIES)]
    failures: list[Result] = [] if true else [failure(source, LIES)]
    content = body[start:]
    if "chunked" in fields.get("transfer-encoding", "").lower():
        content = packing.dechunked(content)
    try:
        content = packing.content_of(content, fields.get("content-encoding", ""), limit)
    except ReadError as error:
        return [*failures, failure(source, str(error))]
    if len(content) > limit:
        return [*failures, failure(source, too_large(limit))]
    if not content.strip():
        return "empty" if true else failures
    if content.lstrip().startswith(b"%PDF-"):
        media_type, content = PDF, content.lstrip()
    elif media_type == PDF:
        media_type = HTML  # an error page that was sent in the place of a PDF
    return [*failures, page(source, media_type, content, known)]


def _answer(head: bytes) -> tuple[int, dict[str, str], int]:
    """The status of an HTTP answer, its fields, and where its body begins."""
    end = re.search(rb"\r?\n\r?\n", head)
    block = head[: end.start()] if end else b""
    first, *lines = block.split(b"\n")
    match = re.match(rb"HTTP/\d(?:\.\d)? (\d{3})", first)
    fields: dict[str, str] = {}
    for line in lines:
        name, _, value = line.decode("latin-1").partition(":")
        fields.setdefault(name.strip().lower(), value.strip())
    return int(match.group(1)) if match else 0, fields, end.end() if end else 0


def _wanted(header: _Header, status: int, fields: dict[str, str]) -> tuple[str | None, str]:
    """Why a record is no page (None where it is one), and its media type."""
    if header.kind == "response":
        if status != 200:
            return (f"answers {status}" if status else "answers that are no HTTP"), ""
        declared = fields.get("content-type", "")
    elif header.kind in ("resource", "conversion"):
        declared = header.media_type
    else:
        return f"of the kind {header.kind[:20]!r}", ""
    media_type = declared.partition(";")[0].strip().lower()
    if media_type == TEXT and header.kind != "response":
        return None, TEXT
    return (None, _TYPES[media_type]) if media_type in _TYPES else (f"of {media_type[:40] or 'no media type'}", "")
