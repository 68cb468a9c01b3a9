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


TEXT = "The dam broke on May 5, 2023. The wall was opened on June 9, 2023."
INFERRED = [
    # the page's own date, the day of the crawl, the text, the interval, words of the reason
    ("2023-06-10", None, TEXT, ("2023-06-10", "2023-06-10"), "the page's own data"),
    ("2023-05-01", None, TEXT, ("2023-06-09", None), "but the text speaks of 'June 9, 2023' as past"),
    ("2023-05-01", "2023-07-01T10:00:00Z", TEXT, ("2023-06-09", "2023-07-01T10:00:00+00:00"), "but the text speaks of"),
    ("2023-06-07", None, TEXT, ("2023-06-07", "2023-06-07"), "the page's own data"),
    ("2023-04-20", None, "The dam broke on May 5, 2023.", ("2023-04-20", "2023-04-20"), "the page's own data"),
    ("2023-01-20", None, "The dam broke on May 5, 2023.", ("2023-05-05", None), "but the text speaks of"),
    (None, "2023-07-01T10:00:00Z", TEXT, ("2023-06-09", "2023-07-01T10:00:00+00:00"), "not after it was fetched"),
    ("2023-07-01T10:00:00Z", "2023-07-01T10:00:00Z", TEXT, ("2023-06-09", "2023-07-01T10:00:00+00:00"), "not after it was fetched"),
    (None, "2023-06-01T10:00:00Z", TEXT, ("2023-06-09", None), "the text speaks of days after 2023-06-01"),
    (None, None, "He fled on December 8. He will stay until early 2025.", ("2024-12-08", "2024-12-31"), "not before 'December 8'"),
    (None, None, "Nothing is said of any day.", (None, None), "the page gives no date"),
]


@pytest.mark.parametrize(("published", "crawled", "text", "interval", "why"), INFERRED)
def test_the_days_that_the_text_speaks_of(
    published: str | None, crawled: str | None, text: str, interval: tuple[str | None, str | None], why: str
) -> None:
    found = settle_published(Draft(lines=(), published=published, crawled=crawled), (), text)
    assert (found.earliest, found.latest) == interval
    assert why in found.basis


def test_the_year_of_the_copyright_line_bounds_the_text() -> None:
    cut = make_dropped("copyright", "Copyright 1999-2025 Velden News")
    found = settle_published(Draft(lines=()), [cut], "The dam broke on December 8.")
    assert (found.earliest, found.latest) == ("2025-12-08", "2025-12-31")


def test_a_dateline_with_its_year_is_that_day_or_the_next() -> None:
    found = settle_published(Draft(lines=()), [make_dropped("dateline", "OSTMARK, May 3, 2023 (Reuters) -")])
    assert (found.earliest, found.latest) == ("2023-05-03", "2023-05-04")


def test_a_line_much_earlier_than_the_pages_own_data_gives_both() -> None:
    line = make_dropped("byline", "By Mara Velden, May 3, 2019")
    found = settle_published(Draft(lines=(), published="2023-05-03"), [line])
    assert (found.earliest, found.latest) == ("2019-05-03", "2023-05-03")
    assert "the page's own data say 2023-05-03" in found.basis


COMPACT = [
    ("https://example.org/20230503/dam", "2023-05-03"),
    ("https://example.org/2023/may/03/dam", "2023-05-03"),
    ("https://example.org/2023/12/dam", None),
]


@pytest.mark.parametrize(("address", "expected"), COMPACT)
def test_other_forms_of_a_day_in_an_address(address: str, expected: str | None) -> None:
    assert settle_published(Draft(lines=(), address=address), ()).earliest == expected
