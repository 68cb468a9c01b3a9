"""A host in, a connection to one of its addresses out, where that address may be reached at all.

The address that is connected to is the one that was checked, so a name that changes its meaning between two look-ups
gains nothing.
"""

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore2
import httpx2

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class PrivateAddressError(Exception):
    """A host leads to an address that is not on the public network; the message names it."""


def is_public(address: Ip) -> bool:
    """May anybody be met there? IPv4 addresses within IPv6 ones count by themselves.

    >>> is_public(ipaddress.ip_address("::ffff:127.0.0.1"))
    False
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        inner += [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)] if address in _NAT64 else []
        if not all(is_public(a) for a in inner if a is not None):
            return False
        if address in _NAT64 or address.ipv4_mapped:
            return True
    closed = address.is_private or address.is_loopback or address.is_link_local or address.is_multicast
    return address.is_global and not (closed or address.is_reserved or address.is_unspecified)


class Guard(httpcore2.NetworkBackend):
    """Connects to hosts, and ends the connection when the time for a response is up."""

    def __init__(self, *, allow_private: bool, wait_s: float) -> None:
        self._allow_private = allow_private
        self._wait_s = wait_s
        self._inner = httpcore2.SyncBackend()
        self._socket: socket.socket | None = None
        self._timer: threading.Timer | None = None
        self.late = False

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to the first address of a host that answers; PrivateAddressError before anything is sent."""
        wrong: Exception = httpcore2.ConnectError(f"no address for {host}")
        for address in self._addresses(host, port):
            try:
                stream = self._inner.connect_tcp(str(address), port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                wrong = error
                continue
            # TLS takes the socket over, so a second handle is kept to end the connection by
            self._socket = stream.get_extra_info("socket").dup()
            return stream
        raise wrong

    def _addresses(self, host: str, port: int) -> list[Ip]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"its host {host!r} is not known ({error})") from error
        addresses = list(dict.fromkeys(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found))
        if not self._allow_private and (closed := next((a for a in addresses if not is_public(a)), None)):
            raise PrivateAddressError(f"leads to {closed}, which is no public address (allow_private)")
        return addresses

    def begin(self) -> None:
        """The time for one response begins."""
        self.end()
        self.late = False
        self._timer = threading.Timer(self._wait_s, self._stop)
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """The response is there, or given up."""
        if self._timer:
            self._timer.cancel()
        self._timer = None
        if self._socket:
            self._socket.close()
        self._socket = None

    def _stop(self) -> None:
        self.late = True
        if (held := self._socket) is not None:
            with contextlib.suppress(OSError):  # it may have ended by itself just now
                held.shutdown(socket.SHUT_RDWR)


class _Body(httpx2.SyncByteStream):
    """The bytes of a response as they come."""

    def __init__(self, response: httpcore2.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._response.iter_stream())

    def close(self) -> None:
        self._response.close()


class Transport(httpx2.BaseTransport):
    """Sends requests by way of a guard, each over a connection of its own, certificates checked."""

    def __init__(self, guard: Guard) -> None:
        context = httpx2.create_ssl_context()
        self._pool = httpcore2.ConnectionPool(ssl_context=context, max_connections=1, max_keepalive_connections=0, network_backend=guard)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response to a request, its body still to come; errors are those of httpcore2."""
        url = request.url
        target = httpcore2.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
        sent = httpcore2.Request("GET", target, headers=request.headers.raw, extensions=request.extensions)
        response = self._pool.handle_request(sent)
        return httpx2.Response(response.status, headers=response.headers, stream=_Body(response), extensions=response.extensions)

    def close(self) -> None:
        """End all connections."""
        self._pool.close()
