"""Requests in; those that may not come in refused, and headers of safety on every answer.

Who may do what: a name that is not ours is refused (so a foreign site that resolves to this machine sees nothing), what
another site asks for is refused unless somebody follows a link to a page, and to write one needs the key: by the cookie
that the address with the key sets, from our own pages alone, or in an Authorization header. Where the server listens on
more than this machine's own addresses, one needs the key to read too.
"""

import http.cookies
import ipaddress
import secrets
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SAFE = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",  # with no-referrer a browser would not say of its own forms where they come from
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}


class Access(NamedTuple):
    """Who may come in: the key, the names under which the server answers, the cookie, and whether reading needs the key."""

    key: str
    hosts: frozenset[str]
    """Host headers that are ours, in lower case, with the port; any address of the machine where ``*`` is among them."""
    cookie: str = "headwater"
    key_to_read: bool = False


def make_access(host: str, port: int, key: str | None = None) -> Access:
    """Who may come in where the server listens on this host and port.

    >>> sorted(make_access("127.0.0.1", 8700, "k").hosts)
    ['127.0.0.1:8700', '[::1]:8700', 'localhost:8700']
    """
    names = {"127.0.0.1", "[::1]", "localhost"}
    if not is_loopback(host):
        names.add("*" if host in {"", "0.0.0.0", "::"} else f"[{host}]" if ":" in host else host.lower())  # noqa: S104 - compared, not bound
    hosts = frozenset(f"{name}:{port}" for name in names)
    return Access(key or secrets.token_urlsafe(18), hosts, f"headwater-{port}", not is_loopback(host))


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the host.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("0.0.0.0"), is_loopback("desk.example")
    (True, True, False, False)
    """
    try:
        return host.lower() == "localhost" or ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Guard:
    """An application around the application, which lets in what may come in."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app = app
        self.access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or pass it on with ``writes`` in its state: does it carry the key?"""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        scope.setdefault("state", {})["writes"] = self._has_key(headers)
        answer = self._answer(scope, headers)
        await (answer or self.app)(scope, receive, _guarded(send))

    def _answer(self, scope: Scope, headers: Headers) -> Response | None:
        """What is said instead of a page; None where the request may pass."""
        if not self._is_our_name(headers.get("host", "")):
            return PlainTextResponse("This server does not answer under that name.\n", 421)
        if not _is_ours(scope, headers):
            return PlainTextResponse("Refused: the request comes from another site.\n", 403)
        if scope["method"] in SAFE:
            return self._entry(scope) or (None if self._may_read(scope) else PlainTextResponse(f"{_NO_KEY}\n", 401))
        if not scope["state"]["writes"]:
            return PlainTextResponse(f"{_NO_KEY}\n", 401)
        if headers.get("origin") != _origin(scope, headers) and not ("origin" not in headers and self._is_borne(headers)):
            return PlainTextResponse("Refused: the request does not come from a page of this server.\n", 403)
        return None

    def _entry(self, scope: Scope) -> Response | None:
        """The cookie, and the same page without the key in its address."""
        query = parse_qsl(scope["query_string"].decode("ascii", "replace"), keep_blank_values=True)
        given = dict(query).get("key")
        if given is None:
            return None
        if not _same(given, self.access.key):
            return PlainTextResponse("That is not the key. headwater serve prints it when it starts.\n", 403)
        rest = urlencode([(k, v) for k, v in query if k != "key"])
        path = "/" + scope["path"].lstrip("/\\")  # two slashes would name another host
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(self.access.cookie, self.access.key, httponly=True, samesite="strict", path="/")
        return answer

    def _may_read(self, scope: Scope) -> bool:
        return not self.access.key_to_read or bool(scope["state"]["writes"])

    def _has_key(self, headers: Headers) -> bool:
        if self._is_borne(headers):
            return True
        cookies = http.cookies.SimpleCookie()
        try:
            cookies.load(headers.get("cookie", ""))
        except http.cookies.CookieError:
            return False
        held = cookies.get(self.access.cookie)
        return held is not None and _same(held.value, self.access.key)

    def _is_borne(self, headers: Headers) -> bool:
        scheme, _, given = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and _same(given.strip(), self.access.key)

    def _is_our_name(self, host: str) -> bool:
        if host.lower() in self.access.hosts:
            return True
        name, _, port = host.rpartition(":")
        return f"*:{port}" in self.access.hosts and _is_address(name)


_NO_KEY = "This needs the key. Open the address that headwater serve printed when it started."


def _is_ours(scope: Scope, headers: Headers) -> bool:
    """Whether the browser says that the request comes from our own pages, from nowhere, or from somebody who follows a link."""
    site = headers.get("sec-fetch-site", "none")
    if site in {"same-origin", "none"}:
        return True
    follows = headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"
    return scope["method"] in SAFE and follows


def _origin(scope: Scope, headers: Headers) -> str:
    return f"{scope['scheme']}://{headers.get('host', '').lower()}"


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _same(given: str, key: str) -> bool:
    return secrets.compare_digest(given.encode("utf8", "replace"), key.encode())


def _guarded(send: Send) -> Send:
    """A way to answer that sets the headers of safety where the answer does not set its own."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
