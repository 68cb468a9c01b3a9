"""Cases for the tests of the pages: one that is made by hand, and the example story as a case file, served to a browser."""

import contextlib
import pathlib
import shutil
import socket
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import uvicorn
from starlette.testclient import TestClient

from headwater.case import Case
from headwater.web import make_access, make_app
from headwater.web.desk import Desk

KEY = "a-key-for-tests"
BASE = "http://127.0.0.1:8700"
ROOT = pathlib.Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def make_client(desk: Desk, *, writes: bool = False) -> TestClient:
    """A client of the pages of a case; it holds the key where it writes."""
    client = TestClient(make_app(desk, make_access("127.0.0.1", 8700, KEY), "test"), base_url=BASE, raise_server_exceptions=True)
    if writes:
        client.headers["authorization"] = f"Bearer {KEY}"
    return client


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    """The example story as a case file."""
    path = tmp_path_factory.mktemp("case") / "ferry.headwater"
    with Case.create(path) as case:
        case.add([str(ROOT / "examples" / "ferry" / "reports")])
        case.run()
        yield case


@pytest.fixture
def ferry_copy(ferry: Case, tmp_path: pathlib.Path) -> Iterator[Case]:
    """The example story as a case file of one's own, in which one may decide."""
    path = tmp_path / "copy.headwater"
    with contextlib.closing(sqlite3.connect(ferry.path)) as one, contextlib.closing(sqlite3.connect(path)) as other:
        one.backup(other)
    with Case.open(path) as case:
        yield case


@contextlib.contextmanager
def served(desk: Desk) -> Iterator[str]:
    """The address, with the key, of a server that shows a case."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        app = make_app(desk, make_access("127.0.0.1", port, KEY), "ferry")
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False, lifespan="off", ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            until = time.monotonic() + 30
            while not server.started and time.monotonic() < until:
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A browser without a window."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("there is no chromium on this machine")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])  # tests run as root in containers
        yield running
        running.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens pages in contexts of their own; what they log as errors, or ask of anybody but the server, fails the test."""
    contexts, faults = [], []

    def opened(base: str, path: str, *, key: bool = True, **options: Any) -> Any:
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("request", lambda request: None if request.url.startswith(base) else faults.append(f"asked for {request.url}"))
        page.goto(f"{base}{path}{'&' if '?' in path else '?'}key={KEY}" if key else f"{base}{path}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []
