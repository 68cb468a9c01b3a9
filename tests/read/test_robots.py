"""What a robots.txt lets us fetch, without a network: what each host answers is given."""

import httpx2
import pytest

from headwater.errors import ReadError
from headwater.read.robots import Robots

AGENT = "Headwater/0.1 (reads news)"
PAGE = httpx2.URL("https://www.velden-herald.example/2025/dam?page=2")


def asking(status: int, content: bytes = b"") -> tuple[Robots, list[str]]:
    asked: list[str] = []

    def fetch(url: httpx2.URL) -> tuple[int, bytes]:
        asked.append(str(url))
        return status, content

    return Robots(AGENT, fetch), asked


@pytest.mark.parametrize(
    ("status", "content", "is_open"),
    [
        (200, b"User-agent: *\nDisallow: /", False),
        (200, b"User-agent: *\nDisallow: /2025/", False),
        (200, b"User-agent: *\nDisallow: /2024/", True),
        (200, b"User-agent: headwater\nDisallow:\n\nUser-agent: *\nDisallow: /", True),
        (200, b"User-agent: Headwater\nDisallow: /\n\nUser-agent: *\nDisallow:", False),
        (200, b"User-agent: *\nDisallow: /*page=", False),
        (200, b"", True),
        (200, b"<!doctype html><html>no such page", True),
        (200, b"\xff\xfe\x00", True),
        (200, b"#" * 600_000 + b"\nUser-agent: *\nDisallow: /", True),  # beyond what is read
        (404, b"User-agent: *\nDisallow: /", True),
        (403, b"", True),
    ],
)
def test_who_may_come_in(status: int, content: bytes, *, is_open: bool) -> None:
    robots, _ = asking(status, content)
    if is_open:
        robots.check(PAGE)
        return
    with pytest.raises(ReadError, match=r"the robots.txt of www.velden-herald.example does not let Headwater in"):
        robots.check(PAGE)


def test_a_host_whose_server_fails_is_asked_for_nothing() -> None:
    robots, _ = asking(503)
    with pytest.raises(ReadError, match=r"the robots.txt of www.velden-herald.example answers 503"):
        robots.check(PAGE)


def test_each_host_is_asked_once_and_for_its_own() -> None:
    robots, asked = asking(200, b"")
    for address in (PAGE, PAGE.copy_with(path="/other"), httpx2.URL("http://www.velden-herald.example:8080/a#b")):
        robots.check(address)
    assert asked == ["https://www.velden-herald.example/robots.txt", "http://www.velden-herald.example:8080/robots.txt"]


@pytest.mark.parametrize(
    ("said", "seconds"), [(b"Crawl-delay: 5", 5.0), (b"Crawl-delay: 90000", 30.0), (b"Crawl-delay: soon", 0.0), (b"Disallow:", 0.0)]
)
def test_the_delay_that_a_host_asks_for_is_bounded(said: bytes, seconds: float) -> None:
    robots, _ = asking(200, b"User-agent: *\n" + said)
    assert robots.delay(PAGE.host) == 0.0
    robots.check(PAGE)
    assert robots.delay(PAGE.host) == seconds
