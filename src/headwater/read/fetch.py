"""An http(s) address in; what its server sent, with when and from where, out.

One request at a time, with a pause between two to one host; robots.txt is asked first; the time, the size and the
number of redirects are bounded; every hop is checked anew.
"""

import datetime as dt
import http
import time

import httpcore2
import httpx2
import msgspec

from headwater.errors import ReadError
from headwater.read import packing
from headwater.read.guard import Guard, PrivateAddressError, Transport
from headwater.read.kept import Kept, Response
from headwater.read.robots import Robots
from headwater.settings import ReadSettings

_PORTS = 65535
_REDIRECTS = {301, 302, 303, 307, 308}
_ACCEPT = "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.5"
_NO_REPORT = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript", "application/x-javascript")
_ADVICE = {
    401: "it wants a password; save the page and name the file",
    402: "it wants to be paid; save the page and name the file",
    403: "it does not let us in; save the page and name the file",
    404: "there is no such page; check the address",
    410: "the page was taken away; look for it in a web archive",
    429: "it wants fewer requests; raise fetch_delay_s and try again later",
}


class _Answer(msgspec.Struct, frozen=True, kw_only=True):
    """One response, its body still packed."""

    status: int
    fields: dict[str, str]
    body: bytes = b""


class Fetcher:
    """Fetches addresses one after the other."""

    def __init__(self, settings: ReadSettings) -> None:
        self._settings = settings
        self._guard = Guard(allow_private=settings.allow_private, wait_s=settings.fetch_timeout_s)
        headers = {"User-Agent": settings.user_agent, "Accept": _ACCEPT, "Accept-Encoding": "gzip", "Accept-Language": "en, *;q=0.5"}
        # the environment may name a proxy, and then nobody could check where it leads
        self._client = httpx2.Client(
            transport=Transport(self._guard), headers=headers, timeout=settings.fetch_timeout_s, trust_env=False, follow_redirects=False
        )
        self._robots = Robots(settings.user_agent, self._robots_of)
        self._kept = Kept(settings.keep) if settings.keep else None
        self._last: dict[str, float] = {}

    def close(self) -> None:
        """End what is open."""
        self._guard.end()
        self._client.close()

    def fetch(self, address: str) -> Response:
        """What is at an address, redirects followed; ReadError where it cannot be had."""
        self._client.cookies.clear()
        before = self._kept.load(address) if self._kept else None
        conditions = before.conditions if before else {}
        url = _url(address)
        for _ in range(self._settings.max_redirects + 1):
            if self._settings.honour_robots:
                self._robots.check(url)
            answer = self._get(url, conditions)
            if answer.status not in _REDIRECTS or not answer.fields.get("location"):
                return self._response(address, url, answer, before)
            url = _next(url, answer.fields["location"])
        raise ReadError(f"redirects more than {self._settings.max_redirects} times (max_redirects); open it in a browser and save the page")

    def _response(self, address: str, url: httpx2.URL, answer: _Answer, before: Response | None) -> Response:
        if answer.status == http.HTTPStatus.NOT_MODIFIED and before:
            return before
        if not http.HTTPStatus.OK <= answer.status < http.HTTPStatus.MULTIPLE_CHOICES:
            raise ReadError(_refusal(answer.status))
        media_type = answer.fields.get("content-type", "").partition(";")[0].strip().lower()
        if media_type.startswith(_NO_REPORT):
            raise ReadError(f"is served as {media_type[:40]}, which is no report")
        limit = self._settings.max_response_bytes
        content = packing.content_of(answer.body, answer.fields.get("content-encoding", ""), limit)
        if len(content) > limit:
            raise ReadError(_too_much(limit))
        response = Response(
            address=str(url),
            content=content,
            fetched=dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
            etag=answer.fields.get("etag"),
            modified=answer.fields.get("last-modified"),
        )
        if self._kept:
            self._kept.save(address, response)
        return response

    def _robots_of(self, url: httpx2.URL) -> tuple[int, bytes]:
        """The status and the text of a robots.txt."""
        for _ in range(self._settings.max_redirects + 1):
            answer = self._get(url, {})
            if answer.status not in _REDIRECTS or not answer.fields.get("location"):
                limit = self._settings.max_response_bytes
                return answer.status, packing.content_of(answer.body, answer.fields.get("content-encoding", ""), limit)
            url = _next(url, answer.fields["location"])
        return http.HTTPStatus.NOT_FOUND, b""

    def _get(self, url: httpx2.URL, headers: dict[str, str]) -> _Answer:
        """The response to one request, in its turn; ReadError where none comes or it is too large or too late."""
        self._wait(url.host)
        self._guard.begin()
        try:
            with self._client.stream("GET", url, headers=headers) as response:
                fields = {name.lower(): value for name, value in response.headers.items()}
                answer = _Answer(status=response.status_code, fields=fields, body=self._body(response))
        except (httpcore2.TimeoutException, httpx2.TimeoutException) as error:
            raise ReadError(self._too_late()) from error
        except PrivateAddressError as error:
            raise ReadError(str(error)) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, httpx2.HTTPError, httpx2.InvalidURL, OSError, ValueError) as error:
            if isinstance(error, ReadError):
                raise
            raise ReadError(self._too_late() if self._guard.late else _failure(error)) from error
        finally:
            self._guard.end()
            self._last[url.host] = time.monotonic()
        if self._guard.late:
            raise ReadError(self._too_late())
        return answer

    def _body(self, response: httpx2.Response) -> bytes:
        limit, body = self._settings.max_response_bytes, bytearray()
        if (length := response.headers.get("content-length", "")).isdecimal() and int(length[:20]) > limit:
            raise ReadError(_too_much(limit))
        for block in response.iter_raw():
            body += block
            if len(body) > limit:
                raise ReadError(_too_much(limit))
        return bytes(body)

    def _too_late(self) -> str:
        return f"did not come within {self._settings.fetch_timeout_s:g} s (fetch_timeout_s); try again later"

    def _wait(self, host: str) -> None:
        """Until it is this host's turn again."""
        pause = max(self._settings.fetch_delay_s, self._robots.delay(host) if self._settings.honour_robots else 0)
        if (last := self._last.get(host)) is not None and (left := last + pause - time.monotonic()) > 0:
            time.sleep(left)


