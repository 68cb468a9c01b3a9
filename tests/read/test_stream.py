"""An opened source in; its bytes, looked at ahead, out."""

import gzip
import io
from pathlib import Path

import pytest

from headwater.errors import ReadError
from headwater.read.stream import Stream, open_file, unpacked


def test_what_is_looked_at_is_still_read() -> None:
    stream = Stream(io.BytesIO(b"abcdef"))
    assert (stream.peek(2), stream.peek(4), stream.read(3), stream.read(9), stream.read(9), stream.read(9)) == (
        b"ab",
        b"abcd",
        b"abc",
        b"d",
        b"ef",
        b"",
    )


@pytest.mark.parametrize(
    ("content", "limit", "size"), [(b"a\nb", 9, 3), (b"a" * 70_000 + b"\n \nb", 10**6, 70_004), (b"a" * 70_000, 66_000, 66_000)]
)
def test_a_line_and_more_is_looked_at(content: bytes, limit: int, size: int) -> None:
    assert len(Stream(io.BytesIO(content)).peek_past_line(limit)) == size


def test_gzip_is_unpacked_and_damage_found_late() -> None:
    packed = gzip.compress(b"abc" * 9, mtime=0)
    assert unpacked(Stream(io.BytesIO(packed))).peek(99) == b"abc" * 9
    damaged = unpacked(Stream(io.BytesIO(packed[:-4])))
    assert damaged.read(99) == b"abc" * 9
    with pytest.raises(ReadError, match="damaged or cut short"):
        damaged.read(99)


def test_a_file_gives_its_size(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"abc")
    raw, size = open_file(str(path))
    with raw:
        assert (raw.read(9), size) == (b"abc", 3)


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        open_file(str(tmp_path / "none"))
    with pytest.raises(ReadError, match="is a directory"):
        open_file(str(tmp_path))
    with pytest.raises(ReadError, match="no regular file"):
        open_file("/dev/null")
