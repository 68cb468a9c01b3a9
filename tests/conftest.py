"""No test reaches a network: every connection but one to this machine's own sockets is refused."""

import os
import pathlib
import socket
from typing import Any

import pytest
from hypothesis import settings

ROOT = pathlib.Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a test tried to reach the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture
def at_root(monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    monkeypatch.chdir(ROOT)
    return ROOT


# one machine is slower than another and the first call loads tables, so time is no failure; CI draws the same examples
settings.register_profile("headwater", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("headwater")
