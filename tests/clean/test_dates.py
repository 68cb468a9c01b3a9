"""What a page says of its date in, an interval and its reason out."""

import pytest

from headwater.clean.dates import settle_published
from headwater.clean.draft import Draft
from headwater.types import Dropped, Published

OWN = [
    ("2023-05-03", "2023-05-03"),
    (" 2023-05-03 ", "2023-05-03"),
    ("2023-05-03 00:00:00", "2023-05-03"),
    ("2023-05-03T10:15:00", "2023-05-03T10:15:00"),
    ("2023-05-03T10:15:00+02:00", "2023-05-03T10:15:00+02:00"),
    ("2023-05-03T10:15:00Z", "2023-05-03T10:15:00+00:00"),
    ("2023-05-03 10:15:00 +0200", "2023-05-03T10:15:00+02:00"),
    ("2023-05-03T00:00:00+02:00", "2023-05-03"),
    ("3 May 2023", "2023-05-03"),
    ("May 3, 2023", "2023-05-03"),
    ("Wed., Sept. 6, 2023 at noon", "2023-09-06"),
    ("2023-02-30", None),
    ("30 February 2023", None),
    ("soon", None),
]
LINES = [
    ("date", "May 3, 2023", "2023-05-03"),
    ("date", "Updated: Wednesday, 3 May 2023", "2023-05-03"),
    ("date", "2023-05-03", "2023-05-03"),
    ("byline", "By Mara Velden, May 3, 2023", "2023-05-03"),
    ("date", "10:15 a.m.", None),
    ("date", "May 3", None),
    ("date", "May 33, 2023", None),
    ("copyright", "Copyright May 3, 2023", None),
    ("dateline", "OSTMARK, May 3, 2023 (Reuters) -", None),
]
ADDRESSES = [
    ("https://example.org/2023/05/03/dam.html", "2023-05-03"),
    ("https://example.org/news/2023/5/3", "2023-05-03"),
    ("https://example.org/2023-05-03-dam", "2023-05-03"),
    ("https://example.org/2023/13/45/dam", None),
    ("https://example.org/1823/05/03/dam", None),
    ("https://example.org/2023/05/dam", None),
    ("https://example.org/12023/05/03", None),
]


def make_dropped(kind: str, text: str) -> Dropped:
    return Dropped(text=text, kind=kind, why="a reason")


def settled(day: str | None, basis: str) -> Published:
    return Published(earliest=day, latest=day, basis=basis) if day else Published()


@pytest.mark.parametrize(("value", "expected"), OWN)
def test_the_pages_own_data(value: str, expected: str | None) -> None:
    assert settle_published(Draft(lines=(), published=value), ()) == settled(expected, "the page's own data")


INTERVALS = [
    (("2023-05-03", "2023-05-04"), ("2023-05-03", "2023-05-04")),
    (("2023-05-03T10:15:00+02:00", "2023-05-03T10:15:00+02:00"), ("2023-05-03T10:15:00+02:00", "2023-05-03T10:15:00+02:00")),
    (("2023-05-03", None), ("2023-05-03", None)),
    ((None, "2023-05-03"), (None, "2023-05-03")),
    (("soon", "2023-05-03"), (None, "2023-05-03")),
    (("2023-05-04", "2023-05-03"), None),
    (("soon", "later"), None),
    ((None, None), None),
]


@pytest.mark.parametrize(("given", "expected"), INTERVALS)
def test_an_interval_of_the_pages_own_data(given: tuple[str | None, str | None], expected: tuple[str | None, str | None] | None) -> None:
    draft = Draft(lines=(), interval=Published(earliest=given[0], latest=given[1], basis="a reason"))
    found = settle_published(draft, ())
    assert found == (Published(earliest=expected[0], latest=expected[1], basis="a reason") if expected else Published())


@pytest.mark.parametrize(("kind", "line", "expected"), LINES)
def test_a_line_that_was_cut(kind: str, line: str, expected: str | None) -> None:
    assert settle_published(Draft(lines=()), [make_dropped(kind, line)]) == settled(expected, f"the line {line!r}")


@pytest.mark.parametrize(("address", "expected"), ADDRESSES)
def test_the_address(address: str, expected: str | None) -> None:
    assert settle_published(Draft(lines=(), address=address), ()) == settled(expected, "the address")


def test_the_fetch_bounds_it_above() -> None:
    found = settle_published(Draft(lines=(), crawled="2023-05-05T10:00:00Z"), ())
    assert found == Published(earliest=None, latest="2023-05-05T10:00:00+00:00", basis="not after it was fetched")


def test_the_surer_sign_goes_first() -> None:
    line = make_dropped("date", "May 4, 2023")
    address = "https://example.org/2023/05/05/dam"
    draft = Draft(lines=(), published="2023-05-03", address=address, crawled="2023-05-06")
    assert settle_published(draft, [line]).earliest == "2023-05-03"
    draft = Draft(lines=(), published="soon", address=address, crawled="2023-05-06")
    assert settle_published(draft, [line]).earliest == "2023-05-04"
    assert settle_published(draft, []).earliest == "2023-05-05"


def test_without_a_sign_it_is_open() -> None:
    assert settle_published(Draft(lines=()), ()) == Published(earliest=None, latest=None, basis="the page gives no date")
