"""JSON in; a page or a failure a record out."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.read.pages import Item
from headwater.read.records import _lines, from_json, from_lines
from headwater.read.stream import Stream
from headwater.types import Page


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"", [b""]),
        (b"a\nb", [b"a", b"b"]),
        (b"a\n\nb\n", [b"a", b"", b"b", b""]),
        (b"12345\n123456\n1", [b"12345", None, b"1"]),
        (b"123456", [None]),
    ],
)
def test_lines(content: bytes, lines: list[bytes | None]) -> None:
    assert list(_lines(Stream(io.BytesIO(content)), 5)) == lines


@given(st.lists(st.binary(max_size=12).map(lambda b: b.replace(b"\n", b"")), min_size=1), st.integers(1, 7))
def test_lines_are_the_same_in_any_blocks(lines: list[bytes], size: int) -> None:
    class Slow(io.BytesIO):
        def read1(self, _size: int | None = -1, /) -> bytes:
            return super().read1(size)

    expected = [line if len(line) <= 8 else None for line in lines]
    assert list(_lines(Stream(Slow(b"\n".join(lines))), 8)) == expected


def test_records_keep_their_order_and_number() -> None:
    content = b"".join(b'{"n":%d}\n' % n for n in range(1, 2001))
    records = list(from_lines(Item(source="f", name="f"), Stream(io.BytesIO(content)), 100))
    assert [r.source for r in records] == [f"f#{n}" for n in range(1, 2001)]
    assert [r.content for r in records if isinstance(r, Page)][-1] == b'{"n":2000}'


def test_a_list_of_one_and_an_object_differ_in_source() -> None:
    assert [
        r.source for r in (*from_json(Item(source="f", name="f"), b' {"a":1}'), *from_json(Item(source="f", name="f"), b' [{"a":1}]'))
    ] == ["f", "f#1"]


LINKED = {
    "@context": "https://schema.org",
    "@graph": [{"@type": "WebSite"}, {"@type": "NewsArticle", "articleBody": "One."}, {"articleBody": "Two."}],
}
KINDS = [
    ({"@type": "NewsArticle", "headline": "x", "articleBody": "y"}, ["application/json"]),
    ({"maintext": "y", "date_publish": "2025-03-05 10:00:00", "source_domain": "x.example"}, ["application/json"]),
    (LINKED, ["application/json", "application/json"]),
    ({"uri": "tag:x,1", "pubstatus": "usable", "headline": "x", "body_text": "y"}, ["application/ninjs+json"]),
    ({"uri": "tag:x,1", "bodies": [{"value": "y"}], "headlines": [{"value": "x"}]}, ["application/ninjs+json"]),
    ({"uri": "tag:x,1", "text": "y"}, ["application/json"]),
]


@pytest.mark.parametrize(("value", "media_types"), KINDS)
def test_kinds_of_records(value: dict[str, object], media_types: list[str]) -> None:
    content = json.dumps(value).encode()
    pages = [p for p in from_json(Item(source="f", name="f"), content) if isinstance(p, Page)]
    assert [p.media_type for p in pages] == media_types
    assert [p.source for p in pages] == (["f"] if len(pages) == 1 else ["f#1", "f#2"])
    assert pages[0].content == content or len(pages) > 1
