"""An address in; what a server on the loopback sent, or the reason why nothing was had, out."""

import gzip
import hashlib
import socket
import time
from pathlib import Path
from typing import Any

import pytest

from headwater.errors import ReadError
from headwater.read import read
from headwater.read.fetch import Fetcher
from headwater.settings import ReadSettings
from headwater.types import Failure, Page
from tests.documents import HTML
from tests.read.conftest import Server

NEAR = ReadSettings(allow_private=True, fetch_delay_s=0, fetch_timeout_s=20)


def said(address: str, settings: ReadSettings = NEAR) -> str:
    """What the one failure of an address says."""
    [result] = read([address], settings=settings)
    assert isinstance(result, Failure)
    assert (result.source, result.stage) == (address, "read")
    assert len(result.message.splitlines()) == 1
    return result.message


def test_a_page_has_its_address_time_and_hash(server: Server) -> None:
    address = server.page("/dam", HTML)
    [page] = read([address], settings=NEAR)
    assert isinstance(page, Page)
    assert (page.source, page.address, page.media_type, page.content) == (address, address, "text/html", HTML.encode())
    assert page.sha256 == hashlib.sha256(HTML.encode()).hexdigest()
    assert page.fetched is not None
    assert page.fetched.endswith("+00:00")
    assert server.asked == ["/robots.txt", "/dam"]
    assert server.headers[1]["User-Agent"] == NEAR.user_agent


def test_an_address_is_fetched_once_and_a_name_can_be_set(server: Server) -> None:
    address = server.page("/dam", HTML)
    settings = ReadSettings(allow_private=True, fetch_delay_s=0, user_agent="VeldenDesk/2 (desk@example.org)")
    assert len(list(read([address, address], settings=settings))) == 1
    assert server.asked == ["/robots.txt", "/dam"]
    assert server.headers[0]["User-Agent"] == settings.user_agent


def test_redirects_are_followed_and_the_last_address_kept(server: Server) -> None:
    server.page("/b", HTML)
    server.page("/a", "", status=301, Location="b#part", Set_Cookie="seen=1")
    [page] = read([server.base + "/a"], settings=NEAR)
    assert isinstance(page, Page)
    assert (page.source, page.address) == (server.base + "/a", server.base + "/b#part")
    assert server.headers[-1]["Cookie"] == "seen=1"


def test_what_is_packed_is_unpacked(server: Server) -> None:
    address = server.page("/dam", gzip.compress(HTML.encode(), mtime=0), Content_Encoding="gzip")
    [page] = read([address], settings=NEAR)
    assert isinstance(page, Page)
    assert page.content == HTML.encode()


REFUSED = [
    (500, {}, "answers 500 (Internal Server Error): its server is in trouble; try again later"),
    (404, {}, "answers 404 (Not Found): there is no such page; check the address"),
    (403, {}, "answers 403 (Forbidden): it does not let us in; save the page and name the file"),
    (299, {"Content-Type": "image/png"}, "is served as image/png, which is no report"),
    (302, {"Location": "/x"}, "redirects more than 5 times (max_redirects); open it in a browser and save the page"),
    (302, {"Location": "file:///etc/passwd"}, "leads to 'file:/etc/passwd', and only http and https are fetched"),
    (302, {"Location": "http://a:b:c/"}, "redirects to what is no address"),
    (302, {"Location": "http://a:70000/"}, "has a port that there is none of (70000)"),
    (302, {"Location": "http://me:secret@127.0.0.1/"}, "holds a user name or password"),
    (200, {"Content-Encoding": "zstd"}, "is packed as 'zstd', which this version does not unpack"),
    (200, {"Content-Encoding": "br"}, "is packed with Brotli and damaged"),
    (200, {"Content-Length": "999999999999"}, "sends more than the 100,000,000 bytes"),
    (200, {"Content-Type": "text/html", "Content-Length": "0"}, "is empty"),
]


@pytest.mark.parametrize(("status", "headers", "why"), REFUSED)
def test_what_a_server_refuses(server: Server, status: int, headers: dict[str, str], why: str) -> None:
    server.pages["/x"] = (status, headers, b"words" if headers.get("Content-Length") != "0" else b"")
    assert said(server.base + "/x").startswith(why)


def test_html_that_is_sent_as_pdf_is_read_as_html(server: Server) -> None:
    [page] = read([server.page("/report.pdf", HTML, "application/pdf")], settings=NEAR)
    assert isinstance(page, Page)
    assert page.media_type == "text/html"