def _url(address: str) -> httpx2.URL:
    try:
        url = httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
        raise ReadError(f"is no address that can be fetched ({error})") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise ReadError(f"leads to {str(url)[:80]!r}, and only http and https are fetched")
    if url.port is not None and not 0 < url.port <= _PORTS:
        raise ReadError(f"has a port that there is none of ({url.port}); check the address")
    if url.userinfo:
        raise ReadError("holds a user name or password, which would be shown in the brief; take it out")
    return url


def _next(url: httpx2.URL, location: str) -> httpx2.URL:
    try:
        return _url(str(url.join(location)))
    except (httpx2.InvalidURL, UnicodeError) as error:
        raise ReadError(f"redirects to what is no address ({location[:80]!r})") from error


def _failure(error: Exception) -> str:
    """Why nothing came; some versions of httpx2 read where a redirect leads themselves."""
    if "location header" in str(error):
        return f"redirects to what is no address ({str(error)[:80]})"
    return f"cannot be fetched ({str(error) or type(error).__name__})"


def _refusal(status: int) -> str:
    """What an answer without a page means and what to do."""
    try:
        name = f" ({http.HTTPStatus(status).phrase})"
    except ValueError:
        name = ""
    advice = _ADVICE.get(status) or (
        "its server is in trouble; try again later" if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR else "check the address"
    )
    return f"answers {status}{name}: {advice}"


def _too_much(limit: int) -> str:
    return f"sends more than the {limit:,} bytes that one response may have (max_response_bytes); save it and name the file"
