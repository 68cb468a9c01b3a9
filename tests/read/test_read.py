"""The verb: what is on disk or on standard input in; pages and failures out."""

import gzip
import hashlib
import io
import json
import os
import socket
import tempfile
import tracemalloc
from pathlib import Path
from typing import BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import ReadError
from headwater.read import read
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure, Page

SMALL = ReadSettings(max_report_bytes=100)
NEST = 100_000


def written(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return str(path)


def shown(results: list[Page | Failure | Aside], folder: Path) -> list[tuple[str, str]]:
    """(source within the folder, media type or message) of each result."""
    said = [r.media_type if isinstance(r, Page) else r.message if isinstance(r, Failure) else r.why for r in results]
    return [(r.source.removeprefix(f"{folder}/"), words) for r, words in zip(results, said, strict=True)]


GOOD = [
    ("a.txt", b"A report.", [("a.txt", "text/plain")]),
    ("a", b"A report.", [("a", "text/plain")]),
    ("latin.txt", b"d\xe9but report", [("latin.txt", "text/plain")]),
    ("wide.txt", "A report.".encode("utf-16"), [("wide.txt", "text/plain")]),
    ("a.txt", b"<!DOCTYPE html><p>x", [("a.txt", "text/html")]),
    ("a.html", b"<p>a piece of a page", [("a.html", "text/html")]),
    ("deep.html", b"<html>" + b"<div>" * NEST, [("deep.html", "text/html")]),
    ("a.json", b'{"title": "x"}\n', [("a.json", "application/json")]),
    ("a.txt", b'\xef\xbb\xbf{"title": "x"}', [("a.txt", "application/json")]),
    ("a.json", b'[{"b":1},{"a":2}]', [("a.json#1", "application/json"), ("a.json#2", "application/json")]),
    ("a.jsonl", b'{"a":1}', [("a.jsonl#1", "application/json")]),
    ("a.jsonl", b'{\n"a":1\n}', [("a.jsonl", "application/json")]),
    ("a.json", b'{"a":1}\n{"a":2}', [("a.json#1", "application/json"), ("a.json#2", "application/json")]),
    ("a.txt.gz", gzip.compress(b"A report.", mtime=0), [("a.txt.gz", "text/plain")]),
    ("a.jsonl.gz", gzip.compress(b'{"a":1}\n', mtime=0), [("a.jsonl.gz#1", "application/json")]),
    ("two.gz", gzip.compress(b"one ", mtime=0) + gzip.compress(b"two", mtime=0), [("two.gz", "text/plain")]),
    ("misnamed.gz", b"A report.", [("misnamed.gz", "text/plain")]),
]


@pytest.mark.parametrize(("name", "content", "expected"), GOOD)
def test_reports(tmp_path: Path, name: str, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert shown(list(read([written(tmp_path, name, content)])), tmp_path) == expected


BAD = [
    ("empty.txt", b"", "is empty"),
    ("space.txt", b" \n\n ", "is empty"),
    ("mark.txt", b"\xef\xbb\xbf", "is empty"),
    ("wide.txt", b"\xff\xfe", "is empty"),
    ("empty.json", b"", "is empty"),
    ("empty.jsonl", b"\n\n", "is empty"),
    ("empty.gz", gzip.compress(b"", mtime=0), "is empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "looks like a PNG picture, which this version does not read"),
    ("a.zip", b"PK\x03\x04", "is a zip archive that is damaged or cut short (File is not a zip file); fetch it again"),
    (
        "a.warc.zst",
        b"\x5d\x2a\x4d\x18\x00\x00",
        "looks like a web archive under Zstandard (unpack it with zstd -d), which this version does not read",
    ),
    ("b.warc.zst", b"\x28\xb5\x2f\xfd\x00", "looks like a Zstandard file (unpack it with zstd -d), which this version does not read"),
    (
        "a.arc",
        b"filedesc://a.arc 0.0.0.0 20010306080000 text/plain 77\n1 0 Velden\n",
        "looks like a web archive of the old ARC form (make a WARC of it with warcio recompress), which this version does not read",
    ),
    ("a.bin", b"abc\x00def", "looks like binary data (it holds NUL bytes), which is no report"),
    ("a.bin", b"ab\x01\x02\x03", "looks like binary data (it holds many control characters), which is no report"),
    ("late", b"a" * 70_000 + b"\x01" * 70_000, "looks like binary data (it holds many control characters), which is no report"),
    ("feed.xml", b"<?xml version='1.0'?><rss ></rss>", "is a feed with no entries in it"),
    ("other.xml", b"<?xml version='1.0'?><letter/>", "looks like XML, and is no feed or sitemap, which this version does not read"),
    ("cut.json", b'{"title": "x"', "is broken JSON: input data was truncated"),
    ("bad.json", b'{"title": x}', "is broken JSON: invalid character (byte 10)"),
    ("nan.json", b'{"a": NaN}', "is broken JSON: invalid character (byte 6)"),
    ("utf8.json", b'{"a": "\xff"}', "is broken JSON: it holds bytes that are no UTF-8; save it as UTF-8"),
    ("wide.json", '{"a": 1}'.encode("utf-16"), "is JSON in UTF-16 or UTF-32; save it as UTF-8"),
    ("text.json", b'"a string"', "is a JSON string and no object, so it is no report"),
    ("none.json", b"null", "is a JSON null and no object, so it is no report"),
    ("list.json", b"[]", "is a JSON list with nothing in it"),
    ("nest.json", b"[" * NEST, "is JSON nested too deep to be read"),
    ("nest.json", b'{"a":' * NEST + b"1" + b"}" * NEST, "is JSON nested too deep to be read"),
    ("nest.json", b'[{"a":' + b"[" * NEST + b"]" * NEST + b"}]", "is JSON nested too deep to be read"),
    ("cut.gz", gzip.compress(bytes(range(32, 127)) * 9, mtime=0)[:-9], "is a gzip file that is damaged or cut short; fetch it again"),
    ("head.gz", b"\x1f\x8b\x08", "is a gzip file that is damaged or cut short; fetch it again"),
    (
        "a.gz",
        gzip.compress(gzip.compress(b"x", mtime=0), mtime=0),
        "looks like a gzip file inside a gzip file, which this version does not read",
    ),
]


@pytest.mark.parametrize(("name", "content", "why"), BAD)
def test_bad_input_gives_one_line_and_stops_nothing(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    good = written(tmp_path, "zz.txt", b"A report.")
    results = list(read([written(tmp_path, name, content), good]))
    assert shown(results, tmp_path) == [(name, why), ("zz.txt", "text/plain")]
    assert isinstance(results[0], Failure)
    assert results[0].stage == "read"


def test_a_page_is_its_bytes(tmp_path: Path) -> None:
    content = b"A report,\r\nas it was. \n"
    path = written(tmp_path, "a.txt", content)
    assert list(read([path])) == [
        Page(source=path, media_type="text/plain", content=content, sha256=hashlib.sha256(content).hexdigest(), fetched=None)
    ]


def test_json_has_no_byte_order_mark_and_list_elements_one_spelling(tmp_path: Path) -> None:
    one = written(tmp_path, "one.json", b'\xef\xbb\xbf{"b": 1}\n')
    more = written(tmp_path, "more.json", '[{ "b" : "é", "a":1 }]'.encode())
    pages = [p for p in read([one, more]) if isinstance(p, Page)]
    assert [p.content for p in pages] == [b'{"b": 1}\n', '{"a":1,"b":"é"}'.encode()]


def test_records_of_json_lines(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"n": 1}\r',
        b"",
        b"{broken",
        b"  ",
        b'{"n": 3}',
        b"[4]",
        b'{"n": "\xff"}',
        b'{"long": "' + b"x" * 200 + b'"}',
        b'{"n": 7}',
    ]
    results = list(read([written(tmp_path, "a.jsonl", b"\n".join(lines))], settings=SMALL))
    assert shown(results, tmp_path) == [
        ("a.jsonl#1", "application/json"),
        ("a.jsonl#2", "is broken JSON: object keys must be strings (byte 1)"),
        ("a.jsonl#3", "application/json"),
        ("a.jsonl#4", "is a JSON list and no object, so it is no report"),
        ("a.jsonl#5", "is broken JSON: it holds bytes that are no UTF-8; save it as UTF-8"),
        (
            "a.jsonl#6",
            "is larger than the 100 bytes that one report may have (max_report_bytes); split it, or give its reports as JSON Lines",
        ),
        ("a.jsonl#7", "application/json"),
    ]
    assert [r.content for r in results if isinstance(r, Page)] == [b'{"n": 1}', b'{"n": 3}', b'{"n": 7}']


def test_elements_of_a_json_list_fail_alone(tmp_path: Path) -> None:
    results = list(read([written(tmp_path, "a.json", b'[{"a":1}, 2, {"a":"\xff"}, {"a":4}]')]))
    assert [(r.source[-1], type(r)) for r in results] == [("1", Page), ("2", Failure), ("3", Failure), ("4", Page)]


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a"])
def test_a_broken_first_record_does_not_hide_the_others(tmp_path: Path, name: str) -> None:
    results = list(read([written(tmp_path, name, b'{"a": "cut\n{"a":2}\nno\n')]))
    assert [(r.source[-2:], type(r)) for r in results] == [("#1", Failure), ("#2", Page), ("#3", Failure)]


def test_json_lines_are_streamed() -> None:
    class Endless(io.RawIOBase):
        """Records without end; the number of bytes handed out."""

        given = 0

        def read(self, _size: int = -1, /) -> bytes:
            self.given += 900
            return b'{"n": 1}\n' * 100

    source = Endless()
    results = read(["-"], stdin=cast("BinaryIO", source))
    assert [next(results).source for _ in range(3)] == ["-#1", "-#2", "-#3"]
    assert source.given < 100_000


def test_a_line_without_end_is_not_held(tmp_path: Path) -> None:
    path = written(tmp_path, "a.jsonl.gz", gzip.compress(b'{"a":1}\n{"b":"' + b"x" * 40_000_000 + b'"}\n{"c":3}\n', 1, mtime=0))
    tracemalloc.start()
    results = list(read([path], settings=ReadSettings(max_report_bytes=1_000_000)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [(r.source[-1], type(r)) for r in results] == [("1", Page), ("2", Failure), ("3", Page)]
    assert peak < 20_000_000


TOO_LARGE = [
    ("a.txt", b"x" * 101, "is 101 bytes, more than the 100 bytes"),
    ("a.html", b"<html>" + b"x" * 101, "is 107 bytes, more than the 100 bytes"),
    ("a.json", b'{"a": "' + b"x" * 101 + b'"}', "is 110 bytes, more than the 100 bytes"),
    ("a.json", b"[" + b'{"a":1},' * 20 + b"{}]", "is 164 bytes, more than the 100 bytes"),
    ("bomb.gz", gzip.compress(b"x" * 5_000_000, mtime=0), "is larger than the 100 bytes"),
    ("bomb.json.gz", gzip.compress(b'{"a":"' + b"x" * 5_000_000 + b'"}', mtime=0), "is larger than the 100 bytes"),
]


@pytest.mark.parametrize(("name", "content", "why"), TOO_LARGE)
def test_a_report_above_the_limit(tmp_path: Path, name: str, content: bytes, why: str) -> None:
    [failure] = read([written(tmp_path, name, content)], settings=SMALL)
    assert isinstance(failure, Failure)
    assert failure.message.startswith(why)
    assert "max_report_bytes" in failure.message


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"From: a\r\nReceived: b\r\n\r\n", b"<?xml version='1.0'?><rss ><channel>"])
def test_a_file_of_a_gigabyte_is_refused_unread(tmp_path: Path, head: bytes) -> None:
    path = written(tmp_path, "huge", head)
    os.truncate(path, 1 << 30)
    tracemalloc.start()
    [failure] = read([path])
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(failure, Failure)
    assert failure.message.startswith("is 1,073,741,824 bytes, more than the 20,000,000 bytes")
    assert peak < 5_000_000


def test_a_report_at_the_limit(tmp_path: Path) -> None:
    assert shown(list(read([written(tmp_path, "a.txt", b"x" * 100)], settings=SMALL)), tmp_path) == [("a.txt", "text/plain")]


STDIN = [
    (b"A report.", [("-", "text/plain")]),
    (b"<html><p>x", [("-", "text/html")]),
    (b'{"a":1}', [("-", "application/json")]),
    (b'{"a":1}\n{"a":2}\n', [("-#1", "application/json"), ("-#2", "application/json")]),
    (b'[{"a":1}]', [("-#1", "application/json")]),
    (gzip.compress(b"A report.", mtime=0), [("-", "text/plain")]),
    (b"", [("-", "is empty")]),
]


@pytest.mark.parametrize(("content", "expected"), STDIN)
def test_standard_input(tmp_path: Path, content: bytes, expected: list[tuple[str, str]]) -> None:
    assert shown(list(read(["-", "-"], stdin=io.BytesIO(content))), tmp_path) == expected


def test_standard_input_is_bounded_missing_or_closed() -> None:
    closed = io.BytesIO()
    closed.close()
    streams = (io.BytesIO(b"x" * 101), None, closed)
    messages = [r.message for s in streams for r in read(["-"], stdin=s, settings=SMALL) if isinstance(r, Failure)]
    assert [m.split(";")[0] for m in messages] == [
        "is larger than the 100 bytes that one report may have (max_report_bytes)",
        "names standard input, but there is none",
        "cannot be read (i/o operation on closed file)",
    ]


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(tmp_path)  # the path of a socket has to be short
        try:
            server.bind("socket")
        finally:
            os.chdir(here)
        results = list(read([str(tmp_path), "/dev/null"]))
    assert shown(results, tmp_path) == [
        ("pipe", "is a pipe and no file; feed it through standard input (-)"),
        ("socket", "is a socket and no file; save what it sends to a file"),
        ("/dev/null", "is a device and no file; feed it through standard input (-)"),
    ]


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: str) -> tuple[BinaryIO, int]:
        raise ReadError(f"cannot be read (permission denied: {path})")

    monkeypatch.setattr("headwater.read.open_file", refused)
    path = written(tmp_path, "a.txt", b"x")
    assert [r.message for r in read([path]) if isinstance(r, Failure)] == [f"cannot be read (permission denied: {path})"]


def test_two_runs_are_identical(tmp_path: Path) -> None:
    for name, content in (("b.txt", b"B"), ("a/c.jsonl", b'{"a":1}\nno\n'), ("z.json", b'[{"b":1,"a":2},3]'), ("e", b"")):
        written(tmp_path, name, content)
    assert list(read([str(tmp_path)])) == list(read([str(tmp_path)]))


def test_one_string_is_no_list_of_paths() -> None:
    with pytest.raises(TypeError, match="give a list of paths"):
        read("report.txt")


TAGS = st.sampled_from(
    [
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
        b",",
        b"\n",
        b"<html>",
        b"<!--",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x1f\x8b",
        b"%PDF-",
        b"\x00",
        b"PK\x03\x04",
        b"WARC/1.0\r\n",
        b"Content-Length: 9\r\n\r\n",
        b"<rss ",
        b"From: a\r\nReceived: b\r\n\r\n",
        b"MIME-Version: 1.0\r\n",
    ]
)


@given(
    st.one_of(st.binary(max_size=300), st.lists(TAGS, max_size=30).map(b"".join), st.binary(max_size=99).map(gzip.compress)),
    st.sampled_from(["a", "a.txt", "a.json", "a.jsonl", "a.html", "a.gz", "a.jsonl.gz", "a.eml", "a.mhtml", "a.zip", "a.xml"]),
)
def test_no_bytes_raise(content: bytes, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder), name, content)
        results = list(read([path], settings=SMALL))
        assert results, "a file gives a page or a failure"
        for result in results:
            assert result.source.startswith(path)
            if isinstance(result, Failure):
                assert result.message
                assert len(result.message.splitlines()) == 1
            elif isinstance(result, Page) and result.media_type == "application/json":
                assert isinstance(json.loads(result.content), dict)