def drip(handler: Any) -> None:
    """Send a byte now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(400):
            handler.wfile.write(b"x")
            time.sleep(0.05)
    except OSError:
        pass


def hang(_handler: Any) -> None:
    time.sleep(3)


def flood(handler: Any) -> None:
    """Send more than anybody asked for, of unknown length."""
    handler.send_response(200)
    handler.end_headers()
    try:
        for _ in range(1000):
            handler.wfile.write(b"x" * 1_000_000)
    except OSError:
        pass


@pytest.mark.parametrize("page", [drip, hang])
def test_a_server_that_hangs_is_left(server: Server, page: Any) -> None:
    server.pages["/slow"] = page
    settings = ReadSettings(allow_private=True, fetch_delay_s=0, fetch_timeout_s=1, honour_robots=False)
    start = time.monotonic()
    assert said(server.base + "/slow", settings) == "did not come within 1 s (fetch_timeout_s); try again later"
    assert time.monotonic() - start < 3


def test_a_server_that_sends_too_much_is_left(server: Server) -> None:
    server.pages["/flood"] = flood
    settings = ReadSettings(allow_private=True, fetch_delay_s=0, max_response_bytes=3_000_000)
    assert said(server.base + "/flood", settings).startswith("sends more than the 3,000,000 bytes")
    server.page("/bomb", gzip.compress(bytes(50_000_000), mtime=0), Content_Encoding="gzip")
    assert said(server.base + "/bomb", settings).startswith("sends more than the 3,000,000 bytes")


def test_a_server_that_breaks_off(server: Server) -> None:
    server.page("/short", b"words", Content_Length="50")
    assert said(server.base + "/short").startswith("cannot be fetched (")
    server.pages["/noise"] = lambda handler: handler.wfile.write(b"\x00\x01 no http\r\n\r\n")
    assert said(server.base + "/noise").startswith("cannot be fetched (")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert said(f"http://127.0.0.1:{closed.getsockname()[1]}/").startswith("cannot be fetched (")


def test_robots_txt_is_honoured_unless_told_otherwise(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /private\n\nUser-agent: Headwater\nDisallow: /ours", "text/plain")
    for path in ("/private", "/ours"):
        server.page(path, HTML)
    assert isinstance(next(iter(read([server.base + "/private"], settings=NEAR))), Page)
    assert said(server.base + "/ours").startswith("is not fetched, for the robots.txt of 127.0.0.1 does not let Headwater in")
    heedless = ReadSettings(allow_private=True, fetch_delay_s=0, honour_robots=False)
    assert isinstance(next(iter(read([server.base + "/ours"], settings=heedless))), Page)


def test_a_host_whose_robots_txt_fails_is_left_alone(server: Server) -> None:
    server.page("/robots.txt", "", status=503)
    assert said(server.page("/a", HTML)).startswith("is not fetched, for the robots.txt of 127.0.0.1 answers 503")


def test_a_redirect_does_not_get_around_robots_txt(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nDisallow: /no", "text/plain")
    server.page("/yes", "", status=302, Location="/no")
    assert said(server.base + "/yes").startswith("is not fetched")
    assert "/no" not in server.asked


def test_a_host_is_asked_slowly(server: Server) -> None:
    server.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.3", "text/plain")
    addresses = [server.page(f"/{n}", HTML) for n in range(3)]
    assert len(list(read(addresses, settings=NEAR))) == 3
    assert all(b - a >= 0.3 for a, b in zip(server.times[1:], server.times[2:], strict=False))
    server.times.clear()
    settings = ReadSettings(allow_private=True, fetch_delay_s=0.2, honour_robots=False)
    list(read(addresses, settings=settings))
    assert all(b - a >= 0.2 for a, b in zip(server.times, server.times[1:], strict=False))


def test_private_addresses_are_refused_at_every_hop(server: Server) -> None:
    far = ReadSettings(fetch_delay_s=0)
    assert said(server.page("/a", HTML), far) == "leads to 127.0.0.1, which is no public address (allow_private)"
    assert server.asked == []


def test_a_response_that_is_kept_is_asked_for_again_with_conditions(server: Server, tmp_path: Path) -> None:
    settings = ReadSettings(allow_private=True, fetch_delay_s=0, keep=str(tmp_path / "kept"))
    address = server.page("/dam", HTML, ETag='"1"', Last_Modified="Wed, 05 Mar 2025 10:00:00 GMT")
    [first] = read([address], settings=settings)
    server.page("/dam", "", status=304)
    [second] = read([address], settings=settings)
    assert first == second
    assert server.headers[-1]["If-None-Match"] == '"1"'
    assert server.headers[-1]["If-Modified-Since"] == "Wed, 05 Mar 2025 10:00:00 GMT"
    server.page("/dam", HTML.replace("broke", "held"))
    [third] = read([address], settings=settings)
    assert isinstance(third, Page)
    assert b"held" in third.content


def test_an_answer_of_not_modified_to_nobody_is_refused(server: Server) -> None:
    assert said(server.page("/dam", "", status=304)).startswith("answers 304")


def test_every_address_leaves_nothing_open(server: Server) -> None:
    fetcher = Fetcher(NEAR)
    with pytest.raises(ReadError):
        fetcher.fetch(server.base + "/nothing")
    fetcher.close()
    with pytest.raises(RuntimeError, match="closed"):
        fetcher._client.get(server.base)
