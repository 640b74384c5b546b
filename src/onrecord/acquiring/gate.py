"""The one way out to the network: where a fetch may connect, and until when.

Every connection of a fetch, whether for robots.txt, a page or a redirect, is opened by ``Gate``. It looks the name up
once, judges every address the name has, and connects to an address it has judged, so no spelling of an address
(decimal, octal, IPv4 inside IPv6) and no second answer of the name server gets by. Each read and write is given the
time that is left of the whole.

requests-hardened, which does the first half, was not enough: its filter lets IPv4 embedded in IPv6 (``::127.0.0.1``)
and site-local addresses pass, it cannot allow a network, and it has no clock for a whole transfer.
"""

import ipaddress
import socket
import time
from collections.abc import Iterable
from ssl import SSLContext
from typing import Any

import httpcore2

__all__ = ["Deadline", "Gate", "Overtime", "RefusedAddress"]

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_PORTS = frozenset({80, 443, 8080, 8443})
_UNICAST = ipaddress.IPv6Network("2000::/3")
_SPECIAL = tuple(
    ipaddress.ip_network(network)
    for network in (  # what ``is_global`` lets pass, in some or all Python versions
        "168.63.129.16",  # Azure's metadata server, on a public address
        "192.0.0.0/24",
        "192.88.99.0/24",  # 6to4 relays
        "2001::/23",  # Teredo, ORCHID and other protocol assignments
        "2002::/16",  # 6to4: an IPv4 address inside
        "3fff::/20",  # documentation
    )
)


class RefusedAddress(Exception):
    """A connection that must not be made; the message says why."""


class Overtime(Exception):
    """The time for the whole transfer is used up."""


class Deadline:
    """A moment on the monotonic clock."""

    def __init__(self, seconds: float) -> None:
        """Set the moment ``seconds`` from now."""
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Return the seconds left, always more than none.

        Raises:
            Overtime: the moment has passed.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise Overtime
        return left


class Gate(httpcore2.NetworkBackend):
    """Opens TCP connections to public addresses, and to the networks allowed besides."""

    def __init__(self, allow: Iterable[str], deadline: Deadline) -> None:
        """Take the networks that may be reached though they are not public, and the end of all reading."""
        self._allow = tuple(ipaddress.ip_network(network) for network in allow)
        self._deadline = deadline
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first of the host's addresses that answers, if all of them are allowed.

        Raises:
            RefusedAddress: one of them is not, or the port is not one of the web's.
            httpcore2.ConnectError: the name is unknown, or no address answers.
            Overtime: no time is left.
        """
        addresses = self._addresses(host, port)
        for address in addresses:
            self._judge(address, port)
        failure = httpcore2.ConnectError("no address")
        for address in addresses:
            try:
                stream = self._inner.connect_tcp(
                    str(address), port, self._deadline.left(), local_address, socket_options
                )
            except httpcore2.ConnectError as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def _addresses(self, host: str, port: int) -> list[Address]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise httpcore2.ConnectError(f"no host named {host}") from error
        return list(dict.fromkeys(ipaddress.ip_address(entry[4][0]) for entry in found))

    def _judge(self, address: Address, port: int) -> None:
        plain = getattr(address, "ipv4_mapped", None) or address
        if any(plain.version == network.version and plain in network for network in self._allow):
            return
        if not _is_public(plain):
            raise RefusedAddress(f"an address that is not public ({plain})")
        if port not in _PORTS:
            raise RefusedAddress(f"port {port}, which is not one of the web's ({', '.join(map(str, sorted(_PORTS)))})")


def _is_public(address: Address) -> bool:
    if not address.is_global or address.is_multicast or address.is_reserved:
        return False
    if address.version == 6 and address not in _UNICAST:  # translated, compatible, site-local: all outside
        return False
    return not any(address.version == network.version and address in network for network in _SPECIAL)


class _TimedStream(httpcore2.NetworkStream):
    """A stream whose every operation ends when the deadline does."""

    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
