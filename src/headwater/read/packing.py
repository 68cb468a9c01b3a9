"""The body of an HTTP response as it was sent in; its content out, never more than asked for."""

import importlib
import zlib
from typing import Any

from headwater.errors import ReadError

_GZIP, _DEFLATE = 31, 15  # what zlib calls the two forms


def content_of(body: bytes, encoding: str, limit: int) -> bytes:
    """The content of a body by its Content-Encoding, at most ``limit`` + 1 bytes; ReadError where it cannot be had."""
    for name in reversed([n.strip().lower() for n in encoding.split(",")]):
        body = _unpacked(body, name, limit)
    return body


def _unpacked(body: bytes, name: str, limit: int) -> bytes:
    if name in ("", "identity", "none", "utf-8"):
        return body
    try:
        if name in ("gzip", "x-gzip", "deflate"):
            return _inflated(body, name, limit)
        if name == "br":
            return _brotli(body, limit)
    except zlib.error as error:
        raise ReadError(f"is packed as {name} and damaged ({error}); fetch it again") from error
    raise ReadError(f"is packed as {name[:40]!r}, which this version does not unpack")


def _inflated(body: bytes, name: str, limit: int) -> bytes:
    """The content of gzip or deflate; of a body that was cut short, what is there."""
    if name == "deflate":
        raw = not (len(body) > 1 and body[0] & 0x0F == zlib.DEFLATED and (body[0] * 256 + body[1]) % 31 == 0)
        return zlib.decompressobj(-_DEFLATE if raw else _DEFLATE).decompress(body, limit + 1)
    if not body.startswith(b"\x1f\x8b"):
        return body  # whoever kept it has unpacked it and left the header as it was
    found = b""
    while body.startswith(b"\x1f\x8b") and len(found) <= limit:
        member = zlib.decompressobj(_GZIP)
        found += member.decompress(body, limit + 1 - len(found))
        body = member.unused_data
    return found


def _brotli(body: bytes, limit: int) -> bytes:
    try:
        brotli: Any = importlib.import_module("brotli")
    except ImportError as error:
        raise ReadError("is packed with Brotli; install headwater[brotli] to read it") from error
    unpacker, found, given = brotli.Decompressor(), b"", body
    try:
        while len(found) <= limit:
            block = unpacker.process(given, output_buffer_limit=limit + 1 - len(found))
            found, given = found + block, b""
            if unpacker.is_finished() or not block:
                break
    except brotli.error as error:
        raise ReadError(f"is packed with Brotli and damaged ({error}); fetch it again") from error
    return found[: limit + 1]


def dechunked(body: bytes) -> bytes:
    """The body without the marks of chunked transfer; as it is where it has none, or up to where they break off."""
    parts: list[bytes] = []
    at = 0
    while 0 <= (end := body.find(b"\r\n", at)) <= at + 200:
        digits = body[at:end].split(b";")[0].strip()
        try:
            size = int(digits, 16) if digits and digits[:1] not in b"+-" else -1
        except ValueError:
            size = -1
        if size < 0:
            return b"".join(parts) if parts else body
        if not size:
            return b"".join(parts)
        parts.append(body[end + 2 : end + 2 + size])
        at = end + 2 + size + 2
    return b"".join(parts) if parts else body
