"""Where a fetch may connect."""

import ipaddress
import socket
from typing import Any

import httpcore2
import pytest

from onrecord.acquiring.gate import Deadline, Gate, Overtime, RefusedAddress

REFUSED = """
0.0.0.0 0.1.2.3 10.0.0.1 100.64.0.1 127.0.0.1 127.0.0.2 169.254.169.254 172.16.0.1 192.0.0.1 192.0.0.192 192.0.2.1
192.88.99.1 192.168.1.1 198.18.0.1 198.51.100.1 203.0.113.1 224.0.0.1 239.1.1.1 240.0.0.1 255.255.255.255
168.63.129.16 100.100.100.200
:: ::1 ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1 64:ff9b::7f00:1 64:ff9b::808:808 64:ff9b:1::1
100::1 2001::1 2001:2::1 2001:10::1 2001:20::1 2001:db8::1 2002:7f00:1:: 2002:808:808:: 3fff::1 5f00::1
fc00::1 fd00:ec2::254 fe80::1 fec0::1 ff02::1 4000::1
""".split()  # noqa: SIM905
PUBLIC = ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"]


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Record the addresses that would have been dialled; nothing is dialled."""
    seen: list[str] = []

    def refuse(self: object, host: str, *_: object) -> httpcore2.NetworkStream:
        seen.append(host)
        raise httpcore2.ConnectError("not dialled")

    monkeypatch.setattr(httpcore2.SyncBackend, "connect_tcp", refuse)
    return seen


def named(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name have these addresses."""

    def look_up(host: str, port: int, **_: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)


def gate(*allow: str) -> Gate:
    return Gate(allow, Deadline(5))


@pytest.mark.parametrize("address", REFUSED)
def test_what_is_not_public_is_never_dialled(monkeypatch: pytest.MonkeyPatch, dialled: list[str], address: str) -> None:
    named(monkeypatch, address)
    with pytest.raises(RefusedAddress):
        gate().connect_tcp("a.example", 80)
    assert dialled == []


@pytest.mark.parametrize("address", PUBLIC)
def test_what_is_public_is_dialled_by_its_address(
    monkeypatch: pytest.MonkeyPatch, dialled: list[str], address: str
) -> None:
    named(monkeypatch, address)
    with pytest.raises(httpcore2.ConnectError):
        gate().connect_tcp("a.example", 443)
    assert dialled == [str(ipaddress.ip_address(address))]


@pytest.mark.parametrize("addresses", [("8.8.8.8", "127.0.0.1"), ("10.0.0.1", "8.8.8.8")])
def test_one_private_address_among_public_ones_is_enough(
    monkeypatch: pytest.MonkeyPatch, dialled: list[str], addresses: tuple[str, str]
) -> None:
    named(monkeypatch, *addresses)
    with pytest.raises(RefusedAddress):
        gate().connect_tcp("a.example", 80)
    assert dialled == []


def test_the_next_address_is_tried_when_one_is_silent(monkeypatch: pytest.MonkeyPatch, dialled: list[str]) -> None:
    named(monkeypatch, "2606:4700::1111", "1.1.1.1", "1.1.1.1")
    with pytest.raises(httpcore2.ConnectError):
        gate().connect_tcp("a.example", 80)
    assert dialled == ["2606:4700::1111", "1.1.1.1"]


@pytest.mark.parametrize(
    "host", ["2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0", "::ffff:7f00:1", "::1", "localhost"]
)
def test_no_spelling_of_an_address_gets_by(dialled: list[str], host: str) -> None:
    with pytest.raises((RefusedAddress, httpcore2.ConnectError)):  # some systems know fewer spellings
        gate().connect_tcp(host, 80)
    assert dialled == []


@pytest.mark.parametrize("port", [22, 25, 6379, 9200, 65535])
def test_only_the_web_s_ports(monkeypatch: pytest.MonkeyPatch, dialled: list[str], port: int) -> None:
    named(monkeypatch, "8.8.8.8")
    with pytest.raises(RefusedAddress, match=rf"^port {port}, which is not one of the web's \(80, 443, 8080, 8443\)$"):
        gate().connect_tcp("a.example", port)
    assert dialled == []


@pytest.mark.parametrize("address", ["10.20.1.2", "::ffff:10.20.1.2", "fd12::1"])
def test_an_allowed_network_is_reached_on_any_port(
    monkeypatch: pytest.MonkeyPatch, dialled: list[str], address: str
) -> None:
    named(monkeypatch, address)
    with pytest.raises(httpcore2.ConnectError):
        gate("10.20.0.0/16", "fd12::/16").connect_tcp("a.example", 9000)
    assert len(dialled) == 1


def test_an_allowed_network_allows_no_other(monkeypatch: pytest.MonkeyPatch, dialled: list[str]) -> None:
    named(monkeypatch, "10.21.0.1")
    with pytest.raises(RefusedAddress):
        gate("10.20.0.0/16").connect_tcp("a.example", 80)
    assert dialled == []


def test_no_time_left_is_overtime(monkeypatch: pytest.MonkeyPatch, dialled: list[str]) -> None:
    named(monkeypatch, "8.8.8.8")
    with pytest.raises(Overtime):
        Gate((), Deadline(0)).connect_tcp("a.example", 80)
    assert dialled == []
