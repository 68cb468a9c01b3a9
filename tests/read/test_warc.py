"""A web archive in; pages, a word on the rest, and what is wrong with it out."""

import gzip
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.read.pages import Item
from headwater.read.stream import Stream, unpacked
from headwater.read.warc import records
from headwater.settings import ReadSettings
from headwater.types import Aside, Failure, Page
from tests.documents import HTML, pdf, printed, record

OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ITEM = Item(source="a.warc", name="a.warc")


def shown(content: bytes, *, limit: int = 1_000_000) -> list[str]:
    results = records(ITEM, unpacked(Stream(io.BytesIO(content))), ReadSettings(max_report_bytes=limit))
    return [
        r.source.removeprefix("a.warc") + " " + (r.media_type if isinstance(r, Page) else r.message if isinstance(r, Failure) else r.why)
        for r in results
    ]


def test_a_page_has_its_address_and_time() -> None:
    [page] = records(ITEM, Stream(io.BytesIO(record())), ReadSettings())
    assert isinstance(page, Page)
    assert (page.source, page.address, page.fetched) == ("a.warc#1", "https://www.velden-herald.example/dam", "2025-03-06T08:00:00+00:00")
    assert page.content == HTML.encode()


CHUNKS = b"5\r\n<p>ab\r\n4;x=y\r\ncd\r\n\r\n0\r\n\r\n"
BODIES = [
    (OK + "Transfer-Encoding: chunked\r\n\r\n", CHUNKS, b"<p>abcd\r\n"),
    (OK + "Transfer-Encoding: chunked\r\n\r\n", b"<p>unpacked by its crawler", b"<p>unpacked by its crawler"),
    (OK + "Content-Encoding: gzip\r\n\r\n", gzip.compress(b"<p>x", mtime=0), b"<p>x"),
    (OK + "Content-Encoding: gzip\r\n\r\n", b"<p>unpacked by its crawler", b"<p>unpacked by its crawler"),
]


@pytest.mark.parametrize(("answer", "body", "content"), BODIES)
def test_bodies(answer: str, body: bytes, content: bytes) -> None:
    [page] = records(ITEM, Stream(io.BytesIO(record(body, answer=answer))), ReadSettings())
    assert isinstance(page, Page)
    assert page.content == content


def test_kinds_of_records() -> None:
    content = (
        record(b"x: y", kind="warcinfo")
        + record(kind="request")
        + record()
        + record(pdf(printed()), answer="HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")
        + record(b"<p>Please log in", answer="HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n")
        + record(b"Plain words", kind="conversion")
        + record(b"x", answer="HTTP/1.1 404 Not Found\r\n\r\n")
        + record(b"x", answer="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n") * 2
        + record(b"", answer=OK + "\r\n")
        + record(b"", kind="revisit")
    )
    assert shown(content) == shown(gzip.compress(content, mtime=0))
    assert shown(content) == [
        "#1 text/html",
        "#2 application/pdf",
        "#3 text/html",
        "#4 text/plain",
        " 5 records that are no pages: 2 of image/png, 1 answers 404, 1 empty, 1 of the kind 'revisit'",
    ]


LIES = [
    ([record(length=10**12), record()], ["#1 has a length", "#1 text/html", "#2 text/html"]),
    ([record(length=len(HTML) + 700), record()], ["#1 has a length", "#1 text/html", "#2 text/html"]),
    ([record(length=60), record()], [" holds what is no record", "#1 text/html", "#2 text/html"]),
    ([record(length=-5), record()], ["#1 has a length", "#1 text/html", "#2 text/html"]),
    ([record()[:-600]], ["#1 has a length", "#1 text/html"]),
    ([b"WARC/1.0\r\n" + b"x" * 200_000 + b"\n", record()], [" holds what is no record", "#1 text/html"]),
    ([b"WARC/1.0\r\nContent-Length: no\r\n\r\nwords\n", record()], ["#1 has a length", "#2 text/html"]),
    ([b"WARC/1.0\r\n"], [" holds what is no record", " is a web archive with no pages in it"]),
]


@pytest.mark.parametrize(("parts", "expected"), LIES)
def test_a_record_that_lies_about_its_length_costs_itself_alone(parts: list[bytes], expected: list[str]) -> None:
    found = sorted(shown(b"".join(parts)))
    assert len(found) == len(expected)
    assert all(any(line.startswith(start) for line in found) for start in expected), found


def test_a_record_above_the_limit_and_a_bomb_in_one() -> None:
    bomb = record(gzip.compress(bytes(30_000_000), mtime=0), answer=OK + "Content-Encoding: gzip\r\n\r\n")
    found = shown(record(b"x" * 200_000) + bomb + record(), limit=100_000)
    assert [line.partition(",")[0] for line in found] == ["#1 is larger than the 100", "#2 is larger than the 100", "#3 text/html"]


def test_an_archive_that_is_cut_short_keeps_what_came_before() -> None:
    content = gzip.compress(record(), mtime=0) + gzip.compress(record(), mtime=0)[:-30]
    found = shown(content)
    assert found[0] == "#1 text/html"
    assert "is a gzip file that is damaged or cut short; fetch it again" in found[-1]


PIECES = st.sampled_from(
    [record(), record(length=3), record(length=9999), b"WARC/1.0\r\n", b"\r\n\r\n", b"x\n", b"Content-Length: 5\r\n\r\n"]
)


@given(st.lists(PIECES, max_size=6).map(b"".join))
def test_no_bytes_raise_and_no_whole_page_is_lost(content: bytes) -> None:
    results = list(records(ITEM, Stream(io.BytesIO(content)), ReadSettings()))
    assert results
    assert all(isinstance(r, Page | Failure | Aside) for r in results)
    assert sum(isinstance(r, Page) for r in results) >= content.count(record()) - content.count(b"Content-Length: 5")
