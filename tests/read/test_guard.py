"""Addresses in; whether they are public out."""

import ipaddress
import socket
from typing import Any

import pytest

from headwater.read.guard import Guard, PrivateAddressError, is_public

PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "0.0.0.1",
    "100.64.0.1",
    "224.0.0.1",
    "255.255.255.255",
]
PRIVATE += ["::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "2001:db8::1", "240.0.0.1"]
PUBLIC = ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8", "64:ff9b::808:808"]


@pytest.mark.parametrize("address", PRIVATE)
def test_private(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", PUBLIC)
def test_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


def test_a_name_that_leads_to_one_private_address_is_refused_before_a_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_: Any, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("8.8.8.8", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    with pytest.raises(PrivateAddressError, match=r"leads to 10\.0\.0\.1"):
        Guard(allow_private=False, wait_s=1).connect_tcp("velden.example", 80)


def test_the_address_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    looked, reached = [], []

    def look_up(host: str, *_: Any, **__: Any) -> list[Any]:
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("8.8.8.8", 80))]

    class Stop(Exception):  # noqa: N818
        pass

    def create(address: tuple[str, int], *_: Any, **__: Any) -> None:
        reached.append(address)
        raise Stop

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket, "create_connection", create)
    with pytest.raises(Stop):
        Guard(allow_private=False, wait_s=1).connect_tcp("velden.example", 80)
    assert (looked, reached) == (["velden.example"], [("8.8.8.8", 80)])
