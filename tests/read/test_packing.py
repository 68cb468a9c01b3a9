"""Bodies as sent in; their content, never more than asked for, out."""

import contextlib
import gzip
import sys
import zlib

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import ReadError
from headwater.read.packing import content_of, dechunked

RAW = zlib.compressobj(wbits=-15)
FORMS = [
    (b"words", ""),
    (gzip.compress(b"words", mtime=0), "gzip"),
    (gzip.compress(b"wo", mtime=0) + gzip.compress(b"rds", mtime=0), "x-gzip"),
    (zlib.compress(b"words"), "deflate"),
    (RAW.compress(b"words") + RAW.flush(), "Deflate"),
    (brotli.compress(b"words"), "br"),
    (brotli.compress(gzip.compress(b"words", mtime=0)), "gzip, br"),
    (b"words", "gzip"),
]


@pytest.mark.parametrize(("body", "encoding"), FORMS)
def test_content(body: bytes, encoding: str) -> None:
    assert content_of(body, encoding, 100) == b"words"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_a_bomb_gives_little_more_than_the_limit(encoding: str) -> None:
    packed = {"gzip": gzip.compress, "deflate": zlib.compress, "br": brotli.compress}[encoding](bytes(20_000_000))
    assert len(content_of(packed, encoding, 1000)) == 1001


def test_without_brotli_the_error_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    with pytest.raises(ReadError, match=r"install headwater\[brotli\]"):
        content_of(b"x", "br", 100)


@given(st.binary(max_size=60), st.sampled_from(["gzip", "deflate", "br", "", "gzip,br", "zstd"]))
def test_no_bytes_raise_anything_but_a_reason(body: bytes, encoding: str) -> None:
    with contextlib.suppress(ReadError):
        assert len(content_of(body, encoding, 50)) <= 60


@given(st.lists(st.binary(min_size=1, max_size=40), min_size=1, max_size=5))
def test_chunks_come_back(chunks: list[bytes]) -> None:
    assert dechunked(b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in chunks) + b"0\r\n\r\n") == b"".join(chunks)
