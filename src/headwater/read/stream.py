"""An opened source in; its bytes out, looked at ahead without losing them and never more than asked for."""

import gzip
import os
import stat
import zlib
from collections.abc import Callable
from typing import BinaryIO, cast

from headwater.errors import ReadError

CHUNK = 1 << 20
"""Bytes of one read: larger blocks gain nothing on a disk."""
GZIP = b"\x1f\x8b"


class Stream:
    """Bytes that can be looked at ahead; ReadError where the system or the compression fails."""

    def __init__(self, raw: BinaryIO, *, compressed: bool = False) -> None:
        # what is there is taken at once: a slow sender does not hold up what came before
        self._take: Callable[[int], bytes | None] = getattr(raw, "read1", raw.read)
        self._ahead = bytearray()
        self._compressed = compressed
        self._broken: ReadError | None = None

    def peek(self, size: int, *, lenient: bool = False) -> bytes:
        """The next bytes, fewer than ``size`` only at the end; they stay to be read.

        ``lenient``: where the source is damaged further on, what comes before the damage.
        """
        while len(self._ahead) < size:
            try:
                block = self._block(size - len(self._ahead))
            except ReadError:
                if lenient and self._ahead:
                    break
                raise
            if not block:
                break
            self._ahead += block
        return bytes(self._ahead[:size])

    def peek_past_line(self, limit: int) -> bytes:
        """The first line that holds something, and at least one more byte of text: up to ``limit`` bytes."""
        size = min(CHUNK // 16, limit)
        while True:
            head = self.peek(size)
            _, _, rest = head.lstrip().partition(b"\n")
            if rest.strip() or len(head) < size or size >= limit:
                return head
            size = min(4 * size, limit)

    def read(self, size: int) -> bytes:
        """The next bytes, taken; b"" at the end."""
        if not self._ahead:
            return self._block(size)
        taken = bytes(self._ahead[:size])
        del self._ahead[:size]
        return taken

    def _block(self, size: int) -> bytes:
        if self._broken:
            raise self._broken
        try:
            return self._take(size) or b""
        except ReadError as error:
            self._broken = error
        except (OSError, EOFError, ValueError, zlib.error) as error:
            why = "is a gzip file that is damaged or cut short; fetch it again" if self._compressed else f"cannot be read ({reason(error)})"
            self._broken = ReadError(why)
        raise self._broken


def unpacked(stream: Stream) -> Stream:
    """The stream itself, or what it holds where that is compressed with gzip; unpacked as it is read."""
    if stream.peek(2) != GZIP:
        return stream
    return Stream(cast("BinaryIO", gzip.GzipFile(fileobj=cast("BinaryIO", stream), mode="rb")), compressed=True)


def open_file(path: str) -> tuple[BinaryIO, int]:
    """A regular file opened, and its size; ReadError where it may not be read or is none by now."""
    try:
        # unbuffered, since Stream asks for large blocks
        raw = cast("BinaryIO", open(path, "rb", buffering=0, opener=_open))  # noqa: SIM115  # the caller closes it
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be read ({reason(error)})") from error
    status = os.fstat(raw.fileno())
    if not stat.S_ISREG(status.st_mode):
        raw.close()
        raise ReadError("is no regular file any more")
    return raw, status.st_size


def _open(path: str, flags: int) -> int:
    # a pipe that took the file's place must not keep us waiting for a writer
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def reason(error: Exception) -> str:
    """What the system says is wrong, without its numbers and paths, in lower case."""
    return ((error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__).lower().rstrip(".")
