"""A server on this machine's loopback, and connections to it alone."""

import http.server
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

CONNECT, LOOK_UP = socket.socket.connect, socket.getaddrinfo
Answer = tuple[int, dict[str, str], bytes]


class Server:
    """Answers by a table of paths; keeps what it was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[Any], None]] = {}
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.times: list[float] = []
        outer = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                outer.asked.append(self.path)
                outer.headers.append(dict(self.headers))
                outer.times.append(time.monotonic())
                answer = outer.pages.get(self.path, (404, {}, b"no such page"))
                if callable(answer):
                    answer(self)
                    return
                status, headers, body = answer
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.base = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def page(self, path: str, body: bytes | str, media_type: str = "text/html", status: int = 200, **headers: str) -> str:
        """Put a page there; its address."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = (status, {"Content-Type": media_type, **{k.replace("_", "-"): v for k, v in headers.items()}}, data)
        return self.base + path

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    def connect(self: socket.socket, address: Any) -> None:
        assert address[0] == "127.0.0.1", f"a test tried to reach {address}"
        CONNECT(self, address)

    def look_up(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        assert host in ("127.0.0.1", b"127.0.0.1"), f"a test looked up {host}"
        return LOOK_UP(host, port, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    made = Server()
    yield made
    made.close()
